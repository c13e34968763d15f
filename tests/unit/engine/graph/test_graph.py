"""Facts, scores, layers and cuts of toy networks."""

import numpy as np
import onnx
import pytest
from onnx import helper

from engine.errors import ModelError, RequestError
from engine.graph.cut import extract, with_dynamic_batch, with_input_shape, with_outputs
from engine.graph.facts import GraphFacts, load_model
from engine.graph.layers import default_cam_layer, find_layer, list_layers
from engine.graph.score import find_score
from engine.graph.upgrade import upgraded
from tests.support import numeric
from tests.support.models import model_of, small_classifier

X = np.random.default_rng(0).normal(size=(2, 3, 8, 8)).astype(np.float32)
node = helper.make_node


def keras_like(*, opset: int = 17) -> onnx.ModelProto:
    """Channels last outside, channels first inside, as tf2onnx writes."""
    rng = np.random.default_rng(1)
    stored = {
        "w": rng.normal(size=(4, 3, 3, 3)).astype(np.float32),
        "shape": np.array([-1, 64]),
        "dense": rng.normal(size=(64, 1)).astype(np.float32),
    }
    nodes = [
        node("Transpose", ["x"], ["x_nchw"], perm=[0, 3, 1, 2]),
        node("Conv", ["x_nchw", "w"], ["functional_1/conv_1/BiasAdd:0"], pads=[1, 1, 1, 1]),
        node("Relu", ["functional_1/conv_1/BiasAdd:0"], ["functional_1/conv_1/Relu:0"]),
        node(
            "MaxPool",
            ["functional_1/conv_1/Relu:0"],
            ["pooled"],
            kernel_shape=[2, 2],
            strides=[2, 2],
        ),
        node("Transpose", ["pooled"], ["pooled_nhwc"], perm=[0, 2, 3, 1]),
        node("Relu", ["pooled_nhwc"], ["outside"]),
        node("Reshape", ["outside", "shape"], ["flat"]),
        node("MatMul", ["flat", "dense"], ["logit"]),
        node("Sigmoid", ["logit"], ["p"]),
    ]
    return model_of(nodes, {"x": ("N", 8, 8, 3)}, {"p": ("N", 1)}, stored, opset=opset)


def test_facts_know_makers_readers_and_shapes() -> None:
    facts = GraphFacts(small_classifier())

    assert facts.input_name == "x"
    assert facts.producer("r1").name == "relu1"
    assert [n.name for n in facts.consumers("p1")] == ["conv2", "join"]
    assert facts.shape("c3") == ("N", 5, 2, 2)
    assert facts.dtype("c3") == np.float32
    assert facts.shape("w1") == (4, 3, 3, 3)
    assert facts.initializer("x") is None


def test_constants_are_followed_through_layout_operators() -> None:
    value = onnx.numpy_helper.from_array(np.array([2.0], np.float32))
    model = model_of(
        [
            node("ConstantOfShape", ["dims"], ["twos"], value=value),
            node("Unsqueeze", ["twos", "axes"], ["tall"]),
            node("Transpose", ["tall"], ["wide"]),
            node("Identity", ["wide"], ["same"]),
            node("Add", ["x", "same"], ["y"]),
        ],
        {"x": ("N", 3)},
        {"y": ("N", 3)},
        {"dims": np.array([3]), "axes": np.array([1])},
    )

    np.testing.assert_array_equal(GraphFacts(model).initializer("same"), [[2, 2, 2]])


def test_several_inputs_are_refused() -> None:
    model = model_of([node("Add", ["a", "b"], ["y"])], {"a": (1, 2), "b": (1, 2)}, {"y": (1, 2)})

    with pytest.raises(ModelError, match="2 inputs"):
        _ = GraphFacts(model).input_name


@pytest.mark.parametrize(
    "data", [b"", b"not a model", b"\x89PNG\r\n\x1a\n" * 10], ids=["empty", "text", "png"]
)
def test_other_bytes_are_no_model(data: bytes) -> None:
    with pytest.raises(ModelError):
        load_model(data)


def test_a_cut_off_model_is_refused() -> None:
    with pytest.raises(ModelError):
        load_model(small_classifier().SerializeToString()[:-50])


def test_weights_in_another_file_are_refused_without_opening_it() -> None:
    model = small_classifier()
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret.bin")

    with pytest.raises(ModelError, match=r"separate file \('../secret.bin'\)"):
        load_model(model.SerializeToString())


