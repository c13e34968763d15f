"""The actions of ``whyray models`` that change something; the administrator's, all of them."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from desktop.cli.administrator_gate import admit
from desktop.cli.choose_model import answers_from
from desktop.cli.installed_models import act, needs_signature, standing
from desktop.cli.output import print_json
from desktop.paths import model_registry
from engine.errors import RequestError, display_path


def bring(arguments: argparse.Namespace) -> int:
    """Takes a model in as a candidate; with ``--activate`` makes it the active one."""
    from engine.progress import finish

    opened = admit("import a model", with_key=arguments.sign)
    standing()  # folders of an earlier version first
    registry, why = model_registry(), act(arguments.reason)
    answers = asdict(replace(answers_from(arguments), name=arguments.name))
    imported = finish(registry.import_candidate(arguments.path, why, answers=answers))
    model, signature = imported.model, imported.signature
    if opened is not None and opened.key is not None and arguments.sign:
        registry.sign(model.digest, opened.key, "", why)
        signature = "site"
    if arguments.activate:
        model = finish(_promotion(model.digest, arguments)).model
    document = {
        "id": model.id,
        "digest": model.digest,
        "state": model.state,
        "signature": signature,
        "trial": imported.trial.as_json(),
        "path": display_path(model.path),
    }
    words = "active now" if model.state == "active" else model.state or "here already"
    return _told(arguments, document, f"imported as {model.id} ({words}, {signature})")


def activate(arguments: argparse.Namespace) -> int:
    """Tries a model and makes it the active one."""
    from engine.progress import finish

    admit("activate a model")
    standing()
    promotion = finish(_promotion(arguments.model, arguments))
    return _told_promotion(arguments, promotion)


def roll_back(arguments: argparse.Namespace) -> int:
    """Makes the model active again that the active one replaced."""
    from engine.progress import finish

    admit("go back to the model before")
    standing()
    registry = model_registry()
    work = registry.roll_back(act(arguments.reason), needs_signature=needs_signature())
    return _told_promotion(arguments, finish(work))


def retire(arguments: argparse.Namespace) -> int:
    """Takes a model out of use."""
    admit("retire a model")
    standing()
    model = model_registry().retire(arguments.model, act(arguments.reason))
    return _told(arguments, {"retired": model.id, "digest": model.digest}, f"{model.id} is retired")


def delete(arguments: argparse.Namespace) -> int:
    """Deletes a model's files."""
    admit("delete a model")
    standing()
    model = model_registry().delete(arguments.model, act(arguments.reason))
    return _told(arguments, {"deleted": model.id, "digest": model.digest}, f"{model.id} is deleted")


def export(arguments: argparse.Namespace) -> int:
    """Writes a model as one file."""
    admit("export a model")
    model = model_registry().export(arguments.model, arguments.out, act(arguments.reason))
    document = {"exported": model.id, "path": display_path(arguments.out)}
    return _told(arguments, document, f"{model.id} written to {display_path(arguments.out)}")


def sign(arguments: argparse.Namespace) -> int:
    """Signs a model with the site's key."""
    opened = admit("sign a model", with_key=True)
    if opened is None or opened.key is None:
        raise RequestError("the site has no signing key yet")
    why = act(arguments.reason)
    model = model_registry().sign(arguments.model, opened.key, arguments.name, why)
    return _told(arguments, {"signed": model.id, "digest": model.digest}, f"{model.id} is signed")


def trust_key(arguments: argparse.Namespace) -> int:
    """Trusts a public key, trusts it no longer, or lists those that are."""
    registry = model_registry()
    if not arguments.key:
        known = [vars(entry) for entry in registry.trusted_keys()]
        lines = (f"{k['key']}  {k['standing']}  {k['name']}" for k in known)
        return _told(arguments, {"keys": known}, "\n".join(lines) or "no key is trusted")
    admit("change the trusted keys")
    why = act(arguments.reason)
    if arguments.remove:
        is_changed = registry.distrust_key(arguments.key, why)
        words = "is trusted no longer" if is_changed else "was not trusted"
    else:
        is_changed = registry.trust_key(arguments.key, arguments.name, why)
        words = "is trusted now" if is_changed else "is trusted already"
    document = {"key": arguments.key, "is_changed": is_changed}
    return _told(arguments, document, f"{arguments.key} {words}")


def _promotion(wanted: str, arguments: argparse.Namespace) -> Iterator[Any]:
    why = act(arguments.reason)
    return model_registry().promote(wanted, why, needs_signature=needs_signature())


def _told_promotion(arguments: argparse.Namespace, promotion: Any) -> int:
    model, trial = promotion.model, promotion.trial
    document = {
        "active": model.id,
        "digest": model.digest,
        "replaced": promotion.replaced,
        "trial": trial.as_json(),
    }
    words = f"{model.id} is active now (self-test within {trial.self_test_error:.1e})"
    return _told(arguments, document, words)


def _told(arguments: argparse.Namespace, document: dict[str, Any], words: str) -> int:
    if arguments.json:
        print_json(document)
    else:
        print(words)
    return 0
