"""Accept, reject or comment: what the reader says to one finding."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.findings import finding_text
from engine.decisions import ACCEPTED, MAX_TEXT, OPEN, REJECTED, Decision

_LINE_PX = 24  # of a text field beside its words


class DecisionRow(QWidget):
    """Two buttons, of which at most one is down, and a line for a comment.

    Where the words are long, the comment stands below the buttons.

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
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(6)
        self._row.setColumnStretch(len(self._buttons), 1)
        for place, (verdict, button) in enumerate(self._buttons.items()):
            button.setChecked(decision is not None and decision.verdict == verdict)
            button.clicked.connect(lambda is_on, v=verdict: self._tell(v, is_on=is_on))
            self._row.addWidget(button, 0, place)
        self._is_below = True
        self._place_comment(is_below=False)
        with QSignalBlocker(self.comment):
            self.comment.setText("" if decision is None else decision.comment)
        self._said = self.comment.text()

    def button(self, verdict: str) -> QPushButton:
        """The button of a verdict."""
        return self._buttons[verdict]

    def minimumSizeHint(self) -> QSize:
        """The buttons alone; the comment can go below."""
        return QSize(self._buttons_px(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the buttons or below them."""
        super().resizeEvent(event)
        words = self.comment.fontMetrics().horizontalAdvance(self.comment.placeholderText())
        needed = self._buttons_px() + self._row.spacing() + words + _LINE_PX
        self._place_comment(is_below=event.size().width() < needed)

    def _buttons_px(self) -> int:
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        return sum(widths) + self._row.spacing() * (len(widths) - 1)

    def _place_comment(self, *, is_below: bool) -> None:
        if is_below == self._is_below:
            return
        self._is_below = is_below
        count = len(self._buttons)
        self._row.removeWidget(self.comment)
        place = (1, 0, 1, count + 1) if is_below else (0, count, 1, 1)
        self._row.addWidget(self.comment, *place)

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
