"""Rows of poolings; their closed form is the loop over windows."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, SAME, normal
from tests.contract.rule_cases.windows import inside, padding_of, taps
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant


def pool(
    op: str, id_: str, kernel: tuple[int, int] = (3, 3), opset: int = 17, **attrs: object
) -> Case:
    """A pooling of IMAGE."""
    return Case(
        op, [normal(*IMAGE)], {"kernel_shape": kernel, **attrs}, opset=opset, batch=(0,), id=id_
    )


CASES: list[Case] = [
    pool("MaxPool", "apart", (2, 2), strides=[2, 2]),
    pool("MaxPool", "overlapping", strides=[2, 2], pads=[1, 1, 1, 1]),
    pool("MaxPool", "dense", pads=[1, 1, 1, 1]),
    pool("MaxPool", "wide", (6, 6), strides=[2, 2], pads=[2, 2, 2, 2]),
    pool("MaxPool", "ceil", (2, 2), strides=[2, 2], ceil_mode=1),
    pool("MaxPool", "same", strides=[2, 2], **SAME),
    pool("MaxPool", "dilated", (2, 2), dilations=[2, 2]),
    pool("MaxPool", "opset11", (2, 2), opset=11, strides=[2, 2]),
    Case(
        "MaxPool",
        [np.round(normal(*IMAGE))],
        {"kernel_shape": [3, 2], "strides": [2, 2], "pads": [1, 0, 1, 1]},
        kink=True,
        batch=(0,),
        id="ties",
    ),
    pool("AveragePool", "apart", (2, 2), strides=[2, 2]),
    pool("AveragePool", "overlapping", strides=[2, 2], pads=[1, 1, 1, 1]),
    pool("AveragePool", "padding-counts", strides=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1),
    pool("AveragePool", "dense-same", **SAME),
    pool("AveragePool", "same-strided", strides=[2, 2], **SAME),
    pool("AveragePool", "ceil", (2, 2), strides=[2, 2], ceil_mode=1),
    pool("AveragePool", "opset11", (2, 2), opset=11, strides=[2, 2]),
    Case("GlobalAveragePool", [normal(*IMAGE)], batch=(0,)),
    Case("GlobalMaxPool", [normal(*IMAGE)], batch=(0,)),
    Case("GlobalMaxPool", [np.round(normal(*IMAGE))], kink=True, batch=(0,), id="ties"),
]


def _max_pool(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """The first of the largest elements of each window gets the window's g."""
    (x,) = v
    best = np.full(g.shape, -np.inf)
    winner = np.zeros((*g.shape, x.ndim - 2), np.int64)
    for window, _, place in taps(x.shape[2:], g.shape[2:], a["kernel_shape"], a):
        if inside(place, x.shape[2:]):
            at = (..., *window)
            larger = x[(..., *place)] > best[at]
            best[at] = np.where(larger, x[(..., *place)], best[at])
            winner[(slice(None), slice(None), *window)][larger] = place
    dx = np.zeros_like(x)
    for index in np.ndindex(*g.shape):
        dx[(*index[:2], *winner[index])] += g[index]
    return [dx]


def _average_pool(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray]:
    """Every counted element of a window gets g / (elements counted)."""
    (x,) = v
    sizes, kernel = x.shape[2:], a["kernel_shape"]
    pads = padding_of(sizes, kernel, a)
    covered = list(taps(sizes, g.shape[2:], kernel, a))
    counts = np.zeros(g.shape[2:])
    for window, _, place in covered:
        if a.get("count_include_pad", 0):
            shifted = tuple(p + begin for p, (begin, _) in zip(place, pads, strict=True))
            padded = [size + b + e for size, (b, e) in zip(sizes, pads, strict=True)]
            counts[window] += inside(shifted, padded)
        else:
            counts[window] += inside(place, sizes)
    dx = np.zeros_like(x)
    for window, _, place in covered:
        if inside(place, sizes):
            dx[(..., *place)] += g[(..., *window)] / counts[window]
    return [dx]


def _global_max_pool(
    v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray]:
    """The first of the largest elements of each channel gets its g."""
    dx = np.zeros_like(v[0])
    for n, c in np.ndindex(*v[0].shape[:2]):
        dx[n, c].flat[int(np.argmax(v[0][n, c]))] = g[n, c].item()
    return [dx]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "MaxPool": _max_pool,
    "AveragePool": _average_pool,
    "GlobalAveragePool": lambda v, a, g: [np.broadcast_to(g / np.prod(v[0].shape[2:]), v[0].shape)],
    "GlobalMaxPool": _global_max_pool,
}

INVARIANTS: dict[str, list[Invariant]] = {
    "MaxPool": [law.homogeneous(1), law.conserving, law.channels_apart],
    "AveragePool": [law.homogeneous(1), law.channels_apart],
    "GlobalAveragePool": [law.homogeneous(1), law.conserving, law.channels_apart],
    "GlobalMaxPool": [law.homogeneous(1), law.conserving, law.channels_apart],
}
