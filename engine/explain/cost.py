"""What an explanation will cost, told before it starts: passes x the measured time of one pass.

Passes are not alike. One way back takes about twice one way forward; one through the tail behind a
layer takes less and is measured by itself. So the estimate is a range, and its words are round.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from engine.explain.batches import batch_size
from engine.explain.explanation import Method, Request
from engine.language import said
from engine.options import read_options

# Methods of so few passes are not worth a measurement, which takes passes itself.
FEW_PASSES = 4
# How much longer or shorter than a batched forward pass the passes of a method take.
_FORWARD_SHARES = (0.5, 2.5)
_BACKWARD_SHARES = (0.7, 3.0)


@runtime_checkable
class TimesItself(Protocol):
    """A method whose passes are not those of the whole network."""

    def seconds_of_pass(self, request: Request) -> float:
        """Measured time of one of its passes."""
        ...


@dataclass(frozen=True)
class Estimate:
    """The expected cost of one request.

    Attributes:
        passes: model runs, at most.
        low: seconds if all goes well.
        high: seconds if it does not; methods that stop when converged may need far less.
    """

    passes: int
    low: float
    high: float

    def words(self) -> str:
        """``about 30 to 60 s: up to 4,000 passes``."""
        passes = (
            said("up to {passes:,} passes", passes=self.passes)
            if self.passes > 1
            else said("1 pass")
        )
        if self.high < 1.0:
            return said("under a second: {passes}", passes=passes)
        low, high = _rounded(self.low), _rounded(self.high)
        if low == high or self.low < 1.0:
            return said("about {duration}: {passes}", duration=_duration(high), passes=passes)
        if high < 120:
            return said("about {low:g} to {high:g} s: {passes}", low=low, high=high, passes=passes)
        return said(
            "about {duration} to {duration_2}: {passes}",
            duration=_duration(low),
            duration_2=_duration(high),
            passes=passes,
        )


def estimated_seconds(
    method: Method, request: Request, seconds_of_pass: float | None = None
) -> Estimate:
    """How long a request will take on this machine.

    Args:
        method: who will work.
        request: what is asked.
        seconds_of_pass: measured time of one run forward, where it is known; else batches are
            measured once per model, unless the method takes `FEW_PASSES` at most and a single run
            is known.

    Raises:
        RequestError: an option or the layer does not fit.
    """
    read_options(method.id, method.options, request.options)
    passes = method.passes(request)
    if isinstance(method, TimesItself):
        seconds_of_pass = method.seconds_of_pass(request)
    elif seconds_of_pass is None or passes > FEW_PASSES:
        model = request.model
        seconds_of_pass = batch_size(model, "scores", model.scores, request.tensor).seconds
    shares = _BACKWARD_SHARES if "gradient" in method.needs else _FORWARD_SHARES
    low, high = (passes * seconds_of_pass * share for share in shares)
    return Estimate(passes, low, high)


def _rounded(seconds: float) -> float:
    """To one digit, or two where the first is a one."""
    if seconds <= 1.0:
        return 1.0
    digits = f"{seconds:.0e}" if f"{seconds:e}"[0] != "1" else f"{seconds:.1e}"
    return float(round(float(digits)))


def _duration(seconds: float) -> str:
    if seconds < 120:
        return said("{seconds:g} s", seconds=seconds)
    return said("{minutes:,} min", minutes=round(seconds / 60))
