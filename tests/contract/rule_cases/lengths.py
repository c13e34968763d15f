"""Rows of normalisations and poolings by p-norms, and of local response normalisation."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, SAME, normal, positive
from tests.contract.rule_cases.windows import inside, taps
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial


def lp_pool(id_: str, kernel: tuple[int, int] = (3, 3), opset: int = 17, **attrs: object) -> Case:
    """A pooling of IMAGE."""
    attrs = {"kernel_shape": kernel, **attrs}
    return Case("LpPool", [normal(*IMAGE)], attrs, opset=opset, batch=(0,), id=id_)


_GLOBAL = {"newest": "ONNX Runtime has no GlobalLpPool of operator set 22", "batch": (0,)}

CASES: list[Case] = [
    *(
        Case("LRN", [3 * normal(2, 5, 3, 2)], attrs, batch=(0,), id=f"size{attrs['size']}")
        for attrs in (
            {"size": 1, "alpha": 0.5},
            {"size": 3, "alpha": 0.5, "beta": 0.6, "bias": 2.0},
            {"size": 5, "alpha": 0.9},
        )
    ),
    Case("LRN", [normal(2, 6, 5, 1)], {"size": 3, "alpha": 1.0}, opset=26, id="opset26"),
    *(
        Case(
            "LpNormalization",
            [np.copysign(positive(2, 3, 4), normal(2, 3, 4))],
            {"p": p, "axis": axis},
            id=f"p{p}-axis{axis}",
            )
        for p in (1, 2)
        for axis in (-1, 1)
    ),
    Case("LpNormalization", [normal(3, 5)], batch=(0,)),
    Case("LpNormalization", [normal(3, 5)], {"axis": 0}, opset=26, id="opset26"),
    Case("LpNormalization", [np.zeros((2, 3), np.float32)], kink=True, id="nothing"),
    lp_pool("apart", (2, 2), strides=[2, 2]),
    Case(
        "LpPool",
        [np.copysign(positive(*IMAGE), normal(*IMAGE))],
        {"kernel_shape": [2, 3], "strides": [1, 2], "p": 1},
        batch=(0,),
        id="p1",
    ),
    lp_pool("p3", strides=[2, 2], pads=[1, 1, 1, 1], p=3),
    lp_pool("dense-same", **SAME),
    lp_pool("valid", auto_pad="VALID", strides=[2, 1]),
    lp_pool("dilated", (2, 2), opset=18, dilations=[2, 2]),
    # The reference evaluator leaves out the windows that ceil_mode adds.
    Case(
        "LpPool",
        [np.copysign(positive(*IMAGE), normal(*IMAGE))],
        {"kernel_shape": [2, 2], "strides": [2, 2], "ceil_mode": 1},
        opset=18,
        batch=(0,),
        single=True,
        step=1e-2,
        tolerance=5e-3,
        id="ceil",
    ),
    lp_pool("opset26", (2, 2), opset=26, strides=[2, 2]),
    Case(
        "LpPool", [np.zeros((1, 1, 4, 4), np.float32)], {"kernel_shape": [2, 2]}, kink=True,
        id="nothing",
    ),
    Case("GlobalLpPool", [normal(*IMAGE)], **_GLOBAL),
    Case(
        "GlobalLpPool", [np.copysign(positive(*IMAGE), normal(*IMAGE))], {"p": 1}, id="p1",
        **_GLOBAL,
    ),
    Case("GlobalLpPool", [normal(2, 3, 5)], {"p": 3}, id="p3", **_GLOBAL),
]  # fmt: skip


def _lrn(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """Channel by channel: each divides itself, and all whose window it lies in."""
    (x,) = v
    alpha, beta, size = a.get("alpha", 1e-4), a.get("beta", 0.75), a["size"]
    count = x.shape[1]
    windows = [
        range(max(0, c - (size - 1) // 2), min(count, c + size // 2 + 1)) for c in range(count)
    ]
    dx = np.zeros_like(x)
    for c, window in enumerate(windows):
        divisor = a.get("bias", 1.0) + alpha / size * (x[:, window] ** 2).sum(axis=1)
        dx[:, c] += g[:, c] * divisor**-beta
        for other in window:
            steep = 2 * alpha * beta / size * x[:, other] * x[:, c]
            dx[:, other] -= g[:, c] * steep * divisor ** (-beta - 1)
    return [dx]


def _lp_normalization(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray]:
    """Vector by vector by the Jacobian of x / |x|."""
    axis, p = a.get("axis", -1), a.get("p", 2)
    x, g = (np.moveaxis(t, axis, -1) for t in (v[0], g))
    dx = np.zeros_like(x)
    for index in np.ndindex(*x.shape[:-1]):
        length = np.linalg.norm(x[index], ord=p)
        if length:
            slope = np.sign(x[index]) if p == 1 else x[index] / length
            jacobian = np.eye(len(slope)) / length - np.outer(x[index], slope) / length**2
            dx[index] = g[index] @ jacobian
    return [np.moveaxis(dx, -1, axis)]


def _lp_pool(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """Window by window."""
    (x,), p = v, a.get("p", 2)
    sizes, kernel = x.shape[2:], a.get("kernel_shape", v[0].shape[2:])
    covered = [t for t in taps(sizes, g.shape[2:], kernel, a) if inside(t[2], sizes)]
    sums = np.zeros_like(g)
    for window, _, place in covered:
        sums[(..., *window)] += np.abs(x[(..., *place)]) ** p
    share = np.where(sums > 0, g * np.where(sums > 0, sums, 1) ** (1 / p - 1), 0)
    dx = np.zeros_like(x)
    for window, _, place in covered:
        value = x[(..., *place)]
        dx[(..., *place)] += share[(..., *window)] * np.sign(value) * np.abs(value) ** (p - 1)
    return [dx]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "LRN": _lrn,
    "LpNormalization": _lp_normalization,
    "LpPool": _lp_pool,
    "GlobalLpPool": _lp_pool,
}


def _channels_far_apart_do_not_meet(trial: RuleTrial) -> None:
    """A seed in the first channel reaches the window around it and no further."""
    g = np.zeros_like(trial.g)
    g[:, 0] = 1
    reached = (trial.gradients(g)[0] != 0).any(axis=(0, *range(2, g.ndim)))
    assert reached.sum() == trial.case.attrs["size"] // 2 + 1


INVARIANTS: dict[str, list[Invariant]] = {
    "LRN": [law.mirrored(1), _channels_far_apart_do_not_meet],
    "LpNormalization": [law.homogeneous(0)],
    "LpPool": [law.homogeneous(1), law.channels_apart],
    "GlobalLpPool": [law.homogeneous(1), law.channels_apart],
}
