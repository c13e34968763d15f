"""Samples as arrays, read and fitted by the code that the clinic uses (`engine.bundle`)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import read_grey
from engine.bundle.recipe import Recipe
from training.data.index import SPLITS, Sample


@dataclass(frozen=True)
class Split:
    """One part of the data.

    Attributes:
        grey: (N, H, W, 1) uint16, 0..65535 for the greys 0..1, fitted to the network's size, before
            its scaling; mapped from disk where there are many.
        targets: (N, C) float32, see `training.data.task.Task.targets`.
        samples: what each image is.
        masks: (N, H, W, 1) uint16, share of each pixel that shows the finding, or None.
    """

    grey: NDArray[np.uint16]
    targets: NDArray[np.float32]
    samples: tuple[Sample, ...]
    masks: NDArray[np.uint16] | None = None

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def patients(self) -> tuple[str, ...]:
        """Patient of every image."""
        return tuple(sample.patient_id for sample in self.samples)


def load_splits(
    samples: tuple[Sample, ...], finding: str, recipe: Recipe
) -> Iterator[float | dict[str, Split]]:
    """Reads every image; yields the share done so far and at last the splits by name."""
    pictures = []
    for done, sample in enumerate(samples, start=1):
        pictures.append(_read(sample, recipe))
        yield done / len(samples)
    yield {name: _gather(name, pictures, samples, finding) for name in SPLITS}


def network_input(grey: NDArray[np.float32], recipe: Recipe) -> NDArray[np.float32]:
    """(N, H, W, C) float32 in the network's units from (N, H, W, 1) grey levels.

    `Recipe.tensor_from` for many.
    """
    return np.concatenate([recipe.tensor_from(picture[:, :, 0]) for picture in grey])


def _read(sample: Sample, recipe: Recipe) -> NDArray[np.float32]:
    """(H, W, 1) the fitted image, or (H, W, 2) with its mask fitted alike."""
    paths = [sample.path] if sample.mask is None else [sample.path, sample.mask]
    return np.stack([recipe.apply_grey(read_grey(path)).grey for path in paths], axis=2)


def _gather(
    name: str, pictures: list[NDArray[np.float32]], samples: tuple[Sample, ...], finding: str
) -> Split:
    own = [(p, s) for p, s in zip(pictures, samples, strict=True) if s.split == name]
    labels = np.array([sample.label == finding for _, sample in own], dtype=np.float32)
    patients = tuple(sample.patient_id for _, sample in own)
    grey = np.stack([picture[:, :, :1] for picture, _ in own])
    if any(picture.shape[2] == 1 for picture in pictures):  # masks help only when all have one
        return Split(grey, labels, patients)
    return Split(grey, labels, patients, np.stack([picture[:, :, 1:] for picture, _ in own]))
