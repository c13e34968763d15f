"""The network opened up: layers, channels, one enlarged; it follows the image and lets go."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.views.layers.layer_window import LayerWindow
from desktop.views.layers.plane_grid import Planes
from engine.browse.grid import painter_of
from engine.errors import UnreadableFile
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

    assert layers.maps.layers.count() == len(maps) == 2
    assert "2 channels, 8 x 8" in layers.maps.layers.item(0).text()
    assert maps[1].layer.name in layers.maps.layers.item(1).text()


def test_a_click_enlarges_the_channel_under_the_pointer(qtbot, layers, desk):
    layers.maps.layers.setCurrentRow(1)
    assert desk.state.browsed.shown.layer == 1
    second = layers.maps.grid.place_of(1).center()
    qtbot.mouseClick(layers.maps.grid.viewport(), Qt.MouseButton.LeftButton, pos=second)

    assert desk.state.browsed.shown.channel == 1
    assert "channel 1" in layers.maps.card._title.text()
    assert "1 x 1 pixels" in layers.maps.card._where.text()
    qtbot.keyClick(layers.maps.grid, Qt.Key.Key_Left)
    assert desk.state.browsed.shown.channel == 0
    assert layers.maps.grid.number_at(QPoint(100_000, 5)) is None


def test_channels_are_painted_as_the_network_computed_them(qtbot, layers, desk):
    layers.maps.layers.setCurrentRow(1)
    values = desk.state.browsed.shown.current.values
    layers.maps.shared.setChecked(True)
    qtbot.waitUntil(lambda: layers.maps.grid._grid is not None)
    picture = layers.maps.grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    for channel in (0, 1):
        place = layers.maps.grid.place_of(channel)
        for row, column in ((0, 0), (3, 5), (7, 7)):
            x = place.left() + (column + 0.5) * place.width() / 8
            y = place.top() + (row + 0.5) * place.height() / 8
            grey = picture.pixelColor(round(x * ratio), round(y * ratio)).red()
            expected = 255 * values[channel, row, column] / values.max()
            assert abs(grey - expected) <= 2, (channel, row, column)


def test_sorting_by_gradient_waits_for_it_and_then_sorts(qtbot, layers, desk):
    layers.maps.layers.setCurrentRow(1)
    desk.browsing.sort_by("gradient-x-activation")
    qtbot.waitUntil(lambda: 1 in desk.state.browsed.shown.gradients, timeout=WAIT_MS)

    shown = desk.state.browsed.shown
    contributions = (shown.current.values * shown.gradients[1]).sum(axis=(1, 2))
    assert list(layers.maps.grid._planes.order) == np.argsort(-contributions).tolist()
    assert layers.maps.message.text() == ""


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
    assert layers.maps.message.text()


def test_thousands_of_channels_paint_only_what_is_seen(qtbot, layers):
    values = np.random.default_rng(0).uniform(size=(2048, 7, 7)).astype(np.float32)
    paint = painter_of(values, is_shared=False)
    layers.maps.grid.show_planes(Planes((7, 7), range(2048), paint, str))
    layers.maps.grid.viewport().grab()
    seen = len(layers.maps.grid._kept)
    bar = layers.maps.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    layers.maps.grid.viewport().grab()

    assert 0 < seen < 250
    assert len(layers.maps.grid._kept) <= 2 * seen + 60
    assert layers.maps.grid.number_at(layers.maps.grid.place_of(2047).center()) == 2047


def test_the_layer_is_saved_as_picture_array_and_table(qtbot, layers, desk, tmp_path, monkeypatch):
    layers.maps.layers.setCurrentRow(1)
    monkeypatch.setattr(layers.maps._prompts, "ask_folder", lambda _folder: tmp_path / "saved")
    with qtbot.waitSignal(desk.browsing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(layers.maps.save, Qt.MouseButton.LeftButton)

    values = desk.state.browsed.shown.current.values
    written = {path.suffix: path for path in (tmp_path / "saved").iterdir()}
    assert set(written) == {".png", ".npy", ".csv"}
    np.testing.assert_array_equal(np.load(written[".npy"]), values)
    assert len(written[".csv"].read_text().splitlines()) == 1 + len(values)
    assert str(tmp_path / "saved") in layers.maps.message.text()
    monkeypatch.setattr(layers.maps._prompts, "ask_folder", lambda _folder: None)
    qtbot.mouseClick(layers.maps.save, Qt.MouseButton.LeftButton)  # refused: nothing happens


def choose(qtbot, chooser, row):
    """Picks an entry as a person does: opens the list and presses Enter on it."""
    chooser.setFocus()
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)


def test_one_channel_is_shown_for_every_layer_and_a_click_goes_to_the_layer(qtbot, layers, desk):
    page = layers.maps
    choose(qtbot, page.view, 1)
    assert page.channel.isVisible()
    assert page.order.isHidden()
    page.channel.setValue(1)

    planes, maps = page.grid._planes, desk.state.browsed.shown.maps
    assert list(planes.order) == [0, 1]
    assert planes.captions[1] == (maps[1].layer.name, "8 x 8")
    expected = painter_of(maps[0].values[1:2], is_shared=False)(0, (8, 8))
    np.testing.assert_array_equal(planes.paint(0, (8, 8)), expected)
    qtbot.mouseClick(
        page.grid.viewport(), Qt.MouseButton.LeftButton, pos=page.grid.place_of(1).center()
    )
    assert (desk.state.browsed.shown.layer, desk.state.browsed.shown.channel) == (1, 1)
    assert "channel 1" in page.card._title.text()


def test_the_channel_of_all_layers_is_saved(qtbot, layers, desk, tmp_path, monkeypatch):
    page = layers.maps
    choose(qtbot, page.view, 1)
    page.channel.setValue(1)
    monkeypatch.setattr(page._prompts, "ask_folder", lambda _folder: tmp_path / "strip")
    with qtbot.waitSignal(desk.browsing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)

    names = sorted(path.name for path in (tmp_path / "strip").iterdir())
    assert names == ["bright.channel-1.csv", "bright.channel-1.png"]


def test_layers_with_fewer_channels_say_so(qtbot, layers, desk):
    page, shown = layers.maps, desk.state.browsed.shown
    few, many = shown.maps[0], shown.maps[1]
    narrow = replace(few, values=few.values[:1])
    desk.state.browsed.change(maps=(narrow, many))
    choose(qtbot, page.view, 1)
    page.channel.setValue(1)

    assert page.grid._planes.captions[0][1] == "only 1 channels"
    assert page.grid._planes.paint(0, (4, 4)) is None
    assert "has only 1 channels" in page.card._title.text()
    page.grid.viewport().grab()  # painted without a picture
    before = desk.state.browsed.shown.layer
    qtbot.mouseClick(
        page.grid.viewport(), Qt.MouseButton.LeftButton, pos=page.grid.place_of(0).center()
    )
    assert desk.state.browsed.shown.layer == before
    choose(qtbot, page.view, 0)
    assert desk.state.browsed.shown.channel == 0  # which this layer has


def test_kernels_and_their_numbers(qtbot, layers, desk, tmp_path, monkeypatch):
    page = layers.weights
    layers.pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.layers.count() == 2, timeout=WAIT_MS)
    assert "2 x 1 x 1 x 1" in page.layers.item(0).text()
    assert page.output.isHidden()  # every filter has one plane
    second = page.grid.place_of(1).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert "filter 1" in page.card.title.text()
    picture = page.grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for number, grey in ((0, 255), (1, 0)):  # weights 1 and -1
        at = page.grid.place_of(number).center() * ratio
        assert picture.pixelColor(at).getRgb()[:3] == (grey, grey, grey)

    page.layers.setCurrentRow(1)
    assert page.output.isVisible()
    assert "input 0 to output 0" in page.card.title.text()
    assert "0.0 %" in page.card.near_zero.text()
    assert "0.001" in page.card.near_zero.text()
    assert sum(bar.height() > 0 for bar in page.card.histogram.bars()) == 2  # 3 and -1
    monkeypatch.setattr(page._prompts, "ask_folder", lambda _folder: tmp_path / "kernels")
    with qtbot.waitSignal(desk.browsing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written = {path.suffix: path for path in (tmp_path / "kernels").iterdir()}
    assert np.load(written[".npy"]).ravel().tolist() == [3.0, -1.0]
    assert set(written) == {".npy", ".csv", ".png"}


def test_dead_filters_over_a_folder_with_a_broken_file(
    qtbot, layers, desk, make_png, tmp_path, monkeypatch
):
    page = layers.filters
    layers.pages.setCurrentWidget(page)
    folder = tmp_path / "films"
    folder.mkdir()
    for name, level in (("a.png", 250), ("b.png", 250)):
        make_png(name, level).rename(folder / name)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    monkeypatch.setattr(page._prompts, "ask_folder", lambda _folder: folder)
    qtbot.mouseClick(page.over_folder, Qt.MouseButton.LeftButton)
    assert desk.state.browsed.shown.watched.is_running
    assert page.stop.isVisible()
    assert not page.over_open.isEnabled()
    qtbot.waitUntil(lambda: not desk.state.browsed.shown.watched.is_running, timeout=WAIT_MS)

    watched = desk.state.browsed.shown.watched
    assert (len(watched.fired), watched.fired[0].images) == (1, 2)
    assert "broken.png" in page.unread.text()
    assert "of 2 channels" in page.summary.text() or "every channel" in page.summary.text()
    assert page.table.topLevelItem(0).text(2) == "2"
    monkeypatch.setattr(page._prompts, "ask_folder", lambda _folder: tmp_path / "saved")
    with qtbot.waitSignal(desk.browsing.filters.saved, timeout=WAIT_MS):
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert "dead_channels" in (tmp_path / "saved" / "dead-filters.csv").read_text()


def test_the_watch_over_the_open_images_is_stopped_and_keeps_what_it_found(
    qtbot, layers, desk, monkeypatch
):
    page, gate = layers.filters, threading.Event()
    layers.pages.setCurrentWidget(page)

    def slowly(path, _decoder):
        gate.wait(WAIT_MS / 1000)
        raise UnreadableFile("no", file=path)

    monkeypatch.setattr("engine.pipeline.open_image", slowly)
    qtbot.mouseClick(page.over_open, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    gate.set()
    assert not desk.state.browsed.shown.watched.is_running
    assert page.over_open.isEnabled()
    assert page.stop.isHidden() or not page.stop.isVisible()


def test_a_run_stopped_with_other_work_of_the_model_is_asked_again(qtbot, layers, desk):
    browsing = desk.browsing
    desk.state.browsed.change(maps=())
    browsing._interrupted(desk.state.browsed.shown.item)
    qtbot.waitUntil(lambda: bool(desk.state.browsed.shown.maps), timeout=WAIT_MS)
