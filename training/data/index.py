"""What training folders hold: one `Sample` per radiograph, from one or several roots.

A root is a table (see `training.data.table`), a folder that holds one, or a folder per class, with
or without ``train``, ``val`` and ``test`` above. Where a table says nothing, the header of a DICOM
file tells patient, view, sex and age. Equal patient ids in two roots mean the same patient.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from engine.bundle.intake import read_facts
from engine.errors import ImageError, RequestError
from training.called import PROGRAM
from training.config.sections import DataSection
from training.data.sample import SPLITS, Sample
from training.data.table import SPLIT_NAMES, TABLES, NotASample, Table, read_table, samples_of

__all__ = ["SPLITS", "SUFFIXES", "Gathering", "Sample", "gather", "index_folder", "index_sources"]
SUFFIXES = (".dcm", ".dicom", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
_ORDINARY = SUFFIXES[2:]
_HINT = "Give a folder with labels.csv (path,label[,split,patient_id]) or one folder per class."
_NAMED = 5


class Remark(str):
    """A sentence for people, with a code and its figures for whoever says it in another language.

    Attributes:
        code: stable, such as ``W_PATIENTS_UNKNOWN``.
        facts: the sentence's figures and names.
    """

    code: str
    facts: dict[str, Any]

    def __new__(cls, text: str, code: str, **facts: Any) -> Self:
        """A sentence with its code."""
        made = super().__new__(cls, text)
        made.code, made.facts = code, facts
        return made


@dataclass(frozen=True)
class Gathering:
    """What was found, and what could not be used.

    Attributes:
        samples: in a stable order: roots as given, rows as in the table, files by name.
        problems: (file, reason) of rows that are no samples.
        notes: remarks for people, one sentence each.
    """

    samples: tuple[Sample, ...]
    problems: tuple[tuple[Path, str], ...] = ()
    notes: tuple[Remark, ...] = ()


def index_folder(folder: Path, *, patient_pattern: str = "") -> tuple[Sample, ...]:
    """Every sample of one root. Raises RequestError as `index_sources` does."""
    return index_sources((folder,), DataSection(patient_pattern=patient_pattern))


def index_sources(
    folders: Sequence[Path], section: DataSection, tell: Callable[[str], None] = lambda _: None
) -> tuple[Sample, ...]:
    """Every sample of all roots, ready for training.

    Args:
        folders: the roots.
        section: patients, views and rows that are asked for.
        tell: called with every remark on what was found.

    Raises:
        RequestError: nothing usable, a row that is no sample, or a patient in two splits.
    """
    found = gather(folders, section)
    if found.problems:
        named = "; ".join(f"{file.name}: {why}" for file, why in found.problems[:_NAMED])
        more = len(found.problems) - _NAMED
        raise RequestError(
            named + (f"; and {more} more" if more > 0 else ""),
            hint=f"Mend the table. `{PROGRAM} dataset` lists everything.",
        )
    if not found.samples:
        raise RequestError("no labelled radiographs found", hint=_HINT, file=folders[0])
    _refuse_shared_patients(found.samples)
    for note in found.notes:
        tell(note)
    return found.samples


def gather(folders: Sequence[Path], section: DataSection) -> Gathering:
    """Every sample of all roots, with what is wrong told instead of refused.

    Raises:
        RequestError: no such folder, or a broken pattern.
    """
    pattern = _compiled(section.patient_pattern)
    samples: list[Sample] = []
    problems: list[tuple[Path, str]] = []
    names: dict[Path, str] = {}
    for number, root in enumerate(folders, start=1):
        for entry in _entries(root, section):
            if not isinstance(entry, Sample):
                problems.append(entry)
                continue
            source = entry.source or (root.name if len(folders) > 1 else "")
            sample = _completed(entry, source, pattern)
            if not sample.patient_id:
                own = _own_name(sample.path, root, number if len(folders) > 1 else None)
                sample = replace(sample, patient_id=names.setdefault(sample.path.resolve(), own))
            samples.append(sample)
    kept, notes = _of_views(samples, section.views)
    unknown = sum(sample.patient_id == names.get(sample.path.resolve()) for sample in kept)
    return Gathering(tuple(kept), tuple(problems), (*notes, *_twice(kept), *_strangers(unknown)))


def shared_patients(samples: Sequence[Sample]) -> dict[str, tuple[str, ...]]:
    """Patients with images in several given splits -> those splits."""
    seen: dict[str, set[str]] = {}
    for sample in samples:
        if sample.split is not None:
            seen.setdefault(sample.patient_id, set()).add(sample.split)
    return {
        patient: tuple(split for split in SPLITS if split in splits)
        for patient, splits in seen.items()
        if len(splits) > 1
    }


def _entries(root: Path, section: DataSection) -> list[Sample | tuple[Path, str]]:
    if not root.exists():
        raise RequestError("no such folder of training data", hint=_HINT, file=root)
    tables = [root] if root.is_file() else [root / name for name in TABLES]
    table = next((path for path in tables if path.is_file()), None)
    if table is None:
        return list(_from_folders(root))
    try:
        return list(samples_of(_rows_asked(read_table(table), section.only)))
    except NotASample as error:
        raise RequestError(str(error), hint=_HINT, file=table) from error


def _rows_asked(table: Table, only: tuple[str, ...]) -> Table:
    """The table with the rows whose columns have the values asked for."""
    wanted: dict[str, set[str]] = {}
    for text in only:
        column, equals, value = text.partition("=")
        if not equals or column not in table.rows[0]:
            raise NotASample(
                f"has no column as in {text!r}; its columns: {', '.join(table.rows[0])}"
            )
        wanted.setdefault(column, set()).add(value)
    rows = [row for row in table.rows if all(row[name] in asked for name, asked in wanted.items())]
    return replace(table, rows=tuple(rows))


def _from_folders(root: Path) -> list[Sample]:
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    tops = [(top, SPLIT_NAMES[top.name.casefold()]) for top in folders if _is_split(top)]
    found = []
    for top, split in tops or [(root, None)]:
        for label_folder in sorted(path for path in top.iterdir() if path.is_dir()):
            images = sorted(path for path in label_folder.rglob("*") if _is_image(path))
            found += [Sample(path, (label_folder.name,), "", split) for path in images]
    return found


def _is_split(folder: Path) -> bool:
    return folder.name.casefold() in SPLIT_NAMES


def _is_image(path: Path) -> bool:
    """By its ending; DICOM files often have none."""
    is_bare = not path.suffix and not path.name.startswith(".") and path.name != "DICOMDIR"
    return path.is_file() and (is_bare or path.suffix.lower() in SUFFIXES)


def _completed(sample: Sample, source: str, pattern: re.Pattern[str] | None) -> Sample:
    """With the patient's id if any is known, and what a DICOM header says besides the table."""
    is_full = sample.patient_id and sample.view and sample.sex and sample.age_years is not None
    match = pattern.search(sample.path.name) if pattern is not None else None
    given = sample.patient_id or (match.group(1) if match else "")
    if not is_full and sample.path.suffix.lower() not in _ORDINARY:
        try:
            facts = read_facts(sample.path)
        except ImageError:  # told with its reason when its pixels are read
            facts = None
        if facts is not None:
            age = sample.age_years if sample.age_years is not None else facts.age_years
            sample = replace(
                sample,
                view=sample.view or facts.view_position or "",
                sex=sample.sex or facts.sex or "",
                age_years=age,
            )
            given = given or facts.patient_id or ""
            source = source or facts.institution or ""
    return replace(sample, patient_id=given, source=source)


