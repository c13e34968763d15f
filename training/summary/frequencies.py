"""Chart of class frequencies: the positives' share of the loss, before and after weighting."""

from collections.abc import Sequence

import numpy as np

from training.summary.canvas import COLOURS, HELP, as_png, label, new_chart
from training.summary.run import ClassFrequency


def draw_frequencies(frequencies: Sequence[ClassFrequency]) -> bytes | None:
    """Two bars per class; None without classes."""
    if not frequencies:
        return None
    figure, (chart,) = new_chart(width=7.0, height=1.1 + 0.5 * len(frequencies))
    rows = np.arange(len(frequencies))
    for index, words in enumerate(("as they are", "as they count in the loss")):
        shares = [entry.shares()[index] for entry in frequencies]
        offset = (index - 0.5) * 0.38
        chart.barh(rows + offset, shares, 0.36, color=COLOURS[index], label=words)
        for row, share in zip(rows, shares, strict=True):
            chart.text(share + 0.01, row + offset, f"{share:.1%}", va="center", fontsize=7)
    names = [f"{label(e.name)} ({e.positives} of {e.positives + e.negatives})" for e in frequencies]
    chart.set_yticks(rows, names, fontsize=8)
    chart.invert_yaxis()
    chart.axvline(0.5, color=HELP, linewidth=1, linestyle=":")
    chart.set_xlim(0, 1.08)
    chart.set_xlabel("share of images with the class, training set", fontsize=8)
    chart.tick_params(axis="x", labelsize=8)
    chart.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, fontsize=8, frameon=False)
    return as_png(figure)
