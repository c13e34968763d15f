"""``whyray audit``: is the log of what was done whole? And the log as JSON lines."""

import argparse
import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop.cli.administrator_gate import admit
from desktop.cli.output import print_json
from desktop.paths import library_folder, user_folder
from engine.errors import LibraryError, OutputError, UnreadableFile, display_path
from engine.library import audit
from engine.library.database import connect_to_read, library_error
from engine.library.opening import NAME

HELP = "check or export the log of what was opened, scored, explained and decided"
_SQLITE = b"SQLite format 3\x00"
_WHAT = (
    "The log only grows, and every entry holds the hash of the one before: an entry that was "
    "altered, taken out or put in is found at its line. That its end is missing, or that all of it "
    "was made anew, only --expect can tell."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="look for the first broken link", description=_WHAT)
    verify.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="exported JSON lines, or a library.db; default: this user's library",
    )
    verify.add_argument(
        "--expect", metavar="HASH", help="fail unless the chain holds an entry with this hash"
    )
    export = actions.add_parser("export", help="write the log as JSON lines, one entry a line")
    export.add_argument("--out", type=Path, metavar="FILE", help="default: stdout")
    for action in (verify, export):
        action.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action; status 1 where the chain is broken, 3 where there is none."""
    return _verify(arguments) if arguments.action == "verify" else _export(arguments)


def _verify(arguments: argparse.Namespace) -> int:
    path = _own_library() if arguments.file is None else arguments.file
    found: list[str] = []

    def noting(lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            if arguments.expect and f'"hash":"{arguments.expect}"' in line:
                found.append(line)
            yield line

    checked = audit.verify(noting(_lines_of(path)))
    is_missing = bool(arguments.expect) and not found
    is_whole = checked.broken_line is None and not is_missing
    if arguments.json:
        print_json(
            {
                "file": display_path(path),
                "is_whole": is_whole,
                "entries": checked.count,
                "head": checked.head,
                "broken_line": checked.broken_line,
                "problem": str(checked.problem),
                "is_expected_missing": is_missing,
            }
        )
        return 0 if is_whole else 1
    if checked.broken_line is not None:
        print(f"broken at line {checked.broken_line}: {checked.problem}")
        print(f"entries before it, which hold: {checked.count}")
    elif is_missing:
        print(f"no entry has the hash {arguments.expect}: the log was cut off or made anew")
    elif not checked.count:
        print("no entries: nothing was logged yet, or all of it was taken away")
    else:
        print(f"whole: {checked.count} entries, the last hash is {checked.head}")
    return 0 if is_whole else 1


def _export(arguments: argparse.Namespace) -> int:
    admit("export the audit")
    lines = _lines_of(_own_library())
    if arguments.out is None:
        if arguments.json:
            raise OutputError("stdout cannot hold both the log and a document; name --out FILE")
        for line in lines:
            sys.stdout.write(f"{line}\n")
        return 0
    from engine.files import atomic_write

    text = "".join(f"{line}\n" for line in lines)
    atomic_write(arguments.out, text.encode())
    count = text.count("\n")
    if arguments.json:
        print_json({"file": display_path(arguments.out), "entries": count})
    else:
        print(f"{count} entries written to {display_path(arguments.out)}")
    return 0


def _own_library() -> Path:
    path = library_folder(user_folder()) / NAME
    if not path.is_file():
        raise LibraryError(
            "there is no library yet",
            hint="It begins when the window opens its first image with the history on.",
            file=path,
        )
    return path


def _lines_of(path: Path) -> Iterator[str]:
    """The entries of an exported log or of a database, one by one."""
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_SQLITE)) == _SQLITE
        if is_database:
            yield from _lines_of_database(path)
        else:
            with path.open(encoding="utf-8", errors="replace") as file:
                yield from (line.rstrip("\r\n") for line in file)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}", file=path) from error


def _lines_of_database(path: Path) -> Iterator[str]:
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            yield from audit.lines(connection)
    except sqlite3.Error as error:
        raise library_error(error, path) from error
