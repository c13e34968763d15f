"""The palette: every command found by a few letters of its name."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.actions import Actions
from desktop.commands.command import Command, translated
from desktop.commands.registry import COMMANDS
from desktop.commands.search import IN_TIP, find_commands, full_text, rank
from desktop.views import theme

_SIZE = QSize(620, 420)
_TOP_PX = 90
_PAD_PX = 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
# The palette opens from itself otherwise.
_LEFT_OUT = "palette"
_CommandRole, _KeysRole, _TipRole = (Qt.ItemDataRole.UserRole + place for place in range(3))


class Palette(QDialog):
    """Lists commands; goes away with the first click beside it.

    Args:
        actions: of the commands: whether they make sense now, and their keys.
    """

    chosen = Signal(str)  # id of a command

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self._actions = actions
        self.field = QLineEdit(placeholderText=self.tr("Type what you want to do"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._choose_current)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        theme.dress(self, "QDialog#palette { background: $PANEL; border: 1px solid $EDGE; }")
        self._find("")

    def open_over(self, window: QWidget) -> None:
        """Shows it in the upper middle of a window."""
        self.resize(_SIZE.boundedTo(window.size() - QSize(20, 20)))
        left = (window.width() - self.width()) // 2
        top = min(_TOP_PX, (window.height() - self.height()) // 2)
        self.move(
            window.mapToGlobal(window.rect().topLeft()).x() + left,
            window.mapToGlobal(window.rect().topLeft()).y() + top,
        )
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, typed: str) -> None:
        found = [c for c in find_commands(COMMANDS, typed) if c.id != _LEFT_OUT]
        # By name first; what cannot be done now stands below what can.
        found.sort(key=lambda c: (rank(c, typed) >= IN_TIP, not self._actions[c.id].isEnabled()))
        self.list.clear()
        for command in found:
            self.list.addItem(self._entry(command))
        self.list.setCurrentRow(0)

    def _entry(self, command: Command) -> QListWidgetItem:
        action = self._actions[command.id]
        name, tip = full_text(command), translated(command.tip)
        if action.isCheckable() and action.isChecked():
            name = self.tr("{command} (on)").format(command=name)
        if not action.isEnabled():
            tip = self.tr("Needs {what}").format(what=translated(command.needs.value))
        entry = QListWidgetItem(name)
        entry.setData(_CommandRole, command.id)
        entry.setData(_KeysRole, self._actions.shortcuts.shown_keys(command.id))
        entry.setData(_TipRole, tip)
        entry.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)
        if not action.isEnabled():
            entry.setFlags(Qt.ItemFlag.ItemIsSelectable)
        return entry

    def _choose_current(self) -> None:
        if self.list.currentItem() is not None:
            self._choose(self.list.currentItem())

    def _choose(self, entry: QListWidgetItem) -> None:
        command_id = entry.data(_CommandRole)
        if self._actions[command_id].isEnabled():
            self.close()
            self.chosen.emit(command_id)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while letters are typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None and self.list.count():
                row = min(self.list.count() - 1, max(0, self.list.currentRow() + by))
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)


class _Row(QStyledItemDelegate):
    """Name and keys on one line, the sentence below."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws one command."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.RAISED))
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(theme.ACCENT)
            )
        is_possible = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        inner = option.rect.adjusted(_PAD_PX, 4, -_PAD_PX, -4)
        metrics = QFontMetrics(option.font)
        first = QRect(inner.topLeft(), QSize(inner.width(), metrics.height()))
        second = first.translated(0, metrics.height() + 1)
        keys = str(index.data(_KeysRole))
        painter.setPen(QColor(theme.MUTED))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, keys)
        tip = metrics.elidedText(
            str(index.data(_TipRole)), Qt.TextElideMode.ElideRight, second.width()
        )
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft, tip)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(theme.TEXT if is_possible else theme.FAINT))
        room = first.width() - metrics.horizontalAdvance(keys) - 2 * _PAD_PX
        name = QFontMetrics(bold).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines."""
        return QSize(100, 2 * QFontMetrics(option.font).height() + 10)
