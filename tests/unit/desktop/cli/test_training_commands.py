"""The training side's commands are known by name without importing it."""

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
