"""Zoom, position and the mouse."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.views.image.image_view import ImageView
from desktop.views.image.radiograph_item import _lit
from engine.images.radiograph import GreyScale, Window
from tests.support.pictures import make_radiograph

pytestmark = pytest.mark.gui

LEFT, MIDDLE, RIGHT = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    pixels = np.random.default_rng(3).integers(0, 4096, (600, 500)).astype(np.uint16)
    pixels[0, 0], pixels[0, 1] = 0, 4095
    view.show_radiograph(make_radiograph(pixels, GreyScale(vois=(Window(2000.0, 1000.0),))))
    return view


def drag(view, qtbot, button, start, stop, at_press=NONE, on_the_way=NONE):
    surface = view.viewport()
    qtbot.mousePress(surface, button, at_press, QPoint(*start))
    send_move(surface, stop, button, on_the_way)
    qtbot.mouseRelease(surface, button, on_the_way, QPoint(*stop))


def send_move(surface, at, button, modifiers):
    here = QPointF(*at)
    globally = QPointF(surface.mapToGlobal(here.toPoint()))
    event = QMouseEvent(
        QEvent.Type.MouseMove, here, globally, Qt.MouseButton.NoButton, button, modifiers
    )
    QApplication.sendEvent(surface, event)


def turn_wheel(view, at, notches):
    here = QPointF(*at)
    event = QWheelEvent(
        here,
        QPointF(view.viewport().mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_fit_centres_the_whole_image(view):
    assert view.zoom() == pytest.approx(0.5)  # 300 / 600
    assert view.image_point(QPointF(200, 150)) == pytest.approx((250, 300))
    assert view.image_point(QPointF(75, 0)) == pytest.approx((0, 0))  # (400 - 250) / 2


def test_fitted_image_follows_the_size_of_the_view(view):
    view.resize(400, 600)

    assert view.zoom() == pytest.approx(0.8)  # 400 / 500


def test_zoomed_image_keeps_its_middle_when_the_view_changes(view):
    view.one_to_one()
    middle = view.image_point(QPointF(200, 150))
    view.resize(500, 400)

    assert view.zoom() == 1.0
    assert view.image_point(QPointF(250, 200)) == pytest.approx(middle, abs=1.0)


@pytest.mark.parametrize("notches", [1, 3, -1])
def test_wheel_keeps_the_point_under_the_pointer(view, notches):
    at = (130, 90)
    before = view.image_point(QPointF(*at))

    turn_wheel(view, at, notches)

    assert view.zoom() == pytest.approx(0.5 * 1.2**notches)
    assert view.image_point(QPointF(*at)) == pytest.approx(before, abs=1e-6)


def test_zoom_has_ends(view):
    view.zoom_by(1e6)
    assert view.zoom() == pytest.approx(40.0)
    view.zoom_by(1e-9)
    assert view.zoom() == pytest.approx(0.1)


def test_right_drag_zooms_about_the_press_point_without_a_menu(view, qtbot):
    before = view.image_point(QPointF(100, 200))
    asked = []
    view.context_menu_requested.connect(asked.append)

    drag(view, qtbot, RIGHT, (100, 200), (110, 130))

    assert view.zoom() == pytest.approx(0.5 * 1.01**70)
    assert view.image_point(QPointF(100, 200)) == pytest.approx(before, abs=1e-6)
    assert asked == []


def test_plain_right_click_asks_for_the_menu(view, qtbot):
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        drag(view, qtbot, RIGHT, (100, 200), (102, 199))

    assert asked.args == [view.viewport().mapToGlobal(QPoint(102, 199))]
    assert view.zoom() == pytest.approx(0.5)


@pytest.mark.parametrize(("button", "modifier"), [(MIDDLE, NONE), (LEFT, SHIFT)])
def test_the_image_follows_a_pan(view, qtbot, button, modifier):
    view.one_to_one()
    before = view.image_point(QPointF(100, 100))

    drag(view, qtbot, button, (100, 100), (130, 85), at_press=modifier)

    assert view.image_point(QPointF(130, 85)) == pytest.approx(before)
    assert view.voi() == Window(2000.0, 1000.0)


def test_the_image_cannot_be_lost(view):
    view.pan_by(QPointF(10000, -10000))

    left, bottom = view.view_point(0, 600).toTuple()
    assert left < 400
    assert bottom > 0


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.37, 4.2])
def test_nothing_of_what_was_painted_before_is_left(view, zoom):
    view.zoom_by(zoom, QPointF(100, 60))
    view.pan_by(QPointF(13.0, -7.0))
    before = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    before.fill(QColor("magenta"))

    view.viewport().render(before)

    assert not (np.asarray(before.constBits()).view(np.uint32) == QColor("magenta").rgb()).any()


def test_left_drag_right_widens_and_up_raises_the_level(view, qtbot):
    drag(view, qtbot, LEFT, (100, 100), (110, 100))
    assert view.voi().width > 1000
    assert view.voi().centre == 2000

    drag(view, qtbot, LEFT, (100, 100), (100, 90))
    assert view.voi().centre > 2000


def test_drag_speed_is_window_over_400_plus_range_over_1024(view, qtbot):
    drag(view, qtbot, LEFT, (100, 100), (110, 100))

    assert view.voi().width == pytest.approx(1000 + 10 * (1000 / 400 + 4095 / 1024))


@pytest.mark.parametrize(("modifier", "factor"), [(CTRL, 2.5), (SHIFT, 2.5), (ALT, 0.25)])
def test_modifiers_change_the_speed_of_a_drag_under_way(view, qtbot, modifier, factor):
    drag(view, qtbot, LEFT, (100, 100), (110, 100), on_the_way=modifier)

    assert view.voi().width == pytest.approx(1000 + factor * 10 * (1000 / 400 + 4095 / 1024))


def test_ctrl_drag_takes_the_window_from_the_rectangle(view, qtbot):
    radiograph = view.radiograph()
    pixels = radiograph.frames.copy()
    pixels[0, 300:400, 200:300] = np.linspace(1000, 1100, 100).astype(np.uint16)
    view.show_radiograph(replace(radiograph, frames=pixels))
    # Image (200, 300) .. (300, 400) lies at half size, 75 px from the left.
    drag(view, qtbot, LEFT, (177, 152), (223, 198), at_press=CTRL)

    assert view.voi().centre == pytest.approx(1050, abs=5)
    assert 80 <= view.voi().width <= 100


def test_reset_brings_back_window_inversion_and_fit(view, qtbot):
    drag(view, qtbot, LEFT, (100, 100), (150, 130))
    view.set_inverted(True)
    view.one_to_one()

    view.reset()

    assert view.voi() == Window(2000.0, 1000.0)
    assert not view.is_inverted()
    assert view.zoom() == pytest.approx(0.5)


def test_a_new_image_starts_clean(view):
    view.set_inverted(True)
    view.zoom_by(3.0)

    view.show_radiograph(make_radiograph(np.zeros((50, 80)), GreyScale(vois=(Window(9.0, 4.0),))))

    assert not view.is_inverted()
    assert view.zoom() == pytest.approx(5.0)  # 400 / 80
    assert view.voi() == Window(9.0, 4.0)


def test_probe_reads_every_station(view, qtbot):
    pixel = int(view.radiograph().frames[0, 300, 250])
    with qtbot.waitSignal(view.pointer_moved) as moved:
        send_move(view.viewport(), (200.2, 150.2), Qt.MouseButton.NoButton, NONE)

    reading = moved.args[0]
    assert (reading.x, reading.y, reading.stored) == (250, 300, pixel)
    assert reading.modality == pixel
    assert reading.map_values == ()


def test_probe_off_the_image_says_nothing(view, qtbot):
    with qtbot.waitSignal(view.pointer_moved) as moved:
        send_move(view.viewport(), (10, 10), Qt.MouseButton.NoButton, NONE)

    assert moved.args == [None]


def test_a_burst_of_moves_costs_one_look_up(view, qtbot, monkeypatch):
    looked_up = []
    monkeypatch.setattr(
        "desktop.views.image.radiograph_item._lit",
        lambda *given: looked_up.append(1) or _lit(*given),
    )
    for width in range(1000, 1050):
        view.set_voi(Window(2000.0, float(width)))
    qtbot.wait(50)

    assert 1 <= len(looked_up) <= 2


def test_marks_live_in_image_pixels(view):
    view.zoom_by(2.3, QPointF(50, 60))

    at = view.view_point(123.0, 45.0)

    assert view.image_point(at) == pytest.approx((123.0, 45.0))


def test_double_click_asks_to_maximise(view, qtbot):
    with qtbot.waitSignal(view.maximise_requested):
        qtbot.mouseDClick(view.viewport(), LEFT)
