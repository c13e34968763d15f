"""The frame of class activation maps from activations and gradients: look, combine, fuse, place.

A method is a function of one layer's activations and gradients; everything around it is here: the
layers to look at, the moved pictures of smoothing, eigen smoothing, fusion, what must be said.
"""

import functools
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of, score_weights
from engine.explain.cam_layers import EACH_RESOLUTION, OnLayer, channels_first, fused_layers
from engine.explain.cam_smoothing import SMOOTHINGS, add_back, moved, warning_of
from engine.explain.explanation import Explanation, Request
from engine.explain.flows import fingerprint, flow_at, runs_of, seen_at
from engine.explain.principal import first_component
from engine.explain.result import Outcome, explained
from engine.graph.layers import Layer
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# A map that ranks the places of activation x gradient lower than this points away from them.
CHANCE = 0.5
AVERAGED_AWAY = said("averaging hides the places: HiResCAM at this layer shows something else")

SIGN = said("signed; positive values speak for the class, the paper's ReLU is applied on display")
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
class FeatureMaps:
    """One layer's feature maps for one input, whatever the class.

    Attributes:
        values: (K, h, w) float64.
    """

    values: NDArray[np.float64]

    @functools.cached_property
    def sums(self) -> NDArray[np.float64]:
        """(K,) sums over places."""
        return self.values.sum(axis=(1, 2))

    @functools.cached_property
    def magnitudes(self) -> NDArray[np.float64]:
        """(K,) sums over places of the absolute values."""
        return np.abs(self.values).sum(axis=(1, 2))

    @functools.cached_property
    def component(self) -> NDArray[np.float64]:
        """(h, w) projection on the first principal component."""
        return first_component(self.values)


@dataclass(frozen=True)
class View:
    """One layer's numbers for one input and one score. What several methods ask is kept.

    Attributes:
        layer: the layer.
        maps: the feature maps.
        gradients: (K, h, w) float64 d(score)/d(feature maps).
        score: the explained number.
        provider: execution provider.
        notes: how gradients were approximated, if they were.
    """

    layer: Layer
    maps: FeatureMaps
    gradients: NDArray[np.float64]
    score: float
    provider: str
    notes: tuple[str, ...]

    @property
    def activations(self) -> NDArray[np.float64]:
        """(K, h, w) the feature maps' values."""
        return self.maps.values

    @functools.cached_property
    def evidence(self) -> NDArray[np.float64]:
        """(K, h, w) activation times gradient, element by element."""
        return self.activations * self.gradients

    @functools.cached_property
    def evidence_map(self) -> NDArray[np.float64]:
        """(h, w) the sum of `evidence` over channels."""
        return self.evidence.sum(axis=0)


class Cam(OnLayer):
    """What these methods share; each adds its facts and `weighted`."""

    needs: ClassVar[frozenset[str]] = frozenset({"layer", "gradient"})
    cost: ClassVar[str] = "1 forward + 1 backward of the tail behind the layer"
    options: ClassVar[type] = CamOptions
    conventions: ClassVar[Mapping[str, str]] = {"sign": SIGN}
    # Whether one weight per channel stands for gradients that differ from place to place.
    is_averaging: ClassVar[bool] = False
    id: ClassVar[str]

    def passes(self, request: Request) -> int:
        """For every moved picture one run forward, and one back for every layer.

        A layer that the network cannot be cut at takes a run forward of its own.
        """
        options = read_options(self.id, self.options, request.options)
        layers = fused_layers(request, options.layers)
        uncuttable = sum(not layer.is_cuttable for layer in layers)
        forward = uncuttable + (uncuttable < len(layers))
        return (forward + len(layers)) * len(SMOOTHINGS[options.smoothing])

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        yield from run_cam(self, request)

    def weighted(self, view: View) -> Stack:
        """(K, h, w) parts of the map, one per channel."""
        raise NotImplementedError

    def combine(self, view: View) -> Stack:
        """(h, w) signed map."""
        return self.weighted(view).sum(axis=0)

    def look(
        self,
        request: Request,
        layer: Layer,
        tensor: NDArray[np.float32],
        together: Sequence[Layer] = (),
    ) -> tuple[View, int]:
        """What the method needs of one input at one layer, and the model runs that it took.

        `together` are the layers that one run forward looks at, as for `seen_at`.
        """
        group = tuple(one.tensor for one in together)
        image = fingerprint(tensor)
        key = ("view", group, layer.tensor, *image, score_weights(request).tobytes())
        known = runs_of(request.model).find(key)
        if isinstance(known, View):
            return known, 0
        flow, passes = flow_at(request, layer, tensor, together)
        view = View(
            layer,
            feature_maps(request, layer, (group, *image), flow.activation),
            channels_first(flow.gradient, layer).astype(np.float64),
            float(score_of(request, flow.logits)[0]),
            flow.provider,
            flow.notes,
        )
        # With the gradients, their products with the activations.
        runs_of(request.model).keep(key, view, 2 * view.gradients.nbytes)
        return view, passes

    def notes(self, view: View) -> tuple[str, ...]:
        """What must be said about the map of one layer."""
        if not self.is_averaging:
            return ()
        return evidence_notes(self.combine(view), view.evidence_map)


