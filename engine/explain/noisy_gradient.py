r"""SmoothGrad, SmoothGrad-squared and VarGrad: statistics of the gradient under noise on the image.

The noise is Gaussian; its standard deviation is a share of the image's own range in the network's
units. Mean and central moments grow sample by sample in double precision, so that the result does
not depend on how samples were split into batches; after every `ROUND` samples the standard error
decides whether more are needed.

References:
    Smilkov et al., SmoothGrad, 2017, arXiv:1706.03825.
    Hooker et al., A Benchmark for Interpretability Methods in Deep Neural Networks, 2019,
    arXiv:1806.10758 (SmoothGrad-squared).
    Adebayo et al., Local Explanation Methods for Deep Neural Networks Lack Sensitivity to
    Parameter Values, 2018, arXiv:1810.03307 (VarGrad).
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, Backward, backward_to, score_of
from engine.explain.explanation import Request
from engine.explain.gradient import REDUCED, UNSIGNED, InputGradient, layer_notes, rule_conventions
from engine.explain.result import Outcome, explained, plane_of
from engine.explain.slopes import Rows, Slopes
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

Plane = NDArray[np.float64]

# Samples between two looks at the standard error: fixed, so that batches decide nothing.
ROUND = 16
NOT_CONVERGED = (
    "not converged: the standard error is {share:.1%} of the map's spread after {samples} samples"
)
NO_NOISE = said(
    "there is no noise (sigma is 0, or the image is flat): every sample is the image itself"
)


@dataclass(frozen=True)
class NoiseOptions:
    """Options of the noisy gradients."""

    sigma: float = option(
        0.15, "standard deviation of the noise, share of the image's range", low=0.0, high=1.0
    )
    samples: int = option(256, "noisy images at most", low=1, high=4096)
    tolerance: float = option(
        0.25,
        "standard error, share of the map's spread, at which no more are taken",
        low=0.0,
        high=1,
    )


@dataclass(frozen=True)
class SmoothGradOptions(NoiseOptions):
    """Options of SmoothGrad."""

    channels: str = option(
        "sum", "how the channels of a pixel become one number", choices=tuple(REDUCED)
    )


class Moments:
    """Mean and central moments of arrays that come one by one (Pébay's update formulas).

    Args:
        shape: of every array.

    Attributes:
        count: arrays so far.
        mean: their mean, float64; of equal arrays exactly that array.

    References:
        Pébay, Formulas for robust, one-pass parallel computation of covariances and arbitrary-order
        statistical moments, Sandia report SAND2008-6212, 2008, equations 2.1 to 2.9.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.count = 0
        self.mean = np.zeros(shape)
        self._sums = np.zeros((3, *shape))  # of the second, third and fourth powers

    def add(self, array: Array) -> None:
        """One more."""
        before, self.count = self.count, self.count + 1
        n, (second, third, fourth) = self.count, self._sums
        delta = array - self.mean
        step = delta / n
        term = delta * step * before
        fourth += term * step**2 * (n**2 - 3 * n + 3) + 6 * step**2 * second - 4 * step * third
        third += term * step * (n - 2) - 3 * step * second
        second += term
        self.mean += step

    def central(self, order: int) -> Plane:
        """The second, third or fourth central moment (divided by the count)."""
        return self._sums[order - 2] / self.count


class SmoothGrad(InputGradient):
    r"""SmoothGrad: the mean gradient over noisy copies of the image.

    .. math:: \frac1n \sum_s \nabla y_c(x + \epsilon_s), \quad \epsilon_s \sim N(0, \sigma^2)
    """

    id: ClassVar[str] = "smooth-grad"
    name: ClassVar[str] = "SmoothGrad"
    is_deterministic: ClassVar[bool] = False
    cost: ClassVar[str] = "samples x (1 forward + 1 backward), fewer when converged"
    reference: ClassVar[str] = "Smilkov et al., arXiv:1706.03825, 2017"
    definition: ClassVar[str] = "mean over noise of d(logit)/dx at x + noise"
    options: ClassVar[type] = SmoothGradOptions

    def passes(self, request: Request) -> int:
        """All samples forward and back, and the image itself."""
        return 2 * read_options(self.id, self.options, request.options).samples + 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        yield Step(0.0, said("preparing the way back"))
        backward = backward_to(request.model, request.model.facts.input_name)
        work = _Noisy(self, request, options, backward)
        yield from work.steps()

    def statistic(self, found: Moments) -> Plane:
        """The map, channel by channel."""
        return found.mean

    def error(self, found: Moments) -> Plane:
        """Standard error of `statistic`."""
        return np.sqrt(found.central(2) / max(found.count - 1, 1))

    def conventions(self, options: Any) -> dict[str, str]:
        """What the numbers mean."""
        return REDUCED[options.channels]


class SmoothGradSquared(SmoothGrad):
    r"""SmoothGrad-squared: the mean squared gradient over noisy copies of the image.

    .. math:: \frac1n \sum_s (\nabla y_c(x + \epsilon_s))^2
    """

    id: ClassVar[str] = "smooth-grad-squared"
    name: ClassVar[str] = "SmoothGrad squared"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Hooker et al., arXiv:1806.10758, 2019"
    definition: ClassVar[str] = "mean over noise of (d(logit)/dx)^2 at x + noise"
    options: ClassVar[type] = NoiseOptions

    def statistic(self, found: Moments) -> Plane:
        """E g^2 = variance + mean^2."""
        return found.central(2) + found.mean**2

    def error(self, found: Moments) -> Plane:
        """From Var g^2 = E g^4 - (E g^2)^2."""
        mean, second = found.mean, found.central(2)
        fourth = found.central(4) + 4 * mean * found.central(3) + 6 * mean**2 * second + mean**4
        variance = np.maximum(fourth - self.statistic(found) ** 2, 0.0)
        return np.sqrt(variance / max(found.count - 1, 1))

    def conventions(self, options: Any) -> dict[str, str]:
        """Squares are added."""
        return {"channels": said("squared per channel, then summed"), "sign": UNSIGNED}


class VarGrad(SmoothGrad):
    r"""VarGrad: the variance of the gradient over noisy copies of the image.

    .. math:: \mathrm{Var}_s \nabla y_c(x + \epsilon_s)

    Divided by the number of samples: it is SmoothGrad-squared less the square of SmoothGrad.
    """

    id: ClassVar[str] = "var-grad"
    name: ClassVar[str] = "VarGrad"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Adebayo et al., arXiv:1810.03307, 2018"
    definition: ClassVar[str] = "variance over noise of d(logit)/dx at x + noise"
    options: ClassVar[type] = NoiseOptions

    def statistic(self, found: Moments) -> Plane:
        """The second central moment."""
        return found.central(2)

    def error(self, found: Moments) -> Plane:
        """From Var (g - mean)^2 = fourth central moment - variance^2."""
        variance = np.maximum(found.central(4) - found.central(2) ** 2, 0.0)
        return np.sqrt(variance / max(found.count - 1, 1))

    def conventions(self, options: Any) -> dict[str, str]:
        """Variances are added."""
        return {
            "channels": said("variance per channel (divided by the samples), then summed"),
            "sign": UNSIGNED,
        }


class _Noisy:
    """One run of a noisy gradient.

    Args:
        method: whose statistic is drawn.
        request: what was asked.
        options: the options used.
        backward: from the input to the logits and back to it.
    """

    def __init__(
        self, method: SmoothGrad, request: Request, options: NoiseOptions, backward: Backward
    ) -> None:
        self.method, self.request, self.options = method, request, options
        self.backward = backward
        self.started = time.perf_counter()
        self.moments = Moments(request.tensor.shape)
        self.sigma = options.sigma * float(np.ptp(request.tensor))

    def steps(self) -> Iterator[Step]:
        """The samples round by round; partial maps after every run."""
        self.backward.open()
        yield Step(0.0, said("running forward and back"))
        clean = self.backward.run_request(self.request)
        yield Step(0.0, said("measuring how fast the model runs"))
        self.score = float(score_of(self.request, clean.logits)[0])
        self.provider, self.rule = clean.provider, rule_conventions(clean)
        if self.sigma == 0.0:
            self.moments.add(clean.gradient)
            yield Step(1.0, result=self._explanation(2, NO_NOISE))
            return
        slopes = Slopes(self.request, self.backward, self.request.tensor)
        yield from slopes.warm_up()
        rng = np.random.default_rng(self.request.seed)
        most = self.options.samples
        while self.moments.count < most and not self._has_converged():
            count = min(ROUND, most - self.moments.count)
            noise = rng.standard_normal((count, *self.request.tensor.shape[1:]), dtype=np.float32)
            for _, flow in slopes.each_batch(noise, self._noisy):
                for gradient in flow.gradient:
                    self.moments.add(gradient[None])
                done = self.moments.count
                partial = self._explanation(slopes.passes + 2)
                yield Step(
                    min(done / most, 0.99),
                    said("sample {done} of at most {most}", done=done, most=most),
                    partial,
                )
        missed = () if self._has_converged() else (self._missed(),)
        yield Step(1.0, result=self._explanation(slopes.passes + 2, *missed))

    def _noisy(self, noise: Rows) -> Array:
        return self.request.tensor + np.float32(self.sigma) * noise

    def _has_converged(self) -> bool:
        """Whether the error is small beside the map, after two rounds at least."""
        if self.moments.count < 2 * ROUND:
            return False
        return self._error() <= self.options.tolerance * self._spread()

    def _missed(self) -> str:
        share = self._error() / max(self._spread(), np.finfo(np.float64).tiny)
        return said(NOT_CONVERGED, share=share, samples=self.moments.count)

    def _map(self) -> Plane:
        return plane_of(self.request, self.method.statistic(self.moments), self._reduction())

    def _spread(self) -> float:
        return float(self._map().std())

    def _error(self) -> float:
        """Mean over pixels; over channels as if all erred alike, which is never too small."""
        error = self.method.error(self.moments)
        return float(plane_of(self.request, error, self._reduction()).mean())

    def _reduction(self) -> str:
        return getattr(self.options, "channels", "sum")

    def _explanation(self, passes: int, *notes: str) -> Any:
        error, taken = self._error(), self.moments.count
        conventions = (
            self.method.conventions(self.options)
            | self.rule
            | {
                "noise": said(
                    "Gaussian, standard deviation {sigma:.6g} in the network's units, "
                    "{sigma_2:g} of the image's range",
                    sigma=self.sigma,
                    sigma_2=self.options.sigma,
                ),
                "samples": said(
                    "{taken} taken, {allowed} allowed", taken=taken, allowed=self.options.samples
                ),
            }
        )
        outcome = Outcome(
            self._map(),
            self.score,
            self.provider,
            passes,
            conventions,
            (*layer_notes(self.request), *notes),
            standard_error=error,
        )
        return explained(self.method, self.request, self.options, outcome, self.started)
