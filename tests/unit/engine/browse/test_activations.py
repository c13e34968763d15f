"""Feature maps of all layers in one run, against the same layers asked one by one and by hand."""

import csv
import re
from dataclasses import replace

import numpy as np
import onnxruntime as ort
import pytest
from PIL import Image

from engine.browse.activations import ORDERS, feature_maps
from engine.browse.export import THROUGH_COLUMNS, THROUGH_PX, write_through
from engine.browse.grid import Grid, painted, shared_scale
from engine.browse.receptive import receptive_corners, strongest_response
from engine.errors import InvalidOutput, RequestError
from engine.graph.cut import with_outputs
from engine.images.geometry import Affine
from tests.support.games import open_additive
from tests.support.networks import resnet_like
from tests.support.toys import open_toy


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path, resnet_like())


@pytest.fixture
def tensor(model):
    shape = model.manifest.recipe.input_shape()
    return np.random.default_rng(4).normal(size=shape).astype(np.float32)


def test_all_layers_at_once_are_the_layers_one_by_one(model, tensor):
    found = feature_maps(model, tensor, Affine())

    assert [maps.layer for maps in found] == list(model.layers)
    for maps in found:
        graph = with_outputs(model.graph, [maps.layer.tensor]).SerializeToString()
        session = ort.InferenceSession(graph, providers=["CPUExecutionProvider"])
        (alone,) = session.run([maps.layer.tensor], {model.facts.input_name: tensor})
        expected = alone[0] if maps.layer.layout == "nchw" else np.moveaxis(alone[0], 2, 0)
        np.testing.assert_allclose(maps.values, expected, atol=1e-5)
        assert maps.values.shape == (maps.layer.channels, maps.layer.height, maps.layer.width)


def test_a_network_without_layers_is_told_and_not_mistaken(tmp_path):
    flat = open_additive(tmp_path)
    tensor = np.zeros(flat.manifest.recipe.input_shape(), np.float32)

    with pytest.raises(RequestError, match="no spatial layer"):
        feature_maps(flat, tensor, Affine())


def test_orders_are_what_they_say(model, tensor):
    maps = feature_maps(model, tensor, Affine(), model.layers[-1:])[0]
    gradients = np.random.default_rng(1).normal(size=maps.values.shape)
    by_hand = {
        "mean": maps.values.mean(axis=(1, 2)),
        "deviation": maps.values.std(axis=(1, 2)),
        "greatest": maps.values.max(axis=(1, 2)),
        "gradient-x-activation": (maps.values * gradients).sum(axis=(1, 2)),
    }

    assert maps.order("index").tolist() == list(range(len(maps.values)))
    for order, numbers in by_hand.items():
        found = maps.order(order, gradients)
        assert sorted(found.tolist()) == list(range(len(numbers)))
        assert np.all(np.diff(numbers[found]) <= 1e-6), order
    assert set(by_hand) | {"index"} == set(ORDERS)


def test_unknown_orders_and_missing_gradients_are_refused(model, tensor):
    maps = feature_maps(model, tensor, Affine(), model.layers[:1])[0]
    for order in ("colour", "gradient-x-activation"):
        with pytest.raises(RequestError, match=order):
            maps.order(order)


def test_only_what_a_cell_sees_changes_it(model, tensor):
    """Every input pixel outside the receptive field is changed: the cell must not notice."""
    height, width = model.manifest.recipe.height, model.manifest.recipe.width
    for maps in feature_maps(model, tensor, Affine()):
        if maps.placement is None:
            continue
        row, column = maps.values.shape[1] // 2, maps.values.shape[2] // 2
        corners = np.array(receptive_corners(maps, row, column))
        (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
        seen = np.zeros((height, width), bool)
        seen[
            max(0, round(top)) : max(0, round(bottom)), max(0, round(left)) : max(0, round(right))
        ] = True
        other = np.where(seen, tensor, tensor + 1.0).astype(np.float32)
        again = feature_maps(model, other, Affine(), [maps.layer])[0]
        before, after = (m.values[:, row, column] for m in (maps, again))
        np.testing.assert_allclose(after, before, atol=1e-5, err_msg=maps.layer.name)


def test_the_strongest_response_lies_where_the_map_is_greatest(model, tensor):
    maps = feature_maps(model, tensor, Affine(), model.layers[:1])[0]
    found = strongest_response(maps, 1)

    assert found.value == maps.values[1].max() == maps.values[1, found.row, found.column]
    centre = np.mean(found.corners, axis=0)
    expected = maps.to_image.apply(found.column + 0.5, found.row + 0.5)
    np.testing.assert_allclose(centre, expected, atol=1e-9)


def test_a_layer_that_is_not_finite_is_refused_by_name_also_behind_a_bound(tmp_path):
    """The infinite convolution is clipped to finite numbers: it is found where it arises."""
    model = open_toy(tmp_path, resnet_like())
    good = np.ones(model.manifest.recipe.input_shape(), np.float32)
    for bad in (np.inf, np.nan):
        broken = good.copy()
        broken.flat[7] = bad
        with pytest.raises(InvalidOutput, match=re.escape(model.layers[0].name)):
            feature_maps(model, broken, Affine())


def test_values_whose_squares_are_too_large_for_single_precision_are_still_finite(model, tensor):
    huge = np.zeros_like(tensor)
    huge.flat[0] = 3e25
    (maps,) = feature_maps(model, huge, Affine(), model.layers[:1])
    assert maps.values.max() > 1e20


def test_one_channel_of_all_layers_is_written_and_missing_ones_are_dark(model, tensor, tmp_path):
    found = list(feature_maps(model, tensor, Affine()))
    found[1] = replace(found[1], values=found[1].values[:1])
    channel, counts = 1, [len(maps.values) for maps in found]
    assert max(counts) > channel
    written = write_through(tmp_path, "strip", found, channel, "channel")

    rows = list(csv.DictReader(written["csv"].read_text().splitlines()))
    assert [row["mean"] == "" for row in rows] == [count <= channel for count in counts]
    picture = np.asarray(Image.open(written["png"]))
    side = found[0].values.shape[1:]
    factor = THROUGH_PX / max(side)
    grid = Grid(
        len(found), min(THROUGH_COLUMNS, len(found)), tuple(round(s * factor) for s in side)
    )
    assert picture.shape[:2] == grid.size_hw
    for place, maps in enumerate(found):
        x, y = grid.corner(place)
        cell = picture[y : y + grid.cell_hw[0], x : x + grid.cell_hw[1]]
        if counts[place] <= channel:
            assert not cell.any()
            continue
        plane = maps.values[channel]
        np.testing.assert_array_equal(cell, painted(plane, shared_scale(plane), grid.cell_hw))
        assert float(rows[place]["greatest"]) == plane.max()
