"""What a comparison leaves on the disk, and how its refusals are told in the window."""

import json
from pathlib import Path

import pytest

from desktop.jobs.evidence import SCHEMA
from desktop.jobs.model_comparison_tasks import (
    _REFUSALS,
    Rivals,
    _failure,
    read_judgement,
    write_evidence,
)
from engine.bundle.manifest import ClassInfo
from engine.errors import OutputError
from engine.language import Said
from tests.support.bundles import tiny_manifest
from training.compare.leaks import Seen, without_leaks
from training.compare.matching import match_classes
from training.data.sample import Sample
from training.refusals import Refused

FILM = Sample(Path("a.png"), ("bright",), "p")


def _classes(*names: str, **changes):
    infos = tuple(ClassInfo(name) for name in names)
    return tiny_manifest(classes=infos, **changes)


def _softmax(*names: str):
    return _classes(*names, task="multiclass", activation="softmax", complement=None)


REFUSED = [
    lambda: match_classes(_classes("bright"), _classes("dark"), [FILM]),
    lambda: match_classes(_softmax("bright", "dark"), _softmax("bright", "grey"), [FILM]),
    lambda: match_classes(_classes("dim"), _classes("dim"), [FILM]),
    lambda: without_leaks([FILM], Seen("table", samples=(FILM,)), Seen("nothing")),
]


@pytest.mark.parametrize("ask", REFUSED)
def test_refusals_of_the_training_side_are_told_in_translatable_words(ask):
    with pytest.raises(Refused) as raised:
        ask()
    told = raised.value
    event = {"event": "error", "code": told.code, "message": str(told), "facts": told.facts}
    error = _failure(event, 2)

    assert told.code in _REFUSALS
    assert isinstance(error.message, Said)
    assert all(str(fact) in error.message for fact in told.facts.values())


def test_what_the_window_does_not_know_is_told_in_the_trainer_s_words():
    event = {"event": "error", "code": "E_NEW", "message": "something new", "hint": "do this"}
    error = _failure(event, 2)

    assert (error.message, error.hint) == ("something new", "do this")


def test_a_child_that_was_killed_is_told_with_its_status():
    assert "-9" in _failure({"event": "progress", "fraction": 0.5}, -9).message


def _rivals(folder: Path) -> Rivals:
    return Rivals(folder / "old", folder / "new", folder / "t.csv", folder)


def test_evidence_of_another_measurement_is_not_believed(tmp_path):
    (tmp_path / "comparison.json").write_text(json.dumps({"schema": 1, "made": "yesterday"}))
    write_evidence(tmp_path, {"schema": SCHEMA, "trust": None})
    assert read_judgement(_rivals(tmp_path)).evidence is not None
    (tmp_path / "comparison.json").write_text(json.dumps({"schema": 1, "made": "today"}))

    assert read_judgement(_rivals(tmp_path)).evidence is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": 99}'])
def test_a_damaged_comparison_counts_as_none(tmp_path, text):
    (tmp_path / "comparison.json").write_text(text)

    assert read_judgement(_rivals(tmp_path)) is None


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(OutputError):
        write_evidence(tmp_path / "gone", {"schema": SCHEMA})
