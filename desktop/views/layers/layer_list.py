"""The layers as a list, early to late; long names lose their middle, not their end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.views.widgets.plain_label import plain_tooltip

_LEAST_PX = 150


class LayerList(QListWidget):
    """Entries of several lines, each shortened to the width of the list.

    Args:
        name: for people who hear the window.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSpacing(2)
        self.setMinimumWidth(_LEAST_PX)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Narrow(self))

    def add(self, lines: list[str], tip: str) -> None:
        """One more layer at the end."""
        entry = QListWidgetItem("\n".join(lines))
        entry.setToolTip(plain_tooltip(tip))
        self.addItem(entry)


class _Narrow(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the lines, but asking for no width."""
        return QSize(1, super().sizeHint(option, index).height())
