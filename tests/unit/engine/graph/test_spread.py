"""Layers picked from early to late."""

import pytest

from engine.graph.layers import Layer
from engine.graph.spread import last_of_each_size, spread


@pytest.fixture
def layers():
    sizes = (64, 64, 32, 32, 32, 16, 8, 8)
    return [Layer(f"l{n}", f"t{n}", "Conv", 4, s, s, "nchw", True) for n, s in enumerate(sizes)]


def names(found):
    return [layer.name for layer in found]


def test_the_last_layer_of_each_size_in_order(layers):
    assert names(last_of_each_size(layers)) == ["l1", "l4", "l5", "l7"]


def test_a_spread_reaches_from_the_first_to_the_last(layers):
    assert names(spread(layers, 3)) == ["l0", "l4", "l7"]
    assert names(spread(layers, 1)) == ["l7"]
    assert names(spread(layers, 20)) == names(layers)
    for count in range(2, 9):
        found = names(spread(layers, count))
        assert len(set(found)) == count
        assert found == sorted(found)
        assert (found[0], found[-1]) == ("l0", "l7")
