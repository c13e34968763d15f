"""How large the pictures of a grid are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.slider import PercentSlider

_LEAST_PX, _MOST_PX = 24, 256
_FIRST = 0.2  # of the way between the two
_WIDTH_PX = 170


class CellSize(QWidget):
    """A named slider over sizes in pixels."""

    changed = Signal(int)  # px

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = PercentSlider(self.tr("Size of a picture"))
        self.slider.show_value(_FIRST)
        self.slider.value_changed.connect(self._tell)
        self._share = _FIRST
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(self.tr("Size"), "muted"))
        row.addWidget(self.slider, 1)
        self.setMinimumWidth(_WIDTH_PX)

    def value(self) -> int:
        """Pixels of the longer side."""
        return round(_LEAST_PX + self._share * (_MOST_PX - _LEAST_PX))

    def _tell(self, share: float) -> None:
        self._share = share
        self.changed.emit(self.value())
