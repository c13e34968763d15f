"""Nothing fails silently: exceptions, Qt's complaints and crashes are logged, the person is told.

The log holds no patient data: WhyRay logs no file names, and names in traces are those of code.
"""

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop.jobs.failures import presentable

_log = logging.getLogger("whyray")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_LOG_BYTES = 1 << 20


class Faults(QObject):
    """Installs the hooks; `raised` reaches the window."""

    raised = Signal(object)  # WhyRayError

    def install(self, folder: Path) -> None:
        """Hooks everything in and logs to ``folder/logs``; if that is not writable, to stderr."""
        self._before = (sys.excepthook, threading.excepthook)
        self._handler, self._crashes = _open_log(folder / "logs")
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.WARNING)
        if self._crashes is not None:
            faulthandler.enable(self._crashes)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._before_qt = qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Puts everything back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._before_qt)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.raised.emit(presentable(error))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.raised.emit(presentable(arguments.exc_value))

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        _log.log(_LEVELS[kind], "Qt: %s", text)


def _open_log(folder: Path):  # noqa: ANN202 - the handler and an open file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "whyray.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
        )
        crashes = (folder / "crashes.log").open("a", encoding="utf-8")
    except OSError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"whyray: no log file: {error.strerror}\n")
        handler, crashes = logging.StreamHandler(), None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler, crashes
