"""DeepLIFT's rescale rule: by hand, against other implementations, and by what it promises."""

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from engine.autodiff.build import GradientModel, build_gradient_model
from engine.autodiff.overrides import DEEP_LIFT, Path
from engine.autodiff.overrides.deep_lift import JOINS, LINEAR, MAXIMA, PRODUCTS, REFUSED
from engine.autodiff.overrides.override import ELEMENTWISE
from engine.errors import RequestError, UnsupportedOperator
from engine.graph.facts import GraphFacts
from tests.support import networks, numeric
from tests.support.models import model_of, relu_toy, small_classifier

node = helper.make_node
RNG = np.random.default_rng(21)
IMAGES = RNG.normal(size=(3, 3, 8, 8)).astype(np.float32)
BASELINES = RNG.normal(size=(3, 3, 8, 8)).astype(np.float32)


def deep_lift(model, score="logits", wrt="x") -> GradientModel:
    return build_gradient_model(model, score=score, wrt=[wrt], overrides=DEEP_LIFT, also=[wrt])


def multipliers(graph, images, baselines, seed, run=numeric.run, name="x"):
    """Multipliers of the images, activations less those of the baselines, score differences."""
    (wrt,) = graph.gradients
    count = len(images)
    feeds = {name: np.concatenate([images, baselines]), graph.seed_input: np.tile(seed, (2, 1))}
    score = next(o for o in graph.outputs if o in ("logits", "score", "y"))
    found, values, scores = run(graph.model, feeds, [graph.gradients[wrt], wrt, score])
    delta = (scores[:count] - scores[count:]) * seed
    return found[:count], values[:count] - values[count:], delta.sum(axis=1)


def test_the_toy_of_the_definition_by_hand() -> None:
    # f = 2 relu(x1) + 2 relu(x2 - 1.5): f(1, 2) = 3, f(0, 0) = 0; slopes 2 and 2 * 0.5 / 2.
    one = np.ones((1, 1), np.float32)
    graph = deep_lift(relu_toy(), "score")
    x, x0 = np.array([[1, 2]], np.float32), np.zeros((1, 2), np.float32)

    found, run, delta = multipliers(graph, x, x0, one)

    np.testing.assert_array_equal(found * run, [[2, 1]])
    assert delta == 3
    assert graph.overridden == 1


@pytest.mark.parametrize(
    "model",
    [
        small_classifier(),
        networks.resnet_like(),
        networks.mobilenet_like(),
        networks.densenet_like(),
        networks.smooth_like(),
    ],
    ids=["cnn", "resnet", "mobilenet", "densenet", "smooth"],
)
@pytest.mark.parametrize(
    ("run", "dtype", "tolerance"),
    [(numeric.run, np.float32, 1e-5), (numeric.run_in_double, np.float64, 1e-9)],
    ids=["single", "double"],
)
def test_contributions_add_up_to_the_difference_of_the_scores(model, run, dtype, tolerance) -> None:
    # Numbers that rules work out from weights are stored in the model's own precision.
    graph = deep_lift(numeric.in_double(model) if dtype == np.float64 else model)
    seed = np.eye(3, dtype=dtype)

    found, difference, delta = multipliers(
        graph, IMAGES.astype(dtype), BASELINES.astype(dtype), seed, run
    )

    total = (found.astype(np.float64) * difference).sum(axis=(1, 2, 3))
    # Relative to what is added up: a difference of scores may be small by cancellation.
    size = np.abs(found * difference).sum(axis=(1, 2, 3))
    assert np.abs(total - delta).max() <= tolerance * size.max()
    assert np.abs(delta).min() > 100 * tolerance * size.max()
    assert graph.overridden > 0


def test_contributions_of_a_layer_that_all_ways_pass_add_up_too() -> None:
    seed = np.eye(3, dtype=np.float32)

    found, difference, delta = multipliers(
        deep_lift(networks.resnet_like(), wrt="maxpool2"), IMAGES, BASELINES, seed
    )

    np.testing.assert_allclose((found * difference).sum(axis=(1, 2, 3)), delta, rtol=1e-4)


def test_a_linear_network_has_its_gradient_and_says_so() -> None:
    weight = np.array([[1, -2], [3, 4]], np.float32)
    model = model_of(
        [node("MatMul", ["x", "w"], ["score"])], {"x": ("N", 2)}, {"score": ("N", 2)}, {"w": weight}
    )
    graph = deep_lift(model, "score")
    x, x0 = RNG.normal(size=(2, 1, 2)).astype(np.float32)

    found, run, _ = multipliers(graph, x, x0, np.array([[1, 0]], np.float32))

    np.testing.assert_allclose(found * run, weight[:, 0] * (x - x0), rtol=1e-6)
    assert graph.overridden == 0
    assert "linear" in graph.notes[0]


