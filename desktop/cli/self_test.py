"""``whyray self-test``: is this copy whole? Decoding, models, explanations, report, window."""

import argparse
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from desktop.cli.output import print_json, tell
from engine.errors import RequestError, WhyRayError

HELP = "check this installation: decoding, models, explanations, report, window"
_INNER = "window-here"  # what the check of the window runs in a child
Check = Callable[[], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--cpu", action="store_true", help="do not use a GPU")
    parser.add_argument("--only", metavar="CHECK", help="one check, by its name as printed")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the checks; status 1 when some fail, 3 when all do."""
    outcomes = [_check(name, work) for name, work in _chosen(arguments).items()]
    if arguments.json:
        print_json({"checks": outcomes})
    else:
        for outcome in outcomes:
            word = "ok    " if outcome["is_ok"] else "FAILED"
            print(f"{word} {outcome['name']}: {outcome['note']} ({outcome['seconds']:.2f} s)")
    good = sum(outcome["is_ok"] for outcome in outcomes)
    if good == len(outcomes):
        return 0
    return 1 if good else 3


def _chosen(arguments: argparse.Namespace) -> dict[str, Check]:
    from desktop.cli.checks import models, packages, pictures, report, syntaxes, trial, window

    if arguments.only == _INNER:
        return {_INNER: window.open_and_close}
    checks: dict[str, Check] = {
        "transfer-syntaxes": syntaxes.check,
        "pictures": pictures.check,
        "packages": packages.check,
    }
    for folder in models.shipped():
        checks[folder.name] = partial(models.check, folder, is_cpu=arguments.cpu)
    checks |= {"trial": trial.check, "report": report.check, "window": window.check}
    if arguments.only is None:
        return checks
    if arguments.only not in checks:
        raise RequestError(
            f"there is no check {arguments.only!r}", hint=f"Checks: {', '.join(checks)}."
        )
    return {arguments.only: checks[arguments.only]}


def _check(name: str, work: Check) -> dict[str, Any]:
    start = time.perf_counter()
    try:
        note, is_ok = work(), True
    except WhyRayError as error:
        tell(error)
        note, is_ok = str(error), False
    except ImportError as error:  # something is missing; the rest is still looked at
        note, is_ok = f"{error}. Install WhyRay again.", False
    return {"name": name, "is_ok": is_ok, "note": note, "seconds": time.perf_counter() - start}
