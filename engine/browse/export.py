"""A layer's feature maps as files: grid picture, array, numbers per channel."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.browse.activations import ORDERS, FeatureMaps
from engine.browse.grid import grid_picture
from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said

Gradients = NDArray[np.floating] | None


def channel_rows(
    maps: FeatureMaps, order: str, gradients: Gradients = None
) -> list[dict[str, float]]:
    """The numbers of every channel, in that order: ``channel`` and one per known order."""
    known = [n for n in ORDERS if n != "index" and (n != ORDERS[-1] or gradients is not None)]
    numbers = {name: maps.scores(name, gradients) for name in known}
    return [
        {"channel": int(number)} | {name: float(row[number]) for name, row in numbers.items()}
        for number in maps.order(order, gradients)
    ]


def write_layer(
    folder: Path, stem: str, maps: FeatureMaps, order: str, scale: str, gradients: Gradients = None
) -> Mapping[str, Path]:
    """Writes ``STEM.png``, ``STEM.npy`` (K, h, w) and ``STEM.csv``.

    Args:
        folder: made where it is missing.
        stem: of the file names.
        maps: of the layer.
        order: of the channels in picture and table, see `ORDERS`; the array is by number.
        scale: of the picture, see `engine.browse.grid.SCALES`.
        gradients: (K, h, w), where channels are sorted by them.

    Returns:
        The paths by suffix.

    Raises:
        OutputError: the disk refused.
    """
    rows = channel_rows(maps, order, gradients)
    picture, array, table = io.BytesIO(), io.BytesIO(), io.StringIO(newline="")
    shown = grid_picture(maps.values, [int(row["channel"]) for row in rows], scale=scale)
    Image.fromarray(shown).save(picture, format="PNG")
    np.save(array, np.ascontiguousarray(maps.values))
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    contents = {
        "png": picture.getvalue(),
        "npy": array.getvalue(),
        "csv": table.getvalue().encode("utf-8"),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = {kind: folder / f"{stem}.{kind}" for kind in contents}
        for kind, data in contents.items():
            atomic_write(written[kind], data)
    except OSError as error:
        raise OutputError(
            said("the layer cannot be written: {error}", error=str(error)), file=folder
        ) from error
    return written
