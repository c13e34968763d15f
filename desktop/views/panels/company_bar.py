"""Warns while images of different patients, or perhaps of different ones, stand side by side."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.state.company import Company
from desktop.views.widgets.plain_label import PlainLabel
from engine.images.kinship import Kinship


class CompanyBar(QWidget):
    """One line above the panes, hidden while there is one patient."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel("", "stop", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self._text, 1)
        self.hide()

    def show_company(self, company: Company) -> None:
        """Says what has to be said of these panes."""
        texts = {
            Kinship.SAME: "",
            Kinship.UNKNOWN: self.tr(
                "These images do not say whether they are of one patient. Check before comparing."
            ),
            Kinship.DIFFERENT: self.tr(
                "Different patients are on screen. Colours and names above the panes tell them"
                " apart."
            ),
        }
        text = texts[company.kinship]
        self._text.set_role("stop" if company.kinship is Kinship.DIFFERENT else "warning")
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
