"""One contract for every gradient rule: a real operator, registered once, and the true slope."""

from collections.abc import Callable
from functools import cache

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from engine.autodiff.registry import NO_GRADIENT, rule
from engine.autodiff.rules import RULES
from engine.graph.facts import GraphFacts
from tests.conftest import ROOT
from tests.contract.rule_cases import CASES, CLOSED_FORMS, INVARIANTS
from tests.contract.rule_cases.invariants import batch_is_loop
from tests.support import numeric
from tests.support.double_operators import DOUBLE_OPERATORS
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import Invariant, RuleTrial

# The newest operator set that the pinned ONNX Runtime promises to run.
NEWEST_OPSET = 26

LAWS = [(c, law) for c in CASES if not c.kink for law in INVARIANTS.get(c.op, [])]
every_case = pytest.mark.parametrize("case", CASES, ids=str)


@cache
def trial(case: Case) -> RuleTrial:
    return RuleTrial(case)


@pytest.mark.parametrize("op", sorted(RULES))
def test_every_rule_has_three_unrelated_references(op: str) -> None:
    assert op in CLOSED_FORMS
    assert any(case.op == op and not case.kink for case in CASES), "no row with a slope"
    assert INVARIANTS.get(op)


def test_every_row_has_a_rule() -> None:
    assert {case.op for case in CASES} | set(CLOSED_FORMS) | set(INVARIANTS) <= set(RULES)
    assert len({str(case) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("op", sorted({*RULES, *NO_GRADIENT}))
def test_every_key_is_an_operator_of_the_standard(op: str) -> None:
    assert onnx.defs.has(op)


def test_no_operator_is_in_both_tables() -> None:
    assert not NO_GRADIENT & set(RULES)


def test_registering_an_operator_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="Relu is registered twice"):
        rule("Relu")(lambda ctx, g: [g])


@every_case
def test_gradient_is_the_closed_form(case: Case) -> None:
    tried = trial(case)
    wide = [v.astype(np.float64) if v.dtype == np.float32 else v for v in tried.inputs]

    expected = CLOSED_FORMS[case.op](wide, case.attrs, tried.g.astype(np.float64))

    for i, gradient in zip(case.wrt, tried.gradients(), strict=True):
        assert gradient.shape == expected[i].shape
        np.testing.assert_allclose(gradient, expected[i], rtol=2e-4, atol=2e-5)


@pytest.mark.parametrize("case", [c for c in CASES if not c.kink], ids=str)
def test_gradient_is_the_slope(case: Case) -> None:
    model, feeds = case.model(), case.feeds()
    graph = trial(case).graph
    wrt = [f"x{i}" for i in case.wrt]
    evaluate = _evaluator(case)
    (y,) = evaluate(model, feeds, ["y"])
    seed = np.random.default_rng(1).normal(size=y.shape)
    outputs = [graph.gradients[name] for name in wrt]

    exact = evaluate(graph.model, {**feeds, graph.seed_input: seed}, outputs)
    facts = GraphFacts(model)
    for name, gradient in zip(wrt, exact, strict=True):
        value = feeds[name] if name in feeds else facts.initializer(name)
        direction = np.random.default_rng(2).normal(size=value.shape)

        def score(v: np.ndarray, name: str = name) -> np.ndarray:
            if case.line:
                return seed * case.line([v, *case.inputs[1:]], case.attrs)
            return seed * _evaluate_with(evaluate, model, feeds, (name, v))

        slope = numeric.directional_difference(
            score, value.astype(np.float64), direction, case.step
        )
        assert gradient.shape == value.shape
        parts = gradient * direction
        error = 1e-7 + case.tolerance * np.abs(parts).sum()
        assert parts.sum() == pytest.approx(slope, abs=error)


@pytest.mark.parametrize(("case", "law"), LAWS, ids=[f"{c}-{law.__name__}" for c, law in LAWS])
def test_gradient_obeys_the_laws_of_its_operator(case: Case, law: Invariant) -> None:
    law(trial(case))


@pytest.mark.parametrize("case", [c for c in CASES if c.batch], ids=str)
def test_a_batch_is_a_loop_over_its_images(case: Case) -> None:
    batch_is_loop(trial(case))


@pytest.mark.parametrize("case", [c for c in CASES if c.batch], ids=str)
def test_the_number_of_images_may_be_open(case: Case) -> None:
    opened = RuleTrial(case, free_batch=True)

    for a, b in zip(opened.gradients(), trial(case).gradients(), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6)


@every_case
def test_gradient_is_linear_in_the_seed(case: Case) -> None:
    tried = trial(case)
    other = np.random.default_rng(3).normal(size=tried.g.shape).astype(np.float32)

    first, second = tried.gradients(), tried.gradients(other)
    for a, b, both in zip(first, second, tried.gradients(tried.g + other), strict=True):
        np.testing.assert_allclose(both, a + b, rtol=2e-4, atol=2e-5)
    for twice, once in zip(tried.gradients(2 * tried.g), first, strict=True):
        np.testing.assert_array_equal(twice, 2 * once)
    for nothing in tried.gradients(0 * tried.g):
        np.testing.assert_array_equal(nothing, 0)


@every_case
def test_gradient_graph_is_plain_valid_and_repeatable(case: Case) -> None:
    tried = trial(case)
    onnx.checker.check_model(tried.graph.model, full_check=True)
    assert {node.domain for node in tried.graph.model.graph.node} == {""}
    again = tried.build(case).model
    assert again.SerializeToString() == tried.graph.model.SerializeToString()


@every_case
def test_graph_optimisation_changes_nothing(case: Case) -> None:
    tried = trial(case)
    feeds = {**case.feeds(), tried.graph.seed_input: tried.g}
    names = [tried.graph.gradients[f"x{i}"] for i in case.wrt]

    optimised = numeric.run(tried.graph.model, feeds, names, optimised=True)

    for a, b in zip(optimised, tried.gradients(), strict=True):
        np.testing.assert_allclose(a, b, rtol=2e-4, atol=2e-5)


@pytest.mark.parametrize("case", [c for c in CASES if c.opset < NEWEST_OPSET], ids=str)
def test_gradient_is_the_same_in_the_newest_operator_set(case: Case) -> None:
    if case.newest:
        pytest.skip(case.newest)
    newest = RuleTrial(case, opset=NEWEST_OPSET)

    for a, b in zip(newest.gradients(), trial(case).gradients(), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6)
    assert GraphFacts(newest.graph.model).opset == NEWEST_OPSET


def _evaluator(case: Case) -> Callable[..., list[np.ndarray]]:
    """Runs a model as precisely as the case's operator can be run."""

    def evaluate(
        model: onnx.ModelProto,
        feeds: dict[str, np.ndarray],
        outputs: list[str],
        stored: dict[str, np.ndarray] | None = None,
    ) -> list[np.ndarray]:
        dtype = np.float32 if case.single else np.float64
        model = model if case.single else numeric.in_double(model)
        model = _with_stored(model, {k: v.astype(dtype) for k, v in (stored or {}).items()})
        floats = (np.float32, np.float64)
        feeds = {k: v.astype(dtype) if v.dtype in floats else v for k, v in feeds.items()}
        if case.single or case.by_runtime:
            return numeric.run(model, feeds, outputs, optimised=False)
        return ReferenceEvaluator(model, new_ops=DOUBLE_OPERATORS).run(outputs, feeds)

    return evaluate


def _with_stored(model: onnx.ModelProto, stored: dict[str, np.ndarray]) -> onnx.ModelProto:
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    for tensor in copy.graph.initializer:
        if tensor.name in stored:
            tensor.CopyFrom(onnx.numpy_helper.from_array(stored[tensor.name], tensor.name))
    return copy


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
    return evaluate(model, feeds, ["y"], stored={name: value})[0]


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("Operators with a rule:", set(RULES)),
        ("Operators that end a path, being piecewise constant:", set(NO_GRADIENT)),
    ],
)
def test_the_readme_lists_exactly_the_operators_of_a_table(heading: str, table: set[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = text.split(heading)[1].split(".")[0]

    assert {name.strip() for name in listed.split(",")} == table
