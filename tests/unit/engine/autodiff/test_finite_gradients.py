"""Gradients where a slope does not exist, a number overflows, or nothing varies: never NaN."""

from collections.abc import Sequence

import numpy as np
import onnx
import pytest
from onnx import ModelProto, NodeProto, TensorProto, helper
from onnx.reference import ReferenceEvaluator

from engine.autodiff.build import build_gradient_model
from engine.autodiff.registry import NO_GRADIENT
from engine.autodiff.rules import RULES
from engine.errors import UnsupportedOperator
from tests.support import numeric
from tests.support.double_operators import DOUBLE_OPERATORS
from tests.support.models import OperatorCase, model_of

node = helper.make_node
FAR = np.array(
    [-1e30, -1e4, -200, -90, -20, -3, -0.5, 0, 0.5, 3, 20, 88, 90, 200, 1e4, 1e30], np.float32
)
NUMBERS = {
    "zero": np.float32(0),
    "one": np.float32(1),
    "two": np.float32(2),
    "epsilon": np.float32(1e-5),
}


def gradients(model: ModelProto, feeds: dict[str, np.ndarray], wrt: Sequence[str]) -> list:
    """Gradients of the sum of y."""
    graph = build_gradient_model(model, score="y", wrt=wrt)
    (y,) = numeric.run(model, feeds, ["y"])
    feeds = {**feeds, graph.seed_input: np.ones_like(y)}
    both = [
        numeric.run(graph.model, feeds, list(graph.gradients.values()), optimised=optimised)
        for optimised in (True, False)
    ]
    for a, b in zip(*both, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-6)
    return both[0]


def slopes_of(nodes: list[NodeProto], x: np.ndarray, opset: int = 17) -> np.ndarray:
    """dy/dx of an element-wise formula at every number of x."""
    return gradients(
        model_of(nodes, {"x": x.shape}, {"y": x.shape}, NUMBERS, opset=opset), {"x": x}, ["x"]
    )[0]


SIGMOIDS = {
    "operator": [node("Sigmoid", ["x"], ["s"])],
    "reciprocal": [
        node("Neg", ["x"], ["minus"]),
        node("Exp", ["minus"], ["e"]),
        node("Add", ["e", "one"], ["d"]),
        node("Reciprocal", ["d"], ["s"]),
    ],
    "quotient": [
        node("Neg", ["x"], ["minus"]),
        node("Exp", ["minus"], ["e"]),
        node("Add", ["one", "e"], ["d"]),
        node("Div", ["one", "d"], ["s"]),
    ],
}


@pytest.mark.parametrize("gate", sorted(SIGMOIDS))
def test_swish_spelt_out_has_its_slope_everywhere(gate: str) -> None:
    found = slopes_of([*SIGMOIDS[gate], node("Mul", ["x", "s"], ["y"])], FAR)

    x = np.clip(FAR.astype(np.float64), -300, 300)
    s = 1 / (1 + np.exp(-x))
    np.testing.assert_allclose(found, s + x * s * (1 - s), rtol=1e-5, atol=1e-6)


SOFTPLUS = {
    "operator": [node("Softplus", ["x"], ["s"])],
    "spelt-out": [
        node("Exp", ["x"], ["e"]),
        node("Add", ["e", "one"], ["d"]),
        node("Log", ["d"], ["s"]),
    ],
}


@pytest.mark.parametrize("softplus", sorted(SOFTPLUS))
def test_mish_spelt_out_has_its_slope_everywhere(softplus: str) -> None:
    nodes = [
        *SOFTPLUS[softplus],
        node("Tanh", ["s"], ["t"]),
        node("Mul", ["x", "t"], ["y"]),
    ]

    found = slopes_of(nodes, FAR)

    x = np.clip(FAR.astype(np.float64), -300, 300)
    t = np.tanh(np.log1p(np.exp(x)))
    np.testing.assert_allclose(found, t + x * (1 - t**2) / (1 + np.exp(-x)), rtol=1e-5, atol=1e-5)


def test_units_are_finite_far_out() -> None:
    plain = ("Sigmoid", "Tanh", "Softplus", "Softsign", "Elu", "Selu", "Celu", "Erf", "HardSwish",
             "HardSigmoid", "Atan", "Asinh", "Shrink", "ThresholdedRelu")  # fmt: skip
    units = [(op, 17) for op in plain] + [("Gelu", 20), ("Mish", 18)]

    for op, opset in units:
        assert np.isfinite(slopes_of([node(op, ["x"], ["y"])], FAR, opset)).all(), op