def test_score_is_found_before_the_softmax() -> None:
    score = find_score(GraphFacts(small_classifier()))

    assert (score.logits, score.output, score.activation) == ("logits", "probabilities", "softmax")
    assert (score.class_count, score.axis, score.shape) == (3, 1, ("N", 3))


def test_score_is_found_before_the_sigmoid_and_behind_copies() -> None:
    model = keras_like()
    model.graph.node.append(node("Identity", ["p"], ["out"]))
    model.graph.output[0].name = "out"

    score = find_score(GraphFacts(model))

    assert (score.logits, score.output, score.activation, score.class_count) == (
        "logit",
        "out",
        "sigmoid",
        1,
    )


def test_four_dimensional_scores_keep_their_class_axis() -> None:
    model = model_of(
        [node("GlobalAveragePool", ["x"], ["y"])], {"x": (1, 7, 4, 4)}, {"y": (1, 7, 1, 1)}
    )

    score = find_score(GraphFacts(model))

    assert (score.class_count, score.axis, score.activation) == (7, 1, "none")


def test_a_segmentation_output_is_no_score() -> None:
    model = model_of([node("Relu", ["x"], ["y"])], {"x": (1, 7, 4, 4)}, {"y": (1, 7, 4, 4)})

    with pytest.raises(ModelError, match="class scores"):
        find_score(GraphFacts(model))


def test_layers_come_in_order_with_size_and_cuttability() -> None:
    layers = list_layers(GraphFacts(small_classifier()))

    assert [a.tensor for a in layers] == ["c1", "r1", "p1", "c2", "r2", "sum", "c3", "r3"]
    assert [a.is_cuttable for a in layers] == [True, True, True, False, False, True, True, True]
    assert all(bool(a.why_not) != a.is_cuttable for a in layers)
    assert (layers[-1].channels, layers[-1].height, layers[-1].width) == (5, 2, 2)


def test_default_layer_is_the_last_map_before_the_pooling_that_ends_the_maps() -> None:
    assert default_cam_layer(list_layers(GraphFacts(small_classifier()))).tensor == "r3"
    inner = [a for a in list_layers(GraphFacts(keras_like())) if a.layout == "nchw"]
    assert default_cam_layer(inner).tensor == "functional_1/conv_1/Relu:0"


def test_layout_is_traced_through_transposes() -> None:
    layers = {a.tensor: a for a in list_layers(GraphFacts(keras_like()))}

    assert layers["functional_1/conv_1/Relu:0"].layout == "nchw"
    assert layers["functional_1/conv_1/Relu:0"].channels == 4
    assert layers["outside"].layout == "nhwc"
    assert (layers["outside"].channels, layers["outside"].height) == (4, 4)


def test_layers_are_found_by_human_and_tensor_name() -> None:
    tensor = "functional_1/conv_1/Relu:0"
    layers = list_layers(GraphFacts(keras_like()), {tensor: "conv"})

    for wanted in ("conv", tensor, tensor.removesuffix(":0")):
        assert find_layer(layers, wanted).tensor == tensor


def test_unknown_layer_is_answered_with_near_names() -> None:
    layers = list_layers(GraphFacts(keras_like()))

    with pytest.raises(RequestError, match="no layer 'conv_1/Rel'") as caught:
        find_layer(layers, "conv_1/Rel")

    assert "conv_1/Relu" in caught.value.hint


def test_layers_whose_readable_names_clash_keep_their_tensor_names() -> None:
    model = model_of(
        [
            node("Relu", ["x"], ["model/a:0"]),
            node("Relu", ["model/a:0"], ["a"]),
            node("GlobalAveragePool", ["a"], ["y"]),
        ],
        {"x": (1, 3, 4, 4)},
        {"y": (1, 3, 1, 1)},
    )

    assert [a.name for a in list_layers(GraphFacts(model))] == ["model/a:0", "a"]


def test_a_network_without_maps_has_no_default_layer() -> None:
    with pytest.raises(ModelError, match="no feature maps"):
        default_cam_layer(())


def test_trunk_and_tail_together_are_the_network() -> None:
    model = small_classifier()
    trunk, tail = extract(model, ["x"], ["sum"]), extract(model, ["sum"], ["logits"])

    (middle,) = numeric.run(trunk, {"x": X}, ["sum"])
    (logits,) = numeric.run(tail, {"sum": middle}, ["logits"])
    (expected,) = numeric.run(with_outputs(model, ["logits"]), {"x": X}, ["logits"])

    np.testing.assert_allclose(logits, expected, rtol=1e-5)
    assert {t.name for t in tail.graph.initializer} == {"w3", "b3", "w4", "b4"}
    assert tail.SerializeToString() == extract(model, ["sum"], ["logits"]).SerializeToString()


