"""``python -m training look PLAN.json``: what a plan's images are, and whether it can be trained.

The last event carries the census (`training.data.census.facts`), ``parts`` (split -> label ->
images, as the run would divide them), ``refusals`` and ``warnings``, each with ``code``, ``facts``,
``message`` and ``hint``. Nothing is written but digests of the images.
"""

import argparse
from pathlib import Path

from training.events import Events

SUMMARY = "look at the images of a planned retraining: counts, doubles, leakage, what forbids it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="as the window writes it")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Looks. Exit status 0, also where the plan cannot be trained."""
    from training.retrain.look import look
    from training.retrain.order import read_order

    events.done(**look(read_order(arguments.plan), events))
    return 0
