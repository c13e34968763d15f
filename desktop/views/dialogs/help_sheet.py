"""The sheet of keys and gestures, made from the table of commands."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.registry import COMMANDS, GESTURES, MENUS, translated
from desktop.views.widgets.plain_label import PlainLabel

_KEYS_PX = 130


class HelpSheet(QDialog):
    """Every command with keys, and every gesture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(self._block(self.tr("Mouse and holding"), _gestures()))
        for place, (menu, name) in enumerate(MENUS.items()):
            rows = _keys_of(menu)
            if rows:
                title = translated(name).replace("&", "")
                (right if place in (1, 2) else left).addLayout(self._block(title, rows))
        for column in (left, right):
            column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        columns.addLayout(left)
        columns.addLayout(right)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 18, 22, 16)
        outer.addLayout(columns)
        outer.addWidget(buttons)

    def _block(self, title: str, rows: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.addWidget(PlainLabel(title, "heading"), 0, 0, 1, 2)
        for row, (keys, text) in enumerate(rows, start=1):
            grid.addWidget(PlainLabel(keys, "strong"), row, 0)
            grid.addWidget(PlainLabel(text, "muted"), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _KEYS_PX)
        grid.setRowMinimumHeight(len(rows) + 1, 12)
        return grid


def _gestures() -> list[tuple[str, str]]:
    return [(translated(gesture.keys), translated(gesture.text)) for gesture in GESTURES]


def _keys_of(menu: str) -> list[tuple[str, str]]:
    return [
        (keys_text(command.keys), translated(command.text).rstrip("."))
        for command in COMMANDS
        if command.menu == menu and command.keys
    ]


def keys_text(keys: tuple[str, ...]) -> str:
    """Shortcuts as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
