"""FullGrad: the input's share of the score and every bias's share, as one picture."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import InvalidOutput
from engine.explain.backward import score_of, seeds_of
from engine.explain.biases import BiasShares, bias_shares
from engine.explain.explanation import Request
from engine.explain.result import Outcome, explained
from engine.inference.model import Model
from engine.inference.session import Session
from engine.language import said
from engine.options import NoOptions, read_options
from engine.progress import Step

# Single precision and long sums leave gaps below this.
COMPLETE = 0.01
TINY = 1e-6
_KEY = "full gradient"


class FullGrad:
    r"""FullGrad: magnitudes of input x gradient and of bias x gradient, over all layers.

    .. math::
        S = \psi(x \odot \nabla_x y) + \sum_l \sum_{c \in l} \psi(b_l \odot \nabla_{b_l} y)_c

    psi takes magnitudes, brings each layer to 0..1 and stretches it over the input. Before psi the
    terms add up to the score in piecewise linear networks; how far they miss it is measured and
    reported, so that a network for which the method is not made shows it.

    References:
        Srinivas, Fleuret, Full-Gradient Representation for Neural Network Visualization, NeurIPS
        2019, definitions 3 and 4, equation 6.
    """

    id: ClassVar[str] = "full-grad"
    name: ClassVar[str] = "FullGrad"
    family: ClassVar[str] = "cam"
    is_signed: ClassVar[bool] = False
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    resolution: ClassVar[str] = "input"
    is_deterministic: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"gradient"})
    cost: ClassVar[str] = "1 forward + 1 backward, to the input and every bias"
    reference: ClassVar[str] = "Srinivas and Fleuret, FullGrad, NeurIPS 2019"
    definition: ClassVar[str] = (
        "psi(x * d(logit)/dx) + sum over layers of psi(b * d(logit)/db), psi = magnitude, each"
        " layer to 0..1, stretched over the input"
    )
    options: ClassVar[type] = NoOptions

    def passes(self, request: Request) -> int:
        """One run forward, one back."""
        read_options(self.id, self.options, request.options)
        return 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        shares = yield from _prepared(request.model)
        yield Step(0.3, said("running forward and back"))
        parts = shares.run(request)
        yield Step(0.9, said("adding up the layers"))
        score, total = parts.score, parts.total
        gap = abs(total - score) / max(abs(score), TINY)
        notes = (_incomplete(gap),) if gap > COMPLETE else ()
        outcome = Outcome(
            parts.picture(request),
            score,
            shares.session.provider,
            2,
            {
                "sign": said("magnitudes: evidence for and against the class look alike"),
                "processing": said(
                    "magnitudes, brought to 0..1 over all places and channels of a layer, "
                    "stretched bilinearly, added up over channels and layers"
                ),
                "completeness": said(
                    "before processing the terms add up to {total:.6g} of {score:.6g}",
                    total=total,
                    score=score,
                ),
                "biases": said(
                    "{count}, of which {count_2} have places and are drawn",
                    count=len(shares.graph.totals),
                    count_2=len(shares.graph.planes),
                ),
            },
            (*notes, *shares.graph.gradient.notes),
            completeness_error=gap,
        )
        yield Step(1.0, result=explained(self, request, options, outcome, started))


@dataclass(frozen=True)
class Parts:
    """What one run brought, for one input.

    Attributes:
        score: the explained number.
        input_share: (1, ...) input x gradient.
        totals: (B,) the share of every bias.
        planes: (h, w) processed shares of the biases that have places.
    """

    score: float
    input_share: NDArray[np.float64]
    totals: NDArray[np.float64]
    planes: tuple[NDArray[np.float32], ...]

    @property
    def total(self) -> float:
        """All terms together, before any processing: the score, in a piecewise linear network."""
        return float(self.input_share.sum() + self.totals.sum())

    def picture(self, request: Request) -> NDArray[np.float64]:
        """(H, W) all processed terms, stretched over the input and added up."""
        recipe = request.model.manifest.recipe
        size = np.abs(self.input_share[0])
        span = max(size.max() - size.min(), np.finfo(np.float64).tiny)
        total = ((size - size.min()) / span).sum(axis=0 if recipe.layout == "nchw" else 2)
        for plane in self.planes:
            total = total + cv2.resize(
                plane.astype(np.float64),
                (recipe.width, recipe.height),
                interpolation=cv2.INTER_LINEAR,
            )
        return total


@dataclass(frozen=True)
class FullGradient:
    """The graph of all shares of a model, ready to run.

    Attributes:
        model: the network.
        graph: its graph with the shares.
        session: runs one input.
    """

    model: Model
    graph: BiasShares
    session: Session

    def run(self, request: Request) -> Parts:
        """The shares of the request's own input and score.

        Raises:
            InvalidOutput: a score or share is NaN or infinite.
        """
        score, fed = self.model.score, self.model.facts.input_name
        shape = [1] * len(score.shape)
        shape[score.axis] = score.class_count
        gradient = self.graph.gradient
        feeds = {fed: request.tensor, gradient.seed_input: seeds_of(request, 1).reshape(shape)}
        names = (score.logits, gradient.gradients[fed], *self.graph.totals, *self.graph.planes)
        found = self.session.run(names, feeds)
        if not all(np.isfinite(array).all() for array in found):
            raise InvalidOutput(
                said(
                    "the score or a bias's share of it is NaN or infinite, so there is no "
                    "explanation"
                ),
                hint=said("Choose another method."),
            )
        logits, slope, *others = found
        count = len(self.graph.totals)
        return Parts(
            float(score_of(request, logits.reshape(1, -1))[0]),
            request.tensor.astype(np.float64) * slope,
            np.array([float(total.sum()) for total in others[:count]]),
            tuple(plane[0] for plane in others[count:]),
        )


def full_gradient(model: Model) -> FullGradient:
    """The graph of a model's shares, built once.

    Raises:
        UnsupportedOperator: an operator has no gradient rule.
    """
    return model.derived(_KEY, lambda: _opened(model, _shares(model)))


def _prepared(model: Model) -> Generator[Step, None, FullGradient]:
    """`full_gradient`, stopping between its parts."""
    yield Step(0.0, said("writing the gradients of all biases"))
    if not model.has_derived(_KEY):
        graph = _shares(model)
        yield Step(0.2, said("preparing the way back"))
        model.derived(_KEY, lambda: _opened(model, graph))
    return full_gradient(model)


def _shares(model: Model) -> BiasShares:
    return bias_shares(model.graph, model.facts.input_name, model.score.logits)


def _opened(model: Model, graph: BiasShares) -> FullGradient:
    return FullGradient(model, graph, model.open_session(graph.gradient.model, batch=1))


def _incomplete(gap: float) -> str:
    return said(
        "before processing the terms miss the score by {value:.2g} % of it: this "
        "network is not piecewise linear, or it adds what is not stored",
        value=100 * gap,
    )
