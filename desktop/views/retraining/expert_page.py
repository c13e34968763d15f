"""Every option of a training as a form, for experts; what differs from the preset is marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.retraining.looks import Options
from desktop.retraining.plan import Plan
from desktop.views.retraining.option_row import OptionRow
from desktop.views.retraining.page import Page
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.bundle.manifest import Manifest

# Asked for on other pages, or options of other commands.
_ELSEWHERE = frozenset(
    ("id", "name", "version", "task.label", "network.architecture", "network.weights")
)
_OTHER_COMMANDS = ("search", "repeat")


# What a model says of its own training and another training does not take over.
_NOT_TAKEN = ("data", "task", "search", "repeat")


def stated_options(model: Manifest) -> dict[str, Any]:
    """How a model was trained, as it says itself: ``section.option`` -> value."""
    stated = model.training_data.get("configuration")
    found: dict[str, Any] = {}
    for section, values in stated.items() if isinstance(stated, Mapping) else ():
        if isinstance(values, Mapping) and section not in _NOT_TAKEN:
            found |= {f"{section}.{name}": value for name, value in values.items()}
    found |= {f"recipe.{name}": value for name, value in model.recipe.to_json().items()}
    texts = {"purpose": model.purpose, "not_for": model.not_for, "licence": model.licence}
    return found | texts | {"data.skip_unreadable": True, "network.weights": "none"}


class ExpertPage(Page):
    """Rows by section, with a search field above."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("All options of the training"))
        self.intro.setText(
            self.tr(
                "For experts. What differs from the chosen preset is marked. The explanations are "
                "the trainer's own and in English."
            )
        )
        self.rows: dict[str, OptionRow] = {}
        self._headings: dict[str, PlainLabel] = {}
        self._options: Options | None = None
        self._base: tuple[str, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in names and explanations"))
        self.search.setAccessibleName(self.tr("Search options"))
        self.search.setClearButtonEnabled(True)
        self.only_changed = TickBox(self.tr("Only changed ones"))
        self.reset_all = QPushButton(self.tr("All as in the preset"))
        self.reset_all.setAutoDefault(False)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.only_changed, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.reset_all)
        self.column.addLayout(line)
        self.empty = PlainLabel(self.tr("Asking the trainer ..."), "muted", wraps=True)
        self.column.addWidget(self.empty)
        self._form = QVBoxLayout()
        self._form.setSpacing(4)
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        self.search.textChanged.connect(lambda _text: self._filter())
        self.only_changed.toggled.connect(lambda _is_on: self._filter())
        self.reset_all.clicked.connect(self._reset)

    def show_options(self, options: Options) -> None:
        """Makes the form; a second time only where options came or went."""
        is_same = self._options is not None and self._options.options.keys() == (
            options.options.keys()
        )
        self._options = options
        if is_same:
            return
        for name, facts in options.options.items():
            section, _, _ = name.rpartition(".")
            if name in _ELSEWHERE or section in _OTHER_COMMANDS or name in self.rows:
                continue
            if section not in self._headings:
                self._headings[section] = PlainLabel(section or self.tr("model"), "heading")
                self._form.addWidget(self._headings[section])
            row = OptionRow(name, facts)
            row.changed.connect(self.changed)
            self.rows[name] = row
            self._form.addWidget(row)
        self._filter()

    def show_start(self, plan: Plan, find_model: Callable[[str], Manifest | None]) -> None:
        """Takes other starting values where another preset or starting point was chosen.

        Args:
            plan: as chosen.
            find_model: gives what a model says of itself; asked only where that is new.
        """
        base = (plan.preset, plan.start, plan.base_model, plan.architecture)
        if self._options is None or base == self._base:
            return
        self._base = base
        model = find_model(plan.base_model)
        values: dict[str, Any] = {} if model is None else stated_options(model)
        if plan.architecture:  # another network than the model's
            values = {name: v for name, v in values.items() if not name.startswith("network.")}
            values["network.architecture"] = plan.architecture
        values |= self._options.presets.get(plan.preset, {}).get(plan.start, {})
        for name, row in self.rows.items():
            row.set_start(values.get(name, self._options.options[name]["default"]))
        self._filter()

    def overrides(self) -> dict[str, Any]:
        """What differs from the preset."""
        return {name: row.value() for name, row in self.rows.items() if row.is_changed}

    @property
    def is_valid(self) -> bool:
        """Whether every changed value is one that the trainer takes."""
        return all(row.is_valid for row in self.rows.values())

    def _reset(self) -> None:
        for row in self.rows.values():
            row.reset()
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        shown: set[str] = set()
        for name, row in self.rows.items():
            fits = all(word in row.haystack for word in words)
            is_shown = fits and (row.is_changed or not self.only_changed.isChecked())
            row.setVisible(is_shown)
            if is_shown:
                shown.add(name.rpartition(".")[0])
        for section, heading in self._headings.items():
            heading.setVisible(section in shown)
        self.empty.setVisible(not shown)
        if self.rows:
            self.empty.setText(self.tr("No option fits."))
