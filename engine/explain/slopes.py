"""Gradients of the explained score at many points: what noisy and integrating methods ask for.

The points themselves are made batch by batch, so that a thousand of them never lie in memory at
once; what is split into batches are the rows that describe them (positions on a path, noise
numbers).
"""

from collections.abc import Callable, Iterator
from typing import Any

from numpy.typing import NDArray

from engine.explain.backward import Array, Backward, Flow, seeds_of
from engine.explain.batches import Batched, in_batches
from engine.explain.explanation import Request

Rows = NDArray[Any]


class Slopes(Batched):
    """Gradients for one request, in batches.

    Args:
        request: whose score is differentiated; its own input is not touched.
        backward: the graph, with ``fed == tensor``: the input, or the cut tensor of a tail.
        example: (1, ...) one point, to measure how many fit into one run.

    Attributes:
        passes: model runs so far, forward and backward counting one each.
    """

    def __init__(self, request: Request, backward: Backward, example: Array) -> None:
        self.request = request
        self.backward = backward
        self.passes = 0
        key = f"gradient at {backward.tensor}"
        super().__init__(request.model, key, self._run, example)

    def each_batch(
        self, rows: Rows, points_of: Callable[[Rows], Array]
    ) -> Iterator[tuple[Rows, Flow]]:
        """Gradients at the points that the rows describe, batch by batch in their order.

        Args:
            rows: (N, ...) one description per point.
            points_of: some of the rows -> (n, ...) float32 points.

        Yields:
            The rows of a batch and what its run brought.
        """

        def run(part: Rows) -> tuple[Rows, Flow]:
            return part, self._run(points_of(part))

        for part, flow in in_batches(rows, self.size, run):
            self.passes += 2 * len(part)
            yield part, flow

    def _open(self) -> Iterator[None]:
        self.backward.open(is_part=True)
        yield

    def _run(self, points: Array) -> Flow:
        return self.backward.run(points, seeds_of(self.request, len(points)), is_part=True)
