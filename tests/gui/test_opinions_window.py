"""Two models about all open images: disagreement first, and what a click shows."""

import pytest
from PySide6.QtCore import Qt

from desktop.jobs import compare_tasks
from desktop.views.compare.opinions_window import OpinionsWindow
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.progress import Step
from tests.gui.conftest import WAIT_MS
from tests.gui.test_accessibility import nameless
from tests.support.bundles import write_tiny_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture
def opinions(qtbot, window, desk, make_png, tmp_path):
    """The window over three films and a broken file; one model is stricter than the other."""
    for model_id, name in (("tiny-2", "Bright"), ("tiny-3", "white")):
        strict = (ClassInfo(name, "", OperatingPoint(0.9)),)
        folder = tmp_path / "shipped" / model_id
        write_tiny_bundle(folder, id=model_id, classes=strict, complement="none")
    desk.list_models()
    broken = tmp_path / "z-broken.png"
    broken.write_bytes(b"no picture")
    films = [make_png(f"{level}.png", level=level) for level in (100, 140, 235)]
    desk.open_paths([*films, broken])
    qtbot.waitUntil(lambda: len(desk.state.models.stored) == 3, timeout=WAIT_MS)
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    qtbot.keyClick(window.image, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    opinions = window.findChild(OpinionsWindow)
    yield opinions
    opinions.close()


def choose(qtbot, opinions, one, other):
    for box, model_id in zip(opinions.models, (one, other), strict=True):
        box.setCurrentIndex(box.findData(model_id))
        box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: all(box.count() > 1 for box in opinions.classes), timeout=WAIT_MS)


def test_images_decided_otherwise_come_first_and_failed_ones_last(qtbot, opinions, desk):
    choose(qtbot, opinions, "tiny-1", "tiny-2")
    qtbot.mouseClick(opinions.ask, Qt.MouseButton.LeftButton)
    state = desk.state.opinions
    qtbot.waitUntil(
        lambda: state.shown.progress is None and len(state.shown.rows) == 4, timeout=WAIT_MS
    )
    table = opinions.table
    texts = [[table.item(row, column) for column in range(6)] for row in range(4)]
    rows = [[cell.text() for cell in row if cell is not None] for row in texts]

    otherwise = [row[-1] == "decided otherwise" for row in rows]
    assert otherwise == sorted(otherwise, reverse=True)
    assert 1 <= sum(otherwise) <= 2
    assert rows[3][0] == "z-broken.png"
    assert rows[3][1]
    assert [row.found is None for row in state.shown.rows] == [False, False, False, True]
    assert nameless(opinions) == []


def test_a_click_shows_the_image_with_both_models(qtbot, opinions, desk):
    choose(qtbot, opinions, "tiny-2", "tiny-1")
    opinions.start()
    state = desk.state.opinions
    qtbot.waitUntil(
        lambda: state.shown.progress is None and len(state.shown.rows) == 4, timeout=WAIT_MS
    )
    panes = desk.state.panes
    for row in (0, 1):
        wanted = state.shown.rows[row].item
        place = opinions.table.visualItemRect(opinions.table.item(row, 0)).center()
        qtbot.mouseClick(opinions.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(
            lambda: all(
                panes.item(n) is not None and panes.item(n).reading is not None for n in (0, 1)
            ),
            timeout=WAIT_MS,
        )
        left, right = panes.item(0), panes.item(1)
        assert left is wanted
        assert right.twin_of is wanted
        assert left.reading.prediction.model_id == "tiny-2"
        assert right.reading.prediction.model_id == "tiny-1"


def test_classes_of_other_names_are_paired_by_hand(qtbot, opinions, desk):
    choose(qtbot, opinions, "tiny-1", "tiny-3")
    opinions.start()
    state = desk.state.opinions
    qtbot.waitUntil(lambda: state.shown.error is not None, timeout=WAIT_MS)
    assert "white" in opinions.message.text()
    mine = opinions.classes[0]
    mine.setCurrentIndex(1)
    mine.activated.emit(1)
    assert opinions.classes[1].currentData() == "white"
    opinions.start()
    qtbot.waitUntil(
        lambda: state.shown.progress is None and len(state.shown.rows) == 4, timeout=WAIT_MS
    )
    assert "/" in opinions.table.item(0, 1).text()


def test_cancel_and_closing_end_the_work(qtbot, opinions, desk, monkeypatch):
    is_let_go = []

    def endless(*_request):
        try:
            while True:
                yield Step(0.5)
        finally:
            is_let_go.append(True)

    monkeypatch.setattr(compare_tasks, "read_and_score_with_all", endless)
    choose(qtbot, opinions, "tiny-1", "tiny-2")
    state = desk.state.opinions
    for end in (opinions.cancel.click, opinions.close):
        opinions.start()
        qtbot.waitUntil(lambda: state.shown.progress is not None, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: desk.asking_two._lane.is_open("opinions"), timeout=WAIT_MS)
        end()
        assert state.shown.progress is None
        assert state.shown.rows == ()
    qtbot.waitUntil(lambda: desk.asking_two._lane.is_idle, timeout=WAIT_MS)


def test_a_removed_image_leaves_the_list_and_a_hidden_one_tells_nothing(qtbot, opinions, desk):
    choose(qtbot, opinions, "tiny-1", "tiny-2")
    opinions.start()
    state = desk.state.opinions
    qtbot.waitUntil(
        lambda: state.shown.progress is None and len(state.shown.rows) == 4, timeout=WAIT_MS
    )
    gone, hidden = (state.shown.rows[place].item for place in (0, 1))
    desk.state.workspace.remove(gone)
    assert len(state.shown.rows) == opinions.table.rowCount() == 3
    desk.state.workspace.update(hidden, is_hidden=True)
    row = next(row for row in state.shown.rows if row.item is hidden)
    assert row.found is None
    assert row.problem is not None
