"""Chart of the weights of every layer: their histograms."""

import numpy as np

from training.summary.canvas import COLOURS, as_png, grid_shape, hide_rest, label, new_chart
from training.weights.report import WeightReport

_MOST = 24


def draw_histograms(report: WeightReport) -> bytes | None:
    """One small histogram per layer, of the first `_MOST`; None without layers."""
    layers = report.layers[:_MOST]
    if not layers:
        return None
    rows, columns = grid_shape(len(layers))
    figure, charts = new_chart(rows, columns, width=2.6, height=1.9)
    for chart, layer in zip(charts, layers, strict=False):
        reach = layer.greatest if layer.greatest > 0 else 1.0
        edges = np.linspace(-reach, reach, len(layer.histogram) + 1)
        shares = layer.histogram / max(1, layer.histogram.sum())
        chart.stairs(shares, edges, fill=True, color=COLOURS[0])
        chart.set_title(f"{label(layer.layer)}\n{layer.near_zero:.1%} near 0", fontsize=7)
        chart.tick_params(labelsize=6)
        chart.set_xticks([-reach, 0.0, reach], [f"{-reach:.2g}", "0", f"{reach:.2g}"])
    hide_rest(charts, len(layers))
    return as_png(figure)
