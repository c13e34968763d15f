"""Letters for computers that have none: the fonts that ship, lent only where no other is there.

A bare system has no fonts, and Qt then draws and prints nothing at all. Where there are fonts, the
system's own are used.
"""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from desktop.paths import FONTS
from engine.errors import OutputError
from engine.language import said


def lend_fonts() -> None:
    """Adds the fonts that ship where the system has none; to be called once Qt runs.

    Raises:
        OutputError: a font that ships cannot be used.
    """
    if QFontInfo(QFont()).family():  # names of families are told even where there is no font
        return
    for file in sorted(FONTS.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise OutputError(
                said("the font cannot be used"), hint=said("Install WhyRay again."), file=file
            )
