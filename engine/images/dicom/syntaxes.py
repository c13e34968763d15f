"""The transfer syntaxes that WhyRay reads, and with which decoder: the one table.

The decoder is named, never chosen by what happens to be installed: a score must not change because
a machine has another JPEG library.
"""

from dataclasses import dataclass

from engine.errors import UnsupportedImage
from engine.images.text import clean_text
from engine.language import said


@dataclass(frozen=True)
class Syntax:
    """How the pixels of one transfer syntax are decoded.

    Attributes:
        uid: DICOM transfer syntax UID.
        family: ``native`` | ``jpeg`` | ``jpegls`` | ``j2k`` | ``rle``: which code stream to check
        first.
        plugin: pydicom decoding plugin; empty for native pixels.
        is_lossy: True when the syntax only holds lossy images.
    """

    uid: str
    family: str = "native"
    plugin: str = ""
    is_lossy: bool = False

    @property
    def name(self) -> str:
        """The standard's name of the syntax."""
        return syntax_name(self.uid)


GDCM_12_BIT = "gdcm 12 bit"

SYNTAXES: dict[str, Syntax] = {
    syntax.uid: syntax
    for syntax in (
        Syntax("1.2.840.10008.1.2"),  # Implicit VR Little Endian
        Syntax("1.2.840.10008.1.2.1"),  # Explicit VR Little Endian
        Syntax("1.2.840.10008.1.2.1.99"),  # Deflated Explicit VR Little Endian
        Syntax("1.2.840.10008.1.2.2"),  # Explicit VR Big Endian (retired)
        Syntax("1.2.840.10008.1.2.4.50", "jpeg", "gdcm", is_lossy=True),  # JPEG Baseline
        Syntax("1.2.840.10008.1.2.4.51", "jpeg", GDCM_12_BIT, is_lossy=True),  # JPEG Extended
        Syntax("1.2.840.10008.1.2.4.57", "jpeg", "gdcm"),  # JPEG Lossless
        Syntax("1.2.840.10008.1.2.4.70", "jpeg", "gdcm"),  # JPEG Lossless, first-order
        Syntax("1.2.840.10008.1.2.4.80", "jpegls", "pyjpegls"),  # JPEG-LS Lossless
        Syntax("1.2.840.10008.1.2.4.81", "jpegls", "pyjpegls", is_lossy=True),  # JPEG-LS near
        Syntax("1.2.840.10008.1.2.4.90", "j2k", "pylibjpeg"),  # JPEG 2000 Lossless Only
        Syntax("1.2.840.10008.1.2.4.91", "j2k", "pylibjpeg"),  # JPEG 2000 (either)
        Syntax("1.2.840.10008.1.2.4.201", "j2k", "pylibjpeg"),  # HTJ2K Lossless Only
        Syntax("1.2.840.10008.1.2.4.202", "j2k", "pylibjpeg"),  # HTJ2K Lossless, RPCL
        Syntax("1.2.840.10008.1.2.4.203", "j2k", "pylibjpeg"),  # HTJ2K (either)
        Syntax("1.2.840.10008.1.2.5", "rle", "pylibjpeg"),  # RLE Lossless
    )
}

# Newer than the dictionary of pydicom 3.0.
_YOUNG_NAMES = {
    "1.2.840.10008.1.2.8.1": "Deflated Image Frame Compression",
    "1.2.840.10008.1.2.4.110": "JPEG XL Lossless",
    "1.2.840.10008.1.2.4.111": "JPEG XL JPEG Recompression",
    "1.2.840.10008.1.2.4.112": "JPEG XL",
}

DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"


def syntax_name(uid: str) -> str:
    """The standard's name of a transfer syntax; the cleaned UID itself where it is unknown."""
    # Sniffing files needs this module, but not the second that pydicom takes to load.
    from pydicom.uid import UID

    return _YOUNG_NAMES.get(uid) or clean_text(UID(uid).name, 80)


def find_syntax(uid: str) -> Syntax:
    """The row of the table.

    Raises:
        UnsupportedImage: there is none; names the transfer syntax.
    """
    if uid in SYNTAXES:
        return SYNTAXES[uid]
    name = syntax_name(uid)
    raise UnsupportedImage(
        said(
            "The pixels are coded as {name}; WhyRay has no decoder for this transfer syntax.",
            name=name,
        ),
        hint=said("Ask the archive to send the image uncompressed (Explicit VR Little Endian)."),
        details={"transfer syntax": name, "transfer syntax uid": clean_text(uid, 70)},
    )
