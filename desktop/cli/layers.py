"""``whyray layers``: the spatial layers of a model, early to late."""

import argparse

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, print_table

HELP = "list the layers of a model that can be explained"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_model_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Prints the layers; the default target of class activation maps is marked."""
    from engine.inference.model import open_model

    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    chosen = model.default_layer.tensor if model.layers else None
    documents = [
        {
            "name": layer.name,
            "tensor": layer.tensor,
            "kind": layer.kind,
            "channels": layer.channels,
            "height": layer.height,
            "width": layer.width,
            "layout": layer.layout,
            "is_cuttable": layer.is_cuttable,
            "why_not": layer.why_not,
            "is_default": layer.tensor == chosen,
        }
        for layer in model.layers
    ]
    if arguments.json:
        print_json({"model": model.manifest.id, "layers": documents})
        return 0
    rows = [
        (
            "*" if d["is_default"] else "",
            d["name"],
            d["kind"],
            f"{d['channels']} x {d['height']} x {d['width']}",
            d["tensor"],
        )
        for d in documents
    ]
    print_table(rows, ("", "name", "kind", "channels x h x w", "tensor"))
    return 0