def _own_name(path: Path, root: Path, number: int | None) -> str:
    """A name that no other file shares: nothing is known, so each image is its own patient.

    `number`: of the root among several, where the same names may stand for other files.
    """
    folder = root.parent if root.is_file() else root
    inside = path.relative_to(folder) if path.is_relative_to(folder) else path
    name = (inside.with_suffix("") if path.suffix.lower() in SUFFIXES else inside).as_posix()
    return name if number is None else f"{number}:{name}"


def _strangers(unknown: int) -> list[Remark]:
    """What must be said where nothing tells whose images they are."""
    told = (
        f"Whose image it is is not known for {unknown} images; each counts as another patient. If "
        "patients have several, some are in two splits, and figures are too good."
    )
    return [Remark(told, "W_PATIENTS_UNKNOWN", images=unknown)] * bool(unknown)


def _compiled(text: str) -> re.Pattern[str] | None:
    if not text:
        return None
    try:
        pattern = re.compile(text)
    except re.error as error:
        raise RequestError(
            f"patient_pattern is no regular expression: {error}", hint="Example: (person\\d+)"
        ) from error
    if pattern.groups < 1:
        raise RequestError(
            "patient_pattern has no group", hint="Put brackets around the id: (person\\d+)"
        )
    return pattern


def _of_views(samples: list[Sample], views: tuple[str, ...]) -> tuple[list[Sample], list[Remark]]:
    if not views:
        return samples, []
    wanted = {view.upper() for view in views}
    kept = [sample for sample in samples if sample.view in wanted]
    left = Counter(sample.view or "not stated" for sample in samples if sample.view not in wanted)
    told = ", ".join(f"{view}: {count}" for view, count in sorted(left.items()))
    remark = Remark(
        f"Left out for their view: {told}.",
        "W_VIEWS_LEFT_OUT",
        images=sum(left.values()),
        views=sorted(left),
    )
    return kept, [remark] if left else []


def _twice(samples: Sequence[Sample]) -> list[Remark]:
    counts = Counter(sample.path.resolve() for sample in samples)
    twice = [path.name for path, count in counts.items() if count > 1]
    told = f"Named more than once: {', '.join(twice[:_NAMED])} ({len(twice)} files)."
    remark = Remark(told, "W_NAMED_TWICE", count=len(twice), files=twice[:_NAMED])
    return [remark] * bool(twice)


def _refuse_shared_patients(samples: tuple[Sample, ...]) -> None:
    for patient, splits in shared_patients(samples).items():
        raise RequestError(
            f"patient {patient} is in {splits[0]} and in {splits[1]}",
            hint="Measured figures would be too good. Keep a patient's images in one split.",
        )
