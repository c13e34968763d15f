"""Figures of several classes together: macro, micro, and of the one likeliest class."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.evaluate.confusion import RATES, Counts, counter
from training.evaluate.figure import Figure, Floats, figure, figure_without_bias, proportion
from training.evaluate.ranking import Ranking
from training.evaluate.reliability import brier_statistic, ece_statistic, top_label
from training.evaluate.resampling import Patients, Statistics, Weights, bootstrap, estimates

_MACRO = "every class lacks images with or without it"
_REASONS = {
    "roc_auc_macro": _MACRO,
    "pr_auc_macro": "no class has an image",
    "roc_auc_micro": "it needs images with and without a finding",
    "pr_auc_micro": "no image has a finding",
    "balanced_accuracy": "no class has an image",
    "mcc": "all images are called alike, or all have the same class",
    "f1_micro": "nothing is there and nothing is called",
}


def multiclass_figures(
    probabilities: Floats, targets: Floats, patients: Patients
) -> dict[str, Figure]:
    """Of classes that exclude each other, the likeliest called (top-1).

    ``accuracy``, ``balanced_accuracy`` (mean sensitivity), ``f1_macro``, ``mcc`` (Gorodkin 2004),
    ``brier`` (summed over classes), ``ece`` (of the likeliest class, Guo 2017) and the areas.
    """
    truth, best = targets.argmax(axis=1), probabilities.argmax(axis=1)
    confidence, is_right = top_label(probabilities, targets)
    counters = [counter(best == k, truth == k) for k in range(targets.shape[1])]
    areas = _areas(probabilities, targets)
    brier, ece = brier_statistic(probabilities, targets), ece_statistic(confidence, is_right)

    def measure(weights: Weights) -> dict[str, Floats]:
        counts, total = [count(weights) for count in counters], weights.sum(axis=1)
        return {
            "accuracy": (weights @ is_right) / total,
            "balanced_accuracy": _macro("sensitivity", counts),
            "f1_macro": _macro("f1", counts),
            "mcc": _gorodkin(counts, total),
            "brier": brier(weights),
            "ece": ece(weights),
        } | areas(weights)

    return _measured(measure, patients, shares={"accuracy"})


def multilabel_figures(
    probabilities: Floats,
    targets: Floats,
    thresholds: Sequence[float | None],
    patients: Patients,
) -> dict[str, Figure]:
    """Of findings that occur together, called at their own thresholds.

    ``exact_match`` (all findings of an image right), ``sensitivity_macro``, ``specificity_macro``,
    ``f1_macro``, ``f1_micro``, ``brier`` (summed over findings), ``ece`` (mean over findings) and
    the areas. Findings without a threshold are left out of what needs one.
    """
    known = [column for column, threshold in enumerate(thresholds) if threshold is not None]
    limits = np.array([thresholds[column] for column in known], np.float64)
    called, ill = probabilities[:, known] >= limits, targets[:, known] > 0.5
    counters = [counter(called[:, k], ill[:, k]) for k in range(len(known))]
    gaps = [ece_statistic(p, t) for p, t in zip(probabilities.T, targets.T, strict=True)]
    exact = (called == ill).all(axis=1).astype(np.float64)
    areas, brier = _areas(probabilities, targets), brier_statistic(probabilities, targets)

    def measure(weights: Weights) -> dict[str, Floats]:
        ece = _mean_of_defined([gap(weights) for gap in gaps])
        free = {"brier": brier(weights), "ece": ece} | areas(weights)
        if not known:
            return free
        counts = [count(weights) for count in counters]
        return {
            "exact_match": (weights @ exact) / weights.sum(axis=1),
            "sensitivity_macro": _macro("sensitivity", counts),
            "specificity_macro": _macro("specificity", counts),
            "f1_macro": _macro("f1", counts),
            "f1_micro": RATES["f1"].of(_summed(counts)),
        } | free

    return _measured(measure, patients, shares={"exact_match"})


def confusion_matrix(truth: NDArray[np.int64], called: NDArray[np.int64], classes: int) -> list:
    """Rows: what it is; columns: what it is called; images."""
    flat = np.bincount(truth * classes + called, minlength=classes * classes)
    return flat.reshape(classes, classes).tolist()


def _areas(probabilities: Floats, targets: Floats) -> Statistics:
    """Macro (mean over the classes where it is defined) and micro (all entries as one) areas."""
    rankings = [Ranking(p, t) for p, t in zip(probabilities.T, targets.T, strict=True)]
    images, classes = targets.shape
    pooled = Ranking(probabilities.ravel(), targets.ravel(), np.repeat(np.arange(images), classes))

    def measure(weights: Weights) -> dict[str, Floats]:
        return {
            "roc_auc_macro": _mean_of_defined([r.roc_auc(weights) for r in rankings]),
            "pr_auc_macro": _mean_of_defined([r.pr_auc(weights) for r in rankings]),
            "roc_auc_micro": pooled.roc_auc(weights),
            "pr_auc_micro": pooled.pr_auc(weights),
        }

    return measure


def _measured(statistics: Statistics, patients: Patients, *, shares: set[str]) -> dict[str, Figure]:
    images = len(patients.owner)
    values, rounds = estimates(statistics, images), bootstrap(statistics, patients)
    found = {}
    for name, value in values.items():
        drawn = rounds[name]
        if name in shares:
            found[name] = proportion(round(value * images), images, patients.count, drawn)
        else:
            kind = figure_without_bias if name == "ece" else figure
            found[name] = kind(value, drawn, _REASONS.get(name, _MACRO))
    return found


def _macro(rate: str, counts: list[Counts]) -> Floats:
    return _mean_of_defined([RATES[rate].of(entry) for entry in counts])


def _gorodkin(counts: list[Counts], total: Floats) -> Floats:
    """(R,) R_K, the correlation of called and true class (Gorodkin 2004); NaN where undefined."""
    right = np.sum([entry.tp for entry in counts], axis=0)
    called = np.stack([entry.tp + entry.fp for entry in counts])
    true = np.stack([entry.tp + entry.fn for entry in counts])
    above = right * total - (called * true).sum(axis=0)
    squares = (total**2 - (called**2).sum(axis=0)) * (total**2 - (true**2).sum(axis=0))
    return np.divide(above, np.sqrt(squares), out=np.full_like(above, np.nan), where=squares > 0)


def _summed(counts: list[Counts]) -> Counts:
    return Counts(
        *(np.sum([getattr(c, name) for c in counts], axis=0) for name in ("tp", "fp", "tn", "fn"))
    )


def _mean_of_defined(values: list[Floats]) -> Floats:
    """(R,) mean over classes, leaving out those where it is not defined; NaN where none is."""
    stacked = np.stack(values)
    known = ~np.isnan(stacked)
    count = known.sum(axis=0)
    sums = np.where(known, stacked, 0.0).sum(axis=0)
    return np.divide(sums, count, out=np.full_like(sums, np.nan), where=count > 0)
