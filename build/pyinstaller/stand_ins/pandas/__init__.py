"""Stands in for pandas in the frozen program: shap and scikit-learn ask whether data are tables.

WhyRay gives them arrays, so nothing ever is one. The real package brings 22 MB.
"""

__version__ = "0.0.0"


class DataFrame:
    """No data are of this kind; it cannot be made."""

    def __init__(self, *_arguments: object, **_options: object) -> None:
        raise NotImplementedError("this program was frozen without pandas: give arrays")


def __getattr__(name: str) -> type[DataFrame]:
    """Any other kind of data that there is none of: `Series`, `Index`, `NA`."""
    if name.startswith("_"):
        raise AttributeError(name)
    return type(name, (DataFrame,), {})
