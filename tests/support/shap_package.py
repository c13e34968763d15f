"""The package shap as a reference: imported without its compiler, and without its warnings."""

import os
import sys
import warnings
from types import ModuleType


def import_shap() -> ModuleType:
    """`shap`; numba does not compile, which would take longer than the tests.

    Whoever loaded numba before (a method that is imported on demand, say) settled for it whether
    functions are compiled; it is told anew, for what is decorated from now on.
    """
    os.environ["NUMBA_DISABLE_JIT"] = "1"
    if "numba" in sys.modules:
        sys.modules["numba"].config.reload_config()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # matplotlib's plans for colour maps
        import shap
    return shap
