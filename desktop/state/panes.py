"""Which images stand side by side, and which of them commands and panels talk to.

The item of the focused pane *is* `Workspace.current`: choosing another item changes that pane,
focusing another pane changes the current item. What the other panes show is
`Workspace.on_screen` together with it.

Panes that were filled by `desktop.state.hanging` follow the first one: when it turns to another
image, what hung beside the old one is taken away, so that no patient is left beside another.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.state.hanging import hang, prior_of, successor_of
from desktop.state.workspace import Item, Workspace

# Name -> (rows, columns); the first is how a session starts.
LAYOUTS: dict[str, tuple[int, int]] = {"1": (1, 1), "1x2": (1, 2), "2x2": (2, 2)}
MOST_PANES = 4
LINKS = ("place", "window")
_SETTLE_MS = 150


class PanesState(QObject):
    """The panes by number, from 0 in reading order.

    Args:
        workspace: the open items.
    """

    layout_changed = Signal(str)  # a key of `LAYOUTS`
    focus_changed = Signal(int)  # number of the focused pane
    pane_changed = Signal(int)  # number of a pane that shows another item now
    maximised = Signal(bool)  # whether the focused pane covers the others
    links_changed = Signal(frozenset)  # of `LINKS`

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._layout = next(iter(LAYOUTS))
        self._items: list[Item | None] = [None] * MOST_PANES
        self._focused = 0
        self._is_hung = False
        self._is_maximised = False
        self._links = frozenset({"place"})
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._fill)
        workspace.item_changed.connect(self._learn)
        workspace.items_added.connect(self._settle.start)
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
        count = _count(self._layout)
        is_single = count == 1 or self._is_maximised
        return (self._focused,) if is_single else tuple(range(count))

    @property
    def is_maximised(self) -> bool:
        """Whether the focused one of several panes covers the others."""
        return self._is_maximised

    @property
    def links(self) -> frozenset[str]:
        """What the panes share: of `LINKS`, ``place`` (zoom, position) and ``window``."""
        return self._links

    def set_link(self, name: str, is_on: bool) -> None:
        """Shares something among the panes, or no longer."""
        links = self._links | {name} if is_on else self._links - {name}
        if links != self._links:
            self._links = links
            self.links_changed.emit(links)

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
        self._is_hung = False
        if number == self._focused:
            self._workspace.select(item)
        else:
            self._set(number, item)

    def step(self, by: int) -> None:
        """Focuses the next pane, or the one before."""
        visible = self.visible
        self.focus(visible[(visible.index(self._focused) + by) % len(visible)])

    def maximise(self, is_maximised: bool) -> None:
        """Lets the focused one of several panes cover the others, or shows them again."""
        is_maximised = is_maximised and _count(self._layout) > 1
        if is_maximised != self._is_maximised:
            self._is_maximised = is_maximised
            self._tell_workspace()
            self.maximised.emit(is_maximised)

    def hang(self, layout: str) -> None:
        """A layout with what belongs beside the current image: its prior, its other view.

        Images that a person put beside each other stay where a larger layout has room for them.
        """
        item = self._workspace.current
        is_placed = not self._is_hung and sum(known is not None for known in self._items) > 1
        has_room = _count(layout) > _count(self._layout)
        if item is None or layout == "1" or (is_placed and has_room):
            self.arrange(layout)
            return
        self._place(layout, hang(item.listed, self._workspace.items, layout), item)
        self._is_hung = True

    def compare(self) -> bool:
        """The current image left and its prior right. False, and no change, without a prior.

        Where only a later image is known, that one is the left one.
        """
        item = self._workspace.current
        if item is None:
            return False
        items = self._workspace.items
        prior, successor = prior_of(item.listed, items), successor_of(item.listed, items)
        if prior is None and successor is None:
            return False
        pair = (item.listed, prior) if prior is not None else (successor, item.listed)
        self._place("1x2", pair, item)
        self._is_hung = True
        return True

    def show_twice(self) -> Item | None:
        """The current image once more in the next pane, which is focused. Gives the companion."""
        item = self._workspace.current
        if item is None:
            return None
        if _count(self._layout) == 1:
            self.arrange("1x2")
        self.maximise(False)
        companion = self._workspace.add_companion(item)
        free = [n for n in self.visible if self._items[n] is None and n != self._focused]
        others = [n for n in self.visible if n != self._focused]
        number = (free or others)[0]
        self.put(number, companion)
        self.focus(number)
        return companion

    def arrange(self, layout: str) -> None:
        """Another layout. The focused image stays; images without a pane are no longer shown."""
        self._is_hung = False
        self.maximise(False)
        if layout == self._layout:
            return
        self._layout = layout
        count = _count(layout)
        moved = self._focused if count == 1 else min(self._focused, count - 1)
        before = list(self._items)
        self._items[moved] = self._items[self._focused]
        self._focused = moved
        self._items = [i if n in self.visible else None for n, i in enumerate(self._items)]
        self._show_all(before)

    def _place(self, layout: str, items: tuple[Item | None, ...], focused: Item) -> None:
        """Another layout with these items, the pane of one of them focused."""
        before = list(self._items)
        self._is_maximised = False
        self._layout = layout
        self._items = [*items, *[None] * (MOST_PANES - len(items))]
        self._focused = items.index(focused.listed)
        self._show_all(before)

    def _show_all(self, before: list[Item | None]) -> None:
        self._tell_workspace()
        self._drop_unseen(before)
        self.layout_changed.emit(self._layout)
        for number in range(MOST_PANES):
            self.pane_changed.emit(number)
        self.focus_changed.emit(self._focused)

    def _set(self, number: int, item: Item | None) -> None:
        if item is not self._items[number]:
            before = list(self._items)
            self._items[number] = item
            self._tell_workspace()
            self.pane_changed.emit(number)
            self._drop_unseen(before)

    def _follow(self, item: Item | None) -> None:
        """The current item is another one: its pane shows it, and what hung beside it follows."""
        if item is self._items[self._focused]:
            return
        is_leading = self._is_hung and self._focused == 0
        if self._is_maximised or (is_leading and item is None):
            self._clear_others()
        self._is_hung = is_leading
        if is_leading and item is not None:
            self.hang(self._layout)
        else:
            self._set(self._focused, item)

    def _clear_others(self) -> None:
        """What a maximised pane covers belonged to the image that stood there before."""
        for number in range(MOST_PANES):
            if number != self._focused:
                self._set(number, None)

    def _learn(self, item: Item, changed: frozenset) -> None:
        if self._is_hung and "facts" in changed:
            self._settle.start()

    def _fill(self) -> None:
        """Files that came, or told who they are, take the empty panes that were kept for them."""
        lead = self._items[0]
        if not self._is_hung or lead is None or self._is_maximised:
            return
        wanted = hang(lead.listed, self._workspace.items, self._layout)
        if wanted[0] is not lead.listed:
            return  # the lead is what the other one hangs before; nothing moves by itself
        for number, item in enumerate(wanted):
            if self._items[number] is None and item is not None and number != self._focused:
                self._set(number, item)

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
        beside = (item for number, item in enumerate(self._items) if number != self._focused)
        self._workspace.turn_to(
            self._items[self._focused], tuple(item for item in beside if item is not None)
        )


def _count(layout: str) -> int:
    rows, columns = LAYOUTS[layout]
    return rows * columns
