"""From numbers to an `Explanation`: the conventions, the place on the image, the warnings."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import (
    CONSTANT_MAP,
    NO_POSITIVE_EVIDENCE,
    Explanation,
    Method,
    Request,
)
from engine.graph.layers import Layer
from engine.graph.placement import place
from engine.images.geometry import resize_affine
from engine.inference.model import Model
from engine.language import FindingName, said

REDUCTIONS = ("sum", "max-abs", "mean")

CONVENTIONS = {
    "sign": said("signed; positive values speak for the class, clipping is left to the display"),
    "resize": said("half-pixel bilinear, the map spans the whole network input"),
    "normalisation": said("none; done for display only, after resizing"),
}


@dataclass(frozen=True)
class Outcome:
    """What a method found, before it is made an `Explanation`.

    Attributes:
        map: (h, w) signed.
        score: the explained number for the input itself.
        provider: execution provider that computed it.
        passes: model runs used.
        conventions: beyond `CONVENTIONS`; equal names replace.
        notes: warnings besides those that the map itself shows.
        layer: for methods at a layer.
        completeness_error: relative gap of a method that promises a sum.
        standard_error: mean standard error of a sampling method.
        regions: (h, w) superpixel numbers from 0, for methods on superpixels.
    """

    map: NDArray[np.floating[Any]]
    score: float
    provider: str
    passes: int
    conventions: Mapping[str, str]
    notes: tuple[str, ...] = ()
    layer: Layer | None = None
    completeness_error: float | None = None
    standard_error: float | None = None
    regions: NDArray[np.int32] | None = None


def explained(
    method: Method, request: Request, options: Any, outcome: Outcome, started: float
) -> Explanation:
    """The `Explanation` of an outcome.

    Args:
        method: who made it.
        request: what was asked.
        options: the options used, a dataclass.
        outcome: what came out.
        started: `time.perf_counter` at the begin of the work.
    """
    picture = np.asarray(outcome.map, np.float32)
    recipe, layer = request.model.manifest.recipe, outcome.layer
    to_input = resize_affine(picture.shape, (recipe.height, recipe.width))
    placement = {} if layer is None else {"placement": _placement(request, layer)}
    return Explanation(
        method=method.id,
        map=picture,
        to_image=to_input.then(request.to_image),
        target=request.target,
        layer=None if layer is None else layer.name,
        layer_tensor=None if layer is None else layer.tensor,
        conventions={
            "score": _score_convention(request), **CONVENTIONS, **outcome.conventions, **placement,
            **_complement_convention(request),
        },
        options=asdict(options),
        seed=request.seed,
        model_id=request.model.manifest.id,
        provider=outcome.provider,
        score=outcome.score,
        passes=outcome.passes,
        seconds=time.perf_counter() - started,
        completeness_error=outcome.completeness_error,
        standard_error=outcome.standard_error,
        flags=(*_shape_flags(picture), *outcome.notes),
        regions=outcome.regions,
        against=request.against,
    )  # fmt: skip


def plane_of(
    request: Request, attributions: NDArray[np.floating[Any]], reduction: str = "sum"
) -> NDArray[np.float64]:
    """Attributions of one network input, (1, ...), over its channels -> (H, W).

    Args:
        request: whose recipe tells the layout.
        attributions: shaped as the network input.
        reduction: ``sum`` keeps completeness, and is right for a grey picture given three times;
            ``max-abs`` is the largest magnitude over channels, always positive; ``mean``.
    """
    values = attributions[0].astype(np.float64)
    axis = 0 if request.model.manifest.recipe.layout == "nchw" else 2
    if reduction == "sum":
        return values.sum(axis)
    return values.mean(axis) if reduction == "mean" else np.abs(values).max(axis)


def _score_convention(request: Request) -> str:
    if request.against is None:
        return said("logit")
    return said(
        "difference of logits: {name} minus {name_2}",
        name=FindingName(request.target.name),
        name_2=FindingName(request.against.name),
    )


def _complement_convention(request: Request) -> dict[str, str]:
    """States the sign where the target is the absence that a lone neuron implies."""
    if request.target.sign > 0:
        return {}
    return {"target": said("complement of the only neuron: its score is minus that neuron's logit")}


def _shape_flags(picture: NDArray[np.float32]) -> tuple[str, ...]:
    if picture.max() <= 0.0:
        return (NO_POSITIVE_EVIDENCE,)
    return (CONSTANT_MAP,) if picture.max() == picture.min() else ()


def _placement(request: Request, layer: Layer) -> str:
    """How far the papers' stretching puts cells from where they look, found once per layer."""
    model = request.model
    return model.derived(f"placement of {layer.tensor}", lambda: _stated_placement(model, layer))


def _stated_placement(model: Model, layer: Layer) -> str:
    exact = place(model.facts, layer.tensor)
    recipe = model.manifest.recipe
    if exact is None or layer.height is None or layer.width is None:
        return said("stretched over the input; where its cells look cannot be told from the graph")
    stretched = resize_affine((layer.height, layer.width), (recipe.height, recipe.width))
    corners = [(x, y) for x in (0.5, layer.width - 0.5) for y in (0.5, layer.height - 0.5)]
    offsets = [np.subtract(exact.apply(*at), stretched.apply(*at)) for at in corners]
    distance = float(np.abs(offsets).max())
    if distance <= 0.5:
        return said("stretched over the input, every cell on the centre of its receptive field")
    share = 100.0 * distance / recipe.width
    return said(
        "stretched over the input; the centres of the cells' receptive fields lie "
        "up to {distance:.1f} input pixels ({share:.0f} % of its width) from "
        "there",
        distance=distance,
        share=share,
    )
