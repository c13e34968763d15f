"""Class activation maps from principal components: EigenCAM and EigenGradCAM."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.cam_frame import Cam, Stack, View, feature_maps
from engine.explain.explanation import Request
from engine.explain.flows import fingerprint, seen_at
from engine.explain.principal import first_component
from engine.graph.layers import Layer
from engine.language import said

CLASS_AGNOSTIC = said("the same map for every class: it shows what the layer sees, not why")


class EigenCam(Cam):
    r"""EigenCAM: the first principal component of the feature maps.

    .. math:: L = (A - \bar A) v_1, \quad A - \bar A = U \Sigma V^T

    with A as (places x channels). It asks no class and needs no gradient.

    References:
        Muhammad, Yeasin, Eigen-CAM, IJCNN 2020.
    """

    id: ClassVar[str] = "eigen-cam"
    name: ClassVar[str] = "EigenCAM"
    is_signed: ClassVar[bool] = False
    is_class_specific: ClassVar[bool] = False
    needs: ClassVar[frozenset[str]] = frozenset({"layer"})
    cost: ClassVar[str] = "1 forward"
    reference: ClassVar[str] = "Muhammad and Yeasin, Eigen-CAM, IJCNN 2020"
    definition: ClassVar[str] = (
        "projection of the activations, centred over places, on their first principal component"
    )
    conventions: ClassVar[Mapping[str, str]] = {
        "class": CLASS_AGNOSTIC,
        "sign": said(
            "that of its correlation with the summed activations; the map has mean 0, and"
            " negative values are places that the layer answers less"
        ),
    }

    def passes(self, request: Request) -> int:
        """One run forward for every layer and every moved picture."""
        return super().passes(request) // 2

    def look(
        self,
        request: Request,
        layer: Layer,
        tensor: NDArray[np.float32],
        together: Sequence[Layer] = (),
    ) -> tuple[View, int]:
        """Activations alone."""
        group = together if layer.is_cuttable else ()
        seen, passes = seen_at(request, layer, tensor, group)
        run = (tuple(one.tensor for one in group), *fingerprint(tensor))
        maps = feature_maps(request, layer, run, seen.activation)
        no_gradients = np.broadcast_to(np.float64(0.0), maps.values.shape)
        score = float(score_of(request, seen.logits)[0])
        return View(layer, maps, no_gradients, score, seen.provider, ()), passes

    def weighted(self, view: View) -> Stack:
        """The activations as they are."""
        return view.activations

    def combine(self, view: View) -> Stack:
        """The projection."""
        return view.maps.component

    def notes(self, view: View) -> tuple[str, ...]:
        """Says that no class was asked."""
        return (CLASS_AGNOSTIC,)


class EigenGradCam(Cam):
    r"""EigenGradCAM: the first principal component of activation times gradient.

    References:
        Muhammad, Yeasin, Eigen-CAM, IJCNN 2020, applied to the terms of HiResCAM.
    """

    id: ClassVar[str] = "eigen-grad-cam"
    name: ClassVar[str] = "EigenGradCAM"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Muhammad and Yeasin, Eigen-CAM, IJCNN 2020, on A * gradient"
    definition: ClassVar[str] = (
        "projection of A * d(logit)/d(A), centred over places, on its first principal component"
    )
    conventions: ClassVar[Mapping[str, str]] = {
        "sign": said(
            "that of its correlation with the sum over channels of activation x gradient; the"
            " map has mean 0, so 0 is the average place and not the absence of evidence"
        ),
    }

    def weighted(self, view: View) -> Stack:
        """The terms of HiResCAM."""
        return view.evidence

    def combine(self, view: View) -> Stack:
        """Their projection."""
        return first_component(view.evidence)
