"""Badges: what must be seen of an altered picture, whatever else the corners say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.views.image.orientation import Orientation

ORIENTATION = "orientation"

# (turns, is_mirrored) -> words. A mirrored chest film looks like a heart on the right.
_WORDS = {
    (1, False): QT_TRANSLATE_NOOP("Badges", "Rotated 90° clockwise"),
    (2, False): QT_TRANSLATE_NOOP("Badges", "Rotated 180°"),
    (3, False): QT_TRANSLATE_NOOP("Badges", "Rotated 90° counter-clockwise"),
    (0, True): QT_TRANSLATE_NOOP("Badges", "Flipped left to right"),
    (2, True): QT_TRANSLATE_NOOP("Badges", "Flipped top to bottom"),
    (1, True): QT_TRANSLATE_NOOP("Badges", "Flipped and rotated 90° clockwise"),
    (3, True): QT_TRANSLATE_NOOP("Badges", "Flipped and rotated 90° counter-clockwise"),
}


def orientation_badge(orientation: Orientation) -> str:
    """The words for an image that does not lie as in its file; empty when it does."""
    if orientation.is_upright:
        return ""
    words = _WORDS[orientation.turns, orientation.is_mirrored]
    return QCoreApplication.translate("Badges", words)
