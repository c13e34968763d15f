"""The figures of one class against the rest, with their intervals."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluate.confusion import RATES, plain_counts, rate_statistics
from training.evaluate.figure import Figure, Floats, figure, figure_without_bias, proportion
from training.evaluate.ranking import Ranking
from training.evaluate.reliability import brier_statistic, ece_statistic
from training.evaluate.resampling import Patients, Statistics, Weights, bootstrap, estimates

_REASONS = {
    "roc_auc": "it needs images with and without the finding",
    "pr_auc": "no image has the finding",
    "brier": "no image",
    "ece": "no image",
}


def class_figures(
    probabilities: Floats,
    ill: NDArray[np.bool_],
    points: list[dict[str, Any]],
    patients: Patients,
) -> dict[str, Any]:
    """``figures`` (free of a threshold) and ``points`` (each with ``counts`` and ``figures``).

    Args:
        probabilities: (N,) of the class.
        ill: (N,) whether the image has it.
        points: of the class, see `training.evaluate.points.choose_points`.
        patients: whose images they are.
    """
    calls = {point["name"]: probabilities >= point["threshold"] for point in points}
    statistics = class_statistics(probabilities, ill, calls)
    values, rounds = estimates(statistics, len(ill)), bootstrap(statistics, patients)
    found = figures_of_class(calls, ill, patients, values, rounds)
    return {
        "figures": found["free"],
        "points": [
            {key: point[key] for key in ("name", "threshold", "source")}
            | {
                "counts": plain_counts(calls[point["name"]], ill),
                "figures": found["rates"][point["name"]],
            }
            for point in points
        ],
    }


def figures_of_class(
    calls: Mapping[str, NDArray[np.bool_]],
    ill: NDArray[np.bool_],
    patients: Patients,
    values: Mapping[str, float],
    rounds: Mapping[str, Floats],
) -> dict[str, Any]:
    """Figures with intervals, of values that were measured: ``free``, and ``rates`` by point.

    Args:
        calls: by name of the point, (N,) whether an image reaches it.
        ill: (N,).
        patients: whose images they are.
        values: estimates of `class_statistics`.
        rounds: its bootstrap rounds.
    """
    return {
        "free": {
            name: (figure_without_bias if name == "ece" else figure)(
                values[name], rounds[name], why
            )
            for name, why in _REASONS.items()
        },
        "rates": {
            name: rate_figures(called, ill, patients, values, rounds, prefix=f"{name}.")
            for name, called in calls.items()
        },
    }


def class_statistics(
    probabilities: Floats, ill: NDArray[np.bool_], calls: Mapping[str, NDArray[np.bool_]]
) -> Statistics:
    """The figures free of a threshold by name, and the rates as ``point.rate``."""
    targets = ill.astype(np.float64)
    ranking = Ranking(probabilities, targets)
    free = {
        "roc_auc": ranking.roc_auc,
        "pr_auc": ranking.pr_auc,
        "brier": brier_statistic(probabilities, targets),
        "ece": ece_statistic(probabilities, targets),
    }
    bound = {name: rate_statistics(called, ill) for name, called in calls.items()}

    def measure(weights: Weights) -> dict[str, Floats]:
        rates = {
            f"{point}.{name}": values
            for point, measured in bound.items()
            for name, values in measured(weights).items()
        }
        return {name: statistic(weights) for name, statistic in free.items()} | rates

    return measure


def rate_figures(
    called: NDArray[np.bool_],
    ill: NDArray[np.bool_],
    patients: Patients,
    values: Mapping[str, float],
    rounds: Mapping[str, Floats],
    *,
    prefix: str = "",
) -> dict[str, Figure]:
    """Every rate with its interval: Wilson's for proportions of images, else the bootstrap's.

    Args:
        called: (N,) at or above the threshold.
        ill: (N,).
        patients: whose images they are.
        values: estimates by ``prefix`` + name.
        rounds: bootstrap rounds, likewise.
        prefix: see `values`.
    """
    trials = _trials(called, ill)
    found = {}
    for name, rate in RATES.items():
        value, drawn = values[prefix + name], rounds[prefix + name]
        if rate.is_share and trials[name].any():
            total = int(trials[name].sum())
            owners = patients.among(trials[name])
            found[name] = proportion(round(value * total), total, owners, drawn)
        else:
            found[name] = figure(value, drawn, rate.reason)
    return found


def _trials(called: NDArray[np.bool_], ill: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """The images that a proportion is a proportion of."""
    every = np.ones_like(ill)
    return {
        "accuracy": every, "sensitivity": ill, "fnr": ill, "specificity": ~ill, "fpr": ~ill,
        "ppv": called, "fdr": called, "npv": ~called,
    }  # fmt: skip
