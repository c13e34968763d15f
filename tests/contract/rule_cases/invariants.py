# ruff: noqa: D403 - formulas keep their letters
"""Laws that gradients obey whatever the numbers, each a function of a `RuleTrial` that asserts."""

from collections.abc import Callable

import numpy as np

from tests.support.rule_trial import Invariant, RuleTrial

RTOL, ATOL = 3e-4, 3e-5


def close(a: np.ndarray | float, b: np.ndarray | float) -> None:
    """Equal to single precision, sums of a few hundred products included."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    np.testing.assert_allclose(a, b, rtol=RTOL, atol=ATOL * max(1.0, float(np.abs(b).max())))


def place_by_place(trial: RuleTrial) -> None:
    """An element-wise operator: silencing half of the seed silences exactly those places."""
    heard = np.arange(trial.g.size).reshape(trial.g.shape) % 2
    whole, half = trial.gradients()[0], trial.gradients(trial.g * heard)[0]

    np.testing.assert_array_equal(half, whole * heard)


def monotone(trial: RuleTrial) -> None:
    """A function that never falls: the gradient never has the seed's opposite sign."""
    assert (trial.gradients()[0] * trial.g >= 0).all()


def conserving(trial: RuleTrial) -> None:
    """What only moves or averages values loses no adjoint: the sums over dx and g agree."""
    close(sum(d.sum(dtype=np.float64) for d in trial.gradients()), trial.g.sum(dtype=np.float64))


def homogeneous(degree: float) -> Invariant:
    """Euler: f(t x) = t^k f(x) in the inputs asked for together, so sum(x dx) = k sum(g y)."""

    def euler(trial: RuleTrial) -> None:
        pairs = zip(trial.case.wrt, trial.gradients(), strict=True)
        total = sum((trial.inputs[i].astype(np.float64) * d).sum() for i, d in pairs)
        close(total, degree * (trial.g.astype(np.float64) * trial.output()).sum())

    return _named(euler, f"homogeneous of degree {degree}")


def linear_in_each(*positions: int) -> Invariant:
    """Euler of degree 1 in each of these inputs alone (where asked for)."""

    def euler(trial: RuleTrial) -> None:
        gy = (trial.g.astype(np.float64) * trial.output()).sum()
        for i, d in zip(trial.case.wrt, trial.gradients(), strict=True):
            if i in positions:
                close((trial.inputs[i].astype(np.float64) * d).sum(), gy)

    return _named(euler, "linear in each operand")


def mirrored(sign: float) -> Invariant:
    """The slope is even (1) or odd (-1) in x."""

    def mirror(trial: RuleTrial) -> None:
        close(trial.gradients(inputs=[-trial.inputs[0]])[0], sign * trial.gradients()[0])

    return _named(mirror, "even slope" if sign > 0 else "odd slope")


def slopes_add_to_one(trial: RuleTrial) -> None:
    """f(x) - f(-x) = x, so f'(x) + f'(-x) = 1: Softplus and the gated units."""
    both = trial.gradients()[0] + trial.gradients(inputs=[-trial.inputs[0]])[0]
    close(both, trial.g)


def blind_to_shift(axis_of: Callable[[RuleTrial], tuple[int, ...]]) -> Invariant:
    """y stays when x moves by a constant along some axes: dx sums to 0 along them."""

    def shift(trial: RuleTrial) -> None:
        close(trial.gradients()[0].sum(axis=axis_of(trial), dtype=np.float64), 0.0)

    return _named(shift, "blind to shift")


def batch_is_loop(trial: RuleTrial) -> None:
    """Images do not see each other: a batch of two is two batches of one.

    Inputs listed in the case's `batch` are cut along axis 0; the gradients of all others add up.
    """
    case = trial.case
    whole = trial.gradients()
    singles = []
    for n in range(len(trial.g)):
        cut = [v[n : n + 1] if i in case.batch else v for i, v in enumerate(trial.inputs)]
        singles.append(trial.gradients(trial.g[n : n + 1], cut))
    for position, i in enumerate(case.wrt):
        parts = [single[position] for single in singles]
        close(whole[position], np.concatenate(parts) if i in case.batch else np.sum(parts, axis=0))


def independent_of_input(trial: RuleTrial) -> None:
    """A linear operator: its gradient by input 0 is the same wherever the input lies."""
    moved = trial.gradients(inputs=[trial.inputs[0] + 1])[0]

    close(moved, trial.gradients()[0])


def channels_apart(trial: RuleTrial) -> None:
    """Turning the channels of x and of the seed around turns those of dx around."""
    turned = trial.gradients(trial.g[:, ::-1], [trial.inputs[0][:, ::-1], *trial.inputs[1:]])[0]

    close(turned[:, ::-1], trial.gradients()[0])


def _named(function: Invariant, name: str) -> Invariant:
    function.__name__ = name.replace(" ", "_")
    return function
