"""Which keys mean which command, to be changed; a key that means something already is refused."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.command import plain_text, translated
from desktop.commands.registry import COMMANDS, MENUS
from desktop.commands.search import find_commands
from desktop.commands.shortcuts import Shortcuts
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel

_SIZE = (680, 640)
_NAME_PX = 360


class ShortcutEditor(QDialog):
    """A list of commands, and a field that takes the next key pressed.

    Args:
        shortcuts: the keys in use; changed at once.
    """

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        fit_screen(self, *_SIZE)
        self._shortcuts = shortcuts
        self.search = QLineEdit(placeholderText=self.tr("Find a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Commands"))
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setColumnWidth(0, _NAME_PX)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(14)
        self.tree.currentItemChanged.connect(self._show_command)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addLayout(self._editing())
        self.words = PlainLabel("", "warning", wraps=True)
        self.words.setMinimumHeight(2 * self.fontMetrics().height())
        column.addWidget(self.words)
        column.addLayout(self._ending())
        shortcuts.changed.connect(self._rewrite)
        self._list("")

    def choose(self, command_id: str) -> None:
        """Marks a command in the list."""
        for entry in self._entries():
            if entry.data(0, Qt.ItemDataRole.UserRole) == command_id:
                self.tree.setCurrentItem(entry)

    def _editing(self) -> QGridLayout:
        self.key = QKeySequenceEdit()
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("Press the key"))
        self.key.setToolTip(self.tr("Click here, then press the key"))
        self.key.keySequenceChanged.connect(self._judge)
        self.replace = QPushButton(self.tr("Use this key"))
        self.add = QPushButton(self.tr("Use it too"))
        self.remove = QPushButton(self.tr("No keys"))
        self.default = QPushButton(self.tr("Default keys"))
        self.replace.clicked.connect(self._replace)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.default.clicked.connect(self._restore)
        grid = QGridLayout()
        grid.addWidget(PlainLabel(self.tr("Key"), "muted"), 0, 0)
        grid.addWidget(self.key, 0, 1, 1, 4)
        for place, button in enumerate((self.replace, self.add, self.remove, self.default)):
            button.setAutoDefault(False)
            grid.addWidget(button, 1, 1 + place)
        return grid

    def _ending(self) -> QHBoxLayout:
        self.restore_all = QPushButton(self.tr("All keys to their defaults"))
        self.restore_all.setAutoDefault(False)
        self.restore_all.clicked.connect(self._restore_all)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.restore_all)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _list(self, typed: str) -> None:
        self.tree.clear()
        found = {command.id for command in find_commands(COMMANDS, typed)}
        for menu, name in MENUS.items():
            rows = [c for c in COMMANDS if c.menu == menu and c.id in found]
            if not rows:
                continue
            head = QTreeWidgetItem([translated(name).replace("&", ""), ""])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(head)
            for command in rows:
                entry = QTreeWidgetItem([plain_text(command), ""])
                entry.setData(0, Qt.ItemDataRole.UserRole, command.id)
                entry.setToolTip(0, translated(command.tip))
                head.addChild(entry)
        self.tree.expandAll()
        self._rewrite()
        first = next(iter(self._entries()), None)
        self.tree.setCurrentItem(first)
        self._show_command()

    def _entries(self) -> list[QTreeWidgetItem]:
        heads = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [head.child(row) for head in heads for row in range(head.childCount())]

    def _rewrite(self) -> None:
        for entry in self._entries():
            command_id = entry.data(0, Qt.ItemDataRole.UserRole)
            entry.setText(1, self._shortcuts.shown_keys(command_id))
            font = entry.font(1)
            font.setBold(self._shortcuts.is_changed(command_id))
            entry.setFont(1, font)
        self._judge()

    def _command_id(self) -> str:
        entry = self.tree.currentItem()
        return "" if entry is None else entry.data(0, Qt.ItemDataRole.UserRole) or ""

    def _show_command(self, *_what: object) -> None:
        self.key.clear()
        self._judge()

    def _typed(self) -> str:
        return self.key.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _judge(self, *_what: object) -> None:
        command_id, typed = self._command_id(), self._typed()
        words = self._shortcuts.objection(command_id, typed) if command_id and typed else ""
        self.words.setText(words)
        is_good = bool(command_id and typed and not words)
        self.replace.setEnabled(is_good)
        self.add.setEnabled(is_good)
        self.remove.setEnabled(bool(command_id and self._shortcuts.keys(command_id)))
        self.default.setEnabled(bool(command_id and self._shortcuts.is_changed(command_id)))

    def _replace(self) -> None:
        self._shortcuts.choose(self._command_id(), [self._typed()])
        self.key.clear()

    def _add(self) -> None:
        command_id = self._command_id()
        self._shortcuts.choose(command_id, [*self._shortcuts.keys(command_id), self._typed()])
        self.key.clear()

    def _remove(self) -> None:
        self._shortcuts.choose(self._command_id(), [])

    def _restore(self) -> None:
        try:
            self._shortcuts.restore(self._command_id())
        except ValueError as error:
            self.words.setText(str(error))

    def _restore_all(self) -> None:
        self._shortcuts.restore()
