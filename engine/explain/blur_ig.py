"""Blur integrated gradients: from the picture blurred beyond recognition to the picture itself."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, backward_to, score_of
from engine.explain.explanation import Explanation, Request
from engine.explain.gradient import OnInput
from engine.explain.integrated import TINY, Quadrature
from engine.explain.integrated_gradients import GAP_LEFT
from engine.explain.result import Outcome, explained, plane_of
from engine.explain.slopes import Slopes
from engine.language import joined, said
from engine.options import option, read_options
from engine.progress import Step

Values = NDArray[np.float64]
# A mode of which a blur leaves less is lost in the rounding of the others.
_GONE = 1e-18


@dataclass(frozen=True)
class BlurIgOptions:
    """See `BlurIg`."""

    blur: float = option(
        0.25, "strongest blur, its sigma as a share of the longer side", low=0.01, high=2.0
    )
    steps: int = option(32, "points on the path to begin with", low=1, high=1024)
    max_steps: int = option(128, "points that doubling never exceeds", low=1, high=1024)
    tolerance: float = option(
        0.02, "relative gap of the sum under which no more steps are taken", low=0.0, high=1.0
    )


class BlurIg(OnInput):
    r"""Blur integrated gradients: the path is a series of ever weaker Gaussian blurs.

    .. math:: \int_{\sigma_{max}}^0 \frac{\partial y_c}{\partial L_\sigma} \odot
        \frac{\partial L_\sigma}{\partial \sigma} d\sigma, \quad L_\sigma = G_\sigma * x

    No baseline colour is needed: the path starts from the picture's own blur. The blur is the
    exact diffusion of a picture mirrored at its edges, so that nothing dark comes in from outside.
    Each step takes the gradient half way and the exact change of the picture, so linear scores add
    up at any number of steps. Steps lie at sigma = sigma_max (1 - t)^2, finer towards the picture.

    References:
        Xu, Venugopalan, Sundararajan, Attribution in Scale and Space, CVPR 2020, equation 3.
    """

    id: ClassVar[str] = "blur-ig"
    name: ClassVar[str] = "Blur integrated gradients"
    cost: ClassVar[str] = "steps x (1 forward + 1 backward), steps doubled until the map adds up"
    reference: ClassVar[str] = "Xu et al., Attribution in Scale and Space, CVPR 2020"
    definition: ClassVar[str] = "integral of d(logit)/dx along the picture's own Gaussian blurs"
    options: ClassVar[type] = BlurIgOptions

    def passes(self, request: Request) -> int:
        """Every stage of the doubling and the two ends, forward and back."""
        options = read_options(self.id, self.options, request.options)
        return 2 * (sum(_quadrature(options).stages()) + 2)

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("preparing the way back"))
        backward = backward_to(request.model, request.model.facts.input_name)
        slopes = Slopes(request, backward, request.tensor)
        yield from slopes.warm_up()
        blurs = Blurs(request, options.blur)
        ends: list[float] = []
        for _, flow in slopes.each_batch(np.array([0.0, blurs.strongest]), blurs.at):
            ends.extend(score_of(request, flow.logits))
            yield Step(0.0, said("both ends of the path"))
        change = ends[0] - ends[1]

        def result(total: Values, steps: int, *, is_last: bool) -> Explanation:
            gap = abs(float(total.sum()) - change) / max(abs(change), TINY)
            misses = is_last and gap > options.tolerance
            outcome = Outcome(
                plane_of(request, total),
                ends[0],
                flow.provider,
                slopes.passes,
                _conventions(options, blurs.strongest, steps, ends[1], flow.notes),
                (said(GAP_LEFT, gap=gap),) if misses else (),
                completeness_error=gap,
            )
            return explained(self, request, options, outcome, started)

        for steps in _quadrature(options).stages():
            sigmas = blurs.sigmas(steps)
            total = np.zeros(request.tensor.shape)
            for rows, flow in slopes.each_batch(sigmas, lambda rows: blurs.at(rows[:, 1])):
                change_of_picture = blurs.at(rows[:, 2]).astype(np.float64) - blurs.at(rows[:, 0])
                total += (flow.gradient * change_of_picture).sum(axis=0, keepdims=True)
                fraction = min(slopes.passes / self.passes(request), 0.999)
                yield Step(
                    fraction,
                    said("{steps} steps", steps=steps),
                    result(total, steps, is_last=False),
                )
            found = result(total, steps, is_last=True)
            if found.completeness_error <= options.tolerance:
                break
        yield Step(1.0, result=found)


class Blurs:
    """The request's input under Gaussian blurs, by the heat equation with mirrored edges.

    Args:
        request: whose input is blurred.
        share: sigma of the strongest blur, as a share of the longer side.

    Attributes:
        strongest: that sigma in pixels.
    """

    def __init__(self, request: Request, share: float) -> None:
        recipe = request.model.manifest.recipe
        self.strongest = share * max(recipe.height, recipe.width)
        self._layout = recipe.layout
        planes = request.tensor[0].astype(np.float64)
        planes = planes if recipe.layout == "nchw" else planes.transpose(2, 0, 1)
        # A grey picture given several times is blurred once.
        is_grey = bool((planes == planes[:1]).all())
        self._waves = Waves(planes[:1] if is_grey else planes)
        self._shape = planes.shape

    def sigmas(self, steps: int) -> Values:
        """(steps, 3) sigma in pixels at begin, middle and end of every step, strongest first."""
        ends = np.linspace(0.0, 1.0, steps + 1)
        times = np.stack([ends[:-1], (ends[:-1] + ends[1:]) / 2, ends[1:]], axis=1)
        return self.strongest * (1.0 - times) ** 2

    def at(self, sigmas: Values) -> Array:
        """(n,) sigmas -> (n, ...) network inputs."""
        blurred = np.stack([self._waves.blurred(float(sigma)) for sigma in sigmas])
        blurred = np.broadcast_to(blurred, (len(sigmas), *self._shape))
        if self._layout == "nhwc":
            blurred = blurred.transpose(0, 2, 3, 1)
        return np.ascontiguousarray(blurred, dtype=np.float32)


class Waves:
    """Pictures as sums of cosines, the modes of diffusion with mirrored edges: each fades alone.

    Args:
        planes: (C, H, W).
    """

    def __init__(self, planes: Values) -> None:
        self._planes = planes
        self._modes = tuple(_cosines(length) for length in planes.shape[1:])
        self._weights = self._modes[0] @ planes @ self._modes[1].T

    def blurred(self, sigma: float) -> Values:
        """(C, H, W) under a Gaussian blur of that many pixels."""
        if sigma == 0.0:
            return self._planes
        down, across = (_faded(modes, sigma) for modes in self._modes)
        return down.T @ self._weights[:, : len(down), : len(across)] @ across


def _faded(modes: Values, sigma: float) -> Values:
    """The modes that a blur does not wipe out, times what it leaves of them."""
    left = np.exp(-0.5 * (sigma * np.pi * np.arange(len(modes)) / len(modes)) ** 2)
    return (modes * left[:, None])[left > _GONE]


@lru_cache(maxsize=4)
def _cosines(length: int) -> Values:
    """(length, length) orthonormal cosine transform (DCT-II), a mode per row, slowest first."""
    places = np.pi * (np.arange(length) + 0.5) / length
    modes = np.cos(np.arange(length)[:, None] * places) * np.sqrt(2.0 / length)
    modes[0] = np.sqrt(1.0 / length)
    return modes


def _quadrature(options: BlurIgOptions) -> Quadrature:
    return Quadrature(options.steps, options.max_steps, options.tolerance)


def _conventions(
    options: BlurIgOptions, sigma: float, steps: int, start: float, notes: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "baseline": said(
            "the picture itself, blurred with sigma {sigma:.3g} px, edges mirrored", sigma=sigma
        ),
        "baseline score": f"{start:.6g}",
        "steps": said(
            "{steps}, midpoint rule, sigma = {sigma:.3g} px x (1 - t)^2", steps=steps, sigma=sigma
        ),
        "channels": said("signed sum, so that the map adds up"),
        **({"rule": joined("; ", notes)} if notes else {}),
    }
