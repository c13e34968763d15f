"""``python -m training dataset``: what is in a data set, and what would go wrong. No TensorFlow.

The last event carries all facts; ``report`` among them is the same as text.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from engine.files import atomic_write
from training.config import TrainingConfig, read_config
from training.data.census.facts import take_census
from training.data.census.words import in_words
from training.events import Events

SUMMARY = "count images, classes, patients, doubles and shortcut risks before training"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "folders",
        type=Path,
        nargs="+",
        metavar="FOLDER",
        help="one folder per class (also below train, val, test), a folder with labels.csv, or a "
        "table; several are merged",
    )
    parser.add_argument("--picture", type=Path, metavar="PNG", help="also draw the charts")
    parser.add_argument("--json", action="store_true", help="facts only, without the text")
    parser.add_argument("--config", type=Path, metavar="TOML", help="of the run that is planned")
    parser.add_argument(
        "--patient-pattern",
        metavar="REGEX",
        help="its first group, searched in the file name, is the patient's id",
    )
    parser.add_argument(
        "--only", nargs="+", metavar="COLUMN=VALUE", help="rows of the table with these values"
    )


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Takes the census. Exit status 0, 1 where files could not be read, 3 without matplotlib."""
    config = _config(arguments)
    for step in take_census(arguments.folders, config):
        if isinstance(step, float):
            events.progress(step, "looking at images")
            continue
        facts, looks = step
    if arguments.picture is not None:
        try:
            from training.data.census.picture import draw_census
        except ModuleNotFoundError as error:
            if str(error.name).partition(".")[0] != "matplotlib":
                raise
            hint = "Install the training side: uv sync --group train"
            events.error("E_TRAINING_MISSING", "a picture needs matplotlib", hint)
            return 3
        atomic_write(arguments.picture, draw_census(facts, looks))
        events.image(arguments.picture, "the data set")
    text = {} if arguments.json else {"report": in_words(facts)}
    events.done(**facts, **text)
    return 1 if facts["unreadable"] or facts["problems"] else 0


def _config(arguments: argparse.Namespace) -> TrainingConfig:
    config = read_config(arguments.config) if arguments.config is not None else TrainingConfig()
    changes = {}
    if arguments.patient_pattern is not None:
        changes["patient_pattern"] = arguments.patient_pattern
    if arguments.only is not None:
        changes["only"] = tuple(arguments.only)
    return replace(config, data=replace(config.data, **changes))
