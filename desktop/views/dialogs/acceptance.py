"""The first launch: what the program is not for has to be accepted, and again after a new text."""

import json
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.settings import Settings
from desktop.views import wording
from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel

SETTING = "consent/accepted"
TEXT_VERSION = "1"  # raised with every change of the sentences below
_WIDTH_PX = 520


class AcceptanceDialog(QDialog):
    """Shown until the text of this version is accepted.

    Args:
        settings: remember when which text was accepted.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Before you begin"))
        self.setMinimumWidth(_WIDTH_PX)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(12)
        column.addWidget(
            PlainLabel(translate("Wording", wording.RESEARCH_USE), "warning", wraps=True)
        )
        for text in self._sentences():
            column.addWidget(PlainLabel(text, wraps=True))
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(
            self.tr("I accept"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setProperty("role", "primary")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(buttons)
        fit_height(self)

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "WhyRay is for research and teaching. It is no medical device, and nothing it "
                "shows may be the ground of a diagnosis or of a treatment."
            ),
            self.tr(
                "Scores can be wrong in both directions. A heatmap shows where the model was "
                "sensitive, not where disease is; an absent highlight does not clear a region."
            ),
            self.tr(
                "Images are read and computed on this computer only. Whoever opens them is "
                "responsible for the right to do so."
            ),
        )

    def _accept(self) -> None:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        self._settings.set(SETTING, json.dumps({"text": TEXT_VERSION, "at": moment}))
        self._settings.save()
        self.accept()


def is_accepted(settings: Settings) -> bool:
    """Whether the text of this version was accepted by this user."""
    try:
        stored = json.loads(str(settings.get(SETTING)) or "{}")
    except ValueError:
        return False
    return isinstance(stored, dict) and stored.get("text") == TEXT_VERSION
