"""Help > System: what this computer is and what computes on it, to look at and to copy."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.state.session import SessionState
from desktop.system_facts import CONTEXT, system_facts
from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel

_WIDTH_PX = 620


class SystemDialog(QDialog):
    """A list of facts.

    Args:
        state: the session's state.
    """

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("System"))
        self.setMinimumWidth(_WIDTH_PX)
        self._facts = [
            (QCoreApplication.translate(CONTEXT, name), value)
            for name, value in system_facts(state)
        ]
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, value in self._facts:
            form.addRow(PlainLabel(name, "muted"), PlainLabel(value, wraps=True))
        note = PlainLabel(self.tr("Nothing of this tells about patients."), "small")
        copy = QPushButton(self.tr("Copy"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(note)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(row)
        fit_height(self)

    def copy(self) -> None:
        """Puts the facts into the clipboard, a line each."""
        lines = [f"{name}: {value}" for name, value in self._facts]
        QGuiApplication.clipboard().setText("\n".join(lines))
