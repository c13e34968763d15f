"""Every gradient rule in a model of 16-bit numbers: it runs, stays finite, and means the same."""

from dataclasses import replace

import numpy as np
import onnx
import pytest
from onnx import AttributeProto, ModelProto, TensorProto, numpy_helper

from engine.autodiff.build import build_gradient_model
from tests.contract.rule_cases import CASES
from tests.support import numeric
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import RuleTrial

# Rows whose forward operator has no half-precision form in the standard or the runtime.
NOT_IN_HALF = {
    "Celu": "the standard defines it for float32 only",
    "DequantizeLinear": "the standard knows half-precision scales since operator set 19 only",
    "QuantizeLinear": "the standard knows half-precision scales since operator set 19 only",
    "ScatterElements-sum": "the runtime adds in single precision only",
    "ScatterND-sum": "the runtime adds in single precision only",
}
# Operators of which the standard keeps all inputs but the first in single precision.
SCALES_STAY_SINGLE = {"Resize", "Upsample"}


def narrowed(tensor: TensorProto) -> None:
    if tensor.data_type == TensorProto.FLOAT:
        values = numpy_helper.to_array(tensor).astype(np.float16)
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))


def rounded(value: np.ndarray) -> np.ndarray:
    """What half precision can hold of an array: numbers that become equal are equal in both."""
    return value.astype(np.float16).astype(np.float32) if value.dtype == np.float32 else value


def in_half(case: Case) -> ModelProto:
    """The case's model with every tensor and constant in float16."""
    model = case.model()
    graph = model.graph
    del graph.value_info[:]
    for value in (*graph.input, *graph.output):
        if value.type.tensor_type.elem_type == TensorProto.FLOAT:
            value.type.tensor_type.elem_type = TensorProto.FLOAT16
    for tensor in graph.initializer:
        if case.op not in SCALES_STAY_SINGLE:
            narrowed(tensor)
    for attribute in (a for node in graph.node for a in node.attribute):
        if attribute.type == AttributeProto.TENSOR:
            narrowed(attribute.t)
        elif attribute.name == "to" and attribute.i == TensorProto.FLOAT:
            attribute.i = TensorProto.FLOAT16
    return model


@pytest.mark.parametrize("case", CASES, ids=str)
def test_gradient_in_half_precision_is_that_in_single(case: Case) -> None:
    for key in (case.op, str(case)):
        if key in NOT_IN_HALF:
            pytest.skip(NOT_IN_HALF[key])
    case = replace(case, inputs=[rounded(v) for v in case.inputs])
    tried = RuleTrial(case)
    graph = build_gradient_model(in_half(case), score="y", wrt=[f"x{i}" for i in case.wrt])
    feeds = {**case.feeds(), graph.seed_input: tried.g}
    feeds = {k: v.astype(np.float16) if v.dtype == np.float32 else v for k, v in feeds.items()}
    names = [graph.gradients[f"x{i}"] for i in case.wrt]

    onnx.checker.check_model(graph.model)
    for optimised in (True, False):
        found = numeric.run(graph.model, feeds, names, optimised=optimised)
        for half, single in zip(found, tried.gradients(), strict=True):
            assert half.dtype == np.float16
            limit = 1e-2 * max(1.0, float(np.abs(single).max(initial=0.0)))
            np.testing.assert_allclose(half, single, rtol=0, atol=limit)
