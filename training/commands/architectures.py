"""``python -m training architectures [ID]``: the networks there are, or the layers of one.

A table for people goes to standard error, the same facts in the ``done`` event to standard output.
Needs the dependency group ``train``.
"""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from training.events import Events

if TYPE_CHECKING:
    import keras

SUMMARY = "list the networks that can be trained, or the layers of one of them"
_SIDE_PX = 224


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("id", nargs="?", help="list the layers of this network")
    parser.add_argument(
        "--size", type=int, default=_SIDE_PX, metavar="PX", help=f"of its input ({_SIDE_PX})"
    )
    parser.add_argument(
        "--channels", type=int, choices=(1, 3), default=3, help="of its input (default 3)"
    )


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Tells the facts. Exit status 0."""
    if arguments.id is None:
        rows = _networks()
        _show(rows)
        events.done(architectures=rows)
        return 0
    model = _built(arguments)
    rows = [_layer(layer) for layer in model.layers]
    _show(rows)
    events.done(id=arguments.id, parameters=model.count_params(), layers=rows)
    return 0


def _networks() -> list[dict[str, Any]]:
    from training.models import ARCHITECTURES

    return [
        {
            "id": row.id,
            "parameters": row.parameters,
            "smallest": row.smallest,
            "imagenet": row.has_imagenet,
            "scaling": row.scaling,
            "source": row.source,
        }
        for row in ARCHITECTURES.values()
    ]


def _built(arguments: argparse.Namespace) -> "keras.Model":
    from training.config.sections import NetworkSection
    from training.models import build_model
    from training.models.head import Head

    network = NetworkSection(architecture=arguments.id)
    shape = (arguments.size, arguments.size, arguments.channels)
    return build_model(network, shape, Head(1, "sigmoid", network))


def _layer(layer: "keras.Layer") -> dict[str, Any]:
    return {
        "name": layer.name,
        "kind": type(layer).__name__,
        "output": " x ".join(map(str, layer.output.shape[1:])),
        "parameters": layer.count_params(),
    }


def _show(rows: list[dict[str, Any]]) -> None:
    """Columns as wide as their contents, numbers to the right."""
    lines = [list(rows[0]), *([_text(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [
            text.rjust(width) if type(value) is int else text.ljust(width)
            for text, value, width in zip(line, rows[0].values(), widths, strict=True)
        ]
        sys.stderr.write("  ".join(cells).rstrip() + "\n")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)
