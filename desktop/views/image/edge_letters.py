"""The letters at the edges of the image on screen: which side of the patient lies there. No Qt."""

from collections.abc import Sequence

from desktop.views.image.orientation import Orientation
from engine.images import edges
from engine.images.edges import BOTTOM, DIRECTIONS, LEFT, RIGHT, TOP

__all__ = ["BOTTOM", "LEFT", "RIGHT", "TOP", "edge_letters"]
_EDGES = {direction: edge for edge, direction in DIRECTIONS.items()}


def edge_letters(
    patient_orientation: Sequence[str] | None, orientation: Orientation
) -> dict[str, str]:
    """Letters by edge of the screen (`RIGHT`, `BOTTOM`, `LEFT`, `TOP`).

    Args:
        patient_orientation: as in the file, see `engine.images.edges`.
        orientation: how the image lies.
    """
    stored = edges.edge_letters(patient_orientation)
    return {
        _EDGES[orientation.direction(*DIRECTIONS[edge])]: letters
        for edge, letters in stored.items()
    }
