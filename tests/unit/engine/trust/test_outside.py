"""The share of a map outside the lungs by hand, and masks of several sources together."""

import numpy as np
import pytest
from PIL import Image

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine, resize_affine
from engine.inference.target import Target
from engine.trust.outside import outside_lungs
from engine.trust.survey import Truth
from engine.trust.truths import combined, folder_beside, truth_of, truth_of_fields


def explanation(values, to_image=None):
    return Explanation(
        map=np.asarray(values, np.float32),
        to_image=Affine() if to_image is None else to_image,
        method="m",
        target=Target("t", 0),
        layer=None,
        layer_tensor=None,
        conventions={},
        options={},
        seed=0,
        model_id="x",
        provider="CPU",
        score=1.0,
        passes=1,
        seconds=0.0,
    )


def test_by_hand():
    values = [[1.0, 2.0, 0.0], [3.0, -4.0, 5.0]]
    lungs = np.array([[True, False, False], [False, True, True]])

    found = outside_lungs(explanation(values), (2, 3), lungs)

    # Positive part 1 + 2 + 3 + 5 = 11; outside 2 + 0 + 3 = 5. Three of six pixels are outside.
    assert found.share == pytest.approx(5 / 11)
    assert found.even == pytest.approx(0.5)


@pytest.mark.parametrize("mask_hw", [(60, 80), (15, 20), (1500, 2000)])
def test_an_even_map_has_the_share_of_the_area_at_any_size_of_the_mask(mask_hw):
    lungs = np.zeros(mask_hw, bool)
    lungs[: mask_hw[0] // 5] = True
    to_image = resize_affine((4, 4), (600, 800))

    found = outside_lungs(explanation(np.ones((4, 4)), to_image), (600, 800), lungs)

    assert found.share == pytest.approx(0.8, abs=1e-3)  # to the nearest pixel
    assert found.even == pytest.approx(0.8, abs=1e-3)  # to the nearest pixel


def test_what_the_network_did_not_see_takes_no_part():
    """A crop of the columns 2..6 of 8; lungs left of column 4 and right of column 6."""
    values = np.tile([1.0, 1.0, 3.0, 3.0], (4, 1))
    lungs = np.zeros((4, 8), bool)
    lungs[:, :4] = lungs[:, 6:] = True

    found = outside_lungs(explanation(values, Affine.shift(2.0, 0.0)), (4, 8), lungs)

    assert found.share == pytest.approx(6 / 8)
    assert found.even == pytest.approx(0.5)


def test_a_map_without_a_positive_part_has_no_share():
    found = outside_lungs(explanation(-np.ones((2, 2))), (2, 2), np.eye(2, dtype=bool))
    assert found.share is None
    assert found.even == 0.5


def halves(side):
    mask = np.zeros((8, 8), bool)
    mask[:, :4] = side == "left"
    mask[:, 4:] = side == "right"
    return mask


def test_masks_by_structure_whatever_their_source():
    truth = truth_of({"Left lung": halves("left"), "right_lung": halves("right")}, (80, 80))
    assert truth.organ.all()
    assert not truth.finding.any()
    lesion = truth_of({"lesion": halves("left"), "heart": halves("right")}, (8, 8))
    np.testing.assert_array_equal(lesion.finding, halves("left"))
    assert lesion.organ is None
    assert truth_of({}, (8, 8)) is None
    with pytest.raises(RequestError):
        truth_of({"lesion": halves("left")}, (8, 20))


def test_of_computed_masks_only_the_lungs_count():
    truth = truth_of_fields({"aneurysm": halves("left"), "lungs": halves("right")})
    assert not truth.finding.any()
    np.testing.assert_array_equal(truth.organ, halves("right"))
    assert truth_of_fields({"heart": halves("left")}) is None


def test_the_first_source_that_knows_a_thing_counts():
    drawn = Truth(halves("left"))
    opened = Truth(np.zeros((16, 16), bool), np.kron(halves("right"), np.ones((2, 2))) > 0)
    computed = Truth(np.zeros((8, 8), bool), halves("left"))

    both = combined((drawn, opened, computed))

    np.testing.assert_array_equal(both.finding, halves("left"))
    np.testing.assert_array_equal(both.organ, halves("right"))  # brought to the first one's grid
    assert combined((None, computed)) is computed
    assert combined((None,)) is None
    reverse = combined((computed, drawn))
    np.testing.assert_array_equal(reverse.finding, halves("left"))
    np.testing.assert_array_equal(reverse.organ, halves("left"))


def test_a_graded_map_comes_with_the_finding_that_it_grades():
    levels = np.full((8, 8), 1, np.int8)
    graded = Truth(np.zeros((8, 8), bool), None, levels)
    assert combined((graded, Truth(halves("left")))).levels is not None
    assert combined((Truth(halves("left")), graded)).levels is None


def test_only_the_folders_of_phantoms_have_masks_beside_them(tmp_path):
    for name in ("png", "masks", "films"):
        (tmp_path / name).mkdir()
    Image.fromarray(np.zeros((4, 4), np.uint8)).save(tmp_path / "masks" / "a__lungs.png")
    assert folder_beside(tmp_path / "png" / "a.png") == tmp_path / "masks"
    assert folder_beside(tmp_path / "films" / "a.png") is None
    assert folder_beside(tmp_path / "masks" / "dicom" / "a.dcm") is None
