"""``whyray methods``: the registry of explanation methods, or everything about one of them."""

import argparse
import textwrap
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.cli.output import print_json, print_table
from desktop.paths import LOCALISATION

HELP = "list the explanation methods, or tell all about one"
_WIDTH = 96


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("method", nargs="?", metavar="METHOD-ID", help="tell all about this one")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Prints the methods."""
    from engine.explain.localisation import read_localisation
    from engine.explain.registry import METHODS, find_method

    chosen = METHODS if arguments.method is None else (find_method(arguments.method),)
    measured = read_localisation(LOCALISATION)
    documents = [_describe(method, measured) for method in chosen]
    if arguments.json:
        print_json({"methods": documents})
    elif arguments.method is None:
        rows = [
            (d["id"], d["family"], d["resolution"], _sign(d), *_found(d), d["cost"])
            for d in documents
        ]
        headings = ("id", "family", "at", "values", "AUC", "centre", "cost in passes")
        print_table(rows, headings)
        _print_labels(documents)
        print("\n`whyray methods METHOD-ID` tells definition, reference and options of one.")
    else:
        _print(documents[0])
    return 0


def _describe(method: Any, measured: Mapping[str, Any]) -> dict[str, Any]:
    from engine.options import option_facts

    return {
        "id": method.id,
        "name": method.name,
        "family": method.family,
        "definition": method.definition,
        "reference": method.reference,
        "needs": sorted(method.needs),
        "cost": method.cost,
        "resolution": method.resolution,
        "is_signed": method.is_signed,
        "is_deterministic": method.is_deterministic,
        "is_class_specific": method.is_class_specific,
        "is_input_specific": method.is_input_specific,
        "localisation": _describe_localisation(method.id, measured),
        "options": [_describe_option(facts) for facts in option_facts(method.options)],
    }


def _describe_localisation(method: str, measured: Mapping[str, Any]) -> dict[str, Any] | None:
    from engine.explain.localisation import CONTROL

    if method not in measured or CONTROL not in measured:
        return None
    found = measured[method]
    return asdict(found) | {"control_auc": measured[CONTROL].auc, "label": found.label}


def _describe_option(facts: Any) -> dict[str, Any]:
    return {
        "name": facts.name,
        "type": type(facts.default).__name__,
        "default": facts.default,
        "range": facts.range_text(),
        "low": facts.low,
        "high": facts.high,
        "choices": list(facts.choices),
        "reads": facts.reads,
        "unit": facts.unit,
        "help": facts.help,
    }


def _sign(document: dict[str, Any]) -> str:
    return "signed" if document["is_signed"] else "unsigned"


def _found(document: dict[str, Any]) -> tuple[str, str]:
    """The area on phantom lesions, and the centred spot's; empty where nobody measured."""
    found = document["localisation"]
    return ("", "") if found is None else (f"{found['auc']:.2f}", f"{found['control_auc']:.2f}")


def _print_labels(documents: list[dict[str, Any]]) -> None:
    found = [(d["id"], d["localisation"]) for d in documents if d["localisation"] is not None]
    if not found:
        return
    print("\nAUC: how well the map ranks the pixels of known lesions; centre: a centred spot's.")
    for label in dict.fromkeys(facts["label"] for _, facts in found if facts["label"]):
        names = ", ".join(method for method, facts in found if facts["label"] == label)
        lines = textwrap.wrap(f"{label}: {names}", _WIDTH, break_on_hyphens=False)
        print("\n".join(lines))


def _print(document: dict[str, Any]) -> None:
    print(f"{document['name']} ({document['id']})")
    for name, text in _lines(document):
        wrapped = textwrap.wrap(text, _WIDTH - 14) or [""]
        print(f"  {name:<11} {wrapped[0]}")
        for line in wrapped[1:]:
            print(f"  {'':<11} {line}")
    if not document["options"]:
        print("  no options")
        return
    print()
    rows = [(o["name"], str(o["default"]), o["range"], o["help"]) for o in document["options"]]
    print_table(rows, ("option", "default", "range", "meaning"))


def _lines(document: dict[str, Any]) -> list[tuple[str, str]]:
    values = "negative values speak against the target" if document["is_signed"] else "magnitudes"
    is_specific = document["is_class_specific"]
    seen = ["every class has its own map" if is_specific else "the same map for every class"]
    if not document["is_input_specific"]:
        seen.append("the same map for every image")
    if not document["is_deterministic"]:
        seen.append("random: the seed makes it repeatable")
    localises = _localises(document["localisation"])
    at = {"layer": "the cells of a layer", "input": "the pixels of the network's input"}
    return [
        ("family", document["family"]),
        ("definition", document["definition"]),
        ("reference", document["reference"]),
        ("cost", document["cost"]),
        ("resolution", at[document["resolution"]]),
        ("values", f"{_sign(document)}: {values}"),
        ("answers", "; ".join(seen)),
        *([("localises", localises)] if localises else []),
        ("needs", ", ".join(document["needs"]) or "nothing but scores"),
    ]


def _localises(found: dict[str, Any] | None) -> str:
    """How it found known lesions, in words; empty where nobody measured."""
    if found is None:
        return ""
    text = f"AUC {found['auc']:.2f} on phantom lesions, a centred spot {found['control_auc']:.2f}"
    return f"{text}; {found['label']}" if found["label"] else text
