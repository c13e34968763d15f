"""What the library's worker does: opens, writes what was noticed, answers the worklist, forgets.

The window's thread never waits for the database. What was noticed is written in portions, each in a
transaction of its own, so that a question of the worklist waits for one portion at most.
"""

from __future__ import annotations

import contextlib
import os
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.jobs import inbox_tasks
from engine.decisions import Record, RecordStore
from engine.errors import LibraryError, WhyRayError
from engine.language import said
from engine.library import audit, worklist
from engine.library.database import Library
from engine.library.decisions import index_record
from engine.library.explanations import Explained, put_explanation
from engine.library.forgetting import BY_AGE, ON_REQUEST, forget, opened_before
from engine.library.images import (
    Sighting,
    all_keys,
    files_of,
    image_of,
    keys_of,
    put_images,
)
from engine.library.measurements import index_sheet
from engine.library.opening import NAME, open_library, renew_backups, set_aside
from engine.library.predictions import Scored, put_prediction
from engine.library.received import unread_studies
from engine.library.reports import put_report
from engine.library.studies import mark_read
from engine.library.worklist import Row, Wanted
from engine.measure.sheet import Sheet
from engine.measure.store import SheetStore
from engine.progress import Step

PORTION = 100
PAGE_ROWS = 100


@dataclass(frozen=True)
class Home:
    """Where the library and what it sums up are.

    Attributes:
        folder: of the library.
        records: decisions and comments, one file per image.
        sheets: marks, one file per image.
        inbox: images that DICOM peers sent; the only image files that are ever deleted.
    """

    folder: Path
    records: RecordStore
    sheets: SheetStore
    inbox: Path

    @property
    def exists(self) -> bool:
        """Whether there is a library already."""
        return (self.folder / NAME).exists()


@dataclass(eq=False)
class Shelf:
    """The place of the open library; filled, used and emptied by the worker only.

    Attributes:
        library: None while it is not open.
    """

    library: Library | None = None

    def take(self) -> Library:
        """The open library. Raises LibraryError."""
        if self.library is None:
            raise LibraryError("there is no library")
        return self.library


@dataclass(frozen=True)
class Report:
    """That a report was written about an image."""

    key: str
    status: str
    by: str


@dataclass(eq=False)
class Noticed:
    """What was noticed and is not yet written; written in this order.

    Attributes:
        at: when it was noticed, UTC, ISO 8601.
        seen: images.
        scored: predictions.
        explained: explanations.
        records: what was decided, by image key.
        sheets: what is drawn, by image key.
        reports: reports.
        events: for the audit.
    """

    at: str
    seen: list[Sighting] = field(default_factory=list)
    scored: list[Scored] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    events: list[audit.Event] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        lists = (self.seen, self.scored, self.explained, self.records, self.sheets, self.reports)
        return not any(lists) and not self.events


@dataclass(frozen=True)
class Answer:
    """What the worklist holds now.

    Attributes:
        wanted: what was asked.
        ids: of the studies, in order.
        total: studies in the library.
        findings: to choose from.
        readers: to choose from.
    """

    wanted: Wanted
    ids: array
    total: int
    findings: tuple[str, ...]
    readers: tuple[str, ...]


@dataclass(frozen=True)
class Files:
    """The files of studies that shall be opened again.

    Attributes:
        there: what can be opened: files, or archives that hold them.
        missing: where files were that are gone.
    """

    there: tuple[Path, ...]
    missing: tuple[Path, ...]


def start(shelf: Shelf, home: Home, days: float, *, may_make: bool = True) -> Iterator[Step]:
    """Opens the library and forgets what is too old; the last step's result are notices.

    Args:
        shelf: gets it.
        home: where it is.
        days: studies that were not opened for so long are forgotten; 0: never.
        may_make: whether one is made where there is none.
    """
    if shelf.library is not None or not (may_make or home.exists):
        yield Step(1.0, result=())
        return
    opened = open_library(home.folder)
    shelf.library, notices = opened.library, list(opened.notices)
    yield Step(0.1)
    if opened.is_new:
        yield from _sum_up(shelf.library, home, notices)
    if days > 0:
        yield from _forget_old(shelf.library, home, days, notices)
    yield Step(1.0, result=tuple(notices))


