"""Files made to harm or cut short: refused by a named error before a native decoder sees them."""

import io
import random
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images.dicom.scan import MAX_DEPTH, scan
from engine.images.reader import read_here
from tests.support import dicoms


def _jpeg(size: int = 64) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(np.arange(size * size, dtype=np.uint8).reshape(size, size)).save(stream, "JPEG")
    return stream.getvalue()


def _jpeg_of_bits(bits: int) -> bytes:
    """A JPEG whose frame header states a precision that does not exist (made GDCM crash)."""
    whole = _jpeg()
    at = whole.index(b"\xff\xc0") + 4
    return whole[:at] + bytes([bits]) + whole[at + 1 :]


def _j2k(size: int = 64) -> bytes:
    stream = io.BytesIO()
    image = Image.fromarray(np.arange(size * size, dtype=np.uint8).reshape(size, size))
    image.save(stream, "JPEG2000", no_jp2=True)
    return stream.getvalue()


def _j2k_with_size(height: int, width: int) -> bytes:
    stream = _j2k()
    return stream[:8] + struct.pack(">LL", width, height) + stream[16:]


def _film(**tags) -> bytes:
    pixels = np.arange(64 * 48, dtype=np.uint16).reshape(64, 48)
    return dicoms.encode(dicoms.dataset(pixels, **tags))


def _body_at(film: bytes) -> int:
    """Where the data set begins: at SOP Class UID."""
    return film.index(struct.pack("<HH", 8, 0x16))


def _no_pixels() -> bytes:
    found = dicoms.dataset(np.zeros((4, 4), np.uint16))
    del found.PixelData
    return dicoms.encode(found)


JP2_BOX_0 = bytes.fromhex("0000000C6A5020200D0A870A") + bytes(8)

