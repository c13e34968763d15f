"""A chooser that cuts long entries visibly and leaves the wheel to the panel that it lies in."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from desktop.views.widgets.plain_label import plain_tooltip

_TEXT_MARGIN_PX = 4


class Chooser(QComboBox):
    """One of several entries. Scrolling past it never changes what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends an entry that does not fit with an ellipsis; Qt would cut through a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, self._room_px(option)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def sizeHint(self) -> QSize:
        """Room for the longest entry with the margins that `paintEvent` leaves."""
        return super().sizeHint() + QSize(2 * _TEXT_MARGIN_PX, 0)

    def event(self, event: QEvent) -> bool:
        """Tells an entry that does not fit in full, before what the chooser is for."""
        if event.type() == QEvent.Type.ToolTip and self._is_cut():
            parts = (plain_tooltip(self.currentText()), self.toolTip())
            QToolTip.showText(event.globalPos(), "<br>".join(part for part in parts if part), self)
            return True
        return super().event(event)

    def _is_cut(self) -> bool:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        needed = self.fontMetrics().horizontalAdvance(self.currentText())
        return needed > self._room_px(option)

    def _room_px(self, option: QStyleOptionComboBox) -> int:
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return field.width() - 2 * _TEXT_MARGIN_PX

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Chooses only while the keyboard is here as well."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
