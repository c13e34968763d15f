"""``whyray models``: list, show, import, verify and activate models."""

import argparse
from pathlib import Path

from desktop.cli.choose_model import active_model_id, add_answers, answers_from
from desktop.cli.output import print_json, print_table, tell
from desktop.paths import imported_models, model_store, user_folder
from engine.errors import OutputError, RequestError, WhyRayError, display_path

HELP = "list, show, import, verify or activate models"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every model of this installation and this user")
    show = actions.add_parser("show", help="the card of a model, or its manifest with --json")
    show.add_argument("model", metavar="M", help="model id, bundle folder or .whyray file")
    bring = actions.add_parser("import", help="add a bundle, a .whyray file or a bare .onnx file")
    bring.add_argument("path", type=Path, metavar="PATH")
    bring.add_argument("--name", help="name for people, for a bare .onnx file")
    add_answers(bring)
    verify = actions.add_parser("verify", help="check hashes and the self-test")
    verify.add_argument("models", nargs="*", metavar="M", help="default: all of them")
    activate = actions.add_parser("activate", help="use this model unless told otherwise")
    activate.add_argument("model", metavar="M", help="model id")
    for action in (listing, show, bring, verify, activate):
        action.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action."""
    return _ACTIONS[arguments.action](arguments)


def _list(arguments: argparse.Namespace) -> int:
    active = active_model_id()
    documents = [
        {
            "id": model.id,
            "name": model.name,
            "version": model.version,
            "task": model.task,
            "is_shipped": model.is_shipped,
            "is_active": model.id == active,
            "problem": model.problem,
            "path": display_path(model.path),
        }
        for model in model_store().list()
    ]
    if arguments.json:
        print_json({"models": documents})
        return 0
    rows = [
        (
            "*" if d["is_active"] else "",
            d["id"],
            f"{d['name']} {d['version']}",
            str(d["task"]),
            "shipped" if d["is_shipped"] else "imported",
            str(d["problem"]),
        )
        for d in documents
    ]
    print_table(rows, ("", "id", "name", "task", "source", ""))
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from engine.bundle.store import read_bundle

    bundle = read_bundle(_locate(arguments.model))
    if arguments.json:
        print_json(bundle.manifest.to_json())
    else:
        print(bundle.card)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from engine.bundle.store import read_bundle
    from engine.inference.foreign import import_onnx
    from engine.inference.segment import prove

    if arguments.path.suffix.lower() == ".onnx":
        answers = replace(answers_from(arguments), name=arguments.name)
        folder = import_onnx(arguments.path, answers, imported_models())
    else:
        bundle = read_bundle(arguments.path)
        prove(bundle)  # refuses what cannot run here
        folder = model_store().add(bundle)
    model_id = read_bundle(folder).manifest.id
    if arguments.json:
        print_json({"id": model_id, "path": display_path(folder)})
    else:
        print(f"imported as {model_id}")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from engine.bundle.store import read_bundle
    from engine.inference.segment import prove

    paths = [_locate(wanted) for wanted in arguments.models] or [
        model.path for model in model_store().list()
    ]
    verified, errors = [], []
    for path in paths:
        try:
            bundle = read_bundle(path)
            deviation = prove(bundle)
        except WhyRayError as error:
            errors.append(error)
            tell(error)
            continue
        verified.append({"id": bundle.manifest.id, "self_test_error": deviation})
        if not arguments.json:
            print(f"{bundle.manifest.id}: whole, self-test within {deviation:.1e}")
    if arguments.json:
        print_json({"verified": verified, "errors": [error.as_json() for error in errors]})
    if not errors:
        return 0
    return 1 if verified else 3


def _activate(arguments: argparse.Namespace) -> int:
    from desktop.settings import Settings

    store = model_store()
    folder = store.find(arguments.model)
    if any(model.path == folder and model.is_segmentation for model in store.list()):
        raise RequestError(
            f"{arguments.model} gives masks, no scores",
            hint="It is used for lung and heart fields by being here; activate one that scores.",
        )
    settings = Settings(user_folder())
    settings.set("model/active", arguments.model)
    if not settings.save():
        raise OutputError("the settings could not be written", file=user_folder())
    if arguments.json:
        print_json({"active": arguments.model})
    else:
        print(f"{arguments.model} is active now")
    return 0


def _locate(wanted: str) -> Path:
    path = Path(wanted)
    return path if path.exists() else model_store().find(wanted)


_ACTIONS = {
    "list": _list,
    "show": _show,
    "import": _import,
    "verify": _verify,
    "activate": _activate,
}
