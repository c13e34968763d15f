"""Ordinary image files: depth, colour, orientation, transparency, damage."""

import io
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images.reader import read_here

GREY = np.tile(np.arange(64, dtype=np.uint8) * 4, (48, 1))
DEEP = np.linspace(0, 65535, 48 * 64).astype(np.uint16).reshape(48, 64)


def _saved(tmp_path: Path, image: Image.Image, kind: str, **options) -> Path:
    file = tmp_path / "film"
    image.save(file, kind.upper(), **options)
    return file


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def _png(width: int, height: int, bits: int, colour: int, rows: bytes) -> bytes:
    head = struct.pack(">LLBBBBB", width, height, bits, colour, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("kind", ["png", "tiff", "bmp"])
def test_8_grey_bits_are_kept(tmp_path: Path, kind: str):
    radiograph = read_here(_saved(tmp_path, Image.fromarray(GREY), kind))
    np.testing.assert_array_equal(radiograph.frames[0], GREY)
    assert (radiograph.kind, radiograph.bits_stored, radiograph.colour) == (kind, 8, None)
    assert radiograph.transfer_syntax == ""
    assert not radiograph.frames.flags.writeable


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
def test_lossy_files_are_close_and_say_so(tmp_path: Path, kind: str):
    radiograph = read_here(_saved(tmp_path, Image.fromarray(GREY), kind, quality=95))
    assert np.abs(radiograph.frames[0].astype(int) - GREY).max() <= 12
    assert radiograph.facts.is_lossy is True
    assert radiograph.colour is None


@pytest.mark.parametrize("kind", ["png", "tiff"])
def test_16_grey_bits_are_kept(tmp_path: Path, kind: str):
    radiograph = read_here(_saved(tmp_path, Image.fromarray(DEEP), kind))
    np.testing.assert_array_equal(radiograph.frames[0], DEEP)
    assert radiograph.bits_stored == 16


@pytest.mark.parametrize("channels", [3, 4])
def test_16_bit_grey_as_colour_png_keeps_its_bits(tmp_path: Path, channels: int):
    pixels = np.stack([DEEP] * channels, axis=-1)
    if channels == 4:
        pixels[..., 3] = 65535
    file = tmp_path / "film.png"
    file.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    radiograph = read_here(file)
    np.testing.assert_array_equal(radiograph.frames[0], DEEP)
    assert (radiograph.colour, radiograph.bits_stored) == (None, 16)


def test_16_bit_grey_with_alpha_keeps_its_bits(tmp_path: Path):
    rows = b"".join(
        b"\0" + np.stack([row, np.full_like(row, 65535)], axis=-1).astype(">u2").tobytes()
        for row in DEEP
    )
    file = tmp_path / "film.png"
    file.write_bytes(_png(64, 48, 16, 4, rows))
    radiograph = read_here(file)
    np.testing.assert_array_equal(radiograph.frames[0], DEEP)
    assert radiograph.bits_stored == 16


def test_tiff_that_calls_white_zero_is_inverted_once(tmp_path: Path):
    deep = read_here(_saved(tmp_path, Image.fromarray(DEEP), "tiff", tiffinfo={262: 0}))
    assert deep.grey.is_inverted
    np.testing.assert_array_equal(deep.frames[0], DEEP)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "LA", "CMYK"])
def test_grey_in_disguise_becomes_grey(tmp_path: Path, mode: str):
    kind = "tiff" if mode == "CMYK" else "png"
    radiograph = read_here(_saved(tmp_path, Image.fromarray(GREY).convert(mode), kind))
    assert radiograph.colour is None
    np.testing.assert_array_equal(radiograph.frames[0], GREY)


def test_grey_jpeg_saved_as_colour_becomes_grey(tmp_path: Path):
    image = Image.fromarray(GREY).convert("RGB")
    assert read_here(_saved(tmp_path, image, "jpeg", quality=80)).colour is None


