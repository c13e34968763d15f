"""What is painted, and above all what is not."""

import numpy as np
import pytest

from engine.errors import RequestError
from engine.overlay.blend import MODES, blend, rgba_overlay
from engine.overlay.colour import colour_table
from engine.overlay.scale import fixed_scale, scale_of

COLOURS = colour_table("viridis")


def test_opacity_is_constant_above_the_threshold_and_none_at_half_of_it():
    values = np.array([[0.0, 0.09, 0.2, 0.6, 1.0]], dtype=np.float32)

    overlay = rgba_overlay(values, fixed_scale(1.0), COLOURS, threshold=0.2)

    np.testing.assert_array_equal(overlay[0, :, 3], [0, 0, 255, 255, 255])
    np.testing.assert_array_equal(overlay[0, 4, :3], COLOURS[255])
    np.testing.assert_array_equal(overlay[0, 3, :3], COLOURS[153])  # 0.6 * 255


def test_the_ramp_is_premultiplied_and_half_way_at_three_quarters_of_the_threshold():
    overlay = rgba_overlay(
        np.array([[0.6]], dtype=np.float32), fixed_scale(1.0), COLOURS, threshold=0.8
    )

    assert overlay[0, 0, 3] == pytest.approx(127.5, abs=2)  # smoothstep(0.5) = 0.5
    np.testing.assert_allclose(overlay[0, 0, :3], COLOURS[153] / 2, atol=2)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("is_signed", [False, True])
def test_unseen_and_zero_are_never_painted(mode, is_signed):
    values = np.zeros((20, 20), dtype=np.float32)
    values[:, 10:] = np.nan
    colours = colour_table("blue-red") if is_signed else COLOURS

    overlay = rgba_overlay(values, fixed_scale(1.0, is_signed=is_signed), colours, 0.0, mode)

    assert not overlay.any()


@pytest.mark.parametrize("mode", MODES)
def test_without_positive_evidence_nothing_is_painted(mode):
    values = -np.random.default_rng(0).random((8, 9)).astype(np.float32)

    assert not rgba_overlay(values, scale_of(values), COLOURS, 0.2, mode).any()


def test_signed_overlay_paints_both_signs_alike():
    values = np.array([[-1.0, -0.5, 0.0, 0.5, 1.0]], dtype=np.float32)
    colours = colour_table("blue-red")

    overlay = rgba_overlay(values, scale_of(values, is_signed=True), colours, 0.3)

    np.testing.assert_array_equal(overlay[0, :, 3], [255, 255, 0, 255, 255])
    np.testing.assert_array_equal(overlay[0, 0, :3], colours[0])
    np.testing.assert_array_equal(overlay[0, 4, :3], colours[255])


def test_contour_is_a_thin_line_at_the_level():
    # A ramp of 1/200 per pixel crosses 0.25 at x = 50, 0.5 at 100 and 0.75 at 150.
    ramp = np.tile(np.arange(201, dtype=np.float32) / 200, (30, 1))

    alpha = rgba_overlay(ramp, fixed_scale(1.0), COLOURS, 0.25, "contour")[15, :, 3]

    for crossing in (50, 100, 150):
        assert alpha[crossing] == 255
        assert not alpha[crossing - 10 : crossing - 3].any()
        assert not alpha[crossing + 4 : crossing + 10].any()


def test_contour_does_not_follow_the_edge_of_what_was_seen():
    values = np.full((40, 40), np.nan, dtype=np.float32)
    values[:, 10:30] = 1.0

    assert not rgba_overlay(values, fixed_scale(1.0), COLOURS, 0.3, "contour").any()


def test_blend_is_the_weighted_mean():
    grey = np.array([[100, 100]], dtype=np.uint8)
    overlay = np.array([[[200, 0, 50, 255], [0, 0, 0, 0]]], dtype=np.uint8)

    mixed = blend(grey, overlay, opacity=0.25)

    np.testing.assert_array_equal(mixed[0, 0], [125, 75, 88])  # 0.25 * colour + 0.75 * 100
    np.testing.assert_array_equal(mixed[0, 1], [100, 100, 100])


def test_blend_keeps_colour_pictures():
    picture = np.array([[[10, 20, 30]]], dtype=np.uint8)

    np.testing.assert_array_equal(blend(picture, np.zeros((1, 1, 4), np.uint8), 1.0), picture)


def test_unknown_mode_is_refused():
    with pytest.raises(RequestError, match="mesh"):
        rgba_overlay(np.zeros((2, 2), np.float32), fixed_scale(1.0), COLOURS, 0.2, "mesh")
