"""The network opened up: layers, channels, one enlarged; it follows the image and lets go."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.views.layers.layer_window import LayerWindow
from tests.gui.conftest import WAIT_MS

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture
def layers(qtbot, window, desk, make_png):
    """The layer window over a scored image."""
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None and item.progress is None, timeout=WAIT_MS)
    qtbot.keyClick(window.image, Qt.Key.Key_O)
    layers = window.findChild(LayerWindow)
    qtbot.waitUntil(lambda: bool(desk.state.browsed.shown.maps), timeout=WAIT_MS)
    yield layers
    layers.close()


def test_every_layer_is_listed_with_its_size(layers, desk):
    maps = desk.state.browsed.shown.maps

    assert layers.layers.count() == len(maps) == 2
    assert "2 channels, 8 x 8" in layers.layers.item(0).text()
    assert maps[1].layer.name in layers.layers.item(1).text()


def test_a_click_enlarges_the_channel_under_the_pointer(qtbot, layers, desk):
    layers.layers.setCurrentRow(1)
    assert desk.state.browsed.shown.layer == 1
    second = layers.grid.place_of(1).center()
    qtbot.mouseClick(layers.grid.viewport(), Qt.MouseButton.LeftButton, pos=second)

    assert desk.state.browsed.shown.channel == 1
    assert "channel 1" in layers.card._title.text()
    assert "1 x 1 pixels" in layers.card._where.text()
    qtbot.keyClick(layers.grid, Qt.Key.Key_Left)
    assert desk.state.browsed.shown.channel == 0
    assert layers.grid.channel_at(QPoint(100_000, 5)) is None


def test_channels_are_painted_as_the_network_computed_them(qtbot, layers, desk):
    layers.layers.setCurrentRow(1)
    values = desk.state.browsed.shown.current.values
    layers.shared.setChecked(True)
    qtbot.waitUntil(lambda: layers.grid._grid is not None)
    picture = layers.grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    for channel in (0, 1):
        place = layers.grid.place_of(channel)
        for row, column in ((0, 0), (3, 5), (7, 7)):
            x = place.left() + (column + 0.5) * place.width() / 8
            y = place.top() + (row + 0.5) * place.height() / 8
            grey = picture.pixelColor(round(x * ratio), round(y * ratio)).red()
            expected = 255 * values[channel, row, column] / values.max()
            assert abs(grey - expected) <= 2, (channel, row, column)


def test_sorting_by_gradient_waits_for_it_and_then_sorts(qtbot, layers, desk):
    layers.layers.setCurrentRow(1)
    desk.browsing.sort_by("gradient-x-activation")
    qtbot.waitUntil(lambda: 1 in desk.state.browsed.shown.gradients, timeout=WAIT_MS)

    shown = desk.state.browsed.shown
    contributions = (shown.current.values * shown.gradients[1]).sum(axis=(1, 2))
    assert layers.grid._order == np.argsort(-contributions).tolist()
    assert layers.message.text() == ""


def test_it_follows_the_image_and_a_late_answer_never_lands_on_another(
    qtbot, layers, desk, make_png
):
    first = desk.state.browsed.shown.maps[0].values.copy()
    desk.open_paths([make_png("other.png", level=120)])
    desk.step(1)
    item = desk.state.workspace.current
    qtbot.waitUntil(
        lambda: desk.state.browsed.shown.item is item and bool(desk.state.browsed.shown.maps),
        timeout=WAIT_MS,
    )

    assert not np.allclose(desk.state.browsed.shown.maps[0].values, first)


def test_closing_lets_the_maps_go_and_opening_asks_again(qtbot, layers, desk):
    layers.close()
    assert desk.state.browsed.shown.maps == ()
    layers.show()
    qtbot.waitUntil(lambda: bool(desk.state.browsed.shown.maps), timeout=WAIT_MS)


def test_hidden_answers_show_no_layers(qtbot, layers, desk):
    desk.state.workspace.update(desk.state.workspace.current, is_hidden=True)

    assert desk.state.browsed.shown.maps == ()
    assert layers.message.text()


def test_thousands_of_channels_paint_only_what_is_seen(qtbot, layers):
    values = np.random.default_rng(0).uniform(size=(2048, 7, 7)).astype(np.float32)
    layers.grid.show_channels(values, list(range(2048)), None)
    layers.grid.viewport().grab()
    seen = len(layers.grid._kept)
    bar = layers.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    layers.grid.viewport().grab()

    assert 0 < seen < 250
    assert len(layers.grid._kept) <= 2 * seen + 60
    assert layers.grid.channel_at(layers.grid.place_of(2047).center()) == 2047


def test_the_layer_is_saved_as_picture_array_and_table(qtbot, layers, desk, tmp_path, monkeypatch):
    layers.layers.setCurrentRow(1)
    monkeypatch.setattr(layers._prompts, "ask_folder", lambda _folder: tmp_path / "saved")
    with qtbot.waitSignal(desk.browsing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(layers.save, Qt.MouseButton.LeftButton)

    values = desk.state.browsed.shown.current.values
    written = {path.suffix: path for path in (tmp_path / "saved").iterdir()}
    assert set(written) == {".png", ".npy", ".csv"}
    np.testing.assert_array_equal(np.load(written[".npy"]), values)
    assert len(written[".csv"].read_text().splitlines()) == 1 + len(values)
    assert str(tmp_path / "saved") in layers.message.text()
    monkeypatch.setattr(layers._prompts, "ask_folder", lambda _folder: None)
    qtbot.mouseClick(layers.save, Qt.MouseButton.LeftButton)  # refused: nothing happens
