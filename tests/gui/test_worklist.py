"""The worklist in the real window: what is opened appears, is found, opened again, forgotten."""

import json
import time
from array import array
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from desktop.jobs.batching import Order
from desktop.jobs.library_tasks import Answer
from desktop.views.worklist.words import status_texts
from desktop.views.worklist.worklist_window import StudyTable, WorklistWindow
from engine.library import audit
from engine.library.opening import open_library
from engine.library.worklist import Wanted, study_ids
from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture
def make_film(tmp_path):
    """Writes a DICOM film that passes the input checks."""

    def make(number, **tags):
        ramp = np.linspace(100, 4000, 500)[None, :] + np.linspace(-90, 90, 600)[:, None]
        told = {
            "PatientName": f"Doe{number}^Jane",
            "PatientID": f"P{number}",
            "StudyInstanceUID": f"1.2.{number}",
            "SOPInstanceUID": f"1.2.3.{number}",
            "StudyDate": f"2026020{number}",
            "PatientAge": "040Y",
            "ViewPosition": "PA",
        } | tags
        path = tmp_path / f"film{number}.dcm"
        path.write_bytes(encode(dataset(ramp.astype(np.uint16), **told)))
        return path

    return make


@pytest.fixture
def worklist(qtbot, window):
    """Shows the worklist and gives it."""

    def show():
        window.actions_by_id["worklist"].trigger()
        found = window.findChild(WorklistWindow)
        qtbot.waitUntil(found.isVisible, timeout=WAIT_MS)
        return found

    return show


def cells(view, column):
    return [view.model.index(row, column).data() or "" for row in range(view.model.rowCount())]


def wait_for(qtbot, view, column, wanted):
    qtbot.waitUntil(lambda: cells(view, column) == wanted, timeout=WAIT_MS)


def open_all(qtbot, desk, paths):
    desk.open_paths(paths)
    for item in desk.state.workspace.items:
        desk.state.workspace.select(item)
        qtbot.waitUntil(lambda item=item: item.reading is not None, timeout=WAIT_MS)


def entries(desk, folder):
    """The audit, once everything is written."""
    assert desk.close(10.0)
    library = open_library(folder / "user" / "library").library
    lines = list(audit.lines(library.connection))
    library.close()
    assert audit.verify(lines).broken_line is None
    return [json.loads(line) for line in lines]


def test_what_is_opened_and_scored_appears_and_is_found(qtbot, desk, worklist, make_film):
    view = worklist()
    qtbot.waitUntil(lambda: "No study yet" in view.count.text(), timeout=WAIT_MS)
    open_all(qtbot, desk, [make_film(1), make_film(2)])
    qtbot.waitUntil(lambda: sorted(cells(view, 3)) == ["Doe1, Jane", "Doe2, Jane"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: cells(view, 1) == ["bright", "bright"], timeout=WAIT_MS)
    assert all(score.endswith(" %") for score in cells(view, 2))
    assert "model's order" in view.order_note.text()

    QTest.keyClicks(view.filters.search, "doe2")
    wait_for(qtbot, view, 4, ["P2"])
    assert view.count.text() == "1 of 2 studies"
    view.filters.clear.click()
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(5) + 9, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for(qtbot, view, 5, ["2026-02-02", "2026-02-01"])
    assert not view.priority.isChecked()


def test_a_double_click_opens_the_files_again_and_names_what_is_gone(
    qtbot, desk, worklist, make_film
):
    first, second = make_film(1), make_film(2)
    open_all(qtbot, desk, [first, second])
    workspace = desk.state.workspace
    for item in workspace.items:
        workspace.remove(item)
    second.unlink()
    view = worklist()
    qtbot.waitUntil(lambda: sorted(cells(view, 4)) == ["P1", "P2"], timeout=WAIT_MS)

    row = cells(view, 4).index("P1")
    place = view.table.visualRect(view.model.index(row, 3)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: [i.path for i in workspace.items] == [first], timeout=WAIT_MS)
    assert not view.message.isVisible()

    view.table.selectRow(cells(view, 4).index("P2"))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(second) in view.message.text(), timeout=WAIT_MS)
    workspace.privacy.set_on(True)
    assert str(second) not in view.message.text()
    assert view.message.isVisible()


