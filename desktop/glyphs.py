"""Which characters the fonts of this computer can show.

Qt 6 ends the process where it lays out text of a script that is shaped by OpenType rules and no
font supports it ("OpenType support missing", then a crash): such characters must never reach it.
Of other scripts a missing character is drawn as an empty box, which tells nobody which it was.
"""

import functools
import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

STAND_IN = "?"
_SCRIPTS = QFontDatabase.WritingSystem
# First and last character of the blocks, and the script whose support they need.
_SHAPED: tuple[tuple[int, int, QFontDatabase.WritingSystem], ...] = (
    (0x0700, 0x074F, _SCRIPTS.Syriac),
    (0x0780, 0x07BF, _SCRIPTS.Thaana),
    (0x07C0, 0x07FF, _SCRIPTS.Nko),
    (0x0900, 0x097F, _SCRIPTS.Devanagari),
    (0x0980, 0x09FF, _SCRIPTS.Bengali),
    (0x0A00, 0x0A7F, _SCRIPTS.Gurmukhi),
    (0x0A80, 0x0AFF, _SCRIPTS.Gujarati),
    (0x0B00, 0x0B7F, _SCRIPTS.Oriya),
    (0x0B80, 0x0BFF, _SCRIPTS.Tamil),
    (0x0C00, 0x0C7F, _SCRIPTS.Telugu),
    (0x0C80, 0x0CFF, _SCRIPTS.Kannada),
    (0x0D00, 0x0D7F, _SCRIPTS.Malayalam),
    (0x0D80, 0x0DFF, _SCRIPTS.Sinhala),
    (0x1780, 0x17FF, _SCRIPTS.Khmer),
    (0x19E0, 0x19FF, _SCRIPTS.Khmer),
    (0xA8E0, 0xA8FF, _SCRIPTS.Devanagari),
    (0x1CD0, 0x1CFF, _SCRIPTS.Devanagari),
)
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATIONS = range(0xFE00, 0xFE10)  # choose between looks of the character before
_PROBE_PX, _WIDE_PX = 20, 10_000.0


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters that cannot be shown, each once, by code.

    Needs a `QGuiApplication`; any thread.
    """
    characters = {character for text in texts for character in text}
    return tuple(sorted(c for c in characters if not is_shown(c)))


def showable(text: str) -> str:
    """The text with `STAND_IN` for what cannot be shown; safe to lay out."""
    return "".join(c if is_shown(c) else STAND_IN for c in text)


@functools.cache
def is_shown(character: str) -> bool:
    """Whether some font of this computer has this character."""
    if character.isascii() and is_any_font_here():
        return True
    script = next((s for low, high, s in _SHAPED if low <= ord(character) <= high), None)
    if script is not None and not QFontDatabase.families(script):
        return False
    if unicodedata.category(character) in _UNSEEN or ord(character) in _VARIATIONS:
        return True
    return _has_glyph(character)


@functools.cache
def is_any_font_here() -> bool:
    """Whether anything can be written at all; False on machines without fonts."""
    return _has_glyph("a")


def _has_glyph(character: str) -> bool:
    font = QFont()
    font.setPixelSize(_PROBE_PX)
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE_PX)
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(0 not in run.glyphIndexes() for run in runs)
