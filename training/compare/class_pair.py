"""One class as two models see it in the same images: figures of both and of their difference."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.recommendation import LEAST_IMAGES
from training.compare.delong import compare_areas
from training.compare.mcnemar import compare_decisions
from training.compare.paired_shares import share_difference
from training.evaluate.confusion import RATES
from training.evaluate.figure import Figure, figure
from training.evaluate.one_class import class_statistics, figures_of_class
from training.evaluate.ranking import roc_curve
from training.evaluate.reliability import calibration_bins
from training.evaluate.resampling import Patients, Statistics, Weights, bootstrap, estimates

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Point = Mapping[str, Any]
FREE = ("roc_auc", "pr_auc", "brier", "ece")
SHOWN_RATES = ("accuracy", "sensitivity", "specificity", "ppv", "npv", "balanced_accuracy")
_OLD, _NEW = "old", "new"
_POINT = "point"  # each model's first operating point, whatever it is called
UNDEFINED_DIFFERENCE = "one of the two is undefined"
_SAME_TRIALS: dict[str, Callable[[Bools], Bools]] = {
    "accuracy": np.ones_like,
    "sensitivity": lambda ill: ill,
    "specificity": np.logical_not,
}


@dataclass(frozen=True)
class Pair:
    """One class of both models.

    Attributes:
        name: as shown.
        old: (N,) probabilities of the old model.
        new: (N,) of the new one.
        ill: (N,) whether the image has it.
        old_point: ``name`` and ``threshold`` of its operating point, or None.
        new_point: likewise.
    """

    name: str
    old: Floats
    new: Floats
    ill: Bools
    old_point: Point | None
    new_point: Point | None

    def part(self, chosen: Bools) -> "Pair":
        """Some of the images."""
        return Pair(
            self.name, self.old[chosen], self.new[chosen], self.ill[chosen], self.old_point,
            self.new_point,
        )  # fmt: skip

    def called(self, which: str) -> Bools | None:
        """(N,) whether a model (``old`` | ``new``) reaches its operating point; None: no point."""
        point = self.old_point if which == _OLD else self.new_point
        scores = self.old if which == _OLD else self.new
        return None if point is None else scores >= point["threshold"]

    @property
    def has_points(self) -> bool:
        """Whether decisions of both can be compared."""
        return self.old_point is not None and self.new_point is not None


def compare_class(pair: Pair, patients: Patients) -> dict[str, Any]:
    """Everything about one class, as plain JSON values.

    Returns:
        - ``name``, ``positives``, ``negatives`` (images), ``is_judged``: both are `LEAST_IMAGES`
          or more;
        - ``points``: ``old`` and ``new``, each with ``name`` and ``threshold``, or None;
        - ``figures``: `FREE` by name, each with ``old``, ``new`` and ``difference`` (new minus
          old), all of them figures as in `training.evaluate.figure`;
        - ``rates``: likewise `SHOWN_RATES` at each model's own point; empty without points;
        - ``delong``: see `training.compare.delong`, None where undefined;
        - ``mcnemar``: of all images; ``mcnemar_with`` and ``mcnemar_without``: of those with the
          finding and without it; None without points;
        - ``curves``: ``old`` and ``new``, each with ``roc`` and ``calibration``.
    """
    positives, negatives = int(pair.ill.sum()), int((~pair.ill).sum())
    measured = _measured(pair, patients)
    areas = compare_areas(pair.old, pair.new, pair.ill)
    return {
        "name": pair.name,
        "positives": positives,
        "negatives": negatives,
        "is_judged": min(positives, negatives) >= LEAST_IMAGES,
        "points": {_OLD: _plain(pair.old_point), _NEW: _plain(pair.new_point)},
        "figures": {name: measured[name] for name in FREE},
        "rates": {name: measured[name] for name in SHOWN_RATES if name in measured},
        "delong": None if areas is None else areas.as_json(),
        **_tests(pair),
        "curves": {_OLD: _curves(pair.old, pair.ill), _NEW: _curves(pair.new, pair.ill)},
    }


def compare_part(pair: Pair, patients: Patients) -> dict[str, Any]:
    """The area and the rates of a subgroup: ``old``, ``new``, ``difference``, and ``rates``."""
    measured = _measured(pair, patients)
    return {
        "name": pair.name,
        "positives": int(pair.ill.sum()),
        "negatives": int((~pair.ill).sum()),
        **measured["roc_auc"],
        "rates": {k: measured[k] for k in ("sensitivity", "specificity") if k in measured},
    }


def _measured(pair: Pair, patients: Patients) -> dict[str, dict[str, Figure]]:
    """Figures of both and their differences, by name."""
    both = both_statistics(pair)
    values, rounds = estimates(both, len(pair.ill)), bootstrap(both, patients)
    own = {which: _figures(pair, which, patients, values, rounds) for which in (_OLD, _NEW)}
    found = {}
    for name in (*FREE, *(SHOWN_RATES if pair.has_points else ())):
        one, other = key_of(_OLD, name), key_of(_NEW, name)
        value, drawn = values[other] - values[one], rounds[other] - rounds[one]
        if name in _SAME_TRIALS and not np.isnan(value):
            difference = _share_difference(pair, name, patients, drawn)
        elif name == "ece":
            difference = centred(value, drawn)
        else:
            difference = figure(value, drawn, UNDEFINED_DIFFERENCE)
        found[name] = {
            _OLD: own[_OLD][name], _NEW: own[_NEW][name], "difference": difference,
        }  # fmt: skip
    return found


def both_statistics(pair: Pair) -> Statistics:
    """Everything of both models of the same draws: ``old.roc_auc``, ``new.point.accuracy`` ..."""
    return _joint({_OLD: _statistics(pair, _OLD), _NEW: _statistics(pair, _NEW)})


def key_of(which: str, name: str) -> str:
    """What `both_statistics` calls a figure of ``old`` or ``new``."""
    return f"{which}.{_POINT}.{name}" if name in RATES else f"{which}.{name}"


def centred(value: float, drawn: Floats) -> Figure:
    """A difference of calibration errors, the bootstrap's median bias taken off its interval.

    Both errors only grow by drawing again, and not by the same amount.
    """
    found = figure(value, drawn, UNDEFINED_DIFFERENCE)
    if found["low"] is None:
        return found
    bias = float(np.nanmedian(drawn)) - value
    return found | {end: found[end] - bias for end in ("low", "high")}


def _statistics(pair: Pair, which: str) -> Statistics:
    called = pair.called(which)
    scores = pair.old if which == _OLD else pair.new
    return class_statistics(scores, pair.ill, {} if called is None else {_POINT: called})


def _joint(statistics: Mapping[str, Statistics]) -> Statistics:
    """Both models' statistics of the same draws, their names before them."""

    def measure(weights: Weights) -> dict[str, Floats]:
        return {
            f"{which}.{name}": values
            for which, own in statistics.items()
            for name, values in own(weights).items()
        }

    return measure


