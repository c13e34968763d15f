"""Superpixels on the picture: sharp, green for, red against, borders where numbers change."""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import RequestError
from engine.images.geometry import Affine, resize_affine
from engine.images.radiograph import GreyScale, Window
from engine.overlay.export import export_picture
from engine.overlay.regions import (
    AGAINST_RGB,
    BORDER_RGB,
    FOR_RGB,
    project_regions,
    superpixel_overlay,
)
from engine.overlay.scale import fixed_scale
from tests.support.pictures import make_explanation, make_radiograph

# Left, middle and right third of a 6 x 9 map: for, nothing, against.
LABELS = np.repeat(np.array([[0, 1, 2]], np.int32), 3, axis=1).repeat(6, axis=0)
VALUES = np.array([2.0, 0.0, -1.0], np.float32)


def _explained(image_hw, to_image=None):
    placed = resize_affine(LABELS.shape, image_hw) if to_image is None else to_image
    return replace(make_explanation(VALUES[LABELS], placed), regions=LABELS)


def test_signs_have_their_colours_and_weak_superpixels_none():
    found = superpixel_overlay(
        _explained((60, 90)), fixed_scale(2.0, is_signed=True), (60, 90), Affine(), 0.2
    )

    np.testing.assert_array_equal(found[30, 10], (*FOR_RGB, 255))
    np.testing.assert_array_equal(found[30, 45], 0)
    np.testing.assert_array_equal(found[30, 80], (*AGAINST_RGB, 255))


def test_borders_run_where_the_superpixels_meet_and_nowhere_else():
    found = superpixel_overlay(
        _explained((60, 90)), fixed_scale(2.0, is_signed=True), (60, 90), Affine(), 0.2
    )

    tint = np.rint(np.array(BORDER_RGB) * 0.7)
    is_border = (found[..., :3] == tint).all(axis=2)
    assert set(np.flatnonzero(is_border.any(axis=0))) == {29, 59}
    assert is_border[:, 29].all()


def test_superpixels_stay_sharp_where_a_map_would_be_interpolated():
    labels = project_regions(_explained((600, 900)), (600, 900), Affine())

    np.testing.assert_array_equal(labels, np.repeat(np.arange(3), 300)[None].repeat(600, axis=0))


def test_what_the_network_did_not_see_stays_bare():
    # The map covers the middle of the picture only, as after a centre crop.
    explanation = _explained((60, 90), Affine(a=5.0, c=20.0, e=5.0, f=10.0))
    found = superpixel_overlay(
        explanation, fixed_scale(2.0, is_signed=True), (60, 90), Affine(), 0.2
    )

    assert found[20, 22, 3] == 255
    np.testing.assert_array_equal(found[:, :20], 0)
    np.testing.assert_array_equal(found[:, 65:], 0)
    np.testing.assert_array_equal(found[:10], 0)


def test_the_exported_picture_is_green_and_red():
    radiograph = make_radiograph(
        np.full((300, 450), 100, np.uint16), GreyScale(vois=(Window(127.5, 255.0, "LINEAR_EXACT"),))
    )
    picture = export_picture(radiograph, _explained((300, 450)), style="superpixels", opacity=1.0)

    np.testing.assert_array_equal(picture[150, 50], FOR_RGB)
    np.testing.assert_array_equal(picture[150, 225], 100)
    np.testing.assert_array_equal(picture[150, 400], AGAINST_RGB)
    legend = picture[300:].reshape(-1, 3)
    for colour in (FOR_RGB, AGAINST_RGB):
        assert (legend == colour).all(axis=1).any()


def test_methods_without_superpixels_and_unknown_styles_are_refused():
    radiograph = make_radiograph(np.full((30, 45), 100, np.uint16))
    plain = make_explanation(VALUES[LABELS], resize_affine((6, 9), (30, 45)))

    with pytest.raises(RequestError, match="no superpixels"):
        export_picture(radiograph, plain, style="superpixels")
    with pytest.raises(RequestError, match="mosaic"):
        export_picture(radiograph, plain, style="mosaic")
