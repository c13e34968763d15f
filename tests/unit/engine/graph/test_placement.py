"""The cells of a layer look where their receptive fields are, found by poking single pixels."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper

from engine.graph.facts import GraphFacts
from engine.graph.placement import find_placement, place

SIZE_HW = (29, 34)


def _network(layers):
    """Positive convolutions and average pools in a row: every input pixel of the field counts."""
    nodes, stored, tensor = [], [], "input"
    for index, (kind, kernel, attrs) in enumerate(layers):
        out = f"t{index}"
        inputs = [tensor]
        if kind == "Conv":
            weights = np.ones((1, 1, *kernel), dtype=np.float32)
            stored.append(numpy_helper.from_array(weights, f"w{index}"))
            inputs.append(f"w{index}")
        else:
            attrs = attrs | {"kernel_shape": list(kernel), "count_include_pad": 1}
        nodes.append(helper.make_node(kind, inputs, [out], **attrs))
        tensor = out
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "placed",
        [value("input", TensorProto.FLOAT, [1, 1, *SIZE_HW])],
        [value(tensor, TensorProto.FLOAT, [1, 1, None, None])],
        stored,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    onnx.checker.check_model(model)
    return model, tensor


def _field(model, row, column):
    """Centre (x, y) and size (height, width) in input pixels of what changes one output cell."""
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    height, width = SIZE_HW
    pokes = np.eye(height * width, dtype=np.float32).reshape(-1, 1, 1, height, width)
    hit = [session.run(None, {"input": poke})[0][0, 0, row, column] != 0 for poke in pokes]
    rows, columns = np.nonzero(np.reshape(hit, SIZE_HW))
    centre = (columns.min() + columns.max() + 1) / 2, (rows.min() + rows.max() + 1) / 2
    return centre, (np.ptp(rows) + 1, np.ptp(columns) + 1)


CASES = {
    "unpadded": [("Conv", (3, 3), {})],
    "strided": [("Conv", (3, 3), {"strides": [2, 2], "pads": [1, 1, 1, 1]})],
    "uneven padding": [("Conv", (3, 3), {"strides": [2, 2], "pads": [0, 0, 1, 1]})],
    "SAME_UPPER": [("Conv", (3, 3), {"strides": [2, 2], "auto_pad": "SAME_UPPER"})],
    "SAME_LOWER": [("Conv", (4, 3), {"auto_pad": "SAME_LOWER"})],
    "VALID": [("Conv", (5, 3), {"auto_pad": "VALID"})],
    "dilated": [("Conv", (3, 3), {"dilations": [2, 3]})],
    "pooled": [("AveragePool", (2, 2), {"strides": [2, 2]})],
    "a small network": [
        ("Conv", (3, 3), {}),
        ("AveragePool", (2, 2), {"strides": [2, 2]}),
        ("Conv", (3, 3), {}),
        ("AveragePool", (3, 2), {"strides": [2, 2], "pads": [1, 0, 1, 0]}),
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_cells_lie_at_the_centres_of_their_receptive_fields(name):
    model, tensor = _network(CASES[name])

    found = find_placement(GraphFacts(model), tensor)

    # A cell in the middle, whose field is not cut by the border.
    row, column = 2, 3
    centre, size_hw = _field(model, row, column)
    assert found is not None
    assert found.to_input.apply(column + 0.5, row + 0.5) == pytest.approx(centre, abs=1e-9)
    assert found.reach_hw == size_hw


def test_symmetric_padding_equals_stretching():
    layers = [("Conv", (3, 3), {"pads": [1, 1, 1, 1]})]
    model, tensor = _network(layers)

    assert place(GraphFacts(model), tensor).to_list() == [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]


def test_a_single_channel_may_be_moved_by_reshape():
    model, tensor = _network([("Conv", (3, 3), {})])
    graph = model.graph
    graph.node[0].input[0] = "nchw"
    to_nchw = helper.make_node("Reshape", ["input", "shape"], ["nchw"])
    graph.node.insert(0, to_nchw)
    graph.initializer.append(numpy_helper.from_array(np.array([1, 1, *SIZE_HW]), "shape"))
    value = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, *SIZE_HW, 1])
    graph.input[0].CopyFrom(value)
    onnx.checker.check_model(model)

    assert place(GraphFacts(model), tensor).to_list() == [1.0, 0.0, 1.0, 0.0, 1.0, 1.0]
