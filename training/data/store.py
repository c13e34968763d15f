"""Fitted pictures kept on disk, so that every file is decoded once for all runs.

A folder of segments: ``NAME.npy`` holds (N, H, W) uint16 pictures and is mapped, not loaded;
``NAME.json`` tells which file each one is. A picture is found again by its path, size, time of
change and the recipe, so a changed file is read anew. Segments are never altered: several
programs may share a folder, and a run that was killed goes on from its last segment.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.errors import OutputError
from engine.files import atomic_write

_SEGMENT = 2048  # pictures


class Rows:
    """Pictures mapped from disk that are indexed as an array.

    Args:
        segments: (n, H, W) uint16 each.
        places: (N, 2) segment and row of each picture.
    """

    dtype = np.dtype(np.uint16)
    ndim = 4

    def __init__(self, segments: Sequence[NDArray[np.uint16]], places: NDArray[np.int64]) -> None:
        self._segments, self._places = segments, places
        self.shape = (len(places), *segments[0].shape[1:], 1)

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, which: int | slice | NDArray[np.int64]) -> NDArray[np.uint16]:
        """(H, W, 1) for a number, (n, H, W, 1) for a slice or an array of numbers."""
        places = self._places[which]
        if places.ndim == 1:
            return self._segments[places[0]][places[1]][..., None]
        chosen = np.empty((len(places), *self.shape[1:]), np.uint16)
        for target, (segment, row) in zip(chosen, places, strict=True):
            target[..., 0] = self._segments[segment][row]
        return chosen

    def __array__(
        self, dtype: np.dtype | None = None, copy: bool | None = None
    ) -> NDArray[np.uint16]:
        """All of it in memory."""
        return self[:] if dtype is None else self[:].astype(dtype)


class PictureStore:
    """Fitted pictures of one recipe.

    Args:
        folder: of all stores; each recipe has a folder of its own in it.
        recipe: size and fit of the pictures.
        removes_text: whether print is painted over first.
    """

    def __init__(self, folder: Path, recipe: Recipe, *, removes_text: bool) -> None:
        self._hw = (recipe.height, recipe.width)
        facts = {
            name: getattr(recipe, name)
            for name in ("height", "width", "fit", "pad_value", "interpolation")
        }
        self._folder = folder / _digest(json.dumps(facts | {"removes_text": removes_text}))
        self._segments: list[NDArray[np.uint16]] = []
        self._known: dict[str, tuple[int, int, int]] = {}
        self._waiting: list[tuple[str, NDArray[np.uint16], int]] = []
        if self._folder.is_dir():
            for index in sorted(self._folder.glob("*.json")):
                self._open(index)

    def has(self, path: Path) -> bool:
        """Whether the file's picture is kept, and the file unchanged since."""
        return path.is_file() and _key(path) in self._known

    def text_pixels(self, path: Path) -> int:
        """Pixels that were painted over in a kept picture."""
        return self._known[_key(path)][2]

    def add(self, path: Path, picture: NDArray[np.uint16], text_pixels: int) -> None:
        """Keeps a (H, W) picture; it is on disk after `flush`, or when a segment is full."""
        self._waiting.append((_key(path), picture, text_pixels))
        if len(self._waiting) >= _SEGMENT:
            self.flush()

    def flush(self) -> None:
        """Writes what is waiting. Raises OutputError where the disk refuses."""
        if not self._waiting:
            return
        stem = self._folder / secrets.token_hex(8)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with stem.with_suffix(".npy").open("wb") as handle:
                np.save(handle, np.stack([picture for _, picture, _ in self._waiting]))
        except OSError as error:
            raise OutputError(
                f"the cache of pictures could not be written: {error.strerror}",
                hint="Free the disk, or give another folder.",
                file=self._folder,
            ) from error
        index = [[key, pixels] for key, _, pixels in self._waiting]
        atomic_write(stem.with_suffix(".json"), json.dumps(index).encode())
        self._waiting = []
        self._open(stem.with_suffix(".json"))

    def rows(self, paths: Sequence[Path]) -> Rows:
        """The kept pictures of these files, mapped."""
        places = [self._known[_key(path)][:2] for path in paths]
        return Rows(self._segments, np.array(places, np.int64).reshape(-1, 2))

    def _open(self, index: Path) -> None:
        pictures = np.load(index.with_suffix(".npy"), mmap_mode="r")
        for row, (key, pixels) in enumerate(json.loads(index.read_text(encoding="utf-8"))):
            self._known[key] = (len(self._segments), row, pixels)
        self._segments.append(pictures)


def _key(path: Path) -> str:
    facts = path.stat()
    return _digest(f"{path.resolve()}|{facts.st_size}|{facts.st_mtime_ns}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]
