"""One option of a training: its name, a field that fits its kind, what it means, and its range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.language import in_words
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.options import OptionFacts

_NAME_PX, _FIELD_PX = 210, 220
_READERS = {"int": int, "float": float}


class OptionRow(QWidget):
    """An option.

    Args:
        name: ``section.option``.
        facts: as `desktop.retraining.looks.Options` gives them.
    """

    changed = Signal()

    def __init__(self, name: str, facts: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._facts = name, facts
        self._start: Any = facts["default"]
        meaning = facts.get("help", "")
        self.haystack = f"{name} {meaning}".casefold()
        self.label = PlainLabel(name.rpartition(".")[2])
        self.label.setFixedWidth(_NAME_PX)
        self.mark = PlainLabel(self.tr("changed"), "warning")
        self.field = self._make_field()
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(meaning)
        self.field.setMinimumWidth(_FIELD_PX)
        self.back = QPushButton(self.tr("Reset"))
        self.back.setAutoDefault(False)
        self.back.setToolTip(self.tr("The preset's value again"))
        self.back.clicked.connect(self.reset)
        self.problem = PlainLabel("", "stop", wraps=True)
        self._allowed = _allowed(facts)
        allowed = f" ({self._allowed})" if self._allowed else ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.mark, 0, 2)
        grid.addWidget(self.back, 0, 3)
        grid.addWidget(PlainLabel(f"{meaning}{allowed}", "small", wraps=True), 1, 0, 1, 4)
        grid.addWidget(self.problem, 2, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        self._write(self._start)
        self._show()

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the preset."""
        return not self.is_valid or self.value() != self._start

    @property
    def is_valid(self) -> bool:
        """Whether the trainer would take it."""
        return not self._complaint()

    def value(self) -> Any:
        """What stands in the field, in the option's own kind; the text where it is none."""
        kind = self._facts.get("kind", "text")
        if isinstance(self.field, TickBox):
            return self.field.isChecked()
        if isinstance(self.field, Chooser):
            return self.field.currentData()
        text = self.field.text().strip()
        if kind == "list":
            return [_number_or_text(part) for part in text.split(",") if part.strip()]
        try:
            return _READERS[kind](text) if kind in _READERS else text
        except ValueError:
            return text

    def set_start(self, value: Any) -> None:
        """Another starting value; a value that was not changed follows it."""
        was_changed = self.is_changed
        self._start = list(value) if isinstance(value, tuple) else value
        if not was_changed:
            self._write(self._start)
        self._show()

    def reset(self) -> None:
        """The starting value again."""
        self._write(self._start)
        self._show()
        self.changed.emit()

    def _make_field(self) -> QWidget:
        facts = self._facts
        if facts.get("kind") == "bool":
            field = TickBox(self.tr("on"))
            field.toggled.connect(lambda _is_on: self._touched())
            return field
        if facts.get("choices"):
            field = Chooser()
            for choice in facts["choices"]:
                field.addItem(str(choice), choice)
            field.currentIndexChanged.connect(lambda _place: self._touched())
            return field
        field = QLineEdit()
        field.textChanged.connect(lambda _text: self._touched())
        return field

    def _write(self, value: Any) -> None:
        with QSignalBlocker(self.field):
            if isinstance(self.field, TickBox):
                self.field.setChecked(bool(value))
            elif isinstance(self.field, Chooser):
                self.field.setCurrentIndex(self.field.findData(value))
            elif isinstance(value, list | tuple):
                self.field.setText(", ".join(str(part) for part in value))
            else:
                self.field.setText(str(value))
                self.field.setCursorPosition(0)

    def _touched(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        complaint = self._complaint()
        self.problem.setText(complaint)
        self.problem.setVisible(bool(complaint))
        self.mark.setVisible(self.is_changed)
        self.back.setVisible(self.is_changed)

    def _complaint(self) -> str:
        kind, value = self._facts.get("kind", "text"), self.value()
        if kind in _READERS and not isinstance(value, int | float):
            return self.tr("A number is wanted.")
        low, high = self._facts.get("low"), self._facts.get("high")
        if kind in _READERS and (
            (low is not None and value < low) or (high is not None and value > high)
        ):
            return self.tr("Allowed: {range}").format(range=self._allowed)
        return ""


def _allowed(facts: Mapping[str, Any]) -> str:
    """The allowed values in words; empty where there is nothing to say."""
    if isinstance(facts["default"], bool):
        return ""
    known = OptionFacts(
        name="",
        default=facts["default"],
        help="",
        low=facts.get("low"),
        high=facts.get("high"),
        unit=facts.get("unit", ""),
        choices=tuple(facts.get("choices", ())),
    )
    return in_words(known.range_text())


def _number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text.strip()
