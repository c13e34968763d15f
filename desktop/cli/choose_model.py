"""``--model M``: an id, a bundle or a bare ``.onnx`` file with the flags that it needs."""

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.installed_models import active_bundle
from desktop.paths import model_store
from engine.errors import RequestError

if TYPE_CHECKING:
    from engine.bundle.answers import Answers
    from engine.bundle.store import Bundle

_ACTIVATIONS = ("sigmoid", "softmax")


def add_model_argument(parser: argparse.ArgumentParser) -> None:
    """Adds ``--model`` and ``--cpu`` and the flags for bare files."""
    parser.add_argument(
        "--model",
        metavar="M",
        help="model id, id@version, digest, bundle folder, .whyray file or bare .onnx file "
        "(default: the active model)",
    )
    parser.add_argument("--cpu", action="store_true", help="do not use a GPU")
    add_answers(parser)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Adds the flags that answer what a bare ``.onnx`` file does not tell."""
    group = parser.add_argument_group("what a bare .onnx file may not tell")
    group.add_argument(
        "--classes",
        metavar="A,B,...",
        help='class names in output order, a .json or .txt file with them, or "numbered"',
    )
    group.add_argument("--activation", choices=_ACTIVATIONS, help="for graphs ending in logits")
    group.add_argument(
        "--scaling",
        choices=("unit", "symmetric", "byte", "xrv", "caffe", "imagenet", "mean-std"),
        help="0..1, -1..1, 0..255, -1024..1024, Keras' ResNets', ImageNet's, or --mean and"
        " --deviation",
    )
    group.add_argument("--mean", metavar="X,...", help="per channel, of greys 0..1")
    group.add_argument("--deviation", metavar="X,...", help="per channel, of greys 0..1")
    group.add_argument("--size", metavar="HxW", help="input height and width")
    group.add_argument("--channels", type=int, choices=(1, 3), help="input channels")
    group.add_argument("--layout", choices=("nchw", "nhwc"), help="order of the input's axes")
    group.add_argument(
        "--fit",
        choices=("stretch", "letterbox", "centre-crop"),
        help="how other aspect ratios are fitted (default: stretch)",
    )


def load_bundle(arguments: argparse.Namespace) -> "Bundle":
    """The bundle that ``--model`` names, verified; the active model where it is not given."""
    from engine.bundle.store import read_bundle

    wanted = arguments.model
    if wanted is None:
        return active_bundle()
    path = Path(wanted)
    if path.suffix.lower() == ".onnx":
        return _bundle_of_bare_file(path, arguments)
    if path.exists():
        return read_bundle(path)
    if path.name != wanted or path.suffix == ".whyray":
        raise RequestError(f"no bundle at {wanted!r}", hint="Check the path.")
    return read_bundle(model_store().find(wanted))


def answers_from(arguments: argparse.Namespace) -> "Answers":
    """`engine.bundle.answers.Answers` from the flags of `add_answers`."""
    from engine.bundle.answers import NUMBERED, Answers, names_from, numbers_from, size_from

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
    )


def _bundle_of_bare_file(path: Path, arguments: argparse.Namespace) -> "Bundle":
    from engine.bundle.store import read_bundle
    from engine.inference.foreign import import_onnx

    with tempfile.TemporaryDirectory(prefix="whyray-") as folder:
        return read_bundle(import_onnx(path, answers_from(arguments), Path(folder)))
