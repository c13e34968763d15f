"""One contract for every gradient rule: a real operator, registered once, and the true slope."""

from collections.abc import Callable
from functools import partial

import numpy as np
import onnx
import pytest

from engine.autodiff.build import build_gradient_model
from engine.autodiff.registry import NO_GRADIENT, rule
from engine.autodiff.rules import RULES
from engine.graph.facts import GraphFacts
from tests.conftest import ROOT
from tests.support import numeric
from tests.support.models import OperatorCase as Case

_RNG = np.random.default_rng(7)


def normal(*shape: int) -> np.ndarray:
    return _RNG.normal(size=shape).astype(np.float32)


def positive(*shape: int) -> np.ndarray:
    return _RNG.uniform(0.5, 2.0, shape).astype(np.float32)


def ints(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def number(value: float) -> np.ndarray:
    return np.array(value, np.float32)


NONE = np.zeros(0, np.float32)  # an input left out
IMAGE = (2, 4, 7, 6)
SAME = {"auto_pad": "SAME_UPPER"}


def conv(
    id_: str, group: int = 1, kernel: tuple[int, int] = (3, 3), opset: int = 17, **attrs
) -> Case:
    weight = normal(6 if group == 1 else 2 * group, 4 // group, *kernel)
    inputs = [normal(*IMAGE), weight, normal(len(weight))]
    return Case("Conv", inputs, {"group": group, **attrs}, (1, 2), (0, 2), opset=opset, id=id_)


def pool(op: str, id_: str, kernel: tuple[int, int] = (3, 3), **attrs) -> Case:
    return Case(op, [normal(*IMAGE)], {"kernel_shape": kernel, **attrs}, id=id_)


def batch_norm(rank: int) -> Case:
    inputs = [normal(*IMAGE[:rank]), normal(4), normal(4), normal(4), positive(4)]
    return Case(
        "BatchNormalization",
        inputs,
        {"epsilon": 1e-3},
        (1, 2, 3, 4),
        (0, 1, 2, 3),
        id=f"rank{rank}",
    )


CASES = [
    *(
        Case(op, [normal(3, 5)])
        for op in ("Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Sigmoid", "Tanh")
    ),
    *(Case(op, [normal(3, 5)]) for op in ("Neg", "Abs", "Exp", "Softplus", "Softsign", "Identity")),
    *(Case(op, [3 * normal(4, 5)]) for op in ("HardSigmoid", "HardSwish", "ThresholdedRelu")),
    *(Case(op, [positive(3, 5)]) for op in ("Log", "Sqrt", "Reciprocal")),
    # The reference evaluates Erf in single precision.
    Case("Erf", [normal(3, 5)], step=1e-2, tolerance=1e-3),
    Case("Elu", [normal(3, 5)], {"alpha": 0.7}, id="alpha"),
    Case("Celu", [normal(3, 5)], {"alpha": 0.7}, id="alpha"),
    Case("LeakyRelu", [normal(3, 5)], {"alpha": 0.3}, id="alpha"),
    Case("HardSigmoid", [normal(3, 5)], {"alpha": 0.4, "beta": 0.3}, id="slope"),
    Case("PRelu", [normal(*IMAGE), normal(4, 1, 1)], {}, (1,), (0, 1)),
    Case("Clip", [3 * normal(3, 5), number(0), number(2)], {}, (1, 2), (0, 1, 2)),
    Case("Clip", [3 * normal(3, 5), NONE, number(2)], {}, (2,), (0, 2), id="only-max"),
    Case("Softmax", [normal(3, 5)]),
    Case("Softmax", [normal(2, 3, 4)], {"axis": 1}, id="axis1"),
    Case("LogSoftmax", [normal(3, 5)], {"axis": 1}),
    *(
        Case(op, [normal(3, 5), normal(3, 5)], wrt=(0, 1))
        for op in ("Add", "Sub", "Mul", "Max", "Min")
    ),
    *(
        Case(op, [normal(2, 3, 4), positive(3, 1)], wrt=(0, 1), id="broadcast")
        for op in ("Add", "Sub", "Mul", "Div", "Max", "Min")
    ),
    Case("Add", [normal(1, 3, 1), normal(2, 1, 4)], wrt=(0, 1), id="both-broadcast"),
    Case("Add", [normal(2, 3), number(0.5)], {}, (1,), (0, 1), id="scalar"),
    Case("Div", [normal(3, 5), positive(3, 5)], wrt=(0, 1)),
    Case("Sum", [normal(3, 5), normal(5), normal(3, 1)], wrt=(0, 1, 2)),
    Case("Mean", [normal(3, 5), normal(5), normal(3, 1)], wrt=(0, 1, 2)),
    Case("Pow", [positive(3, 5), normal(3, 5)], wrt=(0, 1)),
    Case("Pow", [normal(3, 5), number(2)], {}, (1,), id="square"),
    Case("Where", [normal(3, 5) > 0, normal(3, 5), normal(5)], wrt=(1, 2)),
    Case("MatMul", [normal(3, 5), normal(5, 2)], wrt=(0, 1)),
    Case("MatMul", [normal(2, 3, 5), normal(5, 2)], wrt=(0, 1), id="broadcast-right"),
    Case("MatMul", [normal(3, 5), normal(2, 4, 5, 2)], wrt=(0, 1), id="broadcast-left"),
    *(
        Case(
            "Gemm",
            [normal(*((5, 3) if a else (3, 5))), normal(*((2, 5) if b else (5, 2))), normal(2)],
            {"transA": a, "transB": b, "alpha": 0.7, "beta": 1.3},
            wrt=(0, 1, 2),
            id=f"transA{a}-transB{b}",
        )
        for a in (0, 1)
        for b in (0, 1)
    ),
    conv("plain"),
    conv("pads", pads=[1, 2, 0, 1]),
    conv("pads-wider-than-kernel", kernel=(2, 2), pads=[2, 2, 3, 2]),
    conv("stride-remainder", strides=[2, 3]),
    conv("stride-pads", strides=[2, 2], pads=[1, 1, 1, 1]),
    conv("dilated", dilations=[2, 2], pads=[2, 2, 2, 2]),
    conv("dilated-strided", dilations=[2, 1], strides=[2, 2], pads=[1, 0, 1, 1]),
    conv("groups", group=2, pads=[1, 1, 1, 1]),
    conv("depthwise", group=4, pads=[1, 1, 1, 1]),
    Case(
        "Conv",
        [normal(*IMAGE), normal(4, 1, 3, 3)],
        {"group": 4, "strides": [2, 2], "pads": [1, 1, 1, 1]},
        (1,),
        id="depthwise-strided",
    ),
    conv("pointwise", kernel=(1, 1)),
    conv("pointwise-strided", kernel=(1, 1), strides=[2, 2]),
    conv("same-upper", **SAME, strides=[2, 2]),
    conv("same-lower", auto_pad="SAME_LOWER", strides=[2, 2]),
    conv("same-upper-even-kernel", kernel=(2, 4), **SAME),
    conv("valid", auto_pad="VALID", strides=[2, 1]),
    Case("Conv", [normal(2, 3, 9), normal(4, 3, 3)], {"strides": [2]}, (1,), id="one-dimension"),
    Case(
        "ConvTranspose",
        [normal(2, 3, 4, 4), normal(3, 5, 3, 3), normal(5)],
        {"strides": [2, 2], "pads": [1, 1, 1, 1], "output_padding": [1, 1]},
        (1, 2),
        (0, 2),
    ),
    pool("MaxPool", "apart", (2, 2), strides=[2, 2]),
    pool("MaxPool", "overlapping", strides=[2, 2], pads=[1, 1, 1, 1]),
    # The reference evaluator counts Indices wrongly when windows are padded and move by one.
    Case(
        "MaxPool",
        [normal(*IMAGE)],
        {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1]},
        by_runtime=True,
        id="dense",
    ),
    pool("MaxPool", "ceil", (2, 2), strides=[2, 2], ceil_mode=1),
    pool("MaxPool", "same", strides=[2, 2], **SAME),
    pool("MaxPool", "dilated", (2, 2), dilations=[2, 2]),
    pool("AveragePool", "apart", (2, 2), strides=[2, 2]),
    pool("AveragePool", "overlapping", strides=[2, 2], pads=[1, 1, 1, 1]),
    pool("AveragePool", "padding-counts", strides=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1),
    pool("AveragePool", "dense-same", **SAME),
    pool("AveragePool", "same-strided", strides=[2, 2], **SAME),
    pool("AveragePool", "ceil", (2, 2), strides=[2, 2], ceil_mode=1),
    Case("GlobalAveragePool", [normal(*IMAGE)]),
    Case("GlobalMaxPool", [normal(*IMAGE)]),
    *(
        Case(op, [normal(2, 3, 4)], {"axes": [1, -1], "keepdims": k}, id=f"keepdims{k}")
        for op in ("ReduceMean", "ReduceMax", "ReduceMin")
        for k in (0, 1)
    ),
    *(
        Case(
            op, [normal(2, 3, 4), ints(0, 2)], {"keepdims": k}, opset=18, id=f"opset18-keepdims{k}"
        )
        for op in ("ReduceMean", "ReduceMax", "ReduceMin", "ReduceSum")
        for k in (0, 1)
    ),
    Case("ReduceSum", [normal(2, 3, 4)], {"keepdims": 0}, id="all"),
    Case("ReduceSum", [normal(2, 3, 4)], {"noop_with_empty_axes": 1}, id="nothing"),
    Case("Reshape", [normal(2, 6), ints(3, -1)]),
    Case("Flatten", [normal(2, 3, 4)], {"axis": 2}),
    Case("Squeeze", [normal(2, 1, 3, 1), ints(1, 3)]),
    Case("Squeeze", [normal(2, 1, 3, 1)], id="all"),
    Case("Unsqueeze", [normal(2, 3), ints(0, 2)]),
    Case("Transpose", [normal(2, 3, 4)], {"perm": [2, 0, 1]}),
    Case("Transpose", [normal(2, 3, 4)], id="reversed"),
    Case("Concat", [normal(2, 3), normal(2, 1), normal(2, 2)], {"axis": -1}, wrt=(0, 1, 2)),
    Case(
        "Concat", [normal(2, 3), normal(2, 1), normal(2, 2)], {"axis": 1}, wrt=(1,), id="one-part"
    ),
    Case("Split", [normal(2, 6), ints(1, 3, 2)], {"axis": 1}, outputs=3, id="middle-unused"),
    Case("Slice", [normal(5, 6), ints(1, -4), ints(4, 100), ints(0, -1)]),
    Case("Slice", [normal(5, 6), ints(-1), ints(-(2**63)), ints(1), ints(-2)], id="backwards"),
    Case("Slice", [normal(5, 6), ints(0), ints(5), ints(0), ints(2)], id="steps"),
    Case("Gather", [normal(4, 5), ints(0, -1, 0)], {"axis": 0}, id="repeated"),
    Case("Gather", [normal(4, 5), np.array(2, np.int64)], {"axis": 1}, id="scalar"),
    Case("Gather", [normal(4, 5), np.array([[0, 1], [1, 1]])], {"axis": 1}, id="table"),
    Case("Pad", [normal(2, 3), ints(1, 0, 2, 1)]),
    Case("Pad", [normal(4, 5), ints(1, 2, 0, 1)], {"mode": "reflect"}, id="reflect"),
    Case("Pad", [normal(4, 5), ints(1, 2, 0, 1)], {"mode": "edge"}, id="edge"),
    Case("Expand", [normal(3, 1), ints(2, 3, 4)]),
    Case("Dropout", [normal(3, 4)]),
    Case("Cast", [normal(3, 4)], {"to": onnx.TensorProto.FLOAT}),
    batch_norm(2),
    batch_norm(4),
]

# Staircases have no slope to compare with; test_quantization.py holds these two to
# their definition.
ESTIMATED = {"QuantizeLinear", "DequantizeLinear"}


def test_every_rule_has_a_case() -> None:
    assert set(RULES) - ESTIMATED == {case.op for case in CASES}


@pytest.mark.parametrize("op", sorted({*RULES, *NO_GRADIENT}))
def test_every_key_is_an_operator_of_the_standard(op: str) -> None:
    assert onnx.defs.has(op)


def test_no_operator_is_in_both_tables() -> None:
    assert not NO_GRADIENT & set(RULES)


def test_registering_an_operator_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="Relu is registered twice"):
        rule("Relu")(lambda ctx, g: [g])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_gradient_is_the_slope(case: Case) -> None:
    model, feeds = case.model(), case.feeds()
    wrt = [f"x{i}" for i in case.wrt]
    graph = build_gradient_model(model, score="y", wrt=wrt)
    onnx.checker.check_model(graph.model, full_check=True)
    evaluate = partial(numeric.run_in_double, by_runtime=case.by_runtime)
    (y,) = evaluate(model, feeds, ["y"])
    seed = np.random.default_rng(1).normal(size=y.shape)
    outputs = [graph.gradients[name] for name in wrt]

    exact = evaluate(graph.model, {**feeds, graph.seed_input: seed}, outputs)
    facts = GraphFacts(model)
    for name, gradient in zip(wrt, exact, strict=True):
        value = feeds[name] if name in feeds else facts.initializer(name)
        direction = np.random.default_rng(2).normal(size=value.shape)

        def score(v: np.ndarray, name: str = name) -> np.ndarray:
            return seed * _evaluate_with(evaluate, model, feeds, (name, v))

        slope = numeric.directional_difference(
            score, value.astype(np.float64), direction, case.step
        )
        assert gradient.shape == value.shape
        assert (gradient * direction).sum() == pytest.approx(slope, rel=case.tolerance, abs=1e-7)

    single = {**feeds, graph.seed_input: seed.astype(np.float32)}
    for optimised in (True, False):
        ours = numeric.run(graph.model, single, outputs, optimised=optimised)
        for a, b in zip(ours, exact, strict=True):
            np.testing.assert_allclose(a, b, rtol=2e-4, atol=2e-5)


def _evaluate_with(
    evaluate: Callable[..., list[np.ndarray]],
    model: onnx.ModelProto,
    feeds: dict[str, np.ndarray],
    replaced: tuple[str, np.ndarray],
) -> np.ndarray:
    """Output y in float64 with one tensor, fed or stored, replaced."""
    name, value = replaced
    if name in feeds:
        return evaluate(model, {**feeds, name: value}, ["y"])[0]
    wide = numeric.in_double(model)
    for tensor in wide.graph.initializer:
        if tensor.name == name:
            tensor.CopyFrom(onnx.numpy_helper.from_array(value, name))
    return evaluate(wide, feeds, ["y"])[0]


def test_the_readme_lists_exactly_the_operators_with_a_rule() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = text.split("Operators with a rule:")[1].split(".")[0]

    assert {name.strip() for name in listed.split(",")} == set(RULES)
