"""Dead filters: channels behind a rectifier that no image of a folder makes fire."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.graph.cut import with_outputs
from engine.graph.emit import Emitter
from engine.graph.facts import attributes
from engine.graph.layers import Layer
from engine.graph.upgrade import upgraded
from engine.inference.model import Model
from engine.inference.session import Session
from engine.language import said
from engine.progress import Step


@dataclass(frozen=True)
class Fired:
    """What the images did to one layer behind a rectifier.

    Attributes:
        layer: the layer.
        greatest: (K,) each channel's greatest activation over all images and places.
        images: how many images.
    """

    layer: Layer
    greatest: NDArray[np.float32]
    images: int

    @property
    def dead(self) -> tuple[int, ...]:
        """Numbers of the channels that were never above 0."""
        return tuple(np.flatnonzero(self.greatest <= 0.0).tolist())

    @property
    def share(self) -> float:
        """0..1, of its channels that are dead."""
        return len(self.dead) / len(self.greatest)

    @property
    def can_be_pruned(self) -> bool:
        """Whether all or some of its channels never fired: they could go without any change."""
        return bool(self.dead)


def watch(model: Model, inputs: Iterable[NDArray[np.float32]], count: int) -> Iterator[Step]:
    """Runs images through the network and keeps every channel's greatest activation.

    Args:
        model: the open model.
        inputs: (1, ...) float32 network inputs.
        count: how many there will be, for the progress.

    Yields:
        Steps whose partial is a tuple of `Fired`, early to late, over the images so far; the last
        one's result is that over all of them, empty where there was none.
    """
    layers = [layer for layer in model.layers if is_rectified(model, layer)]
    greatest: list[NDArray[np.float32]] | None = None
    seen = 0
    session, names = model.derived("greatest activations", lambda: _session(model, layers))
    for tensor in inputs:
        tops = [row[0] for row in session.run(names, {model.facts.input_name: tensor})]
        pairs = None if greatest is None else zip(greatest, tops, strict=True)
        greatest = tops if pairs is None else [np.maximum(a, b) for a, b in pairs]
        seen += 1
        note = said("{done} of {count} images", done=seen, count=count)
        yield Step(seen / (count + 1), note, partial=_fired(layers, greatest, seen))
    yield Step(1.0, result=_fired(layers, greatest or [], seen))


def is_rectified(model: Model, layer: Layer) -> bool:
    """Whether a layer's values are 0 where its channel has nothing to say: Relu, or Clip from 0."""
    if layer.kind == "Relu":
        return True
    node = model.facts.producer(layer.tensor)
    if layer.kind != "Clip" or node is None:
        return False
    least = attributes(node).get("min")
    if least is None and len(node.input) > 1:
        least = model.facts.initializer(node.input[1])
    return least is not None and float(np.asarray(least).ravel()[0]) == 0.0


def _fired(
    layers: list[Layer], greatest: list[NDArray[np.float32]], seen: int
) -> tuple[Fired, ...]:
    return tuple(Fired(layer, top, seen) for layer, top in zip(layers, greatest, strict=False))


def _session(model: Model, layers: list[Layer]) -> tuple[Session, tuple[str, ...]]:
    """A session that returns (N, K) maxima over places, layer by layer."""
    graph = upgraded(with_outputs(model.graph, (model.score.logits,)))
    emitter = Emitter(graph, "greatest")
    names = []
    for layer in layers:
        axes = [2, 3] if layer.layout == "nchw" else [1, 2]
        names.append(emitter.axes_op("ReduceMax", layer.tensor, axes, keepdims=False))
    emitter.append_to(graph)
    return model.open_session(with_outputs(graph, names)), tuple(names)
