"""Rows of convolutions; their closed form is the loop over windows and kernel elements."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, SAME, normal
from tests.contract.rule_cases.windows import inside, taps
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant


def conv(
    id_: str, group: int = 1, kernel: tuple[int, int] = (3, 3), opset: int = 17, **attrs: object
) -> Case:
    """A convolution of IMAGE with a bias."""
    weight = normal(6 if group == 1 else 2 * group, 4 // group, *kernel)
    inputs = [normal(*IMAGE), weight, normal(len(weight))]
    return Case(
        "Conv", inputs, {"group": group, **attrs}, (1, 2), (0, 2), opset=opset, batch=(0,), id=id_
    )


CASES: list[Case] = [
    conv("plain"),
    conv("pads", pads=[1, 2, 0, 1]),
    conv("pads-wider-than-kernel", kernel=(2, 2), pads=[2, 2, 3, 2]),
    conv("stride-remainder", strides=[2, 3]),
    conv("stride-pads", strides=[2, 2], pads=[1, 1, 1, 1]),
    conv("dilated", dilations=[2, 2], pads=[2, 2, 2, 2]),
    conv("dilated-strided", dilations=[2, 1], strides=[2, 2], pads=[1, 0, 1, 1]),
    conv("groups", group=2, pads=[1, 1, 1, 1]),
    conv("depthwise", group=4, pads=[1, 1, 1, 1]),
    Case(
        "Conv",
        [normal(*IMAGE), normal(4, 1, 3, 3)],
        {"group": 4, "strides": [2, 2], "pads": [1, 1, 1, 1]},
        (1,),
        batch=(0,),
        id="depthwise-strided",
    ),
    conv("pointwise", kernel=(1, 1)),
    conv("pointwise-strided", kernel=(1, 1), strides=[2, 2]),
    conv("same-upper", **SAME, strides=[2, 2]),
    conv("same-lower", auto_pad="SAME_LOWER", strides=[2, 2]),
    conv("same-upper-even-kernel", kernel=(2, 4), **SAME),
    conv("valid", auto_pad="VALID", strides=[2, 1]),
    conv("opset11", opset=11, strides=[2, 2], pads=[1, 1, 1, 1]),
    Case(
        "Conv",
        [normal(2, 3, 9), normal(4, 3, 3)],
        {"strides": [2]},
        (1,),
        batch=(0,),
        id="one-dimension",
    ),
    Case(
        "Conv",
        [normal(2, 2, 5, 4, 3), normal(3, 2, 2, 2, 2)],
        {"strides": [2, 1, 1], "pads": [0, 1, 0, 1, 0, 1]},
        (1,),
        batch=(0,),
        id="three-dimensions",
    ),
]


def _conv(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    """Spread every g over the places its window read, times the weight that read them."""
    x, w = v[:2]
    group = a.get("group", 1)
    per_group = w.reshape(group, -1, *w.shape[1:])
    dx = np.zeros((x.shape[0], group, x.shape[1] // group, *x.shape[2:]))
    g_groups = g.reshape(g.shape[0], group, -1, *g.shape[2:])
    for window, element, place in taps(x.shape[2:], g.shape[2:], w.shape[2:], a):
        if inside(place, x.shape[2:]):
            at, kernel = g_groups[(..., *window)], per_group[(..., *element)]
            dx[(..., *place)] += np.einsum("ngm,gmc->ngc", at, kernel)
    return [dx.reshape(x.shape), None, _per_channel(g)]


def _per_channel(g: np.ndarray) -> np.ndarray:
    return g.sum(axis=(0, *range(2, g.ndim)))


CLOSED_FORMS: dict[str, ClosedForm] = {"Conv": _conv}


INVARIANTS: dict[str, list[Invariant]] = {
    "Conv": [law.homogeneous(1), law.independent_of_input],
}