def test_one_rectified_layer_equals_integrated_gradients() -> None:
    # Relu(w x + b) of one direction each: both are exact, the path crosses each kink once.
    rng = np.random.default_rng(5)
    w, v = rng.normal(size=(4, 6)).astype("f4"), rng.normal(size=(6, 1)).astype("f4")
    model = model_of(
        [
            node("MatMul", ["x", "w"], ["before"]),
            node("Relu", ["before"], ["after"]),
            node("MatMul", ["after", "v"], ["score"]),
        ],
        {"x": ("N", 4)},
        {"score": ("N", 1)},
        {"w": w, "v": v},
    )
    x, x0 = rng.normal(size=(2, 1, 4)).astype(np.float32)
    found, _, _ = multipliers(deep_lift(model, "score"), x, x0, np.ones((1, 1), np.float32))

    # The path's share on the active side of every unit, in closed form.
    before, before0 = (x @ w).astype(np.float64), (x0 @ w).astype(np.float64)
    share = (np.maximum(before, 0) - np.maximum(before0, 0)) / (before - before0)
    steps = (np.arange(20000) + 0.5) / 20000
    slopes = ((x0 + steps[:, None] * (x - x0)) @ w > 0).mean(axis=0, keepdims=True)
    np.testing.assert_allclose(slopes, share, atol=1e-4)
    np.testing.assert_allclose(found, (slopes * v.T) @ w.T, atol=1e-3)


def test_a_perceptron_against_the_equations_in_numpy() -> None:
    rng = np.random.default_rng(6)
    shapes = {"w1": (4, 5), "b1": (5,), "w2": (5, 3), "b2": (3,), "w3": (3, 2)}
    stored = {k: rng.normal(size=s).astype(np.float32) for k, s in shapes.items()}
    model = model_of(
        [
            node("Gemm", ["x", "w1", "b1"], ["a1"]),
            node("Sigmoid", ["a1"], ["h1"]),
            node("Gemm", ["h1", "w2", "b2"], ["a2"]),
            node("Relu", ["a2"], ["h2"]),
            node("MatMul", ["h2", "w3"], ["score"]),
        ],
        {"x": ("N", 4)},
        {"score": ("N", 2)},
        stored,
    )
    x, x0 = rng.normal(size=(2, 3, 4)).astype(np.float32)
    seed = np.tile(np.array([[0, 1]], np.float32), (3, 1))

    found, _, _ = multipliers(deep_lift(model, "score"), x, x0, seed)

    w1, b1, w2, b2, w3 = (stored[k].astype(np.float64) for k in shapes)

    def layers(v):
        a1 = v @ w1 + b1
        a2 = (1 / (1 + np.exp(-a1))) @ w2 + b2
        return a1, 1 / (1 + np.exp(-a1)), a2, np.maximum(a2, 0)

    (a1, h1, a2, h2), (c1, k1, c2, k2) = layers(x), layers(x0)
    expected = (((w3[:, 1] * (h2 - k2) / (a2 - c2)) @ w2.T) * (h1 - k1) / (a1 - c1)) @ w1.T
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-6)


def test_a_maximum_takes_both_steps_where_the_winner_changes() -> None:
    model = model_of(
        [node("MaxPool", ["x"], ["y"], kernel_shape=[1, 2])], {"x": ("N", 1, 1, 2)}, {"y": None}
    )
    seed = np.ones((1, 1, 1, 1), np.float32)
    graph = deep_lift(model, "y")
    # From (1, 4) to (6, 2): max 4 -> 6, all of it by the first place, which won at last.
    pair = np.array([[[[6, 2]]], [[[1, 4]]]], np.float32)
    feeds = {"x": pair, graph.seed_input: np.tile(seed, (2, 1, 1, 1))}
    (found,) = numeric.run(graph.model, feeds, [graph.gradients["x"]])
    np.testing.assert_allclose(found[0, 0, 0] * [5, -2], [2, 0], rtol=1e-6)

    # Backwards the fall from 6 to 4 belongs to the same place.
    feeds["x"] = pair[::-1].copy()
    (found,) = numeric.run(graph.model, feeds, [graph.gradients["x"]])
    np.testing.assert_allclose(found[0, 0, 0] * [-5, 2], [-2, 0], rtol=1e-6)


