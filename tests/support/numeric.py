"""Numerical references that know nothing of the gradient builder.

Directional finite differences, FullGrad completeness, and running models in ONNX Runtime or, in
double precision, in ONNX's own reference evaluator.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
import onnx.inliner
import onnxruntime
from onnx import ModelProto, TensorProto, numpy_helper
from onnx.reference import ReferenceEvaluator

from engine.autodiff.build import build_gradient_model
from engine.graph.facts import GraphFacts
from engine.graph.upgrade import upgraded
from tests.support.double_operators import DOUBLE_OPERATORS

Feeds = Mapping[str, np.ndarray]

# Operators that the pinned runtime cannot run, and the standard defines by simpler ones.
_WITHOUT_KERNEL = ("Swish",)


def session(model: ModelProto, *, optimised: bool = True) -> onnxruntime.InferenceSession:
    """A CPU session with one thread, graph optimisation all or off, silent about warnings."""
    levels = onnxruntime.GraphOptimizationLevel
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = (
        levels.ORT_ENABLE_ALL if optimised else levels.ORT_DISABLE_ALL
    )
    if any(node.op_type in _WITHOUT_KERNEL for node in model.graph.node):
        spelt = [("", op) for op in _WITHOUT_KERNEL]
        model = onnx.inliner.inline_selected_functions(model, spelt, inline_schema_functions=True)
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def run(
    model: ModelProto, feeds: Feeds, outputs: Sequence[str], *, optimised: bool = True
) -> list[np.ndarray]:
    """Outputs of a model in ONNX Runtime on the CPU."""
    return session(model, optimised=optimised).run(list(outputs), dict(feeds))


def run_in_double(model: ModelProto, feeds: Feeds, outputs: Sequence[str]) -> list[np.ndarray]:
    """Outputs of a float32 model evaluated in float64 by ONNX's reference implementation.

    ONNX Runtime has double kernels for few operators only.
    """
    wide = {k: v.astype(np.float64) if v.dtype == np.float32 else v for k, v in feeds.items()}
    evaluator = ReferenceEvaluator(in_double(model), new_ops=DOUBLE_OPERATORS)
    return evaluator.run(list(outputs), wide)


def in_double(model: ModelProto) -> ModelProto:
    """A float32 model with every tensor, constant and cast in float64."""
    wide = ModelProto()
    wide.CopyFrom(model)
    graph = wide.graph
    del graph.value_info[:]
    for value in (*graph.input, *graph.output):
        if value.type.tensor_type.elem_type == TensorProto.FLOAT:
            value.type.tensor_type.elem_type = TensorProto.DOUBLE
    for tensor in graph.initializer:
        _widen(tensor)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.TENSOR:
                _widen(attribute.t)
            elif node.op_type == "Cast" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.DOUBLE
    return wide


def _widen(tensor: TensorProto) -> None:
    if tensor.data_type == TensorProto.FLOAT:
        array = numpy_helper.to_array(tensor).astype(np.float64)
        tensor.CopyFrom(numpy_helper.from_array(array, tensor.name))


def directional_difference(
    f: Callable[[np.ndarray], np.ndarray], x: np.ndarray, direction: np.ndarray, step: float
) -> float:
    """Central difference (f(x + h v) - f(x - h v)) / 2h of a scalar function."""
    forward, backward = f(x + step * direction), f(x - step * direction)
    return float(
        (np.sum(forward, dtype=np.float64) - np.sum(backward, dtype=np.float64)) / (2 * step)
    )


def relative_error(value: np.ndarray, reference: np.ndarray) -> float:
    """Largest difference over the largest reference value."""
    return float(np.abs(np.asarray(value) - reference).max() / np.abs(reference).max())


def one_hot(shape: Sequence[int], index: int, dtype: type = np.float32) -> np.ndarray:
    """A seed that picks one class: 1 at `index` of axis 1, for every image."""
    seed = np.zeros(tuple(shape), dtype)
    seed[:, index] = 1
    return seed


def additive_tensors(model: ModelProto) -> list[str]:
    """Stored tensors that a piecewise linear network adds, rather than multiplies by: its biases.

    Biases of Conv and Gemm, constants of Add and Sub, bounds of Clip, bias and mean of
    BatchNormalization.
    """
    facts = GraphFacts(upgraded(model))
    places = {
        "Conv": (2,),
        "Gemm": (2,),
        "Add": (0, 1),
        "Sub": (0, 1),
        "Clip": (1, 2),
        "BatchNormalization": (2, 3),
    }
    found: dict[str, None] = {}
    for node in facts.nodes:
        for i in places.get(node.op_type, ()):
            if (
                i < len(node.input)
                and node.input[i]
                and facts.initializer(node.input[i]) is not None
            ):
                found.setdefault(node.input[i])
    return list(found)


def completeness_gap(
    model: ModelProto, score: str, x: np.ndarray, index: int
) -> tuple[float, float]:
    """How far sum(x * dx) + sum over biases(b * db) is from the score (FullGrad, arXiv 1905.00780).

    A piecewise linear network is homogeneous of degree one in its input and biases together, so the
    two must agree to rounding: this exercises the rule of every operator of the network at once.

    Args:
        model: a piecewise linear network.
        score: tensor (1, C).
        x: (1, ...) input.
        index: class.

    Returns:
        (sum, score).
    """
    facts = GraphFacts(upgraded(model))
    wrt = [facts.input_name]
    reach = facts.ancestors_of([score])
    wrt += [name for name in additive_tensors(model) if name in reach]
    gradient = build_gradient_model(model, score=score, wrt=wrt)
    shape = [d if isinstance(d, int) else 1 for d in facts.shape(score)]
    feeds = {facts.input_name: x, gradient.seed_input: one_hot(shape, index, x.dtype.type)}
    names = [score, *(gradient.gradients[w] for w in wrt)]
    value, *gradients = run(gradient.model, feeds, names)
    stored = [x, *(facts.initializer(name) for name in wrt[1:])]
    total = sum(
        float(np.sum(a.astype(np.float64) * g.astype(np.float64)))
        for a, g in zip(stored, gradients, strict=True)
    )
    return total, float(value.reshape(-1)[index])
