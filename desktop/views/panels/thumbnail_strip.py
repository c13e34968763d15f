"""The strip of open files: small pictures, how far each has come, and which one is on screen."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.state.workspace import Item, Status, Workspace
from desktop.views import theme, wording
from desktop.views.widgets.plain_label import plain_tooltip
from engine.errors import display_name, display_path
from engine.images.text import clean_text

ItemRole = Qt.ItemDataRole.UserRole
_PICTURE_PX = 104
_ROW_PX = _PICTURE_PX + 40
Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """The workspace as a Qt list model."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._items: list[Item] = list(workspace.items)
        workspace.items_added.connect(self._append)
        workspace.item_removed.connect(self._remove)
        workspace.item_changed.connect(self._tell)

    def row_of(self, item: Item | None) -> int:
        """Row of an item, -1 when it is not listed."""
        return self._items.index(item) if item in self._items else -1

    def item_at(self, row: int) -> Item:
        """The item in a row."""
        return self._items[row]

    def _append(self, items: list[Item]) -> None:
        first = len(self._items)
        self.beginInsertRows(QModelIndex(), first, first + len(items) - 1)
        self._items.extend(items)
        self.endInsertRows()

    def _remove(self, item: Item) -> None:
        row = self.row_of(item)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()

    def _tell(self, item: Item, changed: frozenset) -> None:
        if changed & {"status", "thumbnail", "reading", "is_overridden"}:
            index = self.index(self.row_of(item))
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of open files."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, tooltip, accessible text, or the item itself."""
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(display_path(item.path))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown_name(item)}, {status_text(item)}"
        return item if role == ItemRole else None


class StripDelegate(QStyledItemDelegate):
    """Paints a row: picture, name cut in its middle, status."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        item: Item = index.data(ItemRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = option.rect.adjusted(6, 4, -6, -4)
        self._draw_ground(painter, option, frame)
        picture = QRect(frame.left() + 6, frame.top() + 6, frame.width() - 12, _PICTURE_PX - 8)
        self._draw_picture(painter, item, picture)
        self._draw_texts(painter, option, item, picture)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(100, _ROW_PX + QFontMetrics(option.font).height() - 14)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_hovered:
            painter.setBrush(QColor(theme.RAISED))
            painter.setPen(QPen(QColor(theme.ACCENT if is_chosen else theme.LINE), 1.5))
            painter.drawRoundedRect(frame, 6, 6)

    def _draw_picture(self, painter: QPainter, item: Item, place: QRect) -> None:
        painter.fillRect(place, QColor(theme.BLACK))
        if item.thumbnail is None:
            painter.setPen(QColor(theme.STOP if item.error is not None else theme.FAINT))
            mark = {Status.FAILED: "!", Status.LOADING: "..."}.get(item.status, "")
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
            return
        height, width = item.thumbnail.shape
        image = QImage(item.thumbnail.data, width, height, width, QImage.Format.Format_Grayscale8)
        size = QSize(width, height).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.drawImage(target, image)

    def _draw_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, item: Item, picture: QRect
    ) -> None:
        metrics = QFontMetrics(option.font)
        line = QRect(picture.left(), picture.bottom() + 4, picture.width(), metrics.height())
        painter.setPen(QColor(theme.TEXT))
        name = metrics.elidedText(shown_name(item), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        line.translate(0, metrics.height() + 1)
        painter.setPen(QColor(status_colour(item)))
        status = metrics.elidedText(status_text(item), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, status)


class ThumbnailStrip(QListView):
    """The list of open files; arrow keys and clicks choose.

    Args:
        workspace: the open items.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = StripModel(workspace, self)
        self.setModel(self._model)
        self.setItemDelegate(StripDelegate(self))
        self.setAccessibleName(self.tr("Open images"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setMinimumWidth(112)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._choose)
        workspace.current_changed.connect(self._follow)

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._workspace.select(self._model.item_at(current.row()))

    def _follow(self, item: Item | None) -> None:
        row = self._model.row_of(item)
        if row < 0:
            self.selectionModel().clear()
            return
        index = self._model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves letters to the window's shortcuts instead of searching by name."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


def shown_name(item: Item) -> str:
    """The title of a sample, else the file name."""
    return clean_text(item.title if item.title is not None else display_name(item.path))


def status_text(item: Item) -> str:
    """How far the item has come, in a few words; the highest score once there is one."""
    if item.status is Status.FAILED:
        return wording.tr("cannot be opened")
    if item.status is not Status.READY:
        return wording.tr("opening ...") if item.status is Status.LOADING else wording.tr("waiting")
    if item.reading is None:
        return wording.tr("not scored yet")
    if item.is_score_withheld:
        return wording.tr("not scored: refused")
    best = item.reading.prediction.best()
    return f"{wording.percent(best.probability)} % {best.target.name}"


def status_colour(item: Item) -> str:
    """The colour that goes with `status_text`."""
    if item.status is Status.FAILED or item.is_score_withheld:
        return theme.STOP
    has_finding = item.reading is not None and item.reading.prediction.best().is_above is True
    return theme.ABOVE if has_finding else theme.MUTED