def test_studies_are_marked_as_read_and_unread_again(qtbot, desk, worklist, make_film):
    open_all(qtbot, desk, [make_film(1)])
    view = worklist()
    wait_for(qtbot, view, 0, ["Unread"])
    assert not view.read_button.isEnabled()

    view.table.selectRow(0)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    wait_for(qtbot, view, 0, ["Read"])
    assert view.chosen() != ()
    assert view.read_button.text() == "Mark as unread"
    view.filters.status.setCurrentIndex(view.filters.status.findData("unread"))
    wait_for(qtbot, view, 0, [])
    view.filters.status.setCurrentIndex(0)
    wait_for(qtbot, view, 0, ["Read"])
    view.table.selectRow(0)
    view.read_button.click()
    wait_for(qtbot, view, 0, ["Unread"])


def test_the_study_on_screen_is_marked_as_read_by_its_key(qtbot, desk, window, worklist, make_film):
    open_all(qtbot, desk, [make_film(1), make_film(2)])
    window.actions_by_id["mark-study-read"].trigger()
    view = worklist()
    qtbot.waitUntil(lambda: sorted(cells(view, 0)) == ["Read", "Unread"], timeout=WAIT_MS)
    assert cells(view, 4)[cells(view, 0).index("Read")] == "P2"


def test_a_hundred_thousand_studies_are_chosen_at_once(qtbot, desk, worklist):
    view = worklist()
    qtbot.waitUntil(lambda: "No study yet" in view.count.text(), timeout=WAIT_MS)
    many = Answer(view._wanted(), array("q", range(1, 100_001)), 100_000, (), ())
    start = time.process_time()
    view._show_answer(many)
    view.table.selectAll()
    chosen = view.chosen()
    view._show_answer(many)

    assert chosen == tuple(range(1, 100_001))
    assert view.open_button.isEnabled()
    assert time.process_time() - start < 3.0  # one question per row took twenty


def test_patients_are_masked_here_too(qtbot, desk, worklist, make_film):
    open_all(qtbot, desk, [make_film(1, StudyDescription="Thorax of Doe")])
    view = worklist()
    wait_for(qtbot, view, 4, ["P1"])
    desk.state.workspace.privacy.set_on(True)

    told = [view.model.index(0, column).data() for column in range(view.model.columnCount())]
    tips = [
        str(view.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole))
        for column in range(view.model.columnCount())
    ]
    for text in (*told, *tips):
        assert "Doe" not in text
        assert "P1" not in text
        assert "2026-02" not in text


