"""The composed table against pydicom's pixel functions and against closed forms."""

import itertools
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_modality_lut, apply_voi_lut

from engine.images.display import (
    compose_lut,
    default_voi,
    lut_as_window,
    modality_value,
    model_grey,
    named_vois,
    stored_value,
)
from engine.images.radiograph import GreyScale, Lut, Radiograph, Window
from engine.images.reader import read_here
from tests.support.dicoms import dataset, encode, lut_item

PHOTOMETRICS = ("MONOCHROME1", "MONOCHROME2")
SHAPES = (None, "IDENTITY", "INVERSE")
VOIS = ("lut", "LINEAR", "LINEAR_EXACT", "SIGMOID", "none")
SLOPES = (2.0, -2.0)
SIGNS = (np.uint16, np.int16)


def _pixels(kind) -> np.ndarray:
    low = -1500 if kind is np.int16 else 0
    return np.linspace(low, low + 3000, 40 * 50).astype(kind).reshape(40, 50)


def _corpus_dataset(photometric, shape, voi, slope, kind):
    pixels = _pixels(kind)
    found = dataset(pixels, PhotometricInterpretation=photometric)
    found.RescaleSlope, found.RescaleIntercept = slope, 100
    if shape:
        found.PresentationLUTShape = shape
    ends = sorted(float(end) * slope + 100 for end in (pixels.min(), pixels.max()))
    if voi == "lut":
        curve = (np.linspace(0, 1, 2000) ** 2 * 4095).astype(int)
        found.VOILUTSequence = [lut_item(curve, int(ends[0]) + 500, 12)]
    elif voi != "none":
        found.WindowCenter = (ends[0] + ends[1]) / 2 - 200
        found.WindowWidth = (ends[1] - ends[0]) / 2
        found.VOILUTFunction = voi
    return found


def _reference(found, pixels) -> np.ndarray:
    """0..1 by pydicom, inverted when either tag says so."""
    values = apply_modality_lut(pixels, found)
    if "VOILUTSequence" in found:
        bits = found.VOILUTSequence[0].LUTDescriptor[2]
        light = apply_voi_lut(values.astype(np.int64), found) / (2**bits - 1)
    elif "WindowCenter" in found:
        # pydicom works out the output range from the header: bring it back to 0..1.
        out = apply_voi_lut(values, found)
        low, high = _output_range(found)
        light = (out - low) / (high - low)
    else:
        light = (values - values.min()) / (values.max() - values.min())
    is_inverted = (
        found.PhotometricInterpretation == "MONOCHROME1"
        or found.get("PresentationLUTShape") == "INVERSE"
    )
    return 1 - light if is_inverted else light


def _output_range(found) -> tuple[float, float]:
    bits = found.BitsStored
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    if not found.PixelRepresentation:
        low, high = 0, 2**bits - 1
    slope, intercept = float(found.RescaleSlope), float(found.RescaleIntercept)
    return low * slope + intercept, high * slope + intercept


@pytest.mark.parametrize(
    ("photometric", "shape", "voi", "slope", "kind"),
    list(itertools.product(PHOTOMETRICS, SHAPES, VOIS, SLOPES, SIGNS)),
)
def test_model_grey_equals_pydicom(tmp_path, photometric, shape, voi, slope, kind):
    found = _corpus_dataset(photometric, shape, voi, slope, kind)
    file = tmp_path / "film"
    file.write_bytes(encode(found))
    shown = model_grey(read_here(file))
    expected = _reference(found, _pixels(kind))
    assert shown.dtype == np.float32
    np.testing.assert_allclose(shown, expected, atol=1.5 / 65535)
    assert shown.min() >= 0.0
    assert shown.max() <= 1.0
    assert np.ptp(shown) > 0.1


@pytest.mark.parametrize(
    "name",
    [
        "cxr_fuji_cr_mono1_10bit.dcm",
        "cxr_philips_cr_mono1_j2k_lossy.dcm",
        "cr_extremity_fuji_mono1_jpegll_sv1.dcm",
        "mr_small_rle.dcm",
        "mr_overlay_planes.dcm",
        "dx_dog_thorax_mono1_8bit.dcm",
        "ot_voi_lut.dcm",
        "ct_j2k_pixelrep_mismatch.dcm",
    ],
)
@pytest.mark.real_data
def test_real_files_look_as_pydicom_says(shared_data: Path, name: str):
    file = shared_data / "dicom" / name
    shown = model_grey(read_here(file))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pydicom.dcmread(file)
        values = apply_modality_lut(found.pixel_array, found)
        light = apply_voi_lut(values, found).astype(np.float64)
    if "VOILUTSequence" in found:
        light /= 2 ** found.VOILUTSequence[0].LUTDescriptor[2] - 1
    else:
        bits, is_signed = found.BitsStored, found.PixelRepresentation
        low = -(2 ** (bits - 1)) if is_signed else 0
        slope, intercept = float(found.get("RescaleSlope", 1)), found.get("RescaleIntercept", 0)
        light = (light - (low * slope + float(intercept))) / ((2**bits - 1) * slope)
    if found.PhotometricInterpretation == "MONOCHROME1":
        light = 1 - light
    np.testing.assert_allclose(shown, light, atol=2 / 65535)


@pytest.mark.real_data
@pytest.mark.parametrize(("told", "shown"), [("HU", "HU"), ("US", ""), ("", "")])
def test_values_of_an_unspecified_unit_have_none(tmp_path, told, shown):
    found = dataset(_pixels(np.uint16), RescaleType=told)
    found.RescaleSlope, found.RescaleIntercept = 1, 0
    (tmp_path / "film.dcm").write_bytes(encode(found))

    assert read_here(tmp_path / "film.dcm").grey.unit == shown