def test_equal_image_and_baseline_give_the_gradient() -> None:
    model, seed = networks.mobilenet_like(), np.eye(3, dtype=np.float32)
    plain = build_gradient_model(model, score="logits", wrt=["x"])

    found, _, _ = multipliers(deep_lift(model), IMAGES, IMAGES, seed)

    (expected,) = numeric.run(
        plain.model, {"x": IMAGES, plain.seed_input: seed}, list(plain.gradients.values())
    )
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_a_quantiser_is_taken_as_the_line_through_its_stairs() -> None:
    stored = {
        "w": np.array([[2], [-3], [5], [7]], np.float32),
        "scale": np.array(0.05, np.float32),
        "zero": np.array(0, np.uint8),
    }
    model = model_of(
        [
            node("QuantizeLinear", ["x", "scale", "zero"], ["q"]),
            node("DequantizeLinear", ["q", "scale", "zero"], ["d"]),
            node("MatMul", ["d", "w"], ["score"]),
        ],
        {"x": ("N", 4)},
        {"score": ("N", 1)},
        stored,
    )
    # The range is 0 .. 12.75; 0.501 and 0.499 lie on two steps.
    x, x0 = np.array([[[1, -2, 14, 0.501]], [[0.5, 1, 10, 0.499]]], np.float32)

    graph = deep_lift(model, "score")
    found, run, _ = multipliers(graph, x, x0, np.ones((1, 1), np.float32))

    expected = stored["w"][:, 0] * (np.clip(x, 0, 12.75) - np.clip(x0, 0, 12.75))
    np.testing.assert_allclose(found * run, expected, rtol=1e-3)
    assert "only up to the rounding of 1 quantisers" in graph.notes[0]


