"""What a screen reader says, and what the keyboard reaches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QWidget

from desktop.commands.shortcuts import Shortcuts
from desktop.settings import Settings
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.dialogs.shortcut_editor import ShortcutEditor
from tests.gui.conftest import WAIT_MS

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


def nameless(whole):
    """The widgets that can be reached by Tab and of which a screen reader would say no name."""
    found = []
    for widget in whole.findChildren(QWidget):
        is_reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        # A scroll area is passed through; the editor inside a spin box speaks for its owner.
        is_part = isinstance(widget, QScrollArea) or widget.objectName().startswith("qt_")
        if not is_reached or is_part or not widget.isVisibleTo(whole) or widget.focusProxy():
            continue
        said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not said.strip() and not widget.toolTip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_everything_in_the_window_has_a_name(qtbot, window, desk, make_png):
    assert nameless(window) == []
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    for button in window.explanation.findChildren(QToolButton):
        if button.isCheckable() and not button.isChecked() and button.isEnabled():
            button.setChecked(True)  # options and classes unfolded

    assert nameless(window) == []


@pytest.mark.parametrize("make", [SettingsDialog, ShortcutEditor])
def test_everything_in_the_dialogs_has_a_name(qtbot, tmp_path, make):
    settings = Settings(tmp_path)
    dialog = make(settings) if make is SettingsDialog else make(Shortcuts(settings))
    qtbot.addWidget(dialog)

    assert nameless(dialog) == []


def test_tab_goes_round_the_window_and_comes_back(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.image.setFocus()
    qtbot.waitUntil(lambda: window.findings.findChild(QPushButton).isVisible(), timeout=WAIT_MS)

    reached = [window.focusWidget()]
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is reached[0]:
            break
        reached.append(window.focusWidget())
    places = {widget: place for place, widget in enumerate(reached)}
    findings = [places[w] for w in reached if window.findings.isAncestorOf(w)]
    explanation = [places[w] for w in reached if window.explanation.isAncestorOf(w)]
    assert max(findings) < min(explanation)  # as they stand below each other
    parts = (window.strip, window.findings, window.explanation, window.model_bar)

    assert window.focusWidget() is window.image
    for part in parts:
        assert any(part is widget or part.isAncestorOf(widget) for widget in reached), part
