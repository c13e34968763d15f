import json

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from desktop.settings import SETTINGS, Settings
from desktop.state.session import start_session
from desktop.views import theme, wording
from desktop.views.dialogs.acceptance import SETTING as CONSENT
from desktop.views.dialogs.acceptance import AcceptanceDialog, is_accepted
from desktop.views.dialogs.help_sheet import HelpSheet
from desktop.views.dialogs.palette import Palette
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.dialogs.shortcut_editor import ShortcutEditor
from desktop.views.dialogs.system import SystemDialog
from desktop.views.exported_view import save_picture
from desktop.views.tool_row import ToolRow
from engine.errors import OutputError
from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def explained(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    return item


@pytest.fixture
def known_patient(qtbot, window, desk, tmp_path):
    pixels = np.tile(np.linspace(0, 4000, 400, dtype=np.uint16), (400, 1))
    path = tmp_path / "doe.dcm"
    who = {"PatientName": "Doe^Jane", "PatientID": "MRN-77", "StudyDate": "20240131"}
    path.write_bytes(encode(dataset(pixels, **who)))
    desk.open_paths([path])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.radiograph is not None, timeout=WAIT_MS)
    return item


# The palette


def palette_of(window):
    window.actions_by_id["palette"].trigger()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Palette))


def test_the_palette_finds_and_runs_a_command(qtbot, window, explained):
    palette = palette_of(window)
    QTest.keyClicks(palette.field, "inver")

    assert palette.list.currentItem().text() == "Invert"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.image.is_inverted, timeout=2000)


def test_the_palette_says_what_a_command_needs(qtbot, window):
    palette = palette_of(window)
    QTest.keyClicks(palette.field, "invert")
    entry = palette.list.currentItem()

    assert "Needs an image" in entry.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_the_palette_is_walked_with_the_arrow_keys(qtbot, window):
    palette = palette_of(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)

    assert palette.list.currentRow() == 1
    palette.close()


# Keys


def test_a_taken_key_is_refused_in_the_editor_and_a_free_one_taken(qtbot, window):
    shortcuts = window.actions_by_id.shortcuts
    editor = ShortcutEditor(shortcuts)
    qtbot.addWidget(editor)
    editor.choose("invert")
    editor.key.setKeySequence(QKeySequence("Ctrl+O"))

    assert not editor.replace.isEnabled()
    assert "already means" in editor.words.text()
    editor.key.setKeySequence(QKeySequence("Ctrl+J"))
    assert editor.words.text() == ""
    QTest.mouseClick(editor.replace, Qt.MouseButton.LeftButton)
    assert shortcuts.keys("invert") == ("Ctrl+J",)
    assert window.actions_by_id["invert"].shortcut() == QKeySequence("Ctrl+J")


def test_the_sheet_shows_the_keys_in_use(qtbot, window):
    window.actions_by_id.shortcuts.choose("invert", ["Ctrl+J"])
    sheet = HelpSheet(window.actions_by_id.shortcuts)
    qtbot.addWidget(sheet)

    assert "Ctrl+J | Invert" in texts(sheet)


@pytest.mark.parametrize(("width", "columns"), [(2400, 3), (600, 1)])
def test_the_sheet_has_as_many_columns_as_fit_and_never_scrolls_sideways(
    qtbot, window, width, columns
):
    sheet = HelpSheet(window.actions_by_id.shortcuts)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.resize(width, 700)
    qtbot.wait(20)
    area = sheet.findChild(QScrollArea)
    parts = [
        part for part in area.widget().children() if isinstance(part, QWidget) and part.layout()
    ]

    assert len({part.x() for part in parts}) == columns
    assert area.widget().width() <= area.viewport().width()
    assert all(part.width() >= part.sizeHint().width() for part in parts)


def test_the_toolbar_is_one_stop_and_the_arrows_go_on(qtbot, window):
    tools = window.findChild(ToolRow)
    buttons = [tools.widgetForAction(action) for action in tools.actions()]
    buttons = [button for button in buttons if isinstance(button, QToolButton)]

    def stops():
        return [b for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]

    (first,) = stops()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    (second,) = stops()
    assert second is not first
    assert second.isEnabled()
    assert not second.focusPolicy() & Qt.FocusPolicy.ClickFocus
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert stops() == [first]
    with qtbot.waitSignal(second.clicked, timeout=1000):
        second.click = second.clicked.emit  # what it would do is no matter here
        QTest.keyClick(second, Qt.Key.Key_Return)


