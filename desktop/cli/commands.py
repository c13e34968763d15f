"""The table of subcommands, and what they share: parsing, exit statuses, error texts."""

import argparse
import difflib
import sys
from importlib.metadata import version
from pathlib import Path

from desktop.cli import (
    activations,
    administrator,
    audit,
    batch,
    cases,
    compare,
    compare_models,
    deidentify,
    dicom,
    echo,
    explain,
    gradient,
    layers,
    methods,
    models,
    monitor,
    predict,
    receive,
    report,
    self_test,
    send,
    trust,
    weights,
)
from desktop.cli.output import report_error
from desktop.cli.training_process import TRAINING_COMMANDS, run_training
from engine.errors import RequestError, WhyRayError

# Exit statuses.
DONE, SOME_FAILED, WRONG_USE, NOTHING_DONE = 0, 1, 2, 3

# Name -> module with `HELP`, `add_arguments(parser)` and `run(arguments) -> exit status`.
COMMANDS = {
    "predict": predict,
    "explain": explain,
    "batch": batch,
    "trust": trust,
    "compare": compare,
    "compare-models": compare_models,
    "report": report,
    "methods": methods,
    "layers": layers,
    "activations": activations,
    "weights": weights,
    "gradient": gradient,
    "dicom": dicom,
    "deidentify": deidentify,
    "echo": echo,
    "send": send,
    "receive": receive,
    "models": models,
    "monitor": monitor,
    "cases": cases,
    "audit": audit,
    "administrator": administrator,
    "self-test": self_test,
}


def run_command_line(arguments: list[str]) -> int:
    """Parses and runs one command; returns the exit status."""
    if arguments and arguments[0] in TRAINING_COMMANDS:  # it parses its own arguments
        return _guarded(lambda: run_training(arguments[0], arguments[1:]), is_json=False)
    parser = build_parser()
    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        parser.error("a command or files are needed")
    is_json = bool(getattr(chosen, "json", False))
    return _guarded(lambda: COMMANDS[chosen.command].run(chosen), is_json=is_json)


def build_parser() -> argparse.ArgumentParser:
    """The parser of every subcommand."""
    parser = argparse.ArgumentParser(
        prog="whyray",
        usage="whyray [FILES...] | whyray COMMAND ...",
        description="Explainable reading of chest radiographs, for research. "
        "Without a command the window opens, with the files if any are named.",
        epilog="Exit status: 0 done, 1 some inputs failed (each is named), 2 wrong use, "
        "3 nothing could be done.",
    )
    parser.add_argument("--version", action="version", version=f"WhyRay {version('whyray')}")
    subparsers = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="whyray"
    )
    for name, module in COMMANDS.items():
        command = subparsers.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
    for name, summary in TRAINING_COMMANDS.items():
        subparsers.add_parser(name, help=summary, description=summary)
    return parser


def known_commands() -> tuple[str, ...]:
    """Names of all subcommands, those of the training side last."""
    return (*COMMANDS, *TRAINING_COMMANDS)


def is_typo(arguments: list[str]) -> bool:
    """Whether the first word was meant as a command: no file, and bare or close to one's name.

    Desktops hand over whole paths; a bare word that names nothing comes from a terminal.
    """
    word = Path(arguments[0]) if arguments else Path()
    if not arguments or word.exists() or word.name != arguments[0]:
        return False
    is_close = bool(difflib.get_close_matches(arguments[0], known_commands(), cutoff=0.6))
    return is_close or not word.suffix


def _guarded(work, *, is_json: bool) -> int:  # noqa: ANN001 - a function of no arguments
    try:
        return work()
    except RequestError as error:
        report_error(error, is_json=is_json)
        return WRONG_USE
    except WhyRayError as error:
        report_error(error, is_json=is_json)
        return NOTHING_DONE
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return NOTHING_DONE
    except BrokenPipeError:  # the reader of our output has left
        sys.stderr.close()
        return NOTHING_DONE
