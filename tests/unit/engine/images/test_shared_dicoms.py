"""Every shared DICOM file either opens with the right numbers or is refused by a named error."""

import warnings
from pathlib import Path

import numpy as np
import pydicom
import pytest

from engine.errors import TruncatedFile, UnreadableFile, UnsupportedImage
from engine.images.dicom.syntaxes import SYNTAXES
from engine.images.display import model_grey
from engine.images.reader import read_here

pytestmark = pytest.mark.real_data

REFUSED = {
    "DICOMDIR": (UnsupportedImage, "DICOMDIR"),
    "bad_no_file_meta.dcm": (UnreadableFile, "no image that WhyRay knows"),
    "bad_truncated_pixels.dcm": (TruncatedFile, "8,130 of 8,192 bytes"),
    "bad_vr_frames_1A.dcm": (UnsupportedImage, "32 bits"),
    "cr_charset_japanese_multi.dcm": (UnsupportedImage, "holds no image"),
    "nopixels_rtplan.dcm": (UnsupportedImage, "RT Plan Storage"),
    "nopixels_sr.dcm": (UnsupportedImage, "Comprehensive SR Storage"),
    "parametric_map_float32.dcm": (UnsupportedImage, "floating point"),
    "rtdose_32bit_15frames.dcm": (UnsupportedImage, "32 bits"),
    "seg_deflated_image_frame.dcm": (UnsupportedImage, "Deflated Image Frame Compression"),
}

# frames, height, width, is colour, bits stored, is inverted
OPENED = {
    "cr_extremity_fuji_mono1_jpegll_sv1.dcm": (1, 1760, 1760, False, 10, True),
    "cr_hip_fuji_jpegext12.dcm": (1, 2140, 1760, False, 10, False),
    "ct_j2k_pixelrep_mismatch.dcm": (1, 512, 512, False, 13, False),
    "ct_small_explicit_le.dcm": (1, 128, 128, False, 16, False),
    "ct_vr_un_j2k.dcm": (1, 512, 512, False, 16, False),
    "cxr_fuji_cr_mono1_10bit.dcm": (1, 440, 440, False, 10, True),
    "cxr_philips_cr_mono1_j2k_lossy.dcm": (1, 1955, 1841, False, 15, True),
    "cxr_philips_cr_mono1_jpegls_near.dcm": (1, 1955, 1841, False, 15, True),
    "cxr_rsna_cr_fake_monochrome1.dcm": (1, 1024, 1024, False, 8, True),
    "cxr_rsna_cr_jpegbaseline.dcm": (1, 1024, 1024, False, 8, False),
    "dx_dog_thorax_mono1_8bit.dcm": (1, 169, 211, False, 8, True),
    "emri_multiframe10_be.dcm": (10, 64, 64, False, 12, False),
    "htj2k_lossless_rgb.dcm": (1, 480, 640, True, 8, False),
    "j2k_ybr_rct_nomodality.dcm": (1, 400, 400, True, 8, False),
    "jpegls_near_16bit_tiny.dcm": (1, 50, 10, False, 16, False),
    "mr_overlay_planes.dcm": (1, 300, 484, False, 12, False),
    "mr_small_explicit_be.dcm": (1, 64, 64, False, 16, False),
    "mr_small_implicit_le.dcm": (1, 64, 64, False, 16, False),
    "mr_small_j2k_lossless.dcm": (1, 64, 64, False, 16, False),
    "mr_small_jpegls_lossless.dcm": (1, 64, 64, False, 16, False),
    "mr_small_rle.dcm": (1, 64, 64, False, 16, False),
    "nm_j2k_lossy.dcm": (1, 1024, 256, False, 16, False),
    "nm_jpegext12.dcm": (1, 1024, 256, False, 12, False),
    "ot_deflated_le.dcm": (1, 512, 512, False, 8, False),
    "ot_modality_lut.dcm": (1, 512, 512, False, 12, False),
    "ot_voi_lut.dcm": (1, 512, 512, False, 8, False),
    "sc_jpegbaseline_ybr_full.dcm": (1, 100, 100, True, 8, False),
    "sc_jpegbaseline_ybr_full_422.dcm": (1, 100, 100, True, 8, False),
    "sc_jpegll_rgb.dcm": (1, 100, 100, True, 8, False),
    "sc_rgb_3x3_odd_length.dcm": (1, 3, 3, True, 8, False),
    "sc_rle_rgb16_2frame.dcm": (2, 100, 100, True, 8, False),
    "sc_ybr422_uncompressed.dcm": (1, 100, 100, True, 8, False),
    "seg_1bit.dcm": (1, 512, 512, False, 1, False),
    "us_jpegll_sv1_8bit.dcm": (1, 768, 1024, False, 8, False),
    "us_multiframe30_jpegbaseline_422.dcm": (30, 240, 320, True, 8, False),
    "us_palette_color_16bit_be.dcm": (1, 480, 640, True, 8, False),
    "us_palette_color_8bit.dcm": (1, 350, 800, True, 8, False),
    "us_rgb_planar0.dcm": (1, 120, 256, True, 8, False),
}

# Another decoder of pydicom's than ours where there is one: an independent reference.
OTHER_DECODER = {
    "1.2.840.10008.1.2.4.50": ("pillow", 2),
    "1.2.840.10008.1.2.4.80": ("gdcm", 0),
    "1.2.840.10008.1.2.4.81": ("gdcm", 0),
    "1.2.840.10008.1.2.4.90": ("gdcm", 0),
    "1.2.840.10008.1.2.4.91": ("gdcm", 1),
    "1.2.840.10008.1.2.5": ("pydicom", 0),
}

# (row, column, stored value): 12-bit JPEG, which nothing else here decodes; see below for the mean.
NO_REFERENCE = {"cr_hip_fuji_jpegext12.dcm", "nm_jpegext12.dcm"}


