"""The reader first: refusals, hidden answers, overrides with a reason, decisions that are kept."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.views.dialogs.override import OverrideDialog
from desktop.views.widgets.decision_row import DecisionRow
from engine.decisions import ACCEPTED, REJECTED
from tests.gui.conftest import WAIT_MS
from tests.gui.test_open_and_explain import drop, texts, wait_for_text
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def knee(tmp_path):
    pixels = np.tile(np.linspace(0, 4000, 400, dtype=np.uint16), (400, 1))
    path = tmp_path / "knee.dcm"
    path.write_bytes(encode(dataset(pixels, BodyPartExamined="KNEE")))
    return path


def scored(qtbot, desk):
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: workspace.current.reading is not None, timeout=WAIT_MS)
    return workspace.current


def kept(desk):
    """Everything in the folder of decisions."""
    folder = desk.state.settings.folder / "decisions"
    return [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]


def row_of(window):
    rows = [row for row in window.findings.findChildren(DecisionRow) if row.isVisible()]
    return rows[0] if rows else None


def is_rejected_with(row, comment):
    return row is not None and row.comment.text() == comment and row.button(REJECTED).isChecked()


def in_dialog(work):
    """Runs `work` with the dialog that opens next."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OverrideDialog):
            work(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_a_refused_image_is_scored_only_for_a_reason(qtbot, window, desk, knee):
    drop(window, knee)
    item = scored(qtbot, desk)
    wait_for_text(qtbot, window.findings, "The body part is KNEE")

    def answer(dialog):
        go = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Score anyway")
        assert not go.isEnabled()
        qtbot.keyClicks(dialog.findChild(QLineEdit), "teaching file")
        assert go.isEnabled()
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)

    in_dialog(answer)
    asked = next(b for b in window.findings.findChildren(QPushButton) if "anyway" in b.text())
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)

    assert item.override.reason == "teaching file"
    assert item.override.codes == ("body_part",)
    assert kept(desk)[0]["overrides"][0]["reason"] == "teaching file"
    wait_for_text(qtbot, window.stage, "Scored although the input checks refused it")
    assert "teaching file" in texts(window.stage)


def test_without_a_reason_the_score_stays_hidden(qtbot, window, desk, knee):
    drop(window, knee)
    item = scored(qtbot, desk)
    in_dialog(lambda dialog: dialog.reject())
    window.actions_by_id["score-anyway"].trigger()

    assert item.is_score_withheld
    assert item.explanation is None
    assert kept(desk) == []


def test_answers_wait_until_the_reader_has_looked(qtbot, window, desk, make_png):
    window.actions_by_id["second-reader"].trigger()
    drop(window, make_png("bright.png", level=200))
    item = scored(qtbot, desk)
    wait_for_text(qtbot, window.findings, "Look at the image first")

    assert "%" not in texts(window.findings)

    assert item.explanation is None
    assert not window.image.has_overlay()
    assert not window.actions_by_id["explain"].isEnabled()
    qtbot.keyClick(window.image, Qt.Key.Key_L)
    wait_for_text(qtbot, window.findings, "at or above its operating point (50 %)")
    qtbot.waitUntil(lambda: item.explanation is not None, timeout=WAIT_MS)
    assert kept(desk)[0]["looked_at"]


def test_an_image_that_was_looked_at_before_is_not_hidden_again(qtbot, window, desk, make_png):
    path = make_png("bright.png", level=200)
    window.actions_by_id["second-reader"].trigger()
    drop(window, path)
    scored(qtbot, desk)
    window.actions_by_id["looked"].trigger()
    window.actions_by_id["close-image"].trigger()
    drop(window, path)

    assert not scored(qtbot, desk).is_hidden


def test_turning_the_mode_off_shows_everything(qtbot, window, desk, make_png):
    window.actions_by_id["second-reader"].trigger()
    drop(window, make_png("bright.png", level=200))
    item = scored(qtbot, desk)
    window.actions_by_id["second-reader"].trigger()

    assert not item.is_hidden
    assert not kept(desk)
    wait_for_text(qtbot, window.findings, "at or above its operating point (50 %)")


def test_a_finding_is_rejected_and_commented_and_comes_back(qtbot, window, desk, make_png):
    path = make_png("bright.png", level=200)
    drop(window, path)
    item = scored(qtbot, desk)
    qtbot.waitUntil(lambda: row_of(window) is not None, timeout=WAIT_MS)
    qtbot.mouseClick(row_of(window).button(REJECTED), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row_of(window) is not None, timeout=WAIT_MS)
    row = row_of(window)
    qtbot.keyClicks(row.comment, "overexposed")
    qtbot.keyClick(row.comment, Qt.Key.Key_Return)

    (decision,) = item.decisions
    assert (decision.finding, decision.verdict, decision.comment) == (
        "bright",
        REJECTED,
        "overexposed",
    )
    assert decision.probability == item.reading.prediction.scores[0].probability
    window.actions_by_id["close-image"].trigger()
    drop(window, path)
    scored(qtbot, desk)
    qtbot.waitUntil(lambda: is_rejected_with(row_of(window), "overexposed"), timeout=WAIT_MS)


def test_a_key_accepts_and_once_more_takes_it_back(qtbot, window, desk, make_png):
    drop(window, make_png("bright.png", level=200))
    item = scored(qtbot, desk)
    qtbot.keyClick(window.image, Qt.Key.Key_Y)
    assert item.decision_about("bright").verdict == ACCEPTED
    qtbot.keyClick(window.image, Qt.Key.Key_N)
    assert item.decision_about("bright").verdict == REJECTED
    qtbot.keyClick(window.image, Qt.Key.Key_N)
    assert item.decisions == ()


@pytest.mark.parametrize(("width", "is_below"), [(600, False), (230, True)])
def test_a_comment_has_room_for_its_words(qtbot, width, is_below):
    row = DecisionRow("Pneumonia", None)
    qtbot.addWidget(row)
    row.comment.setPlaceholderText("Kommentar des Befunders")
    row.show()
    row.resize(width, row.sizeHint().height())
    QApplication.sendPostedEvents()
    row.layout().activate()
    words = row.comment.fontMetrics().horizontalAdvance(row.comment.placeholderText())

    assert (row.comment.y() > row.button(ACCEPTED).geometry().bottom()) is is_below
    assert row.comment.width() > words


def test_an_impression_stays_beside_the_image_with_author_and_time(
    qtbot, window, desk, make_png, monkeypatch
):
    monkeypatch.setattr("desktop.jobs.records.account_name", lambda: "ada")
    drop(window, make_png("film.png"))
    item = scored(qtbot, desk)
    desk.records.write_impression(item, "  Effusion, small. ")
    assert item.record.impression.text == "Effusion, small."
    (record,) = kept(desk)
    assert record["impression"]["by"] == "ada"
    assert record["impression"]["at"].startswith("20")
    before = item.record
    desk.records.write_impression(item, "Effusion, small.")
    assert item.record is before  # nothing new was written, nobody's name changes

    desk.state.workspace.remove(item)
    drop(window, item.path)
    again = scored(qtbot, desk)
    assert again.record.impression.text == "Effusion, small."
    desk.records.write_impression(again, " ")
    assert again.record.impression is None
    desk.state.workspace.remove(again)
    desk.records.write_impression(again, "too late")
