"""``whyray weights``: stored kernels of a model, and filters that no image of a folder wakes."""

import argparse
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, print_table, tell
from engine.errors import OutputError, WhyRayError, display_path

HELP = "a model's weights: near-zero shares, kernels as pictures, dead filters over images"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE or FOLDER",
        help="radiographs: filters that none of them makes fire are told",
    )  # fmt: skip
    add_model_argument(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="write kernels as LAYER.png there")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Tells of every stored kernel, and of dead filters where images are given."""
    from desktop.cli.explain import name_parts
    from desktop.cli.trust import list_paths
    from engine.browse.weights import NEAR_ZERO, all_weights
    from engine.inference.model import open_model

    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    found = all_weights(model)
    errors: list[WhyRayError] = []
    paths = list(list_paths(arguments.files))
    fired = _watch(model, paths, errors) if paths else ()
    dead = [
        {
            "layer": entry.layer.name, "channels": len(entry.greatest), "images": entry.images,
            "dead": list(entry.dead), "can_be_pruned": entry.can_be_pruned,
        }
        for entry in fired
    ]  # fmt: skip
    documents = []
    for weights, part in zip(found, name_parts(found), strict=True):
        counts, edges = weights.histogram()
        document = {
            "layer": weights.name, "operator": weights.operator,
            "shape": list(weights.kernel.shape), "near_zero": weights.near_zero,
            "histogram": {"counts": counts.tolist(), "edges": edges.tolist()},
        }  # fmt: skip
        if arguments.out is not None and max(weights.kernel.shape[2:]) > 1:
            document["written"] = display_path(_write(arguments.out, weights, part))
        documents.append(document)
    status = 1 if errors else 0
    if arguments.json:
        print_json({"model": model.manifest.id, "near_zero_of_greatest": NEAR_ZERO,
                    "weights": documents, "fired": dead,
                    "errors": [error.as_json() for error in errors]})  # fmt: skip
        return status
    rows = [
        (
            d["layer"],
            d["operator"],
            " x ".join(map(str, d["shape"])),
            f"{100 * d['near_zero']:.1f} %",
        )
        for d in documents
    ]
    print_table(rows, ("layer", "operator", "out x in x h x w", "near zero"))
    print(f"Near zero: at most {NEAR_ZERO:g} of the layer's greatest magnitude.")
    for entry in dead:
        if entry["dead"]:
            numbers = " ".join(map(str, entry["dead"]))
            print(
                f"{entry['layer']}: {len(entry['dead'])} of {entry['channels']} channels never"
                f" fired on {entry['images']} images and could be pruned: {numbers}"
            )
    if dead and not any(entry["dead"] for entry in dead):
        print(f"Every channel behind a rectifier fired on some of {dead[0]['images']} images.")
    return status


def _watch(model: Any, paths: list[Path], errors: list[WhyRayError]) -> Any:
    from desktop.cli.inputs import read_input
    from desktop.cli.waiting import finish_visibly
    from engine.browse.dead import watch
    from engine.images.decoder import Decoder

    def inputs(decoder: Decoder) -> Iterator[Any]:
        for path in paths:
            try:
                yield read_input(path, model, decoder).tensor
            except WhyRayError as error:
                errors.append(error.about(path))
                tell(error)

    with Decoder() as decoder:
        return finish_visibly(watch(model, inputs(decoder), len(paths)), "dead filters")


def _write(folder: Path, weights: Any, part: str) -> Path:
    import numpy as np
    from PIL import Image

    from engine.browse.grid import grid_picture
    from engine.files import atomic_write

    own = weights.has_colours
    outputs = range(len(weights.kernel))
    planes = weights.planes(0) if own else np.stack([weights.picture(n) for n in outputs])
    shown = grid_picture(planes, outputs, has_own_colours=own)
    picture = io.BytesIO()
    Image.fromarray(shown).save(picture, format="PNG")
    path = folder / f"{part}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic_write(path, picture.getvalue())
    except OSError as error:
        raise OutputError(f"the kernels cannot be written: {error}", file=folder) from error
    return path
