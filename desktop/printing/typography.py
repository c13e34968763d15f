"""Units, faces and inks of a printed page.

A unit is a tenth of a point (1/720 inch): fonts are sized in whole units, so that a page is laid
out the same for every device, which only scales it.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont

UNITS_PER_INCH = 720
POINT = 10.0
# The first that is here is used; others lend what it lacks.
_FAMILIES = (
    "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Nimbus Sans",
    "DejaVu Sans",
)  # fmt: skip
INK, QUIET, RULE, CAUTION, MARK = "#000000", "#4d4d4d", "#a6a6a6", "#a3001b", "#ececec"


@dataclass(frozen=True)
class Face:
    """How words look.

    Attributes:
        points: size.
        is_bold: weight.
        ink: colour, ``#rrggbb``.
    """

    points: float = 8.0
    is_bold: bool = False
    ink: str = INK

    @property
    def font(self) -> QFont:
        """The same font for the same face."""
        return _font(self.points, self.is_bold)

    @property
    def colour(self) -> QColor:
        """Of the words."""
        return QColor(self.ink)


BODY, STRONG = Face(), Face(is_bold=True)
SMALL, LABEL = Face(7.0, ink=QUIET), Face(ink=QUIET)
HEADING, TITLE = Face(8.5, is_bold=True), Face(12.0, is_bold=True)
WARNING = Face(8.0, is_bold=True, ink=CAUTION)


@cache
def _font(points: float, is_bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPixelSize(round(points * POINT))
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
