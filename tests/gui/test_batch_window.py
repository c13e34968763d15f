"""A batch from the window: begun, paused, stopped, gone on with, watched, closed over."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.batch.batch_window import BatchWindow
from desktop.views.batch.form import BatchForm
from desktop.views.batch.question import Answer, CloseGuard
from desktop.views.batch.words import time_words
from tests.gui.conftest import WAIT_MS
from tests.support.batches import ReadHere, journal_of, rows_of, write_films

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


class Pace:
    """Readers in this process that can be held up."""

    def __init__(self):
        self.is_held = False

    def decoder(self):
        pace = self

        class Paced(ReadHere):
            def decode(self, path):
                while pace.is_held and not self.is_cancelled:
                    QTest.qSleep(5)
                if self.is_cancelled:
                    from engine.progress import Cancelled

                    raise Cancelled
                return super().decode(path)

        return Paced()


@pytest.fixture
def pace(desk):
    pace = Pace()
    desk.batching._make_preparer = pace.decoder
    return pace


@pytest.fixture
def batch_window(qtbot, window, desk, pace):
    desk.batching._poll.setInterval(20)
    qtbot.waitUntil(lambda: bool(desk.state.models.stored), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(desk.state.inquiry.methods), timeout=WAIT_MS)
    window.actions_by_id["batch"].trigger()
    found = window.findChild(BatchWindow)
    # Nobody is there to answer at the end of a test.
    found.ask = window.findChild(CloseGuard).ask = lambda _parent, *, ends_program: Answer.STOP
    yield found
    pace.is_held = False


@pytest.fixture
def folders(tmp_path):
    return write_films(tmp_path / "in", 12), tmp_path / "out"


def fill(batch_window, folders, *methods):
    batch_window.form.folder.setText(str(folders[0]))
    batch_window.form.out.setText(str(folders[1]))
    batch_window.form._choose("tiny-1", methods)


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def until_ended(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.batching.is_running, timeout=WAIT_MS)


def test_nothing_can_be_begun_before_both_folders_are_named(batch_window, folders):
    assert not batch_window.start.isEnabled()
    batch_window.form.folder.setText(str(folders[0]))
    assert not batch_window.start.isEnabled()
    fill(batch_window, folders)
    assert batch_window.start.isEnabled()
    assert not batch_window.pause.isEnabled()


def test_the_results_are_proposed_beside_the_images(batch_window, folders, monkeypatch):
    monkeypatch.setattr(batch_window.form._prompts, "ask_folder", lambda _start: folders[0])
    batch_window.form._ask(batch_window.form.folder)
    assert batch_window.form.folder.text() == str(folders[0])
    assert batch_window.form.out.text() == str(folders[0].with_name("in-results"))


def test_a_batch_runs_and_its_results_are_shown(qtbot, batch_window, desk, folders, monkeypatch):
    (folders[0] / "3.png").write_bytes(b"broken")
    fill(batch_window, folders, "grad-cam")
    batch_window.form.has_report.setChecked(True)
    batch_window.start.click()
    assert not batch_window.form.isEnabled()
    until_ended(qtbot, desk)

    assert batch_window.problem.text() == ""
    assert "Finished" in texts(batch_window.view)
    assert "12 of 12 done, 11 scored, 1 failed" in texts(batch_window.view)
    failures = batch_window.view.failures
    assert [failures.topLevelItem(0).text(column) for column in (0, 1)] == ["3.png", "reading"]
    rows = rows_of(folders[1])
    assert [row["status"] for row in rows].count("scored") == 11
    assert (folders[1] / rows[0]["Explanation Filename"]).is_file()
    assert (folders[1] / rows[0]["Report Filename"]).is_file()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    qtbot.waitUntil(batch_window.show_results.isEnabled, timeout=WAIT_MS)
    batch_window.show_results.click()
    assert opened == [QUrl.fromLocalFile(str(folders[1]))]


def test_a_finished_batch_has_nothing_to_go_on_with(qtbot, batch_window, desk, folders):
    fill(batch_window, folders)
    batch_window.start.click()
    until_ended(qtbot, desk)

    qtbot.waitUntil(lambda: batch_window.start.text() == "Look for new images", timeout=WAIT_MS)
    assert "The batch in this folder is finished." in batch_window.note.text()
    assert "12 of 12 done, 12 scored" in texts(batch_window.view)

    write_films(folders[0], 13)
    batch_window.start.click()
    until_ended(qtbot, desk)
    assert len(rows_of(folders[1])) == 13
    batch_window.form.out.setText(str(folders[1].with_name("elsewhere")))
    qtbot.waitUntil(lambda: batch_window.start.text() == "Start", timeout=WAIT_MS)


def test_a_batch_pauses_goes_on_stops_and_is_resumed(qtbot, batch_window, desk, folders, pace):
    fill(batch_window, folders)
    pace.is_held = True
    batch_window.start.click()
    qtbot.waitUntil(batch_window.pause.isEnabled, timeout=WAIT_MS)
    batch_window.pause.click()
    assert batch_window.pause.text() == "Continue"
    pace.is_held = False
    qtbot.waitUntil(lambda: "Paused" in texts(batch_window.view), timeout=WAIT_MS)
    done = desk.batching.progress.done
    assert done < 12
    qtbot.wait(100)
    assert desk.batching.progress.done == done

    pace.is_held = True
    batch_window.pause.click()
    assert batch_window.pause.text() == "Pause"
    batch_window.stop.click()
    until_ended(qtbot, desk)
    assert "Stopped: what is finished is kept" in texts(batch_window.view)
    assert len(rows_of(folders[1])) == done

    pace.is_held = False
    qtbot.waitUntil(lambda: batch_window.start.text() == "Go on", timeout=WAIT_MS)
    batch_window.start.click()
    until_ended(qtbot, desk)
    assert batch_window.problem.text() == ""
    assert len(rows_of(folders[1])) == 12
    assert len(journal_of(folders[1])) == 12


def test_a_folder_with_a_batch_tells_what_it_was_asked_for(qtbot, batch_window, desk, folders):
    fill(batch_window, folders, "grad-cam")
    batch_window.form.override.setText("phantoms")
    batch_window.start.click()
    until_ended(qtbot, desk)
    form = batch_window.form
    desk.batching.order = None
    for line in (form.folder, form.out, form.override):
        line.setText("")
    form._choose("tiny-1", ())

    form.out.setText(str(folders[1]))

    qtbot.waitUntil(lambda: batch_window.start.text() == "Go on", timeout=WAIT_MS)
    assert form.folder.text() == str(folders[0])
    assert form.chosen_methods() == ("grad-cam",)
    assert form.override.text() == "phantoms"
    assert "A batch was begun in this folder" in texts(batch_window)


def test_what_cannot_be_done_is_told(qtbot, batch_window, desk, folders, tmp_path):
    fill(batch_window, (tmp_path / "nothing", folders[1]))
    batch_window.start.click()
    until_ended(qtbot, desk)

    assert "there is no such folder" in batch_window.problem.text()
    assert batch_window.start.isEnabled()


@pytest.mark.parametrize("answer", list(Answer))
def test_closing_its_window_asks(qtbot, batch_window, desk, folders, pace, answer):
    fill(batch_window, folders)
    pace.is_held = True
    batch_window.start.click()
    qtbot.waitUntil(batch_window.pause.isEnabled, timeout=WAIT_MS)
    asked = []
    batch_window.ask = lambda _parent, *, ends_program: asked.append(ends_program) or answer

    batch_window.close()

    assert asked == [False]
    assert batch_window.isVisible() == (answer is Answer.STAY)
    if answer is Answer.STOP:
        until_ended(qtbot, desk)
        return
    pace.is_held = False
    until_ended(qtbot, desk)
    assert len(rows_of(folders[1])) == 12


def test_closing_the_program_asks(qtbot, window, batch_window, desk, folders, pace):
    fill(batch_window, folders)
    pace.is_held = True
    batch_window.start.click()
    qtbot.waitUntil(batch_window.pause.isEnabled, timeout=WAIT_MS)
    guard, asked = window.findChild(CloseGuard), []
    guard.ask = lambda _parent, *, ends_program: asked.append(ends_program) or Answer.STAY

    assert not window.close()
    assert window.isVisible()
    guard.ask = lambda _parent, *, ends_program: Answer.STOP
    assert window.close()
    until_ended(qtbot, desk)
    assert asked == [True]


def test_times_are_told_as_people_do():
    assert [time_words(s) for s in (0.4, 61, 7500)] == ["0 s", "1 min 01 s", "2 h 05 min"]


def test_files_are_not_named_while_patients_are_masked(batch_window, desk):
    privacy = desk.state.workspace.privacy
    assert not batch_window.view.failures.isColumnHidden(0)
    privacy.set_on(True)
    assert batch_window.view.failures.isColumnHidden(0)
    assert BatchForm(desk.state, batch_window.form._prompts).hides_patients.isChecked()
    privacy.set_on(False)
    assert not batch_window.view.failures.isColumnHidden(0)


def test_folders_cannot_be_read_while_patients_are_masked(qtbot, batch_window, desk, folders):
    privacy, form = desk.state.workspace.privacy, batch_window.form
    fill(batch_window, (folders[0].with_name("doe-jane"), folders[1]))
    batch_window.start.click()
    until_ended(qtbot, desk)
    assert "doe-jane" in texts(batch_window)
    assert "doe-jane" in form.folder.displayText()

    privacy.set_on(True)
    for line in (form.folder, form.out):
        assert set(line.displayText()) <= {line.displayText()[0]}
        assert line.text()
    assert "doe-jane" not in texts(batch_window)
    assert "there is no such folder" in batch_window.problem.text()
    assert BatchForm(desk.state, form._prompts).folder.echoMode() != form.folder.EchoMode.Normal
    privacy.set_on(False)
    assert "doe-jane" in form.folder.displayText()
    assert "doe-jane" in texts(batch_window)