def test_a_cut_that_a_skip_connection_goes_around_is_refused() -> None:
    with pytest.raises(RequestError, match="Around it: 'p1'"):
        extract(small_classifier(), ["r2"], ["logits"])


def test_a_tail_that_asks_for_the_image_size_gets_it_rebuilt() -> None:
    stored = {
        "first": np.array(0),
        "minus": np.array([-1]),
        "axes": np.array([0]),
        "w": np.ones((192, 2), "f4"),
    }
    model = model_of(
        [
            node("Relu", ["x"], ["r"]),
            node("Shape", ["x"], ["dims"]),
            node("Gather", ["dims", "first"], ["count"]),
            node("Unsqueeze", ["count", "axes"], ["counts"]),
            node("Concat", ["counts", "minus"], ["target"], axis=0),
            node("Reshape", ["r", "target"], ["flat"]),
            node("MatMul", ["flat", "w"], ["y"]),
        ],
        {"x": ("N", 3, 8, 8)},
        {"y": ("N", 2)},
        stored,
    )
    tail = extract(model, ["r"], ["y"])

    (found,) = numeric.run(tail, {"r": np.maximum(X, 0)}, ["y"])

    np.testing.assert_allclose(found[:, 0], np.maximum(X, 0).sum(axis=(1, 2, 3)), rtol=1e-5)


def test_a_fixed_batch_is_freed_through_reshapes() -> None:
    fixed = model_of(
        [
            node("Conv", ["x", "w"], ["c"]),
            node("Reshape", ["c", "shape"], ["flat"]),
            node("MatMul", ["flat", "dense"], ["y"]),
        ],
        {"x": (1, 3, 8, 8)},
        {"y": (1, 2)},
        {
            "w": np.ones((1, 3, 1, 1), "f4"),
            "shape": np.array([1, -1]),
            "dense": np.ones((64, 2), "f4"),
        },
    )

    freed, reason = with_dynamic_batch(fixed)

    assert reason == ""
    (both,) = numeric.run(freed, {"x": X}, ["y"])
    (second,) = numeric.run(fixed, {"x": X[1:]}, ["y"])
    np.testing.assert_allclose(both[1:], second, rtol=1e-5)


def test_a_batch_that_cannot_be_freed_is_left_with_the_reason() -> None:
    fixed = model_of(
        [
            node("Expand", ["x", "shape"], ["wide"]),
            node("ReduceSum", ["wide", "axes"], ["y"], keepdims=0),
        ],
        {"x": (1, 3)},
        {"y": (2,)},
        {"shape": np.array([2, 1, 3]), "axes": np.array([1, 2])},
    )

    same, reason = with_dynamic_batch(fixed)

    assert same is fixed
    assert "fixed shape" in reason


def test_a_free_image_size_can_be_fixed() -> None:
    model = with_input_shape(small_classifier(size="S"), ("N", 3, 8, 8))

    assert GraphFacts(model).shape("c3") == ("N", 5, 2, 2)


@pytest.mark.parametrize("opset", [13, 15])
def test_upgrading_an_old_model_changes_no_output(opset: int) -> None:
    old = keras_like(opset=opset)
    new = upgraded(old)
    x = X.transpose(0, 2, 3, 1)

    assert GraphFacts(new).opset == 17
    for optimised in (True, False):
        before, after = (
            numeric.run(m, {"x": x}, ["p"], optimised=optimised)[0] for m in (old, new)
        )
        np.testing.assert_array_equal(before, after)


def test_a_normalisation_with_its_bias_left_out_by_an_empty_name_runs() -> None:
    model = model_of(
        [node("LayerNormalization", ["x", "scale", ""], ["y"], name="norm")],
        {"x": ("N", 4)},
        {"y": ("N", 4)},
        {"scale": np.ones(4, np.float32)},
    )
    x = np.array([[1, 2, 3, 4]], np.float32)

    loaded = load_model(model.SerializeToString())

    assert list(loaded.graph.node[0].input) == ["x", "scale"]
    (y,) = numeric.run(loaded, {"x": x}, ["y"])
    # Deviations -1.5, -0.5, 0.5, 1.5 over the root of their mean square, 1.25.
    np.testing.assert_allclose(y, (x - 2.5) / np.sqrt(1.25), rtol=1e-4)
