"""Both models in parts of the people: areas under the ROC curve."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.findings import finding_text
from desktop.language import in_words, shown_words
from desktop.views.retraining.comparison_words import change_ink, value_text
from desktop.views.retraining.fitted_table import Cell, FittedTable
from engine.bundle.recommendation_words import ATTRIBUTES, GROUPS, group_words
from engine.images.text import clean_text


class SubgroupTable(FittedTable):
    """One row per group and class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(5, (1, 2, 3, 4), parent=parent)
        head = (self.tr("Group"), self.tr("Images"), self.tr("Active"), self.tr("New"))
        self.set_head(self.tr("Subgroups"), (*head, self.tr("Difference")))

    def show_groups(self, groups: Sequence[Mapping[str, Any]], finding: str) -> None:
        """Those of ``comparison.json``, of one class."""
        self.show_rows(
            [
                _row(group, entry)
                for group in sorted(groups, key=_order)
                for entry in group["classes"]
                if entry["name"] == finding
            ]
        )


def _order(group: Mapping[str, Any]) -> tuple[int, int, str]:
    """Attributes and known groups as in their tables, others by name."""
    value = group["value"]
    known = list(GROUPS)
    place = known.index(value) if value in known else len(known)
    return list(ATTRIBUTES).index(group["attribute"]), place, value


def _row(group: Mapping[str, Any], entry: Mapping[str, Any]) -> tuple[Cell, ...]:
    attribute = in_words(ATTRIBUTES[group["attribute"]])
    value = shown_words(group_words(clean_text(group["value"])))
    counts = f"{entry['positives']} + {entry['negatives']}"
    finding = finding_text(entry["name"])
    change = entry["difference"]
    tip = str(change.get("reason", ""))
    return (
        Cell(f"{attribute}: {value}", tip=f"{attribute}: {value}, {finding}"),
        Cell(counts),
        Cell(value_text(entry["old"]), tip=tip),
        Cell(value_text(entry["new"]), tip=tip),
        Cell(value_text(change, is_change=True), change_ink("roc_auc", change),
             tip=tip),
    )  # fmt: skip
