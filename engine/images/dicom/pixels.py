"""From the vetted header to numbers: sizes and code streams checked, then decoded."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydicom.pixels import apply_color_lut, get_decoder
from pydicom.uid import JPEGExtended12Bit

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images.dicom.codestream import check_run_lengths, check_stream, starts_stream
from engine.images.dicom.header import Header
from engine.images.dicom.scan import Scan
from engine.images.dicom.syntaxes import DEFLATED, EXPLICIT, GDCM_12_BIT, Syntax
from engine.images.limits import check_size
from engine.images.text import clean_text
from engine.language import said

GREYS = frozenset({"MONOCHROME1", "MONOCHROME2"})
PALETTE = "PALETTE COLOR"
COLOURS = frozenset(
    {"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_420", "YBR_PARTIAL_422", "YBR_ICT", "YBR_RCT"}
)


@dataclass(frozen=True)
class PixelModule:
    """The Image Pixel module (PS3.3 C.7.6.3), checked."""

    frames: int
    rows: int
    columns: int
    samples: int
    bits_allocated: int
    bits_stored: int
    high_bit: int
    is_signed: bool
    photometric: str

    @property
    def is_grey(self) -> bool:
        """MONOCHROME1 or 2."""
        return self.photometric in GREYS

    @property
    def frame_bits(self) -> int:
        """Bits of one uncompressed frame."""
        per_pixel = 2 if self.photometric == "YBR_FULL_422" else self.samples
        return self.rows * self.columns * per_pixel * self.bits_allocated


def read_module(header: Header) -> PixelModule:
    """The Image Pixel module of a data set.

    Raises:
        UnsupportedImage: photometric interpretation or bit depth that WhyRay does not show.
        UnsafeImage: sizes beyond the limits or impossible ones.
        UnreadableFile, TruncatedFile: an indispensable value is missing or no number.
    """
    photometric = header.code("PhotometricInterpretation") or ""
    if not header.has("PhotometricInterpretation"):
        raise TruncatedFile(
            said("The header has no Photometric Interpretation: the file is incomplete.")
        )
    if photometric not in GREYS | COLOURS | {PALETTE}:
        raise UnsupportedImage(
            said(
                "The photometric interpretation {clean_text!r} is not supported.",
                clean_text=clean_text(photometric, 32),
            )
        )
    allocated = header.required_integer("BitsAllocated")
    if allocated not in (1, 8, 16):
        raise UnsupportedImage(
            said(
                "The pixels have {allocated} bits each; WhyRay reads 1, 8 and 16.",
                allocated=allocated,
            ),
            hint=said("Dose maps and parametric maps are no radiographs."),
        )
    stored = _or(header.integer("BitsStored"), allocated)
    high = _or(header.integer("HighBit"), stored - 1)
    if not 1 <= stored <= allocated or not stored - 1 <= high < allocated:
        raise UnsafeImage(
            said(
                "{stored} stored bits up to bit {high} do not fit in {allocated} bits.",
                stored=stored,
                high=high,
                allocated=allocated,
            )
        )
    samples = _or(header.integer("SamplesPerPixel"), 3 if photometric in COLOURS else 1)
    if samples != (3 if photometric in COLOURS else 1):
        raise UnsafeImage(
            said(
                "{samples} samples per pixel do not fit {photometric}.",
                samples=samples,
                photometric=photometric,
            )
        )
    frames = 1
    if header.raw("NumberOfFrames") is not None:
        frames = header.required_integer("NumberOfFrames")
    elif "NumberOfFrames" in header.dataset and header.notes:
        raise UnreadableFile(said("Number of Frames in the header is not one whole number."))
    module = PixelModule(
        frames=frames,
        rows=header.required_integer("Rows"),
        columns=header.required_integer("Columns"),
        samples=samples,
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=high,
        is_signed=header.integer("PixelRepresentation") == 1,
        photometric=photometric,
    )
    check_size(module.frames, module.rows, module.columns, is_colour=not module.is_grey)
    return module


def decode_pixels(
    header: Header, scan: Scan, module: PixelModule, syntax: Syntax
) -> NDArray[np.generic]:
    """All frames, as stored (grey) or as RGB (colour, palette applied).

    Returns:
        (F, H, W) or (F, H, W, 3), uint8, uint16, int8 or int16 in native byte order; unused bits
        cleared, sign extended.

    Raises:
        TruncatedFile: fewer bytes than the header needs.
        UnsafeImage: code stream and header disagree.
        UnreadableFile: the decoder refused.
    """
    if syntax.family == "native":
        _check_native(scan, module)
    else:
        _check_encapsulated(scan, module, syntax)
    pixels = _decode(header, module, syntax)
    shape = (module.frames, module.rows, module.columns)
    if module.photometric == PALETTE:
        return _through_palette(header, pixels.reshape(shape))
    if module.is_grey:
        return _stored_bits(pixels.reshape(shape), module)
    return pixels.reshape(*shape, 3)


def _check_native(scan: Scan, module: PixelModule) -> None:
    if scan.fragments:
        raise UnreadableFile(
            said("The pixels are compressed, but the transfer syntax says they are not.")
        )
    needed = -(-module.frames * module.frame_bits // 8)
    there = scan.pixel_bytes
    if there is None or there < needed:
        raise TruncatedFile(
            said(
                "The pixels are incomplete: {there:,} of {needed:,} bytes are there.",
                there=_or(there, 0),
                needed=needed,
            ),
            hint=said("Copy or export the file again."),
        )
    # One byte pads to even length; many frames' worth more means that the sizes are wrong.
    if there >= needed + max(needed // module.frames, 2):
        raise UnsafeImage(
            said(
                "The file has {there:,} bytes of pixels, the header needs {needed:,}.",
                there=there,
                needed=needed,
            )
        )


def _check_encapsulated(scan: Scan, module: PixelModule, syntax: Syntax) -> None:
    if not scan.fragments:
        raise TruncatedFile(said("The compressed pixels are missing."))
    if syntax.family == "rle":
        if len(scan.fragments) < module.frames:
            raise TruncatedFile(
                said(
                    "{count} of {frames} frames are there.",
                    count=len(scan.fragments),
                    frames=module.frames,
                )
            )
        for _, length in scan.fragments:
            check_run_lengths(length, module.frame_bits // 8)
        return
    streams = [
        scan.data[at : at + length]
        for at, length in scan.fragments
        if starts_stream(scan.data[at : at + 12], syntax.family)
    ]
    if not streams:
        raise UnreadableFile(said("The compressed pixels are no {name} data.", name=syntax.name))
    if len(streams) < module.frames:
        raise TruncatedFile(
            said("{count} of {frames} frames are there.", count=len(streams), frames=module.frames)
        )
    for stream in streams:
        check_stream(
            stream,
            syntax.family,
            module.rows,
            module.columns,
            module.samples,
            module.bits_allocated,
        )


def _decode(header: Header, module: PixelModule, syntax: Syntax) -> NDArray[np.generic]:
    # The scan has inflated a deflated data set already.
    decoder = get_decoder(EXPLICIT if syntax.uid == DEFLATED else syntax.uid)
    if syntax.plugin == GDCM_12_BIT and GDCM_12_BIT not in decoder.available_plugins:
        decoder.add_plugin(GDCM_12_BIT, ("engine.images.dicom.jpeg12", "decode_frame"))
    plugin = (
        "gdcm" if syntax.uid == JPEGExtended12Bit and module.bits_stored == 8 else syntax.plugin
    )
    try:
        pixels, _ = decoder.as_array(
            header.dataset,
            decoding_plugin=plugin,
            allow_excess_frames=False,
            correct_unused_bits=False,
        )
    except (ImageError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableFile(
            said("The pixels ({name}) could not be decoded; they are damaged.", name=syntax.name),
            hint=said("Copy or export the file again."),
            details={
                "transfer syntax": syntax.name,
                "decoder": plugin or "native",
                "decoder message": clean_text(str(error), 300),
            },
        ) from error
    if not isinstance(pixels, np.ndarray) or pixels.size != (
        module.frames * module.rows * module.columns * module.samples
    ):
        raise UnsafeImage(said("The decoder gave another number of pixels than the header says."))
    return pixels.astype(pixels.dtype.newbyteorder("="), copy=False)


def _stored_bits(pixels: NDArray[np.generic], module: PixelModule) -> NDArray[np.generic]:
    """Moves the stored bits to the bottom, clears the others, extends the sign (PS3.5 8.1.1)."""
    bits = pixels.dtype.itemsize * 8
    above = bits - 1 - module.high_bit
    spare = bits - module.bits_stored
    if module.bits_allocated == 1 or spare <= 0:
        return pixels
    kind = np.dtype(f"{'i' if module.is_signed else 'u'}{pixels.dtype.itemsize}")
    shifted = np.left_shift(pixels, max(above, 0)).view(kind)
    return np.right_shift(shifted, spare)


def _through_palette(header: Header, indices: NDArray[np.generic]) -> NDArray[np.uint8]:
    """(F, H, W, 3) uint8 through the palette of the file (PS3.3 C.7.6.3.1.5, .6)."""
    try:
        colour = apply_color_lut(indices, header.dataset)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableFile(
            said("The colour palette of the image is incomplete or damaged."),
            details={"reason": clean_text(str(error), 200)},
        ) from error
    if colour.dtype != np.uint8:
        # 8-bit palettes in 16-bit containers exist; the descriptor says which this is.
        bits = int(header.numbers("RedPaletteColorLookupTableDescriptor")[2])
        colour = np.right_shift(colour, max(bits - 8, 0)).astype(np.uint8)
    return np.ascontiguousarray(colour)


def _or(value: int | None, default: int) -> int:
    return default if value is None else value
