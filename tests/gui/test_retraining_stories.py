"""Retraining from the window with trainers in processes of their own, pretended and real."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.retraining import run_folder
from desktop.retraining import trainer as program
from desktop.views.retraining.file_list import FileList
from desktop.views.retraining.retraining_window import CHECK, RUNS, TRAINING, RetrainingWindow
from desktop.views.retraining.step_list import StepState
from tests.conftest import ROOT
from tests.gui.conftest import WAIT_MS
from tests.gui.test_retraining_window import NoPrompts, page, texts
from tests.support.retrains import TINY

pytestmark = [
    pytest.mark.gui,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.skipif(sys.platform == "win32", reason="a script as a program"),
]
LONG_MS = 300_000


@pytest.fixture
def pretended(tmp_path, monkeypatch):
    file = tmp_path / "whyray-trainer"
    script = ROOT / "tests" / "support" / "pretended_trainer.py"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    file.chmod(0o755)
    monkeypatch.setenv(program.CHOSEN, str(file))
    monkeypatch.setenv("PRETENDED_EPOCH_S", "0.8")  # a window must see some of them


@pytest.fixture
def open_window(qtbot, desk):
    """Gives a new window over the desk; every training is ended and deleted in the end."""
    desk.list_models()
    qtbot.waitUntil(lambda: bool(desk.state.models.active_id), timeout=WAIT_MS)
    desk.retraining.follow()

    def make():
        window = RetrainingWindow(desk, NoPrompts())
        qtbot.addWidget(window)
        window.admits = lambda _administration, _parent, _what: True
        window.ask_cancel = lambda _parent, _name: True
        window.ask_delete = lambda _parent, _name, *, is_alive: True
        window.show()
        return window

    yield make
    for run in desk.retraining.runs():
        desk.retraining.delete(run.id)
    qtbot.waitUntil(lambda: not desk.retraining.runs(), timeout=WAIT_MS)


def write_films(folder: Path, **counts: int) -> Path:
    """Pictures of two kinds that can be told apart, one patient each."""
    random = np.random.default_rng(1)
    for label, count in counts.items():
        (folder / label).mkdir(parents=True)
        for number in range(count):
            pixels = random.integers(20, 200, (64, 64), dtype=np.uint8)
            if label == "opacity":
                pixels[20:40, 10:30] = 230
            Image.fromarray(pixels).save(folder / label / f"{label}-{number}.png")
    return folder


def check(qtbot, window, *folders):
    window.images.add(folders)
    qtbot.waitUntil(window.next.isEnabled, timeout=WAIT_MS)
    window.next.click()
    is_answered = lambda: window._look is not None or not window._waits_for  # noqa: E731
    qtbot.waitUntil(is_answered, timeout=LONG_MS)


def begin(qtbot, window, folder, name="obeys"):
    check(qtbot, window, folder)
    window.next.click()
    window.start.name.setText(name)
    window.start.name.setModified(True)
    window.next.click()
    qtbot.waitUntil(lambda: page(window) == TRAINING, timeout=WAIT_MS)
    return window._run_id


def state_of(desk, run_id):
    run = desk.retraining.run(run_id)
    return None if run is None else run.state


@pytest.mark.alone
def test_a_window_closed_over_a_training_finds_it_again(
    qtbot, desk, open_window, pretended, tmp_path
):
    window = open_window()
    run_id = begin(qtbot, window, write_films(tmp_path / "films", clear=3, opacity=3))
    qtbot.waitUntil(lambda: "Round (epoch) 2" in texts(window.training), timeout=WAIT_MS)
    window.close()
    again = open_window()

    assert page(again) == TRAINING
    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.FINISHED, timeout=WAIT_MS)
    assert "The new model is ready" in texts(again.training)
    assert again.next.text() == "See the result"


@pytest.mark.alone
def test_a_training_is_paused_gone_on_with_and_cancelled(
    qtbot, desk, open_window, pretended, tmp_path
):
    window = open_window()
    run_id = begin(qtbot, window, write_films(tmp_path / "films", clear=3, opacity=3))
    qtbot.waitUntil(window.training.pause.isVisible, timeout=WAIT_MS)
    window.training.pause.click()
    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.PAUSED, timeout=WAIT_MS)
    window.training.go_on.click()
    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.RUNNING, timeout=WAIT_MS)
    window.training.cancel.click()
    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.CANCELLED, timeout=WAIT_MS)

    assert "You cancelled it" in texts(window.training)
    window.show_page(RUNS)
    window.runs.delete.click()
    qtbot.waitUntil(lambda: window.runs.table.topLevelItemCount() == 0, timeout=WAIT_MS)


@pytest.mark.alone
def test_a_training_that_dies_says_so_and_goes_on(qtbot, desk, open_window, pretended, tmp_path):
    window = open_window()
    run_id = begin(qtbot, window, write_films(tmp_path / "films", clear=3, opacity=3), "dies")
    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.INTERRUPTED, timeout=WAIT_MS)
    assert "Something ended the training" in texts(window.training)
    assert window.steps.state_of(TRAINING) is StepState.BLOCKED
    window.training.go_on.click()

    qtbot.waitUntil(lambda: state_of(desk, run_id) == run_folder.FINISHED, timeout=WAIT_MS)


@pytest.mark.training
@pytest.mark.slow
def test_a_model_is_trained_from_folders_by_the_real_trainer(
    qtbot, desk, open_window, tmp_path, monkeypatch
):
    pytest.importorskip("tensorflow", reason="needs the dependency group train")
    monkeypatch.delenv(program.CHOSEN, raising=False)
    lonely = write_films(tmp_path / "lonely", clear=12)
    (lonely / "opacity").mkdir()
    window = open_window()
    check(qtbot, window, lonely)
    assert "All images are clear: there is nothing to tell apart." in texts(window.check)
    assert not window.next.isEnabled()

    window.back.click()
    window.sources.remove(lonely)
    films = write_films(tmp_path / "films", clear=24, opacity=24)
    (films / "clear" / "broken.png").write_bytes(b"no picture")
    check(qtbot, window, films)
    assert page(window) == CHECK
    assert "1 file" in texts(window.check)
    listed = next(w.listed for w in window.check.findChildren(FileList))
    assert listed.rows[0][0].endswith("broken.png")
    window.next.click()
    window.start._points["anew"].click()
    qtbot.waitUntil(lambda: window.start.network.findData("cnn-small") > 0, timeout=LONG_MS)
    window.start.network.setCurrentIndex(window.start.network.findData("cnn-small"))
    for name, value in (TINY | {"schedule.epochs": 2}).items():
        window.expert.rows[name].field.setText(str(value))
    window.next.click()
    qtbot.waitUntil(lambda: page(window) == TRAINING, timeout=WAIT_MS)
    has_ended = lambda: not desk.retraining.run(window._run_id).is_alive  # noqa: E731
    qtbot.waitUntil(has_ended, timeout=LONG_MS)

    run = desk.retraining.run(window._run_id)
    assert run.state == run_folder.FINISHED, run.error
    assert len(run.epochs) == 2
    assert run.bundle is not None
    manifest = json.loads((run.bundle / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in manifest["classes"]] == ["opacity"]
    assert window.steps.state_of(TRAINING) is StepState.DONE
