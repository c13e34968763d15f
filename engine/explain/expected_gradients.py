"""Expected gradients: integrated gradients averaged over a set of background images.

Usually sampled at random (GradientSHAP). Here every background image counts alike and the position
on each path is integrated by Gauss-Legendre, so that nothing is left to chance: the gap of the sum
is the error of the integral alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import BASELINE_SET, NAMES, baseline_rows
from engine.explain.explanation import Request
from engine.explain.integrated_gradients import (
    IntegratedGradients,
    most_passes,
    quadrature_of,
    run_paths,
)
from engine.explain.own_files import OwnInputs, own_inputs
from engine.language import said
from engine.options import BACKGROUND, file_option, option, option_facts, read_options
from engine.progress import Step

SELF_IN_BACKGROUND = (
    "{count} of {total} background rows are the explained image itself: they say nothing about it"
    " and weaken the map; choose a background without it"
)
# Rows that differ by less than this share of the image's range are the image itself.
_SAME = 1e-6


@dataclass(frozen=True)
class ExpectedGradientsOptions:
    """Options of expected gradients."""

    background: str = file_option(
        BASELINE_SET,
        "'baselines' (all pictures of absence), a folder of images (100 at most, evenly spaced by "
        "name), or a .npy file of network inputs (N, ...)",
        choices=(BASELINE_SET,),
        reads=BACKGROUND,
    )
    steps: int = option(8, "Gauss-Legendre nodes per background row", low=1, high=1024)
    max_steps: int = option(64, "nodes that doubling never exceeds", low=1, high=1024)
    tolerance: float = option(
        0.01, "relative gap of the sum under which no more steps are taken", low=0.0, high=1.0
    )


class ExpectedGradients(IntegratedGradients):
    r"""Expected gradients (GradientSHAP without chance).

    .. math:: \frac{1}{|B|} \sum_{x' \in B} (x - x') \odot \int_0^1 \nabla y_c(x' + \alpha (x - x'))

    References:
        Erion et al., Improving performance of deep learning models with axiomatic attribution
        priors and expected gradients, 2021, arXiv:1906.10670.
        Lundberg, Lee, A Unified Approach to Interpreting Model Predictions, 2017.
    """

    id: ClassVar[str] = "expected-gradients"
    name: ClassVar[str] = "Expected gradients"
    cost: ClassVar[str] = "background rows x steps x (1 forward + 1 backward), steps doubled"
    reference: ClassVar[str] = "Erion et al., arXiv:1906.10670, 2021"
    definition: ClassVar[str] = (
        "mean over background images x' of (x - x') * mean of d(logit)/dx on the path from x' to x"
    )
    options: ClassVar[type] = ExpectedGradientsOptions

    def passes(self, request: Request) -> int:
        """Every stage of the doubling for every background row, forward and back, and the ends."""
        options = read_options(self.id, self.options, request.options)
        rows = background(request, options.background).rows
        return most_passes(request, len(rows), quadrature_of(options))

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        found = background(request, options.background)
        rows = found.rows
        kind = ", ".join(NAMES) if options.background == BASELINE_SET else options.background
        facts = {"background": said("{count} rows: {kind}", count=len(rows), kind=kind)}
        notes = (*_self_notes(request, rows), *found.notes)
        yield from run_paths(self, request, options, rows, facts, notes)


def background(request: Request, text: str) -> OwnInputs:
    """The network inputs of the background.

    Raises:
        RequestError: nothing that the text names can be used.
    """
    if text == BASELINE_SET:
        return OwnInputs(baseline_rows(request, text))
    facts = next(f for f in option_facts(ExpectedGradientsOptions) if f.name == "background")
    return own_inputs(request, facts, text)


def _self_notes(request: Request, rows: NDArray[np.float32]) -> tuple[str, ...]:
    """A warning where the explained image is among its own background."""
    near = _SAME * max(float(np.ptp(request.tensor)), np.finfo(np.float32).tiny)
    distances = np.abs(rows - request.tensor).reshape(len(rows), -1).max(axis=1)
    count = int((distances <= near).sum())
    return (said(SELF_IN_BACKGROUND, count=count, total=len(rows)),) if count else ()
