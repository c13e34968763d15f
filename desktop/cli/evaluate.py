"""``whyray evaluate``: handed to the training side, a process of its own."""

import argparse

from desktop.cli.training_process import run_training

HELP = "measure a model on labelled radiographs, with intervals, subgroups and pictures"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The training side parses its own arguments; here only the overview is shown."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="see `whyray evaluate --help`")


def run(arguments: list[str]) -> int:
    """Runs the child process and returns its exit status."""
    return run_training("evaluate", arguments)
