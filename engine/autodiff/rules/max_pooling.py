# ruff: noqa: D403 - formulas keep their letters
"""Gradient of MaxPool: to the first maximum of every window, in row-major order.

The textbook form asks the node for its optional output Indices and adds g there. In ONNX Runtime
that output turns the fast kernel off, and the scatter runs on one core. Where sizes are known the
gradient is therefore written axis by axis, in element-wise operators alone: a window's maximum is
the maximum over its rows of each row's maximum, and the first place in row-major order is the
first place in the first such row.
"""

import numpy as np
from onnx import TensorProto

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.rectifiers import above_zero
from engine.autodiff.rules.spreading import at_strides, windows_of
from engine.graph.windows import Windows
from engine.language import said

# The node count grows with the window; beyond this the scatter wins.
_WIDEST_WINDOW = 5


@rule("MaxPool")
def max_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g at the place each window took its maximum from, summed where windows overlap."""
    if ctx.attr("storage_order", 0):
        ctx.refuse(said("column-major indices are not supported"))
    kernel = tuple(ctx.attr("kernel_shape"))
    spatial = ctx.shape(ctx.x())[2:]
    if not all(isinstance(d, int) for d in spatial):
        return [_scattered(ctx, g)]
    windows = windows_of(ctx, kernel)
    if set(kernel) == {1} and not any((*windows.begins, *windows.ends)):
        return [at_strides(ctx, g, windows)]
    if max(kernel) > _WIDEST_WINDOW or set(windows.dilations) != {1}:
        return [_scattered(ctx, g)]
    return [_by_axes(ctx, g, windows)]


def _scattered(ctx: RuleContext, g: str) -> str:
    """g added at the node's own Indices, which count through the whole flattened batch.

    MaxUnpool is not used: it overwrites instead of adding where windows overlap.
    """
    is_half = ctx.dtype == np.float16
    if is_half:  # the scatter's sum exists from single precision on
        g = ctx.emit("Cast", g, to=TensorProto.FLOAT)
    flat = ctx.ints([-1])
    size = ctx.emit("Reshape", ctx.emit("Size", ctx.x()), flat)
    zero = ctx.emitter.constant([0], np.float32 if is_half else ctx.dtype)
    empty = ctx.emit("Expand", zero, size)
    places = ctx.emit("Reshape", ctx.y(1), flat)
    values = ctx.emit("Reshape", g, flat)
    filled = ctx.emit("ScatterElements", empty, places, values, axis=0, reduction="add")
    dx = ctx.like(filled, ctx.x())
    return ctx.emit("Cast", dx, to=TensorProto.FLOAT16) if is_half else dx


def _by_axes(ctx: RuleContext, g: str, windows: Windows) -> str:
    """One step per axis that windows extend along: from the last to the first, and back again."""
    count = len(windows.kernel)
    places = ctx.fixed(ctx.y(), range(2, 2 + count))
    axes = [a for a in range(count) if (windows.kernel[a], windows.strides[a]) != (1, 1)]
    steps, data = [], ctx.x()
    for a in reversed(axes):
        step = _Step(ctx, windows, a, ctx.shape(ctx.x())[2 + a], places[a:])
        data = step.forward(data, ctx.y() if a == axes[0] else None)
        steps.append(step)
    for step in reversed(steps):
        g = step.backward(g)
    return g


class _Step:
    """MaxPool along one axis, with k places per window, and its gradient.

    Args:
        ctx: the node.
        windows: its windows.
        axis: spatial axis, from 0.
        size: places of the data along it.
        places: windows along it, and along the axes behind it, which are pooled already.
    """

    def __init__(
        self, ctx: RuleContext, windows: Windows, axis: int, size: int, places: tuple[int, ...]
    ) -> None:
        self.ctx = ctx
        self.rank = 2 + len(windows.kernel)
        self.axis = 2 + axis
        self.k, self.stride = windows.kernel[axis], windows.strides[axis]
        self.begin, self.size = windows.begins[axis], size
        self.count, self.behind = places[0], places[1:]
        # Places that the windows reach over, with the data whole among them.
        self.total = max((self.count - 1) * self.stride + self.k, self.begin + size)

    def forward(self, x: str, result: str | None) -> str:
        """Pool x along the axis; `result` is what comes out where a tensor holds it already."""
        x = self._padded(x, self.begin, self.total - self.begin - self.size, -np.inf)
        self.prefixes = [self._pooled(x, j + 1) for j in range(self.k - 1)]
        self.maximum = self._pooled(x, self.k) if result is None else result
        return self.maximum

    def backward(self, g: str) -> str:
        """t_j = g where the maximum comes after place j; place j gets t_(j-1) - t_j."""
        ctx, later, shares = self.ctx, g, []
        for prefix in self.prefixes:
            rest = ctx.emit("Mul", g, above_zero(ctx, ctx.emit("Sub", self.maximum, prefix)))
            shares.append(ctx.emit("Sub", later, rest))
            later = rest
        return self._put_back([*shares, later])

    def _pooled(self, x: str, k: int) -> str:
        """Maxima of the first k places of every window."""
        shape, strides = [1] * (self.rank - 2), [1] * (self.rank - 2)
        shape[self.axis - 2], strides[self.axis - 2] = k, self.stride
        pooled = self.ctx.emit("MaxPool", x, kernel_shape=shape, strides=strides)
        if (self.total - k) // self.stride + 1 == self.count:
            return pooled
        return self.ctx.emitter.slice(pooled, [0], [self.count], [self.axis])

    def _put_back(self, shares: list[str]) -> str:
        """Place j of window q lies at q stride + j: sums by j modulo stride are interleaved."""
        ctx, s = self.ctx, self.stride
        length = -(-self.total // s)
        phases = []
        for r in range(min(s, self.k)):
            total = ""
            for t, share in enumerate(shares[r::s]):
                part = self._padded(share, t, length - self.count - t, 0.0)
                total = ctx.emit("Add", total, part) if total else part
            phases.append(total)
        dx = self._interleaved(phases, length) if s > 1 else phases[0]
        if self.begin == 0 and s * length == self.size:
            return dx
        return ctx.emitter.slice(dx, [self.begin], [self.begin + self.size], [self.axis])

    def _interleaved(self, phases: list[str], length: int) -> str:
        """Phase r at places r, r + stride, ...; phases that no window reaches are zero."""
        emitter, new = self.ctx.emitter, self.axis + 1
        parts = [emitter.axes_op("Unsqueeze", phase, [new]) for phase in phases]
        joined = self.ctx.emit("Concat", *parts, axis=new) if len(parts) > 1 else parts[0]
        if len(phases) < self.stride:
            pads = [0] * (2 * (self.rank + 1))
            pads[new + self.rank + 1] = self.stride - len(phases)
            joined = emitter.pad(joined, pads)
        return emitter.reshape(joined, [0] * self.axis + [self.stride * length, *self.behind])

    def _padded(self, x: str, before: int, behind: int, value: float) -> str:
        if not before and not behind:
            return x
        pads = [0] * (2 * self.rank)
        pads[self.axis], pads[self.axis + self.rank] = before, behind
        fill = [self.ctx.const(value)] if value else []
        return self.ctx.emit("Pad", x, self.ctx.ints(pads), *fill)
