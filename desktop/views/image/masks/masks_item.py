"""Paints masks over the radiograph, pixel by pixel however it is zoomed, turned or flipped."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.marks.marks_item import paint_hint
from engine.measure.brush import Box, outline
from engine.measure.drawn import Mask

TINT = 0.28  # of a drawn mask's colour over the picture
_RIM = QColor(0, 0, 0, 150)
_RIM_PX, _LINE_PX = 3.2, 1.6
_COARSE_PX = 1024  # longer sides are outlined coarsely while they are shown small
_FAR = 1e7
# Told apart from each other, from marks (cyan) and from selected marks (yellow).
COLOURS = {
    "lesion": QColor(255, 122, 89),
    "lungs": QColor(98, 219, 137),
    "left lung": QColor(98, 219, 137),
    "right lung": QColor(178, 219, 98),
    "heart": QColor(240, 120, 210),
}
_OTHERS = (QColor(166, 148, 255), QColor(255, 178, 102), QColor(120, 200, 200))


def colour_of(structure: str) -> QColor:
    """The colour of a structure, the same in every window."""
    known = COLOURS.get(structure.casefold())
    return known if known is not None else _OTHERS[sum(structure.encode()) % len(_OTHERS)]


@dataclass
class PaintedMask:
    """One mask, ready to be painted.

    Attributes:
        structure: tells the colour.
        pixels: (H, W) bool; changed in place while it is drawn, see `refresh`.
        is_computed: found by a model: an outline without tint.
    """

    structure: str
    pixels: Mask
    is_computed: bool = False
    _tint: NDArray[np.uint8] | None = None
    _corner: tuple[int, int] = (0, 0)  # (top, left) of the tint in the image
    _image: QImage | None = None
    _edges: dict[int, list[QLineF]] = field(default_factory=dict)

    @property
    def colour(self) -> QColor:
        """Of outline and tint."""
        return colour_of(self.structure)

    def refresh(self, box: Box | None = None) -> None:
        """The pixels are others now: in a box ``(top, left, bottom, right)``, or anywhere."""
        self._edges.clear()
        if box is None or self._tint is None or self._tint.shape[:2] != self.pixels.shape:
            self._tint = self._image = None
            return
        top, left, bottom, right = box
        part = self.pixels[top:bottom, left:right]
        self._tint[top:bottom, left:right] = self._tinted(part)

    def open_all(self) -> None:
        """Keeps a tint of the whole image, for pixels that are about to change."""
        self._tint, self._corner = self._tinted(self.pixels), (0, 0)
        self._image = _image_of(self._tint)

    def picture(self) -> tuple[QImage, QPointF] | None:
        """The tint and where its corner lies in the image; None for an empty mask."""
        if self._image is None:
            rows, columns = self.pixels.any(axis=1), self.pixels.any(axis=0)
            if not rows.any():
                return None
            top, left = int(rows.argmax()), int(columns.argmax())
            bottom = len(rows) - int(rows[::-1].argmax())
            right = len(columns) - int(columns[::-1].argmax())
            self._corner = (top, left)
            self._image = _image_of(self._tinted(self.pixels[top:bottom, left:right])).copy()
        return self._image, QPointF(self._corner[1], self._corner[0])

    def edges(self, scale: float) -> list[QLineF]:
        """The outline in image pixels, coarser where the image is shown small.

        Args:
            scale: screen pixels per image pixel.
        """
        step = max(1, -(-max(self.pixels.shape) // _COARSE_PX))
        step = step if scale * step <= 1.0 else 1
        if step not in self._edges:
            found = outline(self.pixels[::step, ::step]) * step
            self._edges[step] = [QLineF(*edge) for edge in found.tolist()]
        return self._edges[step]

    def _tinted(self, part: Mask) -> NDArray[np.uint8]:
        colour = self.colour
        strength = np.array([colour.blue(), colour.green(), colour.red(), 255.0]) * TINT
        tint = np.zeros((*part.shape, 4), np.uint8)
        tint[part] = np.round(strength).astype(np.uint8)
        return tint


def _image_of(tint: NDArray[np.uint8]) -> QImage:
    """A view on (h, w, 4) premultiplied blue, green, red, alpha; the caller keeps it alive."""
    height, width, _ = tint.shape
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(tint.data, width, height, tint.strides[0], kind)


@dataclass(frozen=True)
class Pointer:
    """What the tool in hand shows at the pointer.

    Attributes:
        at: view point of the middle of the brush.
        diameter_px: of the brush in view pixels; 0: none is shown.
        line: corners of a polygon that is being drawn, in view points.
        colour: of the structure.
    """

    at: QPointF
    diameter_px: float
    line: tuple[QPointF, ...]
    colour: QColor


class MasksItem(QGraphicsItem):
    """Paints what it is given, in image coordinates; the brush in those of the view.

    Args:
        root: the view's `marks_root`.
        find_legend: gives the place of the heatmap's legend, which hints keep away from.
    """

    def __init__(self, root: QGraphicsItem, find_legend: Callable[[], QRectF]) -> None:
        super().__init__(root)
        self._find_legend = find_legend
        self.setZValue(-1.0)  # below the marks
        self._masks: tuple[PaintedMask, ...] = ()
        self._pointer: Pointer | None = None
        self._hint, self._area = "", QRectF()
        self._is_changing = False

    @property
    def masks(self) -> tuple[PaintedMask, ...]:
        """What is painted, lowest first."""
        return self._masks

    def show_masks(self, masks: tuple[PaintedMask, ...], *, is_changing: bool = False) -> None:
        """Other masks; while one is changing, outlines wait."""
        self._masks, self._is_changing = masks, is_changing
        self.update()

    def show_pointer(self, pointer: Pointer | None) -> None:
        """Another brush, or none."""
        if pointer != self._pointer:
            self._pointer = pointer
            self.update()

    def show_hint(self, hint: str, area: QRectF) -> None:
        """What to do next, at the foot of the view's rectangle; empty: nothing."""
        self._hint, self._area = hint, area
        self.update()

    @property
    def hint(self) -> str:
        """What is said to be done next."""
        return self._hint

    def boundingRect(self) -> QRectF:  # noqa: D102
        return QRectF(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for mask in self._masks:
            found = None if mask.is_computed else mask.picture()
            if found is not None:
                painter.drawImage(found[1], found[0])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_changing:
            matrix = painter.worldTransform()
            scale = max(abs(matrix.m11()), abs(matrix.m12()))
            for mask in self._masks:
                _paint_edges(painter, mask, mask.edges(scale))
        to_scene, is_there = self.sceneTransform().inverted()
        if is_there:
            painter.setWorldTransform(to_scene, combine=True)
            self._paint_hand(painter)

    def _paint_hand(self, painter: QPainter) -> None:
        """What belongs to the view: the brush, and what to do with it."""
        if self._hint:
            legend, area = self._find_legend(), QRectF(self._area)
            if not legend.isEmpty():
                area.setBottom(legend.top())
            paint_hint(painter, self._hint, area)
        pointer = self._pointer
        if pointer is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        if pointer.diameter_px > 0.0:
            radius = pointer.diameter_px / 2.0
            path.addEllipse(pointer.at, radius, radius)
        if pointer.line:
            path.moveTo(pointer.line[0])
            for corner in pointer.line[1:]:
                path.lineTo(corner)
        for colour, width in ((_RIM, _RIM_PX), (pointer.colour, _LINE_PX)):
            painter.setPen(QPen(colour, width))
            painter.drawPath(path)


def _paint_edges(painter: QPainter, mask: PaintedMask, edges: list[QLineF]) -> None:
    for colour, width in ((_RIM, _RIM_PX), (mask.colour, _LINE_PX)):
        pen = QPen(colour, width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(edges)
