"""Charts of an evaluation: ROC, precision-recall, calibration, confusion matrix."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from training.evaluate import as_text
from training.summary.canvas import (
    COLOURS,
    HELP,
    as_png,
    grid_shape,
    hide_rest,
    key,
    label,
    line_look,
    new_chart,
)

_NARROW, _WIDE = 5.6, 8.6  # inches; the key of many curves stands beside them
# Operating points: marker and size; where they coincide, each is seen within the next.
_MARKS = {"balanced": ("o", 12), "sensitive": ("^", 8), "specific": ("s", 5)}


def draw_roc(found: Mapping[str, Any]) -> bytes:
    """The ROC curve of every class, with its area and its operating points."""
    width = _WIDE if len(found["classes"]) > 6 else _NARROW
    figure, (chart,) = new_chart(width=width, height=4.8)
    chart.plot([0, 1], [0, 1], color=HELP, linewidth=1, linestyle=":")
    for index, (curve, entry) in enumerate(zip(found["curves"], found["classes"], strict=True)):
        text = f"{label(entry['name'])}: {as_text(entry['figures']['roc_auc'], 2)}"
        look = line_look(index)
        if curve["roc"] is None:
            chart.plot([], [], label=text, **look)
            continue
        chart.plot(curve["roc"]["fpr"], curve["roc"]["tpr"], label=text, linewidth=1.6, **look)
        if len(found["classes"]) == 1:
            _mark_points(chart, entry["points"])
    _unit_square(chart, "1 - specificity", "sensitivity")
    key(chart, len(found["classes"]) + (3 if len(found["classes"]) == 1 else 0))
    return as_png(figure)


def draw_pr(found: Mapping[str, Any]) -> bytes:
    """Precision over recall of every class, with the average precision and the frequency."""
    width = _WIDE if len(found["classes"]) > 6 else _NARROW
    figure, (chart,) = new_chart(width=width, height=4.8)
    for index, (curve, entry) in enumerate(zip(found["curves"], found["classes"], strict=True)):
        text = f"{label(entry['name'])}: {as_text(entry['figures']['pr_auc'], 2)}"
        look = line_look(index)
        if curve["pr"] is None:
            chart.plot([], [], label=text, **look)
            continue
        chart.step(
            [0.0, *curve["pr"]["recall"]],
            [curve["pr"]["precision"][0], *curve["pr"]["precision"]],
            where="pre", label=text, linewidth=1.6, **look,
        )  # fmt: skip
        share = entry["positives"] / found["images"]
        chart.axhline(share, color=look["color"], linewidth=0.8, linestyle=":", alpha=0.6)
    _unit_square(chart, "recall (sensitivity)", "precision (positive predictive value)")
    key(chart, len(found["classes"]))
    return as_png(figure)


def draw_calibration(found: Mapping[str, Any]) -> bytes:
    """Frequency over probability, one chart per class, with the number of images per bin."""
    count = len(found["curves"])
    rows, columns = grid_shape(count)
    size = 4.4 if count == 1 else 2.9
    figure, charts = new_chart(rows, columns, width=size, height=size)
    for chart, curve, entry in zip(charts, found["curves"], found["classes"], strict=False):
        bins = curve["calibration"]
        most = max(b["count"] for b in bins)
        for b in bins:
            chart.bar(
                (b["low"] + b["high"]) / 2, 0.25 * b["count"] / most, b["high"] - b["low"],
                color=HELP, alpha=0.35, edgecolor="white", linewidth=0.5,
            )  # fmt: skip
        chart.plot([0, 1], [0, 1], color=HELP, linewidth=1, linestyle=":")
        chart.plot(
            [b["mean_probability"] for b in bins], [b["frequency"] for b in bins],
            color=COLOURS[0], marker="o", markersize=4, linewidth=1.4,
        )  # fmt: skip
        _unit_square(chart, "probability", "frequency")
        error = as_text(entry["figures"]["ece"], 3)
        chart.set_title(f"{label(entry['name'])}\nerror {error}", fontsize=8)
    hide_rest(charts, count)
    return as_png(figure)


def draw_confusion(found: Mapping[str, Any]) -> bytes | None:
    """Images per true and called class, shaded by the share of the true class."""
    if found["confusion"] is None:
        return None
    names = [label(name) for name in found["confusion"]["names"]]
    counts = np.array(found["confusion"]["rows"], np.float64)
    totals = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, totals, out=np.zeros_like(counts), where=totals > 0)
    side = 1.6 + 0.8 * len(names)
    figure, (chart,) = new_chart(width=side + 1.0, height=side)
    chart.imshow(shares, cmap="Blues", vmin=0.0, vmax=1.0)
    for row, column in np.ndindex(counts.shape):
        ink = "white" if shares[row, column] > 0.55 else "black"
        text = f"{int(counts[row, column])}\n{100 * shares[row, column]:.0f} %"
        chart.text(column, row, text, ha="center", va="center", color=ink, fontsize=8)
    chart.set_xticks(range(len(names)), names, rotation=30, ha="right", fontsize=8)
    chart.set_yticks(range(len(names)), names, fontsize=8)
    chart.set_xlabel("called", fontsize=8)
    chart.set_ylabel("is", fontsize=8)
    chart.spines[:].set_visible(False)
    return as_png(figure)


def _mark_points(chart: Axes, points: list[dict[str, Any]]) -> None:
    for point in points:
        rates = point["figures"]
        if rates["fpr"]["value"] is None or rates["sensitivity"]["value"] is None:
            continue
        marker, size = _MARKS[point["name"]]
        chart.plot(
            [rates["fpr"]["value"]], [rates["sensitivity"]["value"]],
            marker=marker, markersize=size, color=COLOURS[1], markerfacecolor="none",
            markeredgewidth=1.6, linestyle="none",
            label=f"{point['name']} ({point['threshold']:.3f})",
        )  # fmt: skip


def _unit_square(chart: Axes, across: str, up: str) -> None:
    chart.set_xlim(-0.02, 1.02)
    chart.set_ylim(-0.02, 1.02)
    chart.set_aspect("equal")
    chart.set_xlabel(across, fontsize=8)
    chart.set_ylabel(up, fontsize=8)
    chart.tick_params(labelsize=8)
