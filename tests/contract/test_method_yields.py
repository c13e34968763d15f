"""How long a method may work before it looks whether it was cancelled, counted in model runs."""

import pytest

from engine.explain.batches import LARGEST
from engine.explain.explanation import Explanation
from engine.explain.registry import METHODS
from engine.inference.session import Session
from tests.contract.test_methods import Asker
from tests.support.dot_network import open_dot_model

# Of one step: what is seen at a layer and the tail behind it, or a batch.
MOST_RUNS = 2
# Methods that take no more of the model than this have no time for a preliminary map.
MANY_PASSES = 40

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@pytest.fixture
def asker(tmp_path):
    return Asker(open_dot_model(tmp_path / "dot-1"))


@pytest.fixture
def runs(monkeypatch):
    """The number of inputs of every run of every session, in order."""
    seen = []
    run = Session.run

    def counted(self, outputs, feeds):
        seen.append(max(len(array) for array in feeds.values()))
        return run(self, outputs, feeds)

    monkeypatch.setattr(Session, "run", counted)
    return seen


def most_between(steps, runs):
    """The most runs, and the most inputs in all of them, between two steps."""
    most = (0, 0)
    runs.clear()
    for _ in steps:
        most = max(most[0], len(runs)), max(most[1], sum(runs))
        runs.clear()
    return most


@every_method
@pytest.mark.parametrize("use", ["first", "second"])
def test_a_step_never_takes_more_than_a_batch(asker, method, runs, use):
    if use == "second":
        list(method.run(asker.request(method, seed=1)))
    count, inputs = most_between(method.run(asker.request(method)), runs)

    assert count <= MOST_RUNS
    assert inputs <= LARGEST


@every_method
def test_long_work_shows_what_it_knows_so_far(asker, method):
    request = asker.request(method)
    steps = asker.steps(method)
    shown = [step.partial for step in steps if step.partial is not None]

    if steps[-1].result.passes > MANY_PASSES:
        assert shown, f"{method.passes(request)} passes without a preliminary map"
        assert all(isinstance(found, Explanation) for found in shown)