def test_forgetting_takes_rows_marks_and_decisions_and_leaves_the_key(
    qtbot, desk, window, worklist, make_film, monkeypatch, tmp_path
):
    path = make_film(1)
    open_all(qtbot, desk, [path, make_film(2)])
    workspace = desk.state.workspace
    workspace.select(workspace.items[0])
    item = workspace.current
    desk.records.decide("bright", verdict="accepted", comment="secret words")
    qtbot.waitUntil(lambda: item.marks is not None, timeout=WAIT_MS)
    workspace.update(item, marks=replace(item.marks, key_frames=(0,)))
    marks, decisions = (tmp_path / "user" / name for name in ("marks", "decisions"))
    qtbot.waitUntil(lambda: len(list(marks.glob("*.json"))) == 1, timeout=WAIT_MS)
    view = worklist()
    qtbot.waitUntil(lambda: sorted(cells(view, 4)) == ["P1", "P2"], timeout=WAIT_MS)
    asked = []
    monkeypatch.setattr(window.prompts, "ask_forget", lambda count: asked.append(count))
    window.actions_by_id["forget-study"].trigger()
    assert asked == [1]
    assert len(workspace.items) == 2

    monkeypatch.setattr(window.prompts, "ask_forget", lambda count: True)
    window.actions_by_id["forget-study"].trigger()
    wait_for(qtbot, view, 4, ["P2"])
    assert [other.facts.patient_id for other in workspace.items] == ["P2"]
    assert list(marks.glob("*.json")) == list(decisions.glob("*.json")) == []
    assert path.exists()
    assert path not in desk.recent.paths

    written = entries(desk, tmp_path)
    forgotten = [entry for entry in written if entry["event"] == "forgotten"]
    (key,) = [entry["image"] for entry in forgotten]
    assert {"opened", "scored", "decision made"} <= {
        entry["event"] for entry in written if entry["image"] == key
    }
    text = json.dumps(written)
    for private in ("Doe", "P1", "secret", "film1"):
        assert private not in text
    for database in (tmp_path / "user" / "library").rglob("*.db"):
        assert b"Doe1" not in database.read_bytes()


@pytest.mark.parametrize("hides_patients", [False, True])
def test_what_a_batch_scores_is_listed_unless_its_patients_are_hidden(
    qtbot, desk, worklist, make_film, tmp_path, hides_patients
):
    folder = tmp_path / "films"
    folder.mkdir()
    for number in (1, 2):
        make_film(number).rename(folder / f"film{number}.dcm")
    make_film(3, Modality="CT").rename(folder / "film3.dcm")
    view = worklist()
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    order = Order(folder, tmp_path / "out", "tiny-1", hides_patients=hides_patients)
    with qtbot.waitSignal(desk.batching.ended, timeout=WAIT_MS) as ended:
        desk.batching.start(order)
    assert ended.args == [None]

    if hides_patients:
        written = entries(desk, tmp_path)
        assert "scored" not in {entry["event"] for entry in written}
        return
    qtbot.waitUntil(lambda: sorted(cells(view, 4)) == ["P1", "P2", "P3"], timeout=WAIT_MS)
    told = dict(zip(cells(view, 4), cells(view, 1), strict=True))
    assert told == {"P1": "bright", "P2": "bright", "P3": "refused"}
    assert cells(view, 4)[-1] == "P3"
    view.table.selectRow(cells(view, 4).index("P2"))
    view.open_button.click()
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: [item.path for item in workspace.items] == [folder / "film2.dcm"], timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: workspace.items[0].reading is not None, timeout=WAIT_MS)
    assert len([e for e in entries(desk, tmp_path) if e["details"].get("by batch")]) == 3
    assert view.model.rowCount() == 3


def test_without_a_history_nothing_is_stored(qtbot, desk, worklist, make_film, tmp_path):
    desk.state.settings.set("history/keeps", False)
    open_all(qtbot, desk, [make_film(1)])
    view = worklist()
    qtbot.waitUntil(lambda: "history is off" in view.count.text(), timeout=WAIT_MS)

    written = entries(desk, tmp_path)
    assert written[-1]["event"] == "history off"
    assert {entry["image"] for entry in written} == {""}
    for database in (tmp_path / "user" / "library").rglob("*.db"):
        assert b"Doe1" not in database.read_bytes()


def test_second_readers_see_nothing_of_the_model_before_they_have_looked(
    qtbot, desk, worklist, make_film
):
    desk.records.toggle_second_reader()
    open_all(qtbot, desk, [make_film(1)])
    view = worklist()
    wait_for(qtbot, view, 1, ["not looked at"])
    assert cells(view, 2) == [""]
    assert "Second reader" in view.order_note.text()

    desk.records.reveal()
    wait_for(qtbot, view, 1, ["bright"])


