"""Scores of changed activations: only the network behind a layer runs, in batches."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array
from engine.explain.batches import Batched, in_batches
from engine.explain.cam_layers import OnLayer, pick_layer
from engine.explain.explanation import Request
from engine.explain.flows import forward_tail, seen_at
from engine.graph.layers import Layer

Numbers = NDArray[np.int64]


class TailMethod(OnLayer):
    """What holds for methods that change a layer's activations and run only what is behind it."""

    def seconds_of_pass(self, request: Request) -> float:
        """Measured time of one run through the tail; see `engine.explain.cost.TimesItself`."""
        layer = pick_layer(request)
        seen, _ = seen_at(request, layer, request.tensor)
        return TailScorer(request, layer, seen.activation).size.seconds


class TailScorer(Batched):
    """Logits of the tail behind a layer, for activations that are made batch by batch.

    Args:
        request: whose model runs.
        layer: where it is cut.
        activation: (1, ...) the layer's activations in the graph's own layout.

    Attributes:
        runs: rows run so far.

    Raises:
        RequestError: the network cannot be cut at the layer; the message names what goes around.
    """

    def __init__(self, request: Request, layer: Layer, activation: Array) -> None:
        self.runs = 0
        self._tail = forward_tail(request, layer)
        key = f"tail from {layer.tensor}"
        super().__init__(request.model, key, self._tail.logits, activation)

    @property
    def provider(self) -> str:
        """Execution provider in use."""
        return self._tail.session.provider

    def each_batch(self, numbers: Numbers, rows_of: Callable[[Numbers], Array]) -> Iterator[Array]:
        """Logits batch by batch.

        Args:
            numbers: (N,) what tells one row from another.
            rows_of: some of the numbers -> (n, ...) activations in the graph's own layout.

        Yields:
            (n, C) logits, in the order of the numbers.
        """

        def run(part: Numbers) -> Array:
            return self._tail.logits(rows_of(part))

        for logits in in_batches(numbers, self.size, run):
            self.runs += len(logits)
            yield logits
