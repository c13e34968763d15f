"""Paints an explanation over the radiograph."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import argb_image, device_pixels
from desktop.views.image.overlay_style import SUPERPIXELS, OverlayStyle
from desktop.views.image.patchwork import Patchwork
from desktop.views.image.placement import Box, Placement
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.overlay.blend import rgba_overlay
from engine.overlay.project import project, project_image
from engine.overlay.regions import superpixel_overlay
from engine.overlay.scale import Scale, scale_of

_FAST_STEP_PX = 3  # while the wheel turns, one overlay pixel stands for 3 x 3
_BLEED_PX = 4  # strips are made wider and cut, so that lines do not end at their borders


@dataclass(frozen=True)
class _Patch:
    """The painted part of a box of the view: what is transparent all around is cut off.

    Attributes:
        image: premultiplied colours, or None where nothing is painted.
        place: where it lies, in device pixels from the box's corner.
    """

    image: QImage | None
    place: QRectF


class OverlayItem(QGraphicsItem):
    """The coloured picture, built once per explanation, style and zoom.

    Opacity is left to the painter, so that its slider rebuilds nothing; a move builds only the
    strips that come into view.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setVisible(False)
        self._explanation: Explanation | None = None
        self._scale: Scale | None = None
        self._style = OverlayStyle()
        self._placement: Placement | None = None
        self._is_fast = False
        self._patches: Patchwork[_Patch] = Patchwork()
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
            self._patches.clear()
        self.update()

    def place(self, placement: Placement, *, is_fast: bool) -> None:
        """Another zoom or position; `is_fast` prefers speed to sharpness."""
        if placement == self._placement and is_fast == self._is_fast:
            return
        self._placement, self._is_fast = placement, is_fast
        if not (is_fast and self._patches.follow(placement)):
            self._patches.clear()
        self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def _rescale(self, image_hw: tuple[int, int] | None) -> None:
        self._scale = None
        self._patches.clear()
        if self._explanation is not None and image_hw is not None:
            values = project_image(self._explanation, image_hw)
            self._scale = scale_of(values, is_signed=self._style.is_signed_for(self._explanation))
        self.update()

    def _painted(
        self, explanation: Explanation, scale: Scale, box: Box, step: int
    ) -> NDArray[np.uint8]:
        """(h, w, 4) uint8 premultiplied: a box of the view, `step` device pixels made one."""
        orientation, view_hw = self._placement.orientation, self._placement.view_hw
        left, top, right, bottom = orientation.inverse().box(box, view_hw)
        target_hw = (max(1, (bottom - top) // step), max(1, (right - left) // step))
        shrink = Affine.scale(target_hw[1] / (right - left), target_hw[0] / (bottom - top))
        upright = self._placement.upright().affine()
        to_target = upright.then(Affine.shift(-left, -top)).then(shrink)
        style = self._style
        mode, threshold = style.mode_for(explanation), style.threshold
        if mode == SUPERPIXELS:
            painted = superpixel_overlay(explanation, scale, target_hw, to_target, threshold)
        else:
            values = project(explanation, target_hw, to_target)
            colours = style.colours_for(explanation)
            painted = rgba_overlay(values, scale, colours, threshold, mode)
        return orientation.lay(painted)

    def _fill(self, explanation: Explanation, scale: Scale) -> None:
        """Makes what the view lacks."""
        is_new = not self._patches.follow(self._placement)
        if is_new:
            self._patches.restart(self._placement)
        for box in self._patches.missing():
            if is_new:
                step = _FAST_STEP_PX if self._is_fast else 1
                painted = self._painted(explanation, scale, box, step)
            else:
                painted = self._painted(explanation, scale, _grown(box), 1)
                painted = painted[_BLEED_PX:-_BLEED_PX, _BLEED_PX:-_BLEED_PX]
            self._patches.add(box, _cut_out(painted, box))

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        explanation, scale = self._explanation, self._scale
        if explanation is None or scale is None or scale.is_empty or self._placement is None:
            return
        self._fill(explanation, scale)
        with device_pixels(painter):
            painter.setOpacity(self._style.opacity)
            painter.setClipRect(QRectF(*_rectangle(self._placement.visible())))
            for (left, top, _, _), patch in self._patches.patches():
                if patch.image is not None:
                    _draw(painter, patch.image, patch.place.translated(left, top))


def _cut_out(painted: NDArray[np.uint8], box: Box) -> _Patch:
    """Only what is not transparent: a map that marks a tenth costs a tenth to lay over."""
    x, y, width, height = cv2.boundingRect(np.ascontiguousarray(painted[:, :, 3]))
    if width == 0:
        return _Patch(None, QRectF())
    image = argb_image(np.ascontiguousarray(painted[y : y + height, x : x + width]))
    across = (box[2] - box[0]) / painted.shape[1]
    down = (box[3] - box[1]) / painted.shape[0]
    return _Patch(image, QRectF(x * across, y * down, width * across, height * down))


def _grown(box: Box) -> Box:
    return box[0] - _BLEED_PX, box[1] - _BLEED_PX, box[2] + _BLEED_PX, box[3] + _BLEED_PX


def _draw(painter: QPainter, image: QImage, place: QRectF) -> None:
    if place.size() == image.size().toSizeF():
        painter.drawImage(place.topLeft(), image)
    else:
        painter.drawImage(place, image)


def _rectangle(box: Box) -> tuple[int, int, int, int]:
    return box[0], box[1], box[2] - box[0], box[3] - box[1]
