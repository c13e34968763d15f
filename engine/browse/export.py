"""Layers, kernels and dead filters as files: grid picture, array, table."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.browse.activations import ORDERS, FeatureMaps
from engine.browse.dead import Fired
from engine.browse.grid import Grid, grid_picture, painted, shared_scale
from engine.browse.weights import Weights
from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said

THROUGH_PX, THROUGH_COLUMNS = 112, 8
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
    picture, array = io.BytesIO(), io.BytesIO()
    shown = grid_picture(maps.values, [int(row["channel"]) for row in rows], scale=scale)
    Image.fromarray(shown).save(picture, format="PNG")
    np.save(array, np.ascontiguousarray(maps.values))
    contents = {"png": picture.getvalue(), "npy": array.getvalue(), "csv": _table(rows)}
    return _written(folder, stem, contents)


def write_through(
    folder: Path, stem: str, maps: Sequence[FeatureMaps], channel: int, scale: str
) -> Mapping[str, Path]:
    """Writes one channel of all layers: ``STEM.png``, early to late in rows, and ``STEM.csv``.

    Args:
        folder: made where it is missing.
        stem: of the file names.
        maps: of the layers; one that has no such channel is left dark, its numbers empty.
        channel: from 0.
        scale: of the picture: ``channel``, or ``shared`` by the channels of each layer.

    Returns:
        The paths by suffix.

    Raises:
        OutputError: the disk refused.
    """
    height, width = maps[0].values.shape[1:]
    longest = max(THROUGH_PX, height, width)
    cell = tuple(max(1, round(side * longest / max(height, width))) for side in (height, width))
    grid = Grid(len(maps), min(THROUGH_COLUMNS, len(maps)), cell)
    shown = np.zeros((*grid.size_hw, 3), np.uint8)
    rows: list[dict[str, object]] = []
    for place, one in enumerate(maps):
        row: dict[str, object] = {"layer": one.layer.name, "channels": len(one.values)}
        rows.append(row | dict.fromkeys(("mean", "deviation", "least", "greatest"), ""))
        if channel >= len(one.values):
            continue
        plane = one.values[channel]
        own = shared_scale(one.values if scale == "shared" else plane)
        x, y = grid.corner(place)
        shown[y : y + cell[0], x : x + cell[1]] = painted(plane, own, cell)
        rows[-1] |= {
            "mean": float(plane.mean(dtype=np.float64)),
            "deviation": float(plane.std(dtype=np.float64)),
            "least": float(plane.min()), "greatest": float(plane.max()),
        }  # fmt: skip
    picture = io.BytesIO()
    Image.fromarray(shown).save(picture, format="PNG")
    return _written(folder, stem, {"png": picture.getvalue(), "csv": _table(rows)})


def write_kernels(
    folder: Path, stem: str, weights: Weights, output: int, scale: str
) -> Mapping[str, Path]:
    """Writes ``STEM.png``, ``STEM.npy`` (out, in / groups, kh, kw) and ``STEM.csv``.

    Args:
        folder: made where it is missing.
        stem: of the file names.
        weights: of a layer.
        output: whose kernels the picture shows, see `Weights.planes`.
        scale: of the picture, see `engine.browse.grid.SCALES`.

    Returns:
        The paths by suffix; the table is the histogram.

    Raises:
        OutputError: the disk refused.
    """
    planes = weights.planes(output)
    order, own = range(len(planes)), weights.has_colours
    shown = grid_picture(planes, order, scale=scale, has_own_colours=own)
    picture, array = io.BytesIO(), io.BytesIO()
    Image.fromarray(shown).save(picture, format="PNG")
    np.save(array, weights.kernel)
    counts, edges = weights.histogram()
    rows = [
        {"from": float(low), "to": float(high), "weights": int(count)}
        for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True)
    ]
    contents = {"png": picture.getvalue(), "npy": array.getvalue(), "csv": _table(rows)}
    return _written(folder, stem, contents)


def write_fired(folder: Path, stem: str, fired: Sequence[Fired]) -> Path:
    """Writes ``STEM.csv``: per layer behind a rectifier how many channels never fired, and which.

    Raises:
        OutputError: the disk refused.
    """
    rows = [
        {
            "layer": entry.layer.name, "tensor": entry.layer.tensor, "operator": entry.layer.kind,
            "channels": len(entry.greatest), "dead": len(entry.dead), "dead_share": entry.share,
            "can_be_pruned": int(entry.can_be_pruned), "images": entry.images,
            "dead_channels": " ".join(map(str, entry.dead)),
        }
        for entry in fired
    ]  # fmt: skip
    return _written(folder, stem, {"csv": _table(rows)})["csv"]


def _table(rows: Sequence[Mapping[str, object]]) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue().encode("utf-8")


def _written(folder: Path, stem: str, contents: Mapping[str, bytes]) -> Mapping[str, Path]:
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
