"""A look into compressed pixels: do they agree with the DICOM header?

A code stream has sizes of its own. Decoders believe those, not Rows and Columns, so a stream that
declares 65,500 x 65,500 pixels or a height of zero would be worked on for minutes. Pure Python,
reads a few bytes per frame.
"""

from struct import unpack_from

from engine.errors import TruncatedFile, UnreadableFile, UnsafeImage
from engine.language import said

# ITU-T T.81 table B.1: start of frame markers; 0xF7 is SOF55 of JPEG-LS (T.87).
_FRAME_MARKERS = frozenset((*range(0xC0, 0xD0), 0xF7)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_JP2_SIGNATURE = b"\x00\x00\x00\x0cjP  "
_MAX_TILES = 65_535


def check_stream(
    stream: bytes, family: str, rows: int, columns: int, samples: int, bits: int
) -> None:
    """Refuses a code stream whose own sizes differ from the header's.

    Args:
        stream: first fragment of one frame, or all of them.
        family: ``jpeg`` | ``jpegls`` | ``j2k``.
        rows: Rows (0028,0010).
        columns: Columns (0028,0011).
        samples: Samples per Pixel (0028,0002).
        bits: Bits Allocated (0028,0100).

    Raises:
        UnsafeImage: other sizes.
        UnreadableFile: no such code stream.
        TruncatedFile: ends before its sizes.
    """
    height, width, components, precision = _SIZES[family](stream)
    if (height, width) != (rows, columns):
        raise UnsafeImage(
            said(
                "The compressed pixels say {width} x {height}, the header says {columns} x {rows}.",
                width=width,
                height=height,
                columns=columns,
                rows=rows,
            ),
            details={"code stream": f"{width} x {height} x {components}"},
        )
    if components != samples:
        raise UnsafeImage(
            said(
                "The compressed pixels have {components} colour components, the header "
                "says {samples}.",
                components=components,
                samples=samples,
            )
        )
    if not 1 <= precision <= bits:
        raise UnsafeImage(
            said(
                "The compressed pixels have {precision} bits, the header allows {bits}.",
                precision=precision,
                bits=bits,
            )
        )


def starts_stream(fragment: bytes, family: str) -> bool:
    """Whether a fragment begins a new frame's code stream."""
    if family == "j2k":
        return fragment.startswith((b"\xff\x4f\xff\x51", _JP2_SIGNATURE))
    return fragment.startswith(b"\xff\xd8")


def check_run_lengths(stream_bytes: int, frame_bytes: int) -> None:
    """Refuses RLE data that cannot possibly fill a frame: two bytes give at most 128 (PS3.5 G.3.1).

    Raises:
        TruncatedFile: too short.
    """
    if stream_bytes * 64 < frame_bytes:
        raise TruncatedFile(
            said(
                "{stream_bytes:,} bytes of run-length data are too few for "
                "{frame_bytes:,} of pixels.",
                stream_bytes=stream_bytes,
                frame_bytes=frame_bytes,
            )
        )


def _jpeg_size(stream: bytes) -> tuple[int, int, int, int]:
    """(height, width, components, bits) of the first start-of-frame marker."""
    if not stream.startswith(b"\xff\xd8"):
        raise UnreadableFile(said("The compressed pixels are no JPEG data."))
    at = 2
    while at + 4 <= len(stream):
        if stream[at] != 0xFF:
            raise UnreadableFile(said("The JPEG data are damaged before their frame header."))
        marker = stream[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker in _STANDALONE:
            at += 2
            continue
        (length,) = unpack_from(">H", stream, at + 2)
        if marker in _FRAME_MARKERS:
            if length < 8 or at + 10 > len(stream):
                break
            precision, height, width, components = unpack_from(">BHHB", stream, at + 4)
            return height, width, components, precision
        if length < 2 or marker == 0xDA:
            raise UnreadableFile(said("The JPEG data have no frame header."))
        at += 2 + length
    raise TruncatedFile(said("The JPEG data end before their frame header."))


def _j2k_size(stream: bytes) -> tuple[int, int, int, int]:
    """(height, width, components, bits) of the SIZ segment (ITU-T T.800 A.5.1)."""
    at = _j2k_start(stream)
    if len(stream) < at + 43:
        raise TruncatedFile(said("The JPEG 2000 data end before their sizes."))
    if stream[at : at + 4] != b"\xff\x4f\xff\x51":
        raise UnreadableFile(said("The compressed pixels are no JPEG 2000 data."))
    xsiz, ysiz, x0, y0, tile_w, tile_h, tile_x0, tile_y0, components = unpack_from(
        ">8LH", stream, at + 8
    )
    if not (tile_w and tile_h and xsiz > x0 and ysiz > y0 and tile_x0 <= x0 and tile_y0 <= y0):
        raise UnsafeImage(said("The JPEG 2000 data declare impossible sizes."))
    tiles = -(-(xsiz - tile_x0) // tile_w) * -(-(ysiz - tile_y0) // tile_h)
    if tiles > _MAX_TILES:
        raise UnsafeImage(said("The JPEG 2000 data declare {tiles:,} tiles.", tiles=tiles))
    # Ssiz: sign in the top bit, depth - 1 below; components may differ, the first one counts.
    return ysiz - y0, xsiz - x0, components, (stream[at + 42] & 0x7F) + 1


def _j2k_start(stream: bytes) -> int:
    """Where the code stream begins inside a JP2 file (T.800 annex I); 0 for a bare one."""
    if not stream.startswith(_JP2_SIGNATURE):
        return 0
    at = 0
    while at + 8 <= len(stream):
        (length,) = unpack_from(">L", stream, at)
        if stream[at + 4 : at + 8] == b"jp2c":
            return at + 8
        if length < 8:
            raise UnsafeImage(said("A box of the JPEG 2000 file has no length."))
        at += length
    raise TruncatedFile(said("The JPEG 2000 file ends before its pixels."))


_SIZES = {"jpeg": _jpeg_size, "jpegls": _jpeg_size, "j2k": _j2k_size}
