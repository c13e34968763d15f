"""``whyray methods``: the registry of explanation methods."""

import argparse
from dataclasses import fields
from typing import Any

from desktop.cli.output import print_json, print_table

HELP = "list the explanation methods"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Prints the methods."""
    from engine.explain.registry import METHODS

    documents = [_describe(method) for method in METHODS]
    if arguments.json:
        print_json({"methods": documents})
    else:
        rows = [(d["id"], d["name"], d["family"], d["cost"], d["reference"]) for d in documents]
        print_table(rows, ("id", "name", "family", "cost", "reference"))
    return 0


def _describe(method: Any) -> dict[str, Any]:
    return {
        "id": method.id,
        "name": method.name,
        "family": method.family,
        "definition": method.definition,
        "needs": sorted(method.needs),
        "cost": method.cost,
        "is_signed": method.is_signed,
        "is_deterministic": method.is_deterministic,
        "resolution": method.resolution,
        "reference": method.reference,
        "options": {field.name: field.default for field in fields(method.options)},
    }
