"""What narrows the worklist down: words, finding, score, date, status, reader."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QTimer, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.findings import finding_text
from desktop.jobs.library_tasks import Answer
from desktop.language import translate
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.worklist.words import STATUS_TEXTS
from engine.library.worklist import Wanted

_SETTLE_MS = 150
_CHOSEN = "chosen"
# Name, days back from today, words.
PERIODS = (
    ("any", None, QT_TRANSLATE_NOOP("Worklist", "any date")),
    ("today", 0, QT_TRANSLATE_NOOP("Worklist", "today")),
    ("week", 6, QT_TRANSLATE_NOOP("Worklist", "last 7 days")),
    ("month", 29, QT_TRANSLATE_NOOP("Worklist", "last 30 days")),
    ("year", 364, QT_TRANSLATE_NOOP("Worklist", "last 365 days")),
    (_CHOSEN, None, QT_TRANSLATE_NOOP("Worklist", "from ... to ...")),
)
_CHOOSER_PX = 130


class FilterBar(QWidget):
    """Search and filters; `changed` comes once typing has paused."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("Search name, ID, study, date, file ..."))
        self.search.setAccessibleName(self.tr("Search the worklist"))
        self.search.setClearButtonEnabled(True)
        self.finding, self.reader = Chooser(), Chooser()
        self.finding.setAccessibleName(self.tr("Finding"))
        self.reader.setAccessibleName(self.tr("Reader"))
        self.status = self._statuses()
        self.period = self._periods()
        self.first, self.last = self._date(self.tr("From")), self._date(self.tr("To"))
        self.low, self.high = (
            self._percent(self.tr("Lowest score")),
            self._percent(self.tr("Highest score")),
        )
        self.high.setValue(100)
        self.clear = QPushButton(self.tr("Show all"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.reset)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self._fill(self.finding, (), self.tr("any finding"))
        self._fill(self.reader, (), self.tr("any reader"))
        self._arrange()
        self.search.textChanged.connect(self._settle.start)
        for chooser in (self.finding, self.reader, self.status, self.period):
            chooser.setMinimumWidth(_CHOOSER_PX)
            chooser.currentIndexChanged.connect(self._choose)
        for box in (self.low, self.high):
            box.valueChanged.connect(self._settle.start)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._settle.start)
        self._choose()

    def wanted(self) -> dict[str, object]:
        """What is asked for, as fields of `engine.library.worklist.Wanted`."""
        first, last = self._dates()
        return {
            "words": self.search.text(),
            "finding": self.finding.currentData() or "",
            "low": self.low.value() / 100.0,
            "high": self.high.value() / 100.0,
            "first_date": first,
            "last_date": last,
            "status": self.status.currentData() or "",
            "reader": self.reader.currentData() or "",
        }

    def offer(self, answer: Answer) -> None:
        """Findings and readers that there are; what is chosen stays chosen."""
        self._fill(self.finding, answer.findings, self.tr("any finding"))
        self._fill(self.reader, answer.readers, self.tr("any reader"))

    def reset(self) -> None:
        """Leaves nothing out any more."""
        self.search.clear()
        for chooser in (self.finding, self.reader, self.status, self.period):
            chooser.setCurrentIndex(0)
        self.low.setValue(0)
        self.high.setValue(100)
        self._settle.start()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.clear)
        column.addLayout(top)
        flow = FlowLayout()
        column.addLayout(flow)
        score = self._together(
            PlainLabel(self.tr("Score"), "muted"), self.low, PlainLabel("–", "muted"), self.high
        )
        self._days = self._together(self.first, PlainLabel("–", "muted"), self.last)
        for part in (self.finding, score, self.period, self._days, self.status, self.reader):
            flow.addWidget(part)

    def _together(self, *parts: QWidget) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            row.addWidget(part)
        return whole

    def _statuses(self) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(self.tr("Status"))
        chooser.addItem(self.tr("any status"), "")
        for status, text in STATUS_TEXTS.items():
            chooser.addItem(translate("Worklist", text), status)
        return chooser

    def _periods(self) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(self.tr("Study date"))
        for name, _, text in PERIODS:
            chooser.addItem(translate("Worklist", text), name)
        return chooser

    def _date(self, name: str) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate())
        edit.setAccessibleName(name)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        return edit

    def _percent(self, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, 100)
        box.setSuffix(" %")
        box.setSingleStep(5)
        box.setAccessibleName(name)
        return box

    def _dates(self) -> tuple[str, str]:
        name, days, _ = PERIODS[self.period.currentIndex()]
        if name == _CHOSEN:
            days = (self.first.date(), self.last.date())
            first, last = sorted(day.toString("yyyy-MM-dd") for day in days)
            return first, last
        if days is None:
            return "", ""
        today = date.today()  # noqa: DTZ011 - studies carry the hospital's own date
        return (today - timedelta(days=days)).isoformat(), today.isoformat()

    def _choose(self, _place: int = 0) -> None:
        self._days.setVisible(self.period.currentData() == _CHOSEN)
        self._settle.start()

    def _fill(self, chooser: Chooser, names: tuple[str, ...], everything: str) -> None:
        known = [chooser.itemData(place) for place in range(1, chooser.count())]
        chosen = chooser.currentData() or ""
        wanted = list(names) if not chosen or chosen in names else sorted([*names, chosen])
        if chooser.count() and known == wanted:
            return
        chooser.blockSignals(True)
        chooser.clear()
        chooser.addItem(everything, "")
        for name in wanted:
            chooser.addItem(finding_text(name) if chooser is self.finding else name, name)
        chooser.setCurrentIndex(max(0, chooser.findData(chosen)))
        chooser.blockSignals(False)


def is_narrowed(bar: FilterBar) -> bool:
    """Whether studies may be left out."""
    return Wanted(**bar.wanted()).is_limited
