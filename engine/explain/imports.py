"""Packages that only some methods need and that take seconds to load, in pieces.

Loaded at once they would hold up a cancellation; a window loads them when such a method is chosen.
"""

import importlib
from collections.abc import Iterator

from engine.language import said
from engine.progress import Step

# Every piece needs the ones before it; each of them takes a fraction of a second.
_SCIPY = (
    "scipy.linalg",
    "scipy.special",
    "scipy.sparse",
    "scipy.spatial",
    "scipy.ndimage",
    "scipy.optimize",
    "scipy.integrate",
)
_STATISTICS = (*_SCIPY, "scipy.stats")
SOBOL = (*_STATISTICS, "scipy.stats.qmc")
XRAI = (*_SCIPY[:5], "skimage.segmentation")
LIME = (
    *_STATISTICS,
    "pandas",
    "sklearn.utils",
    "sklearn.metrics",
    "sklearn.linear_model",
    "lime.lime_base",
)

ROAD = (*_SCIPY[:3], "scipy.sparse.linalg")


# By the id of the method.
PACKAGES = {"sobol": SOBOL, "xrai": XRAI, "lime": LIME}


def load(pieces: tuple[str, ...], what: str, fraction: float = 0.0) -> Iterator[Step]:
    """Imports pieces one by one, so that a cancellation is seen in between.

    Args:
        pieces: of the tables above.
        what: name of what is loaded, for people.
        fraction: of the whole work that is done when all are there.
    """
    for place, piece in enumerate(pieces):
        yield Step(fraction * place / len(pieces), said("loading {what}", what=what))
        importlib.import_module(piece)


def load_for(method: str) -> Iterator[Step]:
    """Imports what a method will ask for; for most methods nothing."""
    yield from load(PACKAGES.get(method, ()), said("packages"), 1.0)
    yield Step(1.0)
