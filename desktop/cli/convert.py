"""``whyray convert``: handed to the training side, a process of its own."""

import argparse

from desktop.cli.training_process import run_training

HELP = "turn an existing Keras file (.keras, .h5) into a checked bundle"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The training side parses its own arguments; here only the overview is shown."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="see `whyray convert --help`")


def run(arguments: list[str]) -> int:
    """Runs the child process and returns its exit status."""
    return run_training("convert", arguments)