@pytest.mark.slow
def test_shap_s_explainer_in_torch_gives_the_same_numbers() -> None:
    torch = pytest.importorskip("torch", reason="torch is not part of the installation")
    shap = pytest.importorskip("shap")
    model = _torch_like()
    weights = {t.name: torch.tensor(numpy_helper.to_array(t)) for t in model.graph.initializer}
    net = torch.nn.Sequential(
        torch.nn.Conv2d(3, 4, 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(64, 3),
    )
    with torch.no_grad():
        for parameter, name in zip(net.parameters(), ("w", "b", "dense", "bias"), strict=True):
            parameter.copy_(weights[name])
    explainer = shap.DeepExplainer(net, torch.tensor(BASELINES[:1]))
    theirs = explainer.shap_values(torch.tensor(IMAGES[:1]), check_additivity=False)

    for index in range(3):
        found, run, _ = multipliers(
            deep_lift(model), IMAGES[:1], BASELINES[:1], np.eye(3, dtype="f4")[index : index + 1]
        )
        np.testing.assert_allclose(
            (found * run)[0], np.asarray(theirs)[0, ..., index], rtol=1e-4, atol=1e-6
        )


def test_every_table_holds_operators_of_the_standard_each_in_one_place() -> None:
    tables = (JOINS, LINEAR, MAXIMA, PRODUCTS, ELEMENTWISE, frozenset(REFUSED))
    placed = [op for table in tables for op in table]

    assert len(placed) == len(set(placed))
    # Swish entered the standard after some of the supported releases.
    assert [op for op in placed if not onnx.defs.has(op) and op != "Swish"] == []


def test_an_operator_that_no_table_knows_is_refused() -> None:
    model = model_of([node("Det", ["x"], ["y"], name="odd")], {"x": ("N", 2, 2)}, {"y": None})

    facts = GraphFacts(model)

    with pytest.raises(UnsupportedOperator, match=r"odd.*defines none"):
        DEEP_LIFT.apply(Path(facts, facts.nodes, frozenset({"x", "y"}), ("x",), "y"))


@pytest.mark.parametrize(
    ("nodes", "stored", "reason"),
    [
        ([node("Softmax", ["x"], ["y"], name="soft")], {}, r"Softmax \(node 'soft'\)"),
        (
            [
                node("ReduceMean", ["x"], ["m"], axes=[1]),
                node("Sub", ["x", "m"], ["c"]),
                node("Div", ["c", "m"], ["y"], name="norm"),
            ],
            {},
            "norm.*two of its inputs follow the image",
        ),
        (
            [node("Transpose", ["x"], ["t"], perm=[1, 0]), node("Neg", ["t"], ["y"])],
            {},
            "Transpose.*rows are not those of single images",
        ),
        (
            [
                node("Greater", ["x", "zero"], ["on"]),
                node("Where", ["on", "x", "zero"], ["y"], name="gate"),
            ],
            {"zero": np.array(0, np.float32)},
            "gate.*without a gradient",
        ),
        (
            [node("Concat", ["x", "x"], ["y"], axis=0, name="stack")],
            {},
            "Concat.*rows are not those of single images",
        ),
        (
            [node("Slice", ["x", "start", "end", "axis", "back"], ["y"], name="turn")],
            {
                "start": np.array([-1]),
                "end": np.array([-(2**31)]),
                "axis": np.array([0]),
                "back": np.array([-1]),
            },
            "Slice.*rows are not those of single images",
        ),
    ],
    ids=["softmax", "statistics", "transposed", "switch", "stacked", "turned"],
)
def test_what_has_no_agreed_rule_is_refused_by_name(nodes, stored, reason) -> None:
    model = model_of(nodes, {"x": ("N", 4)}, {"y": None}, stored)

    with pytest.raises((UnsupportedOperator, RequestError), match=reason):
        deep_lift(model, "y")


def test_a_fixed_batch_is_refused() -> None:
    with pytest.raises(RequestError, match="free batch size"):
        deep_lift(small_classifier(batch=1))


def test_stored_numbers_have_no_baseline() -> None:
    with pytest.raises(RequestError, match="same for an image and its baseline"):
        deep_lift(small_classifier(), wrt="b1")


def test_rows_folded_into_the_batch_keep_their_halves() -> None:
    stored = {"rows": np.array([-1, 3]), "w": RNG.normal(size=(3, 2)).astype("f4")}
    stored |= {"images": np.array([-1, 8]), "v": RNG.normal(size=(8, 1)).astype("f4")}
    model = model_of(
        [
            node("Reshape", ["x", "rows"], ["folded"]),
            node("MatMul", ["folded", "w"], ["before"]),
            node("Tanh", ["before"], ["after"]),
            node("Reshape", ["after", "images"], ["flat"]),
            node("MatMul", ["flat", "v"], ["score"]),
        ],
        {"x": ("N", 4, 3)},
        {"score": ("N", 1)},
        stored,
    )
    x, x0 = RNG.normal(size=(2, 5, 4, 3)).astype(np.float32)

    found, run, delta = multipliers(deep_lift(model, "score"), x, x0, np.ones((5, 1), np.float32))

    np.testing.assert_allclose((found * run).sum(axis=(1, 2)), delta, rtol=1e-4, atol=1e-5)


def test_a_constant_that_borrows_the_image_s_precision_stays_a_constant() -> None:
    model = model_of(
        [
            node("Tanh", ["x"], ["h"]),
            node("CastLike", ["two", "h"], ["factor"]),
            node("Mul", ["h", "factor"], ["y"]),
        ],
        {"x": ("N", 3)},
        {"y": ("N", 3)},
        {"two": np.array(2, np.float64)},
    )
    x, x0 = RNG.normal(size=(2, 1, 3)).astype(np.float32)

    found, run, _ = multipliers(deep_lift(model, "y"), x, x0, np.ones((1, 3), np.float32))

    np.testing.assert_allclose(found * run, 2 * (np.tanh(x) - np.tanh(x0)), rtol=1e-4)


def test_an_odd_number_of_rows_ends_with_an_error() -> None:
    graph = deep_lift(relu_toy(), "score")
    feeds = {"x": np.ones((3, 2), "f4"), graph.seed_input: np.ones((3, 1), "f4")}

    with pytest.raises(Exception, match="Split"):
        numeric.run(graph.model, feeds, [graph.gradients["x"]])


def _torch_like():
    rng = np.random.default_rng(8)
    stored = {
        "w": rng.normal(size=(4, 3, 3, 3)).astype("f4"),
        "b": rng.normal(size=4).astype("f4"),
        "dense": rng.normal(size=(3, 64)).astype("f4"),
        "bias": rng.normal(size=3).astype("f4"),
    }
    return model_of(
        [
            node("Conv", ["x", "w", "b"], ["c"], pads=[1, 1, 1, 1]),
            node("Relu", ["c"], ["r"]),
            node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
            node("Flatten", ["p"], ["f"]),
            node("Gemm", ["f", "dense", "bias"], ["logits"], transB=1),
        ],
        {"x": ("N", 3, 8, 8)},
        {"logits": ("N", 3)},
        stored,
    )
