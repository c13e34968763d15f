"""Charts of how the training went: loss, metrics, learning rate."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from training.summary.canvas import (
    HELP,
    as_png,
    grid_shape,
    hide_rest,
    key,
    label,
    line_look,
    new_chart,
)

RATE = "learning_rate"
_VALIDATION = "val_"
_MOST_MARKS = 60
_MOST_RATES = 5  # that are written at the axis
_SPELLED = {"auc": "area under the ROC curve", "f1": "F1"}


def draw_learning(history: Mapping[str, Sequence[float]], best_epoch: int | None) -> bytes | None:
    """One chart per figure, training and validation together; None without a history."""
    names = [name for name in history if not name.startswith(_VALIDATION) and len(history[name])]
    names += [
        name.removeprefix(_VALIDATION)
        for name in history
        if name.startswith(_VALIDATION) and name.removeprefix(_VALIDATION) not in history
    ]
    if not names:
        return None
    rows, columns = grid_shape(len(names), 3)
    figure, charts = new_chart(rows, columns, width=4.2, height=3.1)
    for chart, name in zip(charts, names, strict=False):
        _draw(chart, name, history, best_epoch)
    hide_rest(charts, len(names))
    return as_png(figure)


def _draw(
    chart: Axes, name: str, history: Mapping[str, Sequence[float]], best_epoch: int | None
) -> None:
    curves = [(name, "training"), (_VALIDATION + name, "validation")]
    shown = [entry for entry in enumerate(curves) if entry[1][0] in history]
    last = max(len(history[column]) for _, (column, _) in shown)
    mark = "o" if last <= _MOST_MARKS else None  # a lone epoch between undefined ones is seen too
    for index, (column, words) in shown:
        values = history[column]
        epochs = range(1, len(values) + 1)
        chart.plot(epochs, values, label=words, marker=mark, markersize=3, **line_look(index))
    chart.set_xlim(0.5, last + 0.5)
    if best_epoch is not None:
        chart.axvline(best_epoch, color=HELP, linewidth=1, linestyle=":")
        chart.annotate(
            "kept", (best_epoch, 1.0), xycoords=("data", "axes fraction"), fontsize=8,
            color="#555555", xytext=(0, 2), textcoords="offset points", ha="center",
        )  # fmt: skip
    if name == RATE:
        _scale_rates(chart, history[name])
    else:
        key(chart, len(shown))
    chart.set_title(label(_SPELLED.get(name, name.replace("_", " "))), fontsize=10, pad=14)
    chart.set_xlabel("epoch", fontsize=8)
    chart.tick_params(labelsize=8)
    chart.xaxis.set_major_locator(MaxNLocator(integer=True))


def _scale_rates(chart: Axes, rates: Sequence[float]) -> None:
    """A logarithmic axis that names the rates themselves, where they are few."""
    chart.set_yscale("log")
    different = sorted({rate for rate in rates if rate > 0})
    if 0 < len(different) <= _MOST_RATES:
        chart.yaxis.set_major_locator(FixedLocator(different))
        chart.yaxis.set_minor_locator(NullLocator())
    chart.yaxis.set_major_formatter(FuncFormatter(lambda rate, _: f"{rate:.2g}"))
    chart.yaxis.set_minor_formatter(FuncFormatter(lambda rate, _: f"{rate:.1g}"))
