"""The training side's commands are known by name without importing it."""

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
