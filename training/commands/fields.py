"""``python -m training fields``: a network that finds lung and heart fields.

Needs the dependency group ``train``.
"""

import argparse
from pathlib import Path

from training.events import Events

SUMMARY = "train a network that finds lung and heart fields, from films with masks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "table", type=Path, metavar="TABLE.csv", help="path,mask,structure,split (train|val|test)"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="BUNDLE_DIR", help="bundle folder to write"
    )
    parser.add_argument("--side", type=int, default=128, help="of the input, a multiple of 16")
    parser.add_argument("--epochs", type=int, default=60, help="times that each film is shown")
    parser.add_argument("--seed", type=int, default=0, help="of everything random")
    parser.add_argument("--id", default="lung-unet-1", help="id of the bundle")
    parser.add_argument("--name", default="Lung fields", help="for people")
    parser.add_argument(
        "--source", default="not stated", help="where films and masks come from, with licences"
    )
    parser.add_argument("--licence", default="not stated", help="of the weights, with attribution")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains and writes the bundle. Exit status 0."""
    from training.fields.train import About, train_fields

    given = arguments
    command = (
        f"python -m training fields {given.table.name} --side {given.side}"
        f" --epochs {given.epochs} --seed {given.seed}"
    )
    about = About(
        given.id, given.name, given.source, given.licence, command,
        given.side, given.epochs, given.seed,
    )  # fmt: skip
    manifest = train_fields(given.table, given.out, events, about)
    events.done(bundle=str(given.out), id=manifest.id, dice=manifest.metrics["dice"])
    return 0
