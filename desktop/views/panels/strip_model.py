"""The open files as a Qt list model: in the workspace's order, with where each study begins.

Views ask for the number of rows several times per row that they lay out. A model that answers in
Python would hold the window up for thousands of turns of the interpreter, each of which waits for
the workers; so the rows are counted by Qt's own list, whose strings stay empty.
"""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from desktop.language import shown_words
from desktop.state.grouping import Group
from desktop.state.workspace import Item, Workspace
from desktop.views.panels.strip_words import group_texts, shown_name, status_text
from desktop.views.widgets.plain_label import plain_tooltip
from engine.errors import display_path

ItemRole = Qt.ItemDataRole.UserRole
GroupRole = Qt.ItemDataRole.UserRole + 1  # `Group` in the first row of a study, else None
Index = QModelIndex | QPersistentModelIndex
_SHOWN = {"status", "thumbnail", "reading", "record", "is_hidden", "facts", "error"}


class StripModel(QStringListModel):
    """The workspace as a Qt list model."""

    heads_changed = Signal()  # studies begin in other rows now

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._items: list[Item] = []
        self._rows: dict[Item, int] = {}
        self._heads: list[Group | None] = []
        self._next: list[Item] = []  # once the rows are in or out
        # Connected before any view is: when those are told, the items are in their rows.
        self.rowsInserted.connect(self._take_next)
        self.rowsRemoved.connect(self._take_next)
        self._insert(list(workspace.items))
        workspace.items_added.connect(self._insert)
        workspace.items_reordered.connect(self._reorder)
        workspace.groups_changed.connect(self._regroup)
        workspace.item_removed.connect(self._remove)
        workspace.item_changed.connect(self._tell)

    def row_of(self, item: Item | None) -> int:
        """Row of an item, -1 when it is not listed."""
        return -1 if item is None else self._rows.get(item, -1)

    def item_at(self, row: int) -> Item:
        """The item in a row."""
        return self._items[row]

    def head_at(self, row: int) -> Group | None:
        """The group that begins in a row; None in others, and for a single nameless folder."""
        head = self._heads[row]
        is_single = head is not None and row == 0 and not head.has_patient
        return None if is_single and not any(self._heads[1:]) else head

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen; nothing can be written into them."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, tooltip, accessible text, the item itself, or the group that begins with it."""
        item = self._items[index.row()]
        if role == ItemRole:
            return item
        if role == GroupRole:
            return self.head_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(item, is_masked=self._workspace.privacy.is_on)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._told(item))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item, self.head_at(index.row()))
        return None

    def _spoken(self, item: Item, head: Group | None) -> str:
        is_masked = self._workspace.privacy.is_on
        parts = [shown_name(item, is_masked=is_masked), status_text(item)]
        if head is not None:
            parts[:0] = [text for text in group_texts(head, is_masked=is_masked) if text]
        return ", ".join(parts)

    def _insert(self, added: list[Item]) -> None:
        """Inserts run by run, so that views keep what they know of the other rows."""
        target, count = self._workspace.items, len(self._items)
        if target[:count] == tuple(self._items):
            self._append(list(target[count:]))
        else:
            self._insert_among(set(added), list(target))
        self.heads_changed.emit()

    def _append(self, added: list[Item]) -> None:
        count = len(self._items)
        self._heads += self._heads_of(added, self._items[-1] if self._items else None)
        self._items += added
        self._rows.update((item, count + place) for place, item in enumerate(added))
        self._next = self._items
        self.insertRows(count, len(added))

    def _insert_among(self, fresh: set[Item], target: list[Item]) -> None:
        place = 0
        while place < len(target):
            if target[place] not in fresh:
                place += 1
                continue
            end = place
            while end < len(target) and target[end] in fresh:
                end += 1
            self._next = [*self._items[:place], *target[place:end], *self._items[place:]]
            self.insertRows(place, end - place)
            place = end

    def _reorder(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        items = [self._items[index.row()] for index in before]
        self._take(list(self._workspace.items))
        after = [self.index(self._rows[item]) for item in items]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _regroup(self) -> None:
        """Studies begin elsewhere, or have other names; the rows stay where they are."""
        before, self._heads = self._heads, self._heads_of(self._items, None)
        if self._heads != before:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))
            self.heads_changed.emit()

    def _remove(self, item: Item) -> None:
        row = self._rows[item]
        self._next = self._items[:row] + self._items[row + 1 :]
        self.removeRows(row, 1)
        self.heads_changed.emit()

    def _tell(self, item: Item, changed: frozenset) -> None:
        if changed & _SHOWN:
            index = self.index(self.row_of(item))
            self.dataChanged.emit(index, index)

    def _take_next(self) -> None:
        if self._next is not self._items:
            self._take(self._next)

    def _take(self, items: list[Item]) -> None:
        self._items = items
        self._rows = {item: row for row, item in enumerate(items)}
        self._heads = self._heads_of(items, None)

    def _heads_of(self, items: list[Item], above: Item | None) -> list[Group | None]:
        """The groups that begin with these items; `above` stands before them."""
        group_of = self._workspace.group
        before = None if above is None else group_of(above)
        heads: list[Group | None] = []
        for item in items:
            group = group_of(item)
            is_same = (
                before is not None
                and group.study == before.study
                and group.patient == before.patient
            )
            heads.append(None if is_same else group)
            before = group
        return heads

    def _told(self, item: Item) -> str:
        path = "" if self._workspace.privacy.is_on else display_path(item.shown_path)
        return path if item.error is None else f"{path}\n{shown_words(item.error.message)}".strip()
