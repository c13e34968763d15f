"""The steps of a retraining at the window's left side, each with what has become of it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.language import translate
from desktop.views import theme

_WIDTH_PX = 196
_ROW_PX = 34


class StepState(Enum):
    """What has become of a step."""

    AHEAD = "ahead"  # cannot be gone to yet
    OPEN = "open"
    DONE = "done"
    WARNED = "warned"
    BLOCKED = "blocked"
    BUSY = "busy"


_SIGNS = {
    StepState.AHEAD: "",
    StepState.OPEN: "",
    StepState.DONE: "\u2713",
    StepState.WARNED: "!",
    StepState.BLOCKED: "\u2715",
    StepState.BUSY: "\u2026",
}
_INKS = {
    StepState.DONE: "GOOD",
    StepState.WARNED: "ABOVE",
    StepState.BLOCKED: "STOP",
    StepState.BUSY: "ACCENT",
}


@dataclass(frozen=True)
class Step:
    """A line of the list.

    Attributes:
        key: tells it apart.
        text: its name.
        number: shown before it; 0: none.
    """

    key: str
    text: str
    number: int = 0


class StepList(QListWidget):
    """Steps in their order; those that can be gone to are chosen with mouse or arrow keys.

    Args:
        steps: all of them.
    """

    asked = Signal(str)  # key of a step that a person wants to see

    def __init__(self, steps: tuple[Step, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._states: dict[str, StepState] = {}
        self.setAccessibleName(self.tr("Steps"))
        theme.dress(
            self,
            "QListView { background: $GROUND; padding: 8px 6px; }"
            "QListView::item { padding: 0 8px; border-radius: 5px; }"
            "QListView::item:selected { background: $RAISED; color: $TEXT;"
            " border: 1px solid $ACCENT; }",
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for step in steps:
            row = QListWidgetItem()
            row.setData(Qt.ItemDataRole.UserRole, step.key)
            self.addItem(row)
        self.dress_again()
        for step in steps:
            self.show_state(step.key, StepState.AHEAD)
        self.currentRowChanged.connect(self._ask)

    def show_state(self, key: str, state: StepState) -> None:
        """Another sign, and whether the step can be gone to."""
        place = self._place(key)
        step, row = self._steps[place], self.item(place)
        self._states[key] = state
        name = f"{step.number}  {step.text}" if step.number else step.text
        sign = _SIGNS[state]
        row.setText(f"{name}  {sign}" if sign else name)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row.setFlags(Qt.ItemFlag.NoItemFlags if state is StepState.AHEAD else flags)
        ink = _INKS.get(state)
        faint = theme.FAINT if state is StepState.AHEAD else theme.TEXT
        row.setForeground(QColor(faint if ink is None else getattr(theme, ink)))
        row.setToolTip(_state_words(state))
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{step.text}, {_state_words(state)}")

    def state_of(self, key: str) -> StepState:
        """What was shown last."""
        return self._states[key]

    def choose(self, key: str) -> None:
        """Marks the step on screen."""
        with QSignalBlocker(self):
            self.setCurrentRow(self._place(key))

    def dress_again(self) -> None:
        """Room and colours as theme and text size want them."""
        self.setFixedWidth(round(_WIDTH_PX * max(1.0, theme.text_scale())))
        height = max(_ROW_PX, self.fontMetrics().height() + 14)
        for place in range(self.count()):
            self.item(place).setSizeHint(QSize(0, height))
        for key, state in self._states.items():
            self.show_state(key, state)

    def _place(self, key: str) -> int:
        return next(place for place, step in enumerate(self._steps) if step.key == key)

    def _ask(self, row: int) -> None:
        if row >= 0:
            self.asked.emit(self._steps[row].key)


def _state_words(state: StepState) -> str:
    words = {
        StepState.AHEAD: translate("Retraining", "comes later"),
        StepState.OPEN: translate("Retraining", "to be filled in"),
        StepState.DONE: translate("Retraining", "done"),
        StepState.WARNED: translate("Retraining", "done, with warnings"),
        StepState.BLOCKED: translate("Retraining", "must be mended"),
        StepState.BUSY: translate("Retraining", "under way"),
    }
    return words[state]
