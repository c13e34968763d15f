"""Names for people, from the tensors and the metadata that exporters write."""

import numpy as np
import onnx
import pytest
from onnx import helper

from engine.graph.facts import GraphFacts
from engine.graph.layers import list_layers
from engine.graph.names import readable_name, tensor_names
from tests.support.models import model_of

SCOPES = "pkg.torch.onnx.name_scopes"
STORED = {"k": np.ones((3, 3, 1, 1), np.float32)}


@pytest.mark.parametrize(
    ("tensor", "name"),
    [
        ("functional_1/block1_conv1_1/Relu:0", "block1_conv1_1/Relu"),
        ("/features/conv0/Conv_output_0", "features.conv0/Conv"),
        ("/features/features.0/features.0.2/Relu_output_0", "features.0.2/Relu"),
        ("/layer1/layer1.0/relu/Relu_1_output_0", "layer1.0.relu/Relu_1"),
        ("/2/main/main.0/main.0.2/Relu_output_0", "2.main.0.2/Relu"),
        ("/Relu_output_0", "Relu"),
        ("r907", "r907"),
    ],
)
def test_names_lose_the_ornaments_of_exporters(tensor: str, name: str) -> None:
    assert readable_name(tensor) == name


def scoped(op: str, source: str, target: str, scopes: str) -> onnx.NodeProto:
    node = helper.make_node(op, [source], [target])
    node.metadata_props.add(key=SCOPES, value=scopes)
    return node


def test_modules_in_the_metadata_name_layers_and_count_repeats() -> None:
    relu = "['', 'layer1', 'layer1.0', 'layer1.0.relu', 'relu_%d']"
    nodes = [
        helper.make_node("Conv", ["x", "k"], ["getitem"]),
        scoped("Relu", "getitem", "relu", relu % 0),
        scoped("Relu", "relu", "relu_1", relu % 1),
        scoped("Sigmoid", "relu_1", "sigmoid", "['', 'sigmoid']"),
        helper.make_node("GlobalAveragePool", ["sigmoid"], ["y"]),
    ]
    nodes[0].metadata_props.add(key=SCOPES, value='["", "conv", "conv2d"]')

    layers = list_layers(
        GraphFacts(model_of(nodes, {"x": (1, 3, 4, 4)}, {"y": (1, 3, 1, 1)}, STORED))
    )

    assert [a.name for a in layers] == [
        "conv/Conv", "layer1.0.relu/Relu", "layer1.0.relu/Relu_1", "Sigmoid",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["", "[", "nothing", "['only']", "[1, 2]"])
def test_metadata_that_name_no_module_are_passed_over(value: str) -> None:
    nodes = [
        scoped("Relu", "x", "relu_12", value),
        helper.make_node("GlobalAveragePool", ["relu_12"], ["y"]),
    ]
    model = model_of(nodes, {"x": (1, 3, 4, 4)}, {"y": (1, 3, 1, 1)})

    assert tensor_names(GraphFacts(model))["relu_12"] == "relu_12"


def test_a_square_inside_a_norm_is_no_layer() -> None:
    nodes = [
        helper.make_node("Conv", ["x", "k"], ["maps"]),
        helper.make_node("Mul", ["maps", "maps"], ["square"]),
        helper.make_node("Div", ["maps", "square"], ["normed"]),
        helper.make_node("GlobalAveragePool", ["normed"], ["y"]),
    ]
    model = model_of(nodes, {"x": (1, 3, 4, 4)}, {"y": (1, 3, 1, 1)}, STORED)

    assert [a.tensor for a in list_layers(GraphFacts(model))] == ["maps"]


def test_attention_weights_are_no_feature_maps() -> None:
    nodes = [
        helper.make_node("Conv", ["x", "k"], ["maps"]),
        helper.make_node("Reshape", ["maps", "tokens"], ["q"]),
        helper.make_node("Transpose", ["q"], ["t"], perm=[0, 1, 3, 2]),
        helper.make_node("MatMul", ["q", "t"], ["weights"]),
        helper.make_node("Add", ["weights", "weights"], ["more"]),
        helper.make_node("ReduceMean", ["more"], ["y"], axes=[2, 3], keepdims=0),
    ]
    stored = {**STORED, "tokens": np.array([0, 3, 4, 4])}
    model = model_of(nodes, {"x": (1, 3, 4, 4)}, {"y": (1, 3)}, stored)

    assert [a.tensor for a in list_layers(GraphFacts(model))] == ["maps"]


def test_a_map_of_one_place_is_no_layer() -> None:
    nodes = [
        helper.make_node("Conv", ["x", "k"], ["maps"]),
        helper.make_node("MaxPool", ["maps"], ["point"], kernel_shape=[4, 4]),
        helper.make_node("Relu", ["point"], ["y"]),
    ]
    model = model_of(nodes, {"x": (1, 3, 4, 4)}, {"y": (1, 3, 1, 1)}, STORED)

    assert [a.tensor for a in list_layers(GraphFacts(model))] == ["maps"]