def test_colour_keeps_rgb_and_luma(tmp_path: Path):
    pixels = np.zeros((30, 40, 3), np.uint8)
    pixels[..., 0], pixels[:10, :, 1] = 200, 100
    radiograph = read_here(_saved(tmp_path, Image.fromarray(pixels), "png"))
    np.testing.assert_array_equal(radiograph.colour[0], pixels)
    luma = 0.299 * pixels[..., 0] + 0.587 * pixels[..., 1] + 0.114 * pixels[..., 2]
    assert np.abs(radiograph.frames[0] - luma).max() <= 1


def test_transparent_parts_are_black_and_noted(tmp_path: Path):
    image = Image.fromarray(np.full((20, 20), 255, np.uint8)).convert("RGBA")
    image.putpixel((3, 5), (255, 255, 255, 0))
    radiograph = read_here(_saved(tmp_path, image, "png"))
    assert int(radiograph.frames[0, 5, 3]) == 0
    assert int(radiograph.frames[0, 5, 4]) == 255
    assert any("ransparent" in note for note in radiograph.notes)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("depth", ["L", "16 bit RGB"])
def test_exif_orientation_is_applied(tmp_path: Path, orientation: int, depth: str):
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = GREY.copy()
    upright[:10, :20] = 250
    # The stored picture is the one that the orientation turns into the upright one (EXIF 2.3).
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright, 1),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, -1),
    }[orientation]
    image = Image.fromarray(np.ascontiguousarray(stored))
    file = _saved(tmp_path, image, "png", exif=exif)
    expected = upright
    if depth != "L":
        deep = np.stack([stored.astype(np.uint16) * 257] * 3, axis=-1)
        png = cv2.imencode(".png", deep)[1].tobytes()
        file.write_bytes(png[:33] + _chunk(b"eXIf", exif.tobytes()[6:]) + png[33:])
        expected = upright.astype(np.uint16) * 257
    np.testing.assert_array_equal(read_here(file).frames[0], expected)


def test_further_pages_are_noted(tmp_path: Path):
    pages = [Image.fromarray(GREY), Image.fromarray(GREY)]
    file = _saved(tmp_path, pages[0], "tiff", save_all=True, append_images=pages[1:])
    assert any("2 images" in note for note in read_here(file).notes)


@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "bmp", "webp"])
def test_a_cut_file_is_never_shown(tmp_path: Path, kind: str):
    noise = np.random.default_rng(0).integers(0, 255, (64, 64)).astype(np.uint8)
    file = _saved(tmp_path, Image.fromarray(noise), kind)
    whole = file.read_bytes()
    for share in (0.2, 0.5, 0.8, 0.95):
        file.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(ImageError) as caught:
            read_here(file)
        assert isinstance(caught.value, TruncatedFile | UnreadableFile)


def test_a_cut_jpeg_is_called_truncated(tmp_path: Path):
    file = _saved(tmp_path, Image.fromarray(GREY), "jpeg")
    file.write_bytes(file.read_bytes()[:-60])
    with pytest.raises(TruncatedFile):
        read_here(file)


@pytest.mark.parametrize("side", [8400, 9800, 60000])
def test_too_many_pixels_are_refused(tmp_path: Path, side: int):
    file = tmp_path / "film.png"
    file.write_bytes(_png(side, side, 8, 0, b"\0" * 99))
    with pytest.raises(UnsafeImage):
        read_here(file)


def test_a_png_chunk_that_lies_is_refused(tmp_path: Path):
    file = tmp_path / "film.png"
    whole = _png(8, 8, 8, 0, b"\0" * 72)
    file.write_bytes(whole[:33] + struct.pack(">L", 0xF0000000) + b"IDAT" + b"\0" * 6)
    with pytest.raises((UnreadableFile, TruncatedFile)):
        read_here(file)


def test_floating_point_pixels_are_refused(tmp_path: Path):
    with pytest.raises(UnsupportedImage):
        read_here(_saved(tmp_path, Image.fromarray(GREY.astype(np.float32)), "tiff"))


def test_the_name_does_not_matter(tmp_path: Path):
    stream = io.BytesIO()
    Image.fromarray(GREY).save(stream, "PNG")
    for name in ("film", "film.dcm", "film.jpg", "film.txt"):
        (tmp_path / name).write_bytes(stream.getvalue())
        assert read_here(tmp_path / name).kind == "png"
