"""The table that names films and masks: ``path,mask,structure,split``, paths relative to it.

Several masks of one structure and film are united (a left and a right lung are "lungs"). Splits are
``train``, ``val`` and ``test``; patients must not be shared between them, which only the maker of
the table can know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import read_grey
from engine.bundle.recipe import Recipe
from engine.errors import RequestError, UnreadableFile
from training.content.table import read_rows

SPLITS = ("train", "val", "test")
Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Pairs:
    """Films of one split as the network sees them.

    Attributes:
        greys: (N, H, W, 1) float32 in [0, 1].
        masks: (N, H, W, K) float32, share of each cell that lies in the structure, 0..1.
    """

    greys: NDArray[np.float32]
    masks: NDArray[np.float32]


def read_pairs(table: Path, recipe: Recipe) -> tuple[tuple[str, ...], dict[str, Pairs]]:
    """The structures in order of their names, and the films by split.

    Args:
        table: see the module.
        recipe: of the network; its fit must be ``stretch``.

    Raises:
        RequestError: the table does not fit, a film lacks a structure or a mask its film's size.
        ImageError: a file cannot be read.
    """
    rows = read_rows(table, ("path", "mask", "structure", "split"))
    structures = tuple(sorted({row["structure"] for row in rows}))
    films: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row["split"] not in SPLITS:
            raise RequestError(f"there is no split {row['split']!r}", file=table)
        films.setdefault(row["path"], []).append(row)
    found: dict[str, list[tuple[NDArray, NDArray]]] = {split: [] for split in SPLITS}
    for path, own in films.items():
        splits = {row["split"] for row in own}
        if len(splits) != 1:
            raise RequestError("a film stands in two splits", file=Path(path))
        found[splits.pop()].append(_pair(Path(path), own, table.parent, structures, recipe))
    if not all(found.values()):
        raise RequestError("films of the splits train, val and test are needed", file=table)
    return structures, {
        split: Pairs(np.stack([grey for grey, _ in pairs]), np.stack([mask for _, mask in pairs]))
        for split, pairs in found.items()
    }


def _pair(
    path: Path, rows: Rows, folder: Path, structures: tuple[str, ...], recipe: Recipe
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    grey = read_grey(path)
    planes = []
    for structure in structures:
        own = [_mask(folder / row["mask"]) for row in rows if row["structure"] == structure]
        if not own or any(mask.shape != grey.shape for mask in own):
            raise RequestError(f"no mask of {structure!r} of the film's size", file=path)
        whole = np.logical_or.reduce(own).astype(np.float32)
        size_xy = (recipe.width, recipe.height)
        planes.append(cv2.resize(whole, size_xy, interpolation=cv2.INTER_AREA))
    return recipe.apply_grey(grey).grey[..., None], np.stack(planes, axis=-1)


def _mask(path: Path) -> NDArray[np.bool_]:
    grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if grey is None:
        raise UnreadableFile("the mask cannot be read", file=path)
    return grey > 0
