"""Region statistics against plain numpy over every pixel centre."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.radiograph import GreyScale, Lut
from engine.measure.mark import ELLIPSE, POLYGON, RECTANGLE
from engine.measure.regions import covered
from engine.measure.statistics import statistics
from tests.support.pictures import make_radiograph

HEIGHT, WIDTH = 23, 31
XS, YS = np.meshgrid(np.arange(WIDTH) + 0.5, np.arange(HEIGHT) + 0.5)
CORNER = st.tuples(
    st.floats(-8, 40, allow_nan=False, width=32), st.floats(-8, 30, allow_nan=False, width=32)
)


def whole_mask(kind, points):
    """(HEIGHT, WIDTH) bool from the module under test."""
    part = covered(kind, points, (HEIGHT, WIDTH))
    mask = np.zeros((HEIGHT, WIDTH), dtype=bool)
    height, width = part.mask.shape
    mask[part.top : part.top + height, part.left : part.left + width] = part.mask == 255
    return mask


def ellipse_share(points):
    """(HEIGHT, WIDTH): < 1 inside, > 1 outside."""
    (x0, y0), (x1, y1) = points
    a, b = abs(x1 - x0) / 2, abs(y1 - y0) / 2
    return ((XS - (x0 + x1) / 2) / a) ** 2 + ((YS - (y0 + y1) / 2) / b) ** 2


def is_inside_polygon(x, y, points):
    """Winding by the sum of signed angles: another road than crossings."""
    turned = 0.0
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        a, b = np.array([x0 - x, y0 - y]), np.array([x1 - x, y1 - y])
        turned += np.arctan2(a[0] * b[1] - a[1] * b[0], a @ b)
    return abs(turned) > np.pi


@given(CORNER, CORNER)
@settings(max_examples=60, deadline=None)
def test_ellipse_holds_the_pixels_whose_centre_is_inside(one, two):
    if min(abs(one[0] - two[0]), abs(one[1] - two[1])) < 1e-3:
        return
    share = ellipse_share((one, two))
    clear = np.abs(share - 1) > 1e-9

    np.testing.assert_array_equal(whole_mask(ELLIPSE, (one, two))[clear], (share < 1)[clear])


@given(CORNER, CORNER)
@settings(max_examples=60, deadline=None)
def test_rectangle_holds_the_pixels_whose_centre_is_inside(one, two):
    (x0, x1), (y0, y1) = sorted((one[0], two[0])), sorted((one[1], two[1]))
    expected = (x0 <= XS) & (x1 > XS) & (y0 <= YS) & (y1 > YS)

    np.testing.assert_array_equal(whole_mask(RECTANGLE, (one, two)), expected)


@pytest.mark.parametrize(
    "points",
    [
        ((2.2, 3.1), (25.7, 4.4), (14.3, 20.9)),
        ((2.2, 3.1), (2.4, 20.2), (27.1, 19.3), (20.6, 11.4), (28.9, 2.3)),  # a dent
        ((-5.1, -4.2), (50.3, 10.1), (-3.7, 40.6)),  # beyond the image
    ],
)
def test_polygon_holds_the_pixels_whose_centre_is_inside(points):
    expected = np.vectorize(lambda x, y: is_inside_polygon(x, y, points))(XS, YS)

    np.testing.assert_array_equal(whole_mask(POLYGON, points), expected)


def test_two_regions_side_by_side_share_no_pixel_and_leave_none_out():
    left = whole_mask(RECTANGLE, ((3.0, 2.0), (10.5, 9.0)))
    right = whole_mask(RECTANGLE, ((10.5, 2.0), (18.0, 9.0)))

    assert not (left & right).any()
    np.testing.assert_array_equal(left | right, whole_mask(RECTANGLE, ((3.0, 2.0), (18.0, 9.0))))


@pytest.fixture
def pixels():
    return np.random.default_rng(5).integers(0, 65_536, (HEIGHT, WIDTH)).astype(np.uint16)


@pytest.mark.parametrize(
    "grey",
    [
        GreyScale(),
        GreyScale(offset=-32768, slope=-1.5, intercept=12.25),
        GreyScale(modality_lut=Lut(100, np.arange(60_000, 0, -1, dtype=np.uint16), 16)),
    ],
    ids=["plain", "signed with negative slope", "table"],
)
def test_statistics_are_numpys(pixels, grey):
    points = ((4.3, 2.9), (22.8, 19.6))
    inside = ellipse_share(points) < 1
    stored = pixels[inside].astype(np.int64) + grey.offset
    if grey.modality_lut is None:
        values = stored * grey.slope + grey.intercept
    else:
        table = grey.modality_lut
        values = table.values[np.clip(stored - table.first, 0, len(table.values) - 1)].astype(float)

    found = statistics(make_radiograph(pixels, grey), 0, ELLIPSE, points)

    assert found.count == inside.sum()
    assert found.mean == pytest.approx(values.mean(), rel=1e-12)
    assert found.sd == pytest.approx(values.std(), rel=1e-9)
    assert (found.least, found.greatest) == (values.min(), values.max())


def test_padding_is_no_part_of_the_statistics(pixels):
    pixels[5:8, 5:8] = 0
    points = ((4.0, 4.0), (12.0, 12.0))
    part = pixels[4:12, 4:12]
    found = statistics(make_radiograph(pixels, GreyScale(padding=(0, 0))), 0, RECTANGLE, points)

    assert found.count == 64 - (part == 0).sum()
    assert found.mean == pytest.approx(part[part > 0].mean())


def test_another_frame_has_other_statistics(pixels):
    one = make_radiograph(pixels)
    both = replace(one, frames=np.stack([pixels, pixels // 2]))
    points = ((0.0, 0.0), (WIDTH, HEIGHT))

    found = statistics(both, 1, RECTANGLE, points)

    assert found.mean == pytest.approx((pixels // 2).mean())
    assert found.count == HEIGHT * WIDTH


def test_no_statistics_outside_of_the_image(pixels):
    assert statistics(make_radiograph(pixels), 0, ELLIPSE, ((-20, -20), (-5, -5))) is None
    assert statistics(make_radiograph(pixels), 0, RECTANGLE, ((3.6, 3.6), (4.4, 4.4))) is None


def test_counting_stays_exact_over_many_equal_pixels():
    frame = np.full((4200, 4100), 7, dtype=np.uint16)  # more than float32 can count to

    found = statistics(make_radiograph(frame), 0, RECTANGLE, ((0, 0), (4100, 4200)))

    assert found.count == 4200 * 4100
    assert (found.mean, found.sd) == (7.0, 0.0)
