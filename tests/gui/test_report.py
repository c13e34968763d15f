"""The report of the image on screen: written, shown, saved; and who is told of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.settings import Settings
from desktop.state.session import start_session
from desktop.views.report.dialog import ReportDialog
from engine.report.content import PRELIMINARY, VERIFIED
from tests.gui.conftest import WAIT_MS
from tests.support.reports import FIVE, measured, reading, with_tests

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


class Prompts:
    """Answers where to save."""

    def __init__(self, path=None):
        self.path, self.offered = path, []

    def ask_report_to_save(self, folder: Path, name: str):
        self.offered.append(name)
        return self.path


@pytest.fixture
def state(qtbot, tmp_path):
    return start_session(Settings(tmp_path / "user"))


@pytest.fixture
def open_dialog(qtbot, state):
    opened = []

    def make(path=None, given=None, impression=""):
        given = with_tests(measured(reading(FIVE, explained=2))) if given is None else given
        dialog = ReportDialog(state, given, Prompts(path), impression)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        qtbot.waitUntil(lambda: dialog.paper.count > 0, timeout=WAIT_MS)
        return dialog

    yield make
    for dialog in opened:
        dialog.done(0)


def text_of(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-32:]


def test_pages_follow_what_is_chosen(qtbot, open_dialog):
    dialog = open_dialog()
    assert dialog.paper.count == 1
    dialog.form.details.click()
    qtbot.waitUntil(lambda: dialog.paper.count > 1, timeout=WAIT_MS)
    dialog.form.details.click()
    qtbot.waitUntil(lambda: dialog.paper.count == 1, timeout=WAIT_MS)


def test_what_is_typed_is_drawn(qtbot, open_dialog):
    dialog = open_dialog()
    before = dialog.paper.pictures()[0]
    qtbot.keyClicks(dialog.form.impression, "Opacity on the left.")
    qtbot.waitUntil(lambda: dialog.paper.pictures()[0] != before, timeout=WAIT_MS)


def test_a_report_is_saved_as_a_whole(qtbot, open_dialog, tmp_path):
    path = tmp_path / "out.pdf"
    dialog = open_dialog(path)
    with qtbot.waitSignal(dialog.written, timeout=WAIT_MS) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert text_of(path.read_bytes())
    assert told.args == [PRELIMINARY, ""]
    assert "out.pdf" in dialog.told.text()
    assert dialog._prompts.offered == ["film.report.pdf"]


def test_a_refused_name_writes_nothing(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(None)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.told.text() == ""


def test_a_folder_that_takes_nothing_is_told_and_stays_as_it_was(qtbot, open_dialog, tmp_path):
    folder = tmp_path / "file"
    folder.write_text("no folder")
    dialog = open_dialog(folder / "out.pdf")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "could not be written" in dialog.problem.text(), timeout=WAIT_MS)
    assert dialog.told.text() == ""
    assert folder.read_text() == "no folder"


def test_nobody_cannot_verify(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(tmp_path / "out.pdf")
    dialog.form.status.setCurrentIndex(dialog.form.status.findData(VERIFIED))
    assert not dialog.save.isEnabled()
    assert not dialog.print.isEnabled()
    assert dialog.form.missing.isVisible()
    qtbot.keyClicks(dialog.form.reader, "Dr. Who")
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.form.role, "radiologist")
    assert dialog.save.isEnabled()
    assert not dialog.form.missing.isVisible()
    with qtbot.waitSignal(dialog.written, timeout=WAIT_MS) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert told.args == [VERIFIED, "Dr. Who"]


def test_name_and_choices_are_remembered_but_neither_words_nor_status(qtbot, state, open_dialog):
    dialog = open_dialog()
    qtbot.keyClicks(dialog.form.reader, "Dr. Who")
    dialog.form.paper.setCurrentIndex(dialog.form.paper.findData("Letter"))
    dialog.form.contours.click()
    qtbot.keyClicks(dialog.form.impression, "words")
    dialog.form.status.setCurrentIndex(dialog.form.status.findData(VERIFIED))
    dialog.done(0)
    again = open_dialog().form.written()
    assert (again.reader, again.paper, again.is_contour) == ("Dr. Who", "Letter", True)
    assert (again.impression, again.status) == ("", PRELIMINARY)


def test_in_privacy_mode_names_are_left_out_at_first(qtbot, state, open_dialog, tmp_path):
    state.workspace.privacy.set_on(True)
    dialog = open_dialog(tmp_path / "x.pdf")
    assert dialog.form.written().is_deidentified
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog._prompts.offered == ["report.pdf"]


def test_a_logo_that_is_gone_is_told_and_the_report_still_drawn(
    qtbot, state, open_dialog, tmp_path
):
    state.settings.set("report/logo", str(tmp_path / "gone.png"))
    dialog = open_dialog()
    assert "logo cannot be read" in dialog.problem.text()
    assert dialog.paper.count == 1


def test_every_field_can_be_reached_and_has_a_name(qtbot, open_dialog):
    form = open_dialog().form
    for field in (form.impression, form.status, form.reader, form.role, form.paper):
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_report_of_the_image_on_screen(qtbot, window, desk, make_png, tmp_path, monkeypatch):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    told = []
    monkeypatch.setattr(desk.library.chronicle, "notice_report", lambda *what: told.append(what))
    window.prompts.ask_report_to_save = lambda _folder, _name: tmp_path / "out.pdf"

    def dialog_of():
        window.actions_by_id["report"].trigger()
        return window.findChild(ReportDialog)

    dialog = dialog_of()
    qtbot.waitUntil(lambda: dialog.paper.count > 0, timeout=WAIT_MS)
    assert dialog._reading.explanations == (item.explanation,)
    assert dialog._reading.radiograph is item.radiograph
    qtbot.keyClicks(dialog.form.impression, "seen")
    with qtbot.waitSignal(dialog.written, timeout=WAIT_MS):
        dialog.save.click()
    assert text_of((tmp_path / "out.pdf").read_bytes())
    assert [what[1:] for what in told] == [(PRELIMINARY, "")]
    dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is None, timeout=5000)
    again = dialog_of()
    assert again.impression == "seen"
    again.accept()


def test_before_the_reader_has_looked_there_is_no_report(qtbot, window, desk, make_png):
    desk.records.toggle_second_reader()
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    assert item.is_hidden
    window.actions_by_id["report"].trigger()
    assert window.findChild(ReportDialog) is None
    assert "Look at the image first" in window.statusBar().currentMessage()