def _figures(
    pair: Pair,
    which: str,
    patients: Patients,
    values: Mapping[str, float],
    rounds: Mapping[str, Floats],
) -> dict[str, Figure]:
    called = pair.called(which)
    own = {name.partition(".")[2]: name for name in values if name.startswith(f"{which}.")}
    found = figures_of_class(
        {} if called is None else {_POINT: called},
        pair.ill,
        patients,
        {short: values[name] for short, name in own.items()},
        {short: rounds[name] for short, name in own.items()},
    )
    return found["free"] | found["rates"].get(_POINT, {})


def _share_difference(pair: Pair, name: str, patients: Patients, drawn: Floats) -> Figure:
    trials = _SAME_TRIALS[name](pair.ill)
    hits = [(pair.called(which) == pair.ill)[trials] for which in (_OLD, _NEW)]
    return share_difference(*hits, patients.among(trials), drawn)


def _tests(pair: Pair) -> dict[str, Any]:
    if not pair.has_points:
        return dict.fromkeys(("mcnemar", "mcnemar_with", "mcnemar_without"))
    old, new = (pair.called(which) == pair.ill for which in (_OLD, _NEW))
    return {
        "mcnemar": compare_decisions(old, new),
        "mcnemar_with": compare_decisions(old[pair.ill], new[pair.ill]),
        "mcnemar_without": compare_decisions(old[~pair.ill], new[~pair.ill]),
    }


def _curves(scores: Floats, ill: Bools) -> dict[str, Any]:
    is_mixed = bool(ill.any() and not ill.all())
    return {
        "roc": roc_curve(scores, ill.astype(np.float64)) if is_mixed else None,
        "calibration": calibration_bins(scores, ill.astype(np.float64)),
    }


def _plain(point: Point | None) -> dict[str, Any] | None:
    return None if point is None else {key: point[key] for key in ("name", "threshold")}
