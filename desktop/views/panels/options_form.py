"""A form for the options of one method, made from what the engine knows about each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.language import in_words, shown_words, translate
from desktop.state.workspace import Absence
from desktop.views.widgets.absence_strip import AbsenceStrip
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.file_choice import FileChoice
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import display_name

if TYPE_CHECKING:
    from engine.options import OptionFacts

# Numbers without a bound of their own stay below what a spin box can hold.
_MOST = 1_000_000_000
# A held arrow key asks once, when it is let go.
_SETTLE_MS = 350


class OptionsForm(QWidget):
    """One row per option; tells what differs from the defaults.

    Args:
        prompts: asks for files.
        folder: tells where to look for them first.
    """

    changed = Signal(object)  # dict of the options that are not at their defaults

    def __init__(self, prompts: Prompts, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._prompts = prompts
        self._folder = folder
        self._strips: dict[str, AbsenceStrip] = {}
        self._facts: tuple[OptionFacts, ...] = ()
        self._read: dict[str, Callable[[], Any]] = {}
        self._rows = QWidget()
        self._toggle = QToolButton()
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.toggled.connect(self._open)
        self._reset = QPushButton(self.tr("Reset to defaults"))
        self._reset.clicked.connect(self._reset_all)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._tell)
        self._wheel = _WheelWithFocusOnly(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._toggle, self._rows, self._reset):
            column.addWidget(part)
        self.show_options((), {})

    def show_options(self, facts: tuple[OptionFacts, ...], changed: Mapping[str, Any]) -> None:
        """Builds the form anew.

        Args:
            facts: the options of the method, in order.
            changed: values that are not at their defaults.
        """
        self._settled.stop()
        self._facts, self._read, self._strips = facts, {}, {}
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for row, entry in enumerate(facts):
            row *= 2
            name = PlainLabel(in_words(entry.label), "muted", wraps=True)
            editor = self._editor(entry, changed.get(entry.name, entry.default))
            for widget in (name, editor):
                widget.setToolTip(_tip(entry))
            editor.setAccessibleName(in_words(entry.label))
            grid.addWidget(name, row, 0)
            grid.addWidget(editor, row, 1)
            if entry.reads:
                self._strips[entry.name] = AbsenceStrip(is_to_the_right=True)
                grid.addWidget(self._strips[entry.name], row + 1, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.layout().replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(bool(facts))
        self._show_state()

    def values(self) -> dict[str, Any]:
        """The options that are not at their defaults."""
        found = {entry.name: self._read[entry.name]() for entry in self._facts}
        return {e.name: found[e.name] for e in self._facts if found[e.name] != e.default}

    def tell_now(self) -> None:
        """Tells a change that still waits for the keys to come to rest."""
        if self._settled.isActive():
            self._settle_now()

    def show_absences(self, find: Callable[[str, str], Absence | None]) -> None:
        """Shows what baselines look like; `find` takes the option's kind and its value."""
        for entry in self._facts:
            strip = self._strips.get(entry.name)
            if strip is not None:
                value = self._read[entry.name]()
                name = in_words(value) if value in entry.choices else display_name(Path(value))
                strip.show_absence(find(entry.reads, value), name)

    def _open(self, _is_open: bool) -> None:
        self._show_state()

    def _show_state(self) -> None:
        is_open = self._toggle.isChecked()
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self._toggle.setArrowType(arrow)
        changed = len(self.values())
        text = self.tr("Options ({count} changed)") if changed else self.tr("Options")
        self._toggle.setText(text.format(count=changed))
        self._rows.setVisible(is_open)
        self._reset.setVisible(is_open)
        self._reset.setEnabled(changed > 0)

    def _touched(self) -> None:
        self._show_state()
        self._settled.start()

    def _tell(self) -> None:
        self.changed.emit(self.values())

    def _reset_all(self) -> None:
        self.show_options(self._facts, {})
        self._tell()

    def _editor(self, facts: OptionFacts, value: Any) -> QWidget:
        kind = type(facts.default)
        make = {bool: self._check_box, int: self._spin_box, float: self._decimal_box}
        if facts.reads:
            editor = self._file_choice(facts, value)
        elif facts.choices:
            editor = self._choice(facts, value)
        else:
            editor = make.get(kind, self._line)(facts, value)
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.installEventFilter(self._wheel)
        return editor

    def _choice(self, facts: OptionFacts, value: str) -> QComboBox:
        box = Chooser()
        for choice in facts.choices:
            box.addItem(in_words(choice), choice)
        box.setCurrentIndex(box.findData(value))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(self._touched)
        self._read[facts.name] = box.currentData
        return box

    def _file_choice(self, facts: OptionFacts, value: str) -> FileChoice:
        prompts = self._prompts
        asks = {self.tr("Own image..."): lambda: prompts.ask_picture(self._folder())}
        if facts.reads == "background":
            asks = {
                self.tr("Folder of images..."): lambda: prompts.ask_folder(self._folder()),
                self.tr("Array file (.npy)..."): lambda: prompts.ask_array(self._folder()),
            }
        box = FileChoice(facts, value, asks)
        self._read[facts.name] = box.value
        box.picked.connect(self._settle_now)
        return box

    def _settle_now(self) -> None:
        self._show_state()
        self._settled.stop()
        self._tell()

    def _check_box(self, facts: OptionFacts, value: bool) -> QCheckBox:
        box = QCheckBox()
        box.setChecked(value)
        box.toggled.connect(self._touched)
        self._read[facts.name] = box.isChecked
        return box

    def _spin_box(self, facts: OptionFacts, value: int) -> QSpinBox:
        box = QSpinBox()
        low, high = _bounds(facts)
        box.setRange(int(low), int(high))
        box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        box.setGroupSeparatorShown(True)
        self._settle(box, facts)
        box.setValue(value)
        box.valueChanged.connect(self._touched)
        self._read[facts.name] = box.value
        return box

    def _decimal_box(self, facts: OptionFacts, value: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setDecimals(_decimals(facts))
        box.setRange(*_bounds(facts))
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self._settle(box, facts)
        box.setValue(value)
        box.valueChanged.connect(self._touched)
        self._read[facts.name] = box.value
        return box

    def _settle(self, box: QSpinBox | QDoubleSpinBox, facts: OptionFacts) -> None:
        box.setKeyboardTracking(False)  # a number counts when it is typed to its end
        if facts.unit:
            box.setSuffix(f" {in_words(facts.unit)}")

    def _line(self, facts: OptionFacts, value: str) -> QLineEdit:
        line = QLineEdit(value)
        line.editingFinished.connect(self._touched)
        self._read[facts.name] = line.text
        return line


class _WheelWithFocusOnly(QObject):
    """Lets the wheel scroll the pane over a number instead of changing the number."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives the wheel on to the pane while the editor has not been chosen."""
        is_passing = event.type() == QEvent.Type.Wheel and not watched.hasFocus()
        if is_passing:
            event.ignore()
        return is_passing


def _bounds(facts: OptionFacts) -> tuple[float, float]:
    low = -_MOST if facts.low is None else facts.low
    return low, _MOST if facts.high is None else facts.high


def _decimals(facts: OptionFacts) -> int:
    """Enough to write the default and the bounds; at least two."""
    numbers = [n for n in (facts.default, facts.low, facts.high) if n is not None]
    written = [f"{number:.9f}".rstrip("0") for number in numbers]
    return max(2, *(len(text.partition(".")[2]) for text in written))


def _tip(facts: OptionFacts) -> str:
    unit = f" {in_words(facts.unit)}" if facts.unit else ""
    default = translate("OptionsForm", "{name}, default {value}")
    value = f"{facts.default}{unit}"
    lines = [in_words(facts.help), default.format(name=facts.name, value=value)]
    if facts.range_text():
        lines.append(shown_words(facts.range_text()))
    return "\n".join(lines)
