"""What is asked before a running batch is stopped by the way."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.jobs.batching import Batching
from desktop.language import translate


class Answer(Enum):
    """What shall become of the batch."""

    STAY = "stay"
    STOP = "stop"
    KEEP_RUNNING = "keep running"


def ask(parent: QWidget, *, ends_program: bool) -> Answer:
    """Asks a person. Without the program the batch cannot run on."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Batch", "Batch"))
    box.setText(translate("Batch", "A batch is under way."))
    box.setInformativeText(
        translate("Batch", "What is finished is kept, and the batch can be gone on with later.")
    )
    role = QMessageBox.ButtonRole
    words = (
        translate("Batch", "Stop it and quit") if ends_program else translate("Batch", "Stop it")
    )
    stop = box.addButton(words, role.DestructiveRole)
    keep = None
    if not ends_program:
        keep = box.addButton(translate("Batch", "Keep it running"), role.AcceptRole)
    stay = box.addButton(translate("Batch", "Cancel"), role.RejectRole)
    box.setDefaultButton(stay if keep is None else keep)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if chosen is stop:
        return Answer.STOP
    return Answer.KEEP_RUNNING if keep is not None and chosen is keep else Answer.STAY


class CloseGuard(QObject):
    """Asks before the main window closes over a running batch.

    Args:
        window: the main window.
        batching: the batch, if any.
    """

    def __init__(self, window: QWidget, batching: Batching) -> None:
        super().__init__(window)
        self._window, self._batching = window, batching
        self.ask = ask
        window.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the window open where the person wants the batch to go on."""
        is_closing = watched is self._window and event.type() == QEvent.Type.Close
        if not is_closing or not self._batching.is_running:
            return False
        if self.ask(self._window, ends_program=True) is Answer.STOP:
            self._batching.stop()
            return False
        event.ignore()
        return True
