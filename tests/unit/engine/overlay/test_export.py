"""The exported picture: original greys outside of the overlay, legend below, bounded size."""

import numpy as np
import pytest

from engine.images.geometry import resize_affine
from engine.images.radiograph import GreyScale, Window
from engine.overlay.colour import colour_table
from engine.overlay.export import LEAST_WIDTH_PX, LONG_SIDE_PX, export_picture
from engine.overlay.legend import draw_legend
from engine.overlay.scale import fixed_scale
from tests.support.pictures import make_dot, make_explanation, make_radiograph

BYTE_WINDOW = GreyScale(vois=(Window(127.5, 255.0, "LINEAR_EXACT"),))


def test_pixels_without_evidence_keep_their_grey():
    pixels = np.random.default_rng(0).integers(0, 256, (300, 500)).astype(np.uint16)
    radiograph = make_radiograph(pixels, BYTE_WINDOW)

    picture = export_picture(radiograph, make_dot((6, 10), (1, 1), (300, 500)))

    assert picture.shape[1] == 500
    assert picture.shape[0] > 300  # the legend
    np.testing.assert_array_equal(picture[150:300, 250:, 0], pixels[150:, 250:])
    np.testing.assert_array_equal(picture[150:300, 250:, 2], pixels[150:, 250:])


def test_the_dot_is_coloured_at_its_place():
    radiograph = make_radiograph(np.zeros((300, 500)), BYTE_WINDOW)

    picture = export_picture(
        radiograph, make_dot((6, 10), (1, 7), (300, 500)), colour_map="viridis", opacity=1.0
    )[:300]

    # Cell (1, 7) of 50 px cells: centre (75, 375); the last viridis colour is yellow.
    np.testing.assert_allclose(picture[75, 375], (253, 231, 37), atol=6)
    painted = np.argwhere(picture.any(axis=2))
    np.testing.assert_allclose(painted.mean(axis=0) + 0.5, (75, 375), atol=0.6)


def test_no_positive_evidence_leaves_the_picture_untouched():
    pixels = np.random.default_rng(1).integers(0, 256, (200, 500)).astype(np.uint16)
    explanation = make_explanation(-np.ones((4, 4)), resize_affine((4, 4), (200, 500)))

    picture = export_picture(make_radiograph(pixels, BYTE_WINDOW), explanation)

    np.testing.assert_array_equal(picture[:200, :, 1], pixels)


def test_tiny_originals_are_enlarged_by_a_whole_factor():
    pixels = np.arange(16, dtype=np.uint16).reshape(4, 4)
    explanation = make_explanation(-np.ones((4, 4)), resize_affine((4, 4), (4, 4)))

    picture = export_picture(make_radiograph(pixels, BYTE_WINDOW), explanation)

    assert picture.shape[1] == LEAST_WIDTH_PX
    np.testing.assert_array_equal(picture[50:LEAST_WIDTH_PX:100, 50::100, 1], pixels)


def test_large_originals_are_reduced_with_their_aspect_ratio():
    radiograph = make_radiograph(np.zeros((3000, 1500)), BYTE_WINDOW)

    picture = export_picture(radiograph, make_dot((3, 3), (1, 1), (3000, 1500)))

    assert picture.shape[1] == LONG_SIDE_PX // 2


@pytest.mark.parametrize("width_px", [64, 224, 1024, 2048])
def test_legend_fits_any_width_and_holds_ink(width_px):
    explanation = make_dot((3, 3), (1, 1), (100, 100))
    legend = draw_legend(explanation, fixed_scale(0.5), colour_table("inferno"), width_px)

    assert legend.shape[1:] == (width_px, 3)
    assert legend.any()
    assert not legend[:, -8:].any()  # nothing runs into the right margin


def test_legend_has_no_colour_bar_without_evidence():
    explanation = make_dot((3, 3), (1, 1), (100, 100))
    legend = draw_legend(explanation, fixed_scale(0.0), colour_table("inferno"), 800)

    assert np.ptp(legend.astype(int), axis=2).max() == 0  # grey ink only
