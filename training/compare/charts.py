"""Charts of a comparison: ROC curves of both with operating points, and calibration of both."""

from collections.abc import Mapping
from typing import Any

from training.summary.canvas import (
    COLOURS,
    HELP,
    as_png,
    grid_shape,
    hide_rest,
    label,
    new_chart,
)

_SIDES = (("old", "active", COLOURS[0], "-"), ("new", "new", COLOURS[1], "--"))


def draw_roc_pairs(found: Mapping[str, Any]) -> bytes:
    """One chart per class."""
    return _per_class(found, _roc)


def draw_calibration_pairs(found: Mapping[str, Any]) -> bytes:
    """One chart per class."""
    return _per_class(found, _calibration)


def _per_class(found: Mapping[str, Any], draw: Any) -> bytes:
    entries = found["classes"]
    rows, columns = grid_shape(len(entries))
    side = 4.6 if len(entries) == 1 else 3.0
    figure, charts = new_chart(rows, columns, width=side, height=side)
    for chart, entry in zip(charts, entries, strict=False):
        chart.plot([0, 1], [0, 1], color=HELP, linewidth=1, linestyle=":")
        draw(chart, entry)
        chart.set_xlim(-0.02, 1.02)
        chart.set_ylim(-0.02, 1.02)
        chart.set_aspect("equal")
        chart.tick_params(labelsize=8)
        chart.set_title(label(entry["name"]), fontsize=9)
        chart.legend(loc="lower right", fontsize=7, framealpha=0.85)
    hide_rest(charts, len(entries))
    return as_png(figure)


def _roc(chart: Any, entry: Mapping[str, Any]) -> None:
    for side, words, colour, style in _SIDES:
        curve = entry["curves"][side]["roc"]
        if curve is None:
            continue
        area = entry["figures"]["roc_auc"][side]["value"]
        chart.plot(curve["fpr"], curve["tpr"], color=colour, linestyle=style,
                   label=f"{words}: {area:.3f}")  # fmt: skip
        rates = {name: entry["rates"].get(name) for name in ("sensitivity", "specificity")}
        if all(rate is not None and rate[side]["value"] is not None for rate in rates.values()):
            across = 1.0 - rates["specificity"][side]["value"]
            up = rates["sensitivity"][side]["value"]
            chart.plot([across], [up], marker="o", markersize=8, color=colour,
                       markerfacecolor="none", markeredgewidth=1.6, linestyle="none")  # fmt: skip
    chart.set_xlabel("1 - specificity", fontsize=8)
    chart.set_ylabel("sensitivity", fontsize=8)


def _calibration(chart: Any, entry: Mapping[str, Any]) -> None:
    for side, words, colour, style in _SIDES:
        bins = entry["curves"][side]["calibration"]
        error = entry["figures"]["ece"][side]["value"]
        chart.plot(
            [b["mean_probability"] for b in bins], [b["frequency"] for b in bins], color=colour,
            linestyle=style, marker="o", markersize=4, label=f"{words}: error {error:.3f}",
        )  # fmt: skip
    chart.set_xlabel("probability", fontsize=8)
    chart.set_ylabel("frequency", fontsize=8)
