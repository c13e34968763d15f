"""Class activation maps whose weights come from gradients, one small function each.

The frame around them (layers, smoothing, fusion, warnings) is `engine.explain.cam_frame`. All of
them look at the same activations and gradients, so that all together cost one run.
"""

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.cam_frame import SIGN, Cam, Stack, View, WeightedCam
from engine.language import said

# Sums over places smaller than this share of the sum of magnitudes have cancelled out.
VANISHING = 1e-6
ONLY_FOR = said("0 or more where activations are; only gradients that speak for the class count")


class GradCam(WeightedCam):
    r"""Grad-CAM: feature maps weighted by their mean gradient.

    .. math:: L = \sum_k w_k A_k, \quad w_k = \frac{1}{Z} \sum_{ij} \partial y_c / \partial A_k(i,j)

    Kept signed: the paper's ReLU is left to the display, so that evidence against the class is
    not lost.

    References:
        Selvaraju et al., Grad-CAM, ICCV 2017, equations 1 and 2.
    """

    id: ClassVar[str] = "grad-cam"
    name: ClassVar[str] = "Grad-CAM"
    reference: ClassVar[str] = "Selvaraju et al., Grad-CAM, ICCV 2017"
    definition: ClassVar[str] = "sum_k w_k A_k, w_k = mean over positions of d(logit)/d(A_k)"

    def weights(self, view: View) -> Stack:
        """Equation 1."""
        return view.gradients.mean(axis=(1, 2))


class HiResCam(Cam):
    r"""HiResCAM: feature maps times their gradients, place by place.

    .. math:: L = \sum_k A_k \odot \partial y_c / \partial A_k

    Equals Grad-CAM where global average pooling follows the layer. Elsewhere Grad-CAM's averaging
    mixes places, and this map alone adds up to what the layer contributes to the logit.

    References:
        Draelos, Carin, Use HiResCAM instead of Grad-CAM for faithful explanations of convolutional
        neural networks, 2020, equation 2.
    """

    id: ClassVar[str] = "hires-cam"
    name: ClassVar[str] = "HiResCAM"
    reference: ClassVar[str] = "Draelos and Carin, HiResCAM, arXiv:2011.08891, 2020"
    definition: ClassVar[str] = "sum_k A_k * d(logit)/d(A_k), element by element"

    def weighted(self, view: View) -> Stack:
        """Equation 2 without the ReLU."""
        return view.evidence

    def combine(self, view: View) -> Stack:
        """Their sum."""
        return view.evidence_map


class GradCamPlusPlus(WeightedCam):
    r"""Grad-CAM++: places that speak for the class, each channel's share of them made alike.

    .. math::
        w_k = \sum_{ij} \alpha_k(ij) \, \mathrm{ReLU}(g_k(ij)), \quad
        \alpha_k(ij) = \frac{g_k^2}{2 g_k^2 + g_k^3 \sum_{ab} A_k(ab)}

    The paper derives this for exp(y); that positive factor cancels once maps are normalised, and
    overflows for y > 88, so the gradient of y itself stands in for it. Where g > 0 the fraction is
    1 / (2 + g sum A): written so, squares and cubes of small gradients do not vanish.

    References:
        Chattopadhay et al., Grad-CAM++, WACV 2018, equations 5, 10 and 19.
    """

    id: ClassVar[str] = "grad-cam++"
    name: ClassVar[str] = "Grad-CAM++"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Chattopadhay et al., Grad-CAM++, WACV 2018"
    definition: ClassVar[str] = (
        "sum_k w_k A_k, w_k = sum of alpha * max(g, 0), alpha = g^2 / (2 g^2 + g^3 sum(A_k)),"
        " g = d(logit)/d(A_k)"
    )
    conventions: ClassVar[Mapping[str, str]] = {
        "sign": ONLY_FOR,
        "variant": said(
            "without exp(y), which cancels after normalisation; alphas not normalised;"
            " alpha is 0 where its denominator vanishes"
        ),
    }

    def weights(self, view: View) -> Stack:
        """Equation 19 with g in place of exp(y) g."""
        positive = np.maximum(view.gradients, 0.0)
        below = 2.0 + positive * view.maps.sums[:, None, None]
        is_safe = np.abs(below) > VANISHING
        if is_safe.all():
            return (positive / below).sum(axis=(1, 2))
        parts = np.divide(positive, below, out=np.zeros_like(below), where=is_safe)
        return parts.sum(axis=(1, 2))


