"""Maps land where they belong: closed forms, dots, crops and letterboxes."""

import numpy as np
import pytest

from engine.bundle.recipe import Recipe
from engine.images.geometry import Affine, resize_affine
from engine.overlay.project import project, project_image, value_at
from tests.support.pictures import make_dot, make_explanation


def half_pixel_bilinear(values: np.ndarray, target_hw: tuple[int, int]) -> np.ndarray:
    """ONNX Resize linear half_pixel, written from its definition in float64."""
    height, width = values.shape

    def weights(length: int, cells: int) -> np.ndarray:
        at = np.clip((np.arange(length) + 0.5) * cells / length - 0.5, 0, cells - 1)
        return np.maximum(0.0, 1.0 - np.abs(at[:, None] - np.arange(cells)[None, :]))

    return weights(target_hw[0], height) @ values @ weights(target_hw[1], width).T


@pytest.mark.parametrize("target_hw", [(300, 190), (64, 501), (7, 5), (3, 2)])
def test_projection_equals_the_closed_form(target_hw):
    values = np.random.default_rng(1).normal(size=(7, 5)).astype(np.float32)
    explanation = make_explanation(values, resize_affine((7, 5), (1000, 800)))

    projected = project(explanation, target_hw, resize_affine((1000, 800), target_hw))

    np.testing.assert_allclose(projected, half_pixel_bilinear(values, target_hw), atol=2e-6)


def test_a_ramp_is_the_pixel_centre_between_the_outer_cell_centres():
    ramp = np.tile(np.arange(8, dtype=np.float32) + 0.5, (4, 1))  # value = x of the cell centre
    explanation = make_explanation(ramp, resize_affine((4, 8), (400, 1600)))

    projected = project(explanation, (400, 1600), Affine())

    centres = (np.arange(1600) + 0.5) / 200  # in cells
    np.testing.assert_allclose(projected[200, 100:1500], centres[100:1500], atol=1e-5)
    np.testing.assert_allclose(projected[:, :100], 0.5, atol=1e-6)  # clamped, not extrapolated


def test_a_dot_peaks_in_the_middle_of_its_cell_on_an_oblong_image():
    explanation = make_dot((7, 7), (2, 5), (700, 350))

    peak = np.unravel_index(np.nanargmax(project_image(explanation, (700, 350))), (700, 350))

    assert abs(peak[0] + 0.5 - 250) <= 1  # row 2.5 of 7 in 700
    assert abs(peak[1] + 0.5 - 275) <= 1  # column 5.5 of 7 in 350


def test_unseen_margins_of_a_centre_crop_are_nan():
    recipe = Recipe(10, 10, fit="centre-crop")
    to_image = recipe.apply_grey(np.zeros((100, 200), dtype=np.float32)).to_image
    explanation = make_explanation(np.ones((10, 10)), to_image)

    projected = project(explanation, (100, 200), Affine())

    assert np.isnan(projected[:, :50]).all()
    assert np.isnan(projected[:, 150:]).all()
    assert (projected[:, 50:150] == 1.0).all()


def test_letterbox_padding_falls_outside_of_the_image():
    # 100 x 200 in 10 x 10: the image takes rows 2.5 (rounded: 2) .. 7 of the input.
    recipe = Recipe(10, 10, fit="letterbox")
    to_image = recipe.apply_grey(np.zeros((100, 200), dtype=np.float32)).to_image
    values = np.full((10, 10), 9.0, dtype=np.float32)
    values[2:7] = 1.0
    explanation = make_explanation(values, to_image)

    projected = project(explanation, (100, 200), Affine())

    assert not np.isnan(projected).any()
    # The middle rows come from image rows only; padding leaks no further than half a cell.
    np.testing.assert_array_equal(projected[10:90], 1.0)


def test_a_zoomed_grid_reads_the_same_values_as_the_image_grid():
    values = np.random.default_rng(2).normal(size=(14, 14)).astype(np.float32)
    explanation = make_explanation(values, resize_affine((14, 14), (280, 560)))
    whole = project(explanation, (280, 560), Affine())

    crop = project(explanation, (50, 60), Affine.shift(-200, -100))

    np.testing.assert_allclose(crop, whole[100:150, 200:260], atol=1e-5)


def test_value_at_a_point_is_the_projected_value():
    values = np.random.default_rng(3).normal(size=(6, 9)).astype(np.float32)
    explanation = make_explanation(values, resize_affine((6, 9), (60, 45)))
    whole = project(explanation, (60, 45), Affine())

    assert value_at(explanation, 20.5, 33.5) == pytest.approx(float(whole[33, 20]), abs=1e-6)
    assert value_at(explanation, -3.0, 10.0) is None


def test_scale_grid_is_bounded_and_keeps_the_aspect_ratio():
    explanation = make_dot((7, 7), (3, 3), (3000, 2500))

    assert project_image(explanation, (3000, 2500)).shape == (1024, 853)