@pytest.mark.parametrize("op", ["Softmax", "LogSoftmax"])
def test_classes_far_apart_have_finite_gradients(op: str) -> None:
    case = OperatorCase(op, [FAR[None]])
    (dx,) = gradients(case.model(), case.feeds(), ["x0"])

    assert np.isfinite(dx).all()


GUARDED = {
    "Div": node("Div", ["one", "x"], ["inner"]),
    "Reciprocal": node("Reciprocal", ["x"], ["inner"]),
    "Log": node("Log", ["x"], ["inner"]),
    "Sqrt": node("Sqrt", ["x"], ["inner"]),
    "Pow": node("Pow", ["x", "half"], ["inner"]),
}


@pytest.mark.parametrize("op", sorted(GUARDED))
def test_a_branch_not_chosen_leaves_nothing_behind(op: str) -> None:
    """The result is 0 where x = 0, else f(x): as numerically careful models write it."""
    nodes = [
        node("Equal", ["x", "zero"], ["is_zero"]),
        GUARDED[op],
        node("Where", ["is_zero", "zero", "inner"], ["y"]),
    ]
    stored = {**NUMBERS, "half": np.float32(0.5)}
    x = np.array([0, 0.25, 4], np.float32)
    model = model_of(nodes, {"x": (3,)}, {"y": (3,)}, stored)

    (dx,) = gradients(model, {"x": x}, ["x"])

    assert dx[0] == 0
    assert np.isfinite(dx).all()
    assert dx[1] != 0


def test_the_length_of_nothing_has_the_slope_zero() -> None:
    """Division by max(|x|, epsilon), |x| spelt out: the root's infinite slope stays inside."""
    nodes = [
        node("Mul", ["x", "x"], ["square"]),
        node("ReduceSum", ["square", "axes"], ["sum"]),
        node("Sqrt", ["sum"], ["length"]),
        node("Max", ["length", "epsilon"], ["divisor"]),
        node("Div", ["x", "divisor"], ["y"]),
    ]
    stored = {**NUMBERS, "axes": np.array([1], np.int64)}
    model = model_of(nodes, {"x": (2, 3)}, {"y": (2, 3)}, stored)

    (dx,) = gradients(model, {"x": np.array([[0, 0, 0], [3, 0, 4]], np.float32)}, ["x"])

    np.testing.assert_allclose(dx[0], 1e5, rtol=1e-5)
    # (g - n (g . n)) / 5 for n = (0.6, 0, 0.8), g = 1: g . n = 1.4.
    np.testing.assert_allclose(dx[1], [0.032, 0.2, -0.024], rtol=1e-5)


def spelt_out_layer_norm(opset: int) -> ModelProto:
    """As exporters wrote it before there was an operator."""

    def mean(x: str, y: str) -> NodeProto:
        if opset < 18:
            return node("ReduceMean", [x], [y], axes=[-1])
        return node("ReduceMean", [x, "axes"], [y])

    nodes = [
        mean("x", "mean"),
        node("Sub", ["x", "mean"], ["centred"]),
        node("Pow", ["centred", "two"], ["square"]),
        mean("square", "variance"),
        node("Add", ["variance", "epsilon"], ["guarded"]),
        node("Sqrt", ["guarded"], ["spread"]),
        node("Div", ["centred", "spread"], ["normal"]),
        node("Mul", ["normal", "scale"], ["scaled"]),
        node("Add", ["scaled", "shift"], ["y"]),
    ]
    stored = {**NUMBERS, "scale": SCALE, "shift": SCALE[::-1].copy()}
    if opset >= 18:
        stored["axes"] = np.array([-1], np.int64)
    return model_of(nodes, {"x": (2, 3, 4)}, {"y": (2, 3, 4)}, stored, opset=opset)


SCALE = np.array([0.5, -1.5, 2, 1], np.float32)


