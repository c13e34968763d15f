"""Shapes found by trial are those that runs have, whatever the batch."""

import numpy as np
from onnx import helper

from engine.graph.facts import GraphFacts
from engine.graph.trial import with_shapes_by_trial
from tests.support import numeric
from tests.support.models import model_of, small_classifier

node = helper.make_node


def computed_target():
    """Rows of places: x (N, 4, 3) becomes (N, 2, 6) by a target that the graph computes."""
    return model_of(
        [
            node("Shape", ["x"], ["shape"]),
            node("Gather", ["shape", "first"], ["batch"], axis=0),
            node("Concat", ["batch", "rest"], ["target"], axis=0),
            node("Reshape", ["x", "target"], ["y"], name="reshape"),
            node("Relu", ["y"], ["z"]),
            node("ReduceSum", ["z", "last"], ["score"], keepdims=0),
        ],
        {"x": ("N", 4, 3)},
        {"score": ("N", 2)},
        {"first": np.array([0]), "rest": np.array([2, -1]), "last": np.array([2])},
    )


def test_sizes_behind_a_computed_target_are_found() -> None:
    model = computed_target()
    del model.graph.value_info[:]

    facts = GraphFacts(with_shapes_by_trial(model))

    for name in ("y", "z"):
        assert facts.shape(name)[1:] == (2, 6)
        assert not isinstance(facts.shape(name)[0], int)


def test_found_sizes_are_those_of_a_run() -> None:
    model = computed_target()
    declared = with_shapes_by_trial(model)
    x = np.random.default_rng(0).normal(size=(3, 4, 3)).astype(np.float32)

    (ours,), (theirs,) = (numeric.run(m, {"x": x}, ["score"]) for m in (declared, model))

    np.testing.assert_array_equal(ours, theirs)


def test_a_model_that_tells_all_is_left_alone() -> None:
    model = small_classifier()

    assert with_shapes_by_trial(model) is model


def test_a_free_image_size_is_left_alone() -> None:
    model = small_classifier(size="S")

    assert with_shapes_by_trial(model) is model
