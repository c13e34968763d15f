"""The rest of the list is scored behind everything else: for strip and worklist, never in front."""

import json
import threading

import numpy as np
import pytest

from desktop.jobs import catching_up, catching_up_tasks
from desktop.jobs.catching_up import SCORES
from desktop.state.workspace import Status
from desktop.views.panels.rest_sign import RestSign
from desktop.views.panels.strip_words import status_text
from desktop.views.worklist.worklist_window import WorklistWindow
from engine.library import audit
from engine.library.opening import open_library
from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(catching_up, "QUIET_MS", 20)


@pytest.fixture
def folder(tmp_path, make_png):
    """Six pictures that pass the checks, a CT that does not, and a file that is none."""
    made = tmp_path / "films"
    made.mkdir()
    for number in range(6):
        make_png(f"{number}.png", level=100 + 20 * number).rename(made / f"{number}.png")
    ramp = np.linspace(100, 4000, 500)[None, :] + np.linspace(-90, 90, 600)[:, None]
    (made / "ct.dcm").write_bytes(encode(dataset(ramp.astype(np.uint16), Modality="CT")))
    whole = (made / "0.png").read_bytes()
    (made / "none.png").write_bytes(whole[: len(whole) // 2])
    return made


@pytest.fixture
def sign(window):
    (found,) = window.findChildren(RestSign)
    return found


class Gate:
    """Holds every image back until it is let through."""

    def __init__(self, monkeypatch):
        self.open, self.begun, self._judge = threading.Event(), [], catching_up_tasks.judge
        monkeypatch.setattr(catching_up_tasks, "judge", self.judge)

    def judge(self, bench, model_id, path, *rest, **told):
        self.begun.append(path)
        while not self.open.wait(0.01):
            yield catching_up_tasks.Step(0.0)
        yield from self._judge(bench, model_id, path, *rest, **told)


@pytest.fixture
def gate(monkeypatch):
    made = Gate(monkeypatch)
    yield made
    made.open.set()


def named(desk, name):
    return next(item for item in desk.state.workspace.items if item.path.name == name)


def wait_for_all(qtbot, desk, count):
    def is_done():
        work = desk.catching_up
        return work.total == count and work.done == count

    qtbot.waitUntil(is_done, timeout=WAIT_MS)


def test_all_of_a_folder_is_scored_and_listed_by_priority(
    qtbot, desk, window, sign, folder, tmp_path
):
    desk.open_paths([folder])
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == 8, timeout=WAIT_MS)
    shown = workspace.current
    wait_for_all(qtbot, desk, 8)

    assert workspace.current is shown
    assert not sign.isVisible()
    scored = [item for item in workspace.items if item.reading is not None]
    assert len(scored) == 7
    assert {item.reading.prediction.model_id for item in scored} == {"tiny-1"}
    broken, refused = named(desk, "none.png"), named(desk, "ct.dcm")
    assert broken.status is Status.FAILED
    assert broken.error is not None
    assert refused.is_refused
    assert refused.is_score_withheld
    assert status_text(refused) == "refused"
    assert "%" in status_text(named(desk, "5.png"))
    # The copy of the model and the child that decoded are let go.
    qtbot.waitUntil(lambda: desk.catching_up._bench._model is None, timeout=WAIT_MS)

    window.actions_by_id["worklist"].trigger()
    (worklist,) = window.findChildren(WorklistWindow)

    def scores():
        model = worklist.model
        return [model.index(row, 2).data() or "" for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: sum(score.endswith(" %") for score in scores()) == 6, timeout=WAIT_MS)
    told = [float(score.rstrip(" %")) for score in scores() if score.endswith(" %")]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 2
    worklist.close()

    assert desk.close(10.0)
    library = open_library(tmp_path / "user" / "library").library
    entries = [json.loads(line) for line in audit.lines(library.connection)]
    library.close()
    scored = [entry for entry in entries if entry["event"] == "scored"]
    assert len(scored) == 7
    assert sum(entry["details"].get("in background") is True for entry in scored) >= 6


def test_the_same_score_as_on_screen_and_none_is_asked_for_twice(qtbot, desk, window, folder):
    desk.open_paths([folder])
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == 8, timeout=WAIT_MS)
    wait_for_all(qtbot, desk, 8)
    item = named(desk, "3.png")
    behind = item.reading
    workspace.select(item)
    qtbot.waitUntil(lambda: item.radiograph is not None, timeout=WAIT_MS)
    qtbot.wait(50)
    assert item.reading is behind or item.reading.prediction is behind.prediction
    qtbot.waitUntil(lambda: desk.reading._lane.is_idle, timeout=WAIT_MS)  # it may be explained

    workspace.update(item, reading=None)  # the room scores what is on screen
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    assert item.reading.prediction.best().probability == behind.prediction.best().probability


