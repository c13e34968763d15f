"""Findings: what the model says, and whether the image may be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.findings import finding_text
from desktop.language import translate
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views import theme, wording
from desktop.views.widgets.decision_row import DecisionRow
from desktop.views.widgets.layout import Card, Section, clear, keep_tab_order
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from desktop.views.widgets.score_bar import ScoreBar
from engine.errors import WhyRayError
from engine.images.admission import Admission
from engine.images.text import clean_text

if TYPE_CHECKING:
    from engine.decisions import Override
    from engine.inference.predict import ClassScore, Prediction

MAX_CARDS = 4
_WATCHED = {"status", "reading", "reading_error", "record", "is_hidden", "progress", "frame"}


class FindingsPanel(Section):
    """Shows the reading of the item on screen.

    Args:
        state: the session's state.
    """

    override_asked = Signal()  # the person wants the score of a refused image
    card_asked = Signal()  # the person wants to know the model
    reveal_asked = Signal()  # the person has looked at the image
    decided = Signal(str, str)  # class name, one of `engine.decisions.VERDICTS`
    commented = Signal(str, str)  # class name, text

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(self.tr_title(), parent)
        self._state = state
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self.column.addLayout(self._body)
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        state.models.listed.connect(self._refresh)
        state.cine.changed.connect(self._refresh)
        self._show(state.workspace.current)

    @staticmethod
    def tr_title() -> str:
        """The panel's name in the language in use."""
        return translate("Wording", "Findings")

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.cine.item:
            return  # nothing is said of a frame that is gone in a moment
        is_progress_only = changed == {"progress"}
        is_unseen = is_progress_only and (
            item.reading is not None or item.reading_error is not None
        )
        if item is self._state.workspace.current and changed & _WATCHED and not is_unseen:
            self._show(item)

    def _refresh(self) -> None:
        self._show(self._state.workspace.current)

    def _show(self, item: Item | None) -> None:
        self.setUpdatesEnabled(False)
        clear(self._body)
        if item is None:
            self._say(self.tr("Open a radiograph to see its scores here."))
        elif item.error is not None:
            self._say(self.tr("This file could not be opened, so there is no score."))
        elif item is self._state.cine.item:
            self._say(self.tr("Frames are playing; the one that stays will be scored."))
        elif item.is_hidden and item.radiograph is not None:
            self._show_hidden()
        elif item.reading_error is not None:
            self._show_error(item.reading_error)
        elif item.reading is not None:
            self._show_reading(item)
        elif item.is_sample or self._state.models.active_id:
            self._say(self._waiting_text(item))
        else:
            self._say(self.tr("No model is installed. Import one from the Model menu."))
        keep_tab_order(self, self._body)
        self.setUpdatesEnabled(True)

    def _waiting_text(self, item: Item) -> str:
        kind = "" if item.progress is None else item.progress.kind
        texts = {"model": self.tr("Loading the model ..."), "score": self.tr("Scoring ...")}
        return texts.get(kind, self.tr("Waiting for the image ..."))

    def _show_reading(self, item: Item) -> None:
        admission, prediction = item.reading.admission, item.reading.prediction
        if item.is_score_withheld:
            self._show_admission(admission, can_override=True)
            return
        if item.override is not None:
            self._show_overridden(item.override)
        self._show_scores(item, prediction)
        self._show_admission(admission, can_override=False)
        self._show_origin(prediction)

    def _show_hidden(self) -> None:
        card = Card(theme.ACCENT)
        title = self.tr("Look at the image first")
        text = self.tr("Scores and heatmaps are hidden until you have read the image yourself.")
        button = QPushButton(self.tr("I have looked"))
        button.setProperty("role", "primary")
        button.setToolTip(self.tr("Shows what the model says and notes the time"))
        button.clicked.connect(self.reveal_asked)
        card.column.addWidget(PlainLabel(title, "strong", wraps=True))
        card.column.addWidget(PlainLabel(text, "body", wraps=True))
        card.column.addWidget(button)
        self._body.addWidget(card)

    def _show_overridden(self, override: Override) -> None:
        card = Card(theme.STOP)
        text = self.tr("Scored on request although refused. Do not rely on it.")
        card.column.addWidget(PlainLabel(text, "stop", wraps=True))
        reason = self.tr("Reason given: {reason}").format(reason=clean_text(override.reason))
        card.column.addWidget(PlainLabel(reason, "body", wraps=True))
        self._body.addWidget(card)

    def _show_scores(self, item: Item, prediction: Prediction) -> None:
        classes = [score for score in prediction.scores if score.target.sign > 0]
        pointed = [score for score in classes if score.is_above is not None]
        above = sum(1 for score in pointed if score.is_above)
        self._body.addWidget(
            PlainLabel(wording.result_line(above, len(pointed)), "body", wraps=True)
        )
        ordered = sorted(
            classes, key=lambda score: (score.is_above is not True, -score.probability)
        )
        if len(ordered) <= MAX_CARDS:
            for score in ordered:
                card = _ScoreCard(score, self._unsure_zone(prediction, score))
                card.column.addWidget(self._decision_row(item, score))
                self._body.addWidget(card)
        else:
            zones = [self._unsure_zone(prediction, score) for score in ordered]
            self._body.addWidget(_score_table(ordered, zones))
            self._body.addWidget(self._decision_card(item, ordered))
        for score in prediction.scores:
            if score.target.sign < 0:
                text = self.tr('The rest to 100 % is the model\'s "{name}".')
                self._body.addWidget(
                    PlainLabel(
                        text.format(name=finding_text(score.target.name)), "small", wraps=True
                    )
                )

    def _decision_row(self, item: Item, score: ClassScore) -> DecisionRow:
        name = score.target.name
        row = DecisionRow(name, item.decision_about(name))
        row.decided.connect(self.decided)
        row.commented.connect(self.commented)
        return row

    def _decision_card(self, item: Item, scores: list[ClassScore]) -> Card:
        """Of many classes, those that stand out or were decided upon."""
        card = Card()
        card.column.addWidget(PlainLabel(self.tr("Your decision"), "strong"))
        for score in scores:
            if score.is_above or item.decision_about(score.target.name) is not None:
                name = _title(score)
                card.column.addWidget(PlainLabel(name, "body", wraps=True))
                card.column.addWidget(self._decision_row(item, score))
        card.setVisible(card.column.count() > 1)
        return card

    def _show_admission(self, admission: Admission, *, can_override: bool) -> None:
        is_overridden = admission.verdict == "refused" and not can_override
        title = wording.admission_title(admission, is_overridden=is_overridden)
        if admission.verdict == "accepted":
            self._body.addWidget(PlainLabel(title, "small"))
            return
        is_stop = admission.verdict == "refused"
        card = Card(theme.STOP if is_stop else theme.ABOVE)
        card.column.addWidget(PlainLabel(title, "stop" if is_stop else "warning", wraps=True))
        for reason in admission.reasons:
            role = "muted" if is_stop and reason.level != "stop" else "body"
            card.column.addWidget(PlainLabel(reason.sentence, role, wraps=True))
        if can_override:
            button = QPushButton(self.tr("Score anyway..."))
            button.setToolTip(
                self.tr("Asks for a reason, then shows the score marked on every output")
            )
            button.clicked.connect(self.override_asked)
            card.column.addWidget(button)
        self._body.addWidget(card)

    def _show_origin(self, prediction: Prediction) -> None:
        text = self.tr("{name}, version {version}. Scored in {time}.")
        time = wording.seconds_text(prediction.seconds)
        shown = text.format(name=prediction.model_name, version=prediction.model_version, time=time)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(shown, "small", wraps=True), 1)
        card = QPushButton(self.tr("Model card"))
        card.setToolTip(self.tr("What the model is for and not for, and how it was measured"))
        card.clicked.connect(self.card_asked)
        row.addWidget(card)
        self._body.addLayout(row)

    def _unsure_zone(self, prediction: Prediction, score: ClassScore) -> tuple[float, float] | None:
        """Between which probabilities the model says that it decides badly."""
        model = self._state.models.open_model(prediction.model_id)
        classes = () if model is None else model.manifest.classes
        return next((c.unsure_zone for c in classes if c.name == score.target.name), None)

    def _show_error(self, error: WhyRayError) -> None:
        card = Card(theme.STOP)
        card.column.addWidget(PlainLabel(self.tr("There is no score"), "stop"))
        card.column.addWidget(PlainLabel(error.message, wraps=True))
        if error.hint:
            card.column.addWidget(PlainLabel(error.hint, "muted", wraps=True))
        self._body.addWidget(card)

    def _say(self, text: str) -> None:
        self._body.addWidget(PlainLabel(text, "muted", wraps=True))


