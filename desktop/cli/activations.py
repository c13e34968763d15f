"""``whyray activations``: what layers of a model show for one radiograph."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, print_table
from engine.errors import display_path

HELP = "what layers show for one radiograph: grids, arrays, numbers per channel"
ORDERS = ("index", "mean", "deviation", "greatest", "gradient-x-activation")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="radiograph, or .npy network input")
    add_model_argument(parser)
    parser.add_argument(
        "--layer", action="append", metavar="NAME",
        help="layer, see 'whyray layers' (repeatable; default: all)",
    )  # fmt: skip
    parser.add_argument(
        "--sort", choices=ORDERS, default="index",
        help="which channels come first (default: index)",
    )  # fmt: skip
    parser.add_argument(
        "--target", metavar="CLASS",
        help="for gradient-x-activation: name or index (default: highest score)",
    )  # fmt: skip
    parser.add_argument(
        "--scale", choices=("channel", "shared"), default="channel",
        help="greys of each channel by itself, or the same for all (default: channel)",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="write LAYER.png (grid), LAYER.npy (K, h, w) and LAYER.csv (numbers per channel)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the network once and tells what each layer shows."""
    from desktop.cli.explain import name_parts
    from desktop.cli.inputs import read_input
    from engine.browse.activations import feature_maps
    from engine.browse.export import channel_rows, write_layer
    from engine.graph.layers import find_layer
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model

    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    chosen = [find_layer(model.layers, name) for name in arguments.layer or ()] or None
    with Decoder() as decoder:
        read = read_input(arguments.file, model, decoder)
    found = feature_maps(model, read.tensor, read.to_image, chosen)
    documents = []
    for maps, part in zip(found, name_parts([maps.layer for maps in found]), strict=True):
        gradients = _gradients(arguments, model, read, maps)
        document = _document(maps, channel_rows(maps, arguments.sort, gradients))
        if arguments.out is not None:
            stem = f"{arguments.file.stem}.{part}"
            place = (arguments.out, stem, maps, arguments.sort, arguments.scale, gradients)
            document["written"] = [display_path(path) for path in write_layer(*place).values()]
        documents.append(document)
    if arguments.json:
        about = {"file": display_path(arguments.file), "model": model.manifest.id}
        print_json(about | {"sort": arguments.sort, "layers": documents})
        return 0
    rows = [
        (
            document["layer"],
            "{channels} x {height} x {width}".format(**document),
            f"{document['mean']:.4g}",
            f"{document['least']:.4g}",
            f"{document['greatest']:.4g}",
            f"{100 * document['silent_share']:.0f} %",
            " ".join(str(entry["channel"]) for entry in document["channels_sorted"][:8]),
        )
        for document in documents
    ]
    heading = ("layer", "channels x h x w", "mean", "least", "greatest", "silent", "first channels")
    print_table(rows, heading)
    return 0


def _gradients(arguments: argparse.Namespace, model: Any, read: Any, maps: Any) -> Any:
    """(K, h, w) d(score)/d(activation) where it is sorted by them."""
    if arguments.sort != "gradient-x-activation":
        return None
    from engine.browse.activations import gradient_at
    from engine.explain.explanation import Request
    from engine.inference.predict import predict
    from engine.inference.target import find_target

    wanted = arguments.target
    best = predict(model, read.tensor).best().target
    target = find_target(model.manifest, wanted) if wanted else best
    request = Request(model, read.tensor, read.to_image, target)
    return gradient_at(request, maps.layer)


def _document(maps: Any, rows: list[dict[str, float]]) -> dict[str, Any]:
    values, layer = maps.values, maps.layer
    greatest = values.reshape(len(values), -1).max(axis=1)
    return {
        "layer": layer.name, "tensor": layer.tensor, "kind": layer.kind,
        "channels": len(values), "height": values.shape[1], "width": values.shape[2],
        "receptive_field": None if maps.placement is None else list(maps.placement.reach_hw),
        "mean": float(values.mean()), "least": float(values.min()),
        "greatest": float(values.max()),
        "silent_share": float((greatest <= 0.0).mean()),
        "channels_sorted": rows,
    }  # fmt: skip
