"""``whyray monitor``: what models said here month after month, and how far readers agreed."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import print_json, print_table
from desktop.cli.own_library import own_library
from engine.errors import LibraryError, RequestError, display_path

if TYPE_CHECKING:  # brings NumPy
    from engine.library.monitoring import Monitored

HELP = "scores, refusals and agreement with readers, by month and model version; drift in words"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--finding", metavar="NAME", help="only this one (default: all)")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="also write the figures as a table"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Prints the summary and a table of every finding and version; status 3 without any score."""
    from engine.library.monitoring import monitor
    from engine.library.monitoring_tables import COLUMNS, document, rows

    with own_library() as connection:
        monitored = _only(monitor(connection), arguments.finding)
    if arguments.csv is not None:
        from engine.batch.cells import table
        from engine.files import atomic_write

        atomic_write(arguments.csv, table(COLUMNS, rows(monitored)))
    if arguments.json:
        told = None if arguments.csv is None else display_path(arguments.csv)
        print_json(document(monitored) | {"table": told})
    elif not monitored.versions:
        raise LibraryError("no image was scored yet while the history was on")
    else:
        _print(monitored)
    return 0 if monitored.versions else 3


def _only(monitored: Monitored, finding: str | None) -> Monitored:
    if finding is None:
        return monitored
    if finding not in monitored.findings:
        known = ", ".join(monitored.findings) or "none"
        raise RequestError(f"no score of {finding!r} is known", hint=f"Known: {known}.")
    return replace(
        monitored,
        scores=monitored.of(finding),
        references=tuple(r for r in monitored.references if r.finding == finding),
    )


def _print(monitored: Monitored) -> None:
    from engine.library.monitoring_words import METHOD, drift_text, share_text, summary

    for finding in monitored.findings:
        for version in monitored.versions:
            own = monitored.of(finding, version.place)
            if not own:
                continue
            print(f"{finding}")
            for sentence in summary(monitored, finding, version.place):
                print(f"  {sentence}")
            told = [
                (
                    entry.month,
                    str(entry.count),
                    f"{entry.quantiles[2]:.3f}" if entry.quantiles else "-",
                    str(share_text(entry.above)),
                    f"{entry.agreement.accepted} / {entry.agreement.rejected}",
                    str(drift_text(entry.drift)),
                )
                for entry in own
            ]
            heads = ("month", "scored", "median", "at or above the point", "yes / no", "drift")
            print_table(told, heads)
            print()
    print(METHOD)