def renew(shelf: Shelf, home: Home, days: float) -> Iterator[Step]:
    """Opens the library again, which sets a damaged one aside; the same result as `start`."""
    if shelf.library is not None:
        shelf.library.close()
        shelf.library = None
    yield from start(shelf, home, days)


def _sum_up(library: Library, home: Home, notices: list[WhyRayError]) -> Iterator[Step]:
    """Reads decisions and marks of all known images again."""
    with library.reading() as connection:
        keys = all_keys(connection)
    for first in range(0, len(keys), PORTION):
        with library.writing() as connection:
            for key in keys[first : first + PORTION]:
                try:
                    index_record(connection, key, home.records.read(key))
                    index_sheet(connection, key, home.sheets.read_known(key))
                except WhyRayError as error:
                    notices.append(error)
        yield Step(first / len(keys))


def _forget_old(
    library: Library, home: Home, days: float, notices: list[WhyRayError]
) -> Iterator[Step]:
    before = datetime.now(UTC) - timedelta(days=days)
    with library.reading() as connection:
        known = opened_before(connection, before.isoformat(timespec="seconds"))
        unread = unread_studies(connection, home.inbox).intersection(known)
    old = tuple(study for study in known if study not in unread)
    if unread:
        notices.append(_kept_unread(len(unread), days))
    for first in range(0, len(old), PORTION):
        _forget_portion(library, home, old[first : first + PORTION])
        yield Step(first / len(old))
    gone = [path for path in set_aside(home.folder) if _age_of(path) > timedelta(days=days)]
    for path in gone:  # what was set aside is as old as its name says
        for part in (path, *path.parent.glob(f"{path.name}-*")):
            with contextlib.suppress(FileNotFoundError):
                part.unlink()
    if old:
        renew_backups(library)


def _kept_unread(count: int, days: float) -> LibraryError:
    return LibraryError(
        said(
            "{count} received studies were not opened for {days} days and nobody has read them; "
            "they are kept",
            count=count, days=round(days),
        ),
        hint=said("Read them, or forget them in the worklist."),
    )  # fmt: skip


def _age_of(path: Path) -> timedelta:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return timedelta()
    return datetime.now(UTC) - changed


def write(shelf: Shelf, home: Home, noticed: Noticed) -> Iterator[Step]:
    """Writes what was noticed; what is written leaves `noticed`. Raises LibraryError."""
    if shelf.library is not None and shelf.library.is_set_aside:  # by the registry of models
        shelf.library.close()
        shelf.library = None
    if shelf.library is None:
        shelf.library = open_library(home.folder).library
    yield from file_noticed(shelf.library, noticed)


def file_noticed(library: Library, noticed: Noticed) -> Iterator[Step]:
    """Writes what was noticed; what is written leaves `noticed`. Raises LibraryError."""
    while len(noticed.seen) > PORTION:
        with library.writing() as connection:
            put_images(connection, noticed.seen[:PORTION], noticed.at)
        del noticed.seen[:PORTION]
        yield Step(0.0)
    with library.writing() as connection:
        put_images(connection, noticed.seen, noticed.at)
        for scored in noticed.scored:
            put_prediction(connection, scored, noticed.at)
        for explained in noticed.explained:
            put_explanation(connection, explained, noticed.at)
        for key, record in noticed.records.items():
            index_record(connection, key, record)
        for key, sheet in noticed.sheets.items():
            index_sheet(connection, key, sheet)
        for report in noticed.reports:
            put_report(connection, report.key, status=report.status, by=report.by, at=noticed.at)
        audit.append(connection, noticed.events)
    _clear(noticed)
    yield Step(1.0)


def _clear(noticed: Noticed) -> None:
    for part in (
        noticed.seen, noticed.scored, noticed.explained, noticed.records, noticed.sheets,
        noticed.reports, noticed.events,
    ):  # fmt: skip
        part.clear()


