"""Which images stand side by side, and which of them commands and panels talk to.

The item of the focused pane *is* `Workspace.current`: choosing another item changes that pane,
focusing another pane changes the current item. What the other panes show is
`Workspace.on_screen` together with it.
"""

from PySide6.QtCore import QObject, Signal

from desktop.state.workspace import Item, Workspace

# Name -> (rows, columns); the first is how a session starts.
LAYOUTS: dict[str, tuple[int, int]] = {"1": (1, 1), "1x2": (1, 2), "2x2": (2, 2)}
MOST_PANES = 4


class PanesState(QObject):
    """The panes by number, from 0 in reading order.

    Args:
        workspace: the open items.
    """

    layout_changed = Signal(str)  # a key of `LAYOUTS`
    focus_changed = Signal(int)  # number of the focused pane
    pane_changed = Signal(int)  # number of a pane that shows another item now

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._layout = next(iter(LAYOUTS))
        self._items: list[Item | None] = [None] * MOST_PANES
        self._focused = 0
        workspace.current_changed.connect(self._follow)
        workspace.item_removed.connect(self._forget)
        workspace.companion_removed.connect(self._replace_companion)

    @property
    def layout(self) -> str:
        """A key of `LAYOUTS`."""
        return self._layout

    @property
    def focused(self) -> int:
        """Number of the pane that commands and panels talk to."""
        return self._focused

    @property
    def visible(self) -> tuple[int, ...]:
        """Numbers of the panes on screen; a single one is the focused one."""
        rows, columns = LAYOUTS[self._layout]
        return (self._focused,) if rows * columns == 1 else tuple(range(rows * columns))

    def item(self, number: int) -> Item | None:
        """What a pane shows."""
        return self._items[number]

    def focus(self, number: int) -> None:
        """Makes another visible pane the one that commands talk to."""
        if number == self._focused or number not in self.visible:
            return
        self._focused = number
        self._tell_workspace()
        self.focus_changed.emit(number)

    def put(self, number: int, item: Item | None) -> None:
        """Shows an item in a pane. In the focused one it becomes the current item."""
        if number == self._focused:
            self._workspace.select(item)
        else:
            self._set(number, item)

    def arrange(self, layout: str) -> None:
        """Another layout. The focused image stays; images without a pane are no longer shown."""
        if layout == self._layout:
            return
        self._layout = layout
        rows, columns = LAYOUTS[layout]
        moved = self._focused if rows * columns == 1 else min(self._focused, rows * columns - 1)
        before = list(self._items)
        self._items[moved] = self._items[self._focused]
        self._focused = moved
        self._items = [i if n in self.visible else None for n, i in enumerate(self._items)]
        self._tell_workspace()
        self._drop_unseen(before)
        self.layout_changed.emit(layout)
        for number in range(MOST_PANES):
            self.pane_changed.emit(number)
        self.focus_changed.emit(moved)

    def _set(self, number: int, item: Item | None) -> None:
        if item is not self._items[number]:
            before = list(self._items)
            self._items[number] = item
            self._tell_workspace()
            self.pane_changed.emit(number)
            self._drop_unseen(before)

    def _follow(self, item: Item | None) -> None:
        self._set(self._focused, item)

    def _forget(self, item: Item) -> None:
        for number, shown in enumerate(self._items):
            if shown is item:
                self._set(number, None)

    def _replace_companion(self, companion: Item) -> None:
        """Where it stood comes the image that it was made from, unless that is gone as well."""
        for number, shown in enumerate(self._items):
            if shown is companion:
                self._set(number, companion.twin_of)

    def _drop_unseen(self, before: list[Item | None]) -> None:
        """A companion lives as long as it can be seen."""
        for item in before:
            is_companion = item is not None and item in self._workspace.companions
            if is_companion and item not in self._items:
                self._workspace.remove(item)

    def _tell_workspace(self) -> None:
        beside = (self._items[number] for number in self.visible if number != self._focused)
        self._workspace.turn_to(
            self._items[self._focused], tuple(item for item in beside if item is not None)
        )
