"""Ordinary image files (JPEG, PNG, TIFF, BMP, WEBP) become a `Radiograph`, through Pillow.

Sixteen grey bits stay sixteen. Pixels are laid out as the EXIF orientation says. Transparency is
laid over black.
"""

import io
import warnings
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images.assembly import Frames, colour_frames, grey_frames
from engine.images.limits import check_size
from engine.images.radiograph import Facts, GreyScale, Radiograph
from engine.images.text import clean_text
from engine.language import said

_TIFF_PHOTOMETRIC, _TIFF_BITS = 262, 258
_DEEP_GREY = ("I;16", "I;16B", "I;16L", "I;16N")
_ALWAYS_LOSSY = frozenset({"jpeg"})


def read_raster(data: bytes, path: Path, sha256: Callable[[], str], kind: str) -> Radiograph:
    """Reads an ordinary image file from memory.

    Args:
        data: the whole file.
        path: where it came from.
        sha256: gives the hex digest of `data`; asked when the pixels are there.
        kind: ``jpeg`` | ``png`` | ``tiff`` | ``bmp`` | ``webp``, as sniffed.

    Raises:
        TruncatedFile: the file ends before its pixels do.
        UnsafeImage: more pixels than the limit.
        UnsupportedImage: floating point or 32-bit pixels.
        UnreadableFile: damaged.
    """
    notes: list[str] = []
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        try:
            with Image.open(io.BytesIO(data), formats=[kind.upper()]) as image:
                check_size(1, image.height, image.width, is_colour=image.mode not in _DEEP_GREY)
                is_inverted, bits = _tiff_facts(image)
                image.load()
                if getattr(image, "n_frames", 1) > 1:
                    notes.append(
                        said(
                            "The file holds {n_frames} images; the first is shown.",
                            n_frames=image.n_frames,
                        )
                    )
                frames = _frames(image, data, bits, notes)
        except (ImageError, MemoryError):
            raise
        except Exception as error:
            raise _as_image_error(error, kind) from error
    return Radiograph(
        path=path,
        sha256=sha256(),
        kind=kind,
        frames=frames.grey,
        grey=GreyScale(is_inverted=is_inverted),
        bits_stored=frames.bits_stored,
        colour=frames.colour,
        facts=Facts(is_lossy=_is_lossy(data, kind)),
        notes=tuple(notes),
    )


def _as_image_error(error: Exception, kind: str) -> ImageError:
    """Pillow's many exceptions as ours. It has no class for a short file, only texts."""
    message = clean_text(str(error), 200)
    details = {"format": kind, "decoder message": message}
    if isinstance(error, Image.DecompressionBombError):
        return UnsafeImage(said("The image has too many pixels."), details=details)
    lower = message.lower()
    if any(word in lower for word in ("truncated", "end of file", "not enough", "ended")):
        return TruncatedFile(
            said("The image file ends before its pixels do."),
            hint=said("Copy or export the file again."),
            details=details,
        )
    if isinstance(error, UnidentifiedImageError | NotImplementedError) or "unknown pixel" in lower:
        return UnreadableFile(
            said("This {upper} file is damaged or of a rare kind.", upper=kind.upper()),
            details=details,
        )
    return UnreadableFile(said("The {upper} file is damaged.", upper=kind.upper()), details=details)


def _tiff_facts(image: Image.Image) -> tuple[bool, int]:
    """(is small bright and left so by Pillow, bits per sample or 0)."""
    tags = getattr(image, "tag_v2", None)
    if tags is None:
        return False, 0
    bits = int(np.max(tags.get(_TIFF_BITS, (1,))))
    # Pillow turns WhiteIsZero around for up to 8 bits only.
    return tags.get(_TIFF_PHOTOMETRIC) == 0 and image.mode in _DEEP_GREY, bits


def _frames(image: Image.Image, data: bytes, bits: int, notes: list[str]) -> Frames:
    if image.mode in ("I", "F"):
        raise UnsupportedImage(
            said(
                "The pixels have 32 bits or are floating point numbers; WhyRay reads 8 and 16 bits."
            ),
            hint=said("Save the image with 16 bits per pixel."),
        )
    if image.mode in _DEEP_GREY:
        stored = np.asarray(_upright(image)).astype(np.uint16, copy=False)
        return grey_frames(stored[np.newaxis], bits if 8 < bits <= 16 else 16)
    if image.format == "PNG" and _png_bits(data) == 16:
        return _deep_png(data, image, notes)
    upright = _upright(image)
    if upright.mode in ("1", "L"):
        return grey_frames(np.asarray(upright.convert("L"))[np.newaxis], 8)
    return colour_frames(np.asarray(_opaque(upright, notes))[np.newaxis], 8)


def _upright(image: Image.Image) -> Image.Image:
    """The same image, turned as its EXIF orientation asks; most are not, and are not copied."""
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _opaque(image: Image.Image, notes: list[str]) -> Image.Image:
    """As RGB; transparent parts over black."""
    has_alpha = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    if not has_alpha:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    if rgba.getchannel("A").getextrema()[0] < 255:
        notes.append(said("Transparent parts of the image are shown black."))
    black = Image.new("RGBA", rgba.size, (0, 0, 0, 255))
    return Image.alpha_composite(black, rgba).convert("RGB")


def _png_bits(data: bytes) -> int:
    """Bit depth of the IHDR chunk."""
    return data[24] if len(data) > 25 else 0


def _deep_png(data: bytes, image: Image.Image, notes: list[str]) -> Frames:
    """16-bit PNG with colour or alpha, which Pillow would cut to 8 bits; OpenCV keeps them.

    Pillow has decoded the same bytes before, so no chunk lies about its length. Orientation: as
    Pillow's.
    """
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED | _NO_TURN)
    size = (image.height, image.width)
    if pixels is None or pixels.dtype != np.uint16 or pixels.shape[:2] != size:
        raise UnreadableFile(said("The 16-bit PNG file is damaged."))
    if pixels.ndim == 2:
        return grey_frames(_turned(pixels, image)[np.newaxis], 16)
    rgb = pixels[..., 2::-1]
    if pixels.shape[2] == 4 and pixels[..., 3].min() < 65535:
        notes.append(said("Transparent parts of the image are shown black."))
        share = pixels[..., 3:].astype(np.uint32)
        rgb = ((rgb * share + 32767) // 65535).astype(np.uint16)
    return colour_frames(_turned(rgb, image)[np.newaxis], 16)


_NO_TURN = cv2.IMREAD_IGNORE_ORIENTATION

# EXIF orientation (tag 0x0112) -> quarter turns counter-clockwise, then mirror left-right?
_TURNS = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False)}
_TURNS |= {7: (1, True), 8: (1, False)}


def _turned(pixels: NDArray[np.uint16], image: Image.Image) -> NDArray[np.uint16]:
    quarters, is_mirrored = _TURNS.get(image.getexif().get(0x0112, 1), (0, False))
    turned = np.rot90(pixels, quarters)
    return np.ascontiguousarray(turned[:, ::-1] if is_mirrored else turned)


def _is_lossy(data: bytes, kind: str) -> bool | None:
    if kind in _ALWAYS_LOSSY:
        return True
    if kind == "webp":
        return b"VP8 " in data[:64] or None
    return False if kind in ("png", "bmp") else None
