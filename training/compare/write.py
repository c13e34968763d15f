"""A comparison on the disk: ``comparison.json``, and ``comparison.html`` for people."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.bundle.store import dump_json
from engine.errors import OutputError
from engine.files import atomic_write
from training.compare.page import comparison_page

FACTS, PAGE = "comparison.json", "comparison.html"
_CAPTIONS = (
    "ROC curves of both; circles are the operating points in use.",
    "Frequency over probability, of both; on the dotted line they are equal.",
)


def write_comparison(folder: Path, found: Mapping[str, Any]) -> Path:
    """Writes both and returns the path of the facts; the page has charts if matplotlib is there.

    Raises:
        OutputError: the disk refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}",
            hint="Choose a folder that may be written to.",
            file=folder,
        ) from error
    atomic_write(folder / PAGE, comparison_page(found, _charts(found)).encode("utf-8"))
    atomic_write(folder / FACTS, dump_json(dict(found)))  # last: who finds it finds everything
    return folder / FACTS


def _charts(found: Mapping[str, Any]) -> dict[str, tuple[bytes, str]]:
    try:
        from training.compare.charts import draw_calibration_pairs, draw_roc_pairs
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] != "matplotlib":
            raise
        return {}
    drawn = (draw_roc_pairs(found), draw_calibration_pairs(found))
    return dict(zip(("roc", "calibration"), zip(drawn, _CAPTIONS, strict=True), strict=True))
