"""Some layers out of many, from early to late: to see how a map comes about."""

from collections.abc import Sequence

from engine.graph.layers import Layer


def last_of_each_size(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Of each height and width the last layer, in the order of the network."""
    last = {(layer.height, layer.width): layer.tensor for layer in layers}
    return tuple(layer for layer in layers if layer.tensor in last.values())


def spread(layers: Sequence[Layer], count: int) -> tuple[Layer, ...]:
    """At most `count` layers (1 or more) evenly spaced, the last one always among them.

    The first one too, where there are two or more.
    """
    if count >= len(layers):
        return tuple(layers)
    if count == 1:
        return (layers[-1],)
    step = (len(layers) - 1) / (count - 1)
    return tuple(layers[round(place * step)] for place in range(count))
