"""The strip over an image whose score was wanted against the input checks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.state.workspace import Item
from desktop.views import theme
from desktop.views.widgets.plain_label import PlainLabel
from engine.images.text import clean_text


class OverrideStrip(PlainLabel):
    """Says so, and why, for as long as that image is shown; cannot be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        theme.dress(
            self, "background: $CAUTION; color: $STOP; padding: 3px 10px; font-weight: 600;"
        )
        self.hide()

    def show_item(self, item: Item | None) -> None:
        """Turns to an item; hidden unless its score was wanted against the checks."""
        override = None if item is None else item.override
        self.setVisible(override is not None)
        if override is not None:
            text = self.tr("Scored although the input checks refused it. Reason given: {reason}")
            self.setText(text.format(reason=clean_text(override.reason)))
