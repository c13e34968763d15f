"""The package shap as a reference: imported without its compiler, and without its warnings."""

import os
import warnings
from types import ModuleType


def import_shap() -> ModuleType:
    """`shap`; numba does not compile, which would take longer than the tests."""
    os.environ.setdefault("NUMBA_DISABLE_JIT", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # matplotlib's plans for colour maps
        import shap
    return shap
