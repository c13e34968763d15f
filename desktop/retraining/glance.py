"""A first glance at a source of training images: its classes, without reading any image.

The window shows it while sources are being chosen. What counts is the training side's own look,
which reads every image; it follows the same conventions (README, "Train a model").
"""

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.errors import RequestError
from engine.language import said
from engine.progress import Step

FOLDERS, TABLE = "folders", "table"
TABLES = ("labels.csv", "Data_Entry_2017_v2020.csv", "Data_Entry_2017.csv", "metadata.csv")
_SUFFIXES = (
    ".dcm", ".dicom", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", "",
)  # fmt: skip
_PARTS = frozenset(("train", "training", "val", "valid", "validation", "dev", "test", "testing"))
_LABELS = ("labels", "label", "finding labels", "class", "diagnosis", "finding")
_PATHS = (
    "path", "image index", "image path", "image", "file", "file name", "filename",
)  # fmt: skip
_PATIENTS = ("patient id", "patient", "subject id", "subject")
_SEVERAL = re.compile(r"[|;]")
_ABSENT = re.compile(r"(no|non|normal|negative|without|clear|healthy)([ _-].*)?", re.IGNORECASE)
_STEP_FOLDERS = 20
_HINT = said(
    "Choose a folder that holds one folder per class, or a table with the columns path and label."
)


@dataclass(frozen=True)
class Glance:
    """What a source seems to hold.

    Attributes:
        kind: `FOLDERS` or `TABLE`.
        labels: images by class, in the order of their names.
        has_parts: whether training, validation and test images are told apart in it.
        has_patients: whether it says whose image each one is; files in DICOM say it themselves.
    """

    kind: str
    labels: Mapping[str, int]
    has_parts: bool = False
    has_patients: bool = False


def glance(source: Path) -> Iterator[Step]:
    """Looks at a folder or a table.

    Yields:
        Steps; the last one's `result` is a `Glance`.

    Raises:
        RequestError: nothing is there, or nothing that could be trained on.
    """
    if not source.exists():
        raise RequestError(
            said("there is no such file or folder"), hint=said("Check the path."), file=source
        )
    tables = [source] if source.is_file() else [source / name for name in TABLES]
    table = next((path for path in tables if path.is_file()), None)
    if table is not None:
        yield Step(0.0)
        yield Step(1.0, result=_table(table))
        return
    yield from _folders(source)


def seems_absent(label: str) -> bool:
    """Whether a label sounds like films without the finding: ``NORMAL``, ``no opacity``."""
    return _ABSENT.fullmatch(label) is not None


def _table(file: Path) -> Glance:
    try:
        with file.open(newline="", encoding="utf-8-sig") as handle:
            rows = csv.DictReader(handle)
            names = {_plain(name): name for name in rows.fieldnames or ()}
            column = next((names[name] for name in _LABELS if name in names), None)
            if column is None or not any(name in names for name in _PATHS):
                raise RequestError(
                    said("the table does not say which image has which class"),
                    hint=_HINT,
                    file=file,
                )
            labels: Counter[str] = Counter()
            for row in rows:
                found = [text.strip() for text in _SEVERAL.split(row[column] or "")]
                labels.update(label for label in found if label)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestError(
            said("the table cannot be read: {reason}", reason=str(error)), hint=_HINT, file=file
        ) from error
    if not labels:
        raise RequestError(said("the table has no rows"), hint=_HINT, file=file)
    has_parts = any(name in names for name in ("split", "subset", "partition"))
    has_patients = any(name in names for name in _PATIENTS)
    return Glance(TABLE, dict(sorted(labels.items())), has_parts, has_patients)


def _plain(name: str) -> str:
    return re.sub(r"[ _\-]+", " ", name.strip()).casefold()


def _folders(root: Path) -> Iterator[Step]:
    try:
        inside = sorted(path for path in root.iterdir() if path.is_dir())
    except OSError as error:
        raise RequestError(
            said("the folder cannot be read: {reason}", reason=str(error.strerror)),
            hint=said("Check the path."),
            file=root,
        ) from error
    tops = [top for top in inside if top.name.casefold() in _PARTS]
    labels: Counter[str] = Counter()
    seen = 0
    for top in tops or [root]:
        for label in sorted(path for path in top.iterdir() if path.is_dir()):
            for _, _, names in os.walk(label):
                labels[label.name] += sum(_is_image(name) for name in names)
                seen += 1
                if seen % _STEP_FOLDERS == 0:
                    yield Step(0.5)
    if not labels:
        raise RequestError(
            said("the folder holds no folders that could be classes"), hint=_HINT, file=root
        )
    yield Step(1.0, result=Glance(FOLDERS, dict(sorted(labels.items())), bool(tops)))


def _is_image(name: str) -> bool:
    """By its ending; DICOM files often have none."""
    if name.startswith(".") or name == "DICOMDIR":
        return False
    return Path(name).suffix.lower() in _SUFFIXES
