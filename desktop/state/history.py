"""Undo and redo, per image: going back on one image never changes another one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from desktop.state.workspace import Item, Workspace

MOST_STEPS = 200  # per image


class History(QObject):
    """What was done to each open image, in order.

    Args:
        workspace: the open items; the current one's history is gone back in.
    """

    changed = Signal()  # what could be undone or redone

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._group = QUndoGroup(self)
        self._stacks: dict[int, QUndoStack] = {}
        self._group.indexChanged.connect(self._tell)
        workspace.current_changed.connect(self._turn_to)
        workspace.item_removed.connect(self._forget)

    @property
    def undo_text(self) -> str:
        """What `undo` would take back; empty: nothing."""
        return self._group.undoText()

    @property
    def redo_text(self) -> str:
        """What `redo` would do again; empty: nothing."""
        return self._group.redoText()

    def did(
        self, item: Item, text: str, undo: Callable[[], None], redo: Callable[[], None]
    ) -> None:
        """Files something that has been done already.

        Args:
            item: the image it was done to.
            text: what was done, for people, never empty.
            undo: takes it back.
            redo: does it again.
        """
        self._stack(item).push(_Done(text, undo, redo))

    def forget_all(self, item: Item) -> None:
        """Makes what was done to an image final."""
        self._stack(item).clear()

    def undo(self) -> str:
        """Takes the last thing back and tells what it was; empty: there was none."""
        text = self.undo_text
        self._group.undo()
        return text

    def redo(self) -> str:
        """Does the last thing that was taken back again; empty: there was none."""
        text = self.redo_text
        self._group.redo()
        return text

    def _stack(self, item: Item) -> QUndoStack:
        item = item.listed
        if item.id not in self._stacks:
            stack = QUndoStack(self._group)
            stack.setUndoLimit(MOST_STEPS)
            self._stacks[item.id] = stack
            self._turn_to(self._workspace.current)
        return self._stacks[item.id]

    def _turn_to(self, item: Item | None) -> None:
        stack = None if item is None else self._stacks.get(item.listed.id)
        self._group.setActiveStack(stack)
        self.changed.emit()

    def _forget(self, item: Item) -> None:
        stack = self._stacks.pop(item.id, None)
        if stack is not None:
            self._group.removeStack(stack)
            stack.deleteLater()

    def _tell(self, _index: int) -> None:
        self.changed.emit()


class _Done(QUndoCommand):
    """Something done before it was pushed."""

    def __init__(self, text: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().__init__(text)
        self._undo, self._redo = undo, redo
        self._is_done = True

    def undo(self) -> None:
        """See `QUndoCommand`."""
        self._is_done = False
        self._undo()

    def redo(self) -> None:
        """See `QUndoCommand`; pushing it calls this once."""
        if not self._is_done:
            self._redo()
            self._is_done = True
