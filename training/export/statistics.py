"""What the training images look like as numbers: the yardstick for telling odd images later.

Stored as ``admission["statistics"]`` of a manifest. An image whose numbers lie outside the range of
nearly all training images is unlike what the model has seen.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

_GREATEST = 65535.0
_RANGE = {"low": 0.5, "median": 50.0, "high": 99.5}  # percentiles over images
# name -> figure of one image of greys 0..1, fitted by the recipe and before its scaling
FIGURES: dict[str, Callable[[NDArray[np.float32]], float]] = {
    "mean": lambda grey: float(grey.mean()),
    "deviation": lambda grey: float(grey.std()),
    "percentile_1": lambda grey: float(np.percentile(grey, 1.0)),
    "percentile_99": lambda grey: float(np.percentile(grey, 99.0)),
    "black_share": lambda grey: float(np.mean(grey <= 0.0)),
    "white_share": lambda grey: float(np.mean(grey >= 1.0)),
    "left_right_correlation": lambda grey: _correlation(grey, grey[:, ::-1]),
    "detail": lambda grey: float(np.abs(np.diff(grey, axis=1)).mean()),
}


def grey_statistics(grey: NDArray[np.uint16]) -> dict[str, Any]:
    """``images`` and, per figure of `FIGURES`, ``low``, ``median`` and ``high``.

    Args:
        grey: (N, H, W, 1) uint16 of the training split, 0..65535 for the greys 0..1.
    """
    rows = [[of(_as_grey(picture)) for of in FIGURES.values()] for picture in grey]
    values = np.array(rows, np.float64).reshape(len(grey), len(FIGURES))
    spans = np.percentile(values, list(_RANGE.values()), axis=0)
    figures = {
        name: dict(zip(_RANGE, spans[:, column].tolist(), strict=True))
        for column, name in enumerate(FIGURES)
    }
    return {"images": len(grey), "of": "greys 0..1 after the recipe's fit"} | figures


def _as_grey(picture: NDArray[np.uint16]) -> NDArray[np.float32]:
    return picture[:, :, 0].astype(np.float32) / np.float32(_GREATEST)


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Pearson's; 0 for constant images."""
    spread = float(a.std()) * float(b.std())
    return float(np.mean((a - a.mean()) * (b - b.mean()))) / spread if spread > 0.0 else 0.0
