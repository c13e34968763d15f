"""What every layer saw: feature maps, weights and dead filters, each on a page of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.views.layers.filters_page import FiltersPage
from desktop.views.layers.maps_page import MapsPage
from desktop.views.layers.weights_page import WeightsPage
from desktop.views.widgets.layout import fit_screen

_SIZE = (1240, 800)


class LayerWindow(QDialog):
    """Stays open beside the main window and follows its image.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("What every layer saw"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        fit_screen(self, *_SIZE)
        self.maps = MapsPage(desk, prompts)
        self.weights = WeightsPage(desk, prompts)
        self.filters = FiltersPage(desk, prompts)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.maps, self.tr("Feature maps"))
        self.pages.addTab(self.weights, self.tr("Weights"))
        self.pages.addTab(self.filters, self.tr("Dead filters"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 6, 10, 10)
        whole.addWidget(self.pages)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the layers of the image on screen."""
        super().showEvent(event)
        if not event.spontaneous():
            for page in (self.maps, self.weights, self.filters):
                page.show_all()
            self._desk.browsing.set_wanted(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets them go; not where the window is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.browsing.set_wanted(False)
