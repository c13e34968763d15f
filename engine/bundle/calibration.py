"""Calibration curves: what a bundle applies to its network's probabilities before they are shown.

Most bundles need none, because their calibration is folded into the network. Isotonic regression
cannot be. The curves never fall, so the order of images stays, but for ties; logits, and with
them explanations, are untouched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import BundleError
from engine.language import said


@dataclass(frozen=True)
class CalibrationCurve:
    """A non-decreasing piecewise linear function from 0..1 to 0..1, constant beyond its ends.

    Attributes:
        probability: what the network gives at each knot, rising.
        calibrated: what is shown instead, never falling; as many.
    """

    probability: tuple[float, ...]
    calibrated: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuses what is no such function."""
        x, y = (np.array(knots, np.float64) for knots in (self.probability, self.calibrated))
        is_one = x.ndim == 1 and x.shape == y.shape and len(x) >= 1
        if not (is_one and _is_probability(x) and _is_probability(y)):
            raise BundleError(
                said("a calibration curve needs as many knots both ways, all from 0 to 1")
            )
        if (np.diff(x) <= 0).any() or (np.diff(y) < 0).any():
            raise BundleError(said("a calibration curve has rising knots and never falls"))

    def apply(self, probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
        """Calibrated probabilities, of the same shape."""
        return np.interp(probabilities, self.probability, self.calibrated)


def calibrated(
    curves: Sequence[CalibrationCurve], probabilities: NDArray[np.floating], activation: str
) -> NDArray[np.float64]:
    """(N, C) probabilities as they are to be shown.

    Args:
        curves: one per class; none leaves the probabilities as they are.
        probabilities: (N, C) of the network.
        activation: ``softmax`` rows are scaled to a sum of 1 again (Zadrozny and Elkan 2002).
    """
    own = np.asarray(probabilities, np.float64)
    if not curves:
        return own
    shown = np.stack([c.apply(own[:, k]) for k, c in enumerate(curves)], axis=1)
    if activation != "softmax":
        return shown
    total = shown.sum(axis=1, keepdims=True)
    return np.divide(shown, total, out=own.copy(), where=total > 0)


def _is_probability(values: NDArray[np.float64]) -> bool:
    return bool(np.isfinite(values).all() and (values >= 0).all() and (values <= 1).all())
