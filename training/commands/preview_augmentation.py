"""``python -m training preview-augmentation``: the variation of training images, to look at.

Needs the dependency group ``train``.
"""

import argparse
from pathlib import Path

from engine.bundle.intake import read_grey
from engine.errors import RequestError
from engine.files import atomic_write
from training.config import TrainingConfig, read_config
from training.data.index import index_sources
from training.events import Events

SUMMARY = "draw how a configuration varies training images: each kind alone, then all together"
_NEEDED = ("tensorflow", "keras", "matplotlib")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "image", type=Path, metavar="FILE", help="an image, or training data to take one from"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="PNG", help="picture to write")
    parser.add_argument("--config", type=Path, metavar="TOML", help="the run")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="of the draws (default 1)")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Draws the picture. Exit status 0, or 3 where TensorFlow or matplotlib is missing."""
    config = read_config(arguments.config) if arguments.config is not None else TrainingConfig()
    if arguments.seed < 0:
        raise RequestError(f"the seed is {arguments.seed}", hint="Allowed: 0 or more.")
    try:
        from training.data.preview import active_kinds, draw_preview
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in _NEEDED:
            raise
        hint = "Install the training side: uv sync --group train"
        events.error("E_TRAINING_MISSING", f"a preview needs {error.name}, not installed", hint)
        return 3
    image = arguments.image
    if image.is_dir() or image.suffix.lower() == ".csv":
        image = index_sources((image,), config.data)[0].path
    picture = draw_preview(read_grey(image), config.augmentation, config.recipe, arguments.seed)
    atomic_write(arguments.out, picture)
    events.image(arguments.out, "augmentation")
    events.done(picture=str(arguments.out), kinds=list(active_kinds(config.augmentation)))
    return 0