class LayerCam(Cam):
    r"""LayerCAM: feature maps times the positive part of their gradients, place by place.

    .. math:: L = \sum_k \mathrm{ReLU}(g_k) \odot A_k

    References:
        Jiang et al., LayerCAM, IEEE Transactions on Image Processing 30, 2021, equations 5 to 7.
    """

    id: ClassVar[str] = "layer-cam"
    name: ClassVar[str] = "LayerCAM"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Jiang et al., LayerCAM, IEEE TIP 30, 2021"
    definition: ClassVar[str] = "sum_k max(d(logit)/d(A_k), 0) * A_k, element by element"
    conventions: ClassVar[Mapping[str, str]] = {"sign": ONLY_FOR}

    def weighted(self, view: View) -> Stack:
        """Equation 6; the last ReLU is left to the display."""
        return np.maximum(view.gradients, 0.0) * view.activations

    def combine(self, view: View) -> Stack:
        """Their sum, without making each."""
        return np.einsum("khw,khw->hw", np.maximum(view.gradients, 0.0), view.activations)


class ElementWiseGradCam(Cam):
    r"""Element-wise Grad-CAM: the places and channels where activation times gradient is positive.

    .. math:: L = \sum_k \mathrm{ReLU}(g_k \odot A_k)

    Equals LayerCAM where activations are 0 or more.

    References:
        The element-wise variant of Grad-CAM offered by several libraries; no paper of its own.
    """

    id: ClassVar[str] = "elementwise-grad-cam"
    name: ClassVar[str] = "Element-wise Grad-CAM"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = said(
        "variant of {paper}", paper="Selvaraju et al., Grad-CAM, ICCV 2017"
    )
    definition: ClassVar[str] = "sum_k max(A_k * d(logit)/d(A_k), 0), element by element"
    conventions: ClassVar[Mapping[str, str]] = {
        "sign": said("never negative: evidence against the class is left out by definition")
    }

    def weighted(self, view: View) -> Stack:
        """The positive products."""
        return np.maximum(view.evidence, 0.0)


class XGradCam(WeightedCam):
    r"""XGrad-CAM: feature maps weighted by their gradients, averaged over where they are active.

    .. math:: w_k = \frac{\sum_{ij} g_k A_k}{\sum_{ij} A_k}

    With ReLU activations the map adds up to what the layer contributes to the logit at first
    order (the paper's sensitivity axiom). Where positive and negative activations of a channel
    cancel out the weight has no meaning; it is 0 then, and the map says how many channels that are.

    References:
        Fu et al., Axiom-based Grad-CAM, BMVC 2020, equation 8.
    """

    id: ClassVar[str] = "xgrad-cam"
    name: ClassVar[str] = "XGrad-CAM"
    reference: ClassVar[str] = "Fu et al., Axiom-based Grad-CAM, BMVC 2020"
    definition: ClassVar[str] = "sum_k w_k A_k, w_k = sum(A_k * d(logit)/d(A_k)) / sum(A_k)"
    conventions: ClassVar[Mapping[str, str]] = {
        "sign": SIGN,
        "variant": said(
            "channels whose activations cancel out (sum below 1e-6 of the sum of"
            " magnitudes) have weight 0"
        ),
    }

    def weights(self, view: View) -> Stack:
        """Equation 8."""
        has_weight = ~_cancels(view)
        below = np.where(has_weight, view.maps.sums, 1.0)
        return np.where(has_weight, view.evidence.sum(axis=(1, 2)) / below, 0.0)

    def notes(self, view: View) -> tuple[str, ...]:
        """Says how many active channels have no weight."""
        lost = int((_cancels(view) & (view.maps.magnitudes > 0.0)).sum())
        unweighted = (
            (said("{lost} channels whose activations cancel out have no weight", lost=lost),)
            if lost
            else ()
        )
        return (*super().notes(view), *unweighted)


def _cancels(view: View) -> NDArray[np.bool_]:
    """(K,) whether a channel's sum over places has vanished; silent channels count as such."""
    return np.abs(view.maps.sums) <= VANISHING * view.maps.magnitudes
