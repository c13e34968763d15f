"""Figures of both models and their difference, of all classes together or of one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.views.retraining.comparison_words import FIGURES, change_ink, value_text, words
from desktop.views.retraining.fitted_table import Cell, FittedTable


class FigureTable(FittedTable):
    """One row per figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, (1, 2, 3), parent=parent)
        head = (self.tr("Figure"), self.tr("Active"), self.tr("New"), self.tr("Difference"))
        self.set_head(self.tr("Figures of both models"), head)

    def show_figures(self, figures: Mapping[str, Mapping[str, Any]]) -> None:
        """Those of ``comparison.json``, by name, each with both models' and the difference."""
        rows = [(name, figures[name]) for name in FIGURES if name in figures]
        self.show_rows(
            [
                (
                    Cell(words(FIGURES[name])),
                    Cell(value_text(entry["old"]), tip=_why(entry["old"])),
                    Cell(value_text(entry["new"]), tip=_why(entry["new"])),
                    Cell(
                        value_text(entry["difference"], is_change=True),
                        change_ink(name, entry["difference"]),
                        tip=_why(entry["difference"]),
                    ),
                )
                for name, entry in rows
            ]
        )


def _why(found: Mapping[str, Any]) -> str:
    """Why there is no value or no interval, as the measurement says."""
    return str(found.get("reason", ""))
