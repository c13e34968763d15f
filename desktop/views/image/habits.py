"""What a person may choose about the mouse. Asked at every press and turn, so choices act at once.

No Qt.
"""

from dataclasses import dataclass

WHEEL_CHOICES = ("zoom", "next image")


@dataclass(frozen=True)
class Habits:
    """The choices in use.

    Attributes:
        wheel: what the wheel does over an image of one frame, one of `WHEEL_CHOICES`.
        is_level_inverted: dragging up lowers the level (brighter) instead of raising it.
        lens_factor: how much more than the view the magnifier enlarges.
    """

    wheel: str = WHEEL_CHOICES[0]
    is_level_inverted: bool = False
    lens_factor: float = 2.0
