"""Moved pictures, and maps that come back to where they belong."""

import numpy as np
import pytest
from onnx import helper

from engine.bundle.recipe import Recipe
from engine.explain.cam import GradCam, HiResCam
from engine.explain.cam_smoothing import FLIP_WARNING, SMOOTHINGS, Move, add_back, moved
from tests.support.models import model_of
from tests.support.toys import explain, open_toy, relu_net, request_for

SIZE = 40
EVERY_MOVE = [m for moves in SMOOTHINGS.values() for m in moves if m != Move()]


def recipe(layout="nchw", channels=1):
    return Recipe(height=SIZE, width=SIZE, layout=layout, channels=channels)


def pixel_net():
    """A_0 = the picture, averaged: every CAM of it is the picture over Z."""
    node = helper.make_node
    stored = {"w": np.ones((1, 1, 1, 1), np.float32), "h": np.ones((1, 1), np.float32)}
    nodes = [
        node("Conv", ["x", "w"], ["conv"], name="conv"),
        node("Relu", ["conv"], ["maps"], name="relu"),
        node("GlobalAveragePool", ["maps"], ["g"], name="gap"),
        node("Flatten", ["g"], ["flat"], name="flatten"),
        node("MatMul", ["flat", "h"], ["logits"], name="dense"),
    ]
    return model_of(nodes, {"x": ("N", 1, SIZE, SIZE)}, {"logits": ("N", 1)}, stored)


def blob(row=25.0, column=12.0, radius=6.0):
    rows, columns = np.indices((SIZE, SIZE))
    return np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / (2 * radius**2))


def test_a_shift_moves_by_whole_pixels():
    picture = np.random.default_rng(1).random((1, 1, SIZE, SIZE)).astype(np.float32)

    found = moved(picture, recipe(), Move(right=0.05, down=-0.1))

    np.testing.assert_array_equal(found[0, 0, :-4, 2:], picture[0, 0, 4:, :-2])


def test_a_flip_exchanges_left_and_right_in_every_layout():
    picture = np.random.default_rng(2).random((1, 3, SIZE, SIZE)).astype(np.float32)

    first = moved(picture, recipe(channels=3), Move(is_flipped=True))
    last = moved(picture.transpose(0, 2, 3, 1), recipe("nhwc", 3), Move(is_flipped=True))

    np.testing.assert_allclose(first, picture[..., ::-1], atol=1e-6)
    np.testing.assert_allclose(last, first.transpose(0, 2, 3, 1), atol=1e-6)


def test_a_rotation_turns_clockwise_about_the_centre():
    x, y = Move(degrees=90.0).affine(SIZE, SIZE).apply(SIZE / 2, 0.0)

    assert (x, y) == pytest.approx((SIZE, SIZE / 2))


@pytest.mark.parametrize("move", EVERY_MOVE)
def test_what_was_moved_comes_back(move):
    picture = blob().astype(np.float32)[None, None]

    values, seen = add_back(None, moved(picture, recipe(), move)[0, 0], recipe(), move)

    assert set(np.unique(seen)) <= {0.0, 1.0}
    assert seen.mean() > 0.85
    np.testing.assert_allclose(values[seen > 0], picture[0, 0][seen > 0], atol=0.02)
    assert np.abs(moved(picture, recipe(), move) - picture).max() > 0.05


@pytest.mark.parametrize("smoothing", ["shifts", "shifts+rotations", "flip"])
def test_a_network_that_moves_with_its_input_is_left_as_it_is(tmp_path, smoothing):
    model = open_toy(tmp_path / "toy", pixel_net())
    picture = blob()[None]

    plain = explain(HiResCam(), model, picture)
    smooth = explain(HiResCam(), model, picture, smoothing=smoothing)

    np.testing.assert_allclose(smooth.map * SIZE**2, plain.map * SIZE**2, atol=0.02)
    assert "raw maps" in smooth.conventions["smoothing"]
    assert smooth.passes == 2 * len(SMOOTHINGS[smoothing]) - 2  # the unmoved one is known


def test_only_the_flip_is_warned_about(tmp_path):
    model = open_toy(tmp_path / "toy", pixel_net())

    flags = {name: explain(GradCam(), model, blob()[None], smoothing=name).flags
             for name in SMOOTHINGS}  # fmt: skip

    assert {name for name, said in flags.items() if FLIP_WARNING in said} == {"flip"}


def test_raw_maps_are_averaged(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(3).random((1, 8, 8)).astype(np.float32)
    flipped = np.ascontiguousarray(picture[..., ::-1])

    found = explain(HiResCam(), model, picture, layer="r1", smoothing="flip").map

    one, other = (explain(HiResCam(), model, p, layer="r1").map for p in (picture, flipped))
    np.testing.assert_allclose(found, (one + other[:, ::-1]) / 2, atol=1e-6)
    assert not np.allclose(found, one, atol=1e-3)


def test_the_passes_announced_cover_every_move_and_layer(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(4).random((1, 8, 8))
    options = {"layers": "r1,r2", "smoothing": "shifts"}

    announced = GradCam().passes(request_for(model, picture, **options))

    assert announced == 15  # five pictures, each once forward and back at both layers
    assert explain(GradCam(), model, picture, **options).passes == announced
