"""``python -m training options``: every key of a configuration, with default, range and meaning."""

import argparse
import sys

from training.config import explained_options
from training.events import Events

SUMMARY = "list every option of a training configuration"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("section", nargs="?", help="only this section")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Tells the options: for people on standard error, as facts in the last event."""
    found, lines = {}, []
    for section, rows in explained_options().items():
        if arguments.section not in (None, section):
            continue
        lines.append(f"\n[{section}]" if section else "\n(above all sections)")
        for row in rows:
            allowed = f" ({row.range_text()})" if row.range_text() else ""
            default = list(row.default) if isinstance(row.default, tuple) else row.default
            lines.append(f"  {row.name} = {default!r:<12} {row.help}{allowed}")
            name = f"{section}.{row.name}" if section else row.name
            found[name] = {"default": default, "help": row.help, "allowed": row.range_text()}
    sys.stderr.write("\n".join(lines) + "\n")
    events.done(options=found)
    return 0
