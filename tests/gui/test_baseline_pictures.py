"""Baselines, fills and backgrounds are shown as pictures, own files among them."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel

from desktop.state.workspace import AbsenceKey
from desktop.views.details import details_of
from desktop.views.dialogs.prompts import FilePrompts
from desktop.views.widgets.file_choice import FileChoice
from engine.explain import baselines
from tests.gui.conftest import WAIT_MS
from tests.gui.test_explanation_panel import pick
from tests.gui.test_open_and_explain import drop, texts

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def item(qtbot, window, desk, make_png):
    """A bright film, explained by the default method."""
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None, timeout=WAIT_MS)
    return desk.state.workspace.current


def form_of(window):
    form = window.explanation._pickers._form
    form._toggle.setChecked(True)
    return form


def turn(box, text):
    """Chooses an entry as a person does."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def absence_of(item, text, reads="picture"):
    return item.absences.get(AbsenceKey("tiny-1", 0, reads, text))


def pictures_in(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [label for label in labels if not label.pixmap().isNull()]


def _wait_for(qtbot, widget, text):
    """The child that decodes takes a moment to start."""
    qtbot.waitUntil(lambda: text in texts(widget), timeout=WAIT_MS)


def test_the_baseline_is_shown_and_follows_the_choice(qtbot, window, item):
    pick(window, 0, "Integrated gradients")
    strip = form_of(window)._strips["baseline"]
    qtbot.waitUntil(lambda: absence_of(item, "black") is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(pictures_in(strip)) == 1, timeout=WAIT_MS)
    assert absence_of(item, "black").pictures[0].max() == 0

    turn(strip.parent().findChild(FileChoice), "white")
    qtbot.waitUntil(lambda: absence_of(item, "white") is not None, timeout=WAIT_MS)
    assert absence_of(item, "white").pictures[0].min() == 255
    _wait_for(qtbot, strip, "white")
    turn(strip.parent().findChild(FileChoice), "mean")
    qtbot.waitUntil(lambda: absence_of(item, "mean") is not None, timeout=WAIT_MS)
    seen = item.reading.model_input.grey.mean()
    np.testing.assert_allclose(absence_of(item, "mean").pictures[0] / 255.0, seen, atol=0.01)
    turn(strip.parent().findChild(FileChoice), "black-and-white")
    qtbot.waitUntil(lambda: len(pictures_in(strip)) == 2, timeout=WAIT_MS)


def test_the_picture_used_stands_beside_the_map(qtbot, window, item):
    pick(window, 0, "Occlusion")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    legend = window.explanation._legend
    qtbot.waitUntil(lambda: len(pictures_in(legend)) == 1, timeout=WAIT_MS)
    _wait_for(qtbot, legend, "mean")

    pick(window, 0, "Grad-CAM")
    qtbot.waitUntil(lambda: item.explanation.method == "grad-cam", timeout=WAIT_MS)
    assert not legend._absence.isVisible()


def test_an_own_image_is_asked_for_shown_and_used(qtbot, window, desk, item, tmp_path, monkeypatch):
    own = tmp_path / "own.png"
    Image.fromarray(np.full((50, 60), 77, np.uint8)).save(own)
    monkeypatch.setattr(FilePrompts, "ask_picture", lambda _self, _folder: own)
    pick(window, 0, "Occlusion")
    strip = form_of(window)._strips["fill"]
    box = strip.parent().findChild(FileChoice)
    turn(box, "Own image...")

    assert box.currentText() == "own: own.png"
    qtbot.waitUntil(lambda: absence_of(item, str(own)) is not None, timeout=WAIT_MS)
    assert (absence_of(item, str(own)).pictures[0] == 77).all()
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert item.explanation.options["fill"] == str(own)
    _wait_for(qtbot, window.explanation._legend, "own.png")
    assert str(tmp_path) not in details_of(item)


def test_a_refused_dialog_changes_nothing(qtbot, window, desk, item, monkeypatch):
    monkeypatch.setattr(FilePrompts, "ask_picture", lambda _self, _folder: None)
    pick(window, 0, "Occlusion")
    box = form_of(window)._strips["fill"].parent().findChild(FileChoice)
    turn(box, "Own image...")

    assert box.currentText() == "mean"
    assert desk.state.inquiry.inquiry.options.get("occlusion", {}) == {}


def test_an_unreadable_own_image_is_named_and_the_panel_goes_on(
    qtbot, window, item, tmp_path, monkeypatch
):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    monkeypatch.setattr(FilePrompts, "ask_picture", lambda _self, _folder: broken)
    pick(window, 0, "Occlusion")
    strip = form_of(window)._strips["fill"]
    box = strip.parent().findChild(FileChoice)
    turn(box, "Own image...")

    _wait_for(qtbot, strip, "'broken.png' cannot be used")
    qtbot.waitUntil(lambda: item.explanation_error is not None, timeout=WAIT_MS)
    assert item.explanation is None
    turn(box, "black")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert item.explanation_error is None


def test_a_folder_is_the_background_and_its_first_pictures_are_shown(
    qtbot, window, item, tmp_path, monkeypatch
):
    folder = tmp_path / "films"
    folder.mkdir()
    for level in range(7):
        pixels = np.full((20, 20), 20 + 30 * level, np.uint8)
        Image.fromarray(pixels).save(folder / f"{level}.png")
    (folder / "notes.txt").write_text("no image")
    monkeypatch.setattr(FilePrompts, "ask_folder", lambda _self, _folder: folder)
    pick(window, 0, "Expected gradients")
    strip = form_of(window)._strips["background"]
    qtbot.waitUntil(lambda: len(pictures_in(strip)) == len(baselines.NAMES), timeout=WAIT_MS)
    turn(strip.parent().findChild(FileChoice), "Folder of images...")

    _wait_for(qtbot, strip, "films: the first 5 of 7")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert item.explanation.conventions["background"].startswith("7 rows")
    _wait_for(qtbot, window.explanation, "1 of 8 background files could not be read: notes.txt")


def test_pictures_of_one_image_never_stand_beside_another(qtbot, window, desk, item, make_png):
    pick(window, 0, "Integrated gradients")
    qtbot.waitUntil(lambda: absence_of(item, "black") is not None, timeout=WAIT_MS)
    drop(window, make_png("other.png", level=120))
    other = desk.state.workspace.current
    strip = form_of(window)._strips["baseline"]
    turn(strip.parent().findChild(FileChoice), "mean")
    qtbot.waitUntil(lambda: absence_of(other, "mean") is not None, timeout=WAIT_MS)

    assert absence_of(item, "mean") is None
    seen = other.reading.model_input.grey.mean()
    np.testing.assert_allclose(absence_of(other, "mean").pictures[0] / 255.0, seen, atol=0.01)
