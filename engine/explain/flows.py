"""Runs at a layer, kept for the methods that ask for the same: one forward pass serves them all.

The network runs forward once to its logits and the layer's activations. Gradients come from the
tail behind the layer, fed with those activations; a further class costs the tail again, not the
network. Where a path goes around the layer, one graph runs forward and back. Which of the two it is
depends on the layer alone, so that a map never depends on what was asked before.
"""

import hashlib
import threading
import weakref
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import InvalidOutput
from engine.explain.backward import Array, Flow, backward_to, seeds_of, tail_from
from engine.explain.explanation import Request
from engine.graph.cut import extract, with_one_batch_name, with_outputs
from engine.graph.layers import Layer
from engine.graph.upgrade import upgraded
from engine.inference.model import Model
from engine.inference.session import Session
from engine.language import said

LARGEST_BYTES = 128 << 20
# Of read-only arrays that are alive, by their identity.
_FINGERPRINTS: dict[int, tuple[weakref.ref, tuple[object, ...]]] = {}


@dataclass(frozen=True)
class Seen:
    """What the network shows at a layer for one input.

    Attributes:
        logits: (1, C).
        activation: (1, ...) in the graph's own layout.
        provider: execution provider that computed it.
    """

    logits: Array
    activation: Array
    provider: str


class LatestRuns:
    """Arrays of the latest runs of one model, up to a number of bytes. Usable from threads."""

    def __init__(self, largest_bytes: int = LARGEST_BYTES) -> None:
        self._largest_bytes = largest_bytes
        self._kept: OrderedDict[tuple[object, ...], tuple[object, int]] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, key: tuple[object, ...]) -> object | None:
        """What is kept under a key; None where nothing is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: tuple[object, ...], result: object, size: int) -> None:
        """Keeps a result of so many bytes; the ones not asked for longest leave."""
        with self._lock:
            self._bytes += size - self._kept.pop(key, (None, 0))[1]
            self._kept[key] = (result, size)
            while self._bytes > self._largest_bytes:
                self._bytes -= self._kept.popitem(last=False)[1][1]


def runs_of(model: Model) -> LatestRuns:
    """The latest runs of a model."""
    return model.derived("latest runs", LatestRuns)


def fingerprint(tensor: Array) -> tuple[object, ...]:
    """What tells one input from all others; an array that cannot change is read once."""
    known = _FINGERPRINTS.get(id(tensor))
    if known is not None and known[0]() is tensor:
        return known[1]
    found = (tensor.shape, hashlib.sha256(np.ascontiguousarray(tensor)).hexdigest())
    if tensor.base is None and not tensor.flags.writeable:
        number = id(tensor)
        forget = weakref.ref(tensor, lambda _: _FINGERPRINTS.pop(number, None))
        _FINGERPRINTS[number] = (forget, found)
    return found


def seen_at(
    request: Request, layer: Layer, tensor: Array, together: Sequence[Layer] = ()
) -> tuple[Seen, int]:
    """Logits and activations of one input.

    Args:
        request: whose model runs.
        layer: where to look.
        tensor: (1, ...) network input.
        together: layers, this one among them, that are looked at in one run; empty for it alone.
            Runs of other groups round otherwise, so each group keeps its own.

    Returns:
        (what is seen, model runs that it took: 0 where it was known).

    Raises:
        InvalidOutput: a score or activation is NaN or infinite.
    """
    model = request.model
    group = tuple(one.tensor for one in together) or (layer.tensor,)
    image = fingerprint(tensor)
    known = runs_of(model).find(("seen", group, layer.tensor, *image))
    if isinstance(known, Seen):
        return known, 0
    session = _forward(model, group)
    names = (model.score.logits, *group)
    logits, *activations = session.run(names, {model.facts.input_name: tensor})
    if not all(np.isfinite(array).all() for array in (logits, *activations)):
        raise InvalidOutput(
            said(
                "a score or an activation at {name} is NaN or infinite, so there is no explanation",
                name=layer.name,
            ),
            hint=said("Choose another layer or method."),
        )
    found = {}
    for name, activation in zip(group, activations, strict=True):
        found[name] = Seen(logits.reshape(1, -1), activation, session.provider)
        runs_of(model).keep(("seen", group, name, *image), found[name], activation.nbytes)
    return found[layer.tensor], 1


def flow_at(
    request: Request, layer: Layer, tensor: Array, together: Sequence[Layer] = ()
) -> tuple[Flow, int]:
    """Activations and gradients of one input at a layer, for the request's score.

    Args:
        request: whose score is differentiated; its own input is not touched.
        layer: where.
        tensor: (1, ...) network input.
        together: as for `seen_at`; used where the network can be cut at the layer.

    Returns:
        (the flow, model runs that it took: forward and backward count one each).

    Raises:
        UnsupportedOperator: an operator behind the layer has no gradient rule.
        InvalidOutput: a value or gradient is NaN or infinite.
    """
    model, seeds = request.model, seeds_of(request, 1)
    group = tuple(one.tensor for one in together)
    key = ("flow", group, layer.tensor, *fingerprint(tensor), seeds.tobytes())
    known = runs_of(model).find(key)
    if isinstance(known, Flow):
        return known, 0
    if layer.is_cuttable:
        seen, passes = seen_at(request, layer, tensor, together)
        tail = tail_from(model, layer.tensor).run(seen.activation, seeds)
        # Other graphs round otherwise: the score is the one that the network itself gives.
        flow = Flow(seen.logits, seen.activation, tail.gradient, tail.provider, tail.notes)
        passes += 1
    else:
        flow, passes = backward_to(model, layer.tensor).run(tensor, seeds), 2
    runs_of(model).keep(key, flow, flow.activation.nbytes + flow.gradient.nbytes)
    return flow, passes


@dataclass(frozen=True)
class Tail:
    """The network behind a layer, forward only.

    Attributes:
        model: the whole network.
        tensor: the layer's tensor, which is fed.
        session: runs any number of rows.
    """

    model: Model
    tensor: str
    session: Session

    def logits(self, activations: Array) -> Array:
        """(N, ...) activations -> (N, C) logits.

        Raises:
            InvalidOutput: a logit is NaN or infinite.
        """
        logits = self.session.run((self.model.score.logits,), {self.tensor: activations})[0]
        if not np.isfinite(logits).all():
            raise InvalidOutput(
                said(
                    "a score from changed activations at {tensor} is NaN or infinite",
                    tensor=self.tensor,
                ),
                hint=said("Choose another layer or method."),
            )
        return logits.reshape(len(activations), -1)


def forward_tail(request: Request, layer: Layer) -> Tail:
    """The network behind a layer, built once per model.

    Raises:
        RequestError: the network cannot be cut there; the message names what goes around.
    """
    model = request.model

    def build() -> Tail:
        part = extract(model.graph, [layer.tensor], [model.score.logits])
        session = model.open_session(with_one_batch_name(part))
        return Tail(model, layer.tensor, session)

    return model.derived(said("forward tail from {tensor}", tensor=layer.tensor), build)


def _forward(model: Model, tensors: tuple[str, ...]) -> Session:
    def build() -> Session:
        graph = with_outputs(upgraded(model.graph), (model.score.logits, *tensors))
        return model.open_session(with_one_batch_name(graph), batch=1)

    return model.derived(said("forward to {tensors}", tensors=", ".join(tensors)), build)
