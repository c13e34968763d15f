"""What deliveries do on the worker: results as DICOM, images to peers, copies without names.

highdicom and pynetdicom take about a second to load; they come with the first delivery.
"""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.deidentified import write_deidentified
from desktop.jobs.failures import presentable
from desktop.network.line import Line
from desktop.network.node import check_title, parse_node
from desktop.network.security import Tls
from desktop.site_key import site_key
from engine.errors import NetworkError, OutputError, RequestError, WhyRayError
from engine.files import atomic_write
from engine.language import said
from engine.progress import Step

if TYPE_CHECKING:
    from desktop.network.sending import Sent
    from engine.report.request import Reading

DONE, CAUTION, FAILED = "done", "caution", "failed"
SAVED, SENT, COPIED = "results saved", "sent", "copied without names"


@dataclass(frozen=True)
class Row:
    """What became of one object or file.

    Attributes:
        name: of it, for people.
        words: what became of it.
        standing: `DONE` | `CAUTION` | `FAILED`.
        film: the file of the image that it is about; None where nothing left.
        way: `SAVED` | `SENT` | `COPIED`; empty where nothing left.
    """

    name: str
    words: str
    standing: str
    film: Path | None = None
    way: str = ""


@dataclass(frozen=True)
class Place:
    """Where something is delivered to; one of both at least.

    Attributes:
        folder: is written to; None: nothing is kept.
        node: ``TITLE@HOST:PORT``; empty: nothing is sent.
        own_title: what we call ourselves.
        tls: for nodes with TLS.
    """

    folder: Path | None
    node: str
    own_title: str
    tls: Tls | None = None


@dataclass(frozen=True)
class Results:
    """What is wanted of one reading.

    Attributes:
        reading: what is known of the image.
        kinds: id -> name for people, of `engine.report.dicom_objects.registry.KINDS`.
        version: of WhyRay.
        make_pdf: draws the report; None: none is wanted.
        scratch: what is only sent lies there meanwhile.
    """

    reading: Reading
    kinds: dict[str, str]
    version: str
    make_pdf: Callable[[], bytes] | None
    scratch: Path


@dataclass(frozen=True)
class NamedFile:
    """A file and what people call it.

    Attributes:
        name: for people.
        path: the file.
        about: the image's own file, where this one holds results; None: it is the image itself.
    """

    name: str
    path: Path
    about: Path | None = None


def deliver_results(wanted: Results, place: Place, line: Line) -> Iterator[Step]:
    """Makes the objects, writes and sends them; steps carry a `Row` per object as `partial`.

    Raises:
        UnsupportedImage: nothing can be filed beside the image.
        RequestError: its file is another one than when it was read, or the node makes no sense.
        NetworkError: the peer cannot be reached.
        OutputError: the folder cannot be made.
    """
    if place.node:
        parse_node(place.node)  # before anything is made for it
    yield Step(0.0, said("Preparing ..."))
    with ExitStack() as stack:
        folder = _folder(place.folder, wanted.scratch, stack)
        files: list[NamedFile] = []
        for step in _written(wanted, folder, 0.5 if place.node else 1.0):
            made = step.result
            if made is None:
                yield step
            elif place.node:
                files.append(made)
            else:
                words = said("saved as {file}", file=made.path.name)
                yield Step(step.fraction, partial=Row(made.name, words, DONE, made.about, SAVED))
        if files:
            yield from _sent(files, place, line, 0.5)
    yield Step(1.0)


def send_images(files: Sequence[NamedFile], place: Place, line: Line) -> Iterator[Step]:
    """Sends files as they are; steps carry a `Row` each as `partial`.

    Raises:
        RequestError: the node makes no sense.
        NetworkError: the peer cannot be reached.
    """
    parse_node(place.node)
    yield Step(0.0, said("Connecting ..."))
    yield from _sent(files, place, line, 0.0)
    yield Step(1.0)


def copy_deidentified(files: Sequence[NamedFile], place: Place, _line: Line) -> Iterator[Step]:
    """Writes de-identified copies; steps carry a `Row` each as `partial`.

    Raises:
        OutputError: the key for pseudonyms is damaged.
    """
    from engine.images.dicom.confidentiality import NOT_REMOVED

    yield Step(0.0, said("Preparing ..."))
    key = site_key()
    for number, file in enumerate(files, start=1):
        try:
            copy = write_deidentified(file.path, key, place.folder)
        except WhyRayError as error:
            row = Row(file.name, _sentence(error), FAILED)
        else:
            more = [caution for caution in copy.cautions if caution != NOT_REMOVED]
            name = f"{copy.path.parent.name}/{copy.path.name}"
            words = said("saved as {file}", file=name)
            for caution in more:
                words = said("{words}. {caution}", words=words, caution=caution)
            standing = CAUTION if more else DONE
            row = Row(file.name, words, standing, file.path, COPIED)
        yield Step(number / len(files), partial=row)


