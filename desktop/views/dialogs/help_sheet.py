"""The sheet of keys and gestures, made from the table of commands and the keys in use."""

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

_COLUMNS = 3
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
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for part in _balanced(blocks, _COLUMNS):
            column = QVBoxLayout()
            for title, rows in part:
                column.addLayout(_grid(title, rows))
            column.addStretch(1)
            columns.addLayout(column)
        inner = QWidget()
        inner.setLayout(columns)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
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
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.addWidget(PlainLabel(title, "heading"), 0, 0, 1, 2)
    for row, (keys, text) in enumerate(rows, start=1):
        grid.addWidget(PlainLabel(keys, "strong"), row, 0)
        grid.addWidget(PlainLabel(text, "muted"), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowMinimumHeight(len(rows) + 1, 12)
    return grid
