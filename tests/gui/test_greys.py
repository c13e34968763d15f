"""Greys by key: number keys, equalising, and what each leaves behind."""

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.state.workspace import Status
from engine.images.display import default_voi, named_vois
from engine.images.equalise import equalised
from engine.images.radiograph import Lut, Window
from engine.images.windows import PRESETS, auto_window, full_window, preset_window
from tests.support.dicoms import dataset, encode, lut_item

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

KEYS = {
    Qt.Key.Key_2: "lung",
    Qt.Key.Key_3: "mediastinum",
    Qt.Key.Key_4: "bone",
    Qt.Key.Key_5: "lines",
    Qt.Key.Key_6: "soft",
}


def film() -> np.ndarray:
    y, x = np.mgrid[-1:1:600j, -1:1:500j]
    lungs = np.exp(-(((np.abs(x) - 0.45) / 0.28) ** 2 + (y / 0.6) ** 2))
    noise = np.random.default_rng(3).normal(0, 20, x.shape)
    return np.clip(2200 + 500 * y - 1600 * lungs + noise, 0, 4095).astype(np.uint16)


@pytest.fixture
def file(tmp_path):
    """A chest-like film with a curved LUT and two windows."""
    found = dataset(film())
    found.VOILUTSequence = [lut_item((np.linspace(0, 1, 4096) ** 2 * 4095).astype(int), 0, 12)]
    found.WindowCenter, found.WindowWidth = [2000, 900], [3000, 700]
    found.WindowCenterWidthExplanation = ["NORMAL", "SOFT"]
    path = tmp_path / "film.dcm"
    path.write_bytes(encode(found))
    assert pydicom.dcmread(path).WindowCenter == [2000, 900]
    return path


@pytest.fixture
def shown(window, desk, file, qtbot):
    """The window with that film in it."""
    desk.open_paths((file,))
    qtbot.waitUntil(lambda: bool(desk.state.workspace.items), timeout=20_000)
    item = desk.state.workspace.items[0]
    qtbot.waitUntil(lambda: item.status is Status.READY, timeout=20_000)
    qtbot.waitUntil(lambda: window.image.radiograph() is item.radiograph, timeout=20_000)
    window.image.setFocus()
    return window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.image.viewport(), key, modifiers)


def test_number_keys_show_presets(shown):
    for key, preset_id in KEYS.items():
        press(shown, key)
        preset = next(preset for preset in PRESETS if preset.id == preset_id)
        assert shown.image.voi() == preset_window(preset, shown.image.radiograph())


def test_one_is_automatic_nought_full_and_backtick_what_the_file_asks(shown):
    radiograph = shown.image.radiograph()
    assert isinstance(shown.image.voi(), Lut)
    press(shown, Qt.Key.Key_1)
    assert shown.image.voi() == auto_window(radiograph)
    press(shown, Qt.Key.Key_0)
    assert shown.image.voi() == full_window(radiograph)
    press(shown, Qt.Key.Key_QuoteLeft)
    assert shown.image.voi() is default_voi(radiograph)


def test_seven_to_nine_are_what_the_file_offers(shown):
    named = named_vois(shown.image.radiograph())
    assert [name for name, _ in named][1:] == ["NORMAL", "SOFT"]
    for key, (_, voi) in zip((Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9), named, strict=True):
        press(shown, key)
        assert shown.image.voi() is voi


def equalise(window) -> None:
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)


def test_equalising_shows_other_pixels_and_gives_the_true_ones_back(shown):
    before = shown.image.voi()
    true_greys = shown.image.grab_view()
    equalise(shown)
    assert shown.image.is_equalised()
    assert shown.actions_by_id["equalise"].isChecked()
    assert shown.image.grab_view() != true_greys
    equalise(shown)
    assert not shown.image.is_equalised()
    assert shown.image.voi() is before
    assert shown.image.grab_view() == true_greys


def test_a_named_window_is_for_true_greys(shown):
    equalise(shown)
    press(shown, Qt.Key.Key_2)
    assert not shown.image.is_equalised()
    assert shown.image.voi().name == "lung"


def test_dragging_works_on_equalised_greys(shown):
    equalise(shown)
    before = shown.image.voi()
    view, start = shown.image.viewport(), QPoint(300, 300)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(60, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert shown.image.is_equalised()
    assert isinstance(shown.image.voi(), Window)
    assert shown.image.voi().width > before.width


def test_the_probe_tells_true_values_and_the_light_on_screen(shown, qtbot):
    radiograph = shown.image.radiograph()
    equalise(shown)
    with qtbot.waitSignal(shown.image.pointer_moved) as moved:
        QTest.mouseMove(shown.image.viewport(), shown.image.view_point(250.5, 300.5).toPoint())
    reading = moved.args[0]
    assert reading.stored == radiograph.frames[0, reading.y, reading.x]
    at = shown.image.view_point(reading.x + 0.5, reading.y + 0.5)
    light = shown.image.grab_view().pixelColor(at.toPoint()).red()
    assert abs(light - reading.shown) < 25  # the screen shows a mean of some pixels
    even = equalised(radiograph).pixels[reading.y, reading.x]
    assert even != reading.stored


def test_another_image_is_never_equalised(shown, desk, make_png, qtbot):
    equalise(shown)
    desk.open_paths((make_png("second.png"),))
    qtbot.waitUntil(lambda: len(desk.state.workspace.items) == 2, timeout=20_000)
    second = desk.state.workspace.items[1]
    desk.state.workspace.select(second)
    qtbot.waitUntil(lambda: shown.image.radiograph() is second.radiograph, timeout=20_000)
    assert not shown.image.is_equalised()
    assert not shown.actions_by_id["greys-file-1"].isEnabled()


def test_reset_ends_equalising(shown):
    equalise(shown)
    shown.image.zoom_by(2.0, QPointF(10, 10))
    press(shown, Qt.Key.Key_Backspace)
    assert not shown.image.is_equalised()
    assert shown.image.voi() is default_voi(shown.image.radiograph())
