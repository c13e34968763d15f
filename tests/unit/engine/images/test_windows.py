"""Automatic windows and presets: films made of known parts, and real films against each other."""

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_modality_lut, apply_voi_lut

from engine.images.display import compose_lut, named_vois
from engine.images.field import exposed_field
from engine.images.radiograph import GreyScale, Radiograph, Window
from engine.images.reader import read_here
from engine.images.windows import (
    PRESETS,
    auto_window,
    full_window,
    preset_window,
)

LOW, HIGH = 10_000, 20_000  # of the made film's anatomy


def radiograph_of(frame: np.ndarray, **grey) -> Radiograph:
    frames = np.ascontiguousarray(frame[np.newaxis].astype(np.uint16))
    return Radiograph(Path("film"), "0" * 64, "dicom", frames, GreyScale(**grey), 16)


def film(height: int = 1200, width: int = 1000) -> np.ndarray:
    """(height, width) float64: a smooth chest-like picture from `LOW` to `HIGH`, with noise."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    lungs = np.exp(-(((np.abs(x) - 0.45) / 0.28) ** 2 + (y / 0.6) ** 2))
    tissue = 0.75 + 0.2 * y - 0.65 * lungs
    noise = np.random.default_rng(3).normal(0, 0.01, tissue.shape)
    tissue = (tissue - tissue.min()) / np.ptp(tissue)
    return LOW + (HIGH - LOW) * np.clip(tissue + noise, 0, 1)


def ends(window: Window) -> tuple[float, float]:
    return window.centre - window.width / 2, window.centre + window.width / 2


@dataclass(frozen=True)
class Made:
    """A film and which of its pixels are still anatomy."""

    frame: np.ndarray
    is_open: np.ndarray

    def covered(self, share: np.ndarray, level: float) -> "Made":
        """Something of one level over it; `share` 0..1 is how much of each pixel it covers."""
        mixed = self.frame * (1 - share) + level * share
        return Made(np.rint(mixed), self.is_open & (share < 0.01))


def straight(made: Made, level: float) -> Made:
    """Collimated at all four sides, to different widths."""
    share = np.ones(made.frame.shape)
    share[130:-70, 160:-40] = 0
    return made.covered(share, level)


def tilted(made: Made, level: float) -> Made:
    """Collimated by blades that stand 8 degrees askew, with a blurred edge."""
    height, width = made.frame.shape
    closed = np.ones(made.frame.shape, np.uint8)
    box = cv2.boxPoints(((width / 2, height / 2), (0.72 * width, 0.78 * height), 8.0))
    cv2.fillPoly(closed, [np.rint(box).astype(np.int32)], 0)
    return made.covered(cv2.GaussianBlur(closed.astype(np.float64), (0, 0), 2.0), level)


def printed(made: Made, level: float) -> Made:
    """Letters of one level, with soft edges, some 4 % of the film."""
    ink = np.zeros(made.frame.shape, np.uint8)
    font = cv2.FONT_HERSHEY_SIMPLEX
    cv2.putText(ink, "R PORTABLE", (60, 150), font, 4.6, 255, 24, cv2.LINE_AA)
    cv2.putText(ink, "12:30", (620, 1150), font, 3, 255, 14, cv2.LINE_AA)
    return made.covered(cv2.GaussianBlur(ink, (0, 0), 1.5) / 255.0, level)


def noisy(made: Made) -> Made:
    scatter = np.random.default_rng(5).normal(0, 60, made.frame.shape)
    return Made(np.rint(np.clip(made.frame + scatter, 0, 65535)), made.is_open)


CLOSED = {
    "straight and dark": lambda made: straight(made, 300),
    "straight and bright": lambda made: straight(made, 60_000),
    "tilted and dark": lambda made: tilted(made, 300),
    "tilted and bright": lambda made: tilted(made, 60_000),
    "tilted and noisy": lambda made: noisy(tilted(made, 30_000)),
    "bright print": lambda made: printed(made, 65_535),
    "dark print": lambda made: printed(made, 0),
    "dark border with print": lambda made: printed(straight(made, 300), 50_000),
    "tilted, bright, dark print": lambda made: printed(tilted(made, 40_000), 0),
}


def close(kind: str) -> Made:
    anatomy = film()
    return CLOSED[kind](Made(anatomy, np.ones(anatomy.shape, bool)))


@pytest.mark.parametrize("is_inverted", [False, True])
@pytest.mark.parametrize("closed", CLOSED)
def test_the_automatic_window_is_that_of_the_anatomy_alone(closed, is_inverted):
    made = close(closed)
    window = auto_window(radiograph_of(made.frame, is_inverted=is_inverted))
    expected = np.quantile(made.frame[made.is_open], (0.01, 0.99))
    assert ends(window) == pytest.approx(tuple(expected), abs=0.03 * (HIGH - LOW))


@pytest.mark.parametrize("closed", CLOSED)
def test_presets_are_those_of_the_anatomy_alone(closed):
    made = close(closed)
    for preset in PRESETS:
        expected = np.quantile(made.frame[made.is_open], (preset.low, preset.high))
        found = replace(preset, spread=1.0)
        window = preset_window(found, radiograph_of(made.frame))
        assert ends(window) == pytest.approx(tuple(expected), abs=0.03 * (HIGH - LOW)), preset.id


def test_a_film_without_borders_or_marks_is_all_film():
    assert exposed_field(radiograph_of(film())).is_film.mean() > 0.995


def test_the_exposed_field_is_where_the_blades_were_open():
    made = close("tilted and dark")
    field = exposed_field(radiograph_of(made.frame))
    is_open = made.is_open[:: field.step, :: field.step]
    assert field.is_film[~is_open].mean() < 0.01
    assert field.is_film[is_open].mean() > 0.97


def test_anatomy_that_tails_off_is_no_mark():
    """A dense tail without a gap (metal, contrast medium) stays in the range."""
    frame = film()
    frame[500:660, 300:600] = np.linspace(HIGH, 25_000, 300)
    kept = exposed_field(radiograph_of(frame)).film()
    assert kept.max() > 24_900


def test_noise_in_a_dark_frame_leaves_border_and_tails_out():
    rng = np.random.default_rng(1)
    frame = np.zeros((600, 800), np.uint16)
    frame[100:500, 200:700] = rng.integers(LOW, HIGH, (400, 500))
    frame[300, 300] = 60_000
    assert ends(auto_window(radiograph_of(frame))) == pytest.approx((10_100, 19_900), abs=150)


def test_padding_is_no_film():
    frame = film()
    frame[:, :300] = 65_000
    field = exposed_field(radiograph_of(frame, padding=(65_000, 65_000)))
    assert not field.is_film[:, : 300 // field.step].any()
    assert field.is_film[:, 300 // field.step + 1 :].mean() > 0.99


@pytest.mark.parametrize("side", [1, 2, 9])
def test_an_image_of_one_level_has_windows_all_the_same(side):
    radiograph = radiograph_of(np.full((side, side), 7))
    for window in (
        auto_window(radiograph),
        full_window(radiograph),
        *(preset_window(preset, radiograph) for preset in PRESETS),
    ):
        assert window.width > 0


def test_an_image_that_is_all_padding_has_a_window():
    radiograph = radiograph_of(np.full((50, 50), 7), padding=(7, 7))
    assert auto_window(radiograph).width > 0
    assert full_window(radiograph).width > 0


def test_windows_are_in_modality_units():
    frame = np.random.default_rng(0).permutation(10_000).reshape(100, 100)
    window = auto_window(radiograph_of(frame, slope=-0.5, intercept=100.0), low=0.0, high=0.9)
    assert ends(window) == pytest.approx((100 - 0.5 * 9999, 100 - 0.5 * 1000), abs=1)


def test_shares_count_from_the_dark_end_of_the_film_as_it_is_shown():
    """One film, stored in four ways: each preset gives the same light."""
    frame = np.rint(film())
    top = int(frame.max())
    told = (
        radiograph_of(frame),
        radiograph_of(frame, slope=0.25, intercept=-1000.0),
        radiograph_of(top - frame, is_inverted=True),
        radiograph_of(top - frame, slope=-2.0),
    )
    for preset in PRESETS:
        shown = [
            compose_lut(told_as.grey, preset_window(preset, told_as))[told_as.frames[0]]
            for told_as in told
        ]
        for other in shown[1:]:
            assert np.abs(other.astype(int) - shown[0]).max() <= 1, preset.id


def test_a_preset_shows_the_same_anatomy_whatever_the_curve_of_the_detector():
    """Shares of pixels follow any rising curve, fractions of the range would not."""
    linear = film() / 65535
    curved = radiograph_of(np.rint(linear**0.4 * 65535))
    straight_curve = radiograph_of(np.rint(linear * 65535))
    for preset in (entry for entry in PRESETS if entry.spread == 1.0):
        first, second = (
            compose_lut(one.grey, preset_window(preset, one))[one.frames[0]]
            for one in (straight_curve, curved)
        )
        assert np.mean((first == 0) != (second == 0)) < 0.01, preset.id
        assert np.mean((first == 255) != (second == 255)) < 0.01, preset.id


def test_the_full_range_holds_every_pixel_but_padding():
    frame = film()
    frame[0, 0], frame[1, 1], frame[2, 2] = 5, 65_000, 65_535
    window = full_window(radiograph_of(frame, padding=(65_535, 65_535)))
    assert ends(window) == pytest.approx((5, 65_000), abs=0.5)


FILMS = (
    "dicom/cxr_fuji_cr_mono1_10bit.dcm",
    "dicom/cxr_philips_cr_mono1_jpegls_near.dcm",
    "dicom/cxr_rsna_cr_jpegbaseline.dcm",
)


@pytest.mark.real_data
@pytest.mark.parametrize("name", FILMS)
def test_lung_shows_lungs_and_mediastinum_the_heart(shared_data: Path, name: str):
    """Where the lungs and the heart lie in these films was read off them by eye, (x, y) shares."""
    radiograph = read_here(shared_data / name)
    height, width = radiograph.size_hw

    def contrast(preset_id: str, at: tuple[float, float]) -> float:
        preset = next(entry for entry in PRESETS if entry.id == preset_id)
        light = compose_lut(radiograph.grey, preset_window(preset, radiograph))
        x, y, half = round(at[0] * width), round(at[1] * height), round(0.06 * width)
        part = light[radiograph.frames[0, y - half : y + half, x - half : x + half]]
        return float(part.std())

    lung, heart = (0.27, 0.4), (0.56, 0.62)
    assert contrast("lung", lung) > 1.3 * contrast("mediastinum", lung)
    assert contrast("mediastinum", heart) > 1.3 * contrast("lung", heart)


@pytest.mark.real_data
def test_borders_of_real_films_are_left_out(shared_data: Path):
    """The white blades beside a lower leg; the window is the leg's."""
    radiograph = read_here(shared_data / "dicom" / "cr_extremity_fuji_mono1_jpegll_sv1.dcm")
    field = exposed_field(radiograph)
    height, width = field.is_film.shape
    assert not field.is_film[:, : width // 6].any()
    assert field.is_film[height // 3 : height // 2, 2 * width // 5 : 3 * width // 5].mean() > 0.99


@pytest.mark.real_data
def test_every_window_of_real_files_is_pydicoms(shared_data: Path):
    seen = 0
    for file in sorted((shared_data / "dicom").glob("*.dcm")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = pydicom.dcmread(file, force=True)
        if found.get("SamplesPerPixel") != 1 or "WindowCenter" not in found:
            continue
        if (
            found.get("BitsAllocated") not in (8, 16)
            or "PALETTE" in found.PhotometricInterpretation
        ):
            continue
        seen += _assert_windows_of(file, found)
    assert seen >= 8


def _assert_windows_of(file: Path, found: pydicom.Dataset) -> int:
    """Compares every window of a file; returns how many there were."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            stored = found.pixel_array
        except Exception:  # noqa: BLE001 - the reference cannot read it: nothing to compare with
            return 0
        radiograph = read_here(file)
        values = apply_modality_lut(stored, found)
    windows = [voi for _, voi in named_vois(radiograph) if isinstance(voi, Window)]
    for index, window in enumerate(windows):
        plain = replace(radiograph.grey, is_inverted=False, padding=None)
        shown = compose_lut(plain, window, bits=16)[radiograph.frames]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            out = apply_voi_lut(values, found, index=index, prefer_lut=False)
        low, high = _output_range(found)
        expected = (np.asarray(out, np.float64) - low) / (high - low) * 65535
        np.testing.assert_allclose(shown.reshape(expected.shape), expected, atol=2)
    return len(windows)


def _output_range(found: pydicom.Dataset) -> tuple[float, float]:
    """What pydicom's windows end at: everything the stored bits can say, in modality units."""
    bits = found.BitsStored
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    if not found.PixelRepresentation:
        low, high = 0, 2**bits - 1
    slope, intercept = float(found.get("RescaleSlope", 1)), float(found.get("RescaleIntercept", 0))
    return low * slope + intercept, high * slope + intercept
