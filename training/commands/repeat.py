"""``python -m training multi``: the same run with several seeds; a bundle of the best."""

import argparse

from training.commands.run_options import add_run_arguments, command_of, config_of, run_folder
from training.events import Events

SUMMARY = "train with several seeds, tell the spread, and write the best as a bundle"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_run_arguments(parser, makes_bundle=True)


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains. Exit status 0."""
    from training.run.prepare import Folders
    from training.run.repeat import repeat

    folders = Folders(tuple(arguments.data), run_folder(arguments), arguments.out, arguments.cache)
    command = command_of("multi", arguments)
    events.done(**repeat(folders, config_of(arguments), command, events))
    return 0
