"""Who and when a DICOM file is about, by its first bytes: for lists of many files.

Pure Python on a bounded part of the file, without pydicom: cheap enough to ask every file of a
folder and safe to run beside the window. What it says is for sorting and for lists; what stands on
an image comes from the decoder. Big headers, deflated files and rare character sets may leave facts
out, which the decoder then fills in.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.errors import ImageError
from engine.images.dicom.dates import iso_date
from engine.images.dicom.scan import PREAMBLE, Walk, is_dicom, read_meta
from engine.images.dicom.syntaxes import BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT
from engine.images.radiograph import Facts
from engine.images.text import clean_text

FIRST_BYTES = 64 * 2**10
MOST_BYTES = 2 * 2**20

_DIRECTORY_UID = b"1.2.840.10008.1.3.10"  # Media Storage Directory Storage, PS3.4 I.4
_CHARSET, _LAST = 0x00080005, 0x00200062
_TAGS: dict[int, str] = {
    0x00080018: "sop_instance_uid",
    0x00080020: "study_date",
    0x00080030: "study_time",
    0x00080060: "modality",
    0x00081030: "study_description",
    0x00100010: "patient_name",
    0x00100020: "patient_id",
    0x00185101: "view_position",
    0x0020000D: "study_uid",
    0x0020000E: "series_uid",
    0x00200062: "laterality",
}
# Specific Character Set (PS3.3 C.12.1.1.2) -> Python codec. Others are read as ASCII.
_CODECS: dict[str, str] = {
    "ISO_IR 100": "latin-1",
    "ISO_IR 101": "iso8859-2",
    "ISO_IR 109": "iso8859-3",
    "ISO_IR 110": "iso8859-4",
    "ISO_IR 144": "iso8859-5",
    "ISO_IR 127": "iso8859-6",
    "ISO_IR 126": "iso8859-7",
    "ISO_IR 138": "iso8859-8",
    "ISO_IR 148": "iso8859-9",
    "ISO_IR 203": "iso8859-15",
    "ISO_IR 13": "shift_jis",
    "ISO_IR 166": "tis-620",
    "ISO_IR 192": "utf-8",
    "GB18030": "gb18030",
    "GBK": "gbk",
}


@dataclass(frozen=True)
class Leading:
    """What the first bytes of a DICOM file say.

    Attributes:
        facts: those that were found; the others are None.
        is_directory: True for a DICOMDIR, which lists files and holds no image.
    """

    facts: Facts
    is_directory: bool = False


def read_leading(path: Path) -> Leading | None:
    """The leading facts of a file; None when it is no DICOM file or cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(FIRST_BYTES)
            return leading_of(data, stream) if is_dicom(data) else None
    except OSError:
        return None  # whoever opens the file says why


def leading_of(data: bytes, rest: BinaryIO | None = None) -> Leading:
    """The leading facts of DICOM bytes.

    Args:
        data: the beginning of the file.
        rest: where more can be read from when the header is longer, up to `MOST_BYTES` in all.
    """
    has_prefix = data[PREAMBLE : PREAMBLE + 4] == b"DICM"
    if has_prefix and _DIRECTORY_UID in data[:1024].split(b"\x08\x00", 1)[0]:
        return Leading(Facts(), is_directory=True)
    try:
        syntax, start = read_meta(data, PREAMBLE + 4 if has_prefix else 0)
    except ImageError:
        return Leading(Facts())
    if syntax == DEFLATED:
        return Leading(Facts())
    if not syntax:
        syntax = EXPLICIT if data[start + 4 : start + 6].isupper() else IMPLICIT
    values, is_complete = _values(data, start, syntax)
    if not is_complete and rest is not None:
        data += rest.read(MOST_BYTES - len(data))
        values, _ = _values(data, start, syntax)
    return Leading(_facts(values))


def _values(data: bytes, start: int, syntax: str) -> tuple[dict[int, bytes], bool]:
    """Values of the wanted elements, and whether nothing wanted can follow what was seen."""
    walk = Walk(data, start, is_implicit=syntax == IMPLICIT, is_big=syntax == BIG_ENDIAN)
    found: dict[int, bytes] = {}
    at = start
    try:
        while at + 8 <= len(data):
            tag, _, length, value_at = walk.head(at)
            if tag > _LAST:
                return found, True
            at = walk.skip(at, len(data), depth=0)
            if tag in _TAGS or tag == _CHARSET:
                found[tag] = data[value_at : value_at + min(length, 1024)]
    except ImageError:
        return found, False
    return found, False


def _facts(values: dict[int, bytes]) -> Facts:
    charset = values.get(_CHARSET, b"").decode("ascii", "replace").split("\\")[0].strip(" \0")
    codec = _CODECS.get(charset.replace("ISO 2022 IR", "ISO_IR"), "ascii")
    texts = {_TAGS[tag]: _text(raw, codec) for tag, raw in values.items() if tag in _TAGS}
    facts = {name: text or None for name, text in texts.items()}
    if facts.get("study_date"):
        facts["study_date"] = iso_date(facts["study_date"])
    if facts.get("patient_name"):
        facts["patient_name"] = facts["patient_name"].rstrip("^ ") or None
    return Facts(**facts)


def _text(raw: bytes, codec: str) -> str:
    """The value as text; empty where that takes more than a code table (escape sequences)."""
    try:
        return "" if b"\x1b" in raw else clean_text(raw.decode(codec).strip(" \0"))
    except UnicodeDecodeError:
        return ""
