"""What every explanation method must hold, whichever it is: one suite over the whole registry."""

import json
import typing
from dataclasses import dataclass, fields, is_dataclass, replace

import numpy as np
import pytest

from engine.errors import RequestError
from engine.explain.cost import estimated_seconds
from engine.explain.explanation import (
    CONSTANT_MAP,
    NO_POSITIVE_EVIDENCE,
    Explanation,
    Method,
    Request,
)
from engine.explain.registry import METHODS, find_method
from engine.images.geometry import Affine
from engine.inference.target import find_target
from engine.options import option_facts, read_options
from engine.overlay.project import project
from engine.progress import Step
from tests.support.dot_network import SIZE, dot_picture, open_dot_model

FAMILIES = ("cam", "gradient", "perturbation", "control")
# Whole-number options from here on are budgets (samples, masks, steps); the suite cuts them down.
LARGE_BUDGET = 100
SMALL_BUDGET = 100
# Lengths in pixels are declared for inputs of this size.
USUAL_SIZE = 224
# How far from the dot's centre a map may differ most, as a share of the picture's longer side.
TOLERANCE = 0.15

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return open_dot_model(tmp_path_factory.mktemp("dot") / "dot-1")


@dataclass
class Asker:
    """Asks methods about the dot model; the plain question of a method is asked once."""

    model: typing.Any

    def __post_init__(self):
        self.plain_answers = {}

    def request(self, method, picture=None, target="dot", **changes):
        grey = dot_picture((SIZE, SIZE), (11, 19)) if picture is None else picture
        made = self.model.manifest.recipe.apply_grey(grey)
        goal = find_target(self.model.manifest, target)
        request = Request(
            self.model, made.tensor, made.to_image, goal, options=small_budgets(method)
        )
        return replace(request, **changes)

    def steps(self, method, *args, **changes) -> list[Step]:
        if args or changes:
            return list(method.run(self.request(method, *args, **changes)))
        if method.id not in self.plain_answers:
            self.plain_answers[method.id] = list(method.run(self.request(method)))
        return self.plain_answers[method.id]

    def ask(self, method, *args, **changes) -> Explanation:
        return self.steps(method, *args, **changes)[-1].result


@pytest.fixture(scope="module")
def asker(model):
    return Asker(model)


