"""Inputs on which two forms of one network are compared: real radiographs, or phantoms."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import read_grey
from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from training.data.index import SUFFIXES
from training.data.phantom import KINDS, make_phantom

_MOST = 32
_PHANTOMS = 8
_FIRST_SEED = 910_000


def pictures(recipe: Recipe, folder: Path | None) -> tuple[NDArray[np.float32], str]:
    """(N, ...) network inputs, and what they are, in words.

    Args:
        recipe: how a picture becomes an input.
        folder: images are taken from it and the folders below, evenly over their names; None draws
            phantoms.

    Raises:
        RequestError: fewer than two images.
        ImageError: one cannot be read.
    """
    if folder is None:
        seeds = range(_FIRST_SEED, _FIRST_SEED + _PHANTOMS)
        greys = [
            make_phantom(seed, kind=KINDS[seed % len(KINDS)]).image.astype(np.float32) / 4095.0
            for seed in seeds
        ]
        return np.concatenate([recipe.apply_grey(grey).tensor for grey in greys]), "phantoms"
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if len(files) < 2:
        raise RequestError("at least two images are needed to compare on", file=folder)
    chosen = [files[i] for i in np.linspace(0, len(files) - 1, min(_MOST, len(files))).astype(int)]
    return np.concatenate([recipe.apply_grey(read_grey(p)).tensor for p in chosen]), "real images"
