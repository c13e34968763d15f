"""How the reader wants the overlay painted. Display only: changes no map."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.overlay.colour import DEFAULT_MAP, colour_table, matching_map
from engine.overlay.project import project_image
from engine.overlay.regions import superpixel_colours
from engine.overlay.scale import Scale, fixed_scale, scale_of
from engine.overlay.together import finding_colours, finding_place

SUPERPIXELS = "superpixels"
BOXES = "boxes"


@dataclass(frozen=True)
class Layer:
    """One explanation of those that are painted, lowest first.

    Attributes:
        explanation: the map.
        scale: that it is painted with.
        colours: (256, 3) uint8 RGB.
        mode: how it is painted, as in `OverlayStyle`.
    """

    explanation: Explanation
    scale: Scale
    colours: NDArray[np.uint8]
    mode: str


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
        mode: ``heat`` | ``contour`` | ``boxes`` | ``superpixels`` (``heat`` for maps that have
            none).
        fixed_high: end of a scale that is the same for every image; None: each image's own.
        is_together: all findings explained in the same way at once, each in a colour of its own.
    """

    colour_map: str = DEFAULT_MAP
    opacity: float = 0.5
    threshold: float = 0.2
    is_signed: bool = False
    is_visible: bool = True
    mode: str = "heat"
    fixed_high: float | None = None
    is_together: bool = False

    def mode_for(self, explanation: Explanation | None) -> str:
        """How this explanation is painted."""
        has_regions = explanation is not None and explanation.regions is not None
        return "heat" if self.mode == SUPERPIXELS and not has_regions else self.mode

    def is_signed_for(self, explanation: Explanation | None) -> bool:
        """Whether evidence against the class is painted; superpixels always show both signs."""
        return self.is_signed or self.mode_for(explanation) == SUPERPIXELS

    def scale_for(self, explanation: Explanation, image_hw: tuple[int, int]) -> Scale:
        """The scale that this explanation of an image of that size is painted with."""
        is_signed = self.is_signed_for(explanation)
        if self.fixed_high is not None:
            return fixed_scale(self.fixed_high, is_signed=is_signed)
        return scale_of(project_image(explanation, image_hw), is_signed=is_signed)

    def layers_for(
        self,
        explanation: Explanation,
        beside: tuple[Explanation, ...],
        image_hw: tuple[int, int],
    ) -> tuple[Layer, ...]:
        """What is painted: the explanation, or all findings as lines or boxes, it on top."""
        if not (self.is_together and beside):
            scale, mode = self.scale_for(explanation, image_hw), self.mode_for(explanation)
            return (Layer(explanation, scale, self.colours_for(explanation), mode),)
        style = replace(self, mode=self.mode if self.mode == BOXES else "contour", is_signed=False)
        return tuple(
            Layer(
                one, style.scale_for(one, image_hw), finding_colours(finding_place(one)), style.mode
            )
            for one in (*reversed(beside), explanation)
        )

    def colours_for(self, explanation: Explanation | None) -> NDArray[np.uint8]:
        """(256, 3) uint8 RGB: the colours that this explanation is painted with."""
        if self.mode_for(explanation) == SUPERPIXELS:
            return superpixel_colours()
        return colour_table(matching_map(self.colour_map, self.is_signed))
