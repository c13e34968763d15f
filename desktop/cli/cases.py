"""``whyray cases``: images that readers confirmed or corrected, as a table for training."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import print_json, print_table
from desktop.cli.own_library import own_library
from engine.errors import LibraryError, RequestError, display_path
from engine.progress import finish

if TYPE_CHECKING:  # brings NumPy
    from engine.library.cases import Gathered

HELP = "count the images that readers confirmed or corrected, and write them as a training table"
_WHAT = (
    "A finding that a reader accepted is taken as the model saw it, on its side of the operating "
    "point; a rejected one as the opposite. Left out and counted: what nobody answered, what "
    "readers disagree about, images that the input checks refused, and files that are gone or were "
    "changed. Patients stand in the table as pseudonyms; paths are as they are."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.description = f"{HELP[0].upper()}{HELP[1:]}. {_WHAT}"
    parser.add_argument("--out", type=Path, metavar="TABLE", help="CSV file to write")
    parser.add_argument(
        "--finding", action="append", default=[], metavar="NAME",
        help="what the table is about; may be repeated (default: the only one that was decided)",
    )  # fmt: skip
    parser.add_argument(
        "--exclusive", action="store_true",
        help="exactly one of the findings is on every image, as for a softmax",
    )  # fmt: skip
    parser.add_argument(
        "--label", action="append", default=[], metavar="FINDING=LABEL",
        help="call a finding as another table does; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--absent", default="", metavar="LABEL", help='label of images without (default: "no NAME")'
    )
    parser.add_argument("--since", default="", metavar="DAY", help="decided since YYYY-MM-DD")
    parser.add_argument(
        "--with-refused", action="store_true",
        help="also images that the input checks refused and somebody had scored anyway",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Counts the cases and writes the table; status 3 where there is no case."""
    from engine.library.cases import check_files, for_findings, gather_cases

    with own_library() as connection:
        gathered = gather_cases(
            connection, with_refused=arguments.with_refused, first_day=arguments.since
        )
    findings = tuple(arguments.finding) or gathered.findings
    _check_findings(gathered, arguments)
    names = dict(_pair(text) for text in arguments.label)
    if arguments.out is not None:
        gathered = for_findings(gathered, findings, are_exclusive=arguments.exclusive)
    gathered = finish(check_files(gathered))
    if not gathered.cases and not arguments.json:
        _tell_left_out(gathered)
        raise LibraryError("no image is left that a reader confirmed or corrected")
    if arguments.out is not None and gathered.cases:
        from desktop.site_key import site_key
        from engine.library.cases import Labelling, write_training_table

        labelling = Labelling(findings, arguments.absent, names)
        write_training_table(arguments.out, gathered, labelling, key=site_key())
    _print(gathered, findings, arguments)
    return 0 if gathered.cases else 3


def _check_findings(gathered: Gathered, arguments: argparse.Namespace) -> None:
    known = gathered.findings
    unknown = [name for name in arguments.finding if name not in known]
    if unknown and known:
        raise RequestError(
            f"no case tells of {unknown[0]!r}", hint=f"Decided so far: {', '.join(known)}."
        )
    if arguments.out is not None and len(known) > 1 and not arguments.finding:
        raise RequestError(
            f"readers decided about {len(known)} findings; the table must be about some of them",
            hint=f"Name those with --finding: {', '.join(known)}.",
        )


def _pair(text: str) -> tuple[str, str]:
    name, equals, label = text.partition("=")
    if not (name and equals and label):
        raise RequestError(f"a label is named as FINDING=LABEL, not {text!r}")
    return name, label


def _print(gathered: Gathered, findings: tuple[str, ...], arguments: argparse.Namespace) -> None:
    counts = {name: gathered.counts(name) for name in findings}
    patients = len({case.patient for case in gathered.cases})
    if arguments.json:
        print_json(
            {
                "images": len(gathered.cases),
                "patients": patients,
                "findings": {
                    name: {"with": there, "without": absent}
                    for name, (there, absent) in counts.items()
                },
                "left_out": dict(gathered.left_out),
                "table": None if arguments.out is None else display_path(arguments.out),
            }
        )
        return
    rows = [(name, str(there), str(absent)) for name, (there, absent) in counts.items()]
    print_table(rows, ("finding", "with", "without"))
    print(f"{len(gathered.cases)} images of {patients} patients", file=sys.stderr)
    _tell_left_out(gathered)
    if arguments.out is not None:
        print(f"written: {display_path(arguments.out)}", file=sys.stderr)


def _tell_left_out(gathered: Gathered) -> None:
    from engine.library.cases import WORDS

    for reason, count in gathered.left_out.items():
        print(f"left out: {count} x {WORDS[reason]}", file=sys.stderr)
