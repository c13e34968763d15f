"""The census as one picture: the charts of the chest X-ray course, sizes, sources, examples."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from training.data.census.look import Look
from training.data.census.shortcuts import facts_of
from training.summary.canvas import COLOURS, HELP, as_png, key, label, new_chart

_MOST_CLASSES = 20
_MOST_VALUES = 6
_EXAMPLES = 6  # per class
_PAIRS = 4


def draw_census(facts: Mapping[str, Any], looks: Sequence[Look]) -> bytes:
    """A PNG of six charts.

    Args:
        facts: see `training.data.census.facts`.
        looks: of the readable images.
    """
    figure, charts = new_chart(3, 2, width=7.0, height=3.9)
    drawings: tuple[Callable[[Axes, Mapping[str, Any], Sequence[Look]], None], ...] = (
        _draw_counts, _draw_weighting, _draw_sizes, _draw_sources, _draw_examples, _draw_pairs,
    )  # fmt: skip
    for chart, draw in zip(charts, drawings, strict=True):
        draw(chart, facts, looks)
        chart.title.set_fontsize(10)
        chart.tick_params(labelsize=8)
    return as_png(figure)


def _draw_counts(chart: Axes, facts: Mapping[str, Any], _looks: Sequence[Look]) -> None:
    classes = _largest(facts)
    start = np.zeros(len(classes))
    for index, split in enumerate(facts["splits"]):
        counts = np.array([facts["classes"][name]["splits"].get(split, 0) for name in classes])
        chart.barh(range(len(classes)), counts, 0.7, left=start, color=COLOURS[index], label=split)
        start += counts
    for row, (name, total) in enumerate(zip(classes, start, strict=True)):
        patients = facts["classes"][name]["patients"]
        chart.text(total, row, f" {total:.0f} ({patients} patients)", va="center", fontsize=7)
    _name_rows(chart, classes)
    chart.set_xlim(0, 1.3 * max(start, default=1.0))
    chart.set_title("Images by class and split")
    chart.set_xlabel("images", fontsize=8)
    key(chart, len(facts["splits"]))


def _draw_weighting(chart: Axes, facts: Mapping[str, Any], _looks: Sequence[Look]) -> None:
    """Two bars per class: its share of the images, and of the loss after weighting."""
    weighting = facts["weighting"]
    chart.set_title("Share of the training images, and after weighting")
    if not weighting:
        _say(chart, "no task, or a class without training images")
        return
    names = list(weighting)[:_MOST_CLASSES]
    columns = [name for name in weighting[names[0]] if name != "weight"]
    thick = 0.8 / len(columns)
    for index, column in enumerate(columns):
        rows = np.arange(len(names)) + (index - (len(columns) - 1) / 2) * thick
        shares = [weighting[name][column] for name in names]
        chart.barh(rows, shares, 0.9 * thick, color=COLOURS[index], label=column.replace("_", " "))
        if len(names) * len(columns) <= 20:
            for row, share in zip(rows, shares, strict=True):
                chart.text(share, row, f" {share:.3f}", va="center", fontsize=7)
    _name_rows(chart, names)
    chart.set_xlim(0, 1.15)
    key(chart, len(columns))


def _draw_sizes(chart: Axes, _facts: Mapping[str, Any], looks: Sequence[Look]) -> None:
    chart.set_title("Sizes in pixels (the larger the ring, the more images)")
    names = sorted({name for look in looks for name in look.sample.labels})[:_MOST_VALUES]
    for index, name in enumerate(names):
        sizes = Counter(look.size_hw for look in looks if name in look.sample.labels)
        widths, heights = [w for _, w in sizes], [h for h, _ in sizes]
        # Rings of several classes at one size lie within one another.
        sides = [np.sqrt(min(12 + 4 * count, 500)) + 4 * index for count in sizes.values()]
        areas = np.square(sides)
        ring = {"facecolors": "none", "edgecolors": COLOURS[index]}
        chart.scatter(widths, heights, areas, **ring)
        chart.scatter([], [], 40, label=label(name), **ring)  # the key's rings are of one size
    chart.set_xlabel("width, pixels", fontsize=8)
    chart.set_ylabel("height, pixels", fontsize=8)
    chart.margins(0.15)
    key(chart, len(names))


def _draw_sources(chart: Axes, facts: Mapping[str, Any], looks: Sequence[Look]) -> None:
    """Where the classes come from, or their views where there is only one source."""
    told = [name for name in ("source", "view", "file format", "size") if _varies(facts, name)]
    fact = told[0] if told else "source"
    chart.set_title(f"Share of each {fact} within a class (unlike bars: a shortcut risk)")
    classes = _largest(facts)
    common = [
        value for value, _ in sorted(facts["facts"][fact].items(), key=lambda entry: -entry[1])
    ][:_MOST_VALUES]
    start = np.zeros(len(classes))
    for index, value in enumerate(common):
        shares = np.array([_share(name, fact, value, looks) for name in classes])
        chart.barh(range(len(classes)), shares, 0.7, left=start, color=COLOURS[index])
        chart.barh([0], [0], color=COLOURS[index], label=label(value))
        start += shares
    if len(facts["facts"][fact]) > len(common):
        chart.barh(range(len(classes)), 1.0 - start, 0.7, left=start, color=HELP, label="others")
    _name_rows(chart, classes)
    chart.set_xlim(0, 1.0)
    chart.legend(loc="upper center", bbox_to_anchor=(0.5, -0.08), ncols=2, fontsize=7)


def _draw_examples(chart: Axes, facts: Mapping[str, Any], looks: Sequence[Look]) -> None:
    chart.set_title(f"Examples at {looks[0].thumbnail.shape[0]} pixels" if looks else "Examples")
    classes = _largest(facts)[:_MOST_VALUES]
    rows = []
    for name in classes:
        own = [look.thumbnail for look in looks if name in look.sample.labels]
        picked = own[:: max(1, len(own) // _EXAMPLES)][:_EXAMPLES]
        blanks = [np.full_like(own[0], 255)] * (_EXAMPLES - len(picked))
        rows.append(np.hstack([*picked, *blanks]))
    _show(chart, rows)
    chart.set_yticks([(row + 0.5) * 32 for row in range(len(rows))], [label(n) for n in classes])
    chart.set_xticks([])


def _draw_pairs(chart: Axes, facts: Mapping[str, Any], looks: Sequence[Look]) -> None:
    doubles = facts["doubles"]
    chart.set_title(f"Equal or nearly equal images, in pairs: {len(doubles)}")
    if not doubles:
        _say(chart, "none found")
        return
    by_path = {str(look.sample.path): look.thumbnail for look in looks}
    rows = [np.hstack([by_path[file] for file in one["files"]]) for one in doubles[:_PAIRS]]
    shown = len(rows)
    rows += [np.full_like(rows[0], 255)] * (_PAIRS - shown)  # or a lone pair would fill the chart
    _show(chart, rows)
    chart.set_yticks(
        [(row + 0.5) * 32 for row in range(shown)],
        [_pair_words(one) for one in doubles[:_PAIRS]],
    )
    chart.set_xticks([])


def _pair_words(double: Mapping[str, Any]) -> str:
    names = "\n".join(label(file.replace("\\", "/").rpartition("/")[2]) for file in double["files"])
    likeness = "equal" if double["exact"] else f"{double['correlation']:.3f}"
    crosses = f"\ndifferent {', '.join(double['crosses'])}" if double["crosses"] else ""
    return f"{names}\n{likeness}{crosses}"


def _show(chart: Axes, rows: list[np.ndarray]) -> None:
    if rows:
        chart.imshow(np.vstack(rows), cmap="gray", vmin=0, vmax=255, interpolation="nearest")
    chart.spines[:].set_visible(False)


def _say(chart: Axes, text: str) -> None:
    chart.text(0.5, 0.5, text, ha="center", va="center", transform=chart.transAxes, color=HELP)
    chart.set_axis_off()


def _largest(facts: Mapping[str, Any]) -> list[str]:
    classes = facts["classes"]
    return sorted(classes, key=lambda name: -classes[name]["images"])[:_MOST_CLASSES]


def _varies(facts: Mapping[str, Any], name: str) -> bool:
    return len(facts["facts"][name]) > 1


def _share(name: str, fact: str, value: str, looks: Sequence[Look]) -> float:
    own = [facts_of(look)[fact] or "not stated" for look in looks if name in look.sample.labels]
    return own.count(value) / len(own)


def _name_rows(chart: Axes, names: Sequence[str]) -> None:
    chart.set_yticks(range(len(names)), [label(name) for name in names])
    chart.invert_yaxis()
