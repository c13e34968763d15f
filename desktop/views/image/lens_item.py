"""The magnifier: a square around the pointer, enlarged, with the greys of the view.

It shows the radiograph alone, also where a heatmap covers it: to look at what lies under the map.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import device_pixels
from desktop.views.image.placement import Placement, around
from desktop.views.image.radiograph_item import RadiographItem

SIDE_PX = 260  # logical
_RIM = QColor(235, 235, 235)


class LensItem(QGraphicsItem):
    """Follows the pointer; costs one resampling of its own square per move.

    Args:
        image: the radiograph that it enlarges.
    """

    def __init__(self, image: RadiographItem) -> None:
        super().__init__()
        self._image = image
        self._placement: Placement | None = None
        self._at = QPointF()
        self._ratio = 1.0
        self.setVisible(False)

    def look_at(self, placement: Placement, at: QPointF, ratio: float, factor: float) -> None:
        """Moves to a view point.

        Args:
            placement: of the image in the view.
            at: view point.
            ratio: device pixels per view pixel.
            factor: how much more than the view it enlarges; image pixels are never reduced.
        """
        self.prepareGeometryChange()
        side = round(SIDE_PX * ratio)
        point = placement.image_point(at.x() * ratio, at.y() * ratio)
        scale = max(placement.scale * factor, 1.0)
        self._placement = around(placement, point, scale, (side, side))
        self._at, self._ratio = at, ratio
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: D102
        half = SIDE_PX / 2 + 2
        return QRectF(self._at.x() - half, self._at.y() - half, 2 * half, 2 * half)

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._placement is None:
            return
        side = self._placement.view_hw[0]
        left = round(self._at.x() * self._ratio) - side // 2
        top = round(self._at.y() * self._ratio) - side // 2
        image = self._image.picture(self._placement)
        with device_pixels(painter):
            painter.fillRect(left, top, side, side, QColor(0, 0, 0))
            if image is not None:
                inner_left, inner_top, _, _ = self._placement.visible()
                painter.drawImage(left + inner_left, top + inner_top, image)
            painter.setPen(QPen(_RIM, max(1, round(self._ratio))))
            painter.drawRect(left, top, side - 1, side - 1)
