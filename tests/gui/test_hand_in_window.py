"""The hand in the whole window: keys, Esc, the wheel's settings, several panes."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.state.tool import PAN, WINDOW, ZOOM
from desktop.views.image.orientation import UPRIGHT, Orientation
from tests.gui.conftest import WAIT_MS
from tests.gui.test_image_view_hand import turn_wheel
from tests.gui.test_image_view_place import LEFT, SHIFT
from tests.gui.test_open_and_explain import drop
from tests.support.dicoms import dataset, encode

# The off-screen platform says so of every window with a smallest size.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def opened(qtbot, window, desk, make_png):
    """A window with two scored images, the first of them on screen."""
    drop(window, make_png("one.png", level=20), make_png("two.png", level=30))
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current is not None and workspace.current.reading is not None,
        timeout=WAIT_MS,
    )
    window.image.setFocus()
    return window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.image, key, modifiers)


def test_keys_choose_the_tool_and_the_toolbar_shows_it(opened, desk):
    for key, tool in ((Qt.Key.Key_T, PAN), (Qt.Key.Key_Z, ZOOM), (Qt.Key.Key_W, WINDOW)):
        press(opened, key)
        assert desk.state.tool.tool == tool
        assert opened.image.hand.tool == tool
        ticked = [
            name
            for name in ("window", "pan", "zoom", "scroll")
            if opened.actions_by_id[f"tool-{name}"].isChecked()
        ]
        assert ticked == [tool]


def test_turns_and_flips_change_nothing_but_the_screen(opened, desk):
    item = desk.state.workspace.current
    before = (item.reading, item.radiograph)

    press(opened, Qt.Key.Key_R)
    press(opened, Qt.Key.Key_H)
    assert opened.image.orientation() == Orientation(3, True)
    press(opened, Qt.Key.Key_V)
    press(opened, Qt.Key.Key_R, SHIFT)

    assert opened.image.orientation() == UPRIGHT.turned(1).flipped_across().flipped_down().turned(
        -1
    )
    assert (item.reading, item.radiograph) == before
    press(opened, Qt.Key.Key_Backspace)
    assert opened.image.orientation() == UPRIGHT


def test_escape_ends_one_thing_after_the_other(opened, desk, qtbot):
    image = opened.image
    press(opened, Qt.Key.Key_H)
    press(opened, Qt.Key.Key_Z)
    press(opened, Qt.Key.Key_X)
    qtbot.mousePress(image.viewport(), LEFT, pos=QPoint(100, 100))

    press(opened, Qt.Key.Key_Escape)  # the drag
    assert desk.state.tool.tool == ZOOM
    qtbot.mouseRelease(image.viewport(), LEFT, pos=QPoint(100, 100))
    press(opened, Qt.Key.Key_Escape)  # tool and magnifier
    assert (desk.state.tool.tool, desk.state.tool.is_magnifying) == (WINDOW, False)
    assert image.orientation() != UPRIGHT
    press(opened, Qt.Key.Key_Escape)  # the view
    assert image.orientation() == UPRIGHT


def test_the_wheel_goes_to_the_next_image_where_the_setting_says_so(opened, desk, qtbot):
    workspace = desk.state.workspace
    turn_wheel(opened.image, -1)
    assert workspace.current_index == 0

    desk.state.settings.set("view/wheel", "next image")
    turn_wheel(opened.image, -1)
    assert workspace.current_index == 1
    qtbot.waitUntil(lambda: opened.image.radiograph() is not None, timeout=WAIT_MS)
    turn_wheel(opened.image, 1)
    assert workspace.current_index == 0


def test_shift_and_wheel_change_the_opacity(opened, desk):
    before = desk.state.overlay.look.opacity

    turn_wheel(opened.image, 2, SHIFT)

    assert desk.state.overlay.look.opacity == pytest.approx(before + 0.2)


def test_the_wheel_goes_through_the_frames_of_a_file(qtbot, window, desk, tmp_path):
    rng = np.random.default_rng(2)
    frames = rng.integers(0, 4096, (3, 300, 280)).astype(np.uint16)
    path = tmp_path / "run.dcm"
    path.write_bytes(encode(dataset(frames, bits=12)))
    drop(window, path)
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current is not None and workspace.current.radiograph is not None,
        timeout=WAIT_MS,
    )
    window.image.zoom_by(2.0)
    zoom = window.image.zoom()

    turn_wheel(window.image, -5)

    assert workspace.current.frame == 2
    assert window.image.frame() == 2
    assert window.image.zoom() == zoom
    turn_wheel(window.image, 1)
    assert window.image.frame() == 1


def test_space_reaches_the_image_from_where_it_means_nothing(opened):
    assert opened.image.text_density() == "full"
    QTest.keyClick(opened, Qt.Key.Key_Space)

    assert opened.image.text_density() == "short"
