"""How the map is painted, the same for every image until somebody changes it."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

OPACITY_STEP = 0.1


@dataclass(frozen=True)
class OverlayLook:
    """Appearance of the map.

    Attributes:
        colour_map: name of a colour map.
        opacity: 0..1, the same everywhere the map is painted.
        threshold: 0..1 of the map's largest value; below it nothing is painted.
        is_visible: whether the map is painted at all.
        mode: ``heat`` | ``contour`` | ``boxes`` | ``superpixels`` (where a map has them).
        is_signed: paint evidence against the class as well.
        fixed_high: end of a scale that is the same for every image; None: each image's own.
        is_together: all findings explained in the same way at once, each in a colour of its own.
    """

    colour_map: str = "inferno"
    opacity: float = 0.5
    threshold: float = 0.2
    is_visible: bool = True
    mode: str = "heat"
    is_signed: bool = False
    fixed_high: float | None = None
    is_together: bool = False


class OverlayState(QObject):
    """The look in use."""

    look_changed = Signal(object)  # OverlayLook

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = OverlayLook()

    @property
    def look(self) -> OverlayLook:
        """The look in use."""
        return self._look

    def change(self, **changes: Any) -> None:
        """Changes some of it; fractions are kept in 0..1."""
        for name in {"opacity", "threshold"} & set(changes):
            changes[name] = round(min(1.0, max(0.0, changes[name])), 4)
        look = replace(self._look, **changes)
        if look != self._look:
            self._look = look
            self.look_changed.emit(look)
