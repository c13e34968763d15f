"""The tables that name pictures: those to learn from, and those to be measured on.

``path,split,weight`` for learning: frontal chest films of the splits ``train`` and ``val`` (rare
kinds may weigh more), and other pictures of the split ``photo``. ``path,set,should_pass,change``
for measuring: `change` is one of `CHANGES` or empty. Paths are relative to the table.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np

from engine.bundle.intake import read_grey
from engine.errors import RequestError
from training.content.texture import Picture

LONGEST = 400  # pixels; larger pictures are reduced when they are read
CHANGES: dict[str, Callable[[Picture], Picture]] = {
    "": lambda picture: picture,
    "inverted": lambda picture: 1.0 - picture,
    "quarter turn": lambda picture: np.rot90(picture),
    "half turn": lambda picture: np.rot90(picture, 2),
    "upside down": lambda picture: picture[::-1],
}


def read_rows(table: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The table's rows, `path` made absolute. Raises RequestError."""
    try:
        with table.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestError(f"the table cannot be read: {error}", file=table) from error
    if not rows or not set(columns) <= set(rows[0]):
        raise RequestError(f"the table needs the columns {', '.join(columns)}", file=table)
    return [row | {"path": str(table.parent / row["path"])} for row in rows]


def read_learning(table: Path) -> dict[str, list[Picture]]:
    """Pictures by split; those of greater weight several times. Raises RequestError, ImageError."""
    found: dict[str, list[Picture]] = {"train": [], "val": [], "photo": []}
    for row in read_rows(table, ("path", "split", "weight")):
        if row["split"] not in found:
            raise RequestError(f"there is no split {row['split']!r}", file=table)
        found[row["split"]] += [_small(read_grey(Path(row["path"])))] * _weight(row, table)
    if not found["train"] or not found["val"]:
        raise RequestError("films of the splits train and val are needed", file=table)
    return found


def read_measuring(table: Path) -> Iterator[tuple[str, bool, Picture]]:
    """Name of the set, whether it should pass, and the picture, each read when its turn comes.

    Raises:
        RequestError: the table does not fit; at once, before any picture is asked for.
        ImageError: a picture cannot be read.
    """
    rows = read_rows(table, ("path", "set", "should_pass", "change"))
    for row in rows:
        if row["change"] not in CHANGES:
            raise RequestError(f"there is no change {row['change']!r}", file=table)
        if row["should_pass"] not in ("yes", "no"):
            raise RequestError(f"should_pass is yes or no, not {row['should_pass']!r}", file=table)
    return (_measured(row) for row in rows)


def _measured(row: dict[str, str]) -> tuple[str, bool, Picture]:
    picture = CHANGES[row["change"]](read_grey(Path(row["path"])))
    return row["set"], row["should_pass"] == "yes", np.ascontiguousarray(picture)


def _weight(row: dict[str, str], table: Path) -> int:
    if not row["weight"].isdecimal() or int(row["weight"]) < 1:
        raise RequestError(f"a weight is 1 or more, not {row['weight']!r}", file=table)
    return int(row["weight"])


def _small(picture: Picture) -> Picture:
    factor = LONGEST / max(picture.shape)
    if factor >= 1.0:
        return picture
    size = tuple(max(1, round(side * factor)) for side in picture.shape[::-1])
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
