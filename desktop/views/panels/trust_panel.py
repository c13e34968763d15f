"""Can the map be believed? Tests of the map on screen, each beside its control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.language import in_words
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views import theme, wording
from desktop.views.widgets.figure_row import FigureRow, colour_of
from desktop.views.widgets.layout import Card, Section, clear
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from engine.trust.figure import Light

if TYPE_CHECKING:  # brings ONNX Runtime, which is loaded after the window is up
    from engine.trust.panel import Panel

_WATCHED = {
    "reading", "record", "is_hidden", "shown", "preliminary", "panels", "trial", "trial_error",
    "truth",
}  # fmt: skip
_PERMILLE = 1000


class TrustPanel(Section):
    """Starts the tests and shows what they found.

    Args:
        state: the session's state.
    """

    test_asked = Signal()
    thorough_test_asked = Signal()
    cancel_asked = Signal()
    masks_asked = Signal()

    def __init__(self, state: SessionState) -> None:
        super().__init__("")
        self._state = state
        self._shown: Panel | None = None
        self.column.itemAt(0).widget().setText(self.tr("Can the map be believed?"))
        self._build()
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        self._show(state.workspace.current)

    def _build(self) -> None:
        self._hint = PlainLabel("", "muted", wraps=True)
        self._test = QPushButton(self.tr("Test this map"))
        self._test.setToolTip(
            self.tr("Hides, swaps and perturbs what the map calls important, and asks again. J")
        )
        self._test.clicked.connect(self.test_asked)
        self._thorough = QPushButton(self.tr("Test thoroughly"))
        self._thorough.setToolTip(self.tr("The same with many more runs of the model: minutes"))
        self._thorough.clicked.connect(self.thorough_test_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._test)
        buttons.addWidget(self._thorough)
        self._masks = QPushButton(self.tr("Masks..."))
        self._masks.setToolTip(
            self.tr(
                "Masks of where finding and lungs lie (PNG, NIfTI, DICOM SEG; NAME__lungs.png):"
                " tests then tell whether the map lies there"
            )
        )
        self._masks.clicked.connect(self.masks_asked)
        buttons.addWidget(self._masks)
        self._bar, self._note = QProgressBar(), ElidedLabel("", "small")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(self.tr("Progress of the tests"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancel_asked)
        self._running = QWidget()
        row, words = QHBoxLayout(self._running), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._note)
        words.addWidget(self._bar)
        row.addLayout(words, 1)
        row.addWidget(cancel)
        self._failure = Card(theme.STOP)
        self._failure_text = PlainLabel("", wraps=True)
        self._failure.column.addWidget(self._failure_text)
        self._summary = PlainLabel("", "strong", wraps=True)
        self._figures = QWidget()
        self._rows = QVBoxLayout(self._figures)
        self._rows.setContentsMargins(0, 2, 0, 0)
        self._rows.setSpacing(9)
        self.column.addWidget(self._hint)
        self.column.addLayout(buttons)
        for part in (self._running, self._failure, self._summary, self._figures):
            self.column.addWidget(part)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & _WATCHED:
            self._show(item)

    def _show(self, item: Item | None) -> None:
        has_map = item is not None and item.explanation is not None and item.preliminary is None
        trial = None if item is None else item.trial
        self._test.setEnabled(has_map and trial is None)
        self._thorough.setEnabled(has_map and trial is None)
        self._masks.setEnabled(item is not None and item.radiograph is not None)
        has_masks = item is not None and item.truth is not None
        self._masks.setText(self.tr("Masks: opened") if has_masks else self.tr("Masks..."))
        self._running.setVisible(trial is not None)
        if trial is not None:
            fraction = trial.fraction
            self._bar.setRange(0, 0 if fraction is None else _PERMILLE)
            self._bar.setValue(0 if fraction is None else round(fraction * _PERMILLE))
            self._note.setText(in_words(trial.note) if trial.note else self.tr("starting"))
        error = None if item is None else item.trial_error
        self._failure.setVisible(error is not None)
        if error is not None:
            self._failure_text.setText(wording.error_text(error, is_masked=True))
        self._hint.setText(
            self.tr("A map can look right and mean nothing. Tests take some seconds.")
            if has_map
            else self.tr("Explain a score first.")
        )
        panel = item.panel if item is not None else None
        self._hint.setVisible(panel is None and trial is None)
        self._show_panel(panel)

    def _show_panel(self, panel: Panel | None) -> None:
        self._summary.setVisible(panel is not None)
        self._figures.setVisible(panel is not None)
        if panel is self._shown:
            return
        self._shown = panel
        clear(self._rows)
        if panel is None:
            return
        self._summary.setText(in_words(panel.sentence))
        theme.dress(self._summary, f"color: ${colour_of(panel.light).name};")
        tested = [figure for figure in panel.figures if figure.light is not Light.NONE]
        others = [figure for figure in panel.figures if figure.light is Light.NONE]
        for figure in (*tested, *others):
            self._rows.addWidget(FigureRow(figure))
