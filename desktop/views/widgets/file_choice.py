"""A combo box of named values that also takes files of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.language import in_words, translate
from desktop.views.widgets.chooser import Chooser
from engine.errors import display_name, display_path

if TYPE_CHECKING:
    from engine.options import OptionFacts

# Asks for a path; None when refused.
Ask = Callable[[], Path | None]


class FileChoice(Chooser):
    """The choices, the file in use, and entries that ask for another one.

    Args:
        facts: of the option.
        value: one of its choices, or a path.
        asks: entries that ask for a path, by their text.
    """

    picked = Signal()  # the value changed

    def __init__(
        self,
        facts: OptionFacts,
        value: str,
        asks: dict[str, Ask],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asks = asks
        for choice in facts.choices:
            self.addItem(in_words(choice), choice)
        self._own_place = self.count()
        self.insertSeparator(self.count())
        for text in asks:
            self.addItem(text)
        if value in facts.choices:
            self.setCurrentIndex(facts.choices.index(value))
        else:
            self._take(Path(value))
        self._place = self.currentIndex()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._pick)

    def value(self) -> str:
        """One of the choices, or a path."""
        return str(self.itemData(self._place))

    def _pick(self, place: int) -> None:
        ask = self._asks.get(self.itemText(place)) if self.itemData(place) is None else None
        if ask is not None:
            path = ask()
            if path is None:
                self.setCurrentIndex(self._place)
                return
            self._take(path)
        self._place = self.currentIndex()
        self.picked.emit()

    def _take(self, path: Path) -> None:
        """Puts the file in use behind the choices, in place of the one before."""
        name = translate("Wording", "own: {name}").format(name=display_name(path))
        if self.itemData(self._own_place) is None:
            self.insertItem(self._own_place, name, str(path))
        else:
            self.setItemText(self._own_place, name)
            self.setItemData(self._own_place, str(path))
        self.setItemData(self._own_place, display_path(path), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self._own_place)
