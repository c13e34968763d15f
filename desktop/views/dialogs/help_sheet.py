"""The sheet of keys and gestures, made from the table of commands and the keys in use."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.command import plain_text, translated
from desktop.commands.registry import COMMANDS, GESTURES, MENUS
from desktop.commands.shortcuts import Shortcuts
from desktop.views.widgets.plain_label import PlainLabel

_COLUMNS = 3  # where there is room
_GAP_PX = 32
_SHARE = 0.92  # of the screen
_HEADING_ROWS = 2  # a heading takes the room of so many rows
Block = tuple[str, list[tuple[str, str]]]


class HelpSheet(QDialog):
    """Every command with keys, and every gesture.

    Args:
        shortcuts: the keys in use.
    """

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        gestures = [(translated(entry.keys), translated(entry.text)) for entry in GESTURES]
        blocks = [(self.tr("Mouse and holding"), gestures), *_blocks(shortcuts)]
        inner = _Columns(blocks)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumWidth(
            inner.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 10, 12, 12)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)
        room = self.screen().availableSize() * _SHARE
        wanted = inner.sizeHint().grownBy(outer.contentsMargins())
        wanted.setHeight(wanted.height() + 2 * buttons.sizeHint().height())
        wanted.setWidth(wanted.width() + area.verticalScrollBar().sizeHint().width())
        self.resize(wanted.boundedTo(room))


class _Columns(QWidget):
    """The blocks in as many columns as fit side by side."""

    def __init__(self, blocks: list[Block]) -> None:
        super().__init__()
        self._blocks = blocks
        self._parts = [QWidget(self) for _ in blocks]
        for part, (title, rows) in zip(self._parts, blocks, strict=True):
            part.setLayout(_grid(title, rows))
        self._outer = QHBoxLayout(self)
        self._outer.setSpacing(_GAP_PX)
        self._columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        for column in self._columns:
            self._outer.addLayout(column)
        self._count = 0
        self._arrange(_COLUMNS)

    def minimumSizeHint(self) -> QSize:
        """One column."""
        margins = self._outer.contentsMargins()
        widest = max(part.sizeHint().width() for part in self._parts)
        height = super().minimumSizeHint().height()
        return QSize(widest + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        super().resizeEvent(event)
        counts = range(_COLUMNS, 1, -1)
        self._arrange(next((n for n in counts if self._width_of(n) <= event.size().width()), 1))

    def _width_of(self, count: int) -> int:
        margins = self._outer.contentsMargins()
        columns = _balanced(self._blocks, count)
        widths = [max(self._hint(title) for title, _ in column) for column in columns]
        return sum(widths) + _GAP_PX * (count - 1) + margins.left() + margins.right()

    def _hint(self, title: str) -> int:
        place = next(i for i, (known, _) in enumerate(self._blocks) if known == title)
        return self._parts[place].sizeHint().width()

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        parts = iter(self._parts)
        for column, blocks in zip(self._columns, _balanced(self._blocks, count), strict=False):
            for _ in blocks:
                column.addWidget(next(parts))
            column.addStretch(1)


def _blocks(shortcuts: Shortcuts) -> list[Block]:
    blocks = []
    for menu, name in MENUS.items():
        rows = [
            (shortcuts.shown_keys(command.id), plain_text(command))
            for command in COMMANDS
            if command.menu == menu and shortcuts.keys(command.id)
        ]
        if rows:
            blocks.append((translated(name).replace("&", ""), rows))
    return blocks


def _balanced(blocks: list[Block], count: int) -> list[list[Block]]:
    """The blocks in their order in at most `count` columns, the longest as short as it gets."""
    sizes = [len(rows) + _HEADING_ROWS for _, rows in blocks]
    for room in range(max(sizes), sum(sizes) + 1):
        columns: list[list[Block]] = [[]]
        used = 0
        for block, size in zip(blocks, sizes, strict=True):
            if used + size > room:
                columns.append([])
                used = 0
            columns[-1].append(block)
            used += size
        if len(columns) <= count:
            return columns
    return [blocks]


def _grid(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.addWidget(PlainLabel(title, "heading"), 0, 0, 1, 2)
    for row, (keys, text) in enumerate(rows, start=1):
        grid.addWidget(PlainLabel(keys, "strong"), row, 0)
        grid.addWidget(PlainLabel(text, "muted"), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowMinimumHeight(len(rows) + 1, 12)
    return grid
