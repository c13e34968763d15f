"""The first look at a DICOM file, in pure Python: is its structure what it claims?

Libraries take a declared length at its word, inflate without a limit and recurse as deep as a file
asks. This walk follows the element structure (PS3.5 chapter 7) without interpreting values and
refuses what cannot be sane. What it returns is handed to pydicom next.
"""

import zlib
from dataclasses import dataclass, field
from struct import Struct, pack

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage
from engine.images.dicom.syntaxes import BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT, syntax_name
from engine.images.limits import MAX_FILE_BYTES
from engine.images.text import clean_text
from engine.language import said

MAX_DEPTH = 16
MAX_ELEMENTS = 50_000
PREAMBLE = 128

_UNDEFINED = 0xFFFFFFFF
_ITEM = 0xFFFEE000
_ITEM_END = 0xFFFEE00D
_SEQUENCE_END = 0xFFFEE0DD
_PIXEL_DATA = 0x7FE00010
_SYNTAX_UID = 0x00020010

# Value representations with a 4-byte length after two reserved bytes, PS3.5 table 7.1-1.
_LONG_VRS = frozenset(
    (b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV")
)
_SHORT_VRS = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
_ITEM_VRS = frozenset((b"SQ", b"UN", b""))


@dataclass(frozen=True)
class Scan:
    """What the walk found.

    Attributes:
        data: the whole file, with the DICM prefix; deflated data sets are inflated, headless ones
            wrapped, trailing rubbish behind the pixels cut.
        syntax_uid: the transfer syntax that the *file* states (or shows, where it states none).
        fragments: (offset, length) in `data` of the encapsulated pixel fragments, without the
        offset table.
        pixel_bytes: length of native pixel data; None when there are none or they are encapsulated.
        notes: oddities, for people.
    """

    data: bytes
    syntax_uid: str
    fragments: tuple[tuple[int, int], ...] = ()
    pixel_bytes: int | None = None
    notes: tuple[str, ...] = ()


def is_dicom(data: bytes) -> bool:
    """Whether `data` begins as a DICOM file or as a data set without preamble."""
    return data[PREAMBLE : PREAMBLE + 4] == b"DICM" or _looks_headless(data)


def scan(data: bytes) -> Scan:
    """Walks the structure of a DICOM file.

    Args:
        data: the whole file.

    Raises:
        TruncatedFile: an element or fragment is longer than the rest of the file.
        UnsafeImage: nested too deep, too many elements, or a deflated data set that grows beyond
        the limit.
        UnreadableFile: the structure makes no sense.
    """
    if data[PREAMBLE : PREAMBLE + 4] == b"DICM":
        meta_at, notes = PREAMBLE + 4, ()
    elif _looks_headless(data):
        meta_at, notes = 0, (said("The file has no DICOM preamble."),)
    else:
        raise UnreadableFile(said("This is not a DICOM file."))
    syntax_uid, body_at = read_meta(data, meta_at)
    if len(data) - body_at < 8:
        raise TruncatedFile(said("The DICOM file ends before its header is complete."))
    is_stated = bool(syntax_uid)
    if not is_stated:
        syntax_uid = EXPLICIT if data[body_at + 4 : body_at + 6] in _known_vrs() else IMPLICIT
        notes = (*notes, said("The file does not state its transfer syntax; it was worked out."))
    body = data[body_at:]
    if syntax_uid == DEFLATED:
        body = _inflate(body)
    if meta_at == 0 or syntax_uid == DEFLATED or not is_stated:
        data, body_at = _wrap(EXPLICIT if syntax_uid == DEFLATED else syntax_uid, body)
    walk = Walk(data, body_at, is_implicit=syntax_uid == IMPLICIT, is_big=syntax_uid == BIG_ENDIAN)
    try:
        end = walk.run()
    except ImageError as error:
        error.details["transfer syntax"] = syntax_name(syntax_uid)
        raise
    return Scan(
        data[:end], syntax_uid, tuple(walk.fragments), walk.pixel_bytes, (*notes, *walk.notes)
    )


def _known_vrs() -> frozenset[bytes]:
    return _LONG_VRS | _SHORT_VRS


def _looks_headless(data: bytes) -> bool:
    """A first element of group 0002 or 0008 with a low element number and a length that fits."""
    if len(data) < 16 or data[:2] not in (b"\x02\x00", b"\x08\x00") or data[3] != 0:
        return False
    if data[4:6] in _known_vrs():
        return True
    return int.from_bytes(data[4:8], "little") <= min(len(data) - 8, 1024)


def read_meta(data: bytes, at: int) -> tuple[str, int]:
    """The transfer syntax UID of group 0002 and where the data set begins."""
    syntax = ""
    while at + 8 <= len(data) and data[at : at + 2] == b"\x02\x00":
        tag, _, length, value_at = Walk(data, at, is_implicit=False, is_big=False).head(at)
        if length == _UNDEFINED or value_at + length > len(data):
            raise TruncatedFile(said("The DICOM file ends inside its file meta information."))
        if tag == _SYNTAX_UID:
            raw = data[value_at : value_at + min(length, 64)]
            syntax = raw.decode("ascii", "replace").strip(" \0")
        at = value_at + length
    return clean_text(syntax, 64), at


def _inflate(body: bytes) -> bytes:
    """Raw deflate (PS3.5 A.5), stopped at the file size limit."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflated = engine.decompress(body, MAX_FILE_BYTES // 4)
    except zlib.error as error:
        raise UnreadableFile(said("The deflated data set is damaged.")) from error
    if engine.unconsumed_tail:
        raise UnsafeImage(
            said(
                "The deflated data set grows beyond {MAX_FILE_BYTES} MB.",
                MAX_FILE_BYTES=MAX_FILE_BYTES // 2**22,
            ),
            details={"deflated bytes": str(len(body))},
        )
    if not engine.eof:
        raise TruncatedFile(said("The deflated data set ends before it is complete."))
    return inflated


def _wrap(syntax_uid: str, body: bytes) -> tuple[bytes, int]:
    """A data set behind a fresh preamble and the smallest file meta group (PS3.10 7.1)."""
    uid = syntax_uid.encode("ascii", "replace")
    uid += b"\0" * (len(uid) % 2)
    element = pack("<HH2sH", 2, 0x10, b"UI", len(uid)) + uid
    meta = pack("<HH2sHL", 2, 0, b"UL", 4, len(element)) + element
    head = b"\0" * PREAMBLE + b"DICM" + meta
    return head + body, len(head)


@dataclass
class Walk:
    """One pass over the elements of a data set.

    Attributes:
        data: the file.
        start: where the data set begins.
        is_implicit: implicit value representations.
        is_big: big endian.
        fragments, pixel_bytes, notes: as in `Scan`, filled by `run`.
    """

    data: bytes
    start: int
    is_implicit: bool
    is_big: bool
    fragments: list[tuple[int, int]] = field(default_factory=list)
    pixel_bytes: int | None = None
    notes: list[str] = field(default_factory=list)
    _elements: int = 0
    _pixels_end: int | None = None

    def __post_init__(self) -> None:
        order = ">" if self.is_big else "<"
        self._tag = Struct(order + "HH").unpack_from
        self._short = Struct(order + "H").unpack_from
        self._long = Struct(order + "L").unpack_from

    def run(self) -> int:
        """Walks the whole data set; returns where the usable part ends."""
        at = self.start
        while at + 8 <= len(self.data):
            try:
                at = self.skip(at, len(self.data), depth=0)
            except (TruncatedFile, UnreadableFile):
                if self._pixels_end is None:
                    raise
                self.notes.append(said("Unreadable data after the pixels were left out."))
                return self._pixels_end
        return len(self.data)

    def head(self, at: int) -> tuple[int, bytes, int, int]:
        """(tag, VR or b"" for implicit, length, offset of the value) of the element at `at`."""
        if at + 8 > len(self.data):
            raise TruncatedFile(said("The file ends inside a DICOM element."))
        group, element = self._tag(self.data, at)
        tag = group << 16 | element
        vr = self.data[at + 4 : at + 6]
        # Some writers switch to implicit inside explicit files; two capitals are always a VR.
        if self.is_implicit or group == 0xFFFE or not b"AA" <= vr <= b"ZZ":
            return tag, b"", self._long(self.data, at + 4)[0], at + 8
        if vr in _LONG_VRS:
            if at + 12 > len(self.data):
                raise TruncatedFile(said("The file ends inside a DICOM element."))
            return tag, vr, self._long(self.data, at + 8)[0], at + 12
        return tag, vr, self._short(self.data, at + 6)[0], at + 8

    def skip(self, at: int, end: int, depth: int) -> int:
        """Walks over one element that must end before `end`; returns the offset behind it."""
        self._count()
        tag, vr, length, value_at = self.head(at)
        if length == _UNDEFINED:
            if tag >> 16 == 0x7FE0 or vr not in _ITEM_VRS:
                return self._fragments(value_at, is_image=depth == 0 and tag == _PIXEL_DATA)
            return self._sequence(value_at, None, depth + 1)
        if value_at + length > end:
            raise _too_long(tag, length, end - value_at)
        if vr == b"SQ":
            return self._sequence(value_at, value_at + length, depth + 1)
        if depth == 0 and tag == _PIXEL_DATA:
            self.pixel_bytes, self._pixels_end = length, value_at + length
        return value_at + length

    def _sequence(self, at: int, end: int | None, depth: int) -> int:
        """Walks the items of a sequence; `end` is None for undefined length."""
        if depth > MAX_DEPTH:
            raise UnsafeImage(
                said("DICOM sequences are nested deeper than {MAX_DEPTH}.", MAX_DEPTH=MAX_DEPTH)
            )
        while end is None or at < end:
            self._count()
            tag, _, length, at = self.head(at)
            if tag == _SEQUENCE_END:
                return at
            if tag != _ITEM:
                raise UnreadableFile(said("A DICOM sequence holds something that is no item."))
            at = self._item(at, None if length == _UNDEFINED else at + length, end, depth)
        return at

    def _item(self, at: int, end: int | None, limit: int | None, depth: int) -> int:
        bound = len(self.data) if limit is None else limit
        if end is not None and end > bound:
            raise _too_long(_ITEM, end - at, bound - at)
        while end is None or at < end:
            if end is None and self.head(at)[0] == _ITEM_END:
                return at + 8
            at = self.skip(at, bound if end is None else end, depth)
        return at

    def _fragments(self, at: int, *, is_image: bool) -> int:
        """Encapsulated pixel data, PS3.5 A.4: the offset table, then fragments."""
        found: list[tuple[int, int]] = []
        while at + 8 <= len(self.data):
            self._count()
            tag, _, length, at = self.head(at)
            if tag == _SEQUENCE_END:
                break
            if tag != _ITEM or length == _UNDEFINED:
                raise UnreadableFile(said("The compressed pixel data are damaged."))
            if at + length > len(self.data):
                raise TruncatedFile(
                    said(
                        "The file ends inside its compressed pixels: {count:,} of {length:,} "
                        "bytes of a fragment are there.",
                        count=len(self.data) - at,
                        length=length,
                    )
                )
            found.append((at, length))
            at += length
        else:
            raise TruncatedFile(said("The file ends inside its compressed pixels."))
        if is_image:
            self.fragments, self._pixels_end = found[1:], at
        return at

    def _count(self) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise UnsafeImage(
                said(
                    "The DICOM header has more than {MAX_ELEMENTS:,} elements.",
                    MAX_ELEMENTS=MAX_ELEMENTS,
                )
            )


def _too_long(tag: int, length: int, rest: int) -> TruncatedFile:
    name = f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
    is_image = tag == _PIXEL_DATA
    what = said("its pixels") if is_image else said("element {name}", name=name)
    return TruncatedFile(
        said(
            "The file ends inside {what}: {max:,} of {length:,} bytes are there.",
            what=what,
            max=max(rest, 0),
            length=length,
        ),
        hint=said("Copy or export the file again."),
        details={"element": name},
    )
