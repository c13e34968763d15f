"""How the reader wants the overlay painted. Display only: changes no map."""

from dataclasses import dataclass

from engine.overlay.colour import DEFAULT_MAP


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
        mode: ``heat`` | ``contour``.
    """

    colour_map: str = DEFAULT_MAP
    opacity: float = 0.5
    threshold: float = 0.2
    is_signed: bool = False
    is_visible: bool = True
    mode: str = "heat"
