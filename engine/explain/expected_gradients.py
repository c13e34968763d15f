"""Expected gradients: integrated gradients averaged over a set of background images.

Usually sampled at random (GradientSHAP). Here every background image counts alike and the position
on each path is integrated by Gauss-Legendre, so that nothing is left to chance: the gap of the sum
is the error of the integral alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.baselines import NAMES, baseline_tensor
from engine.explain.explanation import Request
from engine.explain.integrated_gradients import (
    IntegratedGradients,
    most_passes,
    quadrature_of,
    run_paths,
)
from engine.explain.options import option, read_options
from engine.progress import Step

# All pictures of absence, as rows.
BASELINE_SET = "baselines"
SELF_IN_BACKGROUND = (
    "{count} of {total} background rows are the explained image itself: they say nothing about it"
    " and weaken the map; choose a background without it"
)
# Rows that differ by less than this share of the image's range are the image itself.
_SAME = 1e-6


@dataclass(frozen=True)
class ExpectedGradientsOptions:
    """Options of expected gradients."""

    background: str = option(
        BASELINE_SET,
        "'baselines' (all pictures of absence) or a .npy file of network inputs (N, ...)",
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
        rows = background_rows(request, options.background)
        return most_passes(request, len(rows), quadrature_of(options))

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        rows = background_rows(request, options.background)
        kind = ", ".join(NAMES) if options.background == BASELINE_SET else options.background
        facts = {"background": f"{len(rows)} rows: {kind}"}
        yield from run_paths(self, request, options, rows, facts, _self_notes(request, rows))


def background_rows(request: Request, background: str) -> NDArray[np.float32]:
    """(R, ...) network inputs of the background.

    Raises:
        RequestError: the file cannot be read, or does not hold network inputs of this model.
    """
    if background == BASELINE_SET:
        return np.concatenate([baseline_tensor(request, name) for name in NAMES])
    path, shape = Path(background), request.tensor.shape[1:]
    try:
        rows = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise RequestError(
            f"the background cannot be read: {error}",
            hint=f"Give '{BASELINE_SET}' or a .npy file of network inputs.",
            file=path,
        ) from error
    is_array = isinstance(rows, np.ndarray) and rows.dtype.kind in "fiu"
    if not is_array or rows.shape[1:] != shape or not len(rows) or not np.isfinite(rows).all():
        raise RequestError(
            "the background does not hold network inputs of this model",
            hint=f"It needs finite numbers of shape (N, {', '.join(map(str, shape))}), N > 0.",
            file=path,
        )
    return rows.astype(np.float32)


def _self_notes(request: Request, rows: NDArray[np.float32]) -> tuple[str, ...]:
    """A warning where the explained image is among its own background."""
    near = _SAME * max(float(np.ptp(request.tensor)), np.finfo(np.float32).tiny)
    distances = np.abs(rows - request.tensor).reshape(len(rows), -1).max(axis=1)
    count = int((distances <= near).sum())
    return (SELF_IN_BACKGROUND.format(count=count, total=len(rows)),) if count else ()
