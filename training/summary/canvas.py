"""Pictures of charts, drawn without any global state: the same numbers give the same bytes."""

import io
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

# Okabe and Ito 2008: told apart by colour-blind readers; grey for what only helps to read.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
STYLES = ("-", "--", ":", "-.")
HELP = "#8c8c8c"
_DPI = 110
_MOST_LETTERS = 30


def new_chart(
    rows: int = 1, columns: int = 1, *, width: float = 5.2, height: float = 4.0
) -> tuple[Figure, list[Axes]]:
    """A picture of rows x columns charts, each of the given inches."""
    figure = Figure(figsize=(width * columns, height * rows), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    figure.get_layout_engine().set(h_pad=0.09)
    grid = figure.subplots(rows, columns, squeeze=False)
    charts = [chart for row in grid for chart in row]
    for chart in charts:
        chart.spines[["top", "right"]].set_visible(False)
    return figure, charts


def as_png(figure: Figure) -> bytes:
    """The bytes of a PNG file, grown to hold every label."""
    data = io.BytesIO()
    figure.savefig(data, format="png", bbox_inches="tight", metadata={"Software": None})
    return data.getvalue()


def line_look(index: int) -> dict[str, str]:
    """Colour and line style of the n-th curve; both differ as long as they can."""
    style = STYLES[(index // len(COLOURS)) % len(STYLES)]
    return {"color": COLOURS[index % len(COLOURS)], "linestyle": style}


def label(text: str) -> str:
    """A text as a label: cut, and never taken for a formula or a hidden name."""
    cut = text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1] + "…"
    safe = cut.replace("\\", "/").replace("$", r"\$")
    return f" {safe}" if safe.startswith("_") else safe


def key(chart: Axes, count: int) -> None:
    """The key of the curves: inside where there are few, else beside the chart."""
    if count > 6:
        chart.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), fontsize=8, frameon=False)
    elif count > 0:
        chart.legend(loc="best", fontsize=8, framealpha=0.85)


def grid_shape(count: int, most: int = 4) -> tuple[int, int]:
    """Rows and columns for so many charts."""
    columns = min(most, max(1, count))
    return -(-count // columns), columns


def hide_rest(charts: Sequence[Axes], used: int) -> None:
    """Removes the charts of a grid that stay empty."""
    for chart in charts[used:]:
        chart.set_axis_off()
