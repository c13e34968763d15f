"""Results as JSON and maps as NPY, saved from the window; the same as the command line writes."""

import json

import numpy as np
import pytest

from desktop.cli.commands import run_command_line
from tests.gui.conftest import WAIT_MS

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture
def explained(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    return item


def save(qtbot, window, desk, command_id, path):
    offered = []

    def answer(_folder, name):
        offered.append(name)
        return path

    window.prompts.ask_result_to_save = window.prompts.ask_map_to_save = answer
    with qtbot.waitSignal(desk.exporting.saved, timeout=WAIT_MS):
        window.actions_by_id[command_id].trigger()
    return offered[0]


def test_a_result_is_the_document_of_the_command_line(
    qtbot, window, desk, explained, tmp_path, store
):
    path = tmp_path / "saved.json"
    assert save(qtbot, window, desk, "save-result", path) == "bright.result.json"
    told = json.loads(path.read_text("utf-8"))

    bundle = store.list()[0].path
    method = explained.explanation.method
    arguments = ["explain", explained.path, "--model", bundle, "--method", method, "--cpu"]
    if explained.explanation.layer is not None:
        arguments += ["--layer", explained.explanation.layer]
    assert run_command_line([str(a) for a in [*arguments, "--out", tmp_path / "cli"]]) == 0
    (there,) = (tmp_path / "cli").glob("*.json")
    other = json.loads(there.read_text("utf-8"))

    assert told.pop("frame") == 0
    assert told.keys() == other.keys()
    assert told["explanation"].keys() == other["explanation"].keys()
    for name in ("file", "sha256", "admission", "override", "notes"):
        assert told[name] == other[name], name
    assert told["prediction"]["classes"] == other["prediction"]["classes"]
    for name in ("method", "target", "layer", "map_shape", "conventions", "map_max"):
        assert told["explanation"][name] == other["explanation"][name], name


def test_a_map_is_saved_with_its_signed_numbers(qtbot, window, desk, explained, tmp_path):
    path = tmp_path / "map.npy"
    name = save(qtbot, window, desk, "save-map", path)
    assert name == f"bright.{explained.explanation.method}.npy"
    assert np.array_equal(np.load(path), explained.explanation.map)


def test_in_privacy_mode_the_name_offered_says_nothing(qtbot, window, desk, explained, tmp_path):
    desk.state.workspace.privacy.set_on(True)
    path = tmp_path / "x.json"
    assert save(qtbot, window, desk, "save-result", path) == "image.result.json"


def test_a_place_that_takes_nothing_is_told(qtbot, window, desk, explained, tmp_path):
    (tmp_path / "file").write_text("no folder")
    window.prompts.ask_map_to_save = lambda _folder, _name: tmp_path / "file" / "x.npy"
    window.actions_by_id["save-map"].trigger()
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert "could not be written" in window.notice._text.text()
