"""What a turn of the wheel means. No view here: modifiers, image and habits decide.

Ctrl always zooms and Shift always changes the overlay's opacity. Without them the wheel pages
through the frames where there are several; else it zooms at the pointer, or goes to the next image
where the person chose so.
"""

from enum import Enum

from PySide6.QtCore import QPoint, Qt

from desktop.views.image.habits import Habits

NOTCH = 120  # eighths of a degree, Qt's unit


class Turn(Enum):
    """What the wheel does."""

    ZOOM = "zoom"
    FRAMES = "frames"
    IMAGES = "images"
    OPACITY = "opacity"


def meaning(modifiers: Qt.KeyboardModifier, frame_count: int, habits: Habits) -> Turn:
    """What a turn with these keys held does to such an image."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return Turn.ZOOM
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Turn.OPACITY
    if frame_count > 1:
        return Turn.FRAMES
    return Turn.IMAGES if habits.wheel == "next image" else Turn.ZOOM


def turned_by(delta: QPoint) -> int:
    """The turn in eighths of a degree; some systems make it sideways while Alt or Shift is held."""
    return delta.y() if delta.y() else delta.x()


class Steps:
    """Collects small turns, as touch pads make them, into whole notches."""

    def __init__(self) -> None:
        self._rest = 0

    def add(self, turned: int) -> int:
        """Whole notches that are full now; positive away from the person."""
        if turned * self._rest < 0:  # the other way: what was begun counts no more
            self._rest = 0
        notches = int((self._rest + turned) / NOTCH)
        self._rest += turned - notches * NOTCH
        return notches
