"""What commands print: results on stdout, messages on stderr."""

import json
import sys
from pathlib import Path
from typing import Any

from engine.errors import OutputError, WhyRayError


def print_json(document: Any) -> None:
    """One JSON document on stdout; never NaN."""
    print(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2))


def make_folder(folder: Path) -> None:
    """The folder of ``--out``. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made: {error.strerror}"
        raise OutputError(reason, hint="Choose another --out.", file=folder) from error


def report_error(error: WhyRayError, *, is_json: bool) -> None:
    """An error that ended the whole command."""
    if is_json:
        print_json({"error": error.as_json()})
    tell(error)


def tell(error: WhyRayError) -> None:
    """An error in words, on stderr."""
    print(f"error: {error}", file=sys.stderr)
    if error.hint:
        print(f"       {error.hint}", file=sys.stderr)
    for name, value in error.details.items():
        print(f"       {name}: {value}", file=sys.stderr)


def print_table(rows: list[tuple[str, ...]], headings: tuple[str, ...]) -> None:
    """Left-aligned columns on stdout."""
    widths = [max(len(row[i]) for row in (headings, *rows)) for i in range(len(headings))]
    for row in (headings, *rows):
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
