"""The recommendation: one sentence, its reasons, and the criteria that were fixed before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import in_words
from desktop.views import theme
from desktop.views.retraining.comparison_words import EFFECTS, INKS, words
from desktop.views.widgets.layout import Card, clear
from desktop.views.widgets.plain_label import PlainLabel
from engine.bundle.recommendation import (
    CANNOT_TELL,
    CRITERIA,
    NOT_RECOMMENDED,
    NOTE,
    Recommendation,
)
from engine.bundle.recommendation_words import (
    HEADLINES,
    MEANINGS,
    criterion_words,
    reason_words,
)

_ROLES = {NOT_RECOMMENDED: "stop", CANNOT_TELL: "warning"}


class VerdictCard(Card):
    """Follows a `Recommendation`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.headline = PlainLabel("", "heading", wraps=True)
        self.meaning = PlainLabel("", "muted", wraps=True)
        self.reasons = QGridLayout()
        self.reasons.setHorizontalSpacing(10)
        self.reasons.setVerticalSpacing(6)
        self.reasons.setColumnStretch(1, 1)
        self.shown: Recommendation | None = None
        self.fold = QPushButton(self.tr("The criteria, fixed before anything was measured"))
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self.fold.setProperty("role", "quiet")
        self.fold.toggled.connect(self._unfold)
        self.criteria = QWidget()
        self._fill_criteria()
        self.criteria.hide()
        for part in (self.headline, self.meaning):
            self.column.addWidget(part)
        self.column.addLayout(self.reasons)
        self.column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.criteria)

    def show_recommendation(self, told: Recommendation) -> None:
        """Another one."""
        self.shown = told
        self.headline.setText(in_words(HEADLINES[told.verdict]))
        self.headline.set_role("heading")
        theme.dress(self, f'QFrame[role="card"] {{ border: 2px solid ${INKS[told.verdict]}; }}')
        self.meaning.setText(in_words(MEANINGS[told.verdict]))
        clear(self.reasons)
        for place, reason in enumerate(told.reasons):
            mark, ink, spoken = EFFECTS[reason.effect]
            sign = PlainLabel(mark, _sign_role(ink))
            sign.setAccessibleName(words(spoken))
            sign.setToolTip(words(spoken))
            sign.setFixedWidth(sign.fontMetrics().horizontalAdvance("+") + 4)
            text = PlainLabel(in_words(reason_words(reason)), "body", wraps=True)
            self.reasons.addWidget(sign, place, 0, Qt.AlignmentFlag.AlignTop)
            self.reasons.addWidget(text, place, 1)

    def _fill_criteria(self) -> None:
        column = QVBoxLayout(self.criteria)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        effect = ""
        for criterion in CRITERIA:
            if criterion.effect == NOTE:
                continue
            if criterion.effect != effect:
                effect = criterion.effect
                column.addWidget(PlainLabel(words(EFFECTS[effect][2]), "strong"))
            column.addWidget(PlainLabel(in_words(criterion_words(criterion)), "small", wraps=True))

    def _unfold(self, is_open: bool) -> None:
        self.criteria.setVisible(is_open)


def _sign_role(ink: str) -> str:
    return {"STOP": "stop", "ABOVE": "warning"}.get(ink, "strong")
