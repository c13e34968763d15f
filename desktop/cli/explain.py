"""``whyray explain``: the overlay, the raw signed map and its facts."""

import argparse
import io
import json
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json
from engine.errors import RequestError, display_path

HELP = "explain one score: overlay picture, raw signed map and facts"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="radiograph, or .npy network input")
    add_model_argument(parser)
    parser.add_argument(
        "--method",
        default="grad-cam",
        metavar="ID",
        help="see `whyray methods` (default: grad-cam)",
    )
    parser.add_argument(
        "--target",
        metavar="CLASS",
        help="class name or index (default: the class that stands out most)",
    )
    parser.add_argument("--layer", metavar="NAME", help="see `whyray layers` (default: automatic)")
    parser.add_argument(
        "--option", action="append", default=[], metavar="K=V", help="an option of the method"
    )
    parser.add_argument(
        "--seed", type=int, default=0, help="seed of everything random (default: 0)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where to write (default: this folder)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Explains one score and writes three files."""
    from desktop.cli.inputs import read_input
    from engine.explain.explanation import Request
    from engine.explain.registry import find_method
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model
    from engine.inference.predict import predict
    from engine.inference.target import find_target
    from engine.progress import finish

    method = find_method(arguments.method)
    options = parse_options(method.options, arguments.option)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    with Decoder() as decoder:
        network_input = read_input(arguments.file, model, decoder)
    prediction = predict(model, network_input.tensor)
    target = (
        prediction.best().target
        if arguments.target is None
        else find_target(model.manifest, arguments.target)
    )
    request = Request(
        model=model,
        tensor=network_input.tensor,
        to_image=network_input.to_image,
        target=target,
        layer=arguments.layer,
        options=options,
        seed=arguments.seed,
    )
    explanation = finish(method.run(request))
    written = _write(arguments, network_input.radiograph, explanation)
    document = {
        "file": display_path(arguments.file),
        **network_input.facts,
        "prediction": prediction.as_json(),
        "explanation": explanation.facts(),
        "written": {kind: display_path(path) for kind, path in written.items()},
    }
    _write_json(written["json"], document)
    if arguments.json:
        print_json(document)
    else:
        _print(document)
    return 0


def parse_options(options: type, given: list[str]) -> dict[str, Any]:
    """``K=V`` texts as the types of the method's option fields. Raises RequestError."""
    known = {field.name: field.default for field in fields(options)}
    parsed: dict[str, Any] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or name not in known:
            choices = ", ".join(known) or "none"
            raise RequestError(
                f"--option {text}: unknown", hint=f"This method's options: {choices}."
            )
        parsed[name] = _typed(value, known[name], text)
    return parsed


def _typed(value: str, default: Any, text: str) -> Any:
    if isinstance(default, bool):
        if value.lower() not in ("true", "false"):
            raise RequestError(f"--option {text}: true or false is needed")
        return value.lower() == "true"
    if isinstance(default, int | float):
        try:
            return type(default)(value)
        except ValueError as error:
            raise RequestError(f"--option {text}: a number is needed") from error
    return value


def _write(arguments: argparse.Namespace, radiograph: Any, explanation: Any) -> dict[str, Path]:
    import numpy as np
    from PIL import Image

    from engine.files import atomic_write
    from engine.overlay.export import export_picture

    folder = arguments.out if arguments.out is not None else Path()
    _make_folder(folder)
    stem = f"{arguments.file.stem}.{explanation.method}"
    paths = {kind: folder / f"{stem}.{kind}" for kind in ("png", "npy", "json")}
    picture, array = io.BytesIO(), io.BytesIO()
    Image.fromarray(export_picture(radiograph, explanation)).save(picture, format="PNG")
    np.save(array, explanation.map)
    atomic_write(paths["png"], picture.getvalue())
    atomic_write(paths["npy"], array.getvalue())
    return paths


def _write_json(path: Path, document: dict[str, Any]) -> None:
    from engine.files import atomic_write

    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    atomic_write(path, (text + "\n").encode("utf-8"))


def _make_folder(folder: Path) -> None:
    from engine.errors import OutputError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made: {error.strerror}"
        raise OutputError(reason, hint="Choose another --out.", file=folder) from error


def _print(document: dict[str, Any]) -> None:
    facts = document["explanation"]
    height, width = facts["map_shape"]
    print(f"{document['file']}: {facts['method']} of {facts['target']!r}")
    print(f"  layer {facts['layer']}, map {height} x {width}, logit {facts['score']:.4f}")
    for name, convention in facts["conventions"].items():
        print(f"  {name}: {convention}")
    for flag in facts["flags"]:
        print(f"  flag: {flag}")
    for path in document["written"].values():
        print(f"  wrote {path}")
    print("Research use - not for diagnosis.", file=sys.stderr)