def ask(node: str, own_title: str, tls: Tls, line: Line) -> str:
    """Asks a peer whether it is there. Raises RequestError or NetworkError."""
    from desktop.network.sending import echo

    echo(parse_node(node), check_title(own_title), line, tls)
    return said("It answers and lets us in.")


def _folder(folder: Path | None, scratch: Path, stack: ExitStack) -> Path:
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            return folder
        scratch.mkdir(parents=True, exist_ok=True)
        return Path(stack.enter_context(tempfile.TemporaryDirectory(dir=scratch)))
    except OSError as error:
        raise OutputError(
            said("the folder cannot be made: {reason}", reason=error.strerror),
            file=folder if folder is not None else scratch,
        ) from error


def _written(wanted: Results, folder: Path, share: float) -> Iterator[Step]:
    """Steps whose result is the `NamedFile` of an object, or whose partial tells why there is none.

    Names of files say nothing of the patient.
    """
    from engine.images.formats import bytes_of
    from engine.report.dicom_objects.issue import Issue
    from engine.report.dicom_objects.registry import file_bytes, find_kind, objects_of
    from engine.report.dicom_objects.source import read_source

    path = wanted.reading.radiograph.path
    if hashlib.sha256(bytes_of(path)).hexdigest() != wanted.reading.radiograph.sha256:
        raise RequestError(
            said("the file has changed since it was read: its results may not fit it any more"),
            hint=said("Close the image and open it again."),
            file=path,
        )
    source = read_source(path)
    created = datetime.datetime.now().astimezone()
    for number, (kind_id, name) in enumerate(wanted.kinds.items()):
        fraction = share * number / len(wanted.kinds)
        yield Step(fraction, name)
        try:
            wants_pdf = kind_id == "pdf" and wanted.make_pdf is not None
            pdf = wanted.make_pdf() if wants_pdf else None
            issue = Issue(source, wanted.reading, created, wanted.version, pdf)
            objects = objects_of(find_kind(kind_id), issue)
            for place, made in enumerate(objects, start=1):
                file = folder / f"{kind_id}-{_ending(made.SOPInstanceUID)}.dcm"
                atomic_write(file, file_bytes(made))
                told = name if len(objects) == 1 else f"{name} {place}"
                yield Step(fraction, result=NamedFile(told, file, path))
        except Exception as error:  # noqa: BLE001 - any kind; it is told and the others go on
            words = _sentence(presentable(error))
            yield Step(fraction, partial=Row(name, words, FAILED))


def _ending(uid: str) -> str:
    """Enough of a random UID to tell objects apart."""
    return uid.replace(".", "")[-16:]


def _sent(files: Sequence[NamedFile], place: Place, line: Line, begins_at: float) -> Iterator[Step]:
    from desktop.network.sending import send

    names = {file.path: file for file in files}
    left, total = dict(names), len(names)
    node, title = parse_node(place.node), check_title(place.own_title)
    yield Step(begins_at, said("Sending ..."))
    sending = send(list(names), node, title, line, place.tls)
    try:
        for sent in sending:
            file = left.pop(sent.path)
            done = begins_at + (1.0 - begins_at) * (total - len(left)) / total
            yield Step(done, said("Sending ..."), partial=_row(file, sent, place))
    except NetworkError:
        for file in left.values():
            words = _with_place(said("not sent"), file, place)
            yield Step(1.0, partial=Row(file.name, words, FAILED))
        raise
    finally:
        sending.close()


def _row(file: NamedFile, sent: Sent, place: Place) -> Row:
    standing = FAILED if not sent.is_stored else CAUTION if sent.status != 0 else DONE
    words = _with_place(sent.words, file, place)
    if standing == FAILED:
        return Row(file.name, words, standing)
    film = file.path if file.about is None else file.about
    return Row(file.name, words, standing, film, SENT)


def _with_place(words: str, file: NamedFile, place: Place) -> str:
    if place.folder is None:
        return words
    return said("{words}; saved as {file}", words=words, file=file.path.name)


def _sentence(error: WhyRayError) -> str:
    """Message and hint, without the file, which the row names."""
    if not error.hint:
        return error.message
    return said("{message}. {hint}", message=str(error.message).rstrip("."), hint=error.hint)
