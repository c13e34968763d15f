"""Several classes at once: which ones are explained, and going from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.findings import finding_text
from desktop.views.widgets.plain_label import ElidedLabel, plain_tooltip

_MOST_ROWS = 7
_ROW_PX = 22
_NAME = Qt.ItemDataRole.UserRole  # as the model calls it


class ClassList(QWidget):
    """A list of classes to tick, folded away until it is wanted."""

    changed = Signal(object)  # frozenset of the names that are ticked
    step_asked = Signal(int)  # 1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._toggle = QToolButton()
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setToolTip(self.tr("Explain further classes too, then go through the maps"))
        self._toggle.toggled.connect(self._fold)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Classes to explain"))
        self._list.itemChanged.connect(self._tell)
        self._all = QPushButton(self.tr("All"))
        self._none = QPushButton(self.tr("None"))
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._all, self._none):
            row.addWidget(button)
        self._place = ElidedLabel("", "small")
        self._back, self._on = QToolButton(), QToolButton()
        self._back.setArrowType(Qt.ArrowType.LeftArrow)
        self._on.setArrowType(Qt.ArrowType.RightArrow)
        self._back.setToolTip(self.tr("Map of the class before"))
        self._on.setToolTip(self.tr("Map of the next class"))
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        for part in (self._toggle, self._place, self._back, self._on):
            top.addWidget(part, 1 if part is self._place else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._list)
        column.addWidget(self._buttons)
        self._fold(False)

    def list_classes(self, names: Sequence[str]) -> None:
        """The classes of another model."""
        self._names = tuple(names)
        self._list.blockSignals(True)
        self._list.clear()
        for name in names:
            shown = finding_text(name)
            entry = QListWidgetItem(shown)
            entry.setData(_NAME, name)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsSelectable)
            entry.setCheckState(Qt.CheckState.Unchecked)
            entry.setToolTip(plain_tooltip(shown))
            entry.setSizeHint(QSize(0, _ROW_PX))
            self._list.addItem(entry)
        self._list.blockSignals(False)
        rows = min(_MOST_ROWS, max(1, len(names)))
        self._list.setFixedHeight(rows * _ROW_PX + 2 * self._list.frameWidth())
        self.setVisible(len(names) > 1)

    def show_chosen(self, also: frozenset[str], current: str | None, ready: int) -> None:
        """What is chosen, and which of it is on screen.

        Args:
            also: names that are explained.
            current: the class that the map on screen is asked for; None while there is none.
            ready: how many of the chosen classes have their maps.
        """
        ticked = also | ({current} if also and current else set())
        self._list.blockSignals(True)
        for row in range(self._list.count()):
            entry = self._list.item(row)
            is_on = entry.data(_NAME) in ticked
            entry.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        chosen = [name for name in self._names if name in ticked]
        text = self.tr("Several classes ({count})") if chosen else self.tr("Several classes")
        self._toggle.setText(text.format(count=len(chosen)))
        words = ""
        if current in chosen:
            is_done = ready >= len(chosen)
            text = self.tr("{place} of {count}") if is_done else self.tr("{ready} of {count} ready")
            place = chosen.index(current) + 1
            words = text.format(place=place, count=len(chosen), ready=ready)
        self._place.setText(words)

    def _fold(self, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self._toggle.setArrowType(arrow)
        self._list.setVisible(is_open)
        self._buttons.setVisible(is_open)

    def _tell(self) -> None:
        entries = [self._list.item(row) for row in range(self._list.count())]
        ticked = [e.data(_NAME) for e in entries if e.checkState() is Qt.CheckState.Checked]
        self.changed.emit(frozenset(ticked))

    def _tick_all(self) -> None:
        self.changed.emit(frozenset(self._names))

    def _tick_none(self) -> None:
        self.changed.emit(frozenset())

    def _step_back(self) -> None:
        self.step_asked.emit(-1)

    def _step_on(self) -> None:
        self.step_asked.emit(1)
