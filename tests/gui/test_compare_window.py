"""Maps side by side: painted one by one, compared with a reference, cancelled, let go."""

import csv
import io
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop.jobs import compare_tasks
from desktop.state.compared import SPREAD, Wish
from desktop.views import wording
from desktop.views.compare.choices import ticked
from desktop.views.compare.compare_window import CompareWindow
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.progress import Step
from engine.trust.agreement import agreement
from tests.gui.conftest import WAIT_MS
from tests.gui.test_accessibility import nameless
from tests.support.bundles import write_tiny_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture
def compare(qtbot, window, desk, make_png, tmp_path):
    """The window over a scored image, its first comparison made; there are two models."""
    write_tiny_bundle(
        tmp_path / "shipped" / "tiny-2",
        id="tiny-2", classes=(ClassInfo("Bright", "", OperatingPoint(0.5)),),
    )  # fmt: skip
    desk.list_models()
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None and item.progress is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(desk.state.models.stored) == 2, timeout=WAIT_MS)
    qtbot.keyClick(window.image, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    compare = window.findChild(CompareWindow)
    settle(qtbot, desk)
    yield compare
    compare.close()


def settle(qtbot, desk):
    shown = desk.state.compared
    qtbot.waitUntil(
        lambda: shown.shown.progress is None and bool(shown.shown.tiles or shown.shown.error),
        timeout=WAIT_MS,
    )


def test_what_is_ticked_at_first_is_compared_and_captioned(qtbot, compare, desk):
    shown = desk.state.compared.shown
    methods = [tile.question.method for tile in shown.tiles]

    assert methods == ["grad-cam", "hires-cam", "layer-cam", "integrated-gradients"]
    assert len(shown.done) == 4
    assert shown.reference == 0
    names = [view.accessibleName() for view in compare.board.tiles]
    assert "Grad-CAM" in names[0]
    assert "the reference" in names[0]
    assert all("tiny-1" in name and "bright" in name.casefold() for name in names)
    assert "own scale" in compare.note.text()
    assert nameless(compare) == []


def test_the_table_and_captions_tell_the_engines_agreement(qtbot, compare, desk):
    tiles = desk.state.compared.shown.tiles
    expected = agreement(tiles[3].entry.ordered.values, tiles[0].entry.ordered.values)

    shown = compare.agreement.table.item(0, 3).text()
    assert shown == f"{expected.rank_correlation:.2f}"
    assert shown in compare.board.tiles[3].accessibleName()
    compare.agreement.measure.setCurrentIndex(4)
    assert compare.agreement.table.item(3, 0).text() == f"{expected.overlaps[0.2]:.2f}"


def test_another_image_is_compared_as_soon_as_it_is_scored(qtbot, compare, desk, make_png):
    desk.open_paths([make_png("dark.png", level=180)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    assert ticked(compare.choices.models) == ("tiny-1",)
    assert len(ticked(compare.choices.classes)) == 1
    assert not compare.zoom.isVisible()

    qtbot.mouseClick(compare.choices.compare, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert desk.state.compared.shown.error is None
    assert desk.state.compared.shown.item is item


def test_an_image_without_a_score_is_told_until_another_one_comes(qtbot, compare, desk, tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    first = desk.state.workspace.current
    desk.open_paths([tmp_path / "noise.png"])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.is_refused, timeout=WAIT_MS)

    compare.compare()
    assert "no score" in compare.message.text()
    desk.state.workspace.select(first)
    assert "no score" not in compare.message.text()


def test_what_rounds_to_nothing_has_no_sign():
    assert wording.hundredths_text(-0.001) == wording.hundredths_text(0.001) == "0.00"
    assert wording.hundredths_text(-0.126) == "-0.13"


def test_a_click_makes_the_reference_and_differences_are_from_it(qtbot, compare, desk):
    qtbot.mouseClick(compare.board.tiles[2], Qt.MouseButton.LeftButton)
    assert desk.state.compared.shown.reference == 2
    assert [view.isChecked() for view in compare.board.tiles] == [False, False, True, False]
    before = compare.board.tiles[0].grab().toImage()
    compare.what.setCurrentIndex(1)
    compare.what.activated.emit(1)

    assert desk.state.compared.shown.what == "ranks"
    assert "rank" in compare.note.text()
    assert len(compare.bar.marks) == 3
    assert compare.bar.marks[1] == "0"
    assert not compare.scaling.isEnabled()
    assert compare.board.tiles[0].grab().toImage() != before
    compare.what.setCurrentIndex(0)
    compare.what.activated.emit(0)
    assert compare.scaling.isEnabled()


def test_keys_go_from_map_to_map_choose_and_open(qtbot, compare, desk):
    first, second = compare.board.tiles[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: compare.focusWidget() is second)
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert desk.state.compared.shown.reference == 1
    qtbot.keyClick(second, Qt.Key.Key_Return)
    item = desk.state.workspace.current
    qtbot.waitUntil(
        lambda: item.explanation is not None and item.explanation.method == "hires-cam",
        timeout=WAIT_MS,
    )
    assert desk.state.inquiry.inquiry.method == "hires-cam"
    assert desk.state.compared.shown.done  # the same image: what was made stays


def test_models_and_layers_make_rows_and_columns(qtbot, compare, desk):
    wish = Wish(("hires-cam", "saliency"), ("tiny-1", "tiny-2"), ("bright",), SPREAD, 2)
    desk.comparing.compare(wish)
    settle(qtbot, desk)
    shown = desk.state.compared.shown

    assert [(t.row, t.column, t.model_id, t.question.layer) for t in shown.tiles] == [
        (0, 0, "tiny-1", "conv"), (0, 1, "tiny-1", "maps"), (0, 2, "tiny-1", None),
        (1, 0, "tiny-2", "conv"), (1, 1, "tiny-2", "maps"), (1, 2, "tiny-2", None),
    ]  # fmt: skip
    assert shown.agreement(0, 3).rank_correlation == pytest.approx(1.0)  # one network twice
    views = compare.board.tiles
    assert views[3].x() == views[0].x()
    assert views[3].y() > views[0].y()
    compare.board.opened.emit(3)  # of the other model: it comes beside the image
    current = desk.state.workspace.current
    assert current.twin_of is not None
    qtbot.waitUntil(lambda: current.explanation is not None, timeout=WAIT_MS)
    assert current.explanation.model_id == "tiny-2"
    assert current.explanation.method == "hires-cam"


def test_cancel_stops_at_once_and_late_answers_are_dropped(qtbot, compare, desk, monkeypatch):
    is_let_go = []

    def endless(_ask, _others):
        try:
            while True:
                time.sleep(0.005)  # one that never rests starves the window
                yield Step(0.5)
        finally:
            is_let_go.append(True)

    monkeypatch.setattr(compare_tasks, "explain_beside", endless)
    qtbot.mouseClick(compare.choices.compare, Qt.MouseButton.LeftButton)
    state = desk.state.compared
    qtbot.waitUntil(lambda: state.shown.running == 0, timeout=WAIT_MS)
    assert compare.progress.isVisible()
    qtbot.mouseClick(compare.cancel, Qt.MouseButton.LeftButton)

    assert state.shown.progress is None
    assert state.shown.done == ()
    assert not compare.progress.isVisible()
    qtbot.waitUntil(lambda: bool(is_let_go), timeout=WAIT_MS)
    qtbot.mouseClick(compare.choices.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state.shown.running == 0, timeout=WAIT_MS)
    qtbot.keyClick(compare, Qt.Key.Key_Escape)  # ends the work, not yet the window
    assert state.shown.progress is None
    assert compare.isVisible()
    qtbot.mouseClick(compare.choices.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state.shown.running == 0, timeout=WAIT_MS)
    compare.close()  # by its button: work ends, maps are let go
    assert state.shown.tiles == ()
    qtbot.waitUntil(lambda: desk.comparing._lane.is_idle, timeout=WAIT_MS)


def test_another_image_lets_go_of_the_maps(qtbot, compare, desk, make_png):
    desk.open_paths([make_png("other.png", level=120)])
    desk.step(1)

    assert desk.state.compared.shown.tiles == ()
    assert compare.message.text()
    assert not compare.save.isEnabled()


def test_hidden_answers_and_wrong_wishes_make_no_maps(qtbot, compare, desk):
    desk.comparing.compare(Wish((), ("tiny-1",)))
    assert desk.state.compared.shown.error is not None
    desk.comparing.compare(Wish(("grad-cam",), ("tiny-1",), ("hernia",)))
    qtbot.waitUntil(lambda: desk.state.compared.shown.error is not None, timeout=WAIT_MS)
    assert "class" in compare.message.text()
    desk.state.workspace.update(desk.state.workspace.current, is_hidden=True)
    assert desk.state.compared.shown.tiles == ()


def test_picture_and_table_are_saved(qtbot, compare, desk, tmp_path, monkeypatch):
    out = tmp_path / "saved"
    monkeypatch.setattr(compare._prompts, "ask_folder", lambda _folder: out)
    with qtbot.waitSignal(desk.comparing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(compare.save, Qt.MouseButton.LeftButton)

    with Image.open(out / "bright.compare.png") as picture:
        assert picture.width >= 4 * 320
        assert np.ptp(np.asarray(picture)) > 100
    rows = list(csv.DictReader(io.StringIO(Path(out / "bright.compare.csv").read_text())))
    assert len(rows) == 6
    assert str(out) in compare.message.text()
