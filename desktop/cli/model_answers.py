"""The actions of ``whyray models`` that change nothing: list, show, history, verify."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.installed_models import locate, standing
from desktop.cli.output import print_json, print_table, tell
from desktop.paths import model_registry
from engine.errors import WhyRayError, display_path
from engine.library.models import ACTIVE, FORMER, Change

_SHORT = 12  # digits of a digest that are shown


def list_models(arguments: argparse.Namespace) -> int:
    """Every model and how it stands."""
    found = standing()
    documents = [
        {
            "id": model.id,
            "name": model.name,
            "version": model.version,
            "digest": model.digest,
            "task": model.task,
            "state": model.state,
            "is_shipped": model.is_shipped,
            "is_active": model.state == "active",
            "problem": model.problem,
            "path": display_path(model.path),
        }
        for model in found.models
    ]
    if arguments.json:
        print_json({"models": documents})
        return 0
    rows = [
        (
            "*" if d["is_active"] else "",
            str(d["id"]),
            f"{d['name']} {d['version']}",
            str(d["task"]),
            " ".join(filter(None, (str(d["state"]), "shipped" if d["is_shipped"] else ""))),
            str(d["digest"])[:_SHORT],
            str(d["problem"]),
        )
        for d in documents
    ]
    print_table(rows, ("", "id", "name", "task", "state", "digest", ""))
    return 0


def show(arguments: argparse.Namespace) -> int:
    """The card of a model; with ``--json`` its manifest, life and signature."""
    from engine.bundle.signature import standing_of
    from engine.bundle.store import read_bundle

    bundle = read_bundle(locate(arguments.model))
    found = standing()
    life = found.lives.get(bundle.digest)
    is_shipped = any(m.digest == bundle.digest and m.is_shipped for m in found.models)
    worth = "shipped" if is_shipped else standing_of(bundle.signature, found.keys)
    if arguments.json:
        signature = None if bundle.signature is None else bundle.signature.to_json()
        document = bundle.manifest.to_json() | {
            "digest": bundle.digest,
            "signature": {"standing": worth, "file": signature},
            "life": None if life is None else _life(life),
        }
        print_json(document)
        return 0
    print(bundle.card)
    print(f"\nDigest: {bundle.digest}\nSignature: {_WORTH[worth]}")
    if bundle.signature is not None:
        print(f"Key: {bundle.signature.key} ({bundle.signature.name}, {bundle.signature.time})")
    if life is not None:
        print(f"State: {life.state}; imported {life.imported_at} by {life.imported_by}")
    return 0


def history(arguments: argparse.Namespace) -> int:
    """What happened to a model, or to all of them."""
    found = standing()
    digest = ""
    if arguments.model:
        known = [d for d, life in found.lives.items() if life.model_id == arguments.model]
        is_known = len(known) == 1  # also one that was deleted
        digest = known[0] if is_known else model_registry().store.locate(arguments.model).digest
    names = {d: life.model_id for d, life in found.lives.items()}
    changes = model_registry().history(digest)
    if arguments.json:
        documents = [vars(change) | {"id": names.get(change.digest, "")} for change in changes]
        print_json({"history": documents})
        return 0
    rows = [
        (c.at, names.get(c.digest, c.digest[:_SHORT]), _told(c), c.after, c.by, c.reason)
        for c in changes
    ]
    print_table(rows, ("when", "model", "what", "state since", "who", "why"))
    return 0


def _told(change: Change) -> str:
    """The event; of a model that gave way to another, that it did."""
    was_replaced = change.before == ACTIVE and change.after == FORMER
    return "model replaced" if was_replaced else change.event


def verify(arguments: argparse.Namespace) -> int:
    """Hashes, signature and self-test, the latter in a process of its own."""
    paths = [locate(wanted) for wanted in arguments.models] or [
        model.path for model in model_registry().store.list()
    ]
    verified: list[dict[str, Any]] = []
    errors: list[WhyRayError] = []
    for path in paths:
        try:
            verified.append(_verified(path))
        except WhyRayError as error:
            errors.append(error)
            tell(error)
            continue
        if not arguments.json:
            told = verified[-1]
            print(
                f"{told['id']}: whole, self-test within {told['self_test_error']:.1e}, "
                f"{_WORTH[told['signature']]}"
            )
    if arguments.json:
        print_json({"verified": verified, "errors": [error.as_json() for error in errors]})
    if not errors:
        return 0
    return 1 if verified else 3


def _verified(path: Path) -> dict[str, Any]:
    from engine.bundle.signature import standing_of
    from engine.bundle.store import read_bundle
    from engine.progress import finish
    from engine.registry.trial import try_out

    bundle = read_bundle(path)
    registry = model_registry()
    keys = {entry.key: entry.standing for entry in registry.trusted_keys()}
    is_shipped = path.parent == registry.store.shipped
    return {
        "id": bundle.manifest.id,
        "digest": bundle.digest,
        "signature": "shipped" if is_shipped else standing_of(bundle.signature, keys),
        "self_test_error": finish(try_out(path)).self_test_error,
    }


def _life(life: Any) -> dict[str, Any]:
    return vars(life) | {"trial": dict(life.trial)}


_WORTH = {
    "shipped": "came with the program",
    "site": "signed by this site",
    "trusted": "signed by a trusted key",
    "unknown": "signed by a key that nobody here trusts",
    "unsigned": "unsigned",
}
