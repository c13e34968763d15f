"""Loads what some methods need before anybody asks for them, once the window is idle.

An import cannot be stopped: done at the first use, it would hold up that method's cancellation for
a second. Here nobody waits for it.
"""

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.models import ModelsState

# After the model has been opened: the first image and its score come first.
WAIT_MS = 4000
_PACKAGES = "packages"


class Ahead(QObject):
    """Starts loading a while after the first model has been opened.

    Args:
        models: tells when one has been.
    """

    def __init__(self, models: ModelsState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("ahead", self)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.load)
        self._is_begun = False
        models.opened.connect(self._begin)

    def load(self) -> None:
        """Loads now. What cannot be loaded is told by the method that needs it."""
        self._lane.start(_PACKAGES, tasks.load_packages, Reply(_ignore, _log))

    def close(self, timeout_s: float) -> bool:
        """Stops after the package that is being loaded."""
        self._wait.stop()
        return self._lane.close(timeout_s)

    def _begin(self, _model_id: str) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._wait.start()


def _ignore(_result: object) -> None:
    """Nobody waits for it."""


def _log(error: BaseException) -> None:
    presentable(error)
