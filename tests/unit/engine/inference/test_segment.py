"""Masks of anatomy by networks whose masks are known pixel by pixel."""

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy import ndimage

from engine.bundle.manifest import Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import ModelStore, pack, read_bundle
from engine.bundle.structures import SegmentationOutput, Structure
from engine.errors import BundleError, InvalidOutput, SelfTestFailed
from engine.images.enlarge import enlarged
from engine.images.geometry import Affine, resize_affine
from engine.images.radiograph import GreyScale, Radiograph, Window
from engine.inference.model import open_model
from engine.inference.segment import largest_parts, open_segmentation, prove, segment
from tests.support.bundles import write_tiny_bundle
from tests.support.segmenters import HEART, LUNGS, OUTPUT, SIDE, grey_manifest, write_grey_bundle

WHOLE = Window(32767.5, 65535.0, "LINEAR_EXACT")
REST = 0.375  # neither bright nor dark


def film(lungs: np.ndarray, heart: np.ndarray) -> Radiograph:
    """White where the lungs are, black where the heart is."""
    grey = np.where(lungs, 1.0, np.where(heart, 0.0, REST))
    pixels = np.round(grey * 65535).astype(np.uint16)[None]
    return Radiograph(Path("film.png"), "0" * 64, "png", pixels, GreyScale(vois=(WHOLE,)), 16)


def block(size_hw, top, left, bottom, right):
    mask = np.zeros(size_hw, bool)
    mask[top:bottom, left:right] = True
    return mask


@pytest.fixture
def model(tmp_path):
    return open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b")), wants_gpu=False)


@pytest.mark.parametrize(
    ("fit", "image_hw", "seen"),
    [
        ("stretch", (128, 256), slice(0, 256)),
        ("letterbox", (96, 128), slice(0, 128)),
        ("centre-crop", (128, 192), slice(32, 160)),
    ],
)
@pytest.mark.parametrize("shrink", [1, 4])
def test_masks_come_back_to_the_very_pixels_that_they_were_drawn_on(
    tmp_path, fit, image_hw, seen, shrink
):
    recipe = Recipe(SIDE, SIDE, layout="nchw", interpolation="linear", fit=fit, pad_value=REST)
    folder = write_grey_bundle(tmp_path / "b", shrink, recipe=recipe)
    model = open_segmentation(read_bundle(folder), wants_gpu=False)
    width = image_hw[1]
    lungs = block(image_hw, 16, 0, 32, width) | block(image_hw, 48, 0, 56, width)
    heart = block(image_hw, 72, 0, 88, width)

    found = segment(model, film(lungs, heart))

    assert dict(found.masks).keys() == {"lungs", "heart"}
    for name, drawn in (("lungs", lungs), ("heart", heart)):
        expected = np.zeros(image_hw, bool)
        expected[:, seen] = drawn[:, seen]
        np.testing.assert_array_equal(found.masks[name], expected)
    assert found.doubts == ()


@pytest.mark.parametrize("image_hw", [(301, 217), (64, 64), (50, 90)])
def test_masks_of_any_size_lie_where_opencvs_resize_puts_them(model, image_hw):
    height, width = image_hw
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    round_one = ((rows / height - 0.4) ** 2 + (columns / width - 0.5) ** 2) < 0.06
    radiograph = film(round_one, np.zeros(image_hw, bool))

    found = segment(model, radiograph)

    grey = np.where(round_one, 1.0, REST).astype(np.float32)
    cells = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    certain = 1.0 / (1.0 + np.exp(-100.0 * (cells - 0.5)))
    placed = cv2.resize(certain.astype(np.float32), (width, height))
    clear = np.abs(placed - 0.5) > 1e-3
    np.testing.assert_array_equal(found.masks["lungs"][clear], (placed >= 0.5)[clear])
    moved = ndimage.center_of_mass(found.masks["lungs"])
    np.testing.assert_allclose(moved, ndimage.center_of_mass(round_one), atol=0.3)


def test_what_the_network_did_not_see_belongs_to_nothing(tmp_path):
    recipe = Recipe(SIDE, SIDE, layout="nchw", interpolation="linear", fit="centre-crop")
    model = open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b", recipe=recipe)))
    lungs = block((128, 192), 0, 0, 128, 64)  # the crop begins at column 32

    found = segment(model, film(lungs, block((128, 192), 0, 100, 20, 120)))

    np.testing.assert_array_equal(found.masks["lungs"], block((128, 192), 0, 32, 128, 64))


