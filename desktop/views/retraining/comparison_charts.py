"""ROC curves and calibration of both models, each over the other's."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.language import figure
from desktop.views.retraining.pair_chart import Curve, PairChart

_BESIDE_PX = 620  # from here on they stand side by side


class ComparisonCharts(QWidget):
    """Follows one class of a comparison."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roc = PairChart(
            self.tr("ROC curves; circles: operating points"),
            self.tr("1 - specificity"),
            self.tr("Sensitivity"),
        )
        self.calibration = PairChart(
            self.tr("Calibration; on the dotted line it is right"),
            self.tr("Probability"),
            self.tr("Frequency"),
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.roc)
        self._row.addWidget(self.calibration)

    def show_class(self, entry: Mapping[str, Any]) -> None:
        """Another class."""
        names = (("old", self.tr("active")), ("new", self.tr("new")))
        roc, calibration = [], []
        for side, name in names:
            curve = entry["curves"][side]["roc"]
            if curve is not None:
                area = figure(entry["figures"]["roc_auc"][side]["value"], ".3f")
                told = self.tr("{model}: area {area}").format(model=name, area=area)
                point = _point(entry, side)
                roc.append(Curve(told, curve["fpr"], curve["tpr"], point))
            bins = entry["curves"][side]["calibration"]
            error = figure(entry["figures"]["ece"][side]["value"], ".3f")
            told = self.tr("{model}: error {error}").format(model=name, error=error)
            across = [entry["mean_probability"] for entry in bins]
            up = [entry["frequency"] for entry in bins]
            calibration.append(Curve(told, across, up, has_dots=True))
        instead = self.tr("It needs images with the finding and without it.")
        self.roc.show_curves(roc, instead)
        self.calibration.show_curves(calibration, instead)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _BESIDE_PX
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)


def _point(entry: Mapping[str, Any], side: str) -> tuple[float, float] | None:
    """Where a model decides: 1 - specificity and sensitivity."""
    rates = [entry["rates"].get(name) for name in ("specificity", "sensitivity")]
    if any(rate is None or rate[side]["value"] is None for rate in rates):
        return None
    specificity, sensitivity = (rate[side]["value"] for rate in rates)
    return 1.0 - specificity, sensitivity
