"""A bar under the toolbar for errors that belong to no open file."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.views import theme
from desktop.views.panels.error_page import details_text
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import WhyRayError


class NoticeBar(Card):
    """Shows the latest error until somebody closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.STOP, parent)
        self._error: WhyRayError | None = None
        self._text = PlainLabel("", wraps=True)
        copy, close = QPushButton(self.tr("Copy details")), QPushButton(self.tr("Close"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(copy)
        row.addWidget(close)
        self.column.addLayout(row)
        self.hide()

    def show_error(self, error: WhyRayError) -> None:
        """Shows another error."""
        self._error = error
        self._text.setText("\n".join(part for part in (str(error), error.hint) if part))
        self.show()

    def _copy(self) -> None:
        if self._error is not None:
            QGuiApplication.clipboard().setText(details_text(self._error))
