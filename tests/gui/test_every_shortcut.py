"""Every key of the table of commands is pressed once on the image."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QGraphicsTextItem,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)

from desktop.commands import actions
from desktop.commands.registry import COMMANDS
from tests.gui.conftest import WAIT_MS

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]
KEYS = [(command.id, key) for command in COMMANDS for key in command.keys]
SINGLE_KEYS = [
    (command_id, key)
    for command_id, key in KEYS
    if len(key) == 1 or (key.startswith("Shift+") and len(key) == 7)
]


@pytest.fixture
def ran(monkeypatch):
    """Ids of the commands that were run; none of them does anything."""
    found = []

    def noted(command):
        return replace(command, run=lambda _context: found.append(command.id))

    table = tuple(noted(command) for command in COMMANDS)
    monkeypatch.setattr(actions.Actions.__init__, "__defaults__", (table,))
    return found


@pytest.fixture
def shown(qtbot, ran, window):
    """The window, as the one that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    return window


def press(widget, key):
    combination = QKeySequence(key)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def check_every_key(window, ran):
    wrong = []
    for command_id, key in KEYS:
        ran.clear()
        press(window.focusWidget(), key)
        wanted = [command_id] if window.actions_by_id[command_id].isEnabled() else []
        if ran != wanted:
            wrong.append((key, wanted, list(ran)))
    assert wrong == []


def test_without_an_image_keys_run_their_command_or_rest(shown, ran):
    shown.setFocus()
    check_every_key(shown, ran)


def test_over_an_explained_image_keys_run_their_command(qtbot, shown, ran, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    shown.image.setFocus()

    for command_id in ("fit", "invert", "explain", "toggle-overlay", "next-image", "copy-view"):
        assert shown.actions_by_id[command_id].isEnabled(), command_id
    check_every_key(shown, ran)


def test_commands_without_an_image_rest(shown):
    for command_id in ("fit", "invert", "explain", "toggle-overlay", "copy-view", "retry"):
        assert not shown.actions_by_id[command_id].isEnabled(), command_id


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit, QSpinBox, QComboBox])
def test_single_keys_rest_while_text_is_typed(qtbot, shown, ran, desk, make_png, field):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    typed = field(shown.centralWidget())
    if isinstance(typed, QComboBox):
        typed.setEditable(True)
    typed.show()
    typed.setFocus()
    qtbot.waitUntil(typed.hasFocus, timeout=5000)

    for _, key in SINGLE_KEYS:
        press(typed, key)

    assert ran == []


def test_single_keys_rest_while_a_note_is_typed_on_the_image(qtbot, shown, ran, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    note = QGraphicsTextItem()
    note.setTextInteractionFlags(note.textInteractionFlags().TextEditorInteraction)
    shown.image.scene().addItem(note)
    shown.image.setFocus()
    note.setFocus()
    assert shown.image.scene().focusItem() is note

    press(shown.image, "I")
    press(shown.image, "G")

    assert ran == []
    assert note.toPlainText().lower() == "ig"


def test_a_key_given_to_another_command_runs_that_one(shown, ran):
    shortcuts = shown.actions_by_id.shortcuts
    shortcuts.choose("open-files", [])
    shortcuts.choose("about", ["Ctrl+O"])
    shown.setFocus()
    press(shown, "Ctrl+O")

    assert ran == ["about"]
    assert "Ctrl+O" in shown.actions_by_id["about"].toolTip()
    assert "Ctrl+O" not in shown.actions_by_id["open-files"].toolTip()
