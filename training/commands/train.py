"""``python -m training train``: images in, a checked bundle out; goes on after a kill."""

import argparse

from training.commands.run_options import add_run_arguments, command_of, config_of, run_folder
from training.events import Events

SUMMARY = "train a model on labelled radiographs and write it as a bundle"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_run_arguments(parser, makes_bundle=True)


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Trains. Exit status 0."""
    from training.run.prepare import Folders
    from training.run.train import train

    folders = Folders(tuple(arguments.data), run_folder(arguments), arguments.out, arguments.cache)
    command = command_of("train", arguments)
    events.done(**train(folders, config_of(arguments), command, events))
    return 0
