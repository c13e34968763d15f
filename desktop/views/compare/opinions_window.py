"""Two models about all open images, disagreement first; a click shows an image with both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.findings import finding_text
from desktop.jobs.desk import Desk
from desktop.language import shown_words
from desktop.state.opinions import Opinion
from desktop.views import theme, wording
from desktop.views.panels.strip_words import shown_name
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel

_SIZE = (900, 620)
_PERMILLE = 1000
_SIDES = (0, 1)


class OpinionsWindow(QDialog):
    """Stays open beside the main window.

    Args:
        desk: takes the requests.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state = desk.state
        self.setWindowTitle(self.tr("Two models on all open images"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        fit_screen(self, *_SIZE)
        self.models, self.classes = (tuple(Chooser() for _ in _SIDES) for _ in range(2))
        self.ask = QPushButton(self.tr("Compare"))
        self.ask.setProperty("role", "primary")
        self.ask.clicked.connect(self.start)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(desk.asking_two.cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(self.tr("Progress of the comparison"))
        self.message = PlainLabel("", "muted", wraps=True)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Images, disagreement first"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().hide()
        self.table.cellClicked.connect(lambda row, _column: self._show(row))
        self.table.cellActivated.connect(lambda row, _column: self._show(row))
        self._shown: tuple[Opinion, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(self._pickers())
        column.addWidget(self._bar)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self._state.opinions.changed.connect(self._update)
        self._state.models.opened.connect(self._learn_classes)
        self._state.workspace.privacy.changed.connect(self._mask)

    def start(self) -> None:
        """Asks the two models about all open images."""
        one, other = (box.currentData() for box in self.models)
        chosen = tuple(box.currentData() for box in self.classes)
        named = () if None in chosen else (chosen,)
        if one is not None and other is not None:
            self._desk.asking_two.ask(one, other, named)

    def _pickers(self) -> QGridLayout:
        grid = QGridLayout()
        titles = (self.tr("First model"), self.tr("Second model"))
        findings = (self.tr("Class of the first model"), self.tr("Class of the second model"))
        for side in _SIDES:
            grid.addWidget(PlainLabel(titles[side], "muted"), 0, side)
            self.models[side].setAccessibleName(titles[side])
            self.models[side].activated.connect(lambda _row: self._list_classes())
            self.classes[side].setAccessibleName(findings[side])
            self.classes[side].activated.connect(partial(self._pair, side))
            for row, box in ((1, self.models[side]), (2, self.classes[side])):
                box.setSizeAdjustPolicy(
                    Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
                box.setMinimumContentsLength(10)
                grid.addWidget(box, row, side)
            grid.setColumnStretch(side, 1)
        buttons = QHBoxLayout()
        for button in (self.ask, self.cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        grid.addLayout(buttons, 1, 2)
        return grid

    def _learn_classes(self, _model_id: str) -> None:
        self._list_classes()

    def _mask(self, _is_on: bool) -> None:
        self._fill()

    def _list_models(self) -> None:
        stored = [m for m in self._state.models.stored if not m.problem and not m.is_segmentation]
        active = self._state.models.active_id
        first = next((place for place, m in enumerate(stored) if m.id == active), 0)
        for side, box in enumerate(self.models):
            known = box.currentData()
            box.clear()
            for model in stored:
                box.addItem(f"{model.name} ({model.id})", model.id)
            place = box.findData(known) if known is not None else -1
            box.setCurrentIndex(place if place >= 0 else (first + side) % max(1, len(stored)))
        self._list_classes()

    def _list_classes(self) -> None:
        """The classes of each model that is open; another one is opened to know them."""
        from engine.inference.target import list_targets

        for model_box, box in zip(self.models, self.classes, strict=True):
            known = box.currentData()
            model = self._state.models.open_model(model_box.currentData() or "")
            box.clear()
            box.addItem(self.tr("Classes of the same name"), None)
            for target in () if model is None else list_targets(model.manifest):
                box.addItem(finding_text(target.name), target.name)
            box.setCurrentIndex(max(0, box.findData(known)))
            if model is None and model_box.currentData() is not None and self.isVisible():
                self._desk.reading.open_model(model_box.currentData())

    def _pair(self, side: int, _row: int = 0) -> None:
        """One class is compared with one class, or all with those of the same name."""
        mine, other = self.classes[side], self.classes[1 - side]
        if mine.currentData() is None:
            other.setCurrentIndex(0)
        elif other.currentData() is None:
            names = [str(other.itemData(row)).casefold() for row in range(1, other.count())]
            same = mine.currentData().casefold()
            other.setCurrentIndex(1 + names.index(same) if same in names else min(1, len(names)))

    def _show(self, row: int) -> None:
        models = self._state.opinions.shown.models
        if 0 <= row < len(self._shown) and len(models) == 2:
            self._desk.show_with_both(self._shown[row].item, *models)

    def _update(self, changed: frozenset) -> None:
        if not self.isVisible():
            return
        shown = self._state.opinions.shown
        progress = shown.progress
        self._bar.setVisible(progress is not None)
        self.cancel.setEnabled(progress is not None)
        if progress is not None:
            fraction = progress.fraction
            self._bar.setRange(0, 0 if fraction is None else _PERMILLE)
            self._bar.setValue(0 if fraction is None else round(fraction * _PERMILLE))
        self._say()
        if changed & {"rows", "models"}:
            self._fill()

    def _say(self) -> None:
        shown = self._state.opinions.shown
        text = self.tr(
            "Images that the models decide otherwise at their own operating points come first, then"
            " those with the greatest difference. Click an image to see it with both models."
        )
        if shown.error is not None:
            text = wording.error_text(shown.error, is_masked=True)
        self.message.setText(text)

    def _fill(self) -> None:
        shown = self._state.opinions.shown
        kept = self._shown[self.table.currentRow()].item if self._has_row() else None
        self._shown = shown.rows
        headings = [self.tr("Image"), self.tr("Class"), *shown.models, self.tr("Difference"),
                    self.tr("Decision")]  # fmt: skip
        self.table.clearSpans()
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.clearContents()
        self.table.setRowCount(len(shown.rows))
        for row, opinion in enumerate(shown.rows):
            for column, (text, colour) in enumerate(self._cells(opinion)):
                entry = QTableWidgetItem(text)
                entry.setToolTip(text)
                entry.setForeground(QColor(colour))
                self.table.setItem(row, column, entry)
            if opinion.found is None:
                self.table.setSpan(row, 1, 1, len(headings) - 1)
            if opinion.item is kept:
                self.table.setCurrentCell(row, 0)
        header = self.table.horizontalHeader()
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.Stretch if column in (0, 1) else None
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents if mode is None else mode
            )

    def _has_row(self) -> bool:
        return 0 <= self.table.currentRow() < len(self._shown)

    def _cells(self, opinion: Opinion) -> list[tuple[str, str]]:
        """Texts of a row with their colours: of the class that parts the models most."""
        is_masked = self._state.workspace.privacy.is_on
        name = shown_name(opinion.item, is_masked=is_masked), theme.TEXT
        if opinion.found is None:
            problem = opinion.problem
            told = "" if problem is None else shown_words(problem.message)
            return [name, (told, theme.STOP)]
        widest = opinion.found.widest
        names = [finding_text(score.target.name) for score in (widest.one, widest.other)]
        about = names[0] if names[0] == names[1] else " / ".join(names)
        scores = [f"{wording.percent(s.probability)} %" for s in (widest.one, widest.other)]
        decision = self._decision(widest.is_decided_otherwise)
        difference = self.tr("{number} points").format(number=f"{100 * widest.difference:+.0f}")
        return [name, (about, theme.TEXT), *((s, theme.TEXT) for s in scores),
                (difference, theme.TEXT), decision]  # fmt: skip

    def _decision(self, is_other: bool | None) -> tuple[str, str]:
        if is_other is None:
            return self.tr("no operating point"), theme.MUTED
        if is_other:
            return self.tr("decided otherwise"), theme.ABOVE
        return self.tr("same decision"), theme.MUTED

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the work first, then closes."""
        if event.key() == Qt.Key.Key_Escape and self._desk.asking_two.cancel():
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Offers the models that there are."""
        super().showEvent(event)
        if not event.spontaneous():
            self._list_models()
            self._update(frozenset({"rows"}))

    def hideEvent(self, event: QHideEvent) -> None:
        """Ends the work and lets go of what was found; not where it is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.asking_two.forget()
