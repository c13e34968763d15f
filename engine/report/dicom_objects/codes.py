"""Coded concepts: DICOM's and SNOMED's own where there are any, else codes of our own scheme.

Only codes that stand in pydicom's copy of the standard's dictionaries are used; a finding without
one gets a private code, never a guessed one.
"""

import hashlib
import re

from highdicom.coding_schemes import CodingSchemeIdentificationItem
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

SCHEME = "99WHYRAY"
PLAIN_CHEST_XRAY = Code("399208008", "SCT", "Plain chest X-ray")

# Finding as models name it -> concept. Reviewed by no clinician: a site may want its own.
_FINDINGS = {
    "pneumothorax": codes.SCT.Pneumothorax,
    "pleural effusion": codes.SCT.PleuralEffusion,
    "effusion": codes.SCT.PleuralEffusion,
    "cardiomegaly": codes.SCT.Cardiomegaly,
    "edema": codes.SCT.PulmonaryEdema,
    "pulmonary edema": codes.SCT.PulmonaryEdema,
    "nodule": codes.SCT.Nodule,
    "mass": codes.SCT.Mass,
    "opacity": codes.DCM.Opacity,
    "lung opacity": codes.DCM.Opacity,
}


def finding_code(name: str) -> Code:
    """The concept of a class; a private code that depends on the name only where there is none."""
    plain = re.sub(r"[\s_-]+", " ", name).strip().casefold()
    return _FINDINGS.get(plain) or own_code(name)


def own_code(meaning: str) -> Code:
    """A code of our own scheme: value of at most 16 characters, meaning of at most 64 (PS3.5)."""
    digest = hashlib.sha256(meaning.casefold().encode()).hexdigest()
    return Code(f"W{digest[:12].upper()}", SCHEME, meaning[:64])


def own_scheme() -> CodingSchemeIdentificationItem:
    """What our scheme is, for the object's coding scheme table (PS3.3 C.12.1.1)."""
    return CodingSchemeIdentificationItem(
        designator=SCHEME,
        name="Codes of WhyRay for what standard dictionaries do not name",
        version="1",
        responsible_organization="WhyRay",
    )
