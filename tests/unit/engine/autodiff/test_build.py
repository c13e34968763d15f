"""The builder as a whole: hand-computed nets, invariants, refusals, determinism."""

import numpy as np
import onnx
import pytest
from onnx import helper

from engine.autodiff.build import active_nodes, build_gradient_model
from engine.autodiff.overrides import DECONVNET, GUIDED_BACKPROP
from engine.errors import RequestError, UnsupportedOperator
from engine.graph.facts import GraphFacts
from tests.support import numeric
from tests.support.models import guided_toy, model_of, relu_toy, small_classifier

X = np.random.default_rng(0).normal(size=(1, 3, 8, 8)).astype(np.float32)


def gradient_of(model, score, wrt, x, seed, overrides=None, name="x"):
    graph = build_gradient_model(model, score=score, wrt=[wrt], overrides=overrides)
    feeds = {name: np.asarray(x, np.float32), graph.seed_input: np.asarray(seed, np.float32)}
    return numeric.run(graph.model, feeds, [graph.gradients[wrt]])[0]


def test_gradient_of_two_relus_by_hand() -> None:
    found = gradient_of(relu_toy(), "score", "x", [[1, 2], [1, 1]], [[1], [1]])

    np.testing.assert_array_equal(found, [[2, 2], [2, 0]])


def test_relu_has_no_slope_at_zero() -> None:
    found = gradient_of(relu_toy(), "score", "x", [[0, 1.5]], [[1]])

    np.testing.assert_array_equal(found, [[0, 0]])


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [(None, [[-1, -3]]), (GUIDED_BACKPROP, [[1, -1]]), (DECONVNET, [[-2, -1]])],
    ids=["gradient", "guided", "deconvnet"],
)
def test_rectifier_variants_by_hand(overrides, expected) -> None:
    found = gradient_of(guided_toy(), "score", "x", [[2, 1]], [[1]], overrides)

    np.testing.assert_array_equal(found, expected)


def test_overrides_are_counted() -> None:
    assert build_gradient_model(guided_toy(), score="score", wrt=["x"]).overridden == 0
    guided = build_gradient_model(guided_toy(), score="score", wrt=["x"], overrides=GUIDED_BACKPROP)
    assert guided.overridden == 1


def test_guided_backprop_treats_relu6_as_a_rectifier() -> None:
    node = helper.make_node
    stored = {"low": np.array(0, "f4"), "high": np.array(6, "f4"), "w": np.array([[1, -1]], "f4")}
    model = model_of(
        [node("Clip", ["x", "low", "high"], ["y"]), node("Mul", ["y", "w"], ["score"])],
        {"x": ("N", 2)},
        {"score": ("N", 2)},
        stored,
    )

    found = gradient_of(model, "score", "x", [[1, 1]], [[1, 1]], GUIDED_BACKPROP)

    np.testing.assert_array_equal(found, [[1, 0]])


def test_max_pool_ties_go_to_the_first_maximum() -> None:
    model = _pool(kernel_shape=[2, 2], strides=[2, 2])

    found = gradient_of(model, "y", "x", np.ones((1, 1, 2, 2)), [[[[5]]]])

    np.testing.assert_array_equal(found[0, 0], [[5, 0], [0, 0]])


def test_max_pool_adds_up_where_windows_overlap() -> None:
    image = np.zeros((1, 1, 3, 3))
    image[0, 0, 1, 1] = 1
    model = _pool(kernel_shape=[2, 2])

    found = gradient_of(model, "y", "x", image, [[[[1, 2], [3, 4]]]])

    np.testing.assert_array_equal(found[0, 0], [[0, 0, 0], [0, 10, 0], [0, 0, 0]])


def test_max_pool_keeps_images_and_channels_apart() -> None:
    x = np.random.default_rng(1).normal(size=(3, 2, 4, 4)).astype(np.float32)
    seed = np.random.default_rng(2).normal(size=(3, 2, 2, 2)).astype(np.float32)
    model = _pool((3, 2, 4, 4), kernel_shape=[2, 2], strides=[2, 2])

    found = gradient_of(model, "y", "x", x, seed)

    blocks = x.reshape(3, 2, 2, 2, 2, 2)
    won = blocks == blocks.max(axis=(3, 5), keepdims=True)
    np.testing.assert_array_equal(found, (won * seed[:, :, :, None, :, None]).reshape(x.shape))


