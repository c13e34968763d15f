"""How many inputs go into one run."""

import time
from types import SimpleNamespace

import numpy as np
import pytest

from engine.errors import ModelError
from engine.explain.batches import LARGEST, BatchSize, batch_size, in_batches

EXAMPLE = np.zeros((1, 3, 4, 4), np.float32)


def model():
    """Keeps what is derived, as a model does."""
    kept = {}
    return SimpleNamespace(derived=lambda key, build: kept.setdefault(key, None) or build())


def sleeping(seconds_of):
    def run(inputs):
        time.sleep(seconds_of(len(inputs)))

    return run


def test_a_run_that_costs_the_same_for_any_number_gets_a_large_batch():
    assert batch_size(model(), "flat", sleeping(lambda n: 0.004), EXAMPLE).size >= 16


def test_inputs_that_slow_each_other_down_go_one_by_one():
    found = batch_size(model(), "crowded", sleeping(lambda n: 0.01 * n**2), EXAMPLE)

    assert found.size == 1
    assert found.seconds == pytest.approx(0.01, rel=0.5)


def test_a_run_never_takes_much_longer_than_a_tenth_of_a_second():
    seen = []

    def run(inputs):
        seen.append(len(inputs))
        time.sleep(0.03 * len(inputs) ** 0.9)

    assert batch_size(model(), "slow", run, EXAMPLE).size <= 4
    assert max(seen) <= 4


def test_a_network_of_a_fixed_batch_gets_one_input_at_a_time():
    def run(inputs):
        if len(inputs) > 1:
            raise ModelError("one at a time")

    assert batch_size(model(), "fixed", run, EXAMPLE).size == 1


def test_instant_runs_stop_at_the_largest_batch():
    assert batch_size(model(), "instant", lambda inputs: None, EXAMPLE).size <= LARGEST


def test_a_failing_batch_is_halved_and_nothing_is_lost():
    def run(part):
        if len(part) > 3:
            raise ModelError("out of memory")
        return part

    size = BatchSize(16, 0.001)
    found = np.concatenate(list(in_batches(np.arange(21.0), size, run)))

    np.testing.assert_array_equal(found, np.arange(21.0))
    assert size.size == 2


def test_a_single_input_that_fails_is_an_error():
    def run(part):
        raise ModelError("broken")

    with pytest.raises(ModelError, match="broken"):
        list(in_batches(np.arange(4.0), BatchSize(2, 0.001), run))
