"""``python -m training train``: images in, a checked bundle out.

Needs the dependency group ``train``.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from training.config import TrainingConfig, read_config
from training.events import Events

NEEDED = ("tensorflow", "keras", "tf2onnx", "sklearn")  # the dependency group ``train``
SUMMARY = "train a model on labelled radiographs and write it as a bundle"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="labels.csv, or one folder per class",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="BUNDLE_DIR", help="bundle folder to write"
    )
    parser.add_argument(
        "--config", type=Path, metavar="TOML", help="the whole run; the options below override it"
    )
    parser.add_argument("--id", help="id of the bundle (a-z, 0-9, dot, dash)")
    parser.add_argument("--name", help="name for people")
    parser.add_argument("--label", help="the label that means: finding present")
    parser.add_argument("--epochs", type=int, metavar="N", help="at most")
    parser.add_argument(
        "--seed", type=int, metavar="S", help="of split, weights, order and augmentation"
    )


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains. Exit status 0, or 3 where TensorFlow is missing."""
    try:
        from training.train import train
    except ModuleNotFoundError as error:
        if str(error.name).split(".")[0] not in NEEDED:
            raise
        hint = "Install the training side: uv sync --group train"
        events.error("E_TRAINING_MISSING", f"training needs {error.name}, not installed here", hint)
        return 3
    facts = train(
        arguments.data, arguments.out, _config(arguments), _command(arguments), events.progress
    )
    events.done(**facts)
    return 0


def _config(arguments: argparse.Namespace) -> TrainingConfig:
    config = read_config(arguments.config) if arguments.config is not None else TrainingConfig()
    texts = {
        name: getattr(arguments, name)
        for name in ("id", "name", "label")
        if getattr(arguments, name) is not None
    }
    numbers = {
        name: getattr(arguments, name)
        for name in ("epochs", "seed")
        if getattr(arguments, name) is not None
    }
    return replace(config, **texts, schedule=replace(config.schedule, **numbers))


def _command(arguments: argparse.Namespace) -> list[str]:
    """The arguments again, data and output folder left to whoever repeats the run."""
    given = ["train", "--data", "DATA", "--out", "BUNDLE"]
    for name in ("config", "id", "name", "label", "epochs", "seed"):
        value = getattr(arguments, name)
        given += [f"--{name}", str(value)] if value is not None else []
    return given
