"""Are the numbers of other packages' tables right? A table that is missing is not always told.

SciPy's Sobol sequence, without its file of direction numbers, goes on with zeros.
"""

import numpy as np

from engine.errors import SelfTestFailed

# The sequence in two dimensions (Sobol 1967; Joe and Kuo 2008), in Gray code order.
_FIRST = ((0.0, 0.0), (0.5, 0.5), (0.75, 0.25), (0.25, 0.75))


def check() -> str:
    """Draws the first points of a Sobol sequence, and loads what draws charts.

    Raises:
        SelfTestFailed: they are others.
    """
    import pyqtgraph  # noqa: F401 - its parts of Qt are asked for when it is loaded
    from scipy.stats import qmc

    drawn = qmc.Sobol(2, scramble=False).random(4)
    if not np.array_equal(drawn, np.asarray(_FIRST)):
        raise SelfTestFailed("SciPy's Sobol sequence is wrong here", hint="Install WhyRay again.")
    return "tables of other packages are right"
