"""The error card, in the place of the image that could not be opened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.views import theme
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError, display_path
from engine.images.text import clean_text

_WIDEST_PX = 620


class ErrorPage(QWidget):
    """Shows what happened, what to do, and details that can be copied."""

    retry_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: WhyRayError | None = None
        self._is_masked = False
        card = Card(theme.STOP)
        card.setMaximumWidth(_WIDEST_PX)
        card.column.setContentsMargins(22, 20, 22, 18)
        card.column.setSpacing(10)
        self._title = PlainLabel(self.tr("This file cannot be opened"), "heading", wraps=True)
        self._file = ElidedLabel("", "strong")
        self._message = PlainLabel("", "body", wraps=True)
        self._hint = PlainLabel("", "muted", wraps=True)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setMaximumHeight(150)
        for part in (self._title, self._file, self._message, self._hint, self._details):
            card.column.addWidget(part)
        card.column.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 12)
        row.addStretch(1)
        inner = QWidget()
        inner.setObjectName("room")
        column = QVBoxLayout(inner)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        area = QScrollArea()  # a long message in a small pane
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        theme.dress(area, "QScrollArea, QWidget#room { background: $BLACK; }")
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_error(self, error: WhyRayError) -> None:
        """Shows another error."""
        self._error = error
        self._write_file()
        self._message.setText(error.message)
        self._hint.setText(error.hint)
        self._hint.setVisible(bool(error.hint))
        self._show_details(is_open=False)

    def set_masked(self, is_masked: bool) -> None:
        """Hides the file's name, which may be that of a patient, or says it again."""
        self._is_masked = is_masked
        self._write_file()

    def copy(self) -> None:
        """Puts the details into the clipboard."""
        if self._error is not None:
            text = details_text(self._error, is_masked=self._is_masked)
            QGuiApplication.clipboard().setText(text)

    def _write_file(self) -> None:
        if self._error is not None:
            file = None if self._is_masked else self._error.file
            self._file.setText(display_path(file) if file is not None else "")
            self._details.setPlainText(details_text(self._error, is_masked=self._is_masked))

    def _buttons(self) -> FlowLayout:
        self._toggle = QPushButton(self.tr("Details"))
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(lambda is_open: self._show_details(is_open=is_open))
        copy, retry = QPushButton(self.tr("Copy details")), QPushButton(self.tr("Try again"))
        close = QPushButton(self.tr("Close image"))
        copy.clicked.connect(self.copy)
        retry.clicked.connect(self.retry_asked)
        close.clicked.connect(self.close_asked)
        row = FlowLayout()
        for button in (retry, close, self._toggle, copy):
            row.addWidget(button)
        return row

    def _show_details(self, *, is_open: bool) -> None:
        self._toggle.setChecked(is_open)
        self._details.setVisible(is_open)


def details_text(error: WhyRayError, *, is_masked: bool = False) -> str:
    """The error as plain lines, for people who are to help; masked: without the file's name."""
    lines = [error.code, error_text(error, is_masked=is_masked)]
    lines += [f"{name}: {value}" for name, value in error.details.items()]
    cleaned = (clean_text(line, 4000) for text in lines for line in text.split("\n"))
    return "\n".join(cleaned)
