"""``whyray compare``: maps of methods, models, layers and classes of one film, side by side."""

import argparse
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, print_table
from desktop.cli.override import add_override_argument, refusal
from engine.errors import OutputError, RequestError, display_path

HELP = "compare maps of one radiograph: methods x models x layers x classes, and how they agree"
EACH = "each"
MOST = 64


@dataclass(frozen=True)
class Cell:
    """One map of the matrix.

    Attributes:
        name: what tells it from the others.
        explanation: the map.
    """

    name: str
    explanation: Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="radiograph")
    add_model_argument(parser)
    add_override_argument(parser)
    parser.add_argument(
        "--with-model", action="append", default=[], metavar="M",
        help="a further model, by id, folder or .whyray file (repeatable)",
    )  # fmt: skip
    parser.add_argument(
        "--method", action="append", metavar="ID", help="repeatable (default: grad-cam)"
    )
    parser.add_argument(
        "--layer", action="append", metavar="NAME",
        help="repeatable; 'each': the last layer of each resolution, early to late",
    )  # fmt: skip
    parser.add_argument(
        "--target", action="append", metavar="CLASS", help="repeatable (default: highest score)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: 0)")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write STEM.compare.png with all maps there"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Makes every map and tells how they agree."""
    from engine.images.decoder import Decoder
    from engine.trust.agreement import agreements, on_common_grid

    with Decoder() as decoder:
        cells, radiograph = _cells(arguments, decoder)
    grid = on_common_grid([cell.explanation for cell in cells], radiograph.size_hw)
    table = agreements(grid)
    document: dict[str, Any] = {
        "file": display_path(arguments.file),
        "maps": [{"name": cell.name} | cell.explanation.facts() for cell in cells],
        "agreement": [
            [
                {"rank_correlation": entry.rank_correlation, "overlap": entry.overlaps}
                for entry in row
            ]
            for row in table
        ],
    }
    if arguments.out is not None:
        document["written"] = display_path(_write(arguments, radiograph, cells))
    if arguments.json:
        print_json(document)
        return 0
    rows = [
        (
            cell.name,
            *("-" if entry.rank_correlation is None else f"{entry.rank_correlation:.2f}"
              for entry in row),
        )
        for cell, row in zip(cells, table, strict=True)
    ]  # fmt: skip
    print("Rank correlation of each map with each other:")
    print_table(rows, ("", *(str(number) for number in range(1, len(cells) + 1))))
    return 0


def _cells(arguments: argparse.Namespace, decoder: Any) -> tuple[list[Cell], Any]:
    from desktop.cli.inputs import read_input
    from desktop.cli.waiting import finish_visibly
    from engine.explain.explanation import Request
    from engine.explain.registry import find_method
    from engine.inference.model import open_model
    from engine.inference.predict import predict
    from engine.inference.target import find_target

    methods = [find_method(name) for name in arguments.method or ["grad-cam"]]
    cells: list[Cell] = []
    radiograph = None
    for wanted in (arguments.model, *arguments.with_model):
        chosen = argparse.Namespace(**(vars(arguments) | {"model": wanted}))
        model = open_model(load_bundle(chosen), wants_gpu=not arguments.cpu)
        read = read_input(arguments.file, model, decoder, arguments.override)
        if read.is_refused and arguments.override is None:
            raise refusal(read.admission).about(arguments.file)
        radiograph = read.radiograph
        best = predict(model, read.tensor).best().target
        targets = [find_target(model.manifest, n) for n in arguments.target or ()] or [best]
        for method in methods:
            takes_layer = bool({"layer", "layer or input"} & method.needs)
            for layer in _layers(arguments, model) if takes_layer else (None,):
                for target in targets:
                    request = Request(
                        model, read.tensor, read.to_image, target, layer=layer, seed=arguments.seed
                    )
                    explanation = finish_visibly(method.run(request), method.name)
                    parts = (model.manifest.id, method.id, explanation.layer, target.name)
                    cells.append(Cell(" ".join(part for part in parts if part), explanation))
                    if len(cells) > MOST:
                        raise RequestError(f"more than {MOST} maps", hint="Choose fewer.")
    return cells, radiograph


def _layers(arguments: argparse.Namespace, model: Any) -> Sequence[str | None]:
    """Layer names as asked for; of 'each', the last one of each resolution."""
    named: list[str | None] = []
    for name in arguments.layer or (None,):
        if name != EACH:
            named.append(name)
            continue
        last = {(layer.height, layer.width): layer.name for layer in model.layers}
        named += [layer.name for layer in model.layers if layer.name in last.values()]
    return named


def _write(arguments: argparse.Namespace, radiograph: Any, cells: Sequence[Cell]) -> Path:
    import numpy as np
    from PIL import Image

    from engine.files import atomic_write
    from engine.overlay.export import export_picture

    pictures = [export_picture(radiograph, cell.explanation) for cell in cells]
    height = max(len(picture) for picture in pictures)
    padded = [np.pad(p, ((0, height - len(p)), (0, 6), (0, 0))) for p in pictures]
    columns = min(4, len(padded))
    blank = np.zeros_like(padded[0])
    padded += [blank] * (-len(padded) % columns)
    rows = [np.hstack(padded[n : n + columns]) for n in range(0, len(padded), columns)]
    picture = io.BytesIO()
    Image.fromarray(np.vstack(rows)).save(picture, format="PNG")
    path = arguments.out / f"{arguments.file.stem}.compare.png"
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        atomic_write(path, picture.getvalue())
    except OSError as error:
        raise OutputError(f"the picture cannot be written: {error}", file=arguments.out) from error
    return path