def ask(shelf: Shelf, wanted: Wanted) -> Answer:
    """Answers the worklist."""
    if shelf.library is None:
        return Answer(wanted, array("q"), 0, (), ())
    with shelf.library.reading() as connection:
        return Answer(
            wanted,
            worklist.study_ids(connection, wanted),
            worklist.count(connection),
            worklist.findings(connection),
            worklist.readers(connection),
        )


def page(shelf: Shelf, ids: array, wanted: Wanted) -> tuple[Row, ...]:
    """The rows of some studies."""
    with shelf.take().reading() as connection:
        return worklist.rows(connection, ids, wanted)


def files(shelf: Shelf, studies: tuple[int, ...]) -> Files:
    """Where the files of studies are now."""
    with shelf.take().reading() as connection:
        known = [path for study in studies for path in files_of(connection, study)]
    there, missing = [], []
    for path in known:
        holder = _openable(path)
        (missing if holder is None else there).append(path if holder is None else holder)
    return Files(tuple(dict.fromkeys(there)), tuple(missing))


def _openable(path: Path) -> Path | None:
    """The file, or the archive that holds it; None where it is gone."""
    for place in (path, *path.parents):
        if os.path.isfile(place):  # noqa: PTH113 - Path.is_file refuses some names
            return place
    return None


def mark(shelf: Shelf, chosen: Chosen, *, is_read: bool, at: str, by: str) -> None:
    """Files that studies were read, or are unread again."""
    event, studies = audit.READ if is_read else audit.UNREAD, look_up(shelf, chosen).studies
    with shelf.take().writing() as connection:
        mark_read(connection, studies, at=at if is_read else "", by=by)
        keys = [key for study in studies for key in keys_of(connection, study)]
        audit.append(connection, [audit.Event(event, at, key, by) for key in keys])


@dataclass(frozen=True)
class Chosen:
    """Studies that something shall be done with: of the list, or of images that lie open.

    Attributes:
        studies: their ids in the library.
        keys: of their images, also of such that only lie open.
        paths: where the files of their images are or were.
    """

    studies: tuple[int, ...]
    keys: tuple[str, ...]
    paths: frozenset[Path] = frozenset()


def look_up(shelf: Shelf, chosen: Chosen) -> Chosen:
    """The studies of images and the images of studies."""
    if shelf.library is None:
        return chosen
    with shelf.library.reading() as connection:
        known = [image_of(connection, key) for key in chosen.keys]
        studies = dict.fromkeys((*chosen.studies, *(found[1] for found in known if found)))
        keys = [key for study in studies for key in keys_of(connection, study)]
        paths = frozenset(path for study in studies for path in files_of(connection, study))
    return Chosen(tuple(studies), tuple(dict.fromkeys((*chosen.keys, *keys))), paths)


def forget_all(shelf: Shelf, home: Home, chosen: Chosen, by: str) -> tuple[Path, ...]:
    """Forgets images with marks, decisions and backups.

    Returns:
        Databases that were set aside and may still name them.
    """
    _remove_files(home, chosen.keys)
    inbox_tasks.remove(home.inbox, chosen.paths)
    if shelf.library is None:
        return ()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with shelf.library.writing() as connection:
        forget(connection, chosen.studies, reason=ON_REQUEST, at=at, by=by)
    renew_backups(shelf.library)
    return set_aside(home.folder)


def _forget_portion(library: Library, home: Home, studies: tuple[int, ...]) -> None:
    """Files first: where one cannot be deleted, the study stays and is forgotten another time."""
    with library.reading() as connection:
        keys = [key for study in studies for key in keys_of(connection, study)]
        paths = [path for study in studies for path in files_of(connection, study)]
    _remove_files(home, keys)
    inbox_tasks.remove(home.inbox, paths)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with library.writing() as connection:
        forget(connection, studies, reason=BY_AGE, at=at, by="")


def _remove_files(home: Home, keys: Iterable[str]) -> None:
    for key in keys:
        home.records.forget(key)
        home.sheets.forget(key)
