"""Asks why a model shall become the active one, and warns where the comparison does not say so."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.language import in_words
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.bundle.recommendation import AGAINST, RECOMMENDED, UNKNOWN, Recommendation
from engine.bundle.recommendation_words import HEADLINES, reason_words

_WIDE_PX = 560
_LEAST_LETTERS = 3
_MOST_LETTERS = 500


class PromotionDialog(QDialog):
    """A reason, and where needed a tick that one has read the warning.

    Args:
        name: of the new model.
        old_name: of the active one.
        told: what the comparison says.
    """

    def __init__(
        self, name: str, old_name: str, told: Recommendation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Promote the new model"))
        self.setMinimumWidth(_WIDE_PX)
        column = QVBoxLayout(self)
        text = self.tr(
            "{new} takes the place of {old} for every image that is scored from now on. It is "
            "tried first in a process of its own. Results of the old model stay as they are, and "
            "you can go back to it."
        )
        column.addWidget(PlainLabel(text.format(new=name, old=old_name), wraps=True))
        self.warning = PlainLabel("", "stop", wraps=True)
        self.understood = TickBox(self.tr("I have read this and promote it all the same"))
        if told.verdict != RECOMMENDED:
            self.warning.setText(_warning(told))
            column.addWidget(self.warning)
            column.addWidget(self.understood)
        column.addWidget(PlainLabel(self.tr("Why (stands in the history of the model)")))
        self.reason = QLineEdit()
        self.reason.setMaxLength(_MOST_LETTERS)
        self.reason.setAccessibleName(self.tr("Why the model is promoted"))
        column.addWidget(self.reason)
        self.promote = QPushButton(self.tr("Promote"))
        self.keep = QPushButton(self.tr("Keep the active model"))
        self.promote.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.keep.setDefault(True)
        self.promote.setAutoDefault(False)
        if told.verdict == RECOMMENDED:
            self.promote.setProperty("role", "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.promote)
        column.addLayout(row)
        self._needs_tick = told.verdict != RECOMMENDED
        self.reason.textChanged.connect(lambda _text: self._offer())
        self.understood.toggled.connect(lambda _is_on: self._offer())
        self._offer()

    def _offer(self) -> None:
        has_reason = len(self.reason.text().strip()) >= _LEAST_LETTERS
        is_read = not self._needs_tick or self.understood.isChecked()
        self.promote.setEnabled(has_reason and is_read)


def _warning(told: Recommendation) -> str:
    reasons = [r for r in told.reasons if r.effect in (AGAINST, UNKNOWN)]
    lines = [f"- {in_words(reason_words(reason))}" for reason in reasons]
    return "\n".join([f"{in_words(HEADLINES[told.verdict])}.", *lines])


def ask_promotion(parent: QWidget, name: str, old_name: str, told: Recommendation) -> str | None:
    """The reason; None where it was not wanted after all."""
    dialog = PromotionDialog(name, old_name, told, parent)
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.reason.text().strip() if is_wanted else None
