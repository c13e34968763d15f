"""The frame of class activation maps from activations and gradients: look, combine, fuse, place.

A method is a function of one layer's activations and gradients; everything around it is here: the
layers to look at, the moved pictures of smoothing, eigen smoothing, fusion, what must be said.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.cam_layers import EACH_RESOLUTION, channels_first, fused_layers
from engine.explain.cam_smoothing import SMOOTHINGS, Move, add_back, moved, warning_of
from engine.explain.explanation import Request
from engine.explain.flows import flow_at
from engine.explain.options import option, read_options
from engine.explain.principal import first_component
from engine.explain.result import Outcome, explained
from engine.graph.layers import Layer
from engine.progress import Step

# A map that ranks the places of activation x gradient lower than this points away from them.
CHANCE = 0.5
AVERAGED_AWAY = "averaging hides the places: HiResCAM at this layer shows something else"

SIGN = "signed; positive values speak for the class, the paper's ReLU is applied on display"
Stack = NDArray[np.floating]


@dataclass(frozen=True)
class CamOptions:
    """What every class activation map from activations and gradients can be asked for."""

    layers: str = option(
        "", f"layers to fuse, separated by commas, or '{EACH_RESOLUTION}'; empty: one layer"
    )
    smoothing: str = option(
        "none", "mean over moved pictures, put back in place", choices=tuple(SMOOTHINGS)
    )
    eigen_smoothing: bool = option(
        False, "first principal component of the weighted feature maps instead of their sum"
    )


@dataclass(frozen=True)
class View:
    """One layer's numbers for one input.

    Attributes:
        layer: the layer.
        activations: (K, h, w) float64.
        gradients: (K, h, w) float64 d(score)/d(activations).
        score: the explained number.
        provider: execution provider.
        notes: how gradients were approximated, if they were.
        passes: model runs that it took.
    """

    layer: Layer
    activations: NDArray[np.float64]
    gradients: NDArray[np.float64]
    score: float
    provider: str
    notes: tuple[str, ...]
    passes: int


class Cam:
    """What these methods share; each adds its facts and `weighted`."""

    family: ClassVar[str] = "cam"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "layer"
    is_deterministic: ClassVar[bool] = True
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"layer", "gradient"})
    cost: ClassVar[str] = "1 forward + 1 backward of the tail behind the layer"
    options: ClassVar[type] = CamOptions
    conventions: ClassVar[Mapping[str, str]] = {"sign": SIGN}
    # Whether one weight per channel stands for gradients that differ from place to place.
    is_averaging: ClassVar[bool] = False
    id: ClassVar[str]

    def passes(self, request: Request) -> int:
        """One run forward and one back for every layer and every moved picture."""
        options = read_options(self.id, self.options, request.options)
        layers = fused_layers(request, options.layers)
        return 2 * len(layers) * len(SMOOTHINGS[options.smoothing])

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        yield from run_cam(self, request)

    def weighted(self, activations: Stack, gradients: Stack) -> Stack:
        """(K, h, w) activations and gradients -> (K, h, w) parts of the map, one per channel."""
        raise NotImplementedError

    def combine(self, activations: Stack, gradients: Stack) -> Stack:
        """(K, h, w) activations and gradients -> (h, w) signed map."""
        return self.weighted(activations, gradients).sum(axis=0)

    def look(self, request: Request, layer: Layer, tensor: NDArray[np.float32]) -> View:
        """What the method needs of one input at one layer."""
        flow, passes = flow_at(request, layer, tensor)
        arrays = (channels_first(a, layer) for a in (flow.activation, flow.gradient))
        activations, gradients = (array.astype(np.float64) for array in arrays)
        score = float(score_of(request, flow.logits)[0])
        return View(layer, activations, gradients, score, flow.provider, flow.notes, passes)

    def notes(self, view: View) -> tuple[str, ...]:
        """What must be said about the map of one layer."""
        if not self.is_averaging:
            return ()
        cam = self.combine(view.activations, view.gradients)
        return evidence_notes(cam, element_wise(view.activations, view.gradients))


def element_wise(activations: Stack, gradients: Stack) -> Stack:
    """(K, h, w) twice -> (h, w): the sum over channels of activation times gradient."""
    return np.einsum("khw,khw->hw", activations, gradients)


def run_cam(method: Cam, request: Request) -> Iterator[Step]:
    """Pick the layers, run forward and back, combine, put moved maps back, fuse, place."""
    options = read_options(method.id, method.options, request.options)
    started = time.perf_counter()
    layers = fused_layers(request, options.layers)
    moves = SMOOTHINGS[options.smoothing]
    still: list[View] = []
    maps: list[Stack] = []
    passes = 0
    for number, layer in enumerate(layers):
        work = _one_layer(method, request, layer, options)
        for index, (view, cam) in enumerate(work):
            passes += view.passes
            still += [view] * (index == 0)
            maps[number:] = [cam]
            done = (number * len(moves) + index + 1) / (len(layers) * len(moves))
            yield Step(0.95 * done, f"looking at {layer.name}")
    finest = int(np.argmax([cam.size for cam in maps]))
    outcome = Outcome(
        maps[0] if len(maps) == 1 else fuse_maps(maps),
        still[finest].score,
        still[finest].provider,
        passes,
        {**method.conventions, **_option_conventions(options, layers)},
        _all_notes(method, options, still),
        layers[finest],
    )
    yield Step(1.0, result=explained(method, request, options, outcome, started))


def fuse_maps(maps: Sequence[Stack]) -> Stack:
    """Maps of several layers -> their mean at the finest resolution.

    Each is first divided by its own largest magnitude: gradients of different layers differ by
    orders of magnitude. A map without any evidence counts as zeros.
    """
    height, width = max((cam.shape for cam in maps), key=lambda shape: shape[0] * shape[1])
    total = np.zeros((height, width))
    for cam in maps:
        largest = np.abs(cam).max()
        if largest > 0.0:
            total += cv2.resize(cam / largest, (width, height), interpolation=cv2.INTER_LINEAR)
    return total / len(maps)


def evidence_notes(cam: Stack, evidence: Stack) -> tuple[str, ...]:
    """What must be said about a map that has evidence, given the element-wise one at its layer."""
    if cam.max() <= 0.0 or cam.max() == cam.min():
        return ()
    return (AVERAGED_AWAY,) if _agreement(cam, evidence) < CHANCE else ()


def _one_layer(
    method: Cam, request: Request, layer: Layer, options: CamOptions
) -> Iterator[tuple[View, Stack]]:
    """Every view of one layer with the map so far; the first view is the picture unmoved."""
    recipe, total = request.model.manifest.recipe, None
    moves: Sequence[Move] = SMOOTHINGS[options.smoothing]
    for move in moves:
        view = method.look(request, layer, moved(request.tensor, recipe, move))
        if options.eigen_smoothing:
            cam = first_component(method.weighted(view.activations, view.gradients))
        else:
            cam = method.combine(view.activations, view.gradients)
        if len(moves) == 1:
            yield view, cam
            return
        total = add_back(total, cam, recipe, move)
        yield view, total[0] / total[1]


def _all_notes(method: Cam, options: CamOptions, views: Sequence[View]) -> tuple[str, ...]:
    notes = [note for view in views for note in (*method.notes(view), *view.notes)]
    return tuple(dict.fromkeys((*notes, *warning_of(options.smoothing))))


def _option_conventions(options: CamOptions, layers: Sequence[Layer]) -> dict[str, str]:
    """What the options change about the meaning of the numbers."""
    said = {}
    if options.smoothing != "none":
        said["smoothing"] = (
            f"mean of the raw maps of {len(SMOOTHINGS[options.smoothing])} moved pictures, put back"
            " in place at the input's resolution; places outside a moved picture do not count"
        )
    if options.eigen_smoothing:
        said["eigen smoothing"] = (
            "first principal component of the weighted feature maps, centred; its sign is that of"
            " its correlation with their sum"
        )
    if len(layers) > 1:
        said["fusion"] = (
            f"mean of {len(layers)} layers ({', '.join(layer.name for layer in layers)}), each"
            " divided by its own largest magnitude, at the finest resolution"
        )
    return said


def _agreement(cam: Stack, evidence: Stack) -> float:
    """How high the map ranks the places of positive evidence: 1 the highest, 0.5 chance."""
    weights = np.maximum(evidence, 0.0).ravel().astype(np.float64)
    if weights.sum() == 0.0:
        return CHANCE
    ranks = np.argsort(np.argsort(cam.ravel(), kind="stable"), kind="stable") / (cam.size - 1)
    return float((weights * ranks).sum() / weights.sum())
