"""Writing results as JSON and maps as NPY, off the window's thread."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.workspace import Item, Placed
from engine.files import atomic_write

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.explain.explanation import Explanation
    from engine.report.request import Reading

_LUNGS_FROM = {
    "drawn": "drawn masks",
    "opened": "masks",
    "phantom": "the phantom's exact masks",
}  # as in the files that the command line writes


class Exporting(QObject):
    """Writes one file after the other."""

    saved = Signal(object)  # Path
    failed = Signal(object)  # WhyRayError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("export", self)

    def save_result(self, item: Item, reading: Reading, path: Path) -> None:
        """Writes what is known of an item as JSON; `saved` follows."""
        keys = {id(made): key for key, made in item.explanations.items()}
        places = [item.places.get(keys[id(made)]) for made in reading.explanations]
        work = partial(_write_result, reading, [_outside(place) for place in places], path)
        self._start(work, path)

    def save_map(self, explanation: Explanation, path: Path) -> None:
        """Writes the raw signed map as NPY; `saved` follows."""
        self._start(partial(_write_map, explanation, path), path)

    def close(self, timeout_s: float) -> bool:
        """Stops everything."""
        return self._lane.close(timeout_s)

    def _start(self, work: partial, path: Path) -> None:
        reply = Reply(
            lambda _nothing: self.saved.emit(path),
            lambda error: self.failed.emit(presentable(error)),
        )
        self._lane.start(f"write {path}", work, reply)


def _outside(placed: Placed | None) -> dict[str, Any] | None:
    if placed is None:
        return None
    named = _LUNGS_FROM.get(placed.lungs_from, f"the model {placed.lungs_from}")
    return {"share": placed.share, "even": placed.even, "lungs_from": named}


# Below: on the worker.


def _write_result(reading: Reading, outside: Sequence[dict[str, Any] | None], path: Path) -> None:
    from engine.report.result_document import result_document

    document = result_document(reading, outside, {"json": str(path)})
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    atomic_write(path, text.encode("utf-8"))


def _write_map(explanation: Explanation, path: Path) -> None:
    import numpy as np

    array = io.BytesIO()
    np.save(array, explanation.map)
    atomic_write(path, array.getvalue())