# Settings


def test_every_shown_setting_has_an_editor_with_a_name(qtbot, desk):
    dialog = SettingsDialog(desk.state.settings, administration=desk.administration)
    qtbot.addWidget(dialog)

    for setting in SETTINGS:
        assert (setting.name in dialog.editors) is setting.is_shown, setting.name
    assert all(editor.accessibleName() for editor in dialog.editors.values())


def test_changes_count_at_once_and_can_be_taken_back(qtbot, desk):
    state = desk.state
    dialog = SettingsDialog(state.settings)
    qtbot.addWidget(dialog)
    mode = dialog.editors["overlay/mode"]
    mode.setCurrentIndex(mode.findData("contour"))
    mode.activated.emit(mode.currentIndex())
    dialog.editors["explain/automatic"].click()

    assert state.overlay.look.mode == "contour"
    assert not state.inquiry.inquiry.is_automatic
    dialog.restore.click()
    assert state.overlay.look.mode == "heat"
    assert mode.currentData() == "heat"
    assert dialog.editors["explain/automatic"].isChecked()


def test_settings_are_found_by_their_words(qtbot, desk):
    dialog = SettingsDialog(desk.state.settings, administration=desk.administration)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.search, "text size")

    assert dialog.editors["look/text_size"].isVisible()
    assert not dialog.editors["overlay/mode"].isVisible()
    dialog.search.setText("zebra")
    assert dialog.nothing.isVisible()


# Look


@pytest.fixture
def look(qapp, desk):
    from desktop.views.look import Look

    before = (qapp.style().objectName(), qapp.palette(), qapp.font(), qapp.styleSheet())
    look = Look(qapp, desk.state.settings)
    look.dress()
    yield look
    theme.use(qapp, "dark")
    qapp.setStyle(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
    qapp.setStyleSheet(before[3])


def test_the_theme_changes_while_the_window_is_open(qtbot, look, window, explained):
    ground = window.findings.palette().window().color().lightness()
    label = next(label for label in window.findings.findChildren(QLabel) if label.isVisible())
    assert label.palette().windowText().color() == QColor(theme.DARK.text)
    window.actions_by_id["light-theme"].trigger()

    assert window.findings.palette().window().color().lightness() > ground + 100
    label = next(label for label in window.findings.findChildren(QLabel) if label.isVisible())
    assert label.palette().windowText().color() == QColor(theme.LIGHT.text)
    # The image area is black in both.
    assert window.image.backgroundBrush().color() == QColor("#000000")


def test_text_sizes_reach_labels_that_are_on_screen(qtbot, look, window, desk, explained):
    label = next(label for label in window.findings.findChildren(QLabel) if label.isVisible())
    before = label.font().pointSizeF()
    desk.state.settings.set("look/text_size", "150")

    assert label.font().pointSizeF() > before * 1.3


# Privacy


def test_privacy_masks_the_view_and_the_title_and_gives_them_back(window, known_patient):
    plain = window.image.grab_view()
    assert "doe.dcm" in window.windowTitle()
    window.actions_by_id["privacy"].trigger()

    assert window.windowTitle() == "WhyRay"
    assert window.actions_by_id["privacy"].isChecked()
    assert window.image.grab_view() != plain
    window.actions_by_id["privacy"].trigger()
    assert window.image.grab_view() == plain
    assert "doe.dcm" in window.windowTitle()


NAMES = ("Doe", "MRN-77", "2024", "doe.dcm")


def told(window):
    """Every text that can be read in the window, heard of a row, or found in a tooltip."""
    model = window.strip.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    roles = Qt.ItemDataRole
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    parts = [window.windowTitle()]
    parts += [text for label in labels for text in (label.text(), label.toolTip())]
    parts += [edit.toPlainText() for edit in window.findChildren(QPlainTextEdit)]
    parts += [
        str(row.data(role))
        for row in rows
        for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole)
    ]
    return " | ".join(parts)


def test_privacy_leaves_no_name_number_or_date_to_read(
    qtbot, window, desk, known_patient, tmp_path
):
    for name in ("Doe", "MRN-77", "2024-01-31", "doe.dcm"):
        assert name in told(window)
    window.actions_by_id["privacy"].trigger()
    qtbot.wait(10)  # labels that were taken away are deleted

    assert [name for name in NAMES if name in told(window)] == []
    broken = tmp_path / "doe-broken.dcm"
    broken.write_bytes(b"nothing that could be read")
    desk.open_paths([broken])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.error is not None, timeout=WAIT_MS)
    window.notice.show_error(item.error)
    assert "doe-broken" not in told(window)
    window.actions_by_id["privacy"].trigger()
    assert "doe-broken" in told(window)


