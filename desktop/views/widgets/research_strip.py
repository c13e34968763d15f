"""The strip that is always there: what this program is not for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import translate
from desktop.views import theme, wording
from desktop.views.widgets.plain_label import PlainLabel


class ResearchStrip(PlainLabel):
    """Cannot be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Wording", wording.RESEARCH_USE), parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        theme.dress(
            self, "background: $CAUTION; color: $ABOVE; padding: 3px 10px; font-weight: 600;"
        )
