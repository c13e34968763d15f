"""Where differences from a baseline are taken: at the network's input, or at a layer.

Methods that follow a path from a baseline to the image (integrated and expected gradients,
DeepLIFT) do the same in both: the network behind the place is fed, and what they find adds up to
the change of the score. At a layer the activations of image and baseline are the two ends.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.backward import Array, Backward, backward_to, tail_from, trunk_to
from engine.explain.batches import free_memory_bytes
from engine.explain.explanation import Request
from engine.explain.result import plane_of
from engine.graph.layers import Layer, find_layer
from engine.language import said

# Share of the free memory that the activations of all baselines may take.
_MEMORY_SHARE = 0.25
# Network inputs taken to a layer in one run.
_ROWS_PER_RUN = 4


@dataclass(frozen=True)
class Space:
    """The network behind the input or behind a layer.

    Attributes:
        request: what was asked.
        backward: forward from there to the logits and back.
        layer: None for the network's input.
    """

    request: Request
    backward: Backward
    layer: Layer | None

    def enter(self, inputs: Array) -> Array:
        """(N, ...) network inputs -> the same, or the layer's activations for them.

        Raises:
            RequestError: the activations would not fit into memory.
        """
        if self.layer is None:
            return inputs
        trunk = trunk_to(self.request.model, self.layer.tensor)
        feed = self.request.model.facts.input_name
        parts = []
        for start in range(0, len(inputs), _ROWS_PER_RUN):
            part = inputs[start : start + _ROWS_PER_RUN]
            parts += trunk.run([self.layer.tensor], {feed: part})
            self._check_memory(parts[0], len(inputs))
        return np.concatenate(parts)

    def plane(self, attributions: NDArray[np.float64]) -> NDArray[np.float64]:
        """(1, ...) attributions -> (h, w): their sum over channels, which keeps completeness."""
        if self.layer is None:
            return plane_of(self.request, attributions)
        return attributions[0].sum(axis=2 if self.layer.layout == "nhwc" else 0)

    def conventions(self) -> dict[str, str]:
        """What the numbers mean here."""
        where = (
            said("the network's input")
            if self.layer is None
            else said("the layer {name}", name=self.layer.name)
        )
        return {
            "channels": said("signed sum, so that the map adds up"),
            "differences": said("at {where}", where=where),
        }

    def entry_passes(self, count: int) -> int:
        """Runs forward that `enter` takes for so many inputs."""
        return 0 if self.layer is None else count

    def _check_memory(self, some: Array, count: int) -> None:
        needed = some.nbytes / len(some) * count
        if needed > _MEMORY_SHARE * free_memory_bytes():
            raise RequestError(
                said(
                    "the activations of {count} baselines at this layer need {needed:.1f} GB "
                    "of memory",
                    count=count,
                    needed=needed / 2**30,
                ),
                hint=said("Choose fewer background rows, a later layer, or the network's input."),
            )


def space_of(request: Request, override: str = "") -> Space:
    """The layer asked for, else the network's input.

    Raises:
        RequestError: no such layer, or the network cannot be cut there; the message names what
            goes around.
        UnsupportedOperator: an operator behind it has no gradient rule.
    """
    model = request.model
    if request.layer is None:
        return Space(request, backward_to(model, model.facts.input_name, override), None)
    layer = find_layer(model.layers, request.layer)
    return Space(request, tail_from(model, layer.tensor, override), layer)
