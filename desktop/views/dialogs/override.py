"""The question before a refused image is scored all the same: why?"""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel
from engine.decisions import MAX_TEXT
from engine.images.admission import Admission

_LEAST_LETTERS = 3
_WIDTH_PX = 460


class OverrideDialog(QDialog):
    """Shows what the checks found and asks for a reason; without one there is no score.

    Args:
        admission: the verdict.
        parent: the window.
    """

    def __init__(self, admission: Admission, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Score a refused image"))
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.tr("The input checks refused this image:"), "strong"))
        for reason in admission.reasons:
            if reason.level == "stop":
                column.addWidget(PlainLabel(reason.sentence, "stop", wraps=True))
        text = self.tr(
            "Its scores mean nothing for a patient. The reason is kept with the image and stands on"
            " every picture, file and report made of it."
        )
        column.addWidget(PlainLabel(text, "body", wraps=True))
        self._reason = QLineEdit()
        self._reason.setMaxLength(MAX_TEXT)
        self._reason.setPlaceholderText(self.tr("Why do you want the score?"))
        self._reason.setAccessibleName(self.tr("Reason"))
        column.addWidget(self._reason)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(
            self.tr("Score anyway"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._go.setEnabled(False)
        self._go.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        self._reason.textChanged.connect(self._offer)
        self._reason.setFocus()
        fit_height(self)

    def reason(self) -> str:
        """What was written."""
        return self._reason.text().strip()

    def _offer(self) -> None:
        self._go.setEnabled(len(self.reason()) >= _LEAST_LETTERS)
