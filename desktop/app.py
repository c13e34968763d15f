"""Starts the window and ends it again: application, look, hooks, state, desk, window, shutdown.

The window comes first. Models and decoders are loaded on workers once it is painted.
"""

import shutil
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import trace
from desktop.faults import Faults
from desktop.fonts import lend_fonts
from desktop.garbage import Sweep
from desktop.jobs.desk import Desk
from desktop.jobs.precedence import take_short_turns
from desktop.language import Translations
from desktop.paths import model_store, scratch_folder, user_folder
from desktop.settings import Settings
from desktop.single_instance import SingleInstance
from desktop.state.session import start_session
from desktop.state.workspace import Item
from desktop.views.dialogs.acceptance import AcceptanceDialog, is_accepted
from desktop.views.front import Front
from desktop.views.icons import icon
from desktop.views.look import Look
from desktop.views.main_window import MainWindow

SHUTDOWN_S = 5.0
# Python sees Ctrl+C in a terminal only when it gets to run.
HEARTBEAT_MS = 500


def run(files: list[Path], instance: SingleInstance | None = None) -> int:
    """Opens the window; returns the exit status once it is closed.

    Args:
        files: files and folders to open in it.
        instance: the claim to be the only window of this home; later launches are then heard.
    """
    take_short_turns()
    app = make_application(sys.argv[:1])
    settings = Settings(user_folder())
    translations = Translations(app)
    translations.use(str(settings.get("look/language")))
    faults = Faults()
    faults.install(user_folder())
    state = start_session(settings)
    look = Look(app, state.settings)
    desk = Desk(state, model_store())
    front = Front(desk, translations)
    window = front.window
    look.dress()
    look.changed.connect(front.write_actions)
    faults.raised.connect(front.show_error)
    if trace.is_wanted():
        _trace(window)
    front.closed.connect(app.quit)
    window.show()
    if not is_accepted(state.settings):
        acceptance = AcceptanceDialog(state.settings, window)
        acceptance.rejected.connect(window.close)
        acceptance.open()
    if instance is not None:
        shutil.rmtree(scratch_folder(), ignore_errors=True)  # of one that crashed
        instance.received.connect(partial(_take_over, front))
        instance.listen()
    sweep = Sweep(app)
    desk.state.inquiry.methods_listed.connect(sweep.spare)  # by then the engine is loaded
    QTimer.singleShot(0, lambda: _begin(desk, files, sweep))
    heartbeat = QTimer()
    heartbeat.start(HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: None)
    status = app.exec()
    sweep.stop()
    has_ended = desk.close(SHUTDOWN_S)
    if instance is not None:
        instance.close()
    faults.uninstall()
    return status if has_ended else 1


def tell_silence() -> int:
    """Tells that the running window does not answer; returns the exit status."""
    app = make_application(sys.argv[:1])
    Translations(app).use(str(Settings(user_folder()).get("look/language")))
    box = QMessageBox()
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(app.translate("App", "WhyRay is already running but does not answer."))
    box.setInformativeText(
        app.translate("App", "Wait a moment and try again, or end it in the task list.")
    )
    box.exec()
    return 1


def make_application(arguments: list[str]) -> QApplication:
    """The application with its name."""
    app = QApplication(arguments)
    lend_fonts()
    app.setApplicationName("WhyRay")
    app.setDesktopFileName("whyray")
    app.setWindowIcon(QIcon(icon("whyray")))
    return app


def _begin(desk: Desk, files: list[Path], sweep: Sweep) -> None:
    sweep.spare()
    desk.warm_up()
    if files:
        desk.open_paths([path.absolute() for path in files])


def _take_over(front: Front, files: tuple[Path, ...]) -> None:
    """Comes to the front with the files of a later launch."""
    window = front.window
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
    if files:
        window.desk.open_paths(files)


def _trace(window: MainWindow) -> None:
    started = trace.PaintWatch(window, "process start to usable window")
    started.start(trace.process_start_s())
    painted = trace.PaintWatch(window.image.viewport(), "request to first paint of the image")
    workspace = window.desk.state.workspace

    def request(item: Item | None) -> None:
        if item is not None and item.radiograph is None:
            painted.start(time.monotonic())

    def answer(item: Item, changed: frozenset) -> None:
        for name, what in (("reading", "score"), ("shown", "map")):
            if name in changed and getattr(item, name) is not None:
                trace.say(f"{what} shown after process start", trace.process_start_s())

    workspace.current_changed.connect(request)
    workspace.item_changed.connect(answer)
