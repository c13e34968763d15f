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
    maps = stack.reshape(len(stack), -1).astype(np.float64)
    centred = maps - maps.mean(axis=1, keepdims=True)
    projection = _projection(centred)
    return _signed_like(projection, centred.sum(axis=0)).reshape(stack.shape[1:])


def _projection(centred: NDArray[np.float64]) -> NDArray[np.float64]:
    """(K, Z) -> (Z,) along the first singular vector over channels, by the smaller Gram matrix."""
    channels, places = centred.shape
    if places <= channels:
        value, vector = _largest(centred.T @ centred)
        return vector * np.sqrt(max(value, 0.0))
    return _largest(centred @ centred.T)[1] @ centred


def _largest(gram: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """The largest eigenvalue of a symmetric matrix and its vector."""
    values, vectors = np.linalg.eigh(gram)
    return float(values[-1]), vectors[:, -1]


def _signed_like(
    projection: NDArray[np.float64], total: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The projection with the sign of its correlation with a total; else its peak is positive."""
    correlation = float(projection @ total)
    scale = float(np.linalg.norm(projection) * np.linalg.norm(total))
    if abs(correlation) <= _NO_CORRELATION * scale:
        correlation = float(projection[np.argmax(np.abs(projection))])
    return -projection if correlation < 0.0 else projection
