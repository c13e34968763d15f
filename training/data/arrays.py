"""Samples as arrays, read and fitted by the code that the clinic uses (`engine.bundle`).

A file that cannot be read stops the run, and all such files are named at once; with
``skip_unreadable`` they are left out, samples and all, and named in `Split.notes`. Either way row i
of every array is sample i.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import read_grey
from engine.bundle.recipe import Recipe
from engine.errors import ImageError, RequestError
from training.config.sections import DataSection
from training.data.marks import remove_text
from training.data.sample import SPLITS, Sample
from training.data.store import PictureStore, Rows
from training.data.task import Task

LEVELS = 65535  # of a stored grey
_IN_MEMORY_BYTES = 2 * 2**30  # beyond, pictures of a store stay on disk and are mapped
_NAMED = 5


@dataclass(frozen=True)
class Split:
    """One part of the data.

    Attributes:
        grey: (N, H, W, 1) uint16, 0..65535 for the greys 0..1, fitted to the network's size, before
            its scaling; mapped from disk where there are many (`training.data.store.Rows`).
        targets: (N, C) float32, see `training.data.task.Task.targets`.
        samples: what each image is.
        masks: (N, H, W, 1) uint16, share of each pixel that shows the finding, or None.
        notes: what was left out or changed while reading, one sentence each, for the log.
    """

    grey: NDArray[np.uint16] | Rows
    targets: NDArray[np.float32]
    samples: tuple[Sample, ...]
    masks: NDArray[np.uint16] | Rows | None = None
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def patients(self) -> tuple[str, ...]:
        """Patient of every image."""
        return tuple(sample.patient_id for sample in self.samples)


def load_splits(
    samples: Sequence[Sample],
    task: Task,
    recipe: Recipe,
    *,
    cache: Path | None = None,
    section: DataSection = DataSection(),  # noqa: B008 - frozen
) -> Iterator[float | dict[str, Split]]:
    """Reads every image; yields the share done so far and at last the splits by name.

    Args:
        samples: each with a split.
        task: makes the targets.
        recipe: size and fit.
        cache: folder in which fitted pictures are kept between runs; None keeps none.
        section: `remove_text` and `skip_unreadable` are used.

    Raises:
        RequestError: files that cannot be read, or a split that stays empty.
        OutputError: the cache cannot be written.
    """
    has_masks = all(sample.mask is not None for sample in samples)  # they help only when all do
    reader = _Reader(recipe, cache, removes_text=section.remove_text)
    kept: list[Sample] = []
    failures: list[ImageError] = []
    for done, sample in enumerate(samples, start=1):
        try:
            reader.read(sample.path)
            if has_masks and sample.mask is not None:
                reader.read(sample.mask, is_mask=True)
            kept.append(sample)
        except ImageError as error:
            failures.append(error)
        yield done / len(samples)
    if failures and not section.skip_unreadable:
        raise _unreadable(failures)
    reader.finish()
    yield {
        name: _gather(name, kept, reader, task, has_masks, _notes(name, samples, failures, reader))
        for name in SPLITS
    }


def network_input(grey: NDArray[np.uint16], recipe: Recipe) -> NDArray[np.float32]:
    """(N, H, W, C) float32 in the network's units from (N, H, W, 1) stored greys.

    What `Recipe.tensor_from` does to one, always with the channels last.
    """
    factor, mean, deviation = recipe.numbers()
    light = np.asarray(grey, np.float32) / np.float32(LEVELS) * np.float32(factor)
    stacked = np.repeat(light, recipe.channels, axis=3)
    return (stacked - np.float32(mean)) / np.float32(deviation)


def spread(count: int, most: int) -> NDArray[np.int64]:
    """Some of so many indices, evenly over all: the first images are often of one class alone.

    Args:
        count: 1 or more.
        most: so many at the most.
    """
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(np.int64))


class _Reader:
    """Fitted pictures by file: read once, kept in memory or in a store."""

    def __init__(self, recipe: Recipe, cache: Path | None, *, removes_text: bool) -> None:
        self._recipe, self._removes_text = recipe, removes_text
        self._memory: dict[Path, NDArray[np.uint16]] = {}
        self._text: dict[Path, int] = {}
        self._store = (
            PictureStore(cache, recipe, removes_text=removes_text) if cache is not None else None
        )

    def read(self, path: Path, *, is_mask: bool = False) -> None:
        """Makes sure that the file's picture is there. Raises ImageError."""
        if path in self._text or (self._store is not None and self._store.has(path)):
            return
        grey, pixels = read_grey(path), 0
        if self._removes_text and not is_mask:
            grey, pixels = remove_text(grey)
        recipe = replace(self._recipe, pad_value=0.0) if is_mask else self._recipe
        picture = np.rint(recipe.apply_grey(grey).grey * LEVELS).astype(np.uint16)
        self._text[path] = pixels
        if self._store is not None:
            self._store.add(path, picture, pixels)
        else:
            self._memory[path] = picture

    def finish(self) -> None:
        """Nothing more will be read."""
        if self._store is not None:
            self._store.flush()

    def text_pixels(self, path: Path) -> int:
        """Pixels of print that were painted over in the file."""
        return self._text[path] if self._store is None else self._store.text_pixels(path)

    def gather(self, paths: Sequence[Path]) -> NDArray[np.uint16] | Rows:
        """(N, H, W, 1) pictures of these files."""
        if self._store is None:
            return np.stack([self._memory[path] for path in paths])[..., None]
        rows = self._store.rows(paths)
        return np.asarray(rows) if 2 * np.prod(rows.shape) <= _IN_MEMORY_BYTES else rows


def _gather(
    name: str,
    kept: Sequence[Sample],
    reader: _Reader,
    task: Task,
    has_masks: bool,
    notes: tuple[str, ...],
) -> Split:
    own = tuple(sample for sample in kept if sample.split == name)
    if not own:
        raise RequestError(f"the {name} set is empty", hint="Give images for every split.")
    masks = reader.gather([sample.mask for sample in own if sample.mask]) if has_masks else None
    grey = reader.gather([sample.path for sample in own])
    return Split(grey, task.targets(own), own, masks, notes)


def _notes(
    name: str, samples: Sequence[Sample], failures: Sequence[ImageError], reader: _Reader
) -> tuple[str, ...]:
    lost = {error.file: error for error in failures}
    notes = []
    for sample in samples:
        if sample.split != name:
            continue
        error = lost.get(sample.path) or lost.get(sample.mask)
        if error is not None:
            notes.append(f"Left out: {error}")
        elif reader.text_pixels(sample.path):
            pixels = reader.text_pixels(sample.path)
            notes.append(f"Print painted over in {sample.path.name}: {pixels} pixels.")
    return tuple(notes)


def _unreadable(failures: Sequence[ImageError]) -> RequestError:
    named = "; ".join(str(error) for error in failures[:_NAMED])
    more = len(failures) - _NAMED
    return RequestError(
        f"{len(failures)} files cannot be read: {named}"
        + (f"; and {more} more" if more > 0 else ""),
        hint="Remove or mend them, or set skip_unreadable = true in [data].",
    )
