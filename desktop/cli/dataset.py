"""``whyray dataset``: handed to the training side, a process of its own."""

import argparse

from desktop.cli.training_process import run_training

HELP = "count images, classes, patients, doubles and shortcut risks before training"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The training side parses its own arguments; here only the overview is shown."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="see `whyray dataset --help`")


def run(arguments: list[str]) -> int:
    """Runs the child process and returns its exit status."""
    return run_training("dataset", arguments)
