"""Does the window open, show a sample with score and heatmap, and close without a trace?"""

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.checks.own_program import run_own
from desktop.paths import SAMPLE_MODEL, SAMPLES
from engine.errors import SelfTestFailed

if TYPE_CHECKING:  # pulls in Qt
    from desktop.state.session import SessionState

OPENED = "window opened and closed"
_PATIENCE_S = 180.0


def check() -> str:
    """Runs `open_and_close` in a child.

    Raises:
        SelfTestFailed: it did not come to its end.
    """
    with tempfile.TemporaryDirectory(prefix="whyray-self-test-") as name:
        told = run_own(["self-test", "--only", "window-here"], Path(name))
    if OPENED not in told:
        raise SelfTestFailed("the window did not come to its end", details={"output": told})
    return f"{OPENED}; score and heatmap were shown"


def open_and_close() -> str:
    """In this process: the window with a sample, until a heatmap is shown; then it is closed.

    Raises:
        SelfTestFailed: no heatmap came, or something did not end.
    """
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from desktop.app import make_application
    from desktop.jobs.desk import Desk
    from desktop.language import Translations
    from desktop.paths import model_store, user_folder
    from desktop.settings import Settings
    from desktop.state.session import start_session
    from desktop.views.front import Front

    app = make_application(["whyray"])
    settings = Settings(user_folder())
    state = start_session(settings)
    desk = Desk(state, model_store())
    front = Front(desk, Translations(app))
    front.window.show()
    desk.warm_up()
    desk.open_sample(min(SAMPLES.glob("*.dcm")), "Sample", SAMPLE_MODEL)
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end and not _is_explained(state):
        app.processEvents()
        time.sleep(0.01)
    is_explained = _is_explained(state)
    front.window.close()
    has_ended = desk.close(30.0)
    QApplication.closeAllWindows()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not is_explained:
        raise SelfTestFailed("the window showed no heatmap of a sample", hint=_hint(state))
    if not has_ended:
        raise SelfTestFailed("the window's work did not end")
    return OPENED


def _is_explained(state: "SessionState") -> bool:
    item = state.workspace.current
    return item is not None and item.explanation is not None


def _hint(state: "SessionState") -> str:
    item = state.workspace.current
    return "" if item is None or item.error is None else str(item.error)
