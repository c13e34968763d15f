"""Searches: what is tried, shared by processes, and taken up after a kill."""

import csv
import json
import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")
pytest.importorskip("optuna", reason="needs the dependency group train")

from engine.errors import RequestError
from tests.conftest import ROOT
from tests.support.runs import Heard, phantom_folder, small_config
from training.commands import search as search_command
from training.config import read_config
from training.run.prepare import Folders
from training.run.search import _Search, configured, open_study, read_ranges, search, take_up

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
RANGES = {"network.dropout": [0.0, 0.3], "schedule.learning_rate": [1e-3, 1e-4]}


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    return phantom_folder(tmp_path_factory.mktemp("phantoms"), 40)


def searching(**options):
    return small_config(
        schedule={"epochs": 1}, search={"trials": 4, "ranges": RANGES, "sampler": "grid"} | options
    )


def trials_of(run: Path) -> list[dict[str, str]]:
    with (run / "trials.csv").open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def grid(phantoms, tmp_path_factory):
    """A whole search: its folders, the last event's facts, everything heard."""
    folders, heard = Folders((phantoms,), tmp_path_factory.mktemp("grid") / "run"), Heard()
    return folders, search(folders, searching(), "", heard), heard


def test_a_grid_tries_every_combination_once_and_keeps_the_best(grid):
    folders, facts, heard = grid
    rows = trials_of(folders.run)
    shares = [event["fraction"] for event in heard.all("progress")]
    tried = [(row["network.dropout"], row["schedule.learning_rate"]) for row in rows]

    assert len(tried) == len(set(tried)) == 4
    assert facts["best"] == max(float(row["value"]) for row in rows)
    best = read_config(Path(facts["configuration"]))
    assert best.network.dropout == facts["options"]["network.dropout"]
    assert not list(folders.run.glob("trial-*"))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_done_search_does_nothing_more(grid):
    folders, before, _ = grid
    heard = Heard()
    facts = search(folders, searching(), "", heard)

    assert facts["trials"] == before["trials"] == 4
    assert not heard.all("epoch")


@pytest.mark.parametrize(
    "ranges",
    [
        {},
        {"network.dropout": []},
        {"network.dropout": [2.0]},
        {"network.nonsense": [1]},
        {"dropout": [0.1]},
        {"network.dropout": {"low": 0.0, "high": 3.0}},
        {"network.dropout": {"low": 0.0, "high": 0.3}},  # no grid over a span
        {"recipe.height": [32, 48]},  # the pictures are fitted once
        {"data.val_share": [0.2, 0.3]},  # and divided once
        {"schedule.seed": [1, 2]},
        {"evaluation.calibration": ["platt", "isotonic"]},  # no trial gets so far
    ],
)
def test_impossible_ranges_are_refused_before_anything_is_trained(ranges):
    with pytest.raises(RequestError):
        read_ranges(searching(ranges=ranges))


def test_configured_replaces_options_and_checks_them():
    assert configured(searching(), {"network.l2": 0.1}).network.l2 == 0.1
    with pytest.raises(RequestError):
        configured(searching(), {"network.l2": -1.0})


def test_a_trial_is_worth_what_the_network_kept_of_it_is(phantoms, tmp_path):
    config = small_config(
        schedule={"epochs": 4, "learning_rate": 0.02, "watch": "loss"},
        search={"trials": 1, "ranges": {"network.l2": [0.0]}, "sampler": "random"},
    )
    heard = Heard()
    facts = search(Folders((phantoms,), tmp_path / "run"), config, "", heard)
    epochs = heard.all("epoch")
    kept = min(epochs, key=lambda event: event["val_loss"])

    assert facts["best"] == kept["auc"]


def test_equal_options_tried_at_once_have_folders_of_their_own(tmp_path):
    work = _Search(None, searching(), RANGES, tmp_path, Heard(), 0.0)
    study = open_study(str(tmp_path / "study.journal"), searching(sampler="random"), {})
    chosen = {"network.dropout": 0.3}
    folders = {work._folder_of(study.ask(), chosen) for _ in range(2)}

    assert len(folders) == 2


