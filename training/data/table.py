"""Tables of labels: a CSV row becomes a `Sample`, whatever the maker called the columns."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from training.data.sample import SPLITS, Sample

# What we call a column -> how tables call it, the first one present is taken. Case, spaces,
# underscores and hyphens do not count. "Image Index" ... "View Position" are ChestX-ray14's.
COLUMNS = {
    "path": ("path", "image index", "image path", "image", "file", "file name", "filename"),
    "labels": ("labels", "label", "finding labels", "class", "diagnosis", "finding"),
    "patient": ("patient id", "patient", "subject id", "subject"),
    "view": ("view", "view position", "projection"),
    "sex": ("sex", "patient gender", "patient sex", "gender"),
    "age": ("age years", "age", "patient age"),
    "split": ("split", "subset", "partition"),
    "source": ("source", "collection", "dataset", "hospital", "institution"),
    "mask": ("mask", "mask path"),
}
# How tables call the splits -> what we call them.
SPLIT_NAMES = {
    "train": "train", "training": "train", "val": "val", "valid": "val", "validation": "val",
    "dev": "val", "test": "test", "testing": "test",
}  # fmt: skip
SEXES = {"f": "F", "female": "F", "m": "M", "male": "M", "o": "O", "other": "O"}
# Tables that are looked for in a folder, the first one there is read.
TABLES = ("labels.csv", "Data_Entry_2017_v2020.csv", "Data_Entry_2017.csv", "metadata.csv")
# Lists of file names beside a table without a column of splits, as ChestX-ray14 comes; validation
# is taken from the training patients then.
SPLIT_LISTS = {"train_val_list.txt": "train", "test_list.txt": "test"}
_SEPARATORS = re.compile(r"[|;]")
_YEARS_PER_UNIT = {"": 1.0, "Y": 1.0, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}
_OLDEST = 120.0


class NotASample(Exception):
    """A row or file that cannot be used; the text says why."""


@dataclass(frozen=True)
class Table:
    """A table of labels as read.

    Attributes:
        file: where it lies.
        columns: our name -> the table's name, for the columns that it has.
        rows: every row by the table's own column names.
    """

    file: Path
    columns: Mapping[str, str]
    rows: tuple[dict[str, str], ...]


def read_table(file: Path) -> Table:
    """Reads a CSV file.

    Raises:
        NotASample: it cannot be read, or names no images or no labels.
    """
    try:
        with file.open(newline="", encoding="utf-8-sig") as handle:
            rows = tuple(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotASample(f"the table cannot be read: {error}") from error
    columns = columns_of([name for name in (rows[0] if rows else ()) if name is not None])
    missing = {"path", "labels"} - set(columns)
    if missing:
        known = "; ".join(f"{name}: {', '.join(COLUMNS[name])}" for name in sorted(missing))
        raise NotASample(f"the table has no rows with these columns ({known})")
    return Table(file, columns, rows)


def columns_of(header: list[str]) -> dict[str, str]:
    """Our name -> the table's name, by `COLUMNS`."""
    plain = {re.sub(r"[ _\-]+", " ", name.strip()).casefold(): name for name in header}
    found = {
        ours: next((plain[name] for name in theirs if name in plain), None)
        for ours, theirs in COLUMNS.items()
    }
    return {ours: name for ours, name in found.items() if name is not None}


def samples_of(table: Table) -> Iterator[Sample | tuple[Path, str]]:
    """Every row in order: a sample, or (file, why it cannot be used)."""
    finder = _Finder(table.file.parent)
    listed = {} if "split" in table.columns else _listed_splits(table.file.parent)
    for number, row in enumerate(table.rows, start=2):  # the header is line 1
        try:
            sample = _sample(row, table.columns, finder)
            yield replace(sample, split=listed.get(sample.path.name, sample.split))
        except NotASample as error:
            yield table.file, f"row {number}: {error}"


def split_name(text: str) -> str | None:
    """One of `SPLITS` or None for an empty cell. Raises NotASample."""
    if not text:
        return None
    if text.casefold() not in SPLIT_NAMES:
        raise NotASample(f"knows only the splits {', '.join(SPLITS)}, not {text!r}")
    return SPLIT_NAMES[text.casefold()]


def _listed_splits(folder: Path) -> dict[str, str]:
    """File name -> split by `SPLIT_LISTS`; empty unless all of them are there."""
    if not all((folder / name).is_file() for name in SPLIT_LISTS):
        return {}
    return {
        line.strip(): split
        for name, split in SPLIT_LISTS.items()
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
    }


def labels_in(text: str) -> tuple[str, ...]:
    """Labels of a cell, separated by ``|`` or ``;``; each once, in order."""
    return tuple(dict.fromkeys(part.strip() for part in _SEPARATORS.split(text) if part.strip()))


def age_in(text: str) -> float | None:
    """Years of ``58``, ``58.5``, ``058Y`` or ``006M``; None where empty, odd or beyond 120.

    ChestX-ray14 holds ages up to 414, which are typing errors.
    """
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([YMWDymwd]?)", text)
    if match is None:
        return None
    years = float(match[1]) * _YEARS_PER_UNIT[match[2].upper()]
    return years if years <= _OLDEST else None


class _Finder:
    """Finds the images that a table names.

    Beside the table, in the folder above (tables that name paths from their data set's root), or,
    for bare file names, wherever one file of that name lies under the table's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_name: dict[str, list[Path]] | None = None

    def find(self, text: str) -> Path:
        for start in (self._folder, self._folder.parent):
            if (start / text).is_file():
                return start / text
        found = self._named(text) if "/" not in text and "\\" not in text else []
        if len(found) == 1:
            return found[0]
        reason = "several files of that name" if found else "a file that is not there"
        raise NotASample(f"names {reason}: {text}")

    def _named(self, name: str) -> list[Path]:
        if self._by_name is None:
            self._by_name = {}
            for path in sorted(self._folder.rglob("*")):
                if path.is_file():
                    self._by_name.setdefault(path.name, []).append(path)
        return self._by_name.get(name, [])


def _sample(row: dict[str, str], columns: Mapping[str, str], finder: _Finder) -> Sample:
    cells = {ours: (row[theirs] or "").strip() for ours, theirs in columns.items()}
    path = finder.find(cells["path"])
    mask, sex = cells.get("mask", ""), cells.get("sex", "").casefold()
    return Sample(
        path=path,
        labels=labels_in(cells["labels"]),
        patient_id=cells.get("patient", ""),
        split=split_name(cells.get("split", "")),
        mask=finder.find(mask) if mask else None,
        view=cells.get("view", "").upper(),
        sex=SEXES.get(sex, ""),
        age_years=age_in(cells.get("age", "")),
        source=cells.get("source", ""),
    )
