"""Draws one report again and again while it is written, and puts it on the disk; on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.printing.pages import Pages
from desktop.printing.pdf import pdf_bytes
from desktop.printing.preview import page_pictures
from engine.files import atomic_write

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.report.content import ReportContent
    from engine.report.request import Reading, Wishes

_DRAW, _SAVE, _COMPOSE = "draw", "save", "compose"


@dataclass(frozen=True)
class Order:
    """What is to be printed.

    Attributes:
        reading: what is known of the image.
        wishes: what the reader wants.
        paper: a key of `desktop.printing.pages.PAPERS`.
        has_details: with pages of details.
    """

    reading: Reading
    wishes: Wishes
    paper: str
    has_details: bool


class Press(QObject):
    """Takes orders; of several of a kind only the last one is answered."""

    drawn = Signal(object)  # tuple[QImage, ...], one per page
    saved = Signal(object)  # Path
    composed = Signal(object)  # ReportContent
    failed = Signal(object)  # WhyRayError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("report", self)

    def draw(self, order: Order, width_px: int) -> None:
        """Makes pictures of the pages; `drawn` follows."""
        self._lane.start(_DRAW, partial(_draw, order, width_px), self._reply(self.drawn.emit))

    def save(self, order: Order, path: Path) -> None:
        """Writes the PDF as a whole or not at all; `saved` follows."""
        reply = self._reply(lambda _nothing: self.saved.emit(path))
        self._lane.start(_SAVE, partial(_save, order, path), reply)

    def compose(self, order: Order) -> None:
        """Makes the content for a printer; `composed` follows."""
        self._lane.start(_COMPOSE, partial(_compose, order), self._reply(self.composed.emit))

    def close(self, timeout_s: float) -> bool:
        """Stops everything; False when the worker did not end in time."""
        return self._lane.close(timeout_s)

    def _reply(self, succeeded: object) -> Reply:
        return Reply(succeeded, lambda error: self.failed.emit(presentable(error)))


# Below: on the worker.


def _compose(order: Order) -> ReportContent:
    from engine.report.compose import report_of

    return report_of(order.reading, order.wishes)


def _draw(order: Order, width_px: int) -> tuple[QImage, ...]:
    pages = Pages(_compose(order), order.paper, has_details=order.has_details)
    return page_pictures(pages, width_px)


def _save(order: Order, path: Path) -> None:
    data = pdf_bytes(_compose(order), paper=order.paper, has_details=order.has_details)
    atomic_write(path, data)
