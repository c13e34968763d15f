# ruff: noqa: D403 - formulas keep their letters
"""Gradient of Einsum: again an Einsum, of g with the other operands.

The letters of an operand that neither the result nor another operand carries were summed out: there
its gradient is the same everywhere. A letter that an operand carries twice reads a diagonal: there
its gradient is zero elsewhere.
"""

from dataclasses import dataclass

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.placing import counted, size_along

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class _Equation:
    """Letters of every operand and of the result, one per axis; ellipses written out."""

    operands: tuple[str, ...]
    result: str


@rule("Einsum")
def einsum(ctx: RuleContext, g: str) -> list[str | None]:
    """y = sum of products: dx_i = sum of g times the other operands, with i's letters kept."""
    equation = _equation(ctx)
    return [
        _by_operand(ctx, g, equation, i) if ctx.needs(i) else None
        for i in range(len(equation.operands))
    ]


def _by_operand(ctx: RuleContext, g: str, equation: _Equation, i: int) -> str:
    own = equation.operands[i]
    repeated = _repeated_sizes(ctx, equation, i)
    others = [j for j in range(len(equation.operands)) if j != i]
    known = set(equation.result).union(*(_lasting(ctx, equation, j) for j in others))
    kept = [c for c in dict.fromkeys(own) if c in known and c not in repeated]
    left = ",".join((equation.result, *(equation.operands[j] for j in others)))
    dx = g
    if others or equation.result != "".join(kept):
        dx = ctx.emit("Einsum", g, *(ctx.x(j) for j in others), equation=f"{left}->{''.join(kept)}")
    first = [own.index(c) for c in kept]
    # The kept letters in the order of the operand are in their places already; all others are new.
    missing = [axis for axis in range(len(own)) if axis not in first]
    if missing:
        dx = ctx.emitter.axes_op("Unsqueeze", dx, missing)
    if any(own[axis] not in repeated for axis in missing):
        dx = ctx.emit("Expand", dx, ctx.emit("Shape", ctx.x(i)))
    for axis, letter in enumerate(own):
        if own.index(letter) != axis:
            dx = ctx.emit("Mul", dx, _diagonal(ctx, i, (own.index(letter), axis), len(own)))
    return dx


def _lasting(ctx: RuleContext, equation: _Equation, j: int) -> set[str]:
    """Letters along which operand j is more than one element, repeated for the others' sake."""
    sizes = zip(equation.operands[j], ctx.shape(ctx.x(j)), strict=True)
    return {letter for letter, size in sizes if size != 1}


def _repeated_sizes(ctx: RuleContext, equation: _Equation, i: int) -> set[str]:
    """Letters along which operand i has size 1 and was repeated to fit the others."""
    sizes = dict(zip(equation.operands[i], ctx.shape(ctx.x(i)), strict=True))
    found = set()
    for j, letters in enumerate(equation.operands):
        for letter, size in zip(letters, ctx.shape(ctx.x(j)), strict=True):
            if sizes.get(letter) == 1 and size != 1:
                found.add(letter)
    return found


def _diagonal(ctx: RuleContext, i: int, axes: tuple[int, int], rank: int) -> str:
    """1 where the places along two axes of operand i are the same, else 0."""
    numbers = [counted(ctx, size_along(ctx, ctx.x(i), axis)) for axis in axes]
    spread = [
        ctx.emitter.reshape(n, [-1 if a == axis else 1 for a in range(rank)])
        for n, axis in zip(numbers, axes, strict=True)
    ]
    return ctx.number(ctx.emit("Equal", *spread))


def _equation(ctx: RuleContext) -> _Equation:
    text = str(ctx.attr("equation")).replace(" ", "")
    left, arrow, right = text.partition("->")
    terms = left.split(",")
    unused = [c for c in _LETTERS if c not in text]
    ranks = [len(ctx.shape(name)) for name in ctx.node.input]
    widths = [
        rank - len(term.replace("...", "")) if "..." in term else 0
        for term, rank in zip(terms, ranks, strict=True)
    ]
    dots = "".join(unused[: max(widths)])
    operands = tuple(
        term.replace("...", dots[len(dots) - width :])
        for term, width in zip(terms, widths, strict=True)
    )
    if not arrow:
        letters = left.replace(",", "").replace("...", "")
        right = dots + "".join(c for c in sorted(set(letters)) if letters.count(c) == 1)
    return _Equation(operands, right.replace("...", dots))
