"""The recipe's numbers and its way back, against closed forms."""

import numpy as np
import pytest

from engine.bundle.recipe import Recipe
from engine.errors import BundleError


@pytest.mark.parametrize(
    ("scaling", "black", "white"),
    [
        ("unit", (0.0,) * 3, (1.0,) * 3),
        ("symmetric", (-1.0,) * 3, (1.0,) * 3),
        ("byte", (0.0,) * 3, (255.0,) * 3),
        ("xrv", (-1024.0,) * 3, (1024.0,) * 3),
        # 255 - 103.939 ...
        ("caffe", (-103.939, -116.779, -123.68), (151.061, 138.221, 131.32)),
        # (0 - 0.485) / 0.229 ... (1 - 0.406) / 0.225
        ("imagenet", (-2.117904, -2.035714, -1.804444), (2.248908, 2.428571, 2.64)),
    ],
)
def test_black_and_white_take_the_values_of_the_scaling(scaling, black, white):
    recipe = Recipe(height=2, width=2, channels=3, scaling=scaling)
    picture = np.array([[0.0, 1.0], [0.0, 1.0]], dtype=np.float32)

    tensor = recipe.apply_grey(picture).tensor

    assert tensor.shape == (1, 2, 2, 3)
    np.testing.assert_allclose(tensor[0, 0, 0], black, atol=1e-5)
    np.testing.assert_allclose(tensor[0, 0, 1], white, atol=1e-5)


def test_mean_std_uses_the_given_numbers():
    recipe = Recipe(height=1, width=1, scaling="mean-std", mean=(0.5,), deviation=(0.25,))

    assert recipe.apply_grey(np.array([[1.0]], dtype=np.float32)).tensor.item() == pytest.approx(
        2.0
    )


def test_both_layouts_hold_the_same_numbers():
    picture = np.random.default_rng(1).random((5, 7), dtype=np.float32)
    nhwc = Recipe(height=4, width=6, channels=3, layout="nhwc").apply_grey(picture).tensor
    nchw = Recipe(height=4, width=6, channels=3, layout="nchw").apply_grey(picture).tensor

    np.testing.assert_array_equal(nhwc.transpose(0, 3, 1, 2), nchw)


@pytest.mark.parametrize("fit", ["stretch", "letterbox", "centre-crop"])
@pytest.mark.parametrize("size_hw", [(60, 100), (100, 60), (37, 41)])
def test_a_dot_of_the_image_is_found_where_the_affine_says(fit, size_hw):
    height, width = size_hw
    row, column = height // 2 - 2, width // 2 + 3
    picture = np.zeros(size_hw, dtype=np.float32)
    picture[row, column] = 1.0
    recipe = Recipe(height=200, width=240, fit=fit, interpolation="linear")

    made = recipe.apply_grey(picture)

    grid_y, grid_x = np.mgrid[0:200, 0:240] + 0.5
    mass = made.grey.sum()
    centre = (grid_x * made.grey).sum() / mass, (grid_y * made.grey).sum() / mass
    x, y = made.to_image.apply(*centre)
    assert (x, y) == pytest.approx((column + 0.5, row + 0.5), abs=0.02)


def test_letterbox_corners_come_from_outside_the_image():
    made = Recipe(height=100, width=100, fit="letterbox", pad_value=0.5).apply_grey(
        np.ones((50, 100), dtype=np.float32)
    )

    assert made.grey[0, 0] == 0.5
    assert made.grey[50, 50] == 1.0
    # 50 rows of image stand between rows 25 and 75 of the input.
    assert made.to_image.apply(0.0, 25.0) == pytest.approx((0.0, 0.0))
    assert made.to_image.apply(100.0, 75.0) == pytest.approx((100.0, 50.0))


def test_cubic_resizing_never_leaves_the_range():
    step = np.zeros((8, 8), dtype=np.float32)
    step[:, 4:] = 1.0

    grey = Recipe(height=33, width=33, interpolation="cubic").apply_grey(step).grey

    assert grey.min() >= 0.0
    assert grey.max() <= 1.0


def test_recipe_survives_json():
    recipe = Recipe(
        height=3, width=4, channels=3, scaling="mean-std", mean=(1.0,), deviation=(2.0,)
    )

    assert Recipe.from_json(recipe.to_json()) == recipe


@pytest.mark.parametrize(
    "change",
    [
        {"height": 0},
        {"channels": 2},
        {"layout": "chw"},
        {"fit": "squash"},
        {"interpolation": "sinc"},
        {"scaling": "guess"},
        {"scaling": "mean-std"},
        {"pad_value": 2.0},
        {"colour": "rgb"},
    ],
)
def test_impossible_recipes_are_refused(change):
    plain = Recipe(height=3, width=4).to_json() | change

    with pytest.raises(BundleError):
        Recipe.from_json(plain)
