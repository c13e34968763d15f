"""``whyray gradient``: the backward model of a classifier as one ONNX file for other programs."""

import argparse
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.choose_model import load_bundle
from desktop.cli.output import print_json, print_table
from engine.errors import ModelError, RequestError, display_path

if TYPE_CHECKING:
    from engine.bundle.manifest import Manifest

HELP = "write the gradient of a model as an ONNX file for other programs"
SUFFIX = ".onnx"
# As `engine.autodiff.overrides` knows them; a test holds the two together.
OVERRIDES = ("guided-backprop", "deconvnet", "deep-lift")


@dataclass(frozen=True)
class _Source:
    """A model as it lies on the disk.

    Attributes:
        data: its ONNX file, with all weights.
        sha256: of that file.
        files: what must not be overwritten.
        layer_names: tensor -> human layer name.
        manifest: the bundle's; None for a bare file.
    """

    data: bytes
    sha256: str
    files: tuple[Path, ...]
    layer_names: Mapping[str, str] = field(default_factory=dict)
    manifest: "Manifest | None" = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "model",
        metavar="MODEL",
        help="model id, bundle folder, .whyray file or bare .onnx file (nothing is asked of those)",
    )
    parser.add_argument(
        "--wrt",
        nargs="+",
        required=True,
        metavar="TENSOR",
        help='differentiate by these: tensor names, names from `whyray layers`, or "input"',
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="OUT.onnx", help="the file to write"
    )
    parser.add_argument(
        "--score", metavar="TENSOR", help="differentiate this (default: the logits, found by form)"
    )
    parser.add_argument(
        "--target",
        metavar="CLASS",
        help="class name or index that the file explains where no seed is fed "
        "(default: the seed must be fed)",
    )
    parser.add_argument(
        "--override",
        choices=OVERRIDES,
        help="a variant instead of the true gradient; deep-lift takes images and baselines in one "
        "batch, images first",
    )
    parser.add_argument(
        "--also", nargs="+", default=[], metavar="TENSOR", help="output these tensors as well"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Writes the file and tells what is in it."""
    from engine.autodiff.standalone import Origin, Wish, make_gradient_file
    from engine.files import atomic_write
    from engine.graph.facts import load_model

    source = _read_source(arguments.model)
    _check_out(arguments.out, source)
    wish = Wish(
        wrt=tuple(arguments.wrt),
        score=arguments.score,
        override=arguments.override,
        also=tuple(arguments.also),
        target=_target(arguments.target, source.manifest),
    )
    origin = Origin(source.sha256, version("whyray"), source.layer_names)
    made = make_gradient_file(load_model(source.data), wish, origin)
    atomic_write(arguments.out, made.data)
    document = {
        "file": display_path(arguments.out),
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "bytes": len(made.data),
        **made.manifest,
    }
    if arguments.json:
        print_json(document)
    else:
        _print(document)
    return 0


def _read_source(wanted: str) -> _Source:
    path = Path(wanted)
    if path.suffix.lower() == SUFFIX:
        from engine.inference.foreign import read_onnx

        data = read_onnx(path)
        return _Source(data, _sha256_of(path), (path,))
    from engine.bundle.store import MODEL

    bundle = load_bundle(argparse.Namespace(model=wanted))
    names = {layer.tensor: layer.name for layer in bundle.manifest.layers}
    digest = hashlib.sha256(bundle.model).hexdigest()
    files = (bundle.path, bundle.path / MODEL)
    return _Source(bundle.model, digest, files, names, bundle.manifest)


def _sha256_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"cannot be read: {error.strerror}", file=path) from error


def _check_out(out: Path, source: _Source) -> None:
    if out.suffix.lower() != SUFFIX:
        raise RequestError(
            f"--out {display_path(out)}: a gradient model is an {SUFFIX} file",
            hint=f"Give --out a name that ends in {SUFFIX}.",
        )
    if any(out.exists() and file.exists() and out.samefile(file) for file in source.files):
        raise RequestError(
            f"--out {display_path(out)} is the model itself", hint="Choose another name."
        )


def _target(wanted: str | None, manifest: "Manifest | None") -> tuple[int, float, str] | None:
    """Class index, value of the seed there, and name; bare files know indices only."""
    from engine.inference.target import find_target

    if wanted is None:
        return None
    if manifest is not None:
        target = find_target(manifest, wanted)
        return target.column, float(target.sign), target.name
    if not wanted.isdigit():
        raise RequestError(
            f"--target {wanted}: a bare {SUFFIX} file has no class names",
            hint="Give the index of the class, from 0.",
        )
    return int(wanted), 1.0, wanted


def _print(document: dict[str, Any]) -> None:
    print(f"{document['file']}: {document['bytes']} bytes, opset {document['opset']}")
    print(f"  sha256 {document['sha256']}")
    rows = [
        (kind, entry["name"], _role(entry), entry["dtype"], " x ".join(map(str, entry["shape"])))
        for kind, entries in (("in", document["inputs"]), ("out", document["outputs"]))
        for entry in entries
    ]
    print_table(rows, ("", "name", "what", "type", "shape"))
    print(f"seed: {document['seed']['how']}")
    default = document["seed"]["default"]
    if default is not None:
        print(f"seed where none is fed: {default['value']:g} at class {default['name']}")
    for note in document["notes"]:
        print(f"note: {note}")


def _role(entry: dict[str, Any]) -> str:
    return f"{entry['role']} of {entry['of']} by {entry['by']}" if "by" in entry else entry["role"]
