"""``--model M``: an id, a bundle or a bare ``.onnx`` file with the flags that it needs."""

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paths import DEFAULT_MODEL, model_store, user_folder
from engine.errors import RequestError

if TYPE_CHECKING:
    from engine.bundle.store import Bundle
    from engine.inference.foreign import Answers

_ACTIVATIONS = ("sigmoid", "softmax")


def add_model_argument(parser: argparse.ArgumentParser) -> None:
    """Adds ``--model`` and ``--cpu`` and the flags for bare files."""
    parser.add_argument(
        "--model",
        metavar="M",
        help="model id, bundle folder, .whyray file or bare .onnx file (default: the active model)",
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
        return read_bundle(model_store().find(active_model_id()))
    path = Path(wanted)
    if path.suffix.lower() == ".onnx":
        return _bundle_of_bare_file(path, arguments)
    if path.exists():
        return read_bundle(path)
    if path.name != wanted or path.suffix == ".whyray":
        raise RequestError(f"no bundle at {wanted!r}", hint="Check the path.")
    return read_bundle(model_store().find(wanted))


def active_model_id() -> str:
    """Id of the model that is used unless told otherwise."""
    from desktop.settings import Settings

    chosen = str(Settings(user_folder()).get("model/active"))
    return DEFAULT_MODEL if chosen == "" else chosen


def answers_from(arguments: argparse.Namespace) -> "Answers":
    """`engine.inference.foreign.Answers` from the flags of `add_answers`."""
    from engine.inference.foreign import NUMBERED, Answers

    classes = arguments.classes
    return Answers(
        classes=classes if classes in (None, NUMBERED) else _names(classes),
        activation=arguments.activation,
        scaling=arguments.scaling,
        mean=_numbers(arguments.mean, "--mean"),
        deviation=_numbers(arguments.deviation, "--deviation"),
        size_hw=_size(arguments.size),
        channels=arguments.channels,
        layout=arguments.layout,
        fit=arguments.fit,
    )


def _bundle_of_bare_file(path: Path, arguments: argparse.Namespace) -> "Bundle":
    from engine.bundle.store import read_bundle
    from engine.inference.foreign import import_onnx

    with tempfile.TemporaryDirectory(prefix="whyray-") as folder:
        return read_bundle(import_onnx(path, answers_from(arguments), Path(folder)))


def _names(text: str) -> tuple[str, ...]:
    path = Path(text)
    if path.suffix.lower() not in (".json", ".txt"):
        return tuple(name.strip() for name in text.split(","))
    try:
        content = path.read_text(encoding="utf-8")
        names = json.loads(content) if path.suffix.lower() == ".json" else content.splitlines()
    except (OSError, ValueError) as error:
        raise RequestError(f"--classes {text}: {error}", hint="One name per output.") from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise RequestError(f"--classes {text}: a list of names is needed")
    return tuple(name.strip() for name in names if name.strip())


def _numbers(text: str | None, flag: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(",")) if text else ()
    except ValueError as error:
        raise RequestError(f"{flag} {text}: numbers separated by commas are needed") from error


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    try:
        height, width = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise RequestError(f"--size {text}: HEIGHTxWIDTH is needed, e.g. 224x224") from error
    return height, width
