# ruff: noqa: D403 - formulas keep their letters
"""Gradients of matrix products."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule


@rule("MatMul")
def matmul(ctx: RuleContext, g: str) -> list[str | None]:
    """y = A B: dA = g B^T, dB = A^T g, summed over broadcast batch axes.

    A vector counts as a matrix of one row (A) or one column (B).
    """
    vectors = [len(ctx.shape(ctx.x(i))) == 1 for i in (0, 1)]
    rank = len(ctx.shape(ctx.y())) + sum(vectors)
    new_axes = [a for a, is_new in zip((rank - 2, rank - 1), vectors, strict=True) if is_new]
    if new_axes:
        g = ctx.emitter.axes_op("Unsqueeze", g, new_axes)
    a, b = (
        ctx.emitter.axes_op("Unsqueeze", ctx.x(i), [i]) if vectors[i] else ctx.x(i) for i in (0, 1)
    )
    da = db = None
    if ctx.needs(0):
        turned = _swapped(ctx, b, max(len(ctx.shape(ctx.x(1))), 2))
        da = _unbatched(ctx, ctx.emit("MatMul", g, turned), 0, rank)
    if ctx.needs(1):
        turned = _swapped(ctx, a, max(len(ctx.shape(ctx.x(0))), 2))
        db = _unbatched(ctx, ctx.emit("MatMul", turned, g), 1, rank)
    return [da, db]


@rule("Gemm")
def gemm(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a A' B' + b C (A' = A or A^T): dA' = a g B'^T, dB' = a A'^T g, dC = b g."""
    alpha, beta = ctx.attr("alpha", 1.0), ctx.attr("beta", 1.0)
    turn_a, turn_b = ctx.attr("transA", 0), ctx.attr("transB", 0)
    a, b = ctx.x(0), ctx.x(1)
    da = db = dc = None
    if ctx.needs(0):
        left, right, turn_left, turn_right = (b, g, turn_b, 1) if turn_a else (g, b, 0, 1 - turn_b)
        da = ctx.emit("Gemm", left, right, alpha=alpha, transA=turn_left, transB=turn_right)
    if ctx.needs(1):
        left, right, turn_left, turn_right = (g, a, 1, turn_a) if turn_b else (a, g, 1 - turn_a, 0)
        db = ctx.emit("Gemm", left, right, alpha=alpha, transA=turn_left, transB=turn_right)
    if ctx.needs(2):
        dc = ctx.unbroadcast(ctx.emit("Mul", g, ctx.const(beta)), 2)
    return [da, db, dc]


def _swapped(ctx: RuleContext, tensor: str, rank: int) -> str:
    """The last two axes exchanged."""
    return ctx.emit("Transpose", tensor, perm=[*range(rank - 2), rank - 1, rank - 2])


def _unbatched(ctx: RuleContext, product: str, i: int, rank: int) -> str:
    """Sum a product (rank axes) over the batch axes along which factor i was repeated."""
    own = ctx.shape(ctx.x(i))
    small = own[:-2] if len(own) > 1 else ()
    big = ctx.shape(ctx.y())[: rank - 2]
    lead = len(big) - len(small)
    axes = list(range(lead))
    axes += [a for a in range(lead, len(big)) if small[a - lead] == 1 and big[a] != 1]
    product = ctx.total(product, axes)
    gone = list(range(lead))
    if len(own) == 1:
        gone.append(rank - 2 + i)
    return ctx.emitter.axes_op("Squeeze", product, gone) if gone else product
