"""The sections of a report as pieces, in the order in which they are printed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.glyphs import missing
from desktop.language import shown_words
from desktop.printing.pieces import Beside, Boxed, Gap, Paragraph, Piece, Rule, Stack
from desktop.printing.typography import (
    BODY,
    CAUTION,
    HEADING,
    INK,
    LABEL,
    POINT,
    QUIET,
    SMALL,
    STRONG,
    TITLE,
    WARNING,
    Face,
)
from engine.language import said
from engine.report import wording
from engine.report.content import VERIFIED, FindingRow, Measurement, ReportContent, Row
from engine.report.plain import lines_of

GAP = 4.0 * POINT
_BETWEEN = 14.0 * POINT  # columns
_LABEL_SHARE = 0.32
_STATUS = 90.0 * POINT
_LOGO_HEIGHT, _LOGO_WIDTH = 28.0 * POINT, 110.0 * POINT
# Of the table of findings, as shares of the width; in the order of `wording.COLUMNS`.
_COLUMNS = (0.22, 0.10, 0.14, 0.23, 0.17, 0.14)


def head(content: ReportContent, width: float) -> Iterator[Piece]:
    """Whose paper it is, what it is, and that it is for research."""
    logo = _logo(content.letterhead.logo)
    left = 0.0 if logo is None else logo.width + _BETWEEN
    middle = width - left - _STATUS
    lines = [Paragraph(content.title, middle, TITLE)]
    if content.letterhead.clinic:
        lines.insert(0, Paragraph(content.letterhead.clinic, middle, STRONG))
    cells: list[tuple[float, Piece]] = [(left, Stack(lines))]
    if content.impression.status != VERIFIED:
        mark = Paragraph(wording.UNVERIFIED, _STATUS, STRONG, is_right=True)
        cells.append((width - _STATUS, mark))
    if logo is not None:
        cells.insert(0, (0.0, logo))
    yield Beside(cells)
    yield Gap(GAP)
    is_overridden = bool(content.quality.override)
    room = width - 4 * Boxed.PAD
    told = [Paragraph(content.research, room, WARNING if is_overridden else STRONG)]
    if is_overridden:
        told.append(Paragraph(content.quality.override, room, WARNING))
    yield Boxed(Stack(told), width, CAUTION if is_overridden else INK)
    yield Gap(GAP)


def who(content: ReportContent, width: float) -> Iterator[Piece]:
    """Patient and study, in two columns."""
    column = (width - _BETWEEN) / 2
    for left, right in zip_longest(_facts(content.patient, column), _facts(content.study, column)):
        cells = [(0.0, left)] if left is not None else []
        yield Beside([*cells, *([(column + _BETWEEN, right)] if right is not None else [])])
    yield Rule(width)


def quality(content: ReportContent, width: float) -> Iterator[Piece]:
    """What the input checks said."""
    is_bad = content.quality.is_refused
    heading = wording.checks_line(content.quality.verdict)
    yield Paragraph(heading, width, WARNING if is_bad else HEADING)
    for text in content.quality.sentences:
        yield Paragraph(text, width, BODY)
    yield Gap(GAP)


def findings(content: ReportContent, width: float) -> Iterator[Piece]:
    """The line about all, the notable ones as a table, the rest in a line."""
    yield from _headed(wording.FINDINGS, _findings(content, width), width)
    yield Gap(GAP)


def measurements(content: ReportContent, width: float) -> Iterator[Piece]:
    """What the reader measured; nothing where there are no marks."""
    if not content.measurements:
        return
    rows: list[Piece] = [_measurement(row, width) for row in content.measurements]
    rows.append(Paragraph(content.scale_note, width, SMALL))
    yield from _headed(wording.MEASUREMENTS, rows, width)
    yield Gap(GAP)


def trust(content: ReportContent, width: float) -> Iterator[Piece]:
    """Whether the map can be believed."""
    told: list[Piece] = [Paragraph(content.trust.verdict, width)]
    if content.trust.summary:
        told.append(Paragraph(content.trust.summary, width, SMALL))
    yield from _headed(wording.TRUST, told, width)
    yield Gap(GAP)


def impression(content: ReportContent, width: float) -> Iterator[Piece]:
    """What the reader says, line by line, and who that is."""
    written: list[Piece] = [
        Paragraph(line, width, Face(9.0)) for line in content.impression.text.splitlines()
    ]
    if not written:
        written.append(Paragraph(wording.NO_IMPRESSION, width, Face(ink=QUIET)))
    written.append(Paragraph(content.impression.status_text, width, STRONG))
    yield from _headed(wording.IMPRESSION, written, width)
    yield Gap(GAP)


def model(content: ReportContent, width: float) -> Iterator[Piece]:
    """Which model, what for, and what a score cannot say."""
    facts = _facts((*content.model, *content.purpose), width, share=0.16)
    yield from _headed(wording.MODEL, facts, width)
    for text in (*content.limits, *content.notes):
        yield Paragraph(text, width, SMALL)
    absent = missing(shown_words(line) for line in lines_of(content, has_details=True))
    if absent:
        codes = ", ".join(f"U+{ord(character):04X}" for character in absent)
        text = said(
            "No font of this computer has the characters {codes}; ? stands for them.", codes=codes
        )
        yield Paragraph(text, width, WARNING)


def details(content: ReportContent, width: float) -> Iterator[Piece]:
    """Other findings, tests of the map, versions and origins; without further pictures."""
    if content.others:
        yield from _headed(wording.OTHERS, _table(content.others, width, face=SMALL), width)
        yield Gap(GAP)
    if content.trust.rows:
        rows = [
            _cells(
                ((0.0, 0.26, row.name), (0.27, 0.15, row.light), (0.43, 0.57, row.sentence)), width
            )
            for row in content.trust.rows
        ]
        yield from _headed(wording.TESTS, rows, width)
        yield Gap(GAP)
    yield from _headed(wording.ORIGINS, _facts(content.details, width, share=0.22), width)


def foot(content: ReportContent, width: float, number: int, count: int) -> Piece:
    """What stands at the bottom of every page."""
    made = wording.made_line(content.report_id, content.created)
    half = width / 2
    return Stack(
        [
            Rule(width),
            Paragraph(content.research, width, SMALL),
            Beside(
                [
                    (0.0, Paragraph(made, half, SMALL)),
                    (half, Paragraph(wording.page_line(number, count), half, SMALL, is_right=True)),
                ]
            ),
            Beside(
                [
                    (0.0, Paragraph(content.whose, half, SMALL)),
                    (half, Paragraph(wording.COPY, half, SMALL, is_right=True)),
                ]
            ),
        ]
    )


def _headed(heading: str, pieces: Iterable[Piece], width: float) -> Iterator[Piece]:
    """The heading on the same page as the first piece."""
    rest = iter(pieces)
    first = [piece for piece in (next(rest, None),) if piece is not None]
    yield Stack([Paragraph(heading, width, HEADING), *first])
    yield from rest


def _findings(content: ReportContent, width: float) -> Iterator[Piece]:
    yield Paragraph(content.result, width)
    yield from _table(content.findings, width)
    for text in (content.others_line, content.calibration):
        if text:
            yield Paragraph(text, width, SMALL)


def _facts(rows: Sequence[Row], width: float, share: float = _LABEL_SHARE) -> Iterator[Piece]:
    label = share * width
    for row in rows:
        face = Face(BODY.points, ink=QUIET) if row.is_missing else BODY
        value = Paragraph(row.value, width - label - GAP, face)
        yield Beside([(0.0, Paragraph(row.label, label, LABEL)), (label + GAP, value)])


def _table(rows: Sequence[FindingRow], width: float, face: Face = BODY) -> Iterator[Piece]:
    if not rows:
        return
    lefts = [sum(_COLUMNS[:place]) for place in range(len(_COLUMNS))]
    titles = tuple(zip(lefts, _COLUMNS, wording.COLUMNS, strict=True))
    yield Stack([_cells(titles, width, LABEL), Rule(width)])
    for row in rows:
        words = (row.name, row.probability, row.point, row.standing, row.method, row.decision)
        look = Face(face.points, is_bold=True) if row.is_above else face
        cells = _cells(tuple(zip(lefts, _COLUMNS, words, strict=True)), width, look)
        if not row.comment:
            yield cells
            continue
        indent = _COLUMNS[0] * width
        yield Stack([cells, Beside([(indent, Paragraph(row.comment, width - indent, face))])])


def _cells(cells: Sequence[tuple[float, float, str]], width: float, face: Face = BODY) -> Piece:
    """Texts at (left, width, text), shares of the whole width."""
    return Beside(
        [
            (left * width, Paragraph(text, share * width - GAP, face))
            for left, share, text in cells
            if text
        ]
    )


def _measurement(row: Measurement, width: float) -> Piece:
    cells = _cells(
        ((0.0, 0.22, row.name), (0.22, 0.5, row.value), (0.72, 0.28, row.provenance)), width
    )
    notes = [Paragraph(note, width, SMALL) for note in row.notes]
    return Stack([cells, *notes])


class _Logo:
    """The clinic's logo.

    Args:
        image: not null.
    """

    def __init__(self, image: QImage) -> None:
        scale = min(_LOGO_WIDTH / image.width(), _LOGO_HEIGHT / image.height())
        self._image = image
        self.width, self.height = image.width() * scale, image.height() * scale

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it."""
        painter.drawImage(QRectF(x, y, self.width, self.height), self._image)


def _logo(data: bytes | None) -> _Logo | None:
    """None without a logo, or where the bytes are no picture."""
    if data is None:
        return None
    image = QImage.fromData(data)
    return None if image.isNull() else _Logo(image)
