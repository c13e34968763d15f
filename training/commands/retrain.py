"""``python -m training retrain RUN``: the candidate of a run's folder; goes on after a kill."""

import argparse
from pathlib import Path

from training.events import Events

SUMMARY = "train the candidate of a run that the window has planned, or go on with it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("run", type=Path, metavar="RUN", help="folder with plan.json")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains. Exit status 0."""
    from training.retrain.retrain import retrain

    events.done(**retrain(arguments.run, events))
    return 0
