"""``python -m training content-check``: the network that tells chest films from other pictures.

Needs the dependency group ``train``.
"""

import argparse
from pathlib import Path

from training.events import Events

SUMMARY = "train the check that tells frontal chest films from other pictures"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("table", type=Path, metavar="TABLE.csv", help="path,split,weight")
    parser.add_argument(
        "--measure", type=Path, metavar="TABLE.csv", help="path,set,should_pass,change"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="BUNDLE_DIR", help="bundle folder to write"
    )
    parser.add_argument("--count", type=int, default=26_000, help="pictures to draw")
    parser.add_argument("--epochs", type=int, default=6, help="times that each is shown")
    parser.add_argument("--seed", type=int, default=0, help="of everything random")
    parser.add_argument("--id", default="content-1", help="id of the bundle")
    parser.add_argument("--version", default="1", help="for people")
    parser.add_argument(
        "--source", default="not stated", help="where the pictures come from, with their licences"
    )
    parser.add_argument("--licence", default="not stated", help="of the weights, with attribution")
    parser.add_argument(
        "--remark",
        action="append",
        default=[],
        metavar="SENTENCE",
        help="what limits this network, for the card; may be repeated",
    )


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains and writes the bundle. Exit status 0."""
    from training.content.train import About, Plan, train_content

    given = arguments
    command = (
        f"python -m training content-check {given.table.name} --count {given.count}"
        f" --epochs {given.epochs} --seed {given.seed}"
    )
    about = About(
        id=given.id,
        version=given.version,
        source=given.source,
        licence=given.licence,
        remarks=tuple(given.remark),
        command=command,
    )
    plan = Plan(given.count, given.epochs, given.seed)
    manifest = train_content(given.table, given.measure, given.out, events, about, plan)
    events.done(bundle=str(given.out), id=manifest.id, rates=manifest.metrics["rates"])
    return 0