HOSTILE = {
    "jpeg height 0": (
        lambda: dicoms.compressed([dicoms.jpeg_with_size(_jpeg(), 0, 64)], dicoms.BASELINE, 64, 64),
        UnsafeImage,
        "64 x 0",
    ),
    "jpeg 65500 squared": (
        lambda: dicoms.compressed(
            [dicoms.jpeg_with_size(_jpeg(), 65500, 65500)], dicoms.BASELINE, 64, 64
        ),
        UnsafeImage,
        "65500 x 65500",
    ),
    "jpeg-ls height 0": (
        lambda: dicoms.compressed(
            [b"\xff\xd8\xff\xf7\x00\x0b\x08\x00\x00\x00\x40\x01\x01\x11\x00" + bytes(99)],
            dicoms.JPEG_LS,
            64,
            64,
        ),
        UnsafeImage,
        "64 x 0",
    ),
    "j2k with other sizes": (
        lambda: dicoms.compressed([_j2k_with_size(1_572_964, 100)], dicoms.J2K, 64, 64),
        UnsafeImage,
        "100 x 1572964",
    ),
    "j2k of a million tiles": (
        lambda: dicoms.compressed(
            [_j2k(512)[:24] + struct.pack(">LL", 1, 1) + _j2k(512)[32:]], dicoms.J2K, 512, 512
        ),
        UnsafeImage,
        "262,144 tiles",
    ),
    "jp2 box of length 0": (
        lambda: dicoms.compressed([JP2_BOX_0], dicoms.J2K, 64, 64),
        UnsafeImage,
        "box",
    ),
    "colour jpeg in a grey file": (
        lambda: dicoms.compressed([_colour_jpeg()], dicoms.BASELINE, 64, 64),
        UnsafeImage,
        "3 colour components",
    ),
    "jpeg of 100 bits": (
        lambda: dicoms.compressed([_jpeg_of_bits(100)], dicoms.BASELINE, 64, 64),
        UnsafeImage,
        "100 bits",
    ),
    "palette without colours": (
        lambda: _film(PhotometricInterpretation="PALETTE COLOR"),
        UnreadableFile,
        "palette",
    ),
    "png instead of jpeg": (
        lambda: dicoms.compressed([b"\x89PNG" + bytes(60)], dicoms.BASELINE, 64, 64),
        UnreadableFile,
        "no JPEG Baseline",
    ),
    "missing frames": (
        lambda: dicoms.compressed([_jpeg()], dicoms.BASELINE, 64, 64, NumberOfFrames=3),
        TruncatedFile,
        "1 of 3 frames",
    ),
    "rle bomb": (
        lambda: dicoms.compressed([dicoms.run_lengths(694)], dicoms.RLE, 65535, 65535),
        UnsafeImage,
        "65535 x 65535",
    ),
    "rle too short": (
        lambda: dicoms.compressed([dicoms.run_lengths(200)], dicoms.RLE, 8000, 8000),
        TruncatedFile,
        "run-length",
    ),
    "deflate bomb": (
        lambda: dicoms.deflated(bytes(200 * 2**20)),
        UnsafeImage,
        "grows beyond",
    ),
    "deflate cut short": (
        lambda: dicoms.deflated(_film()[300:])[:-100],
        TruncatedFile,
        "deflated",
    ),
    "rows and columns of 60000": (
        lambda: _film(Rows=60000, Columns=60000),
        UnsafeImage,
        "60000 x 60000",
    ),
    "2**31 frames": (lambda: _film(NumberOfFrames=2**31 - 1), UnsafeImage, "frames"),
    "minus one frame": (lambda: _film(NumberOfFrames=-1), UnsafeImage, "-1 frames"),
    "zero rows": (lambda: _film(Rows=0), UnsafeImage, "x 0"),
    "two rows values": (lambda: _film(Rows=[64, 64]), UnreadableFile, "Rows"),
    "no rows": (lambda: _film(Rows=None), TruncatedFile, "Rows"),
    "too many pixel bytes": (lambda: _film(Rows=16), UnsafeImage, "the header needs"),
    "too few pixel bytes": (lambda: _film(Rows=65), TruncatedFile, "incomplete"),
    "bits beyond the container": (lambda: _film(BitsStored=17), UnsafeImage, "17 stored bits"),
    "no bits": (lambda: _film(BitsStored=0), UnsafeImage, "0 stored bits"),
    "32 bits": (lambda: _film(BitsAllocated=32), UnsupportedImage, "32 bits"),
    "4 samples": (lambda: _film(SamplesPerPixel=4), UnsafeImage, "4 samples"),
    "unknown photometric": (
        lambda: _film(PhotometricInterpretation="HSV"),
        UnsupportedImage,
        "HSV",
    ),
    "no pixels": (_no_pixels, UnsupportedImage, "holds no image"),
    "unknown syntax": (
        lambda: dicoms.with_body(_film()[_body_at(_film()) :], "1.2.840.10008.1.2.4.110"),
        UnsupportedImage,
        "JPEG XL",
    ),
    "nested too deep": (
        lambda: dicoms.with_body(dicoms.nested(MAX_DEPTH + 1)),
        UnsafeImage,
        "nested",
    ),
    "nested 5000": (lambda: dicoms.with_body(dicoms.nested(5000)), UnsafeImage, "nested"),
    "unclosed sequence": (
        lambda: dicoms.with_body(dicoms.nested(3)[:40]),
        TruncatedFile,
        "ends",
    ),
    "too many elements": (
        lambda: dicoms.with_body(struct.pack("<HH2sH", 8, 8, b"CS", 0) * 60_000),
        UnsafeImage,
        "elements",
    ),
    "element of 4 GB": (
        lambda: dicoms.with_body(
            struct.pack("<HH2sHL", 8, 0x1140, b"UN", 0, 0xFFFFFFFE) + bytes(99)
        ),
        TruncatedFile,
        "4,294,967,294",
    ),
    "only a preamble": (lambda: bytes(128) + b"DICM", TruncatedFile, "ends before"),
    "noise": (lambda: random.Random(3).randbytes(5000), UnreadableFile, "no image"),
    "text": (lambda: b"name,score\n" * 99, UnreadableFile, "no image"),
}


def _colour_jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(stream, "JPEG")
    return stream.getvalue()


@pytest.mark.alone
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_refused_quickly_by_a_named_error(tmp_path: Path, name: str):
    make, kind, words = HOSTILE[name]
    file = tmp_path / "film.dcm"
    file.write_bytes(make())
    started = time.monotonic()
    with pytest.raises(kind) as caught:
        read_here(file)
    assert time.monotonic() - started < 3
    assert words in str(caught.value)
    assert caught.value.file == file
    assert len(caught.value.message) <= 300


def test_sane_nesting_is_read(tmp_path: Path):
    film = _film()
    body_at = _body_at(film)
    file = tmp_path / "film"
    file.write_bytes(film[:body_at] + dicoms.nested(MAX_DEPTH) + film[body_at:])
    assert read_here(file).size_hw == (64, 48)


@pytest.mark.parametrize("syntax", [dicoms.EXPLICIT, dicoms.IMPLICIT, dicoms.DEFLATED])
def test_a_film_cut_anywhere_is_never_shown(tmp_path: Path, syntax: str):
    pixels = np.arange(64 * 48, dtype=np.uint16).reshape(64, 48)
    whole = dicoms.encode(dicoms.dataset(pixels, PatientName="A^B"), syntax)
    file = tmp_path / "film"
    for length in [*range(1, 600, 7), *range(600, len(whole) - 1, 131), len(whole) - 2]:
        file.write_bytes(whole[:length])
        with pytest.raises((TruncatedFile, UnreadableFile, UnsupportedImage)):
            read_here(file)