@pytest.mark.parametrize("opset", [17, 26])
@pytest.mark.parametrize("spread", [1.0, 1e-3, 0.0])
def test_layer_norm_spelt_out_is_the_operator(opset: int, spread: float) -> None:
    x = (5 + spread * np.random.default_rng(1).normal(size=(2, 3, 4))).astype(np.float32)
    case = OperatorCase("LayerNormalization", [x, SCALE, SCALE], {}, (1, 2), opset=opset)
    parts = spelt_out_layer_norm(opset)

    found, expected = (
        gradients(model, {name: x}, [name])[0]
        for model, name in ((parts, "x"), (case.model(), "x0"))
    )

    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-3 * np.abs(expected).max())


NORMS = {
    "LayerNormalization": ((4,), {}, 17),
    "RMSNormalization": ((4,), {}, 23),
    "InstanceNormalization": ((3,), {}, 17),
    "GroupNormalization": ((3,), {"num_groups": 3}, 21),
    "MeanVarianceNormalization": (None, {"axes": [2]}, 17),
    "LRN": (None, {"size": 3}, 17),
    "LpNormalization": (None, {}, 17),
}


def norm_of(op: str, x: np.ndarray) -> OperatorCase:
    scale, attrs, opset = NORMS[op]
    count = 0 if scale is None else 1 if op.startswith("RMS") else 2
    inputs = [x, *(np.ones(scale, np.float32) for _ in range(count))]
    return OperatorCase(op, inputs, attrs, (1, 2), opset=opset)


@pytest.mark.parametrize("op", sorted(NORMS))
@pytest.mark.parametrize("value", [0.0, 7.0])
def test_images_without_contrast_have_finite_gradients(op: str, value: float) -> None:
    case = norm_of(op, np.full((2, 3, 4, 4), value, np.float32))

    (dx,) = gradients(case.model(), case.feeds(), ["x0"])

    assert np.isfinite(dx).all()


@pytest.mark.parametrize("op", sorted(NORMS))
def test_squares_beyond_half_precision_do_not_blind_a_norm(op: str) -> None:
    """At activations of a thousand, squares leave float16; the gradient must not."""
    x = (1000 * np.random.default_rng(2).normal(size=(2, 3, 4, 4))).astype(np.float16)
    case = norm_of(op, x.astype(np.float32))
    seed = np.random.default_rng(3).normal(size=x.shape).astype(np.float16)
    graph = build_gradient_model(case.model(), score="y", wrt=["x0"])
    (single,) = numeric.run(
        graph.model,
        {"x0": x.astype(np.float32), "seed": seed.astype(np.float32)},
        graph.outputs[1:],
    )
    narrow = case.model()
    del narrow.graph.value_info[:]
    for value in (*narrow.graph.input, *narrow.graph.output):
        value.type.tensor_type.elem_type = TensorProto.FLOAT16
    for tensor in narrow.graph.initializer:
        values = onnx.numpy_helper.to_array(tensor).astype(np.float16)
        tensor.CopyFrom(onnx.numpy_helper.from_array(values, tensor.name))

    graph = build_gradient_model(narrow, score="y", wrt=["x0"])
    (by_runtime,) = numeric.run(graph.model, {"x0": x, "seed": seed}, graph.outputs[1:])
    # The runtime widens half-precision chains by itself; the reference computes as it is told.
    reference = ReferenceEvaluator(graph.model, new_ops=DOUBLE_OPERATORS)
    with np.errstate(all="ignore"):
        (as_told,) = reference.run(list(graph.outputs[1:]), {"x0": x, "seed": seed})

    for half in (by_runtime, as_told):
        np.testing.assert_allclose(half, single, rtol=2e-2, atol=1e-2 * np.abs(single).max())


