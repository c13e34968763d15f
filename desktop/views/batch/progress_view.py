"""How far a batch is, and what failed so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import in_words
from desktop.views.batch.words import count_words, pace_words, stage_words, state_words
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from engine.batch.cells import printable

if TYPE_CHECKING:  # pulls in ONNX Runtime
    from desktop.jobs.batch import Progress
    from desktop.state.privacy import Privacy
    from engine.batch.record import Failure

_STEPS = 1000
_MOST_ROWS = 200
_LIST_PX = 120


class ProgressView(QWidget):
    """A bar, the counts, the time left and a list of what failed, the latest at its end.

    Args:
        privacy: while it is on, files are not named.
    """

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = PlainLabel("", "strong")
        self.counts = PlainLabel("", "muted", wraps=True)
        self.pace = PlainLabel("", "muted", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        self.failures = QTreeWidget()
        self.failures.setAccessibleName(self.tr("Files that failed"))
        self.failures.setHeaderLabels([self.tr("Failed file"), self.tr("Step"), self.tr("Reason")])
        self.failures.setRootIsDecorated(False)
        self.failures.setUniformRowHeights(True)
        self.failures.setMinimumHeight(_LIST_PX)
        self.failures.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.failures.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 220)
        header.resizeSection(1, 90)
        self._hide_names(privacy.is_on)
        privacy.changed.connect(self._hide_names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.state, self.bar, self.counts, self.pace):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.failures, 1)
        self._shown = 0
        self.clear()

    def clear(self) -> None:
        """Nothing was begun."""
        self.state.setText("")
        self.counts.setText("")
        self.pace.setText("")
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(0)
        self.failures.clear()
        self.failures.hide()
        self._shown = 0

    def show_progress(self, progress: Progress | None) -> None:
        """Shows it; None: begun, and nothing is known yet."""
        self.state.setText(state_words(progress))
        if progress is None or progress.state in ("opening", "listing"):
            self.bar.setRange(0, 0)
            return
        self.bar.setRange(0, _STEPS)
        share = progress.done / progress.found if progress.found else 1.0
        self.bar.setValue(int(share * _STEPS))
        self.counts.setText(count_words(progress))
        self.pace.setText(pace_words(progress))
        self._show_failures(progress.failures, progress.failure_count)

    def _hide_names(self, is_masked: bool) -> None:
        self.failures.setColumnHidden(0, is_masked)

    def _show_failures(self, failures: tuple[tuple[str, Failure], ...], count: int) -> None:
        fresh = count - self._shown
        if fresh <= 0:
            return
        self.failures.show()
        for key, failure in failures[-fresh:]:
            reason = in_words(failure.reason)
            row = QTreeWidgetItem([printable(key), stage_words(failure.stage), reason])
            hint = in_words(failure.hint)
            row.setToolTip(0, plain_tooltip(printable(key)))
            row.setToolTip(2, plain_tooltip(f"{reason} {hint}".strip()))
            self.failures.addTopLevelItem(row)
        while self.failures.topLevelItemCount() > _MOST_ROWS:
            self.failures.takeTopLevelItem(0)
        self.failures.scrollToBottom()
        self._shown = count
