"""What is drawn on the images: changes that can be undone, what is selected, what is hidden."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.state.history import History
from desktop.state.workspace import Item, Workspace
from engine.measure.sheet import Sheet

CALIBRATE = "calibrate"  # the tool that draws a known length


class MarksState(QObject):
    """The marks of all open images. They stand in `Item.marks` of the listed item.

    Args:
        workspace: the open items.
        history: takes every change.
    """

    sheet_changed = Signal(object)  # Item whose marks are others now
    selection_changed = Signal(str)  # id of the selected mark; empty: none
    visibility_changed = Signal(bool)

    def __init__(
        self, workspace: Workspace, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._history = history
        self._selected = ""
        self._is_visible = True
        workspace.current_changed.connect(self._deselect)
        workspace.item_changed.connect(self._notice)

    @property
    def selected(self) -> str:
        """Id of the selected mark; empty: none."""
        return self._selected

    @property
    def is_visible(self) -> bool:
        """Whether marks are shown on the images."""
        return self._is_visible

    def sheet(self, item: Item | None) -> Sheet | None:
        """What is drawn on an image; None while that is not known yet."""
        return None if item is None else item.listed.marks

    def change(self, item: Item, sheet: Sheet, text: str) -> None:
        """Draws something else on an image; can be undone.

        Args:
            item: its marks are known.
            sheet: what is on it from now on.
            text: what was done, for people.
        """
        before = item.listed.marks
        if before is None:
            raise RuntimeError("the marks of this image are not known yet")
        if sheet == before:
            return
        self._put(item.listed, sheet)
        undo, redo = partial(self._put, item.listed, before), partial(self._put, item.listed, sheet)
        self._history.did(item, text, undo, redo)

    def select(self, mark_id: str) -> None:
        """Selects a mark of the current image; empty: none."""
        if mark_id != self._selected:
            self._selected = mark_id
            self.selection_changed.emit(mark_id)

    def show(self, is_visible: bool) -> None:
        """Shows or hides all marks."""
        if is_visible != self._is_visible:
            self._is_visible = is_visible
            self.visibility_changed.emit(is_visible)

    def _put(self, item: Item, sheet: Sheet) -> None:
        if item.marks is not None:  # else the file is another one now
            self._workspace.update(item, marks=sheet)

    def _notice(self, item: Item, changed: frozenset) -> None:
        if "marks" not in changed:
            return
        if item.marks is None:
            self._history.forget_all(item)
        if item.marks is None or item.marks.mark(self._selected) is None:
            current = self._workspace.current
            if current is not None and current.listed is item:
                self.select("")
        self.sheet_changed.emit(item)

    def _deselect(self, _item: Item | None) -> None:
        self.select("")
