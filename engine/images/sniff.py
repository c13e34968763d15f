"""Which kind of image a file is, by its first bytes.

Cheap to import and to call: walking a folder asks it for every file.
"""

from collections.abc import Callable

from engine.errors import UnreadableFile
from engine.images.dicom.scan import is_dicom
from engine.language import said

SNIFFED_BYTES = 4096


def sniff(data: bytes) -> str:
    """The kind of file by its first bytes, one of the keys of `engine.images.formats.READERS`.

    The first `SNIFFED_BYTES` are enough.

    Raises:
        UnreadableFile: none of them.
    """
    for kind, is_kind in _SIGNS.items():
        if is_kind(data):
            return kind
    raise UnreadableFile(
        said("This is no image that WhyRay knows."),
        hint=said("WhyRay reads DICOM, JPEG, PNG, TIFF, BMP and WEBP files."),
    )


_SIGNS: dict[str, Callable[[bytes], bool]] = {
    # The preamble of a DICOM file may look like anything, a TIFF for instance: ask for DICM first.
    "dicom": is_dicom,
    "jpeg": lambda data: data.startswith(b"\xff\xd8\xff"),
    "png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    "tiff": lambda data: data.startswith((b"II*\0", b"MM\0*")),
    "bmp": lambda data: data.startswith(b"BM"),
    "webp": lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP",
}
