"""How the reader wants the overlay painted. Display only: changes no map."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.overlay.colour import DEFAULT_MAP, colour_table, matching_map
from engine.overlay.regions import superpixel_colours

SUPERPIXELS = "superpixels"


@dataclass(frozen=True)
class OverlayStyle:
    """The overlay's looks.

    Attributes:
        colour_map: a name of `engine.overlay.colour.COLOUR_MAPS`; a signed display uses the signed
            map whatever is chosen here.
        opacity: 0..1 of the whole overlay.
        threshold: 0..1 of the scale; weaker evidence fades out.
        is_signed: paint evidence against the class as well.
        is_visible: False hides the overlay, not the explanation.
        mode: ``heat`` | ``contour`` | ``superpixels`` (``heat`` for maps that have none).
    """

    colour_map: str = DEFAULT_MAP
    opacity: float = 0.5
    threshold: float = 0.2
    is_signed: bool = False
    is_visible: bool = True
    mode: str = "heat"

    def mode_for(self, explanation: Explanation | None) -> str:
        """How this explanation is painted."""
        has_regions = explanation is not None and explanation.regions is not None
        return "heat" if self.mode == SUPERPIXELS and not has_regions else self.mode

    def is_signed_for(self, explanation: Explanation | None) -> bool:
        """Whether evidence against the class is painted; superpixels always show both signs."""
        return self.is_signed or self.mode_for(explanation) == SUPERPIXELS

    def colours_for(self, explanation: Explanation | None) -> NDArray[np.uint8]:
        """(256, 3) uint8 RGB: the colours that this explanation is painted with."""
        if self.mode_for(explanation) == SUPERPIXELS:
            return superpixel_colours()
        return colour_table(matching_map(self.colour_map, self.is_signed))