def test_a_compressed_film_cut_anywhere_is_never_shown(tmp_path: Path):
    whole = dicoms.compressed([_jpeg()], dicoms.BASELINE, 64, 64)
    file = tmp_path / "film"
    for length in range(400, len(whole) - 8, 37):
        file.write_bytes(whole[:length])
        with pytest.raises((TruncatedFile, UnsupportedImage, UnreadableFile)):
            read_here(file)


def test_bad_optional_values_are_left_out_with_a_note(tmp_path: Path):
    film = _film(WindowCenter="100", WindowWidth="0", RescaleSlope="0", RescaleIntercept="7")
    file = tmp_path / "film"
    file.write_bytes(film)
    radiograph = read_here(file)
    assert radiograph.grey.vois == ()
    assert (radiograph.grey.slope, radiograph.grey.intercept) == (1.0, 7.0)
    assert len(radiograph.notes) == 2


@pytest.mark.parametrize("value", ["nan", "1e999", "abc"])
def test_numbers_that_are_none_are_left_out_with_a_note(tmp_path: Path, value: str):
    film = _film(RescaleSlope="1.5555", RescaleIntercept="0")
    file = tmp_path / "film"
    file.write_bytes(film.replace(b"1.5555", value.encode().ljust(6)))
    radiograph = read_here(file)
    assert radiograph.grey.slope == 1.0
    assert any("Rescale Slope" in note for note in radiograph.notes)


def test_rubbish_behind_the_pixels_is_left_out_with_a_note(tmp_path: Path):
    file = tmp_path / "film"
    file.write_bytes(_film() + b"\x10\x00\x10\x00UN\0\0\xff\xff\xff\x7f rubbish")
    radiograph = read_here(file)
    assert int(radiograph.frames[0, 0, 5]) == 5
    assert any("after the pixels" in note for note in radiograph.notes)


def test_a_data_set_without_preamble_is_read(tmp_path: Path):
    film = _film()
    file = tmp_path / "film"
    file.write_bytes(film[_body_at(film) :])
    radiograph = read_here(file)
    assert int(radiograph.frames[0, 1, 0]) == 48
    assert any("preamble" in note for note in radiograph.notes)


def test_bits_outside_the_stored_ones_are_cleared(tmp_path: Path):
    pixels = np.array([[0x0123, 0xF123], [0x8FFF, 0x0FFF]], np.uint16)
    file = tmp_path / "film"
    file.write_bytes(dicoms.encode(dicoms.dataset(pixels, BitsStored=12, HighBit=11)))
    np.testing.assert_array_equal(read_here(file).frames[0], pixels & 0x0FFF)


def test_a_high_bit_on_top_is_moved_down(tmp_path: Path):
    pixels = np.array([[0x1230, 0xFFFF]], np.uint16)
    file = tmp_path / "film"
    file.write_bytes(dicoms.encode(dicoms.dataset(pixels, BitsStored=12, HighBit=15)))
    np.testing.assert_array_equal(read_here(file).frames[0], [[0x123, 0xFFF]])


def test_signed_12_bits_keep_their_sign(tmp_path: Path):
    pixels = np.array([[-5, 5, -2048, 2047]], np.int16)
    file = tmp_path / "film"
    masked = (pixels & 0x0FFF).astype(np.int16)
    file.write_bytes(dicoms.encode(dicoms.dataset(masked, BitsStored=12, HighBit=11)))
    radiograph = read_here(file)
    np.testing.assert_array_equal(radiograph.frames[0].astype(int) + radiograph.grey.offset, pixels)


def _outcome(file: Path):
    try:
        return read_here(file)
    except ImageError as error:
        return error


@pytest.mark.slow
def test_mutated_films_end_in_an_image_or_a_named_error(tmp_path: Path):
    """Uncompressed films only: native codecs belong into the child (see test_decoder)."""
    pixels = np.arange(32 * 24, dtype=np.uint16).reshape(32, 24)
    found = dicoms.dataset(pixels, PatientName="A^B", WindowCenter="100", WindowWidth="50")
    seeds = [dicoms.encode(found, syntax) for syntax in (dicoms.EXPLICIT, dicoms.IMPLICIT)]
    file = tmp_path / "film"
    for seed in range(300):
        dice = random.Random(seed)
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(132, min(len(data), 700))
            data[at] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))
        file.write_bytes(data)
        outcome = _outcome(file)
        if isinstance(outcome, ImageError):
            assert len(outcome.message) <= 300, seed
        else:
            assert outcome.frames.dtype == np.uint16


def test_the_scan_finds_fragments_and_native_pixels():
    jpeg = _jpeg()
    found = scan(dicoms.compressed([jpeg, jpeg], dicoms.BASELINE, 64, 64))
    starts = [found.data[at : at + length].rstrip(b"\0") for at, length in found.fragments]
    assert starts == [jpeg.rstrip(b"\0")] * 2
    assert scan(_film()).pixel_bytes == 64 * 48 * 2
