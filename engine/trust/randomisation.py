r"""Sanity checks: a map that shows what the network learned must not survive other weights.

- Model parameter randomisation (Adebayo et al., NeurIPS 2018, cascading): the weights of the last
  layers, then of more and more of them, are shuffled within their tensors, in a copy of the
  network; value: how alike the map of the fully shuffled network is.
- Random logit (Sixt et al., ICML 2020): how alike the map of another class is.

Likeness is the larger of :math:`|\rho|` of the maps and of their magnitudes (Spearman): a pattern
that comes back inverted has survived.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import InvalidOutput
from engine.inference.model import Model
from engine.inference.shuffled import shuffled_model, weighted_nodes
from engine.inference.target import list_targets
from engine.language import said
from engine.progress import Step
from engine.trust.again import explained_again, not_measured, too_costly
from engine.trust.case import Case
from engine.trust.effort import Effort
from engine.trust.figure import Figure, Light
from engine.trust.similarity import spearman
from engine.trust.stability import EDGES

GONE, SURVIVES = 0.5, 0.8
OTHER, SAME = 0.8, 0.95
WEIGHTS_NAME = said("Shuffled weights, likeness of the map")
CLASS_NAME = said("Another class, likeness of the map")


def run_weights(case: Case, effort: Effort) -> Iterator[Step]:
    """Model parameter randomisation; the last step's result is a tuple of one `Figure`."""
    why = too_costly(case, effort)
    count = len(weighted_nodes(case.request.model))
    if not why and count == 0:
        why = said("The network stores no weights that could be shuffled.")
    if why:
        yield Step(1.0, result=(not_measured("weight-randomisation", WEIGHTS_NAME, why),))
        return
    curve: list[dict[str, float | int | None]] = []
    own = case.explanation.map.astype(np.float64)
    cuts = min(effort.cuts, count)
    for cut in range(cuts):
        layers = math.ceil(count * (cut + 1) / cuts)
        yield Step(cut / cuts, WEIGHTS_NAME)
        other = _with_shuffled_weights(case.request.model, layers, case.request.seed)
        try:
            request = replace(case.request, model=other)
            answer = yield from explained_again(case, request, WEIGHTS_NAME, cut / cuts, 1 / cuts)
            found = likeness(own, answer.map.astype(np.float64))
        except InvalidOutput:
            found = None
        curve.append({"layers": layers, "likeness": found})
    yield Step(1.0, result=(_weights_figure(curve, count),))


def run_class(case: Case, effort: Effort) -> Iterator[Step]:
    """Random logit; the last step's result is a tuple of one `Figure`."""
    why = too_costly(case, effort)
    target = case.request.target
    others = [
        other
        for other in list_targets(case.request.model.manifest)
        if other.column != target.column
    ]
    if not why and not others:
        why = said("The network has one output; there is no other class to compare with.")
    if why:
        yield Step(1.0, result=(not_measured("random-logit", CLASS_NAME, why),))
        return
    random = np.random.default_rng((case.request.seed, 19))
    other = others[int(random.integers(len(others)))]
    request = replace(case.request, target=other, against=None)
    answer = yield from explained_again(case, request, CLASS_NAME, 0.0, 1.0)
    found = likeness(case.explanation.map.astype(np.float64), answer.map.astype(np.float64))
    yield Step(1.0, result=(_class_figure(found, other.name),))


def likeness(own: NDArray[np.float64], other: NDArray[np.float64]) -> float | None:
    """0..1, see the module; None where a map is constant."""
    pairs = ((own, other), (np.abs(own), np.abs(other)))
    found = [abs(value) for a, b in pairs if (value := spearman(a, b)) is not None]
    return max(found) if found else None


def _with_shuffled_weights(model: Model, layers: int, seed: int) -> Model:
    key = f"weights of {layers} layers shuffled with seed {seed}"
    return model.derived(key, lambda: shuffled_model(model, layers, seed))


def _weights_figure(curve: list[dict[str, float | int | None]], count: int) -> Figure:
    value = curve[-1]["likeness"]
    if value is None:
        light = Light.GOOD
        sentence = said("With shuffled weights nothing is left of the map.")
    elif value < GONE:
        light = Light.GOOD
        sentence = said("With shuffled weights the map is another: it shows what was learned.")
    elif value < SURVIVES:
        light = Light.DOUBTFUL
        sentence = said("With shuffled weights a part of the map stays.")
    else:
        light = Light.BAD
        sentence = said(
            "With shuffled weights the map stays: it does not show what the network learned."
        )
    details = {"cascade": curve, "weighted_layers": count}
    return Figure(
        "weight-randomisation", WEIGHTS_NAME, value, 1.0, EDGES, False, light, sentence, details
    )


def _class_figure(value: float | None, name: str) -> Figure:
    if value is None:
        light, sentence = Light.GOOD, said("The map of '{name}' is empty.", name=name)
    elif value < OTHER:
        light, sentence = Light.GOOD, said("The map of '{name}' is another.", name=name)
    elif value < SAME:
        light, sentence = Light.DOUBTFUL, said("The map of '{name}' looks similar.", name=name)
    else:
        light = Light.BAD
        sentence = said("The map of '{name}' is the same: it is not about this class.", name=name)
    return Figure(
        "random-logit", CLASS_NAME, value, 1.0, EDGES, False, light, sentence, {"class": name}
    )
