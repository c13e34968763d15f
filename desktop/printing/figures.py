"""The original and the explained picture, always beside each other, with legend and caption."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.printing.pieces import Beside, Gap, Paragraph, Picture, Piece, Stack, image_of
from desktop.printing.typography import BODY, POINT, SMALL, Face
from engine.report.content import Explained, Original

GAP = 10.0 * POINT
_BAR_HEIGHT = 6.0 * POINT
_TIGHT = 2.0 * POINT
_BESIDE, _LEAST_WORDS = 6.0 * POINT, 90.0 * POINT


def pair(original: Original, explained: Explained, width: float, height: float) -> Piece:
    """Both pictures at the same size, with what they are.

    Args:
        original: the left one.
        explained: the right one.
        width: units, of both together.
        height: units, of the pictures alone; they are smaller where the width does not suffice.
    """
    side = (width - GAP) / 2
    return Beside(
        [
            (0.0, _original(original, side, height)),
            (side + GAP, _explained(original, explained, side, height)),
        ]
    )


def alone(original: Original, width: float, height: float) -> Piece:
    """The original where there is no explanation.

    Args:
        original: the picture.
        width: units.
        height: units, of the picture alone.
    """
    return _original(original, (width - GAP) / 2, height)


def _original(original: Original, side: float, height: float) -> Piece:
    wide, high = _fitted(original.aspect, side, height)
    picture = Picture(original.pixels, wide, high, original.letters)
    return _told(picture, [(original.caption, SMALL)], side, wide)


def _explained(original: Original, explained: Explained, side: float, height: float) -> Piece:
    wide, high = _fitted(original.aspect, side, height)
    parts: list[Piece] = [Picture(explained.pixels, wide, high, original.letters)]
    if explained.bar is not None:
        parts += [Gap(_TIGHT), _Legend(explained, wide)]
    words = [
        (explained.title, BODY),
        *((text, SMALL) for text in (explained.note, *explained.facts)),
    ]
    return _told(Stack(parts), words, side, wide)


def _told(picture: Piece, words: Sequence[tuple[str, Face]], side: float, wide: float) -> Piece:
    """The words under a picture, or beside it where it leaves room."""
    room = side - wide - _BESIDE
    if room < _LEAST_WORDS:
        under = [Paragraph(text, side, face) for text, face in words]
        return Stack([picture, Gap(_TIGHT), *under])
    beside = Stack([Paragraph(text, room, face) for text, face in words])
    return Beside([(0.0, picture), (wide + _BESIDE, beside)])


def _fitted(aspect: float, width: float, height: float) -> tuple[float, float]:
    """The largest (width, height) of that proportion."""
    return min(width, height * aspect), min(height, width / aspect)


class _Legend:
    """The colour bar with its numbers.

    Args:
        explained: has a bar.
        width: units.
    """

    def __init__(self, explained: Explained, width: float) -> None:
        self._bar = np.repeat(explained.bar[None], 2, axis=0)
        self._width = width
        self._words = [
            (place, Paragraph(text, width, SMALL, is_right=place == 1.0))
            for place, text in explained.marks
        ]
        self._text_height = max(words.height for _, words in self._words)
        self.height = _BAR_HEIGHT + self._text_height

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws bar and numbers."""
        painter.drawImage(QRectF(x, y, self._width, _BAR_HEIGHT), image_of(self._bar))
        for place, words in self._words:
            across = place * self._width if 0.0 < place < 1.0 else 0.0
            words.draw(painter, x + across, y + _BAR_HEIGHT)