def test_the_tables_name_every_file(shared_data: Path):
    files = {file.name for file in (shared_data / "dicom").iterdir()} - {"README.md", "index.csv"}
    assert files == set(REFUSED) | set(OPENED)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused_by_name(shared_data: Path, name: str):
    kind, words = REFUSED[name]
    with pytest.raises(kind) as caught:
        read_here(shared_data / "dicom" / name)
    assert type(caught.value) is kind
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
    assert len(caught.value.message) <= 300
    if kind is not UnreadableFile:
        assert caught.value.details["transfer syntax"]


@pytest.mark.parametrize("name", sorted(OPENED))
def test_opened(shared_data: Path, name: str):
    frames, height, width, is_colour, bits, is_inverted = OPENED[name]
    radiograph = read_here(shared_data / "dicom" / name)
    assert radiograph.frames.shape == (frames, height, width)
    assert radiograph.frames.dtype == np.uint16
    assert radiograph.frames.flags.c_contiguous
    assert not radiograph.frames.flags.writeable
    assert (radiograph.colour is not None) == is_colour
    assert (radiograph.bits_stored, radiograph.grey.is_inverted) == (bits, is_inverted)
    assert radiograph.kind == "dicom"
    assert radiograph.transfer_syntax


@pytest.mark.parametrize("name", sorted(set(OPENED) - NO_REFERENCE))
def test_pixels_equal_another_decoder(shared_data: Path, name: str):
    radiograph = read_here(shared_data / "dicom" / name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pydicom.dcmread(shared_data / "dicom" / name)
        plugin, tolerance = OTHER_DECODER.get(str(found.file_meta.TransferSyntaxUID), ("", 0))
        expected = pydicom.pixels.pixel_array(found, decoding_plugin=plugin)
        if found.PhotometricInterpretation == "PALETTE COLOR":
            expected = pydicom.pixels.apply_color_lut(expected, found)
    if radiograph.colour is None:
        ours = radiograph.frames.astype(np.int32) + radiograph.grey.offset
    else:
        ours = radiograph.colour.astype(np.int32)
        if expected.dtype.itemsize == 2:
            expected = expected >> 8
        tolerance = max(tolerance, 3) if plugin == "pillow" else tolerance
    difference = np.abs(ours.reshape(expected.shape) - expected.astype(np.int32))
    # Chroma upsampling is free in JPEG: colour of subsampled files is compared on average.
    assert (difference.mean() if radiograph.colour is not None else difference.max()) <= tolerance


@pytest.mark.parametrize(
    ("name", "largest", "mean"),
    [("cr_hip_fuji_jpegext12.dcm", 960, 450.88), ("nm_jpegext12.dcm", 264, 14.37)],
)
def test_12_bit_jpeg_keeps_its_range(shared_data: Path, name: str, largest: int, mean: float):
    frames = read_here(shared_data / "dicom" / name).frames
    assert int(frames.max()) == largest
    assert frames.mean() == pytest.approx(mean, abs=0.01)


def test_12_bit_jpeg_shows_the_same_body_as_its_j2k_copy(shared_data: Path):
    one = read_here(shared_data / "dicom" / "nm_jpegext12.dcm").frames[0].astype(float)
    two = read_here(shared_data / "dicom" / "nm_j2k_lossy.dcm").frames[0].astype(float)
    # The copy lost much to compression; misread bits would not correlate at all.
    assert np.corrcoef(one.ravel(), two.ravel())[0, 1] > 0.9


def test_every_syntax_of_the_samples_is_in_the_table(shared_data: Path):
    seen = set()
    for name in OPENED:
        found = pydicom.dcmread(shared_data / "dicom" / name, specific_tags=["SOPClassUID"])
        seen.add(str(found.file_meta.TransferSyntaxUID))
    assert seen <= set(SYNTAXES)
    assert len(seen) >= 13


def test_the_two_copies_of_one_film_look_the_same(shared_data: Path):
    folder = shared_data / "dicom"
    lossy = read_here(folder / "cxr_philips_cr_mono1_j2k_lossy.dcm")
    near = read_here(folder / "cxr_philips_cr_mono1_jpegls_near.dcm")
    assert (lossy.grey, lossy.facts.modality) == (near.grey, near.facts.modality)
    difference = np.abs(model_grey(lossy) - model_grey(near))
    assert difference.mean() < 0.002
    assert difference.max() < 0.05


def test_a_switched_tag_switches_the_look(shared_data: Path):
    one = model_grey(read_here(shared_data / "dicom" / "cxr_rsna_cr_jpegbaseline.dcm"))
    other = model_grey(read_here(shared_data / "dicom" / "cxr_rsna_cr_fake_monochrome1.dcm"))
    np.testing.assert_allclose(one + other, 1.0, atol=1e-4)


def test_one_image_in_five_syntaxes_is_one_image(shared_data: Path):
    names = ("implicit_le", "explicit_be", "rle", "jpegls_lossless", "j2k_lossless")
    films = [read_here(shared_data / "dicom" / f"mr_small_{name}.dcm") for name in names]
    for film in films[1:]:
        np.testing.assert_array_equal(film.frames, films[0].frames)


def test_facts_of_a_real_film(shared_data: Path):
    radiograph = read_here(shared_data / "dicom" / "cxr_rsna_cr_jpegbaseline.dcm")
    facts = radiograph.facts
    assert (facts.modality, facts.body_part, facts.view_position) == ("CR", "CHEST", "PA")
    assert facts.is_lossy is True
    assert facts.sop_class == "Secondary Capture Image Storage"
    assert radiograph.spacing is not None
    assert radiograph.spacing.row_mm == pytest.approx(0.168)
