"""The sign in the window that images are being received from the network."""

from PySide6.QtWidgets import QWidget

from desktop.jobs.receiving import Receiving
from desktop.views import theme
from desktop.views.widgets.chip import Chip


class ReceivingSign(Chip):
    """Seen as long as the receiver listens.

    Args:
        receiving: the receiver.
    """

    def __init__(self, receiving: Receiving, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._receiving = receiving
        receiving.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        address = self._receiving.address
        text = self.tr("Receiving at {address}").format(address=address) if address else ""
        reason = self.tr(
            "DICOM peers can send images to {title} at {address}. They join the list without "
            "changing what is on screen. Settings > DICOM network turns this off."
        ).format(title=self._receiving.title, address=address)
        if self._receiving.is_secured:
            secured = self.tr("Connections are encrypted (TLS).")
        else:
            secured = self.tr("Connections are not encrypted.")
        reason = f"{reason} {secured}"
        self.show_word(text, theme.ACCENT, reason)
        self.setAccessibleName(text)
