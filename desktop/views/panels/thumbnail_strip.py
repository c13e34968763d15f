"""The strip of open files by patient and study: pictures, how far each has come, which is shown."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.state.workspace import Item, Workspace
from desktop.views.panels.strip_model import StripModel
from desktop.views.panels.strip_rows import StripDelegate
from desktop.views.panels.strip_words import shown_name

__all__ = ["ThumbnailStrip", "shown_name"]

_SETTLE_MS = 60


class ThumbnailStrip(QListView):
    """The list of open files; arrow keys and clicks choose.

    Args:
        workspace: the open items.
    """

    visible_items_changed = Signal(tuple)  # tuple[Item, ...]: whose rows can be seen, from the top

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = StripModel(workspace, self)
        self._rows = StripDelegate(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell_visible)
        self._is_following = False
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Open images"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)  # laid out at once, also with thousands
        self.setMouseTracking(True)
        self.setMinimumWidth(112)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(self._look_again)
        self._model.heads_changed.connect(self._look_again)
        self._model.layoutChanged.connect(self._look_again)
        workspace.current_changed.connect(self._follow)
        workspace.privacy.changed.connect(self.set_masked)
        self.set_masked(workspace.privacy.is_on)
        self._follow(workspace.current)

    def visible_items(self) -> tuple[Item, ...]:
        """The items whose rows can be seen, from the top."""
        area = self.viewport().rect()
        top, bottom = (self.indexAt(QPoint(8, y)) for y in (area.top() + 1, area.bottom() - 1))
        if not top.isValid():
            return ()
        last = bottom.row() if bottom.isValid() else self._model.rowCount() - 1
        return tuple(self._model.item_at(row) for row in range(top.row(), last + 1))

    def set_masked(self, is_masked: bool) -> None:
        """Hides names and dates of patients."""
        self._rows.is_masked = is_masked
        self.viewport().update()

    def dataChanged(self, top: QModelIndex, bottom: QModelIndex, _roles: object = ()) -> None:  # noqa: N802
        """Repaints a row; its size never depends on what changed, so nothing is laid out anew."""
        place: QRect = self.visualRect(top).united(self.visualRect(bottom))
        self.viewport().update(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows can be seen."""
        super().resizeEvent(event)
        self._settle.start()

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._is_following:
            self._workspace.select(self._model.item_at(current.row()))

    def _follow(self, item: Item | None) -> None:
        row = self._model.row_of(item)
        self._is_following = True
        if row < 0:
            self.selectionModel().clear()
        else:
            index = self._model.index(row)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        self._is_following = False

    def _look_again(self, _what: object = None) -> None:
        """Other rows may be in sight; told once that has settled."""
        self._settle.start()

    def _tell_visible(self) -> None:
        self.visible_items_changed.emit(self.visible_items())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves letters to the window's shortcuts instead of searching by name."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
