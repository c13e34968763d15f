"""Text from files made fit to be shown: no control characters, bounded length."""

import unicodedata

MAX_TEXT = 256

# Cc/Cf: control and direction marks; Cs: lone surrogates; Co/Cn: private use and unassigned.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean_text(text: str, limit: int = MAX_TEXT) -> str:
    """`text` on one line without invisible characters, at most `limit` long."""
    # A hostile header may hold megabytes: cut before looking at every character.
    spaced = " ".join(text[: 4 * limit].split())
    shown = spaced
    if not (spaced.isascii() and spaced.isprintable()):  # nearly every text is both
        shown = "".join(c for c in spaced if unicodedata.category(c) not in _HIDDEN).strip()
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def person_name(text: str) -> str:
    """A DICOM person name (PS3.5 6.2.1) for reading: ``A^B=x^y`` -> ``A, B / x, y``."""
    groups = []
    for group in text.split("="):
        family, _, given = group.partition("^")
        words = " ".join(given.replace("^", " ").split())
        groups.append(", ".join(part for part in (family.strip(), words) if part))
    return " / ".join(group for group in groups if group)
