"""The training side's commands are known by name without importing it."""

import io
import os

import pytest

from desktop.cli import training_process
from desktop.cli.commands import is_typo, known_commands
from desktop.cli.training_process import TRAINING_COMMANDS
from training.commands import COMMANDS


def test_every_command_of_the_training_side_is_handed_on():
    assert set(TRAINING_COMMANDS) == set(COMMANDS)
    assert set(TRAINING_COMMANDS) <= set(known_commands())


def test_a_command_spelled_almost_right_is_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert is_typo(["crossvalidat"])
    assert not is_typo(["film.png"])


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_ctrl_c_stops_the_training_side_and_hears_its_last_word(tmp_path, monkeypatch, capsys):
    child = tmp_path / "child"
    child.write_text(
        """#!/bin/sh
trap 'echo "{\\"event\\": \\"error\\", \\"message\\": \\"stopped on request\\"}"; exit 143' TERM
echo '{"event": "warning", "message": "at work"}'
while :; do sleep 0.05; done
"""
    )
    child.chmod(0o755)
    monkeypatch.setattr(training_process.sys, "executable", str(child))
    spoken = training_process._in_words

    def interrupted_once(event):
        monkeypatch.setattr(training_process, "_in_words", spoken)
        raise KeyboardInterrupt

    monkeypatch.setattr(training_process, "_in_words", interrupted_once)

    assert training_process.run_training("train", []) == 143
    assert "error: stopped on request" in capsys.readouterr().err


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def _shown(stream, events):
    progress = training_process._Progress(stream)
    for fraction, note in events:
        progress.show({"event": "progress", "fraction": fraction, "note": note})
    progress.end_line()
    return stream.getvalue()


WORK = [*((step / 1000, "reading") for step in range(1000)), (0.95, "writing")]


def test_in_a_file_long_work_takes_ten_lines_and_every_new_piece_one():
    lines = _shown(io.StringIO(), WORK).splitlines()

    assert lines[0] == "[  0.0 %] reading"
    assert lines[-1] == "[ 95.0 %] writing"
    assert len(lines) == 11


def test_a_terminal_keeps_one_line_for_each_piece_of_work():
    lines = _shown(_Terminal(), WORK).split("\n")

    assert [line.rpartition("\r")[2].strip() for line in lines] == [
        "[ 99.9 %] reading", "[ 95.0 %] writing", "",
    ]  # fmt: skip


def test_figures_are_told_in_words_and_tables_left_to_programs():
    words = training_process._in_words
    metric = {"event": "metric", "name": "f1", "value": 0.8965, "low": 0.8, "high": 0.95}

    assert words(metric | {"on": "test"}) == "f1: 0.896 (0.800 to 0.950), on: test"
    assert words({"event": "metric", "name": "ppv", "value": None}) == "ppv: undefined"
    spread = {"event": "metric", "name": "f1", "value": 0.5, "deviation": None, "on": "3 folds"}
    assert words(spread) == "f1: 0.500, on: 3 folds"
    done = {
        "event": "done", "best_epoch": 4, "auc": {"value": 0.5, "low": None, "high": None},
        "parity": {"layer": 1.23456e-06, "worst_layer": "conv"}, "warnings": ["A.", "B."],
        "overall": {"f1": {"value": 1.0}}, "variants": [{"id": "x"}],
    }  # fmt: skip
    assert words(done).splitlines() == [
        "done", "  best epoch: 4", "  auc: 0.500", "  parity: layer 1.235e-06, worst_layer conv",
        "  warnings: A.; B.",
    ]  # fmt: skip
    many = words({"event": "done", "warnings": ["A" * 50, "B" * 50]})
    assert many.splitlines() == ["done", "  warnings: ", f"    {'A' * 50}", f"    {'B' * 50}"]