def test_grouped_strided_convolution_is_the_transpose_of_itself() -> None:
    # <g, A v> = <A' g, v>; two filters for each of two groups of two channels.
    rng = np.random.default_rng(4)
    weight = rng.normal(size=(4, 2, 3, 3)).astype(np.float32)
    attrs = {"group": 2, "strides": [2, 2], "pads": [1, 1, 1, 1]}
    node = helper.make_node("Conv", ["x", "w"], ["y"], **attrs)
    model = model_of([node], {"x": (2, 4, 7, 6)}, {"y": None}, {"w": weight})
    v, g = rng.normal(size=(2, 4, 7, 6)), rng.normal(size=(2, 4, 4, 3))

    back = gradient_of(model, "y", "x", v, g)

    (ahead,) = numeric.run(model, {"x": v.astype(np.float32)}, ["y"])
    assert (g * ahead).sum() == pytest.approx((back * v).sum(), rel=1e-5)


def test_cropping_pad_gives_zero_at_the_places_cut_off() -> None:
    node = helper.make_node("Pad", ["x", "pads"], ["y"])
    model = model_of([node], {"x": (2, 4)}, {"y": None}, {"pads": np.array([-1, 1, 0, -2])})

    found = gradient_of(model, "y", "x", np.zeros((2, 4)), [[7, 1, 2]])

    np.testing.assert_array_equal(found, [[0, 0, 0, 0], [1, 2, 0, 0]])


def test_gradients_by_image_and_biases_add_up_to_the_logit() -> None:
    for index in range(3):
        total, logit = numeric.completeness_gap(small_classifier(), "logits", X, index)
        assert total == pytest.approx(logit, rel=1e-5)


def test_gradient_by_inner_tensor_is_its_slope() -> None:
    from engine.graph.cut import extract

    model = small_classifier()
    graph = build_gradient_model(model, score="logits", wrt=["sum"], also=["sum"])
    feeds = {"x": X, graph.seed_input: numeric.one_hot((1, 3), 1)}
    value, gradient = numeric.run(graph.model, feeds, ["sum", graph.gradients["sum"]])
    tail = extract(model, ["sum"], ["logits"])
    direction = np.random.default_rng(5).normal(size=value.shape)

    slope = numeric.directional_difference(
        lambda v: numeric.run_in_double(tail, {"sum": v}, ["logits"])[0][:, 1],
        value.astype(np.float64), direction, 1e-6,
    )  # fmt: skip

    assert (gradient * direction).sum() == pytest.approx(slope, rel=1e-4)


def test_a_batch_of_classes_equals_one_class_at_a_time() -> None:
    graph = build_gradient_model(small_classifier(), score="logits", wrt=["x", "r3"])
    run = numeric.session(graph.model).run
    names = list(graph.gradients.values())
    batch = run(names, {"x": np.repeat(X, 3, 0), graph.seed_input: np.eye(3, dtype="f4")})

    for index in range(3):
        single = run(names, {"x": X, graph.seed_input: numeric.one_hot((1, 3), index)})
        for a, b in zip(batch, single, strict=True):
            np.testing.assert_allclose(a[index], b[0], rtol=1e-4, atol=1e-6)
    assert not np.allclose(batch[0][0], batch[0][1])


def test_gradient_changes_with_the_image() -> None:
    graph = build_gradient_model(small_classifier(), score="logits", wrt=["x"])
    run = numeric.session(graph.model).run
    seed = numeric.one_hot((1, 3), 0)
    a, b = (run([graph.gradients["x"]], {"x": x, graph.seed_input: seed})[0] for x in (X, -X))

    assert not np.allclose(a, b)


def test_only_the_tail_behind_a_layer_is_differentiated() -> None:
    facts = GraphFacts(small_classifier())

    names = [n.name for n in active_nodes(facts, ["r3"], "logits")]

    assert names == ["gap", "flatten", "dense"]


