"""The gate in the window: what a refused or hidden image shows, and what an override marks."""

import json

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.jobs import tasks
from desktop.paths import RESOURCES
from desktop.views import theme
from desktop.views.exported_view import exported_view, footer_of
from desktop.views.panels.strip_words import status_text
from desktop.views.widgets.decision_row import DecisionRow
from desktop.views.widgets.override_strip import OverrideStrip
from engine.bundle.store import ModelStore
from engine.decisions import ACCEPTED, REJECTED
from tests.gui.conftest import WAIT_MS
from tests.gui.test_decisions import in_dialog, scored
from tests.gui.test_open_and_explain import drop, texts, wait_for_text
from tests.support.bundles import write_tiny_bundle
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]
REASON = "teaching file"


@pytest.fixture
def store(tmp_path):
    """A model for frontal chest films that finds every bright picture."""
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1", admission={"content": "frontal chest film"})
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def film():
    """A picture that passes."""
    return sorted((RESOURCES / "samples").glob("*.png"))[0]


@pytest.fixture
def negative(film, tmp_path):
    """The same with black and white swapped."""
    with Image.open(film) as image:
        light = np.asarray(image)
    path = tmp_path / "negative.png"
    Image.fromarray(255 - light).save(path)
    return path


@pytest.fixture
def knee(tmp_path):
    pixels = np.tile(np.linspace(0, 4000, 400, dtype=np.uint16), (400, 1))
    path = tmp_path / "knee.dcm"
    path.write_bytes(encode(dataset(pixels, BodyPartExamined="KNEE")))
    return path


def opened(qtbot, window, desk, path):
    """Drops a file, turns to it and waits until it is scored."""
    drop(window, path)
    workspace = desk.state.workspace

    def is_there():
        return any(item.path == path and item.status.value == "ready" for item in workspace.items)

    qtbot.waitUntil(is_there, timeout=WAIT_MS)
    workspace.select(next(item for item in workspace.items if item.path == path))
    return scored(qtbot, desk)


def strip_of(window):
    return window.findChildren(OverrideStrip)[0]


def band_px(window, item):
    """How high the words under a picture are."""
    picture = window.image.grab_view(is_clean=True)
    return exported_view(window.image, item, is_clean=True).height() - picture.height()


def override(qtbot, window, reason=REASON):
    def answer(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), reason)
        go = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Score anyway")
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)

    in_dialog(answer)
    window.actions_by_id["score-anyway"].trigger()


def details(window):
    window.actions_by_id["copy-details"].trigger()
    return json.loads(QApplication.clipboard().text())


def test_a_chest_film_passes_and_its_negative_is_refused_with_the_reason(
    qtbot, window, desk, film, negative
):
    assert not opened(qtbot, window, desk, film).is_refused
    wait_for_text(qtbot, window.findings, "operating point")

    item = opened(qtbot, window, desk, negative)
    wait_for_text(qtbot, window.findings, "black and white swapped")
    assert "operating point" not in texts(window.findings)
    assert {r.code for r in item.reading.admission.reasons if r.level == "stop"} == {
        "content_inverted"
    }


def test_a_refused_image_shows_no_score_anywhere(qtbot, window, desk, knee):
    item = opened(qtbot, window, desk, knee)
    wait_for_text(qtbot, window.findings, "The body part is KNEE")
    probability = item.reading.prediction.scores[0].probability

    assert status_text(item) == "refused"
    assert f"{round(100 * probability)} %" not in texts(window)
    assert "bright" not in texts(window.findings).lower()
    assert "nothing to explain" in texts(window.explanation)
    for name in ("explain", "accept-finding", "reject-finding"):
        assert not window.actions_by_id[name].isEnabled(), name
    assert not window.image.has_overlay()
    told = details(window)
    assert "prediction" not in told
    assert told["admission"]["verdict"] == "refused"


@pytest.mark.parametrize("text", ["", "   ", "ok", " a "])
def test_no_reason_is_no_override(qtbot, window, desk, knee, text):
    item = opened(qtbot, window, desk, knee)

    def answer(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), text)
        go = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Score anyway")
        assert not go.isEnabled()
        qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(answer)
    window.actions_by_id["score-anyway"].trigger()
    assert item.is_score_withheld


def test_an_override_marks_the_screen_every_picture_and_the_details(qtbot, window, desk, knee):
    item = opened(qtbot, window, desk, knee)
    plain = band_px(window, item)
    override(qtbot, window)
    qtbot.waitUntil(strip_of(window).isVisible, timeout=2000)
    qtbot.waitUntil(lambda: item.explanation is not None, timeout=WAIT_MS)

    assert REASON in strip_of(window).text()
    for is_clean in (False, True):
        footer = footer_of(item, has_map=not is_clean)
        assert any(REASON in line and "Refused by the input checks" in line for line in footer)
    assert band_px(window, item) > plain + 10  # a line more
    assert status_text(item).startswith("refused: ")
    told = details(window)
    assert told["override"]["reason"] == REASON
    assert told["override"]["codes"] == ["body_part", "content_other"]
    assert told["prediction"]["classes"]
    assert not window.actions_by_id["score-anyway"].isEnabled()


