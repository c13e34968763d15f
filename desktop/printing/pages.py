"""The pages of a report, laid out once; PDF, printer and screen only scale them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtGui import QPainter

from desktop.printing import sections
from desktop.printing.figures import alone, pair
from desktop.printing.pieces import Gap, Paragraph, Piece
from desktop.printing.typography import HEADING, MARK, POINT, Face
from desktop.printing.words import drawn_words
from engine.report import wording
from engine.report.content import VERIFIED, ReportContent

# Paper -> (width, height) in points.
PAPERS = {"A4": (595.0, 842.0), "Letter": (612.0, 792.0)}
_SIDE, _TOP, _BOTTOM = 40.0 * POINT, 30.0 * POINT, 22.0 * POINT
_LEAST_PICTURE, _MOST_PICTURE, _PICTURE_STEP = 120.0 * POINT, 320.0 * POINT, 6.0 * POINT
_FURTHER_PICTURE = 190.0 * POINT
_MARK_FACE = Face(64.0, is_bold=True, ink=MARK)
_MARK_ANGLE = -52.0


@dataclass
class _Page:
    """Pieces with their distance from the top of the page."""

    pieces: list[tuple[float, Piece]] = field(default_factory=list)
    bottom: float = _TOP


class Pages:
    """A report on paper. Needs a `QGuiApplication`; may be made and drawn on any thread.

    Args:
        content: what it says.
        paper: a key of `PAPERS`.
        has_details: with the details, from the second page on.
    """

    def __init__(self, content: ReportContent, paper: str, *, has_details: bool) -> None:
        self._content = content
        width, height = PAPERS[paper]
        self.width, self.height = width * POINT, height * POINT
        self._inner = self.width - 2 * _SIDE
        self._foot = sections.foot(content, self._inner, 1, 1).height
        self._room = self.height - _BOTTOM - self._foot - 2 * POINT
        self._pages = [_Page()]
        self._lay_first()
        if has_details:
            self._lay_details()

    @property
    def count(self) -> int:
        """Number of pages, at least 1."""
        return len(self._pages)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draws one page; a unit of the painter is a tenth of a point.

        Args:
            painter: its origin is the upper left corner of the sheet.
            number: from 0.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._content.impression.status != VERIFIED:
            self._draw_mark(painter)
        for top, piece in self._pages[number].pieces:
            piece.draw(painter, _SIDE, top)
        foot = sections.foot(self._content, self._inner, number + 1, self.count)
        foot.draw(painter, _SIDE, self.height - _BOTTOM - foot.height)

    def draw_all(self, painter: QPainter, turn: Callable[[], object]) -> None:
        """Draws every page.

        Args:
            painter: see `draw`.
            turn: takes the next sheet.
        """
        for number in range(self.count):
            if number:
                turn()
            self.draw(painter, number)

    def _lay_first(self) -> None:
        content, width = self._content, self._inner
        above = [
            *sections.head(content, width),
            *sections.who(content, width),
            *sections.quality(content, width),
            *sections.findings(content, width),
        ]
        below = [
            *sections.measurements(content, width),
            *sections.trust(content, width),
            *sections.impression(content, width),
            *sections.model(content, width),
        ]
        taken = sum(piece.height for piece in (*above, *below))
        figure = self._fitting(self._room - _TOP - taken - sections.GAP)
        self._add(above)
        self._add([figure, Gap(sections.GAP)])
        self._add(below)

    def _fitting(self, room: float) -> Piece:
        """The largest pictures that leave everything on one page; else the smallest."""
        height = _MOST_PICTURE
        while (figure := self._figure(height)).height > room and height > _LEAST_PICTURE:
            height -= _PICTURE_STEP
        return figure

    def _figure(self, height: float) -> Piece:
        original, explained = self._content.original, self._content.explained
        if not explained:
            return alone(original, self._inner, height)
        return pair(original, explained[0], self._inner, height)

    def _lay_details(self) -> None:
        content, width = self._content, self._inner
        self._pages.append(_Page())
        self._add([Paragraph(wording.DETAILS, width, HEADING), Gap(sections.GAP)])
        for explained in content.explained[1:]:
            self._add([pair(content.original, explained, width, _FURTHER_PICTURE)])
            self._add([Gap(sections.GAP)])
        self._add(sections.details(content, width))

    def _add(self, pieces: Iterable[Piece]) -> None:
        """Puts pieces under what is there, on further pages where the room ends."""
        for piece in pieces:
            page = self._pages[-1]
            if page.bottom + piece.height > self._room and page.pieces:
                page = _Page()
                self._pages.append(page)
            page.pieces.append((page.bottom, piece))
            page.bottom += piece.height

    def _draw_mark(self, painter: QPainter) -> None:
        """The word across the sheet, under everything else."""
        text = drawn_words(wording.UNVERIFIED)
        painter.save()
        painter.translate(self.width / 2, self.height / 2)
        painter.rotate(_MARK_ANGLE)
        painter.setFont(_MARK_FACE.font)
        painter.setPen(_MARK_FACE.colour)
        wide = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(round(-wide / 2), 0, text)
        painter.restore()