def test_letterbox_borders_are_no_part_of_the_image(tmp_path):
    recipe = Recipe(
        SIDE, SIDE, layout="nchw", interpolation="linear", fit="letterbox", pad_value=1.0
    )
    model = open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b", recipe=recipe)))
    lungs = block((64, 128), 32, 32, 64, 64)

    found = segment(model, film(lungs, block((64, 128), 0, 0, 8, 8)))

    # White borders reach half a cell of the network into the picture, never further.
    assert not (found.masks["lungs"] & ~lungs)[2:-2].any()
    assert found.masks["lungs"][lungs].all()


def test_enlarging_is_linear_and_opencvs_resize_is_the_same():
    plane = np.random.default_rng(0).random((13, 17)).astype(np.float32)
    to_image = resize_affine((13, 17), (301, 217))

    found = enlarged(plane, to_image, (301, 217))

    expected = cv2.resize(plane, (217, 301), interpolation=cv2.INTER_LINEAR)
    np.testing.assert_allclose(found, expected, atol=2e-6)


def test_a_plane_that_rises_evenly_rises_evenly_in_the_image():
    x = np.arange(40) + 0.5
    plane = np.add.outer(2.0 * (np.arange(30) + 0.5), 3.0 * x).astype(np.float32)
    to_image = Affine(a=2.7, c=-11.3, e=1.9, f=6.1)

    found = enlarged(plane, to_image, (60, 80), outside=-1.0)

    columns, rows = np.meshgrid(np.arange(80) + 0.5, np.arange(60) + 0.5)
    across, down = (columns + 11.3) / 2.7, (rows - 6.1) / 1.9
    inner = (across >= 0.5) & (across <= 39.5) & (down >= 0.5) & (down <= 29.5)
    np.testing.assert_allclose(found[inner], (2.0 * down + 3.0 * across)[inner], rtol=1e-5)
    outside = (across < 0) | (across > 40) | (down < 0) | (down > 30)
    assert (found[outside] == -1.0).all()
    assert not (found[~outside] == -1.0).any()


def test_turned_planes_are_refused():
    with pytest.raises(ValueError, match="turns"):
        enlarged(np.zeros((2, 2), np.float32), Affine(b=0.1), (4, 4))


def test_probabilities_are_read_as_they_are_and_logits_through_the_activation(tmp_path):
    lungs, heart = block((128, 128), 0, 0, 64, 64), block((128, 128), 96, 96, 128, 128)
    output = replace(OUTPUT, has_logits=False)
    folder = write_grey_bundle(tmp_path / "p", ends_in_sigmoid=True, segmentation=output)
    model = open_segmentation(read_bundle(folder))
    tensor = np.full((1, 1, SIDE, SIDE), 0.51, np.float32)

    found = model.probabilities(tensor)

    np.testing.assert_allclose(found[0], 1 / (1 + np.exp(-1.0)), rtol=1e-4)
    np.testing.assert_array_equal(segment(model, film(lungs, heart)).masks["lungs"], lungs)
    soft = open_segmentation(read_bundle(write_grey_bundle(tmp_path / "s", activation="softmax")))
    np.testing.assert_allclose(soft.probabilities(tensor).sum(axis=0), 1.0, rtol=1e-6)
    first = 1.0 / (1.0 + np.exp(-26.0 - 1.0))
    np.testing.assert_allclose(soft.probabilities(tensor)[0], first, rtol=1e-5)


def test_only_the_largest_parts_are_kept_and_they_touch_by_corners():
    random = np.random.default_rng(4)
    mask = ndimage.gaussian_filter(random.random((80, 90)), 2.0) > 0.51
    labels, count = ndimage.label(mask, structure=np.ones((3, 3)))
    sizes = ndimage.sum_labels(mask, labels, range(1, count + 1))
    assert count > 4
    for kept in (1, 2, 4):
        numbers = 1 + np.argsort(-sizes, kind="stable")[:kept]
        np.testing.assert_array_equal(largest_parts(mask, kept), np.isin(labels, numbers))
    assert largest_parts(mask, 0) is mask
    assert largest_parts(mask, count) is mask


