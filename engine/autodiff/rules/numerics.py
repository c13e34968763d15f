"""What keeps gradients finite and exact: guarded divisors, single precision in half models.

A slope that does not exist (1 / 0) is taken as 0 everywhere: an infinite number would turn the
zeros around it into NaN and blot out the whole map.
"""

from functools import cached_property

import numpy as np
from onnx import helper

from engine.autodiff.context import RuleContext


def nonzero(ctx: RuleContext, tensor: str) -> str:
    """A divisor of the node's element type with infinity for 0: what it divides becomes 0 there."""
    return _zeros_replaced(ctx, tensor, ctx.dtype)


class Stage:
    """Formulas written in single precision where a model computes in half, else in its own.

    Sums of squares leave the range of float16 at values that are common in activations.

    Args:
        ctx: the node being differentiated.
    """

    def __init__(self, ctx: RuleContext) -> None:
        self.ctx = ctx

    @cached_property
    def is_half(self) -> bool:
        """Whether the node computes in 16 bits."""
        return self.ctx.dtype.itemsize == 2

    @property
    def dtype(self) -> np.dtype:
        """Element type of the formulas."""
        return np.dtype(np.float32) if self.is_half else self.ctx.dtype

    def enter(self, tensor: str) -> str:
        """A tensor of the node in the precision of the formulas."""
        return self._cast(tensor, self.dtype) if self.is_half else tensor

    def leave(self, tensor: str) -> str:
        """A result in the precision of the node."""
        return self._cast(tensor, self.ctx.dtype) if self.is_half else tensor

    def const(self, value: object) -> str:
        """A constant in the precision of the formulas."""
        return self.ctx.emitter.constant(value, self.dtype)

    def mean(self, tensor: str, axes: list[int]) -> str:
        """Mean over axes, which stay with size 1."""
        return self.ctx.emitter.axes_op("ReduceMean", tensor, axes, keepdims=True)

    def nonzero(self, tensor: str) -> str:
        """A divisor with infinity for 0."""
        return _zeros_replaced(self.ctx, tensor, self.dtype)

    def _cast(self, tensor: str, dtype: np.dtype) -> str:
        return self.ctx.emit("Cast", tensor, to=helper.np_dtype_to_tensor_dtype(dtype))


def _zeros_replaced(ctx: RuleContext, tensor: str, dtype: np.dtype) -> str:
    zero, endless = (ctx.emitter.constant(v, dtype) for v in (0.0, np.inf))
    return ctx.emit("Where", ctx.emit("Equal", tensor, zero), endless, tensor)
