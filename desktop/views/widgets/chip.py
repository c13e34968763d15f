"""A small rounded word, e.g. the provider that computes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import theme
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip


class Chip(PlainLabel):
    """A rounded label with a tooltip that gives the reason."""

    def __init__(
        self, text: str = "", colour: theme.Colour | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent=parent)
        self._keeps_colour = False  # its style sheet says it
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(text, colour)

    def show_word(self, text: str, colour: theme.Colour | None = None, reason: str = "") -> None:
        """Shows another word; hidden while it is empty."""
        name = theme.MUTED.name if colour is None else colour.name
        self.setText(text)
        self.setToolTip(plain_tooltip(reason) if reason else "")
        theme.dress(
            self,
            f"color: ${name}; border: 1px solid ${name}; border-radius: 9px; padding: 1px 9px;"
            " font-weight: 600;",
        )
        self.setVisible(bool(text) and self.parentWidget() is not None)
