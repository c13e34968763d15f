"""How much was received from the network, in the settings, and a button to delete what was read."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.jobs.inbox_tasks import Inbox
from desktop.jobs.library import LibraryKeeping
from desktop.language import figure
from desktop.views.widgets.plain_label import PlainLabel


class InboxRow(QWidget):
    """Counts when it is made and after every deletion.

    Args:
        keeping: counts and deletes.
        action: the command that deletes what was read.
    """

    def __init__(self, keeping: LibraryKeeping, action: QAction) -> None:
        super().__init__()
        self.told = PlainLabel(self.tr("Received images: counting ..."), wraps=True)
        self.button = QPushButton(self.tr("Delete images already read..."))
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        self.button.setToolTip(action.toolTip())
        self.button.clicked.connect(action.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        keeping.inbox_seen.connect(self._show)
        keeping.look_into_inbox()

    def _show(self, inbox: Inbox) -> None:
        text = self.tr("No received images are kept.")
        if inbox.files:
            text = self.tr(
                "Received images: %n file(s), {size} MB; {read} of them read.", "", inbox.files
            )
            text = text.format(size=figure(inbox.size / 2**20, ".1f"), read=len(inbox.read))
        self.told.setText(text)
        self.button.setEnabled(bool(inbox.read))
