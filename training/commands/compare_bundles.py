"""``python -m training compare-bundles``: a new bundle beside the active one. No TensorFlow.

Exit status 0; 1 where images could not be read. Nothing is promoted.
"""

import argparse
from pathlib import Path

from engine.bundle.recommendation import Reason
from engine.bundle.recommendation_words import HEADLINES, reason_words
from engine.bundle.store import read_bundle
from training.events import Events

SUMMARY = "measure a new bundle beside the active one on the same images, and recommend"
_SPLITS = ("test", "val", "train", "all")
_SIDES = ("old", "new")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("old", type=Path, metavar="OLD", help="the bundle in use now")
    parser.add_argument("new", type=Path, metavar="NEW", help="the one that may take its place")
    parser.add_argument(
        "--data", type=Path, required=True, nargs="+", metavar="TABLE",
        help="labels.csv, split.csv of a run, or one folder per class; several are merged",
    )  # fmt: skip
    parser.add_argument(
        "--split", choices=_SPLITS, default="test",
        help="which images (default: test); 'all' for images of your own",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR",
        help="where comparison.json and comparison.html are written",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", type=int, default=2000, metavar="N", help="of the bootstrap (default: 2000)"
    )
    for side in _SIDES:
        parser.add_argument(
            f"--{side}-trained-on", type=Path, nargs="+", default=[], metavar="TABLE",
            help=f"tables of what {side.upper()} was trained with (train, val): such images are "
            "left out",
        )  # fmt: skip
    parser.add_argument(
        "--unseen-by", choices=_SIDES, nargs="+", default=[],
        help="these models were trained with none of the images: your word, told in the result",
    )  # fmt: skip


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Compares. Errors are raised."""
    from training.compare.comparison import Asked, compare_bundles
    from training.compare.write import PAGE, write_comparison

    asked = Asked(
        read_bundle(arguments.old), read_bundle(arguments.new), tuple(arguments.data),
        arguments.split, max(0, arguments.rounds),
        seen={side: getattr(arguments, f"{side}_trained_on") for side in _SIDES},
        vouched=frozenset(arguments.unseen_by),
    )  # fmt: skip
    found = {}
    for step in compare_bundles(asked):
        if isinstance(step, dict):
            found = step
        else:
            events.progress(step, "scoring with both models")
    events.progress(1.0, "writing the comparison")
    path = write_comparison(arguments.out, found)
    for _, why in found["data"]["unreadable"]:
        events.warning(f"not read: {why}")
    told = found["recommendation"]
    for name, entry in found["overall"].items():
        change = entry["difference"]
        events.metric(f"{name}, new minus old", change["value"], low=change["low"],
                      high=change["high"], on=arguments.split)  # fmt: skip
    reasons = [Reason(r["code"], r["effect"], r["figures"]) for r in told["reasons"]]
    events.done(
        comparison=str(path), page=str(arguments.out / PAGE), images=found["images"],
        patients=found["patients"], left_out=found["leaks"]["images"], verdict=told["verdict"],
        headline=str(HEADLINES[told["verdict"]]),
        reasons=[str(reason_words(reason)) for reason in reasons],
        codes=[reason.code for reason in reasons],
    )  # fmt: skip
    return 1 if found["data"]["unreadable"] else 0
