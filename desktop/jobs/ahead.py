"""Loads what a method needs as soon as it is chosen, before anybody starts it.

An import cannot be stopped: done at the first use, it would hold up that method's cancellation for
a second. Here nobody waits for it.
"""

from functools import partial

from PySide6.QtCore import QObject

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.inquiry import Inquiry, InquiryState

_PACKAGES = "packages"


class Ahead(QObject):
    """Follows the method picker.

    Args:
        inquiry: tells which method is chosen.
    """

    def __init__(self, inquiry: InquiryState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("ahead", self)
        self._method = inquiry.inquiry.method
        inquiry.changed.connect(self._follow)

    def close(self, timeout_s: float) -> bool:
        """Stops after the package that is being loaded."""
        return self._lane.close(timeout_s)

    def _follow(self, inquiry: Inquiry) -> None:
        if inquiry.method != self._method:
            self._method = inquiry.method
            work = partial(tasks.load_packages, inquiry.method)
            # What cannot be loaded is told by the method that needs it.
            self._lane.start(_PACKAGES, work, Reply(_ignore, presentable))


def _ignore(_result: object) -> None:
    """Nobody waits for it."""
