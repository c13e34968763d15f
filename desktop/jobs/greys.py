"""Counts the greys of the film on screen beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from desktop.jobs.replies import Lane, Reply
from engine.images.field import exposed_field
from engine.images.histogram import Histogram, histogram_of
from engine.images.radiograph import Radiograph

AFTER_THE_IMAGE_MS = 60  # first the picture, then its histogram
_SLOT = "count"


class GreyCounting(QObject):
    """One histogram at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("greys", self)
        self._wanted: tuple[Callable[[], Histogram], Reply] | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_IMAGE_MS)
        self._soon.timeout.connect(self._start)
        self._is_closed = False

    def count(
        self,
        radiograph: Radiograph,
        frame: int,
        pixels: NDArray[np.uint16],
        counted: Callable[[Histogram], None],
    ) -> None:
        """Counts one frame, in a moment, instead of what was asked for before.

        Args:
            radiograph: not in colour.
            frame: from 0.
            pixels: (H, W), what the window is applied to: the frame, or the equalised frame.
            counted: takes the histogram.
        """
        self.cancel()
        if self._is_closed:
            return
        work = partial(histogram_of_film, radiograph, frame, pixels)
        self._wanted = work, Reply(counted, _raise)
        self._soon.start()

    def cancel(self) -> None:
        """Nobody waits for what was asked any more."""
        self._soon.stop()
        self._wanted = None
        self._lane.cancel(_SLOT)

    def close(self, timeout_s: float) -> bool:
        """Stops the worker."""
        self.cancel()
        self._is_closed = True
        return self._lane.close(timeout_s)

    def _start(self) -> None:
        work, reply = self._wanted
        self._wanted = None
        self._lane.start(_SLOT, work, reply)


def histogram_of_film(radiograph: Radiograph, frame: int, pixels: NDArray[np.uint16]) -> Histogram:
    """Counts values of the film, borders and marks left out; arguments as `GreyCounting.count`."""
    field = exposed_field(radiograph, frame)
    sample = pixels[:: field.step, :: field.step]
    return histogram_of(radiograph.grey, sample[field.is_film])


def _raise(error: BaseException) -> None:
    raise error
