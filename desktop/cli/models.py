"""``whyray models``: what is here, and a model's life from import to deletion."""

import argparse
from pathlib import Path

from desktop.cli import model_acts, model_answers
from desktop.cli.choose_model import add_answers

HELP = "list, show, import, verify, activate, roll back, retire, delete, export or sign models"
_M = "model id, id@version or the beginning of its digest"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    made = {name: actions.add_parser(name, help=text, description=text) for name, text in _TEXTS}
    made["show"].add_argument("model", metavar="M", help=f"{_M}, bundle folder or .whyray file")
    bring = made["import"]
    bring.add_argument("path", type=Path, metavar="PATH")
    bring.add_argument("--name", help="name for people, for a bare .onnx file")
    bring.add_argument("--activate", action="store_true", help="and make it the active model")
    bring.add_argument(
        "--sign", action="store_true", help="it was trained here: sign it with the site's key"
    )
    add_answers(bring)
    made["verify"].add_argument("models", nargs="*", metavar="M", help="default: all of them")
    for name in ("activate", "retire", "delete", "export", "sign"):
        made[name].add_argument("model", metavar="M", help=_M)
    made["export"].add_argument("--out", type=Path, required=True, metavar="FILE.whyray")
    made["sign"].add_argument("--name", default="", help="of the site, for people")
    made["history"].add_argument("model", nargs="?", default="", metavar="M", help=_M)
    keys = made["trust-key"]
    keys.add_argument("key", nargs="?", default="", metavar="KEY", help="64 hex digits")
    keys.add_argument("--name", default="", help="whose key it is")
    keys.add_argument("--remove", action="store_true", help="trust it no longer")
    for name, action in made.items():
        action.add_argument("--json", action="store_true", help="one JSON document on stdout")
        if name in _WITH_REASON:
            action.add_argument("--reason", default="", help="why, for the model's history")


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action."""
    return _ACTIONS[arguments.action](arguments)


# Action, what it does (for --help).
_TEXTS = (
    ("list", "every model of this installation and this user, and how it stands"),
    ("show", "the card of a model, or all that is known of it with --json"),
    ("history", "what happened to a model, or to all of them: when, who, why"),
    ("verify", "check hashes, signature and the self-test"),
    ("import", "take in a bundle, a .whyray file or a bare .onnx file as a candidate"),
    ("activate", "try a model in a process of its own and make it the active one"),
    ("rollback", "make the model active again that the active one replaced"),
    ("retire", "take a model out of use; its files stay"),
    ("delete", "delete a model's files; its results stay readable"),
    ("export", "write a model as one .whyray file"),
    ("sign", "sign a model with the site's key"),
    ("trust-key", "trust the key of a maker of models; without KEY: list the trusted ones"),
)
_WITH_REASON = frozenset(
    {"import", "activate", "rollback", "retire", "delete", "export", "sign", "trust-key"}
)
_ACTIONS = {
    "list": model_answers.list_models,
    "show": model_answers.show,
    "history": model_answers.history,
    "verify": model_answers.verify,
    "import": model_acts.bring,
    "activate": model_acts.activate,
    "rollback": model_acts.roll_back,
    "retire": model_acts.retire,
    "delete": model_acts.delete,
    "export": model_acts.export,
    "sign": model_acts.sign,
    "trust-key": model_acts.trust_key,
}
