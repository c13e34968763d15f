"""``python -m training estimate PLAN.json``: how long a plan takes, from steps measured here."""

import argparse
from pathlib import Path

from training.events import Events

SUMMARY = "measure some steps of a planned retraining and tell how long all of it takes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="as the window writes it")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Measures. Exit status 0."""
    from training.retrain.estimate import estimate
    from training.retrain.order import read_order

    events.done(**estimate(read_order(arguments.plan), events))
    return 0
