"""Accept, reject or comment: what the reader says to one finding."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.findings import finding_text
from engine.decisions import ACCEPTED, MAX_TEXT, OPEN, REJECTED, Decision


class DecisionRow(QWidget):
    """Two buttons, of which at most one is down, and a line for a comment.

    Args:
        finding: class name.
        decision: what was said before; None: nothing.
    """

    decided = Signal(str, str)  # class name, one of `VERDICTS`
    commented = Signal(str, str)  # class name, text

    def __init__(
        self, finding: str, decision: Decision | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self._buttons = {
            ACCEPTED: self._button(self.tr("Accept"), self.tr("I see this finding too")),
            REJECTED: self._button(self.tr("Reject"), self.tr("I do not see this finding")),
        }
        self.comment = QLineEdit()
        self.comment.setMaxLength(MAX_TEXT)
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(
            self.tr("Comment on {finding}").format(finding=finding_text(finding))
        )
        self.comment.editingFinished.connect(self._tell_comment)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        for verdict, button in self._buttons.items():
            button.setChecked(decision is not None and decision.verdict == verdict)
            button.clicked.connect(lambda is_on, v=verdict: self._tell(v, is_on=is_on))
            row.addWidget(button)
        row.addWidget(self.comment, 1)
        with QSignalBlocker(self.comment):
            self.comment.setText("" if decision is None else decision.comment)
        self._said = self.comment.text()

    def button(self, verdict: str) -> QPushButton:
        """The button of a verdict."""
        return self._buttons[verdict]

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setProperty("role", "choice")
        button.setToolTip(tip)
        button.setAccessibleName(
            self.tr("{verdict}: {finding}").format(verdict=text, finding=finding_text(self.finding))
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _tell(self, verdict: str, *, is_on: bool) -> None:
        self.decided.emit(self.finding, verdict if is_on else OPEN)

    def _tell_comment(self) -> None:
        text = self.comment.text()
        if text != self._said:
            self._said = text
            self.commented.emit(self.finding, text)