def test_what_a_dead_process_left_is_taken_up_by_one_of_two(tmp_path, monkeypatch):
    storage = str(tmp_path / "study.journal")
    first, second = (open_study(storage, searching(sampler="random"), {}) for _ in range(2))
    left = first.ask()
    left.suggest_float("network.dropout", 0.0, 0.5)
    left.set_user_attr("host", socket.gethostname())
    left.set_user_attr("process", 0)  # nobody's
    left.set_user_attr("folder", "trial-0-abc")
    seen = second.get_trials()
    monkeypatch.setattr(second, "get_trials", lambda **_: seen)  # it looked before the first told

    assert take_up(first) == [0]
    assert take_up(second) == []
    again = first.ask()
    assert again.user_attrs["folder"] == "trial-0-abc"
    assert again.suggest_float("network.dropout", 0.0, 0.5) == left.params["network.dropout"]


def test_a_killed_search_goes_on_with_the_trial_it_was_at(phantoms, tmp_path):
    run = tmp_path / "run"
    command = _command(phantoms, run, epochs=100, trials=2)
    with _started(command) as child:
        for line in child.stdout:
            event = json.loads(line)
            if event["event"] == "epoch" and event["number"] >= 2:
                child.send_signal(signal.SIGKILL)
                break
        child.wait(timeout=60)
    (left,) = run.glob("trial-*")
    done = len(json.loads(next(left.glob("seed-*/state.json")).read_text())["epochs"])

    study = open_study(str(run / "study.journal"), searching(sampler="random"), {})
    assert [trial.state.name for trial in study.get_trials()] == ["RUNNING"]
    parser, heard = ArgumentParser(), Heard()
    search_command.add_arguments(parser)
    assert search_command.run(parser.parse_args(command[4:]), heard) == 0
    events, rows = heard.all(), trials_of(run)

    assert events[-1]["event"] == "done"
    epochs = (event for event in events if event["event"] == "epoch")
    first = next(event for event in epochs if not event.get("is_again"))
    assert first["number"] == done + 1
    assert [row["state"] for row in rows] == ["fail", "complete", "complete"]
    assert rows[0]["network.l2"] == rows[1]["network.l2"]


@pytest.mark.alone
def test_two_processes_share_one_study(phantoms, tmp_path):
    journal = tmp_path / "shared.journal"
    shared = ["--storage", str(journal)]
    children = [
        _started([*_command(phantoms, tmp_path / f"run{n}", epochs=1, trials=500), *shared])
        for n in (1, 2)
    ]
    measured = [set(islice(_trials_told(child), 2)) for child in children]
    for child in children:
        child.send_signal(signal.SIGTERM)
    for child in children:
        child.communicate(timeout=120)

    study = open_study(str(journal), small_config(), {})
    complete = {trial.number for trial in study.get_trials() if trial.state.name == "COMPLETE"}
    assert [len(own) for own in measured] == [2, 2]
    assert not measured[0] & measured[1]
    assert measured[0] | measured[1] <= complete


def _trials_told(child: subprocess.Popen) -> Iterator[int]:
    events = (json.loads(line) for line in child.stdout)
    return (event["trial"] for event in events if event["event"] == "metric")


def _command(data: Path, run: Path, *, epochs: int, trials: int) -> list[str]:
    options = {
        "recipe.height": 32,
        "recipe.width": 32,
        "schedule.epochs": epochs,
        "schedule.patience": 3 if epochs > 1 else 50,
        "schedule.learning_rate": 0.0 if epochs > 1 else 1e-3,
        "schedule.batch": 8,
        "search.trials": trials,
        "search.sampler": "random",
        "search.ranges.network.l2": "[0.0, 1e-4, 1e-3]",
    }
    sets = [part for key, value in options.items() for part in ("--set", f"{key}={value}")]
    command = [sys.executable, "-m", "training", "search", "--data", str(data)]
    return [*command, "--run", str(run), *sets]


def _started(command: list[str]) -> subprocess.Popen:
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
