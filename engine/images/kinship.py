"""Whether two images are of one patient: the question to ask before they are shown as a pair.

Files are wrong about this more often than one would wish: numbers are given twice by different
hospitals, blanked to the same word, or missing. What is not certain is told as unknown.
"""

from enum import Enum

from engine.images.radiograph import Facts


class Kinship(Enum):
    """How the patients of two images relate."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


# Entries that stand for nobody, in lower case and without signs between their letters.
_NOBODY = frozenset(
    {
        "anon", "anonym", "anonymous", "anonymized", "anonymised", "deidentified", "removed",
        "unknown", "unbekannt", "desconocido", "none", "null", "na", "notavailable", "nn", "xxx",
        "patient", "noname", "noid", "test",
    }
)  # fmt: skip


def kinship(one: Facts | None, other: Facts | None) -> Kinship:
    """How the patients of two images relate, by Patient ID, name and birth date.

    Same takes an equal number and nothing that speaks against it, or an equal name and birth date.
    Any two entries that contradict each other mean different patients.
    """
    if one is None or other is None:
        return Kinship.UNKNOWN
    pairs = (
        (_known_id(one.patient_id), _known_id(other.patient_id)),
        (_known_name(one.patient_name), _known_name(other.patient_name)),
        (_known_date(one.birth_date), _known_date(other.birth_date)),
    )
    if any(a and b and a != b for a, b in pairs):
        return Kinship.DIFFERENT
    has_id, has_name, has_birth = (bool(a and b) for a, b in pairs)
    # A name in only one of the files is a number that cannot be checked.
    is_name_open = bool(pairs[1][0]) != bool(pairs[1][1])
    if (has_id and not is_name_open) or (has_name and has_birth):
        return Kinship.SAME
    return Kinship.UNKNOWN


def has_identity(facts: Facts | None) -> bool:
    """Whether a file names a patient at all."""
    return facts is not None and bool(
        _known_id(facts.patient_id) or _known_name(facts.patient_name)
    )


def _known_id(text: str | None) -> str:
    return _known((text or "").strip().casefold())


def _known_name(text: str | None) -> str:
    """The first component group (PS3.5 6.2.1), without case, prefix and suffix."""
    parts = (text or "").split("=")[0].casefold().split("^")
    return _known("^".join(" ".join(part.split()) for part in parts[:3]).rstrip("^"))


def _known_date(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isdigit())


def _known(text: str) -> str:
    letters = "".join(letter for letter in text if letter.isalnum())
    is_nobody = letters in _NOBODY or not letters.strip("0")
    return "" if is_nobody else text
