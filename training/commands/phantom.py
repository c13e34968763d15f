"""``python -m training phantom``: synthetic radiographs on disk. Needs no TensorFlow."""

import argparse
from pathlib import Path

from training.data.phantom import KINDS
from training.data.phantom.write import LABELS, PHOTOMETRICS, SEVERAL, write_phantoms
from training.events import Events

SUMMARY = "write synthetic chest radiographs with exact lesion and anatomy masks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to fill; empty or new"
    )
    parser.add_argument("--count", type=int, default=10, metavar="N", help="how many (default 10)")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="seed of the first; the others follow"
    )
    parser.add_argument(
        "--size", type=int, default=512, metavar="PX", help="side in pixels, 64..4096 (default 512)"
    )
    parser.add_argument(
        "--kind",
        choices=(*KINDS, SEVERAL),
        help="all of one kind, or several findings at once; otherwise half are clear, half ill",
    )
    parser.add_argument(
        "--photometric",
        choices=PHOTOMETRICS,
        help="all of one kind; otherwise one in five MONOCHROME1",
    )


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Writes the phantoms. Exit status 0, or 2 for impossible arguments."""
    if arguments.count < 1 or arguments.seed < 0 or not 64 <= arguments.size <= 4096:
        events.error(
            "E_REQUEST", "count >= 1, seed >= 0 and size 64..4096 are needed", "See --help."
        )
        return 2
    seeds = range(arguments.seed, arguments.seed + arguments.count)
    work = write_phantoms(
        arguments.out,
        seeds,
        size=arguments.size,
        kind=arguments.kind,
        photometric=arguments.photometric,
    )
    for done in work:
        events.progress(done / len(seeds), "drawing radiographs")
    events.done(folder=str(arguments.out), count=len(seeds), labels=str(arguments.out / LABELS))
    return 0
