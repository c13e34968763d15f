"""Pictures and backgrounds of one's own: the files that options name, as network inputs.

Every file goes through the model's own recipe, as the explained image did. Read once and kept while
the files stay as they are; what is found counts by its content, never by its path.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.errors import ImageError, RequestError
from engine.explain.explanation import Method, Request
from engine.images.decoder import Decoder
from engine.images.reader import open_radiograph
from engine.language import said
from engine.options import PICTURE, OptionFacts, option_facts, read_options
from engine.progress import Step

# Of larger folders so many files are taken, evenly spaced in the order of their names.
MOST_ROWS = 100
LARGEST_BYTES = 256 << 20
_NAMED = 3
Key = tuple[object, ...]


@dataclass(frozen=True)
class OwnInputs:
    """Network inputs that came from a person's files.

    Attributes:
        rows: (N, ...) float32, N > 0, shaped as the model's inputs.
        notes: what was left out, and why.
    """

    rows: NDArray[np.float32]
    notes: tuple[str, ...] = ()

    @cached_property
    def content(self) -> str:
        """SHA-256 of the rows."""
        return hashlib.sha256(np.ascontiguousarray(self.rows).tobytes()).hexdigest()


class OwnFiles:
    """Reads such files and keeps them, up to a number of bytes. Usable from several threads.

    Args:
        decoder: the child that decodes; None takes the program's own.
        largest_bytes: bytes of inputs kept at most; the ones not asked for longest leave first.
    """

    def __init__(self, decoder: Decoder | None = None, largest_bytes: int = LARGEST_BYTES) -> None:
        self._decoder = decoder
        self._largest_bytes = largest_bytes
        self._kept: OrderedDict[Key, OwnInputs] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, method: Method, options: Mapping[str, Any], recipe: Recipe) -> Iterator[Step]:
        """Reads what the options of a question name.

        Yields:
            One step per file; the last one's `result` is a dict of `OwnInputs` by the option's
            text, for `Request.own`.

        Raises:
            RequestError: an option does not fit, or nothing that it names can be used.
        """
        found: dict[str, OwnInputs] = {}
        for facts, text in own_texts(method, options):
            found[text] = yield from self._read_one(facts, text, recipe)
        yield Step(0.0, result=found)

    def stop(self) -> None:
        """Stops the decoding of a file that is under way; for a `Decoder` of one's own."""
        if self._decoder is not None:
            self._decoder.cancel()

    def _read_one(
        self, facts: OptionFacts, text: str, recipe: Recipe
    ) -> Generator[Step, None, OwnInputs]:
        path = Path(text).expanduser()
        files, notes = _files_of(path, facts)
        key = (text, facts.reads, recipe, tuple(_signature(file) for file in files))
        with self._lock:
            known = self._kept.get(key)
        if known is None:
            known = yield from self._decode(path, files, notes, facts, recipe)
            self._keep(key, known)
        return known

    def _decode(
        self,
        path: Path,
        files: list[Path],
        notes: tuple[str, ...],
        facts: OptionFacts,
        recipe: Recipe,
    ) -> Generator[Step, None, OwnInputs]:
        if path.suffix.lower() == ".npy":
            return OwnInputs(_rows_of_array(path, facts, recipe))
        rows: list[NDArray[np.float32]] = []
        failed: list[tuple[Path, ImageError]] = []
        for number, file in enumerate(files, start=1):
            yield Step(
                0.0,
                said(
                    "reading {name} ({number} of {count})",
                    name=file.name,
                    number=number,
                    count=len(files),
                ),
            )
            try:
                radiograph = open_radiograph(file, decoder=self._decoder)
            except ImageError as error:
                failed.append((file, error))
            else:
                rows.append(recipe.apply(radiograph).tensor)
        if not rows:
            raise _nothing_usable(path, failed)
        if failed:
            notes = (*notes, _failed_note(failed, len(files)))
        return OwnInputs(np.concatenate(rows), notes)

    def _keep(self, key: Key, inputs: OwnInputs) -> None:
        inputs.rows.flags.writeable = False
        with self._lock:
            self._kept[key] = inputs
            while len(self._kept) > 1 and self._size() > self._largest_bytes:
                self._kept.popitem(last=False)

    def _size(self) -> int:
        return sum(inputs.rows.nbytes for inputs in self._kept.values())


