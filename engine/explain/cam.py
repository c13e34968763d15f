"""Class activation maps: weights from activations and gradients, in one common frame.

Only the tail behind the target layer is differentiated: the trunk runs forward once to the layer's
activations, then a backward graph of the tail returns d(logit)/d(activations).
"""

import time
from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.backward import backward_to, score_of
from engine.explain.explanation import Request
from engine.explain.options import NoOptions, read_options
from engine.explain.result import Outcome, explained
from engine.graph.layers import Layer, find_layer
from engine.progress import Step

# A map that ranks the places of activation x gradient lower than this points away from them.
CHANCE = 0.5
AVERAGED_AWAY = "averaging hides the places: HiResCAM at this layer shows something else"

CONVENTIONS = {
    "sign": "signed; positive values speak for the class, the paper's ReLU is applied on display",
}


class Cam:
    """What the methods below share; each adds its facts and `combine`."""

    family: ClassVar[str] = "cam"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "layer"
    is_deterministic: ClassVar[bool] = True
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"layer", "gradient"})
    cost: ClassVar[str] = "1 forward + 1 backward of the tail behind the layer"
    options: ClassVar[type] = NoOptions
    id: ClassVar[str]

    def passes(self, request: Request) -> int:
        """One run forward, one back."""
        return 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        yield from run_cam(self, request)

    def combine(
        self, activations: NDArray[np.float32], gradients: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """(K, h, w) activations and gradients -> (h, w) signed map."""
        raise NotImplementedError


class GradCam(Cam):
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

    def combine(
        self, activations: NDArray[np.float32], gradients: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Equation 2 without the ReLU."""
        return np.einsum("k,khw->hw", gradients.mean(axis=(1, 2)), activations)


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

    def combine(
        self, activations: NDArray[np.float32], gradients: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Equation 2 without the ReLU."""
        return element_wise(activations, gradients)


def element_wise(
    activations: NDArray[np.float32], gradients: NDArray[np.float32]
) -> NDArray[np.float32]:
    """(K, h, w) twice -> (h, w): the sum over channels of activation times gradient."""
    return (activations * gradients).sum(axis=0)


def run_cam(method: Cam, request: Request) -> Iterator[Step]:
    """The frame of every CAM: pick the layer, run forward and backward, combine, place."""
    options = read_options(method.id, method.options, request.options)
    started = time.perf_counter()
    layer = pick_layer(request)
    yield Step(0.0, f"preparing {layer.name}")
    backward = backward_to(request.model, layer.tensor)
    yield Step(0.3, f"running to {layer.name} and back")
    flow = backward.run_request(request)
    yield Step(0.9, "combining the feature maps")
    activations, gradients = (channels_first(a, layer) for a in (flow.activation, flow.gradient))
    cam = method.combine(activations, gradients)
    notes = (*evidence_notes(cam, element_wise(activations, gradients)), *flow.notes)
    score = float(score_of(request, flow.logits)[0])
    outcome = Outcome(cam, score, flow.provider, 2, CONVENTIONS, notes, layer)
    yield Step(1.0, result=explained(method, request, options, outcome, started))


def channels_first(array: NDArray[np.float32], layer: Layer) -> NDArray[np.float32]:
    """(1, ...) in the layer's layout -> (K, h, w)."""
    return array[0].transpose(2, 0, 1) if layer.layout == "nhwc" else array[0]


def pick_layer(request: Request) -> Layer:
    """The asked layer, or the model's default. Raises RequestError when there is none."""
    model = request.model
    if not model.layers:
        raise RequestError(
            "this network has no spatial layer, so it has no class activation map",
            hint="Choose a method that works on the input.",
        )
    return model.default_layer if request.layer is None else find_layer(model.layers, request.layer)


def evidence_notes(cam: NDArray[np.float32], evidence: NDArray[np.float32]) -> tuple[str, ...]:
    """What must be said about a map that has evidence, given the element-wise one at its layer."""
    if cam.max() <= 0.0 or cam.max() == cam.min():
        return ()
    return (AVERAGED_AWAY,) if _agreement(cam, evidence) < CHANCE else ()


def _agreement(cam: NDArray[np.float32], evidence: NDArray[np.float32]) -> float:
    """How high the map ranks the places of positive evidence: 1 the highest, 0.5 chance."""
    weights = np.maximum(evidence, 0.0).ravel().astype(np.float64)
    if weights.sum() == 0.0:
        return CHANCE
    ranks = np.argsort(np.argsort(cam.ravel(), kind="stable"), kind="stable") / (cam.size - 1)
    return float((weights * ranks).sum() / weights.sum())
