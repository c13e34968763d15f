r"""Scores of partly hidden inputs: masks travel small and are spread inside the graph.

Every mask here is a product of three small matrices, rows (H, k), grid (k, l) and columns (l, W):
rectangles, grids of cells and smoothly stretched grids are. The graph in front of the network
multiplies them out and mixes picture and fill,

.. math:: x_M = M \odot x + (1 - M) \odot v,

so that a run is fed some hundred numbers per mask in place of a whole picture. The scaling of
every recipe is affine, so mixing network inputs is the same as mixing displayed pictures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, ValueInfoProto, helper

from engine.bundle.recipe import Recipe
from engine.explain.backward import score_of
from engine.explain.baselines import baseline_tensor
from engine.explain.batches import Batched, in_batches
from engine.explain.explanation import Request
from engine.graph.cut import BATCH, with_outputs
from engine.graph.emit import Emitter
from engine.graph.upgrade import upgraded
from engine.inference.model import Model
from engine.inference.session import Session

Array = NDArray[np.float32]
_INPUTS = ("rows", "grid", "columns", "picture", "fill")
_SESSION = "masked session"

# Scores that differ by less, as a share of the score or of 1, differ by rounding alone.
ROUNDING = 2e-6


@dataclass(frozen=True)
class Masks:
    """N masks of a network input: 1 shows the picture, 0 the fill.

    Attributes:
        rows: (N, H, k) float32.
        grids: (N, k, l) float32.
        columns: (N, l, W) float32.
    """

    rows: Array
    grids: Array
    columns: Array

    def __len__(self) -> int:
        return len(self.grids)

    def part(self, chosen: NDArray[np.int64] | slice) -> "Masks":
        """Some of the masks."""
        return Masks(self.rows[chosen], self.grids[chosen], self.columns[chosen])

    def spread(self) -> NDArray[np.float64]:
        """(N, H, W) the masks at the size of the network input."""
        rows, grids, columns = (a.astype(np.float64) for a in (self.rows, self.grids, self.columns))
        return rows @ grids @ columns


class MaskedScorer(Batched):
    """Scores of the request's input under masks, in batches.

    Args:
        request: whose input is masked and whose target is scored.
        fill: what is shown where a mask is 0: the name of a baseline, or a (1, ...) network input.

    Attributes:
        runs: masks scored so far.
    """

    def __init__(self, request: Request, fill: str | Array) -> None:
        self.request = request
        self.runs = 0
        self._fill = baseline_tensor(request, fill) if isinstance(fill, str) else fill
        super().__init__(request.model, "masked scores", self._run_unmasked, request.tensor)

    @property
    def provider(self) -> str:
        """Execution provider in use."""
        return self._session_and_names()[0].provider

    def __call__(self, masks: Masks) -> NDArray[np.float64]:
        """N masks -> (N,) float64 scores."""
        return np.concatenate(list(self.each_batch(masks)))

    def each_batch(self, masks: Masks) -> Iterator[NDArray[np.float64]]:
        """The same batch by batch, so that a generator can report and stop in between."""
        order = np.arange(len(masks))
        for logits in in_batches(order, self.size, lambda part: self._run(masks.part(part))):
            self.runs += len(logits)
            yield score_of(self.request, logits)

    def _open(self) -> Iterator[None]:
        model = self.request.model
        if not model.has_derived(_SESSION):
            graph, names = masked_graph(model)
            yield
            model.derived(_SESSION, lambda: (model.open_session(graph), names))
            yield

    def _session_and_names(self) -> tuple[Session, tuple[str, ...]]:
        return self.request.model.derived(_SESSION, lambda: _opened(self.request.model))

    def _run_unmasked(self, inputs: Array) -> Array:
        recipe = self.request.model.manifest.recipe
        shapes = (recipe.height, 1), (1, 1), (1, recipe.width)
        return self._run(Masks(*(np.ones((len(inputs), *s), np.float32) for s in shapes)))

    def _run(self, masks: Masks) -> Array:
        arrays = (masks.rows, masks.grids, masks.columns, self.request.tensor, self._fill)
        session, names = self._session_and_names()
        feeds = dict(zip(names, arrays, strict=True))
        logits = session.run((self.request.model.score.logits,), feeds)[0]
        return self.request.model.checked(logits)


def rounding_of(score: float) -> float:
    """The difference of two scores that single precision cannot tell from none."""
    return ROUNDING * max(1.0, abs(score))


def stretching(cells: int, length: int, kind: str) -> NDArray[np.float64]:
    """(length, cells) matrix that stretches a row of cells over `length` pixels.

    Args:
        cells: numbers in the row.
        length: pixels.
        kind: ``nearest``, or ``bilinear`` on half-pixel centres with the outer cells repeated.
    """
    places = (np.arange(length) + 0.5) * cells / length
    matrix = np.zeros((length, cells))
    pixels = np.arange(length)
    if kind == "nearest":
        matrix[pixels, places.astype(np.int64)] = 1.0
        return matrix
    places = np.clip(places - 0.5, 0.0, cells - 1.0)
    left = np.minimum(places.astype(np.int64), max(cells - 2, 0))
    share = places - left
    matrix[pixels, left] += 1.0 - share
    matrix[pixels, np.minimum(left + 1, cells - 1)] += share
    return matrix


def _opened(model: Model) -> tuple[Session, tuple[str, ...]]:
    graph, names = masked_graph(model)
    return model.open_session(graph), names


def masked_graph(model: Model) -> tuple[ModelProto, tuple[str, ...]]:
    """The network behind a mixer of picture and fill.

    Returns:
        The graph, whose outputs hold the logits, and the names of its inputs: rows (N, H, k), grid
        (N, k, l), columns (N, l, W), picture and fill (1, ...), all float32.
    """
    graph = upgraded(with_outputs(model.graph, (model.score.logits,)))
    emitter = Emitter(graph, "mask")
    names = tuple(emitter.unused(f"mask/{name}") for name in _INPUTS)
    rows, grid, columns, picture, fill = names
    recipe, fed = model.manifest.recipe, model.facts.input_name
    spread = emitter.emit("MatMul", emitter.emit("MatMul", rows, grid), columns)
    mask = emitter.axes_op("Unsqueeze", spread, [1 if recipe.layout == "nchw" else 3])
    hidden = emitter.emit("Sub", emitter.constant(1.0, np.float32), mask)
    shown = emitter.emit("Mul", mask, picture)
    mixed = emitter.emit("Add", shown, emitter.emit("Mul", hidden, fill))
    emitter.emit("Cast", mixed, to=model.facts.element_type(fed) or TensorProto.FLOAT)
    emitter.rename_last(fed)
    nodes, kept = list(graph.graph.node), [v for v in graph.graph.input if v.name != fed]
    del graph.graph.node[:], graph.graph.input[:]
    emitter.append_to(graph)
    graph.graph.node.extend(nodes)
    graph.graph.input.extend([*kept, *_declared(names, recipe)])
    return graph, names


def _declared(names: Sequence[str], recipe: Recipe) -> list[ValueInfoProto]:
    picture = recipe.input_shape()
    shapes = (
        (BATCH, recipe.height, "k"),
        (BATCH, "k", "l"),
        (BATCH, "l", recipe.width),
        picture,
        picture,
    )
    return [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in zip(names, shapes, strict=True)
    ]
