"""Integrated gradients: what the way from a baseline to the image adds to the score, by place.

At the network's input, or at any layer that the network can be cut at.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from engine.explain.backward import Array
from engine.explain.baselines import BLACK_AND_WHITE, CHOICES, baseline_rows, picture_option
from engine.explain.explanation import Explanation, Method, Request
from engine.explain.gradient import OnInput
from engine.explain.integrated import Integral, Integration, Quadrature
from engine.explain.result import Outcome, explained
from engine.explain.spaces import Space, space_of
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# The map does not add up as well as it was asked to.
GAP_LEFT = "the map's sum misses the change of the score by {gap:.1%}, more than the tolerance"


@dataclass(frozen=True)
class IntegratedGradientsOptions:
    """Options of integrated gradients."""

    baseline: str = picture_option(
        "black", "picture of absence that the path starts from", choices=CHOICES
    )
    steps: int = option(32, "Gauss-Legendre nodes to begin with", low=1, high=1024)
    max_steps: int = option(256, "nodes that doubling never exceeds", low=1, high=1024)
    tolerance: float = option(
        0.01, "relative gap of the sum under which no more steps are taken", low=0.0, high=1.0
    )


class IntegratedGradients(OnInput):
    r"""Integrated gradients from a baseline in display space.

    .. math:: (x - x') \odot \int_0^1 \nabla y_c(x' + \alpha (x - x')) d\alpha

    References:
        Sundararajan, Taly, Yan, Axiomatic Attribution for Deep Networks, 2017, arXiv:1703.01365.
    """

    id: ClassVar[str] = "integrated-gradients"
    name: ClassVar[str] = "Integrated gradients"
    needs: ClassVar[frozenset[str]] = frozenset({"gradient", "layer or input"})
    cost: ClassVar[str] = "steps x (1 forward + 1 backward), steps doubled until the map adds up"
    reference: ClassVar[str] = "Sundararajan et al., arXiv:1703.01365, 2017"
    definition: ClassVar[str] = (
        "(x - x') * mean of d(logit)/dx over the straight path from baseline x' to x;"
        " at a layer, the same with its activations"
    )
    options: ClassVar[type] = IntegratedGradientsOptions

    def passes(self, request: Request) -> int:
        """Every stage of the doubling, forward and back, and the ends."""
        options = read_options(self.id, self.options, request.options)
        starts = 2 if options.baseline == BLACK_AND_WHITE else 1
        return most_passes(request, starts, quadrature_of(options))

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        facts = {"baseline": said("{baseline}, as displayed", baseline=options.baseline)}
        rows = baseline_rows(request, options.baseline)
        yield from run_paths(self, request, options, rows, facts)


@dataclass(frozen=True)
class _Answer:
    """What every explanation of one run shares.

    Attributes:
        method: who makes it.
        options: the options used.
        space: where the paths lie.
        conventions: beyond those of the space.
        notes: warnings known before.
        starts: number of paths.
        started: `time.perf_counter` at the begin.
    """

    method: Method
    options: Any
    space: Space
    conventions: dict[str, str]
    notes: tuple[str, ...]
    starts: int
    started: float

    def explanation(self, found: Integral) -> Explanation:
        """The map of an integral, finished or not."""
        notes = self.notes
        if found.is_complete and found.gap > self.options.tolerance:
            notes = (said(GAP_LEFT, gap=found.gap), *notes)
        conventions = {
            **self.space.conventions(),
            **self.conventions,
            "steps": said("{steps} Gauss-Legendre nodes on each path", steps=found.steps),
            "paths": said("{starts}, one per baseline", starts=self.starts),
            **({"rule": "; ".join(found.notes)} if found.notes else {}),
            "baseline score": f"{found.start_score:.6g}",
        }
        outcome = Outcome(
            self.space.plane(found.attributions),
            found.end_score,
            found.provider,
            found.passes + self.space.entry_passes(self.starts + 1),
            conventions,
            notes,
            self.space.layer,
            completeness_error=found.gap,
        )
        return explained(self.method, self.space.request, self.options, outcome, self.started)


def run_paths(
    method: Method,
    request: Request,
    options: Any,
    rows: Array,
    conventions: dict[str, str],
    notes: tuple[str, ...] = (),
) -> Iterator[Step]:
    """Integrates from every row to the image: the common frame of path methods.

    Args:
        method: who asks.
        request: what was asked.
        options: with ``steps``, ``max_steps`` and ``tolerance``.
        rows: (R, ...) network inputs that the paths start from.
        conventions: what the method has to state.
        notes: its warnings.
    """
    started = time.perf_counter()
    yield Step(0.0, said("preparing the way back"))
    space = space_of(request)
    yield Step(0.0, said("running image and baselines"))
    ends = space.enter(request.tensor), space.enter(rows)
    integration = Integration(request, space.backward, ends[1], ends[0], quadrature_of(options))
    yield from integration.prepare()
    answer = _Answer(method, options, space, conventions, notes, len(rows), started)
    found: Integral | None = None
    for found in integration.integrals():
        note = said("{steps} steps per path", steps=found.steps)
        yield Step(min(found.fraction, 0.99), note, partial=answer.explanation(found))
    yield Step(1.0, result=answer.explanation(found))


def quadrature_of(options: Any) -> Quadrature:
    """How finely the options ask to integrate; never fewer steps than they begin with."""
    most = max(options.steps, options.max_steps)
    return Quadrature(options.steps, most, options.tolerance)


def most_passes(request: Request, starts: int, quadrature: Quadrature) -> int:
    """Model runs at most; those up to a layer included."""
    to_layer = 0 if request.layer is None else starts + 1
    return 2 * quadrature.most_points(starts) + to_layer
