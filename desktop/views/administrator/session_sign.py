"""The sign in the window that an administrator session is open, with the button that ends it."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.administrator.vault import GROUP
from desktop.jobs.administration import Administration
from desktop.views import theme
from desktop.views.widgets.chip import Chip


class SessionSign(QWidget):
    """Seen as long as a session is open.

    Args:
        administration: tells of the session.
    """

    def __init__(self, administration: Administration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._administration = administration
        self._chip = Chip(parent=self)
        self.end_button = QPushButton(self.tr("End session"))
        self.end_button.setToolTip(self.tr("Ends the administrator session"))
        self.end_button.clicked.connect(lambda: administration.end())
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self._chip)
        row.addWidget(self.end_button)
        administration.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        way = self._administration.way
        text = self.tr("Administrator")
        if way == GROUP:
            text = self.tr("Administrator (by group)")
        reason = self.tr(
            "Record-keeping settings, network and models can be changed. The session ends by "
            "itself after 15 minutes without a key or a click."
        )
        self._chip.show_word(text, theme.ABOVE, reason)
        self._chip.setAccessibleName(text)
        self.setVisible(bool(way) and self.parentWidget() is not None)
