"""The greys on the screen are the look-up table's, to the last bit."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from desktop.views.image.image_view import ImageView
from engine.images.display import compose_lut
from engine.images.radiograph import GreyScale, Lut, Window
from tests.support.pictures import make_radiograph

pytestmark = pytest.mark.gui

WINDOW = Window(2000.0, 3000.0)


def shown_rgb(view: ImageView) -> np.ndarray:
    """(H, W, 3) uint8 of the whole view at device pixels."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_text_density("hidden")
    with qtbot.waitExposed(view):
        view.show()
    return view


def noise(height: int, width: int, top: int = 4096) -> np.ndarray:
    return np.random.default_rng(7).integers(0, top, (height, width)).astype(np.uint16)


@pytest.mark.parametrize("is_mono1", [False, True])
@pytest.mark.parametrize("is_user_inverted", [False, True])
def test_one_to_one_shows_the_table_bit_by_bit(view, is_mono1, is_user_inverted):
    pixels = noise(200, 320)
    grey = GreyScale(is_inverted=is_mono1, vois=(WINDOW,))
    view.show_radiograph(make_radiograph(pixels, grey))
    view.one_to_one()
    view.set_inverted(is_user_inverted)

    shown = shown_rgb(view)[50:250, 40:360]

    expected = compose_lut(grey, WINDOW, is_user_inverted=is_user_inverted)[pixels]
    np.testing.assert_array_equal(shown[:, :, 0], expected)
    np.testing.assert_array_equal(shown[:, :, 2], expected)


def test_monochrome1_turns_the_greys_around_once(view):
    pixels = np.full((50, 50), 3900, dtype=np.uint16)  # above the window: light 1, inverted 0
    view.show_radiograph(make_radiograph(pixels, GreyScale(is_inverted=True, vois=(WINDOW,))))

    assert shown_rgb(view)[150, 200, 0] == 0
    view.set_inverted(True)
    assert shown_rgb(view)[150, 200, 0] == 255


def test_the_surroundings_are_black(view):
    pixels = np.full((100, 50), 60000, dtype=np.uint16)
    view.show_radiograph(make_radiograph(pixels, GreyScale(vois=(WINDOW,))))

    shown = shown_rgb(view)

    assert shown[:, 126:274].min() == 255  # 150 px wide, centred in 400
    assert not shown[:, :124].any()
    assert not shown[:, 276:].any()


def test_reduced_greys_are_means_of_the_area(view):
    pixels = noise(600, 800)  # fits into 300 x 400 at exactly one half
    grey = GreyScale(vois=(Window(2048.0, 4096.0, "LINEAR_EXACT"),))
    view.show_radiograph(make_radiograph(pixels, grey))

    shown = shown_rgb(view)[:, :, 0].astype(int)

    means = pixels.reshape(300, 2, 400, 2).mean(axis=(1, 3))
    expected = compose_lut(grey, grey.vois[0])[np.rint(means).astype(int)].astype(int)
    assert abs(shown - expected).max() <= 1


def test_a_lut_is_shown_and_becomes_its_window_when_dragged(view):
    lut = Lut(0, np.linspace(0, 255, 1000).astype(np.uint16), 8)
    view.show_radiograph(make_radiograph(noise(100, 100, 1000), GreyScale(vois=(lut,))))

    assert view.voi() is lut
    window = view.begin_window()
    assert isinstance(window, Window)
    assert window.centre == pytest.approx(500, abs=10)
    assert window.width == pytest.approx(1000, abs=20)


def test_colour_is_shown_as_it_is_and_has_no_window(view):
    colour = np.random.default_rng(1).integers(0, 256, (1, 300, 400, 3)).astype(np.uint8)
    view.show_radiograph(replace(make_radiograph(noise(300, 400, 256)), colour=colour))

    np.testing.assert_array_equal(shown_rgb(view), colour[0])
    assert view.voi() is None
    view.set_voi(WINDOW)
    assert view.voi() is None


def test_padding_stays_black_when_inverted(view):
    pixels = noise(300, 400)
    pixels[:100] = 4095
    grey = GreyScale(vois=(WINDOW,), padding=(4095, 4095))
    view.show_radiograph(make_radiograph(pixels, grey))
    view.set_inverted(True)

    assert not shown_rgb(view)[:100].any()


def test_wheel_zoom_is_sharpened_when_idle(view, qtbot):
    view.show_radiograph(make_radiograph(noise(900, 1200), GreyScale(vois=(WINDOW,))))
    view.zoom_by(1.37, QPointF(120, 80))
    fast = shown_rgb(view)

    qtbot.waitUntil(lambda: not np.array_equal(shown_rgb(view), fast), timeout=2000)


def test_nothing_is_painted_without_a_radiograph(view):
    view.show_radiograph(make_radiograph(noise(300, 400)))
    view.show_radiograph(None)

    assert not shown_rgb(view).any()
