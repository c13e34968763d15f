"""Dates of DICOM headers as people and sorting want them."""

import re


def iso_date(text: str) -> str:
    """YYYY-MM-DD for DICOM dates of either age (19941105, 1994.11.05); other text as it stands."""
    match = re.fullmatch(r"(\d{4})[.\-]?(\d{2})[.\-]?(\d{2})", text)
    return "-".join(match.groups()) if match else text
