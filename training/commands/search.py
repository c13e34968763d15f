"""``python -m training search``: tries configurations; start it again, or elsewhere, to go on."""

import argparse

from training.commands.run_options import add_run_arguments, config_of
from training.events import Events

SUMMARY = "search for a configuration by validation figures; several machines can share a search"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_run_arguments(parser, makes_bundle=False)
    parser.add_argument(
        "--storage", default="", metavar="FILE_OR_URL",
        help="journal file on a shared folder, or URL of a database, that all machines name alike "
        "(default: a journal in the run's folder)",
    )  # fmt: skip


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Searches. Exit status 0."""
    from training.run.prepare import Folders
    from training.run.search import search

    folders = Folders(tuple(arguments.data), arguments.run, cache=arguments.cache)
    events.done(**search(folders, config_of(arguments), arguments.storage, events))
    return 0
