from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.settings import Settings
from desktop.state.cine import SETTING, CineState
from desktop.state.workspace import Item, Workspace


@pytest.fixture
def workspace(qapp):
    workspace = Workspace()
    workspace.add([Item(Path("run.dcm")), Item(Path("film.dcm"))])
    run, film = workspace.items
    run.radiograph = SimpleNamespace(frame_count=3, frame_rate=50.0)
    film.radiograph = SimpleNamespace(frame_count=1, frame_rate=None)
    workspace.select(run)
    return workspace


@pytest.fixture
def cine(workspace, tmp_path):
    return CineState(workspace, Settings(tmp_path))


def test_frames_come_round_and_round_at_the_files_pace(qtbot, workspace, cine):
    run, due = workspace.current, []

    def show(frame):
        due.append(frame)
        run.frame = frame

    cine.frame_due.connect(show)
    assert cine.frames_per_second(run) == 50.0
    assert cine.start()
    assert cine._timer.interval() == 20
    qtbot.waitUntil(lambda: len(due) >= 4, timeout=10_000)
    assert due[:4] == [1, 2, 0, 1]
    assert cine.stop()
    count = len(due)
    qtbot.wait(80)
    assert len(due) == count
    assert not cine.stop()


def test_the_settings_say_the_pace_where_the_file_does_not(workspace, tmp_path):
    settings = Settings(tmp_path)
    settings.set(SETTING, 4.0)
    run = workspace.current
    run.radiograph = SimpleNamespace(frame_count=3, frame_rate=None)
    assert CineState(workspace, settings).frames_per_second(run) == 4.0


def test_another_image_ends_it_and_a_single_frame_is_not_played(workspace, cine):
    assert cine.start()
    workspace.select(workspace.items[1])
    assert cine.item is None
    assert not cine._timer.isActive()
    assert not cine.start()
