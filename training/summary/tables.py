"""Tables of a run summary: figures with intervals, operating points, sweeps, subgroups."""

from collections.abc import Mapping
from typing import Any

from training.evaluate.confusion import RATES
from training.evaluate.figure import UNDEFINED, Figure, as_text
from training.evaluate.sweep import SHOWN
from training.summary.page import Markup, table

_NAMES = {name: rate.name for name, rate in RATES.items()} | {
    "roc_auc": "area under the ROC curve",
    "roc_auc_macro": "area under the ROC curve, mean over classes",
    "roc_auc_micro": "area under the ROC curve, all entries as one",
    "pr_auc": "area under precision-recall (average precision)",
    "pr_auc_macro": "average precision, mean over classes",
    "pr_auc_micro": "average precision, all entries as one",
    "brier": "Brier score (0 is best)",
    "brier_sum": "Brier score, summed over classes (0 is best)",
    "ece": "expected calibration error (0 is best)",
    "log_loss": "logarithmic loss in nats (0 is best)",
    "exact_match": "all findings of an image right",
    "sensitivity_macro": "sensitivity, mean over classes",
    "specificity_macro": "specificity, mean over classes",
    "f1_macro": "F1, mean over classes",
    "f1_micro": "F1, all entries as one",
}


def figures_table(found: Mapping[str, Any]) -> Markup:
    """One row per figure of a set: value, interval, and the reason where it is undefined."""
    has_several = len(found["classes"]) > 1
    return table(
        ("figure", "value", "95 % interval"),
        [
            (_name(name, has_several=has_several), _value(figure), _interval(figure))
            for name, figure in found["overall"].items()
        ],
    )


def calibration_table(facts: Mapping[str, Any], *, has_several: bool) -> Markup:
    """How good probabilities were before and after calibration."""
    before, after = facts["validation_before"], facts["validation_after"]
    rows = [
        (_name(key, has_several=has_several), f"{before[key]:.4f}", f"{after[key]:.4f}")
        for key in before
    ]
    return table(("validation set, on which it was fitted", "before", "after"), rows)


def classes_table(found: Mapping[str, Any]) -> Markup:
    """One row per class: images, figures free of a threshold, rates at the first point."""
    shown = ("sensitivity", "specificity", "ppv", "npv", "f1")
    free = ("roc_auc", "pr_auc", "ece")
    head = ("class", "with", "without", "ROC-AUC", "PR-AUC", "calibration error", "threshold")
    rows = []
    for entry in found["classes"]:
        point = entry["points"][0] if entry["points"] else None
        rates = [as_text(point["figures"][key]) if point else UNDEFINED for key in shown]
        rows.append(
            [
                entry["name"], str(entry["positives"]), str(entry["negatives"]),
                *(as_text(entry["figures"][key]) for key in free),
                f"{point['threshold']:.4f}" if point else UNDEFINED, *rates,
            ]
        )  # fmt: skip
    return table([*head, "sensitivity", "specificity", "PPV", "NPV", "F1"], rows)


def points_table(entry: Mapping[str, Any]) -> Markup:
    """One row per rate, one column per operating point of a class."""
    points = entry["points"]
    head = ["", *(f"{point['name']} (from {point['threshold']:.4f})" for point in points)]
    counts = [
        [words, *(str(point["counts"][key]) for point in points)]
        for key, words in (
            ("tp", "called, with finding"),
            ("fp", "called, without"),
            ("tn", "not called, without"),
            ("fn", "not called, with finding"),
        )
    ]
    rates = [
        [rate.name, *(as_text(point["figures"][name]) for point in points)]
        for name, rate in RATES.items()
    ]
    return table(head, [*counts, *rates])


def sweep_table(curve: Mapping[str, Any]) -> Markup:
    """One row per threshold."""
    rows = [
        [
            f"{row['threshold']:.2f}",
            str(row["called"]),
            *(UNDEFINED if row[key] is None else f"{row[key]:.3f}" for key in SHOWN),
        ]
        for row in curve["sweep"]
    ]
    return table(["threshold", "called", *(_NAMES[key] for key in SHOWN)], rows)


def subgroups_table(found: Mapping[str, Any]) -> Markup:
    """One row per subgroup and class."""
    shown = ("roc_auc", "sensitivity", "specificity", "ppv")
    rows = [
        [
            group["attribute"], group["value"], str(group["images"]), str(group["patients"]),
            entry["name"], str(entry["positives"]),
            *(as_text(entry["figures"][k]) if k in entry["figures"] else UNDEFINED for k in shown),
        ]
        for group in found["subgroups"]
        for entry in group["classes"]
    ]  # fmt: skip
    head = ("by", "value", "images", "patients", "class", "with it")
    return table([*head, "ROC-AUC", "sensitivity", "specificity", "PPV"], rows)


def _name(key: str, *, has_several: bool) -> str:
    """A figure's name; the Brier score of several classes is their sum."""
    return _NAMES["brier_sum" if key == "brier" and has_several else key]


def _value(found: Figure) -> str:
    if found["value"] is None:
        return f"{UNDEFINED}: {found['reason']}"
    return f"{found['value']:.4f}"


def _interval(found: Figure) -> str:
    if found["low"] is None:
        return "" if found["value"] is None else found["reason"]
    return f"{found['low']:.4f} to {found['high']:.4f}"
