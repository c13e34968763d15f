"""Which side of the patient lies at which edge of the image, as it is stored.

Patient Orientation (0020,0020), PS3.3 C.7.6.1.1.1: two values, where the rows and the columns lead
to. Nothing is guessed: files that do not say have no letters.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

RIGHT, BOTTOM, LEFT, TOP = "right", "bottom", "left", "top"
# Edge -> direction that leads there: x to the right, y down.
DIRECTIONS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {RIGHT: (1, 0), BOTTOM: (0, 1), LEFT: (-1, 0), TOP: (0, -1)}
)
_AHEAD_BEHIND = ((RIGHT, LEFT), (BOTTOM, TOP))
_OPPOSITES = str.maketrans("APRLHF", "PALRFH")
_LETTERS = frozenset("APRLHF")
_MOST_LETTERS = 3


def edge_letters(patient_orientation: Sequence[str] | None) -> dict[str, str]:
    """Letters by edge (`RIGHT`, `BOTTOM`, `LEFT`, `TOP`).

    Args:
        patient_orientation: as in the file; anything but two values of biped letters gives none.
    """
    if patient_orientation is None or len(patient_orientation) != 2:
        return {}
    found = {}
    for text, (ahead, behind) in zip(patient_orientation, _AHEAD_BEHIND, strict=True):
        letters = text.strip().upper()[:_MOST_LETTERS]
        if letters and set(letters) <= _LETTERS:
            found[ahead] = letters
            found[behind] = letters.translate(_OPPOSITES)
    return found
