"""What a page is put together from: paragraphs, rows of cells, pictures, rules. All in units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextLayout, QTextOption

from desktop.printing.typography import BODY, POINT, RULE, Face
from desktop.printing.words import drawn_words, is_own

_LEADING = 1.22  # line to line, in sizes of the face
_RULE_WIDTH = 0.6 * POINT


class Piece(Protocol):
    """Something of a fixed height.

    Attributes:
        height: units.
    """

    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it with its upper left corner there."""
        ...


class Paragraph:
    """A text, wrapped.

    Args:
        text: of the report; translated here.
        width: units.
        face: how it looks.
        is_right: aligned to the right end.
    """

    def __init__(
        self, text: str, width: float, face: Face = BODY, *, is_right: bool = False
    ) -> None:
        self._face = face
        self._lines: list[QTextLayout] = []
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.LayoutDirectionAuto
        option.setTextDirection(Qt.LayoutDirection.LeftToRight if is_own(text) else direction)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._step = face.points * POINT * _LEADING
        self._tops: list[float] = []
        self.height = 0.0
        for line in drawn_words(text).split("\n"):
            self._add(line, width, option)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it with its upper left corner there."""
        painter.setPen(self._face.colour)
        for layout, top in zip(self._lines, self._tops, strict=True):
            layout.draw(painter, QPointF(x, y + top))

    def _add(self, text: str, width: float, option: QTextOption) -> None:
        layout = QTextLayout(text, self._face.font)
        layout.setTextOption(option)
        layout.beginLayout()
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, bottom))
            bottom += max(self._step, line.height())  # borrowed fonts may be taller
        layout.endLayout()
        self._lines.append(layout)
        self._tops.append(self.height)
        self.height += max(bottom, self._step)


class Gap:
    """Nothing.

    Args:
        height: units.
    """

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws nothing."""


class Rule:
    """A line across.

    Args:
        width: units.
    """

    height = 3.0 * POINT

    def __init__(self, width: float) -> None:
        self._width = width

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it in the middle of its height."""
        painter.setPen(QPen(QColor(RULE), _RULE_WIDTH))
        middle = y + self.height / 2
        painter.drawLine(QPointF(x, middle), QPointF(x + self._width, middle))


class Beside:
    """Pieces side by side, each at its own distance from the left.

    Args:
        cells: (distance, piece).
    """

    def __init__(self, cells: Sequence[tuple[float, Piece]]) -> None:
        self._cells = cells
        self.height = max((piece.height for _, piece in cells), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws all of them at the same height."""
        for distance, piece in self._cells:
            piece.draw(painter, x + distance, y)


class Stack:
    """Pieces under each other that stay on one page.

    Args:
        pieces: from above.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self.height = sum(piece.height for piece in pieces)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws them one under the other."""
        for piece in self._pieces:
            piece.draw(painter, x, y)
            y += piece.height


class Boxed:
    """A piece in a frame.

    Args:
        piece: what stands in it.
        width: units, of the frame.
        ink: of the frame.
    """

    PAD = 3.5 * POINT

    def __init__(self, piece: Piece, width: float, ink: str) -> None:
        self._piece, self._width, self._ink = piece, width, ink
        self.height = piece.height + 2 * self.PAD

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws frame and piece."""
        painter.setPen(QPen(QColor(self._ink), _RULE_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x, y, self._width, self.height))
        self._piece.draw(painter, x + 2 * self.PAD, y + self.PAD)


@dataclass(frozen=True, eq=False)
class Picture:
    """Pixels in a box, with letters at its edges.

    Attributes:
        pixels: (H, W) uint8 grey or (H, W, 3) uint8 RGB.
        width: units.
        height: units.
        letters: by edge, see `engine.images.edges`.
    """

    pixels: NDArray[np.uint8]
    width: float
    height: float
    letters: dict[str, str]

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws the pixels, then the letters on them."""
        painter.drawImage(QRectF(x, y, self.width, self.height), image_of(self.pixels))
        for edge, text in self.letters.items():
            self._draw_letter(painter, edge, text, QPointF(x, y))

    def _draw_letter(self, painter: QPainter, edge: str, text: str, corner: QPointF) -> None:
        side = 13.0 * POINT
        wide = side * (1.0 if len(text) == 1 else 0.45 + 0.55 * len(text))
        across = {"left": 0.0, "right": self.width - wide}.get(edge, (self.width - wide) / 2)
        down = {"top": 0.0, "bottom": self.height - side}.get(edge, (self.height - side) / 2)
        box = QRectF(corner.x() + across, corner.y() + down, wide, side)
        painter.fillRect(box, QColor("#000000"))
        painter.setPen(QColor("#ffffff"))
        painter.setFont(Face(8.0, is_bold=True).font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """A `QImage` with pixels of its own."""
    held = np.ascontiguousarray(pixels)
    height, width = held.shape[:2]
    is_grey = held.ndim == 2
    kind = QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_RGB888
    return QImage(held.data, width, height, held.strides[0], kind).copy()
