"""Paints an explanation over the radiograph."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import argb_image, device_pixels
from desktop.views.image.overlay_style import BOXES, SUPERPIXELS, Layer, OverlayStyle
from desktop.views.image.patchwork import Patchwork
from desktop.views.image.placement import Box, Placement
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.overlay.blend import rgba_overlay
from engine.overlay.boxes import RegionBox, boxes_overlay, region_boxes
from engine.overlay.project import project
from engine.overlay.regions import superpixel_overlay
from engine.overlay.scale import Scale
from engine.overlay.together import stacked

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
        self._beside: tuple[Explanation, ...] = ()
        self._image_hw: tuple[int, int] | None = None
        self._layers: tuple[Layer, ...] = ()
        self._boxes: dict[int, tuple[RegionBox, ...]] = {}  # by place of the layer
        self._style = OverlayStyle()
        self._placement: Placement | None = None
        self._is_fast = False
        self._patches: Patchwork[_Patch] = Patchwork()
        self._area = QRectF()

    @property
    def scale_of_values(self) -> Scale | None:
        """The scale of the explanation that was asked for; None without one."""
        return self._layers[-1].scale if self._layers else None

    @property
    def layers(self) -> tuple[Layer, ...]:
        """What is painted, lowest first; the explanation that was asked for is the last."""
        return self._layers

    def show_explanation(
        self,
        explanation: Explanation | None,
        image_hw: tuple[int, int] | None,
        beside: tuple[Explanation, ...] = (),
    ) -> None:
        """Another explanation of the image of that size, with those of other classes, or none."""
        self._explanation, self._beside = explanation, beside
        self._rescale(image_hw)

    def set_style(self, style: OverlayStyle, image_hw: tuple[int, int] | None) -> None:
        """Other looks; the same ones again cost nothing."""
        before, self._style = self._style, style
        if replace(before, opacity=style.opacity, threshold=style.threshold) != style:
            self._rescale(image_hw)
        elif before.threshold != style.threshold:
            self._boxes.clear()
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
        self._layers, self._image_hw = (), image_hw
        self._boxes.clear()
        self._patches.clear()
        if self._explanation is not None and image_hw is not None:
            self._layers = self._style.layers_for(self._explanation, self._beside, image_hw)
        self.update()

    def _painted(self, box: Box, step: int) -> NDArray[np.uint8]:
        """(h, w, 4) uint8 premultiplied: a box of the view, `step` device pixels made one."""
        orientation, view_hw = self._placement.orientation, self._placement.view_hw
        left, top, right, bottom = orientation.inverse().box(box, view_hw)
        target_hw = (max(1, (bottom - top) // step), max(1, (right - left) // step))
        shrink = Affine.scale(target_hw[1] / (right - left), target_hw[0] / (bottom - top))
        upright = self._placement.upright().affine()
        to_target = upright.then(Affine.shift(-left, -top)).then(shrink)
        painted = stacked(
            [self._layer_painted(place, target_hw, to_target) for place in range(len(self._layers))]
        )
        return orientation.lay(painted)

    def _layer_painted(
        self, place: int, target_hw: tuple[int, int], to_target: Affine
    ) -> NDArray[np.uint8]:
        layer, threshold = self._layers[place], self._style.threshold
        explanation, scale = layer.explanation, layer.scale
        if layer.mode == BOXES:
            boxes = self._boxes_of(place)
            return boxes_overlay(boxes, scale, layer.colours, target_hw, to_target)
        if layer.mode == SUPERPIXELS:
            return superpixel_overlay(explanation, scale, target_hw, to_target, threshold)
        values = project(explanation, target_hw, to_target)
        return rgba_overlay(values, scale, layer.colours, threshold, layer.mode)

    def _boxes_of(self, place: int) -> tuple[RegionBox, ...]:
        """Found once per threshold, drawn into every strip of the view."""
        if place not in self._boxes:
            layer, threshold = self._layers[place], self._style.threshold
            self._boxes[place] = region_boxes(
                layer.explanation, layer.scale, self._image_hw, threshold
            )
        return self._boxes[place]

    def _fill(self) -> None:
        """Makes what the view lacks."""
        is_new = not self._patches.follow(self._placement)
        if is_new:
            self._patches.restart(self._placement)
        for box in self._patches.missing():
            if is_new:
                step = _FAST_STEP_PX if self._is_fast else 1
                painted = self._painted(box, step)
            else:
                painted = self._painted(_grown(box), 1)
                painted = painted[_BLEED_PX:-_BLEED_PX, _BLEED_PX:-_BLEED_PX]
            self._patches.add(box, _cut_out(painted, box))

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._placement is None or all(layer.scale.is_empty for layer in self._layers):
            return
        self._fill()
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
