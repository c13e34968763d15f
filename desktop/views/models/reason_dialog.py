"""What is asked before a model changes: what will happen, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel

_WIDTH_PX = 560
_LEAST_LETTERS, _MOST_LETTERS = 3, 500


class ReasonDialog(QDialog):
    """Facts, a warning, a reason, and a button that says what it does.

    Args:
        title: of the window.
        text: what will happen.
        act: on the button.
        facts: name and value of what should be known.
        warning: stands before the reason; empty: there is none.
    """

    def __init__(
        self,
        title: str,
        text: str,
        act: str,
        facts: Sequence[tuple[str, str]] = (),
        *,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "heading", wraps=True))
        column.addWidget(PlainLabel(text, wraps=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, value in facts:
            if value:
                form.addRow(PlainLabel(name, "muted"), PlainLabel(value, wraps=True))
        if form.rowCount():
            column.addLayout(form)
        if warning:
            column.addWidget(PlainLabel(warning, "warning", wraps=True))
        self.reason = QLineEdit()
        self.reason.setMaxLength(_MOST_LETTERS)
        self.reason.setAccessibleName(self.tr("Why"))
        why = QVBoxLayout()
        why.setSpacing(4)
        why.addWidget(PlainLabel(self.tr("Why (stands in the model's history)"), "muted"))
        why.addWidget(self.reason)
        column.addLayout(why)
        self.act = QPushButton(act)
        self.act.setProperty("role", "primary")
        self.leave = QPushButton(self.tr("Not now"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        self.act.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.act.setAutoDefault(False)
        self.leave.setAutoDefault(False)
        self.reason.textChanged.connect(self._offer)
        self.reason.returnPressed.connect(self.act.click)
        self._offer()
        fit_height(self)
        self.reason.setFocus()

    def beware(self) -> None:
        """Something is lost: nothing invites to it, and Enter leaves everything as it is."""
        self.act.setProperty("role", None)
        self.reason.returnPressed.disconnect(self.act.click)
        self.leave.setDefault(True)

    def _offer(self) -> None:
        self.act.setEnabled(len(self.reason.text().strip()) >= _LEAST_LETTERS)
