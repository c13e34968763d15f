"""What the pages of a retraining share: a title, a sentence that explains it, room that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.widgets.layout import TallPage
from desktop.views.widgets.plain_label import PlainLabel


class Page(QScrollArea):
    """One page; its parts go into `column`.

    Args:
        title: what is done here.
        intro: one or two sentences.
    """

    def __init__(self, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room = TallPage()
        self.column = QVBoxLayout(self.room)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.title = PlainLabel(title, "heading", wraps=True)
        self.intro = PlainLabel(intro, "muted", wraps=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.intro)
        self.setWidget(self.room)
