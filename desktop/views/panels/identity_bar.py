"""Which file a pane shows, also while it opens; of several panes, also whose it is and when."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.language import translate
from desktop.state.company import PRIOR, Company
from desktop.state.workspace import Item, Workspace
from desktop.views import theme
from desktop.views.panels.thumbnail_strip import shown_name
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from engine.images.radiograph import Facts
from engine.images.text import person_name

_STRIPE_PX = 6
_ABOVE_PX = 6  # and below
_NAME_PX = 96  # room that the name keeps
_COUNT_MS = 100  # a folder brings images in many portions
_DAYS_OF_MONTHS, _DAYS_OF_YEARS = 60, 730


class IdentityBar(QWidget):
    """Name and place in the list of the item of one pane; its patient where there are several.

    Args:
        workspace: the open items.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identity")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.dress(self, "QWidget#identity { background: $PANEL; }")
        self._workspace = workspace
        self._item: Item | None = None
        self._company: Company | None = None
        self._pane = 0
        self._patient, self._role = Chip(parent=self), Chip(parent=self)
        self._sample, self._model = Chip(parent=self), Chip(parent=self)
        self._name = ElidedLabel("", "strong")
        self._when, self._place = PlainLabel("", "strong"), PlainLabel("", "muted")
        self._before = PlainLabel("", "strong")
        self._letters = ("", "")  # of the patient, in words and alone
        self._stripe = QWidget()
        self._stripe.setFixedWidth(_STRIPE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._stripe)
        first = (self._patient, self._role, self._sample)
        last = (self._when, self._before, self._model, self._place)
        for part in first:
            row.addWidget(part)
        row.addWidget(self._name, 1)
        for part in last:
            row.addWidget(part)
        # In a narrow pane whose and when it is comes first; a long model name goes before that.
        self._wanted = dict.fromkeys((*first, *last), False)
        self._least = (self._place, self._sample, self._model, self._before, self._role)
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._count_soon.timeout.connect(self._recount)
        workspace.items_added.connect(self._count_soon.start)
        workspace.item_removed.connect(self._recount)
        workspace.item_changed.connect(self._update)
        workspace.privacy.changed.connect(self._recount)
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Names another item, or hides."""
        self._item = item
        self.setVisible(item is not None)
        if item is not None:
            self._show(item)

    def show_company(self, company: Company | None, pane: int) -> None:
        """Says whose image it is among others.

        Args:
            company: of all panes on screen; None while there is one.
            pane: the place of this pane in it.
        """
        self._company, self._pane = company, pane
        if self._item is not None:
            self._show(self._item)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._item and changed & {"radiograph", "frame", "facts", "reading"}:
            self._show(item)

    def _recount(self, _what: object = None) -> None:
        if self._item is not None and self._workspace.index_of(self._item) < 0:
            self._item = None
        self.show_item(self._item)

    def _show(self, item: Item) -> None:
        word = self.tr("Sample") if item.is_sample else ""
        self._sample.show_word(word, theme.ACCENT, self.tr("A synthetic radiograph, no patient"))
        self._name.setText(self._name_text(item))
        self._name.setAccessibleName(self._name.text())
        self._place.setText(self._place_text(item))
        self._show_patient(item)
        self._show_model(item)
        self._wanted = {part: bool(part.text()) for part in self._wanted}
        self._make_room()

    def _make_room(self) -> None:
        """Leaves out the least of the parts until the name has room."""
        shown = {part for part, is_wanted in self._wanted.items() if is_wanted}
        for part in shown:
            part.ensurePolished()  # its size comes from its style sheet
        left, _, right, _ = self.layout().getContentsMargins()
        room = self.width() - left - right - self._stripe.width() - _NAME_PX * theme.text_scale()
        self._patient.setText(self._letters[0])
        for part in self._least:
            if self._needed(shown) > room:
                shown.discard(part)
        if self._needed(shown) > room:
            self._patient.setText(self._letters[1])
        for part in self._wanted:
            part.setVisible(part in shown)

    def _needed(self, shown: set[QWidget]) -> int:
        return sum(part.sizeHint().width() + self.layout().spacing() for part in shown)

    def _show_patient(self, item: Item) -> None:
        company = self._company
        number = None if company is None else company.patients[self._pane]
        self._stripe.setVisible(number is not None)
        self._name.setContentsMargins(0 if number is not None else 12, 0, 0, 0)
        if company is None or number is None:
            for part in (self._patient, self._role, self._when, self._before):
                part.setText("")
            self._letters = ("", "")
            return
        colour = theme.patient_colour(number)
        theme.dress(self._stripe, f"background: ${colour.name};")
        has_several = len({known for known in company.patients if known is not None}) > 1
        letter = chr(ord("A") + number)
        words = self.tr("Patient {letter}").format(letter=letter)
        self._letters = (words, letter) if has_several else ("", "")
        why = self.tr("Panes with this letter and colour show one patient")
        self._patient.show_word(self._letters[0], colour, why)
        role = company.roles[self._pane]
        is_prior = role == PRIOR
        words = self.tr("Prior") if is_prior else self.tr("Current") if role else ""
        self._role.show_word(words, theme.ABOVE if is_prior else theme.ACCENT)
        date = (item.facts.study_date or "") if item.facts is not None else ""
        days = company.days_before[self._pane]
        is_masked = self._workspace.privacy.is_on
        self._when.setText("" if is_masked else date)
        self._before.setText(self._days_text(days) if is_prior else "")

    def _show_model(self, item: Item) -> None:
        """One image shown several times says each model: the bar above shows the focused one's."""
        model_id = item.asked_model
        is_repeated = any(known.listed is item.listed for known in self._workspace.companions)
        if model_id is None and is_repeated and item.reading is not None:
            model_id = item.reading.prediction.model_id
        self._model.show_word(model_id or "", theme.MUTED, self.tr("The model of this pane"))

    def _name_text(self, item: Item) -> str:
        is_masked = self._workspace.privacy.is_on
        if self._company is None or item.facts is None or is_masked:
            return shown_name(item, is_masked=is_masked)
        return _patient_text(item.facts) or self.tr("{name} (identity not in file)").format(
            name=shown_name(item)
        )

    def _days_text(self, days: int | None) -> str:
        if days is None:
            return ""
        if days < _DAYS_OF_MONTHS:
            return self.tr("%n day(s) before", "", days)
        if days < _DAYS_OF_YEARS:
            return self.tr("%n month(s) before", "", round(days / 30.44))
        return self.tr("%n year(s) before", "", round(days / 365.25))

    def _place_text(self, item: Item) -> str:
        total = len(self._workspace.items)
        text = translate("Wording", "{n} of {total}").format(
            n=self._workspace.index_of(item) + 1, total=total
        )
        frames = 1 if item.radiograph is None else item.radiograph.frame_count
        if frames == 1:
            return text
        frame = translate("Wording", "frame {n} of {count}").format(n=item.frame + 1, count=frames)
        return f"{frame}   {text}"

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out, or shows again, what has no room."""
        super().resizeEvent(event)
        if self._item is not None:
            self._make_room()

    def minimumSizeHint(self) -> QSize:
        """No name makes a pane wider."""
        return QSize(_NAME_PX, self._height())

    def sizeHint(self) -> QSize:
        """All bars side by side are of one height, whatever they have room for."""
        return QSize(super().sizeHint().width(), self._height())

    def _height(self) -> int:
        return self._name.fontMetrics().height() + 2 * _ABOVE_PX


def _patient_text(facts: Facts) -> str:
    name = person_name(facts.patient_name or "")
    return "   ".join(part for part in (name, facts.patient_id or "") if part)
