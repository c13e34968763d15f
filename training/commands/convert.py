"""``python -m training convert``: an existing Keras file in, a checked bundle out.

Needs the dependency group ``train``.
"""

import argparse
from pathlib import Path

from engine.bundle.answers import NUMBERED, Answers, names_from, numbers_from, size_from
from engine.bundle.recipe import FITS, LAYOUTS, SCALINGS
from engine.errors import ForeignModelError
from training.events import Events

SUMMARY = "turn an existing .keras or .h5 model into a checked bundle"
_SPOKEN = ("id", "version", "complement", "purpose", "not_for", "licence")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a .keras or whole-model .h5 file")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="BUNDLE_DIR", help="bundle folder to write"
    )
    parser.add_argument(
        "--images",
        type=Path,
        metavar="DIR",
        help="radiographs on which Keras and the bundle are compared (default: phantoms)",
    )
    asked = parser.add_argument_group("what the file may not tell")
    asked.add_argument(
        "--classes",
        metavar="A,B,...",
        help='class names in output order, a .json or .txt file with them, or "numbered"',
    )
    asked.add_argument(
        "--activation", choices=("sigmoid", "softmax"), help="for networks ending in logits"
    )
    asked.add_argument(
        "--scaling",
        choices=(*SCALINGS, "mean-std"),
        help="0..1, -1..1, 0..255, -1024..1024, ImageNet's, or --mean and --deviation",
    )
    asked.add_argument("--mean", metavar="X,...", help="per channel, of greys 0..1")
    asked.add_argument("--deviation", metavar="X,...", help="per channel, of greys 0..1")
    asked.add_argument("--size", metavar="HxW", help="input height and width")
    asked.add_argument("--channels", type=int, choices=(1, 3), help="input channels")
    asked.add_argument("--fit", choices=FITS, help="how other aspect ratios are fitted")
    asked.add_argument("--layout", choices=LAYOUTS, help="of the bundle's input (default: nhwc)")
    told = parser.add_argument_group("what is told to people")
    told.add_argument("--name", help="name for people (default: the file's)")
    told.add_argument("--id", help="id of the bundle (a-z, 0-9, dot, dash)")
    told.add_argument("--version", help="for people")
    told.add_argument("--complement", help="one neuron: the name of the finding's absence")
    told.add_argument("--purpose", help="what the model is for")
    told.add_argument("--not-for", help="what it is not for")
    told.add_argument("--licence", help="of the weights")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Converts. Exit status 0; errors are raised, open questions with their flags."""
    from training.export.bundle import command_line
    from training.export.conversion import Stated, convert_file

    told = {n: getattr(arguments, n) for n in _SPOKEN if getattr(arguments, n) is not None}
    stated = Stated(**told, reproduce=command_line(_typed(arguments)))
    try:
        manifest = convert_file(
            arguments.file,
            arguments.out,
            _answers(arguments),
            stated=stated,
            images=arguments.images,
            report=events.progress,
        )
    except ForeignModelError as error:
        error.hint = "; ".join(f"--{_flag(n)}: {why}" for n, why in error.questions.items())
        raise
    parity = manifest.metrics["parity"]
    events.done(
        bundle=str(arguments.out),
        id=manifest.id,
        task=manifest.task,
        read_by=manifest.made_with["read by"],
        parity={key: parity[key] for key in ("probability", "layer", "layers", "compared_on")},
    )
    return 0


def _answers(arguments: argparse.Namespace) -> Answers:
    classes = arguments.classes
    return Answers(
        classes=classes if classes in (None, NUMBERED) else names_from(classes),
        activation=arguments.activation,
        scaling=arguments.scaling,
        mean=numbers_from(arguments.mean, "--mean"),
        deviation=numbers_from(arguments.deviation, "--deviation"),
        size_hw=size_from(arguments.size),
        channels=arguments.channels,
        layout=arguments.layout,
        fit=arguments.fit,
        name=arguments.name,
    )


def _flag(question: str) -> str:
    return "size" if question == "size_hw" else question


def _typed(arguments: argparse.Namespace) -> list[str]:
    """The arguments again, output and image folders left to whoever repeats it."""
    given = ["convert", arguments.file.name, "--out", "BUNDLE"]
    for name, value in sorted(vars(arguments).items()):
        if name not in ("file", "out", "images", "command") and value is not None:
            given += [f"--{name.replace('_', '-')}", str(value)]
    return given
