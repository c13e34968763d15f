"""Tools, Space, wheel, two fingers, turns and flips, magnifier: by real events on the view."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.state.tool import PAN, SCROLL, WINDOW, ZOOM
from desktop.views.image.habits import Habits
from desktop.views.image.image_view import ImageView
from desktop.views.image.orientation import UPRIGHT, Orientation
from desktop.views.image.overlay_style import OverlayStyle
from engine.images.radiograph import Facts, GreyScale, Spacing, Window
from tests.gui.test_image_view_greys import shown_rgb
from tests.gui.test_image_view_place import LEFT, NONE, SHIFT, drag, send_move
from tests.support.pictures import make_dot, make_radiograph

pytestmark = pytest.mark.gui

CTRL = Qt.KeyboardModifier.ControlModifier
BYTE = GreyScale(vois=(Window(127.5, 255.0, "LINEAR_EXACT"),))
SHARPENED_MS = 120  # later than the sharpening of a view that stands still


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    pixels = np.random.default_rng(3).integers(0, 4096, (600, 500)).astype(np.uint16)
    view.show_radiograph(make_radiograph(pixels, GreyScale(vois=(Window(2000.0, 1000.0),))))
    return view


def turn_wheel(view, notches, modifiers=NONE, at=(130, 90), eighths=120):
    here = QPointF(*at)
    event = QWheelEvent(
        here,
        QPointF(view.viewport().mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, eighths * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def heard(signal) -> list:
    told = []
    signal.connect(lambda *what: told.append(what[0] if len(what) == 1 else what))
    return told


def several_frames(count: int):
    rng = np.random.default_rng(5)
    one = make_radiograph(np.zeros((60, 50)), BYTE)
    return replace(one, frames=rng.integers(0, 256, (count, 60, 50)).astype(np.uint16))


# Tools


def test_the_pan_tool_moves_with_the_left_button(view, qtbot):
    view.one_to_one()
    before = view.image_point(QPointF(100, 100))
    view.hand.take(PAN)

    drag(view, qtbot, LEFT, (100, 100), (130, 85))

    assert view.image_point(QPointF(130, 85)) == pytest.approx(before)
    assert view.voi() == Window(2000.0, 1000.0)


def test_the_zoom_tool_zooms_and_its_click_asks_for_no_menu(view, qtbot):
    asked = heard(view.context_menu_requested)
    view.hand.take(ZOOM)

    drag(view, qtbot, LEFT, (100, 200), (101, 199))
    assert view.zoom() == pytest.approx(0.5)
    drag(view, qtbot, LEFT, (100, 200), (100, 130))

    assert view.zoom() == pytest.approx(0.5 * 1.01**70)
    assert asked == []


def test_the_scroll_tool_goes_through_frames_or_images(view, qtbot):
    images, frames = heard(view.image_step_asked), heard(view.frame_step_asked)
    view.hand.take(SCROLL)
    drag(view, qtbot, LEFT, (100, 100), (100, 130))
    view.show_radiograph(several_frames(3))
    drag(view, qtbot, LEFT, (100, 100), (100, 80))

    assert images == [2]  # 30 px, 12 px each
    assert frames == [-1]


def test_every_tool_has_a_cursor_of_its_own(view):
    shapes = []
    for tool in (WINDOW, PAN, ZOOM, SCROLL):
        view.hand.take(tool)
        cursor = view.viewport().cursor()
        shapes.append((cursor.shape(), cursor.pixmap().cacheKey() if cursor.pixmap() else 0))

    assert len(set(shapes)) == 4


def test_an_inverted_level_drag_goes_the_other_way(view, qtbot):
    drag(view, qtbot, LEFT, (100, 100), (100, 90))
    assert view.voi().centre > 2000
    view.reset()
    view.hand.habits = lambda: Habits(is_level_inverted=True)
    drag(view, qtbot, LEFT, (100, 100), (100, 90))
    assert view.voi().centre < 2000


def test_a_whole_drag_is_told_once_for_undo(view, qtbot):
    told = heard(view.window_dragged)
    before = view.voi()

    drag(view, qtbot, LEFT, (100, 100), (130, 90))
    drag(view, qtbot, LEFT, (100, 100), (130, 90), at_press=SHIFT)  # a move

    assert told == [(before, view.voi())]


def test_escape_takes_a_drag_back(view, qtbot):
    surface = view.viewport()
    before = view.voi()
    qtbot.mousePress(surface, LEFT, NONE, QPoint(100, 100))
    send_move(surface, (150, 60), LEFT, NONE)
    assert view.voi() != before

    assert view.escape()

    assert view.voi() == before
    send_move(surface, (180, 60), LEFT, NONE)
    assert view.voi() == before
    qtbot.mouseRelease(surface, LEFT, NONE, QPoint(180, 60))
    assert not view.escape()


def test_who_marks_is_asked_first(view, qtbot):
    class Taken:
        def move(self, to, modifiers):
            pass

        def end(self, at):
            pass

        def cancel(self):
            pass

    view.hand.press_takers.append(lambda event: Taken() if event.position().x() < 50 else None)
    drag(view, qtbot, LEFT, (20, 100), (90, 100))
    assert view.voi() == Window(2000.0, 1000.0)
    drag(view, qtbot, LEFT, (100, 100), (120, 100))
    assert view.voi() != Window(2000.0, 1000.0)


# Space


def test_a_tap_on_space_changes_the_corner_text_and_a_drag_moves(view, qtbot):
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.text_density() == "short"

    view.one_to_one()
    before = view.image_point(QPointF(100, 100))
    QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, qtbot, LEFT, (100, 100), (130, 85))
    QTest.keyRelease(view, Qt.Key.Key_Space)

    assert view.image_point(QPointF(130, 85)) == pytest.approx(before)
    assert view.text_density() == "short"


# Wheel


def test_the_wheel_does_what_the_keys_and_the_image_say(view):
    images, frames = heard(view.image_step_asked), heard(view.frame_step_asked)
    opacity = heard(view.opacity_step_asked)

    turn_wheel(view, 1)
    assert view.zoom() == pytest.approx(0.5 * 1.2)
    turn_wheel(view, 2, SHIFT)
    view.hand.habits = lambda: Habits(wheel="next image")
    turn_wheel(view, -1)
    turn_wheel(view, -1, CTRL)
    assert view.zoom() == pytest.approx(0.5)
    view.show_radiograph(several_frames(4))
    turn_wheel(view, -1)

    assert (opacity, images, frames) == ([2], [1], [1])


def test_small_turns_add_up_to_a_notch_and_turning_back_starts_anew(view):
    frames = heard(view.frame_step_asked)
    view.show_radiograph(several_frames(4))
    for _ in range(7):
        turn_wheel(view, -1, eighths=30)  # 7 / 4 notches
    assert frames == [1]
    for _ in range(3):
        turn_wheel(view, 1, eighths=30)
    assert frames == [1]
    turn_wheel(view, 1, eighths=30)
    assert frames == [1, -1]


# Frames


def test_another_frame_keeps_window_place_and_orientation(view):
    radiograph = several_frames(2)
    view.show_radiograph(radiograph)
    view.set_voi(Window(100.0, 50.0))
    view.zoom_by(2.0)
    view.flip_across()
    view.set_explanation(make_dot((4, 4), (1, 1), (60, 50)))
    place = view.placement()

    view.show_radiograph(radiograph, 1)

    assert view.frame() == 1
    assert view.voi() == Window(100.0, 50.0)
    assert view.placement() == place
    assert not view._overlay_item.isVisible()  # a map never lies over another frame


# Turned and flipped


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_picture_overlay_marks_and_probe_turn_together(view, qtbot, turns, is_mirrored):
    pixels = np.zeros((60, 50), dtype=np.uint16)
    pixels[10:15, 30:35] = 255  # centre (32.5, 12.5)
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_text_density("hidden")
    view.lay(Orientation(turns, is_mirrored))
    assert view.image_point(view.view_point(32.5, 12.5)) == pytest.approx((32.5, 12.5))
    # Without badge, legend and heatmap: white is the square alone.
    view._around.margins.setVisible(False)
    qtbot.wait(SHARPENED_MS)
    rows, columns = np.nonzero(shown_rgb(view)[:, :, 0] > 200)
    at = view.view_point(32.5, 12.5)
    assert (columns.mean() + 0.5, rows.mean() + 0.5) == pytest.approx(at.toTuple(), abs=1.0)

    with qtbot.waitSignal(view.pointer_moved) as moved:
        send_move(view.viewport(), at.toTuple(), Qt.MouseButton.NoButton, NONE)
    assert (moved.args[0].x, moved.args[0].y, moved.args[0].stored) == (32, 12, 255)

    view.show_radiograph(make_radiograph(np.zeros((60, 50)), BYTE))
    view.lay(Orientation(turns, is_mirrored))
    view.set_explanation(make_dot((12, 10), (2, 6), (60, 50)))  # centre (32.5, 12.5)
    view.set_overlay_style(OverlayStyle(opacity=1.0))
    view._around.margins.setVisible(False)
    view._legend_item.setVisible(False)
    qtbot.wait(SHARPENED_MS)
    red = shown_rgb(view)[:, :, 0]
    rows, columns = np.nonzero(red >= red.max() - 1)
    assert (columns.mean() + 0.5, rows.mean() + 0.5) == pytest.approx(at.toTuple(), abs=1.5)


def test_a_flipped_image_says_so_even_without_corner_text_and_in_exports(view):
    view.set_text_density("hidden")
    plain = view.grab_view()
    view.flip_across()
    view.flip_across()
    assert view.grab_view() == plain

    view.flip_across()
    amber = np.array([255, 196, 64])
    shown = shown_rgb(view)

    assert (np.abs(shown[:40].astype(int) - amber).sum(axis=2) < 12).sum() > 500
    view.reset()
    assert view.orientation() == UPRIGHT
    assert view.grab_view() == plain


def test_turning_is_told_once_with_before_and_after(view):
    told = heard(view.orientation_changed)
    view.turn(1)
    view.turn(1)
    view.turn(-2)

    assert told == [
        (UPRIGHT, Orientation(1)),
        (Orientation(1), Orientation(2)),
        (Orientation(2), UPRIGHT),
    ]
    assert view.placement().is_fitted


# Linked views


def test_linked_views_show_the_same_place_without_echo(view, qtbot):
    other = ImageView()
    qtbot.addWidget(other)
    other.resize(300, 300)
    with qtbot.waitExposed(other):
        other.show()
    other.show_radiograph(make_radiograph(np.zeros((1200, 1000)), BYTE))
    view.view_changed.connect(other.show_view)
    echoes = heard(other.view_changed)

    view.zoom_by(3.0, QPointF(250, 80))
    view.pan_by(QPointF(-20, 10))
    view.flip_across()

    assert other.orientation() == view.orientation()
    x, y = view.image_point(QPointF(200, 150))
    assert other.image_point(QPointF(150, 150)) == pytest.approx((2 * x, 2 * y), abs=1e-6)
    assert echoes == []
    view.fit()
    assert other.placement().is_fitted


# Around the picture


def test_letters_follow_turns_and_the_bar_says_where_its_unit_comes_from(view):
    facts = Facts(patient_orientation=("L", "F"))
    spacing = Spacing(0.2, 0.1, "at detector")
    radiograph = replace(make_radiograph(np.zeros((600, 500)), BYTE, facts), spacing=spacing)
    view.show_radiograph(radiograph)
    margins = view._around.margins._margins
    assert margins.letters == {"right": "L", "left": "R", "bottom": "F", "top": "H"}
    # 22 % of 400 px at half size are 176 image pixels of 0.1 mm: 10 mm = 100 of them = 50 px.
    assert (margins.bar.text, margins.bar.length_px) == ("1 cm, at the detector", 50.0)

    view.flip_across()
    assert view._around.margins._margins.letters["left"] == "L"
    view.reset()
    view.turn(1)
    margins = view._around.margins._margins
    assert margins.letters == {"bottom": "L", "top": "R", "left": "F", "right": "H"}

    view.set_spacing(Spacing(0.3, 0.3, "calibrated"))
    assert view._around.margins._margins.bar.text.endswith("calibrated")
    view.show_radiograph(make_radiograph(np.zeros((600, 500)), BYTE))
    assert view._around.margins._margins.letters == {}
    assert view._around.margins._margins.bar.text == "100 px"


def test_the_magnifier_shows_the_image_twice_as_large_without_the_map(view, qtbot):
    pixels = np.zeros((600, 500), dtype=np.uint16)
    pixels[296:304, 246:254] = 255
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_text_density("hidden")
    view.one_to_one()
    at = view.view_point(250, 300)
    plain = (shown_rgb(view)[:, :, 0] > 200).sum()
    view.hand.magnify(True)
    send_move(view.viewport(), at.toTuple(), Qt.MouseButton.NoButton, NONE)

    inside = shown_rgb(view)[50:250, 100:300, 0] > 127

    assert plain == 64
    assert inside.sum() == pytest.approx(4 * 64, rel=0.15)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    view.hand.magnify(False)
    assert (shown_rgb(view)[:, :, 0] > 200).sum() == 64


def test_two_fingers_zoom_about_their_middle(view, qtbot):
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    surface = view.viewport()
    before = view.image_point(QPointF(200, 150))

    QTest.touchEvent(surface, device).press(0, QPoint(180, 150)).press(1, QPoint(220, 150)).commit()
    for reach in range(24, 84, 4):
        QTest.touchEvent(surface, device).move(0, QPoint(200 - reach, 150)).move(
            1, QPoint(200 + reach, 150)
        ).commit()
    QTest.touchEvent(surface, device).release(0, QPoint(120, 150)).release(
        1, QPoint(280, 150)
    ).commit()

    assert 1.5 < view.zoom() / 0.5 < 4.5
    assert view.image_point(QPointF(200, 150)) == pytest.approx(before, abs=3.0)
    assert view.voi() == Window(2000.0, 1000.0)
