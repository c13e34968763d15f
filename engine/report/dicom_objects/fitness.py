"""Which kinds of objects a reading has something for; told before anything is made.

Apart from the kinds themselves, so that asking does not load what makes them.
"""

import numpy as np

from engine.language import said
from engine.report.request import Reading
from engine.report.wording import WITHHELD

_OF_MAPS = ("sc", "gsps", "seg", "pm")
_OF_ONE_FRAME = ("seg", "pm")


def is_withheld(reading: Reading) -> bool:
    """Whether the input checks refused the image and nobody asked for its score all the same."""
    admission = reading.admission
    return admission is not None and admission.verdict == "refused" and reading.override is None


def what_first(reading: Reading) -> str:
    """What stands in the way of a map."""
    return WITHHELD if is_withheld(reading) else said("Explain a finding first.")


def why_not(kind_id: str, reading: Reading) -> str:
    """Why nothing of that kind can be filed; empty where something can.

    Args:
        kind_id: of `engine.report.dicom_objects.registry.KINDS`.
        reading: what is known of the image.
    """
    if kind_id == "sr" and is_withheld(reading):
        return WITHHELD  # it holds nothing but scores
    if kind_id not in _OF_MAPS:
        return ""
    if kind_id in _OF_ONE_FRAME and reading.radiograph.frame_count > 1:
        return said("masks and maps are filed for images of one frame only")
    if kind_id == "gsps" and reading.radiograph.colour is not None:
        return said("presentation states are for grey images only")
    if not reading.explanations:
        if is_withheld(reading):
            return WITHHELD
        return said("there is no map yet: explain a finding first")
    if kind_id == "seg" and not any(np.nanmax(e.map) > 0 for e in reading.explanations):
        return said("no map with positive evidence: there is no region to file")
    return ""
