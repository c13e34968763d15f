# ruff: noqa: D403 - formulas keep their letters
"""The formula that layer, group, instance and mean-variance normalisation share.

n = (x - mean) r with r = 1 / sqrt(variance + epsilon), over some axes (Ba et al. 2016, arXiv
1607.06450; Wu & He 2018, arXiv 1803.08494). Mean and variance depend on x, so
dx = r (d - mean(d) - n mean(d n)) for the adjoint d of n.
"""

from engine.autodiff.rules.numerics import Stage


def standardised(stage: Stage, x: str, axes: list[int], epsilon: float) -> tuple[str, str]:
    """(n, r) of x, computed again; where epsilon is 0 and nothing varies, r = 0.

    Args:
        stage: precision of x and of the result.
        x: tensor in that precision.
        axes: those that mean and variance are taken over, none negative.
        epsilon: added to the variance.
    """
    emit = stage.ctx.emit
    centred = emit("Sub", x, stage.mean(x, axes))
    variance = stage.mean(emit("Mul", centred, centred), axes)
    if epsilon > 0:
        spread = emit("Sqrt", emit("Add", variance, stage.const(epsilon)))
    else:
        spread = stage.nonzero(emit("Sqrt", variance))
    r = emit("Reciprocal", spread)
    return emit("Mul", centred, r), r


def through_standardisation(stage: Stage, d: str, parts: tuple[str, str], axes: list[int]) -> str:
    """dx = r (d - mean(d) - n mean(d n)), for parts = (n, r) and the adjoint d of n."""
    emit = stage.ctx.emit
    n, r = parts
    along = emit("Mul", n, stage.mean(emit("Mul", d, n), axes))
    rest = emit("Sub", emit("Sub", d, stage.mean(d, axes)), along)
    return emit("Mul", r, rest)
