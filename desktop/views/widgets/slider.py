"""A slider with its name and value, that keeps the arrow keys for itself while it has the focus."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from desktop.views.widgets.plain_label import PlainLabel

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _KeySlider(QSlider):
    def event(self, event: QEvent) -> bool:
        """Claims the arrow keys, which elsewhere go through the list of images."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)


class PercentSlider(QWidget):
    """A named slider from 0 to 100 %."""

    value_changed = Signal(float)  # 0..1, by the person only

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = _KeySlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(name)
        self._number = PlainLabel("", "muted")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %") + 6)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self._slider, 0, 0)
        grid.addWidget(self._number, 0, 1)
        self._slider.valueChanged.connect(self._tell)

    def show_value(self, value: float) -> None:
        """Moves the slider to 0..1 without telling anybody."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(value * 100))
        self._slider.blockSignals(False)
        self._show_number(self._slider.value())

    def _tell(self, value: int) -> None:
        self._show_number(value)
        self.value_changed.emit(value / 100.0)

    def _show_number(self, value: int) -> None:
        self._number.setText(f"{value} %")