def test_modality_lut_of_a_real_file_replaces_rescale(shared_data: Path):
    radiograph = read_here(shared_data / "dicom" / "ot_modality_lut.dcm")
    found = pydicom.dcmread(shared_data / "dicom" / "ot_modality_lut.dcm")
    expected = apply_modality_lut(found.pixel_array, found)
    pixels = radiograph.frames[0, ::64, ::64]
    values = [modality_value(radiograph.grey, int(pixel)) for pixel in pixels.flat]
    assert values == expected[::64, ::64].reshape(-1).tolist()


def _linear_by_the_book(x, c, w):
    """The pseudo code of PS3.3 C.11.2.1.2.1, literally, for one value."""
    if x <= c - 0.5 - (w - 1) / 2:
        return 0.0
    if x > c - 0.5 + (w - 1) / 2:
        return 1.0
    return (x - (c - 0.5)) / (w - 1) + 0.5


@pytest.mark.parametrize(("centre", "width"), [(10, 1), (10, 2), (10.5, 1), (10, 5), (0, 4096)])
def test_linear_window_follows_the_pseudo_code(centre, width):
    table = compose_lut(GreyScale(offset=-32768), Window(centre, width), bits=16)
    for stored in range(-20, 40):
        expected = round(_linear_by_the_book(stored, centre, width) * 65535)
        assert abs(int(table[stored + 32768]) - expected) <= 1, stored


def test_a_window_of_one_is_a_step():
    table = compose_lut(GreyScale(), Window(10, 1))
    assert table[:10].tolist() == [0] * 10
    assert set(table[10:].tolist()) == {255}


def test_sigmoid_is_one_half_at_its_centre_and_survives_extremes():
    table = compose_lut(GreyScale(), Window(1000, 2.0, "SIGMOID"), bits=16)
    assert abs(int(table[1000]) - 32768) <= 1
    assert (int(table[0]), int(table[-1])) == (0, 65535)


def test_inverting_twice_is_no_inversion():
    grey = GreyScale(is_inverted=True)
    window = Window(500, 1000)
    twice = compose_lut(grey, window, is_user_inverted=True)
    np.testing.assert_array_equal(twice, compose_lut(GreyScale(), window))


@pytest.mark.parametrize("is_user_inverted", [False, True])
@pytest.mark.parametrize("is_inverted", [False, True])
def test_padding_is_black_whatever_is_inverted(is_inverted, is_user_inverted):
    grey = GreyScale(offset=-32768, is_inverted=is_inverted, padding=(-2000, -1990))
    table = compose_lut(grey, Window(0, 4000), is_user_inverted=is_user_inverted)
    assert set(table[32768 - 2000 : 32768 - 1989].tolist()) == {0}


def test_without_a_voi_all_pixel_values_are_spread():
    table = compose_lut(GreyScale(), None, bits=16)
    np.testing.assert_array_equal(table, np.arange(65536))


def _radiograph(frame: np.ndarray, kind: str = "dicom", bits: int = 16, **grey) -> Radiograph:
    return Radiograph(
        Path("film"), "0" * 64, kind, frame[np.newaxis].astype(np.uint16), GreyScale(**grey), bits
    )


def test_an_ordinary_8_bit_image_is_shown_unchanged():
    frame = np.arange(50, 200, dtype=np.uint16).reshape(10, 15)
    radiograph = _radiograph(frame, kind="png", bits=8)
    table = compose_lut(radiograph.grey, default_voi(radiograph))
    np.testing.assert_array_equal(table[frame], frame)


def test_dicom_without_voi_spreads_its_pixels_without_padding():
    frame = np.full((20, 20), 500, np.uint16)
    frame[5, 5], frame[6, 6], frame[0] = 100, 900, 65000
    voi = default_voi(_radiograph(frame, padding=(65000, 65000)))
    assert (voi.centre, voi.width) == (500, 800)


def test_a_linear_lut_becomes_its_own_window():
    lut = Lut(100, np.linspace(0, 4095, 1000).astype(np.uint16), 12)
    window = lut_as_window(lut, GreyScale())
    by_lut = compose_lut(GreyScale(), lut).astype(int)
    by_window = compose_lut(GreyScale(), window).astype(int)
    assert np.abs(by_lut - by_window).max() <= 2


def test_the_window_of_a_lut_stays_within_reachable_values():
    lut = Lut(-5000, np.arange(0, 20_000).astype(np.uint16), 16)
    window = lut_as_window(lut, replace(GreyScale(), slope=0.01))
    assert -0.5 * 656 <= window.centre <= 1.5 * 656


def test_vois_have_names():
    lut = Lut(0, np.arange(9, dtype=np.uint16), 4, "BONE")
    vois = (lut, Window(1, 2), Window(3, 4, name="LUNG"))
    radiograph = _radiograph(np.zeros((3, 3)), vois=vois)
    assert [name for name, _ in named_vois(radiograph)] == ["BONE", "window 1", "LUNG"]


def test_probe_values():
    grey = GreyScale(offset=-32768, slope=2.0, intercept=-1024.0)
    assert stored_value(grey, 32768 + 100) == 100
    assert modality_value(grey, 32768 + 100) == -824.0


def test_model_grey_ignores_nothing_but_the_screen():
    frame = np.arange(100, dtype=np.uint16).reshape(10, 10)
    radiograph = _radiograph(frame, vois=(Window(49.5, 99, "LINEAR_EXACT"),), is_inverted=True)
    np.testing.assert_allclose(model_grey(radiograph), 1 - frame / 99, atol=1e-5)