class WeightedCam(Cam):
    """Class activation maps with one weight per channel; each adds its `weights`."""

    is_averaging: ClassVar[bool] = True

    def weights(self, view: View) -> Stack:
        """(K,) weights of the feature maps."""
        raise NotImplementedError

    def weighted(self, view: View) -> Stack:
        """The feature maps times their weights."""
        return self.weights(view)[:, None, None] * view.activations

    def combine(self, view: View) -> Stack:
        """Their sum, without making each."""
        return np.tensordot(self.weights(view), view.activations, axes=1)


def feature_maps(
    request: Request, layer: Layer, run: tuple[object, ...], activation: NDArray[np.float32]
) -> FeatureMaps:
    """A layer's activations in one run, widened once for all methods and classes."""
    key = ("feature maps", layer.tensor, *run)
    known = runs_of(request.model).find(key)
    if isinstance(known, FeatureMaps):
        return known
    found = FeatureMaps(channels_first(activation, layer).astype(np.float64, order="C"))
    runs_of(request.model).keep(key, found, found.values.nbytes)
    return found


def run_cam(method: Cam, request: Request) -> Iterator[Step]:
    """Pick the layers, run forward and back, combine, put moved maps back, fuse, place."""
    options = read_options(method.id, method.options, request.options)
    started = time.perf_counter()
    layers = fused_layers(request, options.layers)
    together = [layer for layer in layers if layer.is_cuttable] if len(layers) > 1 else []
    recipe, moves = request.model.manifest.recipe, SMOOTHINGS[options.smoothing]
    still: list[View] = []
    totals: list[Any] = [None] * len(layers)
    passes = 0

    def result() -> Explanation:
        maps = totals if len(moves) == 1 else [total / count for total, count in totals]
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
        return explained(method, request, options, outcome, started)

    yield Step(0.0, said("looking at {name}", name=layers[0].name))
    for index, move in enumerate(moves):
        picture = moved(request.tensor, recipe, move)
        for number, layer in enumerate(layers):
            if index == number == 0 and layer.is_cuttable:
                passes += seen_at(request, layer, picture, together)[1]
                yield Step(0.0, said("looking at {name}", name=layer.name))
            view, runs = method.look(request, layer, picture, together)
            passes += runs
            still += [view] * (index == 0)
            cam = _combined(method, view, options)
            is_alone = len(moves) == 1
            totals[number] = cam if is_alone else add_back(totals[number], cam, recipe, move)
            done = (index * len(layers) + number + 1) / (len(layers) * len(moves))
            if done < 1.0:
                partial = result() if number + 1 == len(layers) else None
                yield Step(0.99 * done, said("looking at {name}", name=layer.name), partial)
    yield Step(1.0, result=result())


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


def _combined(method: Cam, view: View, options: CamOptions) -> Stack:
    """(h, w) the map of one view."""
    if options.eigen_smoothing:
        return first_component(method.weighted(view))
    return method.combine(view)


def _all_notes(method: Cam, options: CamOptions, views: Sequence[View]) -> tuple[str, ...]:
    notes = [note for view in views for note in (*method.notes(view), *view.notes)]
    return tuple(dict.fromkeys((*notes, *warning_of(options.smoothing))))


def _option_conventions(options: CamOptions, layers: Sequence[Layer]) -> dict[str, str]:
    """What the options change about the meaning of the numbers."""
    stated: dict[str, str] = {}
    if options.smoothing != "none":
        stated["smoothing"] = said(
            "mean of the raw maps of {count} moved pictures, put back in place at the "
            "input's resolution; places outside a moved picture do not count",
            count=len(SMOOTHINGS[options.smoothing]),
        )
    if options.eigen_smoothing:
        stated["eigen smoothing"] = said(
            "first principal component of the weighted feature maps, centred; its "
            "sign is that of its correlation with their sum"
        )
    if len(layers) > 1:
        stated["fusion"] = said(
            "mean of {count} layers ({name}), each divided by its own largest "
            "magnitude, at the finest resolution",
            count=len(layers),
            name=", ".join(layer.name for layer in layers),
        )
    return stated


def _agreement(cam: Stack, evidence: Stack) -> float:
    """How high the map ranks the places of positive evidence: 1 the highest, 0.5 chance."""
    weights = np.maximum(evidence, 0.0).ravel().astype(np.float64)
    if weights.sum() == 0.0:
        return CHANCE
    ranks = np.argsort(np.argsort(cam.ravel(), kind="stable"), kind="stable") / (cam.size - 1)
    return float((weights * ranks).sum() / weights.sum())
