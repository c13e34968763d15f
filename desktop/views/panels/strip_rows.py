"""How a row of the strip looks: picture, whose study begins here, name, status.

All rows are of one height, so that lists of thousands are laid out at once; who and when stands on
the first picture of a study.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.state.grouping import Group
from desktop.state.workspace import Item, Status
from desktop.views import theme
from desktop.views.panels.strip_model import GroupRole, ItemRole
from desktop.views.panels.strip_words import group_texts, row_name, status_colour, status_text

Index = QModelIndex | QPersistentModelIndex
_PICTURE_PX = 104
_ROW_PX = _PICTURE_PX + 14
_SHADE = QColor(0, 0, 0, 175)


class StripDelegate(QStyledItemDelegate):
    """Paints a row: title of the study where one begins, picture, name cut in its middle, status.

    Attributes:
        is_masked: whether names and dates of patients are hidden.
    """

    is_masked = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        item: Item = index.data(ItemRole)
        head: Group | None = index.data(GroupRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = option.rect.adjusted(6, 4, -6, -4)
        if head is not None and index.row() > 0:
            painter.setPen(QPen(QColor(theme.EDGE), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        _draw_ground(painter, option, frame)
        picture = QRect(frame.left() + 6, frame.top() + 6, frame.width() - 12, _PICTURE_PX - 8)
        _draw_picture(painter, item, picture)
        if head is not None:
            self._draw_head(painter, option, head, picture)
        self._draw_texts(painter, option, item, picture)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(100, _ROW_PX + 2 * QFontMetrics(option.font).height())

    def _draw_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, item: Item, picture: QRect
    ) -> None:
        metrics = QFontMetrics(option.font)
        line = QRect(picture.left(), picture.bottom() + 4, picture.width(), metrics.height())
        painter.setPen(QColor(theme.TEXT))
        text = row_name(item, is_masked=self.is_masked)
        name = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        line.translate(0, metrics.height() + 1)
        painter.setPen(QColor(status_colour(item)))
        status = metrics.elidedText(status_text(item), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, status)

    def _draw_head(
        self, painter: QPainter, option: QStyleOptionViewItem, head: Group, picture: QRect
    ) -> None:
        name, date = group_texts(head, is_masked=self.is_masked)
        lines = [
            (text, font) for text, font in ((name, _bold(option.font)), (date, option.font)) if text
        ]
        height = QFontMetrics(option.font).height()
        band = QRect(picture.topLeft(), QSize(picture.width(), height * len(lines) + 4))
        painter.fillRect(band, _SHADE)
        painter.setPen(QColor(theme.DARK.text))  # on black in both themes
        line = QRect(band.left() + 4, band.top() + 2, band.width() - 8, height)
        for text, font in lines:
            painter.setFont(font)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, shown)
            line.translate(0, height)
        painter.setFont(option.font)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if is_chosen or is_hovered:
        painter.setBrush(QColor(theme.RAISED))
        painter.setPen(QPen(QColor(theme.ACCENT if is_chosen else theme.LINE), 1.5))
        painter.drawRoundedRect(frame, 6, 6)


def _draw_picture(painter: QPainter, item: Item, place: QRect) -> None:
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
