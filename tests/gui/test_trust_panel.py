"""Tests of the map on screen: started by hand, filed under their map, dropped with it."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.views.widgets.figure_row import FigureRow
from engine.trust.figure import Figure, Light
from engine.trust.panel import ELSEWHERE
from tests.gui.conftest import WAIT_MS

pytestmark = pytest.mark.gui


@pytest.fixture
def item(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None and item.progress is None, timeout=WAIT_MS)
    return item


def rows(window):
    return [row for row in window.trust.findChildren(FigureRow) if row.isVisibleTo(window.trust)]


def test_nothing_is_tested_without_being_asked(window, item):
    assert item.panel is None
    assert rows(window) == []
    assert window.trust._test.isEnabled()


def test_the_key_tests_the_map_and_every_figure_has_its_sentence(qtbot, window, item):
    qtbot.keyClick(window.image, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)

    qtbot.waitUntil(lambda: len(rows(window)) == len(item.panel.figures), timeout=WAIT_MS)
    texts = [label.text() for label in window.trust.findChildren(QLabel)]
    for figure in item.panel.figures:
        assert figure.sentence in texts
    assert window.trust._summary.text() == item.panel.sentence
    assert not window.trust._running.isVisibleTo(window)
    lights = [row.accessibleName().rsplit(": ", 1)[1] for row in rows(window)]
    assert lights.count("not tested") == sum(f.light is Light.NONE for f in item.panel.figures)


@pytest.mark.parametrize(
    ("value", "text"), [(0.00503, "0.005"), (0.0116, "0.012"), (0.5, "0.50"), (-1e-9, "0.00")]
)
def test_small_figures_are_told_apart(qtbot, value, text):
    row = FigureRow(Figure("m", "name", value, None, "", True, Light.GOOD, "sentence"))
    qtbot.addWidget(row)
    assert text in [label.text() for label in row.findChildren(QLabel)]


def test_another_map_has_its_own_panel_and_the_first_one_is_kept(qtbot, window, desk, item):
    qtbot.mouseClick(window.trust._test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)
    first, panel = item.shown, item.panel

    qtbot.keyClick(window.image, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: item.shown not in (None, first), timeout=WAIT_MS)
    assert item.panel is None
    assert rows(window) == []
    qtbot.keyClick(window.image, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: item.shown == first, timeout=WAIT_MS)
    assert item.panel is panel
    qtbot.waitUntil(lambda: len(rows(window)) == len(panel.figures), timeout=WAIT_MS)


def test_cancel_and_another_image_stop_the_tests_at_once(qtbot, window, desk, item, make_png):
    window.actions_by_id["test-map-thoroughly"].trigger()
    assert item.trial is not None
    window.trust.cancel_asked.emit()
    assert item.trial is None

    window.actions_by_id["test-map-thoroughly"].trigger()
    other = make_png("other.png", level=180)
    desk.open_paths([other])
    desk.step(1)
    assert desk.state.workspace.current.path == other
    assert item.trial is None
    qtbot.waitUntil(lambda: desk.reading._lane.is_idle, timeout=WAIT_MS)
    assert desk.state.workspace.current.panel is None  # no late answer on another image


def test_a_file_that_became_another_one_loses_its_panels(qtbot, window, desk, item):
    window.actions_by_id["test-map"].trigger()
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)
    desk.state.workspace.update(item, radiograph=replace(item.radiograph, sha256="0" * 64))
    assert item.panels == {}
    assert rows(window) == []


def test_hidden_answers_hide_their_tests(qtbot, window, desk, item):
    window.actions_by_id["test-map"].trigger()
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)

    desk.state.workspace.update(item, is_hidden=True)
    assert item.panel is None
    assert rows(window) == []


def write_mask(path, rows, columns, size_hw=(600, 500)):
    mask = np.zeros(size_hw, np.uint8)
    mask[rows, columns] = 255
    Image.fromarray(mask).save(path)
    return path


def test_with_masks_the_panel_tells_where_the_map_lies(
    qtbot, window, desk, item, tmp_path, monkeypatch
):
    masks = (
        write_mask(tmp_path / "bright__opacity.png", slice(0, 600), slice(300, 500)),
        write_mask(tmp_path / "bright__lungs.png", slice(0, 600), slice(0, 100)),
    )
    monkeypatch.setattr(window.prompts, "ask_masks", lambda _folder: masks)
    qtbot.mouseClick(window.trust._masks, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: item.truth is not None, timeout=WAIT_MS)
    assert window.trust._masks.text() == "Masks: opened"
    qtbot.keyClick(window.image, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)

    figures = {figure.metric: figure for figure in item.panel.figures}
    # The picture brightens to the right, and the map of "bright" is brightness.
    assert figures["relevance-mass"].value > figures["relevance-mass"].control == pytest.approx(0.4)
    assert figures["location-auc"].value > 0.9
    assert figures["outside-lungs"].light is Light.BAD
    assert ELSEWHERE in window.trust._summary.text()


def test_masks_that_do_not_fit_are_refused_and_change_nothing(
    qtbot, window, desk, item, tmp_path, monkeypatch
):
    mask = write_mask(tmp_path / "m.png", slice(0, 9), slice(0, 9), size_hw=(100, 300))
    monkeypatch.setattr(window.prompts, "ask_masks", lambda _folder: (mask,))
    window.actions_by_id["open-masks"].trigger()
    qtbot.waitUntil(lambda: item.trial_error is not None, timeout=WAIT_MS)

    assert item.truth is None
    assert "300 x 100" in window.trust._failure_text.text()
