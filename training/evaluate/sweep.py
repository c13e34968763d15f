"""How the rates of one class change with the threshold."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluate.confusion import plain_counts, rate_statistics
from training.evaluate.figure import Floats
from training.evaluate.resampling import estimates

THRESHOLDS = (
    0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.95, 0.98, 0.99,
)  # fmt: skip
SHOWN = ("sensitivity", "specificity", "ppv", "npv", "f1", "accuracy", "mcc")


def threshold_sweep(probabilities: Floats, ill: NDArray[np.bool_]) -> list[dict[str, Any]]:
    """One row per threshold: ``threshold``, ``called`` and the rates `SHOWN`, None if undefined."""
    return [_row(threshold, probabilities >= threshold, ill) for threshold in THRESHOLDS]


def _row(threshold: float, called: NDArray[np.bool_], ill: NDArray[np.bool_]) -> dict[str, Any]:
    values = estimates(rate_statistics(called, ill), len(ill))
    counts = plain_counts(called, ill)
    return {"threshold": threshold, "called": counts["tp"] + counts["fp"]} | {
        name: None if np.isnan(values[name]) else values[name] for name in SHOWN
    }
