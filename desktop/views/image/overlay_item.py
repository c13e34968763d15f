"""Paints an explanation over the radiograph."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import argb_image, device_pixels
from desktop.views.image.overlay_style import SUPERPIXELS, OverlayStyle
from desktop.views.image.placement import Placement
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.overlay.blend import rgba_overlay
from engine.overlay.project import project, project_image
from engine.overlay.regions import superpixel_overlay
from engine.overlay.scale import Scale, scale_of

_FAST_STEP_PX = 3  # while the wheel turns, one overlay pixel stands for 3 x 3


class OverlayItem(QGraphicsItem):
    """The coloured picture, built once per explanation, style and placement.

    Opacity is left to the painter, so that its slider rebuilds nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setVisible(False)
        self._explanation: Explanation | None = None
        self._scale: Scale | None = None
        self._style = OverlayStyle()
        self._placement: Placement | None = None
        self._is_fast = False
        self._image: QImage | None = None
        self._area = QRectF()

    @property
    def scale_of_values(self) -> Scale | None:
        """The scale in use; None without an explanation."""
        return self._scale

    def show_explanation(
        self, explanation: Explanation | None, image_hw: tuple[int, int] | None
    ) -> None:
        """Another explanation of the image of that size, or none."""
        self._explanation = explanation
        self._rescale(image_hw)

    def set_style(self, style: OverlayStyle, image_hw: tuple[int, int] | None) -> None:
        """Other looks; the same ones again cost nothing."""
        before, self._style = self._style, style
        seen = self._explanation
        if before.is_signed_for(seen) != style.is_signed_for(seen):
            self._rescale(image_hw)
        elif replace(before, opacity=style.opacity) != style:
            self._image = None
        self.update()

    def place(self, placement: Placement, *, is_fast: bool) -> None:
        """Another zoom or position; `is_fast` prefers speed to sharpness."""
        if placement == self._placement and is_fast == self._is_fast:
            return
        self._placement, self._is_fast = placement, is_fast
        self._image = None
        self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def _rescale(self, image_hw: tuple[int, int] | None) -> None:
        self._scale = self._image = None
        if self._explanation is not None and image_hw is not None:
            values = project_image(self._explanation, image_hw)
            self._scale = scale_of(values, is_signed=self._style.is_signed_for(self._explanation))
        self.update()

    def _build(self, explanation: Explanation, scale: Scale, placement: Placement) -> QImage:
        left, top, right, bottom = placement.upright().visible()
        step = _FAST_STEP_PX if self._is_fast else 1
        target_hw = (max(1, -(-(bottom - top) // step)), max(1, -(-(right - left) // step)))
        to_grid = Affine.shift(-left, -top).then(Affine.scale(1 / step, 1 / step))
        style, placed = self._style, placement.upright().affine().then(to_grid)
        mode, threshold = style.mode_for(explanation), style.threshold
        if mode == SUPERPIXELS:
            painted = superpixel_overlay(explanation, scale, target_hw, placed, threshold)
        else:
            values = project(explanation, target_hw, placed)
            colours = style.colours_for(explanation)
            painted = rgba_overlay(values, scale, colours, threshold, mode)
        return argb_image(placement.orientation.lay(painted))

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        explanation, scale, placement = self._explanation, self._scale, self._placement
        if explanation is None or scale is None or scale.is_empty or placement is None:
            return
        left, top, right, bottom = placement.visible()
        if right <= left or bottom <= top:
            return
        if self._image is None:
            self._image = self._build(explanation, scale, placement)
        with device_pixels(painter):
            painter.setOpacity(self._style.opacity)
            painter.setClipRect(left, top, right - left, bottom - top)
            painter.translate(left, top)
            if self._is_fast:
                painter.scale(_FAST_STEP_PX, _FAST_STEP_PX)
            painter.drawImage(0, 0, self._image)