def own_texts(method: Method, options: Mapping[str, Any]) -> list[tuple[OptionFacts, str]]:
    """The options that name files, with what they name; often none.

    Raises:
        RequestError: an option is unknown or does not fit.
    """
    used = read_options(method.id, method.options, options)
    given = [(facts, getattr(used, facts.name)) for facts in option_facts(method.options)]
    return [(facts, text) for facts, text in given if facts.reads and text not in facts.choices]


def own_inputs(request: Request, facts: OptionFacts, text: str) -> OwnInputs:
    """What a text names: from `Request.own`, or read on the spot where nobody read it before.

    Raises:
        RequestError: it cannot be used.
    """
    known = request.own.get(text)
    if known is not None:
        return known
    reader = OwnFiles()
    return _drained(reader._read_one(facts, text, request.model.manifest.recipe))


def _drained(work: Generator[Step, None, OwnInputs]) -> OwnInputs:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def _files_of(path: Path, facts: OptionFacts) -> tuple[list[Path], tuple[str, ...]]:
    """The files to read, in order, and a note where some are left out."""
    try:
        if not path.is_dir():
            path.stat()
            return [path], ()
        names = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        files = [entry for entry in names if entry.is_file()]
    except OSError as error:
        raise _unreadable(path, facts, error.strerror or str(error)) from error
    if facts.reads == PICTURE:
        raise _unreadable(path, facts, said("it is a folder"))
    if not files:
        raise _unreadable(path, facts, said("the folder is empty"))
    if len(files) <= MOST_ROWS:
        return files, ()
    places = np.linspace(0, len(files) - 1, MOST_ROWS).round().astype(int)
    note = said(
        "{MOST_ROWS} of {count} background files were used, evenly spaced by name",
        MOST_ROWS=MOST_ROWS,
        count=len(files),
    )
    return [files[place] for place in places], (note,)


def _signature(file: Path) -> tuple[str, int, int]:
    facts = file.stat()
    return str(file), facts.st_mtime_ns, facts.st_size


def _rows_of_array(path: Path, facts: OptionFacts, recipe: Recipe) -> NDArray[np.float32]:
    try:
        rows = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise _unreadable(path, facts, str(error)) from error
    shape = recipe.input_shape()[1:]
    is_array = isinstance(rows, np.ndarray) and rows.dtype.kind in "fiu"
    if not is_array or rows.shape[1:] != shape or not len(rows) or not np.isfinite(rows).all():
        raise RequestError(
            said("the {name} does not hold network inputs of this model", name=facts.name),
            hint=said(
                "It needs finite numbers of shape (N, {map}), N > 0.",
                map=", ".join(map(str, shape)),
            ),
            file=path,
        )
    if facts.reads == PICTURE and len(rows) != 1:
        raise RequestError(
            said(
                "the {name} holds {count} network inputs; one is needed",
                name=facts.name,
                count=len(rows),
            ),
            file=path,
        )
    return rows.astype(np.float32)


def _unreadable(path: Path, facts: OptionFacts, reason: str) -> RequestError:
    return RequestError(
        said(
            "the {name} {name_2!r} cannot be read: {reason}",
            name=facts.name,
            name_2=path.name,
            reason=reason,
        ),
        hint=said("Allowed: {allowed}.", allowed=facts.range_text()),
        file=path,
    )


def _nothing_usable(path: Path, failed: list[tuple[Path, ImageError]]) -> RequestError:
    if path.is_dir():
        message = said(
            "none of {count} files in {name!r} can be used: {named}",
            count=len(failed),
            name=path.name,
            named=_named(failed),
        )
    else:
        message = said(
            "{name!r} cannot be used: {message}", name=path.name, message=failed[0][1].message
        )
    return RequestError(message, hint=failed[0][1].hint, file=failed[0][0])


def _failed_note(failed: list[tuple[Path, ImageError]], total: int) -> str:
    return said(
        "{count} of {total} background files could not be read: {named}",
        count=len(failed),
        total=total,
        named=_named(failed),
    )


def _named(failed: list[tuple[Path, ImageError]]) -> str:
    named = [f"{file.name} ({error.message.rstrip('.')})" for file, error in failed[:_NAMED]]
    more = [f"{len(failed) - _NAMED} more"] if len(failed) > _NAMED else []
    return ", ".join(named + more)
