# ruff: noqa: D403 - formulas keep their letters
"""Pieces that several rules share: adding at computed places, and products along one axis."""

import numpy as np
from onnx import TensorProto

from engine.autodiff.context import RuleContext


def added(ctx: RuleContext, op: str, shape: str, written: tuple[str, str], **attrs: object) -> str:
    """Zeros, with values added at places; values at the same place sum up.

    Args:
        ctx: the node.
        op: ScatterElements or ScatterND.
        shape: tensor of integers, the dimensions of the result.
        written: (places, values), as the operator takes them.
        attrs: further attributes of the operator.
    """
    places, values = written
    is_half = ctx.dtype == np.float16
    if is_half:  # runtimes add in a scatter from single precision on
        values = ctx.emit("Cast", values, to=TensorProto.FLOAT)
    zero = ctx.emitter.constant([0], np.float32 if is_half else ctx.dtype)
    empty = ctx.emit("Expand", zero, shape)
    filled = ctx.emit(op, empty, places, values, reduction="add", **attrs)
    return ctx.emit("Cast", filled, to=TensorProto.FLOAT16) if is_half else filled


def counted(ctx: RuleContext, size: str) -> str:
    """The integers 0, 1, 2, ... below a size held in a tensor of one element."""
    return ctx.emit("Range", ctx.ints(0), ctx.emitter.reshape(size, []), ctx.ints(1))


def size_along(ctx: RuleContext, tensor: str, axis: int) -> str:
    """Size of a tensor along an axis: an integer tensor (1,), a stored one where it is known."""
    shape = ctx.facts.shape(tensor)
    if shape is not None and isinstance(shape[axis], int):
        return ctx.ints([shape[axis]])
    return ctx.emitter.slice(ctx.emit("Shape", tensor), [axis], [axis + 1], [0])


def along(ctx: RuleContext, g: str, matrix: str, axis: int, rank: int) -> str:
    """g (rank axes) times a matrix (size before, size behind) along one axis."""
    last = rank - 1
    if axis == last:
        return ctx.emit("MatMul", g, matrix)
    if axis == last - 1:
        return ctx.emit("MatMul", ctx.emit("Transpose", matrix, perm=[1, 0]), g)
    swap = list(range(rank))
    swap[axis], swap[last] = last, axis
    product = ctx.emit("MatMul", ctx.emit("Transpose", g, perm=swap), matrix)
    return ctx.emit("Transpose", product, perm=swap)
