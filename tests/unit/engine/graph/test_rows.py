"""Rows per image: through folded places, computed shapes, and where the batch is lost."""

import numpy as np
from onnx import helper

from engine.graph.facts import GraphFacts
from engine.graph.rows import rows_per_image
from tests.support.models import model_of, small_classifier

node = helper.make_node


def test_every_map_of_a_plain_network_has_one_row_per_image() -> None:
    facts = GraphFacts(small_classifier())

    rows = rows_per_image(facts)

    assert rows == dict.fromkeys(["x", *(o for n in facts.nodes for o in n.output)], 1)


def test_folded_places_are_counted_and_lost_batches_left_out() -> None:
    stored = {"fold": np.array([-1, 3]), "two": np.array([2, -1])}
    model = model_of(
        [
            node("Transpose", ["x"], ["last"], perm=[0, 2, 1]),
            node("Reshape", ["last", "fold"], ["folded"]),
            node("Transpose", ["x"], ["turned"], perm=[1, 0, 2]),
            node("Reshape", ["x", "two"], ["halved"]),
            node("ReduceMean", ["x"], ["mean"], axes=[0]),
        ],
        {"x": ("N", 3, 8)},
        {"folded": None, "turned": None, "halved": None, "mean": None},
        stored,
    )

    assert rows_per_image(GraphFacts(model)) == {"x": 1, "last": 1, "folded": 8}


def test_bounds_that_the_graph_works_out_from_shapes_are_followed() -> None:
    # The first half of the channels, as torch's chunk is exported; then the same once more.
    stored = {"zero": np.array([0]), "one": np.array([1]), "two": np.array([2])}
    nodes, tensor = [], "x"
    for step in ("a", "b"):
        nodes += [
            node("Shape", [tensor], [f"{step}_shape"]),
            node("Gather", [f"{step}_shape", "one"], [f"{step}_channels"], axis=0),
            node("Div", [f"{step}_channels", "two"], [f"{step}_end"]),
            node("Slice", [tensor, "zero", f"{step}_end", "one"], [step]),
        ]
        tensor = step
    model = model_of(nodes, {"x": ("N", 8, 4, 4)}, {"b": None}, stored)

    rows = rows_per_image(GraphFacts(model))

    assert {name: rows.get(name) for name in ("x", "a", "b")} == {"x": 1, "a": 1, "b": 1}


def test_a_graph_that_contradicts_other_batches_has_no_rows() -> None:
    model = model_of(
        [node("Reshape", ["x", "shape"], ["y"])],
        {"x": ("N", 6)},
        {"y": None},
        {"shape": np.array([1, 6])},
    )

    assert rows_per_image(GraphFacts(model)).get("y") is None
