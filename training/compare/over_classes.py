"""Several classes together: the mean over those that can be judged, for both models."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.bundle.recommendation import LEAST_IMAGES
from training.compare.class_pair import (
    FREE,
    UNDEFINED_DIFFERENCE,
    Floats,
    Pair,
    both_statistics,
    centred,
    key_of,
)
from training.evaluate.figure import Figure, figure, figure_without_bias
from training.evaluate.resampling import Patients, Weights, bootstrap, estimates

_RATES = ("sensitivity", "specificity", "balanced_accuracy")
_SIDES = ("old", "new")
_WHY = "no class has images with and without it"


def mean_figures(pairs: Sequence[Pair], patients: Patients) -> dict[str, dict[str, Figure]]:
    """By name ``old``, ``new`` and ``difference``, the mean over classes.

    Classes with fewer than `LEAST_IMAGES` images of either kind are left out, unless all are such.
    """
    large = [pair for pair in pairs if min(pair.ill.sum(), (~pair.ill).sum()) >= LEAST_IMAGES]
    used = large if large else list(pairs)
    own = [both_statistics(pair) for pair in used]
    with_points = all(pair.has_points for pair in used)
    names = (*FREE, *(_RATES if with_points else ()))

    def measure(weights: Weights) -> dict[str, Floats]:
        told = [statistics(weights) for statistics in own]
        keys = [key_of(which, name) for which in _SIDES for name in names]
        return {key: _mean([entry[key] for entry in told]) for key in keys}

    values, rounds = estimates(measure, len(patients.owner)), bootstrap(measure, patients)
    return {name: _of_both(name, values, rounds) for name in names}


def _of_both(name: str, values: dict[str, float], rounds: dict[str, Floats]) -> dict[str, Figure]:
    one, other = (key_of(which, name) for which in _SIDES)
    kind = figure_without_bias if name == "ece" else figure
    change, drawn = values[other] - values[one], rounds[other] - rounds[one]
    difference = (
        centred(change, drawn) if name == "ece" else figure(change, drawn, UNDEFINED_DIFFERENCE)
    )
    return {
        "old": kind(values[one], rounds[one], _WHY),
        "new": kind(values[other], rounds[other], _WHY),
        "difference": difference,
    }


def facts_of_classes(classes: Sequence[dict[str, Any]]) -> dict[str, dict[str, Figure]]:
    """The same where there is one class: its own figures and rates."""
    return classes[0]["figures"] | classes[0]["rates"]


def _mean(values: list[Floats]) -> Floats:
    """(R,) mean over the classes where it is defined; NaN where none is."""
    stacked = np.stack(values)
    known = ~np.isnan(stacked)
    sums = np.where(known, stacked, 0.0).sum(axis=0)
    return np.divide(sums, known.sum(axis=0), out=np.full_like(sums, np.nan),
                     where=known.any(axis=0))  # fmt: skip