def small_budgets(method):
    """Options that fit a small picture and keep the suite fast; the others stay at defaults."""
    found = {}
    for facts in option_facts(method.options):
        if type(facts.default) is not int:
            continue
        if facts.unit == "px":
            found[facts.name] = max(facts.low, facts.default * SIZE // USUAL_SIZE)
        elif facts.default >= LARGE_BUDGET:
            found[facts.name] = max(facts.low, SMALL_BUDGET)
    return found


@every_method
def test_facts_are_complete(method):
    types = typing.get_type_hints(Method, {"ClassVar": typing.ClassVar})
    for name in types:
        assert hasattr(method, name), name
    for name in ("id", "name", "family", "resolution", "cost", "reference", "definition"):
        assert isinstance(getattr(method, name), str), name
        assert getattr(method, name).strip(), name
    for name in ("is_signed", "is_deterministic", "is_class_specific", "is_input_specific"):
        assert isinstance(getattr(method, name), bool), name
    assert method.family in FAMILIES
    assert method.resolution in ("layer", "input")
    assert set(method.needs) <= {"layer", "layer or input", "gradient"}
    assert type(method).__doc__


def test_ids_and_names_are_unique_and_controls_come_last():
    assert len({method.id for method in METHODS}) == len(METHODS)
    assert len({method.name for method in METHODS}) == len(METHODS)
    is_control = [method.family == "control" for method in METHODS]
    assert is_control == sorted(is_control)
    assert all(find_method(method.id) is method for method in METHODS)


@every_method
def test_options_declare_help_defaults_and_ranges(method):
    assert is_dataclass(method.options)
    assert method.options.__dataclass_params__.frozen
    assert len(option_facts(method.options)) == len(fields(method.options))
    for facts in option_facts(method.options):
        assert facts.help.strip()
        assert type(facts.default) in (bool, int, float, str)
        if type(facts.default) in (int, float):
            assert facts.low is not None, facts.name
        read_options(method.id, method.options, {facts.name: facts.default})


@every_method
def test_an_unknown_option_is_refused(asker, method):
    request = asker.request(method, options={"no-such-option": 1})
    with pytest.raises(RequestError):
        list(method.run(request))
    with pytest.raises(RequestError):
        estimated_seconds(method, request)


@every_method
def test_progress_grows_to_one_and_the_explanation_comes_last(asker, method):
    steps = asker.steps(method)
    fractions = [step.fraction for step in steps]

    assert fractions == sorted(fractions)
    assert min(fractions) >= 0.0
    assert fractions[-1] == 1.0
    assert isinstance(steps[-1].result, Explanation)
    assert all(step.result is None for step in steps[:-1])
    for step in steps:
        if step.partial is not None:
            assert isinstance(step.partial, Explanation)
            assert step.partial.method == method.id
            assert np.isfinite(step.partial.map).all()


@every_method
def test_the_explanation_states_what_was_asked(asker, method):
    found = asker.ask(method)

    assert found.method == method.id
    assert found.target.name == "dot"
    assert found.model_id == "dot-1"
    assert found.map.dtype == np.float32
    assert found.map.ndim == 2
    assert np.isfinite(found.map).all()
    assert {"score", "sign", "resize"} <= set(found.conventions)
    assert set(found.options) == {facts.name for facts in option_facts(method.options)}
    assert (found.layer is not None) or method.resolution == "input"
    if not method.is_signed and found.map.min() < 0.0:
        assert not found.conventions["sign"].startswith("signed")


@every_method
def test_facts_of_an_explanation_are_plain_json(asker, method):
    text = json.dumps(asker.ask(method).facts(), allow_nan=False)

    assert json.loads(text)["method"] == method.id


@every_method
def test_no_more_passes_than_were_announced(asker, method):
    announced = method.passes(asker.request(method))

    assert isinstance(announced, int)
    assert announced >= asker.ask(method).passes >= 0


@every_method
def test_the_cost_is_estimated_without_running(asker, method):
    estimate = estimated_seconds(method, asker.request(method))

    assert estimate.passes == method.passes(asker.request(method))
    assert 0.0 <= estimate.low <= estimate.high


@every_method
def test_the_same_seed_gives_the_same_map_bit_for_bit(asker, method):
    first, again = asker.ask(method), asker.ask(method, seed=0)

    np.testing.assert_array_equal(first.map, again.map)
    assert first.score == again.score


@every_method
def test_another_seed_changes_random_methods_only(asker, method):
    first, other = asker.ask(method), asker.ask(method, seed=1)

    if method.is_deterministic:
        np.testing.assert_array_equal(first.map, other.map)
    else:
        assert not np.array_equal(first.map, other.map)


@every_method
def test_the_map_follows_the_class_or_says_that_it_does_not(asker, method):
    dot, dark = asker.ask(method), asker.ask(method, target="dark")

    assert np.array_equal(dot.map, dark.map) == (not method.is_class_specific)


@every_method
def test_the_map_follows_the_image_or_says_that_it_does_not(asker, method):
    elsewhere = asker.ask(method, dot_picture((SIZE, SIZE), (22, 8)))

    assert np.array_equal(asker.ask(method).map, elsewhere.map) == (not method.is_input_specific)


@every_method
def test_one_class_against_another_is_a_question_of_its_own(asker, method):
    dark = find_target(asker.model.manifest, "dark")
    found = asker.ask(method, against=dark)
    logits = asker.model.scores(asker.request(method).tensor)[0][0]

    assert np.isfinite(found.map).all()
    if method.is_class_specific:
        assert not np.array_equal(found.map, asker.ask(method).map)
        assert found.score == pytest.approx(logits[0] - logits[1], rel=1e-4, abs=1e-4)
        assert "dark" in found.conventions["score"]


@every_method
def test_a_flat_image_gives_a_finite_map_that_says_what_it_lacks(asker, method):
    found = asker.ask(method, np.full((SIZE, SIZE), 0.5, np.float32))

    assert np.isfinite(found.map).all()
    if found.map.max() <= 0.0:
        assert NO_POSITIVE_EVIDENCE in found.flags
    elif found.map.max() == found.map.min():
        assert CONSTANT_MAP in found.flags


@every_method
@pytest.mark.parametrize(
    ("size_hw", "centre"), [((SIZE, SIZE), (21, 9)), ((48, 96), (20, 70)), ((120, 60), (90, 22))]
)
def test_a_dot_is_found_where_it_was_drawn(asker, method, size_hw, centre):
    """Through the letterbox: the map, brought back to the image, stands out at the dot."""
    if not method.is_input_specific:
        pytest.skip("does not look at the image")
    found = asker.ask(method, dot_picture(size_hw, centre))
    values = project(found, size_hw, Affine())
    standing_out = np.abs(values - np.nanmedian(values))
    # Maps over superpixels have no single peak: the middle of the region that stands out most.
    peak = np.argwhere(standing_out >= (1 - 1e-5) * np.nanmax(standing_out))

    assert np.hypot(*(peak.mean(axis=0) - centre)) <= TOLERANCE * max(size_hw)
    if method.is_class_specific and method.is_signed:
        assert values[tuple(peak[0])] > np.nanmedian(values)


@every_method
def test_work_that_was_left_midway_leaves_the_model_usable(asker, method):
    before = asker.model.scores(asker.request(method).tensor)[0]
    work = method.run(asker.request(method))
    for _ in range(2):
        next(work, None)
    work.close()

    np.testing.assert_array_equal(asker.model.scores(asker.request(method).tensor)[0], before)
    np.testing.assert_array_equal(asker.ask(method, seed=0).map, asker.ask(method).map)


@every_method
def test_layers_are_taken_by_name_or_refused_by_methods_on_the_input(asker, method):
    if not {"layer", "layer or input"} & method.needs:
        pytest.skip("works on the input")
    name = asker.model.layers[0].name
    found = asker.ask(method, layer=name)

    assert found.layer == name
    with pytest.raises(RequestError):
        asker.ask(method, layer="no such layer")
