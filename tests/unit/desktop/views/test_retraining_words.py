"""What the retrain window says of times, rounds and states; and the ticks of its charts."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.retraining import run_folder
from desktop.retraining.plan import PRESETS
from desktop.views.retraining import words
from desktop.views.retraining.chart import nice_ticks
from desktop.views.retraining.runs_page import auc_words, begun_at
from tests.support.retraining import a_run

HERE = Path("runs")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "under a minute"), (59.4, "under a minute"), (60, "1 min"), (3569, "59 min"),
        (3600, "1 h 00 min"), (7500, "2 h 05 min"), (3 * 86400, "3 days"),
    ],
)  # fmt: skip
def test_times_are_told_roughly(seconds, text):
    assert words.time_words(seconds) == text


@pytest.mark.parametrize("state", run_folder.STATES)
def test_every_state_has_its_words(state):
    run = a_run(HERE, state, 3)

    assert words.state_words(state)
    assert words.stage_words(run)


@pytest.mark.parametrize("stage", run_folder.STAGES)
def test_every_stage_has_its_words(stage):
    run = a_run(HERE, run_folder.RUNNING, 3, stage=stage)

    assert words.stage_words(run)
    assert ("Round (epoch) 4" in words.epoch_words(run)) == (
        stage in ("starting", "reading", "fitting")
    )


def test_presets_have_names_and_meanings():
    assert set(words.PRESET_NAMES) == set(words.PRESET_WORDS) == set(PRESETS)


def test_the_time_left_is_told_only_while_it_runs_and_is_not_done():
    run = a_run(HERE, run_folder.RUNNING, 3)

    assert words.left_words(run) == "about 25 min left, often less"
    assert words.left_words(replace(run, seconds_left=54.0)) == "under a minute"
    assert words.left_words(replace(run, fraction=1.0)) == ""
    assert words.left_words(replace(run, state=run_folder.PAUSED)) == ""
    assert words.left_words(replace(run, seconds_left=None)) == ""


def test_a_result_has_its_interval_or_a_dash():
    run = a_run(HERE, run_folder.FINISHED, 3)

    assert auc_words(run) == "\u2013"
    told = replace(run, result={"auc": {"value": 0.912, "low": 0.85, "high": 0.96}})
    assert auc_words(told) == "0.91 (0.85 to 0.96)"
    assert auc_words(replace(run, result={"auc": {"value": None}})) == "\u2013"


def test_a_run_tells_its_beginning_by_its_name():
    assert begun_at(a_run(HERE, run_folder.FINISHED, 3)).utctimetuple()[:5] == (
        2026, 11, 21, 20, 15,
    )  # fmt: skip
    assert begun_at(a_run(HERE, run_folder.FINISHED, 3, id="other")) is None


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.0, 1.0, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (0.0, 0.63, (0.0, 0.2, 0.4, 0.6, 0.8)),
        (1.0, 60.0, (0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0)),
    ],
)
def test_ticks_are_round_and_hold_what_is_between_them(low, high, ticks):
    assert nice_ticks(low, high) == pytest.approx(ticks)
