r"""The mean gradient along straight lines to a point, by Gauss-Legendre quadrature.

.. math:: \phi = \frac1R \sum_r (x - x'_r) \odot \int_0^1 \nabla y(x'_r + \alpha (x - x'_r)) d\alpha

One start x' gives integrated gradients, several give expected gradients with every start counted
alike. Works in the space of any fed tensor: the network's input or a layer's activations. With n
nodes the rule is exact for polynomials of degree 2n - 1, and has no nodes at the ends, where
ReLU networks often have kinks (an all-black start sits on thousands of them).

References:
    Sundararajan, Taly, Yan, Axiomatic Attribution for Deep Networks, 2017, arXiv:1703.01365.
    Erion et al., Improving performance of deep learning models with axiomatic attribution priors
    and expected gradients, 2021, arXiv:1906.10670.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, Backward, Flow, score_of
from engine.explain.explanation import Request
from engine.explain.slopes import Rows, Slopes
from engine.language import said
from engine.progress import Step

# A change of the score below this is no change: the gap is then told in units of it.
TINY = 1e-6
# Nodes are visited in strides of the golden ratio: any first few are spread over the whole path.
_GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class Quadrature:
    """How finely to integrate.

    Attributes:
        steps: Gauss-Legendre nodes on every path to begin with.
        max_steps: nodes never exceeded; they are doubled until the gap is small enough.
        tolerance: largest relative gap between the sum of the map and the change of the score.
    """

    steps: int
    max_steps: int
    tolerance: float

    def stages(self) -> tuple[int, ...]:
        """Numbers of nodes that are tried one after the other."""
        counts = [self.steps]
        while counts[-1] < self.max_steps:
            counts.append(min(2 * counts[-1], self.max_steps))
        return tuple(counts)

    def most_points(self, starts: int) -> int:
        """Points at which a gradient is taken at most, the ends included."""
        return starts * sum(self.stages()) + starts + 1


@dataclass(frozen=True)
class Integral:
    """What is known of the integral so far.

    Attributes:
        attributions: (1, ...) float64, shaped as the end of the paths.
        end_score: the explained score at the end of the paths.
        start_score: its mean over their starts.
        steps: nodes on every path behind `attributions`.
        gap: abs(sum - change) / max(abs(change), TINY), with change = end_score - start_score.
        is_complete: whether all nodes have been visited (a last one that misses the tolerance is
            complete, too).
        passes: model runs so far, forward and backward counting one each.
        fraction: share of the most that may be needed.
        provider: execution provider that computed it.
        notes: how gradients were approximated, if they were.
    """

    attributions: NDArray[np.float64]
    end_score: float
    start_score: float
    steps: int
    gap: float
    is_complete: bool
    passes: int
    fraction: float
    provider: str
    notes: tuple[str, ...]


class Integration:
    """The gradient of a request's score, integrated along straight paths.

    Args:
        request: whose score is explained; its own input is not touched.
        backward: a graph with ``fed == tensor``: `backward_to` the input, or `tail_from` a layer.
        starts: (R, ...) float32 starts, in the space of the fed tensor.
        end: (1, ...) float32 end of all paths.
        quadrature: how finely.
    """

    def __init__(
        self,
        request: Request,
        backward: Backward,
        starts: Array,
        end: Array,
        quadrature: Quadrature,
    ) -> None:
        self.request, self.starts, self.end, self.quadrature = request, starts, end, quadrature
        self.slopes = Slopes(request, backward, end)
        self.scores = np.empty(0)  # (1 + R,) at the end and at the starts

    def prepare(self) -> Iterator[Step]:
        """Measures a batch and scores both ends, stopping between runs.

        Raises:
            InvalidOutput: a score or gradient is NaN or infinite.
            Cancelled: the model was stopped meanwhile.
        """
        yield from self.slopes.warm_up()
        ends = np.concatenate([self.end, self.starts])
        for _, flow in self.slopes.each_batch(ends, lambda points: points):
            self.scores = np.append(self.scores, score_of(self.request, flow.logits))
            yield Step(0.0, said("scoring both ends"))

    def integrals(self) -> Iterator[Integral]:
        """After `prepare`: what is known after every run; the last one is the result.

        Raises:
            InvalidOutput: a score or gradient is NaN or infinite.
            Cancelled: the model was stopped meanwhile.
        """
        best: Integral | None = None
        for steps in self.quadrature.stages():
            for found in self._stage(steps):
                yield found if found.is_complete or best is None else self._again(best)
            best = found
            if best.gap <= self.quadrature.tolerance:
                return

    def _stage(self, steps: int) -> Iterator[Integral]:
        """The integral with this many nodes per path; what it is so far after every run."""
        rows = _rows(steps, len(self.starts))
        total, weight, done = np.zeros(self.end.shape), 0.0, 0
        for part, flow in self.slopes.each_batch(rows, self._points):
            total += self._weighted(part, flow.gradient)
            weight, done = weight + part[:, 1].sum(), done + len(part)
            yield self._integral(total / weight, steps, done == len(rows), flow)

    def _again(self, best: Integral) -> Integral:
        """An earlier stage's result as the preview of a finer one."""
        passes = self.slopes.passes
        preview = {"is_complete": False, "passes": passes, "fraction": self._fraction(passes)}
        return Integral(**(vars(best) | preview))

    def _points(self, rows: Rows) -> Array:
        """Rows of (position, weight, start) -> points on the paths."""
        start = self.starts[rows[:, 2].astype(np.int64)]
        position = rows[:, 0].astype(np.float32).reshape(-1, *[1] * (start.ndim - 1))
        return start + position * (self.end - start)

    def _weighted(self, rows: Rows, gradients: Array) -> NDArray[np.float64]:
        """(1, ...): the sum over points of weight x gradient x difference from the start."""
        total = np.zeros(self.end.shape)
        for start in np.unique(rows[:, 2]):
            mine = rows[:, 2] == start
            slope = np.tensordot(rows[mine, 1], gradients[mine].astype(np.float64), axes=1)
            total += slope * (self.end - self.starts[int(start)])
        return total

    def _integral(
        self, attributions: NDArray[np.float64], steps: int, is_complete: bool, flow: Flow
    ) -> Integral:
        end_score, start_score = float(self.scores[0]), float(self.scores[1:].mean())
        change = end_score - start_score
        passes = self.slopes.passes
        return Integral(
            attributions=attributions,
            end_score=end_score,
            start_score=start_score,
            steps=steps,
            gap=abs(float(attributions.sum()) - change) / max(abs(change), TINY),
            is_complete=is_complete,
            passes=passes,
            fraction=self._fraction(passes),
            provider=flow.provider,
            notes=flow.notes,
        )

    def _fraction(self, passes: int) -> float:
        return passes / (2 * self.quadrature.most_points(len(self.starts)))


@lru_cache(maxsize=16)
def gauss_legendre(steps: int) -> NDArray[np.float64]:
    """(steps, 2) nodes in (0, 1) and their weights (which add up to 1), in golden-ratio order."""
    nodes, weights = np.polynomial.legendre.leggauss(steps)
    order = np.argsort(np.arange(steps) * _GOLDEN % 1.0, kind="stable")
    return np.stack([(nodes + 1) / 2, weights / 2], axis=1)[np.argsort(order)]


def _rows(steps: int, starts: int) -> Rows:
    """(steps * starts, 3): position, weight and start of every point; all starts in turn."""
    nodes = np.repeat(gauss_legendre(steps), starts, axis=0)
    turns = np.tile(np.arange(starts, dtype=np.float64), steps)
    return np.concatenate([nodes, turns[:, None]], axis=1)
