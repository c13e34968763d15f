"""Maps from the first principal component of feature maps.

A principal component has no sign of its own: libraries return whichever the linear algebra brought.
Here it is the sign of its correlation with the summed feature maps.
"""

import numpy as np
from numpy.typing import NDArray

# Correlations below this are rounding, not a sign.
_NO_CORRELATION = 1e-9


def first_component(stack: NDArray[np.floating]) -> NDArray[np.float64]:
    """(K, h, w) maps -> (h, w) projection on their first principal component over channels.

    Places are the observations and channels the variables: the mean over places is subtracted, and
    the map has mean 0. Maps that are constant over places give zeros.
    """
    places = stack.reshape(len(stack), -1).T.astype(np.float64)
    centred = places - places.mean(axis=0)
    projection = _projection(centred)
    return _signed_like(projection, centred.sum(axis=1)).reshape(stack.shape[1:])


def _projection(centred: NDArray[np.float64]) -> NDArray[np.float64]:
    """(Z, K) -> (Z,) along the first right singular vector, by the smaller Gram matrix."""
    places, channels = centred.shape
    if places <= channels:
        values, vectors = np.linalg.eigh(centred @ centred.T)
        return vectors[:, -1] * np.sqrt(max(values[-1], 0.0))
    _, vectors = np.linalg.eigh(centred.T @ centred)
    return centred @ vectors[:, -1]


def _signed_like(
    projection: NDArray[np.float64], total: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The projection with the sign of its correlation with a total; else its peak is positive."""
    correlation = float(projection @ total)
    scale = float(np.linalg.norm(projection) * np.linalg.norm(total))
    if abs(correlation) <= _NO_CORRELATION * scale:
        correlation = float(projection[np.argmax(np.abs(projection))])
    return -projection if correlation < 0.0 else projection
