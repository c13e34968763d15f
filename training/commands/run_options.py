"""What all commands that train have in common: data, folders, configuration and overrides."""

import argparse
from pathlib import Path

from engine.errors import RequestError
from training.called import PROGRAM
from training.config import TrainingConfig, read_config, with_overrides

# Short names for options that are often given.
SHORT = {
    "id": "id",
    "name": "name",
    "label": "task.label",
    "architecture": "network.architecture",
    "epochs": "schedule.epochs",
    "seed": "schedule.seed",
}
NEEDED = ("tensorflow", "keras", "tf2onnx", "sklearn", "optuna", "matplotlib")


def add_run_arguments(parser: argparse.ArgumentParser, *, makes_bundle: bool) -> None:
    """Declares them."""
    parser.add_argument(
        "--data", type=Path, required=True, nargs="+", metavar="DIR",
        help="folders with labels.csv or one folder per class, or tables; several are merged",
    )  # fmt: skip
    if makes_bundle:
        parser.add_argument(
            "--out", type=Path, required=True, metavar="BUNDLE_DIR", help="bundle folder to write"
        )
    parser.add_argument(
        "--run", type=Path, required=not makes_bundle, metavar="DIR",
        help="folder of the run: state to go on from, logs, summary"
        + (" (default: BUNDLE_DIR.run)" if makes_bundle else ""),
    )  # fmt: skip
    parser.add_argument(
        "--cache", type=Path, metavar="DIR",
        help="keep decoded and fitted pictures here; runs with the same recipe share them",
    )  # fmt: skip
    parser.add_argument(
        "--config", type=Path, metavar="FILE",
        help="TOML, or the configuration.json of an earlier run; the options below override it",
    )  # fmt: skip
    parser.add_argument(
        "--set", action="append", default=[], metavar="SECTION.OPTION=VALUE",
        help=f"any option of the configuration; '{PROGRAM} options' lists them",
    )  # fmt: skip
    for short, name in SHORT.items():
        parser.add_argument(f"--{short}", metavar="VALUE", help=f"the same as --set {name}=VALUE")


def config_of(arguments: argparse.Namespace) -> TrainingConfig:
    """The resolved configuration. Raises RequestError."""
    config = read_config(arguments.config) if arguments.config is not None else TrainingConfig()
    return with_overrides(config, dict(_overrides(arguments)))


def run_folder(arguments: argparse.Namespace) -> Path:
    """The folder of the run: the one given, else beside the bundle."""
    if arguments.run is not None:
        return arguments.run
    return arguments.out.with_name(f"{arguments.out.name}.run")


def command_of(command: str, arguments: argparse.Namespace) -> list[str]:
    """The arguments again; data and folders are left to whoever repeats the run."""
    given = [command, "--data", "DATA", *(["--out", "BUNDLE"] if "out" in arguments else [])]
    if arguments.config is not None:
        given += ["--config", arguments.config.name]
    for name, value in _overrides(arguments):
        given += ["--set", f"{name}={value}"]
    return given


def _overrides(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    found = []
    for text in arguments.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise RequestError(f"--set {text} has no =", hint="Write SECTION.OPTION=VALUE.")
        found.append((name.strip(), value.strip()))
    for short, name in SHORT.items():
        value = getattr(arguments, short)
        found += [(name, value)] if value is not None else []
    return found
