"""The letters at the image's edges: which side of the patient lies there. No Qt.

Patient Orientation (0020,0020), PS3.3 C.7.6.1.1.1: two values, where the rows and the columns lead
to. Nothing is guessed: files that do not say have no letters.
"""

from collections.abc import Sequence

from desktop.views.image.orientation import Orientation

RIGHT, BOTTOM, LEFT, TOP = "right", "bottom", "left", "top"
_EDGES = {(1, 0): RIGHT, (0, 1): BOTTOM, (-1, 0): LEFT, (0, -1): TOP}
_OPPOSITES = str.maketrans("APRLHF", "PALRFH")
_LETTERS = frozenset("APRLHF")
_MOST_LETTERS = 3


def edge_letters(
    patient_orientation: Sequence[str] | None, orientation: Orientation
) -> dict[str, str]:
    """Letters by edge of the screen (`RIGHT`, `BOTTOM`, `LEFT`, `TOP`).

    Args:
        patient_orientation: as in the file; anything but two values of biped letters gives none.
        orientation: how the image lies.
    """
    if patient_orientation is None or len(patient_orientation) != 2:
        return {}
    found = {}
    for text, (x, y) in zip(patient_orientation, ((1, 0), (0, 1)), strict=True):
        letters = text.strip().upper()[:_MOST_LETTERS]
        if not letters or not set(letters) <= _LETTERS:
            continue
        ahead = orientation.direction(x, y)
        found[_EDGES[ahead]] = letters
        found[_EDGES[-ahead[0], -ahead[1]]] = letters.translate(_OPPOSITES)
    return found
