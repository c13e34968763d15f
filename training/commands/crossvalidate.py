"""``python -m training crossvalidate``: k folds by patient, figures with their spread."""

import argparse

from training.commands.run_options import add_run_arguments, config_of
from training.events import Events

SUMMARY = "train and measure k times, each time with other patients left out"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_run_arguments(parser, makes_bundle=False)


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains every fold. Exit status 0."""
    from training.run.crossvalidate import crossvalidate
    from training.run.prepare import Folders

    folders = Folders(tuple(arguments.data), arguments.run, cache=arguments.cache)
    events.done(**crossvalidate(folders, config_of(arguments), events))
    return 0