def test_old_studies_are_forgotten_at_the_start(qtbot, tmp_path, store, make_film):
    from desktop.jobs.desk import Desk
    from desktop.settings import Settings
    from desktop.state.session import start_session

    def session(days):
        settings = Settings(tmp_path / "user")
        settings.set("history/days", days)
        settings.save()
        desk = Desk(start_session(settings), store)
        with qtbot.waitSignal(desk.library.changed, timeout=WAIT_MS):
            desk.warm_up()
        return desk

    desk = session(0.0)
    desk.open_paths([make_film(1)])
    qtbot.waitUntil(
        lambda: any(item.radiograph for item in desk.state.workspace.items), timeout=WAIT_MS
    )
    assert desk.close(10.0)
    library = open_library(tmp_path / "user" / "library").library
    library.connection.execute("UPDATE studies SET opened_at = '2020-01-01T00:00:00+00:00'")
    library.close()

    assert session(0.0).close(10.0)
    kept = open_library(tmp_path / "user" / "library").library
    assert len(study_ids(kept.connection, Wanted())) == 1
    kept.close()
    written = entries(session(30.0), tmp_path)
    assert [entry["details"] for entry in written if entry["event"] == "forgotten"] == [
        {"reason": "retention"}
    ]


def test_a_damaged_library_is_named_and_the_window_goes_on(qtbot, tmp_path, desk, make_film):
    from desktop.views.main_window import MainWindow

    folder = tmp_path / "user" / "library"
    folder.mkdir(parents=True)
    (folder / "library.db").write_bytes(b"nonsense" * 1000)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    desk.warm_up()
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)

    assert "set aside" in window.notice._text.text()
    open_all(qtbot, desk, [make_film(1)])
    assert {"library set aside", "scored"} <= {entry["event"] for entry in entries(desk, tmp_path)}
    window.close()


def test_columns_fit_the_window_and_no_status_is_cut(worklist):
    view = worklist()
    for width in (1000, 1400):
        view.resize(width, 600)
        QTest.qWait(20)
        header = view.table.horizontalHeader()
        assert header.length() <= view.table.viewport().width() + 1
    metrics = QFontMetrics(view.table.font())
    assert all(metrics.horizontalAdvance(t) < view.table.columnWidth(0) for t in status_texts())


def test_columns_that_were_dragged_stay_as_they_were_left(qtbot, desk, window, worklist):
    view = worklist()
    table, header = view.table, view.table.horizontalHeader()
    fitted = [header.sectionSize(column) for column in range(header.count())]
    view.resize(1400, view.height())
    qtbot.waitUntil(lambda: header.sectionSize(3) > fitted[3], timeout=WAIT_MS)  # not dragged yet

    header.resizeSection(4, 222)
    header.moveSection(header.visualIndex(1), 6)
    kept = [header.sectionSize(column) for column in range(header.count() - 1)]
    view.resize(1200, view.height())
    qtbot.wait(50)
    assert [header.sectionSize(column) for column in range(header.count() - 1)] == kept
    qtbot.waitUntil(
        lambda: ";" in str(desk.state.settings.get("worklist/columns")), timeout=WAIT_MS
    )

    again = StudyTable(view.model, desk.state.settings)
    qtbot.addWidget(again)
    other = again.horizontalHeader()
    assert other.sectionSize(4) == 222
    assert other.visualIndex(1) == 6
    again.fit_columns()
    assert other.visualIndex(1) == 1
    assert other.sectionSize(4) == fitted[4]
    assert desk.state.settings.get("worklist/columns") == ""

    for damaged in ("1,2;3", "nothing", "0,0,0,0,0,0,0,0,0;", "0;1;2"):
        desk.state.settings.set("worklist/columns", damaged)
        fresh = StudyTable(view.model, desk.state.settings)
        qtbot.addWidget(fresh)
        assert fresh.horizontalHeader().visualIndex(1) == 1
    assert table.horizontalHeader().sectionSize(4) == 222