def test_a_session_can_start_masked(qtbot, tmp_path):
    settings = Settings(tmp_path / "masked")
    settings.set("look/privacy_at_start", True)

    assert start_session(settings).workspace.privacy.is_on


# Pictures of the view


def band_of(picture, view):
    height = round(view.viewport().height() * view.viewport().devicePixelRatioF())
    return picture.copy(0, height, picture.width(), picture.height() - height)


def test_a_copied_view_carries_the_research_line(window, explained):
    window.actions_by_id["copy-view"].trigger()
    picture = QGuiApplication.clipboard().image()
    band = band_of(picture, window.image)

    assert picture.width() == window.image.grab_view().width()
    assert band.height() > 20
    lit = [
        band.pixelColor(x, y).lightness() for x in range(band.width()) for y in range(band.height())
    ]
    assert max(lit) > 120


def test_a_clean_picture_has_neither_map_nor_words(window, explained):
    annotated, clean = window.image.grab_view(), window.image.grab_view(is_clean=True)

    assert annotated != clean
    window.image.peek(True)
    window.image.set_text_density("hidden")
    assert window.image.grab_view() == clean
    window.image.peek(False)
    window.image.set_text_density("full")
    assert window.image.grab_view() == annotated


@pytest.mark.parametrize("name", ["view.png", "view.jpg"])
def test_a_saved_view_is_a_picture_of_the_view(window, explained, tmp_path, name, monkeypatch):
    path = tmp_path / name
    monkeypatch.setattr(window.prompts, "ask_picture_to_save", lambda _folder: path)
    window.actions_by_id["save-view"].trigger()
    saved = QImage(str(path))

    assert saved.width() == window.image.grab_view().width()
    assert saved.height() > window.image.grab_view().height()


def test_a_picture_that_cannot_be_written_is_told(window, explained, tmp_path, monkeypatch):
    path = tmp_path / "missing" / "view.png"
    monkeypatch.setattr(window.prompts, "ask_picture_to_save", lambda _folder: path)
    window.actions_by_id["save-view"].trigger()

    assert window.notice.isVisible()
    assert "could not be written" in texts(window.notice)


def test_other_kinds_of_files_are_refused(tmp_path):
    picture = QImage(4, 4, QImage.Format.Format_RGB32)

    with pytest.raises(OutputError, match="PNG or JPEG"):
        save_picture(picture, tmp_path / "view.gif")


# First launch and help


def test_the_text_is_accepted_once_and_again_after_it_changed(qtbot, desk):
    settings = desk.state.settings
    dialog = AcceptanceDialog(settings)
    qtbot.addWidget(dialog)
    assert not is_accepted(settings)
    assert wording.RESEARCH_USE in texts(dialog)
    dialog.accept_button.click()

    assert is_accepted(settings)
    assert dialog.result() == QDialog.DialogCode.Accepted
    stored = json.loads(settings.get(CONSENT))
    assert stored["at"].endswith("+00:00")
    settings.set(CONSENT, json.dumps(stored | {"text": "0"}))
    assert not is_accepted(settings)


@pytest.mark.parametrize("stored", ["", "no json", "[]", '{"at": "2024"}'])
def test_a_damaged_acceptance_counts_as_none(desk, stored):
    desk.state.settings.set(CONSENT, stored)

    assert not is_accepted(desk.state.settings)


def test_system_facts_are_copied_without_the_home_folder_or_patients(qtbot, window, known_patient):
    dialog = SystemDialog(window.desk.state)
    qtbot.addWidget(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()

    assert "CPUExecutionProvider" in copied
    assert "GiB" in copied
    assert "Doe" not in copied
    assert "MRN-77" not in copied


def test_every_dialog_of_the_shell_opens_and_closes(qtbot, window, explained):
    seen = []

    def close_it():
        dialog = QApplication.activeModalWidget()
        seen.append(type(dialog).__name__)
        dialog.reject()

    for command_id in ("settings", "shortcuts", "help", "about", "system"):
        QTimer.singleShot(0, close_it)
        window.actions_by_id[command_id].trigger()

    assert seen == [
        "SettingsDialog", "ShortcutEditor", "HelpSheet", "AboutDialog", "SystemDialog",
    ]  # fmt: skip
