"""``whyray phantom``: handed to the training side, a process of its own."""

import argparse

from desktop.cli.training_process import run_training

HELP = "make synthetic radiographs with exact lesion and anatomy masks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The training side parses its own arguments; here only the overview is shown."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="see `whyray phantom --help`")


def run(arguments: list[str]) -> int:
    """Runs the child process and returns its exit status."""
    return run_training("phantom", arguments)
