"""Tables that spreadsheets open without running what stands in them.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break is a formula to a
spreadsheet, and what stands in files is anybody's. Such a text gets an apostrophe in front, also
behind separators inside it, because programs set to another language cut cells there. UTF-8 with a
byte order mark, without which spreadsheets take letters beyond ASCII for others.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from engine.images.text import clean_text

ENCODING = "utf-8-sig"
MAX_CELL = 2000
# Also the full-width forms, which some programs take for the same.
_FORMULA = re.compile(r"((?:^|[;,|])[\s\"]*)([=+\-@＝＋－＠])")

Cell = str | float | int | bool | None


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file (RFC 4180: commas, CRLF, texts in quotes where needed)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([cell(name) for name in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode(ENCODING)


def cell(value: Cell) -> str:
    """One value as it stands in a table; None is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.6g}"
    return _FORMULA.sub(r"\1'\2", printable(value))


def printable(text: str) -> str:
    r"""One line without control characters; bytes of file names outside UTF-8 as ``\xNN``."""
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # halves of a letter, which Windows lets stand in names
        raw = text.encode("utf-8", "backslashreplace")
    return clean_text(raw.decode("utf-8", "backslashreplace"), MAX_CELL)
