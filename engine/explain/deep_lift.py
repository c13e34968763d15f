"""DeepLIFT (rescale): differences from a baseline, carried back by slopes instead of gradients."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.explain.backward import score_of, seeds_of
from engine.explain.baselines import BLACK_AND_WHITE, CHOICES, baseline_rows, picture_option
from engine.explain.explanation import Request
from engine.explain.gradient import ADDED, InputGradient
from engine.explain.integrated import TINY
from engine.explain.result import Outcome, explained
from engine.explain.spaces import space_of
from engine.language import joined, said
from engine.options import read_options
from engine.progress import Step

# Single precision leaves less than this in any network tried.
LARGEST_GAP = 0.01
GAP_LEFT = (
    "the map's sum misses the change of the score by {gap:.1%}: numbers are too close to tell"
)


@dataclass(frozen=True)
class DeepLiftOptions:
    """Options of DeepLIFT."""

    baseline: str = picture_option(
        "black", "picture of absence that differences are taken from", choices=CHOICES
    )


class DeepLift(InputGradient):
    r"""DeepLIFT with the rescale rule.

    .. math:: (x - x') \odot m, \quad m = \Delta y / \Delta x \text{ at every nonlinearity}

    Images and baselines run side by side; multipliers are chained as gradients are. The map adds up
    to the change of the score. At a layer: the same with its activations.

    References:
        Shrikumar, Greenside, Kundaje, Learning Important Features Through Propagating Activation
        Differences, 2017, arXiv:1704.02685.
    """

    id: ClassVar[str] = "deep-lift"
    needs: ClassVar[frozenset[str]] = frozenset({"gradient", "layer or input"})
    name: ClassVar[str] = "DeepLIFT"
    cost: ClassVar[str] = "1 forward + 1 backward, for the image and each baseline"
    reference: ClassVar[str] = "Shrikumar et al., arXiv:1704.02685, 2017"
    definition: ClassVar[str] = (
        "(x - x') * multiplier, slopes of secants in place of gradients (rescale rule)"
    )
    options: ClassVar[type] = DeepLiftOptions
    override: ClassVar[str] = "deep-lift"

    def passes(self, request: Request) -> int:
        """The image beside every baseline, forward and back, and up to a layer."""
        options = read_options(self.id, self.options, request.options)
        count = 2 if options.baseline == BLACK_AND_WHITE else 1
        return 4 * count + (0 if request.layer is None else count + 1)

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`.

        Raises:
            UnsupportedOperator: an operator has no agreed rule; the message names it.
        """
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        rows = baseline_rows(request, options.baseline)
        yield Step(0.0, said("preparing the way back"))
        space = space_of(request, self.override)
        yield Step(0.2, said("preparing the way back"))
        space.backward.open(is_part=True)
        yield Step(0.3, said("running image and baseline side by side"))
        end, starts = space.enter(request.tensor), space.enter(rows)
        count = len(starts)
        inputs = np.concatenate([np.repeat(end, count, axis=0), starts])
        flow = space.backward.run(inputs, seeds_of(request, 2 * count))
        difference = end.astype(np.float64) - starts
        attributions = (difference * flow.gradient[:count]).mean(axis=0, keepdims=True)
        scores = score_of(request, flow.logits)
        change = scores[0] - scores[count:].mean()
        gap = abs(attributions.sum() - change) / max(abs(change), TINY)
        missed = (said(GAP_LEFT, gap=gap),) if gap > LARGEST_GAP else ()
        conventions = {
            **ADDED,
            **space.conventions(),
            "baseline": said("{baseline}, as displayed", baseline=options.baseline),
            "baseline score": f"{scores[count:].mean():.6g}",
            "rule": joined("; ", flow.notes),
        }
        outcome = Outcome(
            space.plane(attributions),
            float(scores[0]),
            flow.provider,
            self.passes(request),
            conventions,
            missed,
            space.layer,
            completeness_error=float(gap),
        )
        yield Step(1.0, result=explained(self, request, options, outcome, started))
