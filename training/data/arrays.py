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
    """One part of the data in memory.

    Attributes:
        grey: (N, H, W, 1) float32 in [0, 1], fitted to the network's size, before its scaling.
        labels: (N,) float32, 1 for the finding, 0 for its absence.
        patients: id per image.
    """

    grey: NDArray[np.float32]
    labels: NDArray[np.float32]
    patients: tuple[str, ...]

    def counts(self) -> dict[str, int]:
        """Images with and without the finding, and patients."""
        positives = int(self.labels.sum())
        return {
            "with": positives,
            "without": len(self.labels) - positives,
            "patients": len(set(self.patients)),
        }


def load_splits(
    samples: tuple[Sample, ...], finding: str, recipe: Recipe
) -> Iterator[float | dict[str, Split]]:
    """Reads every image; yields the share done so far and at last the splits by name."""
    greys: dict[str, list[NDArray[np.float32]]] = {name: [] for name in SPLITS}
    for done, sample in enumerate(samples, start=1):
        fitted = recipe.apply_grey(read_grey(sample.path)).grey
        greys[str(sample.split)].append(fitted[:, :, None])
        yield done / len(samples)
    yield {name: _gather(name, greys[name], samples, finding) for name in SPLITS}


def network_input(grey: NDArray[np.float32], recipe: Recipe) -> NDArray[np.float32]:
    """(N, H, W, C) float32 in the network's units from (N, H, W, 1) grey levels; `Recipe.tensor_from` for many."""
    return np.concatenate([recipe.tensor_from(picture[:, :, 0]) for picture in grey])


def _gather(
    name: str, greys: list[NDArray[np.float32]], samples: tuple[Sample, ...], finding: str
) -> Split:
    own = [sample for sample in samples if sample.split == name]
    labels = np.array([sample.label == finding for sample in own], dtype=np.float32)
    return Split(np.stack(greys), labels, tuple(sample.patient_id for sample in own))