def test_parts_and_implausible_areas(tmp_path):
    output = replace(
        OUTPUT, structures=(replace(LUNGS, most_parts=1), replace(HEART, least_area=0.1))
    )
    model = open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b", segmentation=output)))
    large, small = block((128, 128), 0, 0, 40, 40), block((128, 128), 80, 80, 100, 100)

    found = segment(model, film(large | small, block((128, 128), 0, 100, 8, 108)))

    np.testing.assert_array_equal(found.masks["lungs"], large)
    assert "heart" not in found.masks  # 64 of 16384 pixels
    assert len(found.doubts) == 1
    assert "heart" in found.doubts[0]


def test_a_background_channel_is_no_structure(tmp_path):
    output = replace(OUTPUT, structures=(LUNGS, Structure("background")))
    model = open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b", segmentation=output)))

    found = segment(model, film(*(block((128, 128), 0, 0, 8, 8 + k) for k in (8, 0))))

    assert set(found.masks) == {"lungs"}
    assert output.names == ("lungs",)


def test_an_empty_mask_is_told(model):
    found = segment(model, film(*(np.zeros((128, 128), bool),) * 2))
    assert "lungs" not in found.masks
    assert any("lungs" in doubt for doubt in found.doubts)


def test_a_network_with_other_channels_is_refused(tmp_path):
    output = replace(OUTPUT, structures=(LUNGS,))
    with pytest.raises(InvalidOutput):
        open_segmentation(read_bundle(write_grey_bundle(tmp_path / "b", segmentation=output)))


def test_a_network_that_computes_something_else_is_refused(tmp_path):
    bundle = read_bundle(write_grey_bundle(tmp_path / "b"))  # stores what its logits are
    other = read_bundle(write_grey_bundle(tmp_path / "c", ends_in_sigmoid=True))
    contents = bundle.contents | {"model.onnx": other.model}
    with pytest.raises(SelfTestFailed):
        open_segmentation(replace(bundle, contents=contents))


# The bundle


def test_a_manifest_comes_back_from_json():
    manifest = grey_manifest()
    plain = json.loads(json.dumps(manifest.to_json()))
    assert plain["segmentation"]["structures"][0]["name"] == "lungs"
    assert Manifest.from_json(plain) == manifest


def test_manifests_of_models_that_score_are_written_as_before(tmp_path):
    bundle = read_bundle(write_tiny_bundle(tmp_path / "tiny"))
    assert "segmentation" not in bundle.manifest.to_json()
    assert bundle.manifest.segmentation is None


@pytest.mark.parametrize(
    "changes",
    [
        {"task": "multilabel"},
        {"segmentation": None},
        {"task": "binary", "segmentation": None},
    ],
)
def test_contradictions_are_refused(changes):
    with pytest.raises(BundleError):
        grey_manifest(**changes)


@pytest.mark.parametrize(
    "structures",
    [
        [],
        [{"name": "background"}],
        [{"name": "lungs"}, {"name": "lungs"}],
        [{"name": "lungs", "threshold": 0.0}],
        [{"name": "lungs", "threshold": 1.0}],
        [{"name": "lungs", "least_area": 0.5, "most_area": 0.5}],
        [{"name": "lungs", "colour": "red"}],
        [{"name": ""}],
    ],
)
def test_impossible_structures_are_refused(structures):
    plain = grey_manifest().to_json() | {"segmentation": {"structures": structures}}
    with pytest.raises(BundleError):
        Manifest.from_json(plain)


def test_an_unknown_layout_is_refused():
    with pytest.raises(BundleError):
        SegmentationOutput((LUNGS,), layout="chw")


def test_the_store_lists_it_as_what_it_is_and_neither_kind_opens_as_the_other(tmp_path):
    store = ModelStore(tmp_path / "shipped", tmp_path / "imported")
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    bundle = read_bundle(write_grey_bundle(tmp_path / "b"))
    packed = tmp_path / "fields.whyray"
    pack(bundle, packed)
    store.add(read_bundle(packed))

    listed = {model.id: model for model in store.list()}
    assert listed["tiny-1"].task == "binary"
    assert not listed["tiny-1"].is_segmentation
    assert listed["fields-1"].is_segmentation
    assert prove(bundle) < 1e-4
    with pytest.raises(BundleError, match="masks"):
        open_model(bundle)
    with pytest.raises(BundleError, match="scores"):
        open_segmentation(read_bundle(tmp_path / "shipped" / "tiny-1"))
