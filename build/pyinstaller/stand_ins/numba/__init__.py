"""Stands in for numba in the frozen program: shap asks for `njit` alone, and plain Python will do.

The real package compiles for some ten seconds in every process and brings 180 MB of LLVM.
"""

from collections.abc import Callable
from typing import Any

__version__ = "0.0.0"
prange = range


def njit(*arguments: Any, **_options: Any) -> Any:
    """The function as it is; with and without arguments, as a decorator or called."""
    if len(arguments) == 1 and callable(arguments[0]):
        return arguments[0]

    def unchanged(function: Callable[..., Any]) -> Callable[..., Any]:
        return function

    return unchanged


jit = njit
