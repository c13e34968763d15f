"""The pointer's shape tells the tool in hand."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from desktop.state.tool import PAN, SCROLL, WINDOW, ZOOM

_SIDE_PX = 24
_SCALE = 2.0  # drawn twice as fine, for dense screens
_RIM = QColor(0, 0, 0)
_FACE = QColor(255, 255, 255)


def cursor_for(tool: str, *, is_moving: bool) -> QCursor:
    """The pointer over an image.

    Args:
        tool: in hand; tools that are drawn with have a cross.
        is_moving: the image is held by the pointer.
    """
    if is_moving:
        return QCursor(Qt.CursorShape.ClosedHandCursor)
    if tool == WINDOW:
        return _drawn(_half_disc)
    if tool == ZOOM:
        return _drawn(_glass)
    shapes = {PAN: Qt.CursorShape.OpenHandCursor, SCROLL: Qt.CursorShape.SizeVerCursor}
    return QCursor(shapes.get(tool, Qt.CursorShape.CrossCursor))


def _drawn(draw) -> QCursor:  # noqa: ANN001 - one of the functions below
    pixmap = QPixmap(round(_SIDE_PX * _SCALE), round(_SIDE_PX * _SCALE))
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return QCursor(pixmap, 3, 3)


def _arrow(painter: QPainter) -> None:
    """A small arrow head in the corner: the point that counts."""
    for colour, width in ((_RIM, 4.0), (_FACE, 1.8)):
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(3, 9), QPointF(3, 3), QPointF(9, 3)])
        painter.drawLine(QPointF(3, 3), QPointF(8, 8))


def _half_disc(painter: QPainter) -> None:
    _arrow(painter)
    disc = QRectF(10, 10, 11, 11)
    for colour, width in ((_RIM, 4.0), (_FACE, 1.6)):
        painter.setPen(QPen(colour, width))
        painter.setBrush(_RIM)
        painter.drawEllipse(disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_FACE)
    painter.drawPie(disc, 16 * 90, -16 * 180)


def _glass(painter: QPainter) -> None:
    _arrow(painter)
    for colour, width in ((_RIM, 4.2), (_FACE, 1.8)):
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(9, 9, 9, 9))
        painter.drawLine(QPointF(17, 17), QPointF(22, 22))
