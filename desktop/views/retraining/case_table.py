"""Images on which the models differ, and the fixed sample; one of them can be opened."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.findings import finding_text
from desktop.language import figure
from desktop.views.retraining.comparison_words import KINDS, percent_text, words
from desktop.views.retraining.fitted_table import Cell, FittedTable
from engine.errors import display_name

_INKS = {"gained": "GOOD", "lost": "STOP"}
_SEEN = 10  # at a time


class CaseTable(FittedTable):
    """One row per case; the choice is told.

    Args:
        is_masked: whether files may not be named now.
    """

    chosen = Signal(object)  # the case, as in comparison.json

    def __init__(self, is_masked: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(6, (2, 3, 4), is_chosen_from=True, most_rows=_SEEN, parent=parent)
        self._is_masked = is_masked
        self._cases: tuple[Mapping[str, Any], ...] = ()
        head = (self.tr("Image"), self.tr("Truth"), self.tr("Active"), self.tr("New"))
        name = self.tr("Images on which the models differ, and a fixed sample")
        self.set_head(name, (*head, self.tr("Change"), self.tr("Decision")))
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self._tell)

    def show_cases(self, cases: Sequence[Mapping[str, Any]]) -> None:
        """Other cases; of a long list the first."""
        self._cases = tuple(cases)
        self.show_rows([self._row(place, case) for place, case in enumerate(self._cases)])

    def case_at(self, row: int) -> Mapping[str, Any] | None:
        """The case of a row."""
        return self._cases[row] if 0 <= row < len(self._cases) else None

    def title_of(self, case: Mapping[str, Any]) -> str:
        """What the case is called on screen."""
        place = self._cases.index(case) if case in self._cases else 0
        return self._name(place, case)

    def _tell(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows and rows[0].row() < len(self._cases):
            self.chosen.emit(self._cases[rows[0].row()])

    def _name(self, place: int, case: Mapping[str, Any]) -> str:
        if self._is_masked():
            return self.tr("Image {number}").format(number=place + 1)
        return display_name(Path(case["file"]))

    def _row(self, place: int, case: Mapping[str, Any]) -> tuple[Cell, ...]:
        finding = finding_text(case["class"])
        truth = finding if case["truth"] else self.tr("without {finding}").format(finding=finding)
        change = 100.0 * (case["new"] - case["old"])
        return (
            Cell(self._name(place, case)),
            Cell(truth),
            Cell(percent_text(case["old"])),
            Cell(percent_text(case["new"])),
            Cell(figure(round(change) + 0.0, "+.0f")),
            Cell(words(KINDS[case["kind"]]), _INKS.get(case["kind"], "TEXT")),
        )
