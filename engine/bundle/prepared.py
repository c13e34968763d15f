"""An image ready for a network: what long runs get of a file instead of its pixels.

Decoding, the look at the pixels and the reduction to the network's size all happen in one child
(`engine.bundle.prepare_worker`), and a picture of a few thousand pixels crosses instead of one of
millions. Who scores a single image in this process calls `prepare` itself: the numbers are the
same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.images import wire
from engine.images.decoder import TUNABLES, Decoder
from engine.images.display import model_grey
from engine.images.outline import Outline, outline_of
from engine.images.radiograph import Radiograph


@dataclass(frozen=True)
class Prepared:
    """One frame of an image, ready for some networks.

    Attributes:
        outline: what the input checks look at.
        fitted: for each recipe what `Recipe.fitted` gives, (height, width) float32 in [0, 1].
        sha256: hex digest of the whole file.
        notes: oddities met while reading, one sentence each, for people.
        radiograph: the image with its first frame alone, where it was asked for.
    """

    outline: Outline
    fitted: tuple[NDArray[np.float32], ...]
    sha256: str
    notes: tuple[str, ...]
    radiograph: Radiograph | None = None


def prepare(
    radiograph: Radiograph, recipes: Sequence[Recipe], frame: int = 0, *, has_pixels: bool = False
) -> Prepared:
    """Looks at the pixels of a radiograph once, for all that follows.

    Args:
        radiograph: the image.
        recipes: of the networks that it is for.
        frame: which frame they see; the outline is about the first one.
        has_pixels: keep the first frame.
    """
    grey = model_grey(radiograph, frame)
    return Prepared(
        outline_of(radiograph, grey if frame == 0 else model_grey(radiograph)),
        tuple(recipe.fitted(grey) for recipe in recipes),
        radiograph.sha256,
        radiograph.notes,
        _first_frame(radiograph) if has_pixels else None,
    )


class Preparer(Decoder):
    """A `Decoder` whose child prepares images; it answers nothing else."""

    worker = ("prepare", "engine.bundle.prepare_worker")
    # One file follows the other: what it needed is kept for the next one, instead of being given
    # back and asked for again, page by page.
    tunables = (
        *TUNABLES,
        f"glibc.malloc.mmap_threshold={32 * 2**20}",
        f"glibc.malloc.trim_threshold={128 * 2**20}",
    )

    def prepare(self, path: Path, recipes: Sequence[Recipe], *, has_pixels: bool) -> Prepared:
        """Like `decode` and then `prepare` for its first frame. Raises as `decode`."""
        order = {"recipes": [recipe.to_json() for recipe in recipes], "has_pixels": has_pixels}
        return self._ask(
            path, order, lambda stream: _receive(stream, path, recipes, has_pixels=has_pixels)
        )


def send_prepared(stream: BinaryIO, prepared: Prepared) -> None:
    """Writes it as `Preparer` reads it."""
    radiograph = prepared.radiograph
    header: dict[str, Any] = {
        "outline": wire.outline_to_json(prepared.outline),
        "sha256": prepared.sha256,
        "notes": wire.notes_to_json(prepared.notes),
    }
    blobs: tuple[NDArray[Any], ...] = tuple(
        np.ascontiguousarray(fitted, "<f4") for fitted in prepared.fitted
    )
    if radiograph is not None:
        header["radiograph"] = wire.header_of(radiograph)
        blobs += wire.pixels_of(radiograph)
    wire.send(stream, header, blobs)


def _receive(
    stream: IO[bytes], path: Path, recipes: Sequence[Recipe], *, has_pixels: bool
) -> Prepared:
    """Nothing of it is believed: the shapes are those of our own recipes."""

    def read(header: dict[str, Any]) -> Prepared:
        outline = wire.read_outline(header["outline"])
        fitted = tuple(_fitted(stream, recipe) for recipe in recipes)
        radiograph = None
        if has_pixels:
            radiograph = wire.read_radiograph(header["radiograph"], stream, path)
        sha256 = wire.read_sha256(header["sha256"])
        return Prepared(outline, fitted, sha256, wire.read_notes(header["notes"]), radiograph)

    return wire.receive(stream, path, read)


def _fitted(stream: IO[bytes], recipe: Recipe) -> NDArray[np.float32]:
    array = wire.read_array(stream, (recipe.height, recipe.width), "<f4")
    if not (array.min() >= 0.0 and array.max() <= 1.0):  # nor where it holds NaN
        raise ValueError("light beyond 0..1")
    return array


def _first_frame(radiograph: Radiograph) -> Radiograph:
    """The same image without further frames, which would only take up memory."""
    if radiograph.frame_count == 1:
        return radiograph
    colour = radiograph.colour
    return replace(
        radiograph,
        frames=radiograph.frames[:1].copy(),
        colour=None if colour is None else colour[:1].copy(),
    )