def test_the_strip_belongs_to_its_image_and_comes_back_with_it(qtbot, window, desk, knee, film):
    opened(qtbot, window, desk, knee)
    override(qtbot, window)
    opened(qtbot, window, desk, film)
    assert not strip_of(window).isVisible()

    opened(qtbot, window, desk, knee)
    assert strip_of(window).isVisible()
    window.actions_by_id["close-image"].trigger()
    reopened = opened(qtbot, window, desk, knee)
    assert reopened.override.reason == REASON
    assert strip_of(window).isVisible()


def test_the_reason_is_no_markup_and_control_characters_are_gone(qtbot, window, desk, knee):
    opened(qtbot, window, desk, knee)
    desk.records.override("<b>bold</b>\x1b[31m red\nline")

    shown = strip_of(window).text()
    assert "<b>bold</b>" in shown
    assert "\x1b" not in shown
    assert strip_of(window).textFormat() == Qt.TextFormat.PlainText


def test_second_reader_hides_score_map_words_and_numbers_of_each_image(
    qtbot, window, desk, film, make_png, store
):
    window.actions_by_id["second-reader"].trigger()
    item = opened(qtbot, window, desk, film)
    wait_for_text(qtbot, window.findings, "Look at the image first")

    assert status_text(item) == "not looked at"
    assert "operating point" not in texts(window)
    assert "Heatmaps are hidden" in texts(window.explanation)
    assert item.explanation is None
    assert not window.image.has_overlay()
    assert not window.actions_by_id["accept-finding"].isEnabled()
    assert not window.actions_by_id["explain"].isEnabled()
    assert "prediction" not in details(window)
    assert len(footer_of(item, has_map=True)) == 1

    qtbot.keyClick(window.image, Qt.Key.Key_L)
    wait_for_text(qtbot, window.findings, "operating point")
    other = opened(qtbot, window, desk, make_png("other.png"))
    assert other.is_hidden
    assert not item.is_hidden
    wait_for_text(qtbot, window.findings, "Look at the image first")


def test_a_map_that_was_shown_disappears_with_the_mode_and_returns(qtbot, window, desk, knee, film):
    item = opened(qtbot, window, desk, film)
    window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: item.explanation is not None, timeout=WAIT_MS)
    qtbot.waitUntil(window.image.has_overlay, timeout=2000)

    window.actions_by_id["second-reader"].trigger()
    assert item.is_hidden
    assert not window.image.has_overlay()
    shown = []
    window.image.pointer_moved.connect(shown.append)
    centre = window.image.viewport().rect().center()
    qtbot.mouseMove(window.image.viewport(), centre)
    qtbot.waitUntil(lambda: any(reading is not None for reading in shown), timeout=2000)
    assert all(not any(v is not None for _, v in r.map_values) for r in shown if r is not None)

    window.actions_by_id["looked"].trigger()
    assert window.image.has_overlay()


def test_a_hidden_image_does_not_tell_that_it_is_refused_either(qtbot, window, desk, knee):
    window.actions_by_id["second-reader"].trigger()
    item = opened(qtbot, window, desk, knee)
    wait_for_text(qtbot, window.findings, "Look at the image first")
    assert "KNEE" not in texts(window.findings)
    assert not window.actions_by_id["score-anyway"].isEnabled()

    window.actions_by_id["looked"].trigger()
    wait_for_text(qtbot, window.findings, "The body part is KNEE")
    assert item.is_score_withheld
    assert window.actions_by_id["score-anyway"].isEnabled()


def test_an_override_is_not_told_either_before_the_reader_has_looked(qtbot, window, desk, knee):
    item = opened(qtbot, window, desk, knee)
    override(qtbot, window)
    window.actions_by_id["second-reader"].trigger()
    assert not strip_of(window).isVisible()
    assert len(footer_of(item, has_map=True)) == 1
    assert status_text(item) == "not looked at"

    window.actions_by_id["looked"].trigger()
    assert strip_of(window).isVisible()
    assert item.override.reason == REASON


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_decision_looks_chosen_by_more_than_its_border(qtbot, qapp, name):
    theme.use(qapp, name)
    try:
        row = DecisionRow("bright", None)
        qtbot.addWidget(row)
        row.show()
        row.button(ACCEPTED).setChecked(True)
        colours = {}
        for verdict in (ACCEPTED, REJECTED):
            button = row.button(verdict)
            colours[verdict] = button.grab().toImage().pixelColor(6, button.height() // 2).name()
        accent = theme.THEMES[name].accent.lower()
    finally:
        theme.use(qapp, "dark")

    assert colours[ACCEPTED] == accent
    assert colours[REJECTED] != accent


def test_a_damaged_check_withholds_the_score_and_says_so(
    qtbot, window, desk, film, tmp_path, monkeypatch
):
    monkeypatch.setattr(tasks, "CONTENT_CHECK", tmp_path / "gone")
    tasks.content_check.cache_clear()
    try:
        drop(window, film)
        workspace = desk.state.workspace
        qtbot.waitUntil(
            lambda: workspace.current is not None and workspace.current.reading_error is not None,
            timeout=WAIT_MS,
        )
    finally:
        monkeypatch.undo()
        tasks.content_check.cache_clear()
    assert workspace.current.reading is None
    wait_for_text(qtbot, window.findings, "There is no score")