def test_only_standard_operators_come_out_and_the_bytes_repeat() -> None:
    first, second = (
        build_gradient_model(small_classifier(), score="logits", wrt=["x", "r1"]) for _ in range(2)
    )

    onnx.checker.check_model(first.model, full_check=True)
    assert {n.domain for n in first.model.graph.node} == {""}
    assert first.model.SerializeToString() == second.model.SerializeToString()


def test_no_transposed_convolution_leaves_its_padding_to_the_runtime() -> None:
    graph = build_gradient_model(small_classifier(), score="logits", wrt=["x"])

    spread = [n for n in graph.model.graph.node if n.op_type == "ConvTranspose"]
    assert spread
    assert not any(a.name == "auto_pad" for n in spread for a in n.attribute)


def test_half_precision_models_have_gradients() -> None:
    from onnx import TensorProto, numpy_helper

    single = small_classifier()
    half = onnx.ModelProto()
    half.CopyFrom(single)
    for value in (*half.graph.input, *half.graph.output):
        value.type.tensor_type.elem_type = TensorProto.FLOAT16
    for tensor in half.graph.initializer:
        array = numpy_helper.to_array(tensor).astype(np.float16)
        tensor.CopyFrom(numpy_helper.from_array(array, tensor.name))
    del half.graph.value_info[:]

    graph = build_gradient_model(half, score="logits", wrt=["x"])
    feeds = {"x": X.astype(np.float16), graph.seed_input: numeric.one_hot((1, 3), 0, np.float16)}
    (found,) = numeric.run(graph.model, feeds, [graph.gradients["x"]])

    expected = gradient_of(single, "logits", "x", X, numeric.one_hot((1, 3), 0))
    assert found.dtype == np.float16
    assert numeric.relative_error(found.astype(np.float32), expected) < 0.02


def test_unknown_operator_is_named_with_the_nearest_layer() -> None:
    node = helper.make_node
    weight = np.ones((2, 3, 1, 1), np.float32)
    model = model_of(
        [
            node("MaxRoiPool", ["x", "rois"], ["odd"], name="odd one", pooled_shape=[4, 4]),
            node("Conv", ["odd", "w"], ["c"], name="conv"),
            node("Relu", ["c"], ["r"], name="relu"),
            node("GlobalAveragePool", ["r"], ["g"]),
            node("Flatten", ["g"], ["score"]),
        ],
        {"x": (1, 3, 4, 4)},
        {"score": (1, 2)},
        {"w": weight, "rois": np.array([[0, 0, 0, 3, 3]], np.float32)},
    )

    with pytest.raises(UnsupportedOperator, match=r"MaxRoiPool \(node 'odd one'\)") as caught:
        build_gradient_model(model, score="score", wrt=["x"])

    assert caught.value.details["opset"] == "17"
    assert caught.value.details["nearest layer"] == "c"
    assert build_gradient_model(model, score="score", wrt=["c"]).gradients


def test_gradient_by_convolution_weights_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedOperator, match="conv1"):
        build_gradient_model(small_classifier(), score="logits", wrt=["w1"])


def test_strided_convolution_with_free_image_size_is_refused() -> None:
    model = small_classifier(size="S")

    with pytest.raises(UnsupportedOperator, match="image size is not fixed"):
        build_gradient_model(model, score="logits", wrt=["x"])


def test_unknown_and_unrelated_tensors_are_refused() -> None:
    with pytest.raises(RequestError, match="no tensor 'nowhere'"):
        build_gradient_model(small_classifier(), score="logits", wrt=["nowhere"])
    with pytest.raises(RequestError, match="does not depend on 'probabilities'"):
        build_gradient_model(small_classifier(), score="logits", wrt=["probabilities"])


def _pool(shape: tuple[int, ...] = (1, 1, 0, 0), **attrs: object) -> onnx.ModelProto:
    sizes = [d or f"D{i}" for i, d in enumerate(shape)]
    node = helper.make_node("MaxPool", ["x"], ["y"], **attrs)
    return model_of([node], {"x": sizes}, {"y": None})
