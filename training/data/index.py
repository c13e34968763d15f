"""What a training folder holds: one `Sample` per radiograph.

Two layouts are read: a ``labels.csv`` (columns path, label; optional split, patient_id, mask), or
a folder per class, with or
without ``train``, ``val`` and ``test`` above.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from engine.errors import RequestError

SPLITS = ("train", "val", "test")
SUFFIXES = (".dcm", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
_HINT = "Give a folder with labels.csv (path,label[,split,patient_id]) or one folder per class."


@dataclass(frozen=True)
class Sample:
    """One labelled radiograph.

    Attributes:
        path: the image file.
        labels: labels as in the table or folder: exactly one for binary and multiclass tasks; any
            number of findings for multi-label ones, none meaning no finding.
        patient_id: images of one patient share it; the file's stem where nothing is known.
        split: one of `SPLITS`, or None when it is still to be assigned.
        mask: picture of where the finding is (bright inside), of the image's size, or None.
        view: projection, such as PA or AP; empty where not known.
        sex: F, M or O; empty where not known.
        age_years: at the time of the image, or None.
        source: collection, hospital or scanner that it comes from; empty where not known.
    """

    path: Path
    labels: tuple[str, ...]
    patient_id: str
    split: str | None = None
    mask: Path | None = None
    view: str = ""
    sex: str = ""
    age_years: float | None = None
    source: str = ""


def index_folder(folder: Path, *, patient_pattern: str = "") -> tuple[Sample, ...]:
    """Every sample under `folder`, in a stable order.

    Args:
        folder: see the module.
        patient_pattern: regular expression whose first group, searched in the file name, is the
            patient's id.

    Raises:
        RequestError: nothing usable, files missing, unknown splits, or a patient in two splits.
    """
    if not folder.is_dir():
        raise RequestError("no such folder of training data", hint=_HINT, file=folder)
    table = folder / "labels.csv"
    samples = (
        _from_table(table, patient_pattern)
        if table.is_file()
        else _from_folders(folder, patient_pattern)
    )
    if not samples:
        raise RequestError("no labelled radiographs found", hint=_HINT, file=folder)
    _refuse_shared_patients(samples)
    return samples


def _from_table(table: Path, pattern: str) -> tuple[Sample, ...]:
    with table.open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    if rows and not {"path", "label"} <= set(rows[0]):
        raise RequestError("the table lacks the columns path and label", hint=_HINT, file=table)
    return tuple(_from_row(row, table, pattern) for row in rows)


def _from_row(row: dict[str, str], table: Path, pattern: str) -> Sample:
    path, split = table.parent / row["path"], row.get("split") or None
    if not path.is_file():
        raise RequestError(f"names a file that is not there: {row['path']}", hint=_HINT, file=table)
    if split not in (None, *SPLITS):
        raise RequestError(f"knows only the splits {SPLITS}, not {split!r}", hint=_HINT, file=table)
    mask = table.parent / row["mask"] if row.get("mask") else None
    patient = row.get("patient_id") or _patient(path, pattern)
    return Sample(path, row["label"], patient, split, mask)


def _from_folders(folder: Path, pattern: str) -> tuple[Sample, ...]:
    tops: list[tuple[Path, str | None]] = [
        (folder / name, name) for name in SPLITS if (folder / name).is_dir()
    ]
    found = []
    for top, split in tops or [(folder, None)]:
        for label_folder in sorted(path for path in top.iterdir() if path.is_dir()):
            images = sorted(
                path for path in label_folder.rglob("*") if path.suffix.lower() in SUFFIXES
            )
            found += [
                Sample(path, label_folder.name, _patient(path, pattern), split) for path in images
            ]
    return tuple(found)


def _patient(path: Path, pattern: str) -> str:
    match = re.search(pattern, path.name) if pattern else None
    return match.group(1) if match else path.stem


def _refuse_shared_patients(samples: tuple[Sample, ...]) -> None:
    seen: dict[str, str] = {}
    for sample in samples:
        if (
            sample.split is not None
            and seen.setdefault(sample.patient_id, sample.split) != sample.split
        ):
            other = seen[sample.patient_id]
            raise RequestError(
                f"patient {sample.patient_id} is in {other} and in {sample.split}",
                hint="Measured figures would be too good. Keep a patient's images in one split.",
            )
