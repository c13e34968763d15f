"""Playing the frames of a file in the window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import WAIT_MS
from tests.gui.test_hand_in_window import press
from tests.gui.test_image_view_hand import turn_wheel
from tests.gui.test_open_and_explain import drop, texts
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


def test_frames_play_are_not_scored_meanwhile_and_the_one_that_stays_is(
    qtbot, window, desk, tmp_path
):
    ramp = np.tile(np.linspace(300, 3800, 280), (300, 1)).astype(np.uint16)
    frames = np.stack([ramp, ramp + 40, ramp + 80, ramp + 120])
    path = tmp_path / "run.dcm"
    path.write_bytes(encode(dataset(frames, FrameTime=20.0)))
    drop(window, path)
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current is not None and workspace.current.reading is not None,
        timeout=WAIT_MS,
    )
    item, seen, scored = workspace.current, set(), []
    workspace.item_changed.connect(
        lambda _, changed: (
            seen.add(window.image.frame()) if "frame" in changed else None,
            scored.append(item.reading) if "reading" in changed and item.reading else None,
        )
    )
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert window.actions_by_id["play-frames"].isChecked()
    qtbot.waitUntil(lambda: len(seen) >= 3, timeout=WAIT_MS)
    assert "Frames are playing" in texts(window.findings)
    assert scored == []
    press(window, Qt.Key.Key_Escape)

    assert desk.state.cine.item is None
    assert not window.actions_by_id["play-frames"].isChecked()
    stays = item.frame
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    assert (item.frame, window.image.frame()) == (stays, stays)
    window.actions_by_id["play-frames"].trigger()
    assert desk.state.cine.item is item
    turn_wheel(window.image, -1)
    assert desk.state.cine.item is None
