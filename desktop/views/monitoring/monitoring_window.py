"""The window of monitoring: sentences first, then the months as charts and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import in_words
from desktop.settings import last_folder
from desktop.views.administrator.gate import admits
from desktop.views.monitoring import words
from desktop.views.monitoring.month_chart import Band, Mark, MonthChart
from desktop.views.monitoring.month_table import MonthModel, MonthTable
from desktop.views.widgets.layout import Card, TallPage, clear, fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError, display_name
from engine.library.monitoring import Mix, Monitored, Scores, Share, Version
from engine.library.monitoring_words import METHOD, summary

_SIZE = (1060, 860)
_NAME = "monitoring.csv"


class MonitoringWindow(QDialog):
    """Stays open beside the main window; looks through the library whenever it is shown.

    Args:
        desk: takes the requests.
        prompts: asks where a table goes.
        show_recalibration: opens the window of recalibration.
    """

    def __init__(
        self,
        desk: Desk,
        prompts: Prompts,
        show_recalibration: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_recalibration = show_recalibration
        self._desk, self._prompts, self._monitoring = desk, prompts, desk.monitoring
        self.setWindowTitle(self.tr("Monitoring"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.finding, self.version = QComboBox(), QComboBox()
        self.sentences = Card()
        self.empty = PlainLabel("", "muted", wraps=True)
        self.problem = PlainLabel("", "stop", wraps=True)
        self.note = PlainLabel("", "muted", wraps=True)
        self.model = MonthModel(self)
        self.table = MonthTable(self.model)
        self._make_charts()
        self._make_buttons()
        self._lay_out()
        self._connect()
        _tell(self.problem, "")
        self._show_found()
        fit_screen(self, *_SIZE)

    def _make_charts(self) -> None:
        self.distribution = MonthChart(
            self.tr("Scores"),
            self.tr(
                "Line: median. Box: half of the scores. Thin line: nine in ten. "
                "Dashes: operating point. Triangle: moved against the reference."
            ),
            lines=20,
        )
        interval = self.tr("Dot: share. Line: its 95 % interval.")
        self.above = MonthChart(self.tr("At or above the operating point"), interval, follows=True)
        self.agreement = MonthChart(
            self.tr("Readers agree with the model"),
            self.tr("Of the images that readers answered. Dot: share. Line: its 95 % interval."),
        )
        self.refused = MonthChart(self.tr("Refused by the input checks"), interval, follows=True)
        self.charts = (self.distribution, self.above, self.agreement, self.refused)

    def _make_buttons(self) -> None:
        self.refresh = QPushButton(self.tr("Look again"))
        self.export = QPushButton(self.tr("Save as table..."))
        self.recalibrate = QPushButton(self.tr("Recalibrate..."))
        self.recalibrate.setToolTip(
            self.tr("Fit probabilities and operating points to confirmed cases of this site")
        )
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.refresh, self.export, self.recalibrate, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        self.choices = self._choices()
        column.addWidget(self.choices)
        column.addWidget(self.problem)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.empty, 1)
        self.page = self._page()
        column.addWidget(self.page, 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.refresh)
        row.addWidget(self.export)
        row.addWidget(self.recalibrate)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _choices(self) -> QWidget:
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, box in ((self.tr("&Finding"), self.finding), (self.tr("&Version"), self.version)):
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        return choices

    def _page(self) -> QScrollArea:
        inner = TallPage()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.sentences)
        for chart in self.charts:
            column.addWidget(chart)
        column.addWidget(self.table)
        column.addWidget(PlainLabel(in_words(METHOD), "muted", wraps=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        self.refresh.clicked.connect(self._look)
        self.export.clicked.connect(self._save)
        self.recalibrate.clicked.connect(self._recalibrate)
        self.close_button.clicked.connect(self.close)
        self.finding.currentIndexChanged.connect(self._show_finding)
        self.version.currentIndexChanged.connect(self._show_sentences)
        self._monitoring.looked.connect(self._show_found)
        self._monitoring.saved.connect(self._tell_saved)
        self._monitoring.failed.connect(self._tell_problem)

    def _look(self) -> None:
        _tell(self.problem, "")
        _tell(self.note, self.tr("Looking through the library ..."))
        self._monitoring.look()

    def _show_found(self) -> None:
        """Offers findings and versions anew; what was chosen stays chosen."""
        found = self._monitoring.found
        findings = [(words.finding_name(f), f) for f in found.findings]
        self._offer(self.finding, findings, self._usual_finding(found))
        has_any = bool(found.scores)
        for part in (self.page, self.choices):
            part.setVisible(has_any)
        self.export.setEnabled(has_any)
        self.empty.setVisible(not has_any)
        self.empty.setText("" if has_any else self._empty_text())
        _tell(self.note, "")
        self._show_finding()

    def _offer(self, box: QComboBox, entries: list[tuple[str, object]], usual: int = 0) -> None:
        with QSignalBlocker(box):
            before = box.currentData()
            box.clear()
            for text, value in entries:
                box.addItem(text, value)
            place = box.findData(before) if before is not None else -1
            box.setCurrentIndex(place if place >= 0 else min(usual, box.count() - 1))

    def _usual_finding(self, found: Monitored) -> int:
        """The first one that the usual version has scored."""
        version = self._usual_version(found.versions)
        scored = (bool(version and found.of(f, version.place)) for f in found.findings)
        return next((place for place, has_any in enumerate(scored) if has_any), 0)

    def _usual_version(self, versions: Sequence[Version]) -> Version | None:
        """The active model's, else the one that scored last."""
        active = self._desk.state.models.active_id
        own = [version for version in versions if version.model_id == active]
        return max(own or versions, key=lambda version: version.last_at, default=None)

    def _empty_text(self) -> str:
        if self._monitoring.is_looking:
            return self.tr("Looking through the library ...")
        if not self._desk.library.keeps_history:
            return self.tr(
                "There is nothing to look at: the history is off, so no score is remembered. "
                "It is switched on in the settings, under Worklist and history."
            )
        return self.tr(
            "There is nothing to look at yet. Months appear here as soon as images of your own "
            "were scored."
        )

    def _show_finding(self) -> None:
        found, finding = self._monitoring.found, self.finding.currentData()
        if finding is None:
            return
        self.model.show(found, finding)
        entries = found.of(finding)
        bands = _bands(found, finding)
        versions = [found.versions[band.version] for band in bands]
        usual = self._usual_version(versions)
        told = [(words.version_text(version), version.place) for version in versions]
        self._offer(self.version, told, 0 if usual is None else versions.index(usual))
        self.distribution.show_marks(bands, [_box(entry) for entry in entries if entry.count])
        plain = [Band(band.version, band.name, band.first, band.last) for band in bands]
        self.above.show_marks(plain, _shares((entry, entry.above) for entry in entries))
        agreed = ((entry, entry.agreement.agreed()) for entry in entries)
        self.agreement.show_marks(plain, _shares(agreed))
        months = {(entry.month, entry.version) for entry in entries}
        asked = (mix for mix in found.mixes if (mix.month, mix.version) in months)
        refused = ((mix, Share.of(mix.refused, mix.asked)) for mix in asked)
        self.refused.show_marks(plain, _shares(refused))
        self._show_sentences()

    def _show_sentences(self) -> None:
        found, finding = self._monitoring.found, self.finding.currentData()
        place = self.version.currentData()
        clear(self.sentences.column)
        if finding is None or place is None:
            return
        own = found.of(finding, place)
        told = summary(found, finding, place)
        for number, sentence in enumerate(told):
            is_alarm = any(
                sentence.startswith(entry.month) for entry in own if words.is_moved(entry)
            )
            role = "warning" if is_alarm else "body" if number == 0 else "muted"
            self.sentences.column.addWidget(PlainLabel(in_words(sentence), role, wraps=True))

    def _save(self) -> None:
        path = self._prompts.ask_table_to_save(last_folder(self._desk.state.settings), _NAME)
        if path is not None:
            _tell(self.problem, "")
            self._monitoring.save(path)

    def _recalibrate(self) -> None:
        if admits(self._desk.administration, self, self.tr("Recalibrate for this site")):
            self._show_recalibration()

    def _tell_saved(self, path: object) -> None:
        _tell(self.note, self.tr("Saved {name}.").format(name=display_name(path)))

    def _tell_problem(self, error: WhyRayError) -> None:
        _tell(self.note, "")
        _tell(self.problem, error_text(error))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at what there is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._look()


def _tell(label: PlainLabel, text: str) -> None:
    """Shows words, or takes no room."""
    label.setText(text)
    label.setVisible(bool(text))


def _bands(found: Monitored, finding: str) -> list[Band]:
    """The versions that scored a finding, with the months in which they did."""
    bands = []
    for version in found.versions:
        months = [entry.month for entry in found.of(finding, version.place)]
        if months:
            name, point = words.version_text(version), version.points.get(finding)
            bands.append(Band(version.place, name, min(months), max(months), point))
    return bands


def _box(entry: Scores) -> Mark:
    least, low, median, high, most = entry.quantiles
    return Mark(
        entry.month, entry.version, median, least, most, (low, high), words.is_moved(entry),
        words.distribution_words(entry),
    )  # fmt: skip


def _shares(pairs: Iterable[tuple[Scores | Mix, Share]]) -> list[Mark]:
    return [
        Mark(
            entry.month, entry.version, share.value, share.low, share.high,
            words=words.share_words(entry.month, share),
        )
        for entry, share in pairs
        if share.value is not None
    ]  # fmt: skip
