"""The pane beside the image: scrolls down, and is never narrower than its words need."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.widgets.layout import TallPage, rule

_LEAST_PX = 300


class SideArea(QScrollArea):
    """Sections under each other with lines between them."""

    def __init__(self, *sections: QWidget) -> None:
        super().__init__()
        inner = TallPage()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, section in enumerate(sections):
            if place:
                column.addWidget(rule())
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_LEAST_PX)
        self.setWidget(inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words, or words of another size or language: the pane may have to be wider."""
        is_taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(max(_LEAST_PX, watched.minimumSizeHint().width() + bar))
        return is_taken
