"""A bar under the toolbar for errors that belong to no open file."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.views import theme
from desktop.views.panels.error_page import details_text
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError


class NoticeBar(Card):
    """Shows the latest error until somebody closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.STOP, parent)
        self._error: WhyRayError | None = None
        self._is_masked = False
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
        self._write()
        self.show()

    def set_masked(self, is_masked: bool) -> None:
        """Hides names of files, which may be those of patients, or says them again."""
        self._is_masked = is_masked
        self._write()

    def _write(self) -> None:
        if self._error is not None:
            self._text.setText(error_text(self._error, is_masked=self._is_masked))

    def _copy(self) -> None:
        if self._error is not None:
            text = details_text(self._error, is_masked=self._is_masked)
            QGuiApplication.clipboard().setText(text)