def _title(score: ClassScore) -> str:
    name = finding_text(score.target.name)
    return f"{name[:1].upper()}{name[1:]}"


def _score_table(scores: list[ClassScore], zones: list[tuple[float, float] | None]) -> Card:
    """Many classes, one line each."""
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (score, zone) in enumerate(zip(scores, zones, strict=True)):
        role = "warning" if score.is_above else "body"
        threshold = None if score.operating_point is None else score.operating_point.threshold
        bar = ScoreBar(score.probability, threshold, score.is_above, zone)
        place = wording.operating_point_text(threshold, score.is_above)
        is_unsure = zone is not None and zone[0] <= score.probability < zone[1]
        bar.setToolTip(plain_tooltip(wording.unsure_text(*zone) if is_unsure else place))
        number = PlainLabel(f"{wording.percent(score.probability)} %", role)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(PlainLabel(_title(score), role), row, 0)
        grid.addWidget(bar, row, 1)
        grid.addWidget(number, row, 2)
    card.column.addLayout(grid)
    return card


class _ScoreCard(Card):
    """One class: name, percent, bar, and where it stands."""

    def __init__(self, score: ClassScore, zone: tuple[float, float] | None) -> None:
        super().__init__()
        top = QHBoxLayout()
        name = PlainLabel(_title(score), "strong", wraps=True)
        top.addWidget(name, 1)
        top.addWidget(PlainLabel(f"{wording.percent(score.probability)} %", "figure"))
        self.column.addLayout(top)
        threshold = None if score.operating_point is None else score.operating_point.threshold
        self.column.addWidget(ScoreBar(score.probability, threshold, score.is_above, zone))
        place = wording.operating_point_text(threshold, score.is_above)
        label = PlainLabel(place, "warning" if score.is_above else "muted", wraps=True)
        self.column.addWidget(label)
        if zone is not None and zone[0] <= score.probability < zone[1]:
            self.column.addWidget(PlainLabel(wording.unsure_text(*zone), "muted", wraps=True))