def test_group_norm_of_older_operator_sets_has_one_scale_per_group() -> None:
    """Valid in sets 18 to 20 and since withdrawn, so the checker knows it no more."""
    rng = np.random.default_rng(4)
    x, g = (rng.normal(size=(2, 4, 3)).astype(np.float32) for _ in range(2))
    scale, bias = (rng.normal(size=2).astype(np.float32) for _ in range(2))
    old = model_of(
        [node("GroupNormalization", ["x", "s", "b"], ["y"], num_groups=2)],
        {"x": x.shape},
        {"y": x.shape},
        {"s": scale, "b": bias},
        opset=18,
        is_checked=False,
    )
    case = OperatorCase(
        "GroupNormalization", [x, scale.repeat(2), bias.repeat(2)], {"num_groups": 2}, (1, 2),
        (0, 1, 2), opset=21,
    )  # fmt: skip
    graphs = [
        build_gradient_model(old, score="y", wrt=["x", "s", "b"]),
        build_gradient_model(case.model(), score="y", wrt=["x0", "x1", "x2"]),
    ]

    found, expected = (
        numeric.run(graph.model, {name: x, "seed": g}, list(graph.gradients.values()))
        for graph, name in zip(graphs, ("x", "x0"), strict=True)
    )

    np.testing.assert_allclose(found[0], expected[0], rtol=1e-4, atol=1e-5)
    for per_group, per_channel in zip(found[1:], expected[1:], strict=True):
        np.testing.assert_allclose(per_group, per_channel.reshape(2, 2).sum(axis=1), rtol=1e-4)


def test_mean_variance_norm_looks_at_batch_and_places_unless_told() -> None:
    x = np.random.default_rng(5).normal(size=(2, 3, 4, 2)).astype(np.float32)
    seed = np.random.default_rng(6).normal(size=x.shape).astype(np.float32)
    found = []
    for attrs in ({}, {"axes": [0, 2, 3]}):
        model = OperatorCase("MeanVarianceNormalization", [x], attrs).model()
        graph = build_gradient_model(model, score="y", wrt=["x0"])
        found += numeric.run(graph.model, {"x0": x, "seed": seed}, graph.outputs[1:])

    np.testing.assert_array_equal(*found)


def test_a_second_output_that_reaches_the_score_is_refused_by_name() -> None:
    nodes = [
        node("LayerNormalization", ["x", "s"], ["n", "mean"], name="norm"),
        node("Add", ["n", "mean"], ["y"]),
    ]
    model = model_of(nodes, {"x": (2, 4)}, {"y": (2, 4)}, {"s": np.ones(4, np.float32)})

    with pytest.raises(UnsupportedOperator, match=r"LayerNormalization \(node 'norm'\)"):
        build_gradient_model(model, score="y", wrt=["x"])


# Standard operators up to set 26 that nothing is said about: they are refused by name.
REFUSED = {
    "losses": {"NegativeLogLikelihoodLoss", "SoftmaxCrossEntropyLoss"},
    "loops and branches": {"If", "Loop", "Scan"},
    "recurrent networks": {"GRU", "LSTM", "RNN"},
    "sequences and optionals": {
        "ConcatFromSequence", "Optional", "OptionalGetElement", "SequenceAt", "SequenceConstruct",
        "SequenceEmpty", "SequenceErase", "SequenceInsert", "SequenceMap", "SplitToSequence",
    },
    "texts and files": {"ImageDecoder", "StringConcat", "StringNormalizer", "StringSplit"},
    "integer arithmetic": {
        "BitCast", "ConvInteger", "DynamicQuantizeLinear", "MatMulInteger", "QLinearConv",
        "QLinearMatMul",
    },
    "spectra": {"DFT", "MelWeightMatrix", "STFT"},
    "linear, but no operator of image classifiers": {"OneHot", "Range", "Scatter", "Unique"},
    "not written": {
        "AffineGrid", "Attention", "CenterCropPad", "Col2Im", "CumProd", "DeformConv", "Det",
        "GridSample", "MaxRoiPool", "RoiAlign", "RotaryEmbedding", "TensorScatter", "Upsample",
    },
}  # fmt: skip


def test_every_operator_of_the_standard_is_differentiated_gradient_free_or_refused() -> None:
    standard = {
        schema.name
        for schema in onnx.defs.get_all_schemas_with_history()
        if schema.domain == "" and schema.since_version <= 26
    }
    refused = set().union(*REFUSED.values())

    assert refused == standard - set(RULES) - NO_GRADIENT


@pytest.mark.parametrize("op", ["Ceil", "Floor", "Round", "Sign", "Hardmax"])
def test_staircases_are_flat(op: str) -> None:
    """The gradient-free operators that turn numbers into numbers do not move with them."""
    assert op in NO_GRADIENT
    x = np.array([[-2.3, 0.4, 1.8]], np.float32)
    model = OperatorCase(op, [x]).model()

    before, after = (numeric.run(model, {"x0": v}, ["y"])[0] for v in (x, x + np.float32(0.05)))

    np.testing.assert_array_equal(before, after)
