"""Scales never invent evidence; colour tables are the published ones."""

import cv2
import numpy as np
import pytest

from engine.errors import RequestError
from engine.overlay.colour import COLOUR_MAPS, colour_table, matching_map
from engine.overlay.scale import Scale, fixed_scale, scale_of


@pytest.mark.parametrize("values", [np.zeros((3, 3)), -np.ones((3, 3)), np.full((3, 3), np.nan)])
def test_without_positive_evidence_the_scale_is_empty_and_says_so(values):
    scale = scale_of(values.astype(np.float32))

    assert scale.is_empty
    assert scale.empty_text() == "no positive evidence"
    np.testing.assert_array_equal(scale.position(values.astype(np.float32)), 0.0)


def test_positive_scale_shows_negative_values_as_nothing():
    values = np.array([-4.0, 0.0, 1.0, 2.0, np.nan], dtype=np.float32)
    scale = scale_of(values)

    assert scale == Scale(0.0, 2.0, False)
    np.testing.assert_allclose(scale.position(values), [0, 0, 0.5, 1, 0])


def test_signed_scale_is_symmetric_about_zero():
    values = np.array([-4.0, 0.0, 2.0, np.nan], dtype=np.float32)
    scale = scale_of(values, is_signed=True)

    assert scale == Scale(-4.0, 4.0, True)
    position = scale.position(values)
    np.testing.assert_allclose(position, [0, 0.5, 0.75, 0.5])
    np.testing.assert_allclose(scale.strength(position), [1, 0, 0.5, 0])


def test_tiny_values_scale_without_overflow():
    values = np.array([1e-40, 5e-41, 0.0], dtype=np.float32)

    np.testing.assert_allclose(scale_of(values).position(values), [1, 0.5, 0], atol=1e-4)


def test_fixed_scale_clips_what_lies_beyond():
    position = fixed_scale(2.0).position(np.array([1.0, 3.0], dtype=np.float32))

    np.testing.assert_allclose(position, [0.5, 1.0])


@pytest.mark.parametrize("colour_map", COLOUR_MAPS, ids=lambda colour_map: colour_map.name)
def test_every_table_has_256_rgb_colours(colour_map):
    table = colour_table(colour_map.name)

    assert table.shape == (256, 3)
    assert table.dtype == np.uint8


def test_tables_are_rgb_and_not_bgr():
    # Matplotlib's published ends: inferno ends in pale yellow (252, 255, 164), viridis starts in
    # violet (68, 1, 84).
    np.testing.assert_allclose(colour_table("inferno")[255], (252, 255, 164), atol=2)
    np.testing.assert_allclose(colour_table("viridis")[0], (68, 1, 84), atol=2)


@pytest.mark.parametrize("name", [one.name for one in COLOUR_MAPS if one.kind == "sequential"])
def test_sequential_tables_grow_lighter_all_along(name):
    lab = cv2.cvtColor(colour_table(name)[None], cv2.COLOR_RGB2LAB)[0, :, 0].astype(int)

    assert (np.diff(lab) >= -1).all()
    assert lab[-1] - lab[0] > 120


def test_signed_table_is_grey_in_the_middle_and_equally_light_on_both_sides():
    table = colour_table("blue-red")
    light = _lab(table)[:, 0]

    assert np.ptp(table[127:129].astype(int)) <= 4
    assert table[0].argmax() == 2  # blue against
    assert table[255].argmax() == 0  # red for
    np.testing.assert_allclose(light, light[::-1], atol=2.0)
    saturation = np.hypot(*_lab(table)[:, 1:].T)
    assert (np.diff(saturation[128:]) > -0.5).all()  # stronger is never paler
    assert (np.diff(saturation[:128]) < 0.5).all()


# Brettel, Vienot and Mollon's dichromats in the one-matrix form of Vienot et al. 1999, and
# Machado et al. 2009 for tritanopia; on linear RGB.
DICHROMATS = {
    "protanopia": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "deuteranopia": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@pytest.mark.parametrize("matrix", DICHROMATS.values(), ids=DICHROMATS)
def test_the_signs_stay_apart_for_the_colour_blind(matrix):
    linear = (colour_table("blue-red") / 255.0) ** 2.2
    seen = np.clip(linear @ np.array(matrix).T, 0.0, 1.0) ** (1 / 2.2)
    lab = _lab((seen * 255.0).astype(np.uint8))
    distance = np.linalg.norm(lab - lab[::-1], axis=1)

    assert distance[:26].min() > 50.0  # the strongest fifth; 2.3 is just noticeable
    assert distance[:103].min() > 10.0  # everything that the usual threshold lets through


def _lab(table):
    """(N, 3) CIELAB of (N, 3) uint8 sRGB."""
    return cv2.cvtColor(np.float32(table[None] / 255.0), cv2.COLOR_RGB2LAB)[0]


def test_unknown_colour_map_names_the_choices():
    with pytest.raises(RequestError, match="rainbow") as caught:
        colour_table("rainbow")

    assert "viridis" in caught.value.hint


def test_colour_map_follows_the_scale():
    assert matching_map("magma", is_signed=False) == "magma"
    assert matching_map("magma", is_signed=True) == "blue-red"
    assert matching_map("blue-red", is_signed=False) == "inferno"