def test_it_gives_way_at_once_and_takes_up_the_rest(qtbot, desk, window, sign, gate, folder):
    desk.open_paths([folder])
    workspace, work = desk.state.workspace, desk.catching_up
    # It may have begun and given way again to what came on screen.
    qtbot.waitUntil(lambda: bool(gate.begun) and work._item is not None, timeout=WAIT_MS)
    assert sign.isVisible()
    assert sign.text().endswith(" of 8 processed")
    begun, times = work._item, len(gate.begun)
    assert begun is not workspace.current

    other = next(i for i in workspace.items if i not in (begun, workspace.current))
    workspace.select(other)
    assert work._item is None  # in the same turn of the event loop
    assert not work._lane.is_open("score the rest")
    # Once all is quiet again.
    qtbot.waitUntil(lambda: len(gate.begun) > times, timeout=WAIT_MS)
    assert other.reading is not None or other.status is Status.FAILED
    assert begun.reading is None

    begun = len(gate.begun)
    window.image.greys_changed.emit()  # somebody drags the window
    assert work._item is None
    qtbot.waitUntil(lambda: len(gate.begun) > begun, timeout=WAIT_MS)
    gate.open.set()
    wait_for_all(qtbot, desk, 8)


def test_a_click_lets_it_rest_and_another_one_goes_on(qtbot, desk, window, sign, gate, folder):
    desk.open_paths([folder])
    work = desk.catching_up
    qtbot.waitUntil(lambda: bool(gate.begun), timeout=WAIT_MS)
    sign.click()
    assert work.is_paused
    assert sign.text().endswith("processed, paused")
    assert window.actions_by_id["pause-scoring"].isChecked() is False  # ticked as menus open
    window.actions_by_id.tick()
    assert window.actions_by_id["pause-scoring"].isChecked()
    gate.open.set()
    done, begun = work.done, len(gate.begun)
    qtbot.wait(150)
    assert len(gate.begun) == begun
    assert work.done <= done + 1  # what is on screen
    sign.click()
    wait_for_all(qtbot, desk, 8)
    assert not sign.isVisible()


def test_it_waits_for_the_choice_of_the_settings(qtbot, desk, window, sign, gate, folder):
    gate.open.set()
    settings, workspace = desk.state.settings, desk.state.workspace
    settings.set(SCORES, "received")
    desk.open_paths([folder / "0.png", folder / "1.png"])
    qtbot.waitUntil(lambda: workspace.items[0].reading is not None, timeout=WAIT_MS)
    desk._received((folder / "2.png",))
    qtbot.waitUntil(lambda: len(workspace.items) == 3, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: named(desk, "2.png").reading is not None, timeout=WAIT_MS)
    assert named(desk, "1.png").reading is None
    settings.set(SCORES, "none")
    assert desk.catching_up.total == 0
    settings.set(SCORES, "all")
    wait_for_all(qtbot, desk, 3)
    assert named(desk, "1.png").reading is not None


def test_another_model_scores_all_of_them_again(qtbot, desk, window, folder, tmp_path):
    from tests.support.bundles import write_tiny_bundle

    write_tiny_bundle(tmp_path / "shipped" / "tiny-2", id="tiny-2")
    desk.list_models()
    desk.open_paths([folder / "0.png", folder / "1.png"])
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == 2, timeout=WAIT_MS)
    wait_for_all(qtbot, desk, 2)
    desk.state.models.set_active("tiny-2")
    assert desk.catching_up.done < 2

    def ids():
        return {i.reading.prediction.model_id for i in workspace.items if i.reading is not None}

    wait_for_all(qtbot, desk, 2)
    assert ids() == {"tiny-2"}


def test_a_model_that_cannot_be_opened_is_told_once(qtbot, desk, window, folder, monkeypatch):
    from engine.errors import ModelError

    def refuse(*_model):
        raise ModelError("the copy cannot be opened")

    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    monkeypatch.setattr(catching_up_tasks.tasks, "open_stored_model", refuse)
    told = []
    desk.catching_up.failed.connect(told.append)
    desk.open_paths([folder])
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    qtbot.wait(200)
    assert len(told) == 1
    assert desk.catching_up.done < 8
