"""The bootstrap over patients, without a loop over rounds.

A draw with replacement is a weight per image: how often its patient was drawn. Figures are
functions of weights (R, N) that give (R,) values by name, so the estimate (all weights 1) and its
bootstrap rounds come from one definition.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Weights = NDArray[np.int32]  # whole numbers add up eight times as fast
Statistic = Callable[[Weights], Floats]  # weights (R, N) -> (R,)
Statistics = Callable[[Weights], dict[str, Floats]]  # several at once, by name
_CELLS = 1 << 19  # weights held at a time: 2 MB


@dataclass(frozen=True)
class Patients:
    """Whose images they are.

    Attributes:
        owner: (N,) number of the patient of each image, 0..P-1.
        rounds: bootstrap rounds R; 0 for none.
        seed: of the draws.
    """

    owner: NDArray[np.int64]
    rounds: int
    seed: int

    @staticmethod
    def of(names: Sequence[str], rounds: int, seed: int) -> "Patients":
        """From the patient's id of every image."""
        _, owner = np.unique(np.array(names, dtype=str), return_inverse=True)
        return Patients(owner.astype(np.int64), rounds, seed)

    @property
    def count(self) -> int:
        """Number of patients P."""
        return int(self.owner.max()) + 1 if len(self.owner) else 0

    def among(self, chosen: NDArray[np.bool_]) -> int:
        """Number of patients who have an image in `chosen` (N,)."""
        return len(np.unique(self.owner[chosen]))

    def part(self, chosen: NDArray[np.bool_]) -> "Patients":
        """The chosen images alone."""
        _, owner = np.unique(self.owner[chosen], return_inverse=True)
        return Patients(owner.astype(np.int64), self.rounds, self.seed)

    def weights(self) -> Iterator[Weights]:
        """(r, N) int32 per piece of rounds: how often each image is drawn; always the same."""
        count = self.count
        random = np.random.default_rng(self.seed)
        at_once = max(1, _CELLS // max(1, len(self.owner)))
        for start in range(0, self.rounds, at_once):
            size = min(at_once, self.rounds - start)
            drawn = random.integers(count, size=(size, count))
            flat = (drawn + count * np.arange(size)[:, None]).ravel()
            times = np.bincount(flat, minlength=size * count).reshape(size, count)
            yield np.take(times.astype(np.int32), self.owner, axis=1)


def estimates(statistics: Statistics, images: int) -> dict[str, float]:
    """Every statistic of the images as they are."""
    ones = np.ones((1, images), np.int32)
    return {name: float(values[0]) for name, values in statistics(ones).items()}


def bootstrap(statistics: Statistics, patients: Patients) -> dict[str, Floats]:
    """(R,) values of every statistic in the bootstrap rounds; empty where there are none."""
    names = estimates(statistics, len(patients.owner))
    pieces = [statistics(weights) for weights in patients.weights()]
    return {name: np.concatenate([np.zeros(0), *(p[name] for p in pieces)]) for name in names}
