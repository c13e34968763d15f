"""Maps side by side: what to compare on the left, the maps, and how they agree."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import in_words, translate
from desktop.state.compared import Compared
from desktop.state.workspace import Item
from desktop.views import wording
from desktop.views.compare.agreement_table import AgreementTable
from desktop.views.compare.choices import CompareChoices
from desktop.views.compare.signed_bar import SignedBar
from desktop.views.compare.tile_board import TileBoard, display_of, scales
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.widgets.slider import PercentSlider
from desktop.views.widgets.tick_box import TickBox

WHATS = (
    ("maps", QT_TRANSLATE_NOOP("CompareWindow", "Maps")),
    ("ranks", QT_TRANSLATE_NOOP("CompareWindow", "Difference from the reference, by rank")),
    ("shares", QT_TRANSLATE_NOOP("CompareWindow", "Difference, by share of the greatest value")),
)
SCALINGS = (
    ("own", QT_TRANSLATE_NOOP("CompareWindow", "Each its own scale")),
    ("method", QT_TRANSLATE_NOOP("CompareWindow", "One scale per method")),
    ("all", QT_TRANSLATE_NOOP("CompareWindow", "One scale for all")),
)
_SIZE = (1240, 800)
_LEAST_PX, _MOST_PX = 120, 440
_TILE = 0.28  # of the way between the two: four fit beside each other
_CHOICES_PX, _TABLE_PX = 270, 200
_SLIDER_PX = 150
_PERMILLE = 1000
_PAINTED = {"tiles", "running", "what", "scaling", "is_signed", "reference", "agreements"}


class CompareWindow(QDialog):
    """Stays open beside the main window.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prompts = prompts
        self._state = desk.state.compared
        self.setWindowTitle(self.tr("Compare explanations"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        fit_screen(self, *_SIZE)
        self.choices = CompareChoices(desk.state)
        self.choices.compare_asked.connect(self.compare)
        self.choices.models_ticked.connect(desk.comparing.open_models)
        self.board = TileBoard()
        self.board.chosen.connect(lambda place: self._state.change(reference=place))
        self.board.opened.connect(self._open_in_pane)
        self.agreement = AgreementTable()
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self._middle())
        right.addWidget(self.agreement)
        right.setStretchFactor(0, 1)
        right.setSizes([_SIZE[1] - _TABLE_PX, _TABLE_PX])
        splitter = QSplitter()
        splitter.addWidget(self.choices)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_CHOICES_PX, _SIZE[0] - _CHOICES_PX])
        for part in (right, splitter):
            part.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(splitter)
        self._state.changed.connect(self._update)
        desk.state.workspace.current_changed.connect(self._turn_to)
        desk.state.workspace.item_changed.connect(self._learn_score)
        desk.comparing.saved.connect(self._tell_saved)
        self._set_size(_TILE)

    def compare(self) -> None:
        """Makes the maps that are ticked."""
        self._desk.comparing.compare(self.choices.wish())

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tools())
        column.addLayout(self._legend())
        column.addWidget(self._running())
        self.message = PlainLabel("", "muted", wraps=True)
        column.addWidget(self.message)
        column.addWidget(self.board, 1)
        return middle

    def _tools(self) -> QHBoxLayout:
        self.what = self._chooser(WHATS, self.tr("What is shown"))
        self.what.activated.connect(lambda _n: self._state.change(what=self.what.currentData()))
        self.scaling = self._chooser(SCALINGS, self.tr("Scale of the colours"))
        self.scaling.activated.connect(
            lambda _n: self._state.change(scaling=self.scaling.currentData())
        )
        self.signed = TickBox(self.tr("Evidence against too"))
        self.signed.setChecked(self._state.shown.is_signed)
        self.signed.toggled.connect(lambda is_on: self._state.change(is_signed=is_on))
        self.save = QPushButton(self.tr("Save..."))
        self.save.setToolTip(self.tr("All maps with captions as PNG, their agreement as CSV"))
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addWidget(self.what, 3)
        row.addWidget(self.scaling, 2)
        row.addWidget(self.signed, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save)
        for button in (self.save, self.choices.compare):
            button.setAutoDefault(False)
        return row

    def _chooser(self, entries: tuple[tuple[str, str], ...], name: str) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(name)
        chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(8)
        for value, text in entries:
            chooser.addItem(translate("CompareWindow", text), value)
        return chooser

    def _legend(self) -> QHBoxLayout:
        self.bar = SignedBar(self.tr("Scale of the colours"))
        self.note = PlainLabel("", "small", wraps=True)
        self.zoom = PercentSlider(self.tr("Size of a map"))
        self.zoom.setToolTip(self.tr("Size of a map"))
        self.zoom.setFixedWidth(_SLIDER_PX)
        self.zoom.show_value(_TILE)
        self.zoom.value_changed.connect(self._set_size)
        row = QHBoxLayout()
        row.addWidget(self.bar)
        row.addWidget(self.note, 1)
        row.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _running(self) -> QWidget:
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        self._note, self._bar = ElidedLabel("", "small"), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the comparison"))
        self._bar.setRange(0, _PERMILLE)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._desk.comparing.cancel)
        words = QVBoxLayout()
        words.addWidget(self._note)
        words.addWidget(self._bar)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        return self.progress

    def _set_size(self, share: float) -> None:
        self.board.set_longest_px(round(_LEAST_PX + share * (_MOST_PX - _LEAST_PX)))

    def _save(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.comparing.save(folder)

    def _tell_saved(self, folder: Path) -> None:
        self.message.setText(self.tr("Saved in {folder}.").format(folder=folder))
        self.message.setVisible(True)

    def _open_in_pane(self, place: int) -> None:
        tile = self._state.shown.tiles[place]
        if tile.entry is not None:
            self._desk.ask_in_pane(tile.model_id, tile.question)

    def _turn_to(self, item: Item | None) -> None:
        if self.isVisible():
            known = item is not None and item.reading is not None
            model_id = self._desk.reading.model_id_for(item) if known else ""
            self.choices.show_item(item, model_id)

    def _learn_score(self, item: Item, changed: frozenset) -> None:
        if "reading" in changed and item is self._desk.state.workspace.current:
            self._turn_to(item)

    def _update(self, changed: frozenset) -> None:
        if not self.isVisible():
            return
        shown = self._state.shown
        self._say(shown)
        self.save.setEnabled(bool(shown.done))
        is_difference = shown.what != "maps"
        self.scaling.setEnabled(not is_difference)
        self.signed.setEnabled(not is_difference)
        if changed & _PAINTED:
            self.board.show_compared(shown)
            self._show_legend(shown)
        if changed & {"tiles", "agreements"}:
            self.agreement.show_compared(shown)

    def _show_legend(self, shown: Compared) -> None:
        found = list(scales(shown).values()) if shown.tiles else []
        for part in (self.bar, self.note):
            part.setVisible(bool(found))
        self.zoom.setVisible(bool(shown.tiles))
        if not found:
            return
        from engine.trust.matrix import colours_of, display_note

        self.note.setText(in_words(display_note(display_of(shown))))
        is_one = shown.what != "maps" or shown.scaling == "all" or len(found) == 1
        ends = (found[0].low, found[0].high) if is_one else None
        marks = ["-", "0", "+"] if found[0].is_signed else ["0", "+"]
        if ends is not None and not found[0].is_empty:
            marks[0], marks[-1] = (wording.number_text(end) for end in ends)
        self.bar.show_scale(colours_of(found[0]), tuple(marks))

    def _say(self, shown: Compared) -> None:
        text = ""
        if shown.error is not None:
            text = wording.error_text(shown.error, is_masked=True)
        elif not shown.tiles and shown.progress is None:
            text = self.tr(
                "Tick methods, classes and models, then press Compare. A click on a map makes it"
                " the reference; a double click shows it in the pane."
            )
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.progress.setVisible(shown.progress is not None)
        if shown.progress is None:
            return
        fraction = shown.progress.fraction
        self._bar.setRange(0, 0 if fraction is None else _PERMILLE)
        self._bar.setValue(0 if fraction is None else round(fraction * _PERMILLE))
        note = in_words(shown.progress.note) if shown.progress.note else ""
        if shown.running is None:
            self._note.setText(self.tr("Scoring with the chosen models ..."))
        else:
            counted = self.tr("Map {number} of {count}").format(
                number=shown.running + 1, count=len(shown.tiles)
            )
            self._note.setText(f"{counted}  {note}")

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the work first, then closes."""
        if event.key() == Qt.Key.Key_Escape and self._desk.comparing.cancel():
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Compares what is ticked at once: what is ticked at first is cheap."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._turn_to(self._desk.state.workspace.current)
        self._update(frozenset({"tiles"}))
        self.compare()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ends the work and lets the maps go; not where the window is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.comparing.forget()
