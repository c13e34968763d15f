"""Rows of transposed convolutions; their closed form is the loop over inputs and kernel."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import normal
from tests.contract.rule_cases.windows import inside, taps
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

# The reference evaluator fails at some forms; ONNX Runtime has single precision only.
SINGLE = {"single": True, "step": 1.0, "tolerance": 1e-4}


def spread(id_: str, kernel: tuple[int, int] = (3, 3), **attrs: object) -> Case:
    """Four maps of 5 x 4 spread to three."""
    inputs = [normal(2, 4, 5, 4), normal(4, 3, *kernel), normal(3)]
    return Case("ConvTranspose", inputs, attrs, (1, 2), (0, 2), batch=(0,), id=id_, **SINGLE)


CASES: list[Case] = [
    Case(
        "ConvTranspose",
        [normal(2, 3, 4, 4), normal(3, 5, 3, 3), normal(5)],
        {"strides": [2, 2], "pads": [1, 1, 1, 1], "output_padding": [1, 1]},
        (1, 2),
        (0, 2),
        batch=(0,),
    ),
    Case(
        "ConvTranspose",
        [normal(2, 4, 4, 3), normal(4, 2, 2, 3)],
        {"strides": [2, 3], "group": 2, "dilations": [2, 1]},
        (1,),
        batch=(0,),
        single=True,  # the reference evaluator cannot do groups
        step=1.0,
        tolerance=1e-4,
        id="groups",
    ),
    spread("plain"),
    spread("same-upper", strides=[2, 2], auto_pad="SAME_UPPER"),
    spread("same-lower", strides=[2, 2], auto_pad="SAME_LOWER"),
    spread("same-wide-steps", (2, 2), strides=[3, 3], auto_pad="SAME_UPPER"),
    spread("valid", (3, 2), strides=[3, 2], auto_pad="VALID"),
    spread("output-shape", strides=[2, 2], output_shape=[10, 8]),
    spread("output-shape-upper", strides=[2, 2], output_shape=[10, 8], auto_pad="SAME_UPPER"),
    spread("output-shape-lower", strides=[2, 2], output_shape=[10, 8], auto_pad="SAME_LOWER"),
    spread("dilated-pads", strides=[2, 1], dilations=[2, 1], pads=[1, 0, 2, 1]),
    Case(
        "ConvTranspose",
        [normal(2, 4, 5), normal(4, 3, 3)],
        {"strides": [2]},
        (1,),
        batch=(0,),
        id="one-dimension",
    ),
    Case(
        "ConvTranspose",
        [normal(1, 2, 3, 4, 3), normal(2, 2, 3, 2, 2)],
        {"strides": [2, 1, 2], "pads": [1, 0, 0, 1, 1, 0]},
        (1,),
        batch=(0,),
        id="three-dimensions",
    ),
]


def _conv_transpose(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    """Collect g from every place that an input element was spread to."""
    x, w = v[:2]
    a = {**a, "pads": _cut(x.shape[2:], w.shape[2:], g.shape[2:], a), "auto_pad": "NOTSET"}
    group = a.get("group", 1)
    per_group = w.reshape(group, -1, *w.shape[1:])
    dx = np.zeros((x.shape[0], group, x.shape[1] // group, *x.shape[2:]))
    g_groups = g.reshape(g.shape[0], group, -1, *g.shape[2:])
    for window, element, place in taps(g.shape[2:], x.shape[2:], w.shape[2:], a):
        if inside(place, g.shape[2:]):
            at, kernel = g_groups[(..., *place)], per_group[(..., *element)]
            dx[(..., *window)] += np.einsum("ngm,gcm->ngc", at, kernel)
    return [dx.reshape(x.shape), None, g.sum(axis=(0, *range(2, g.ndim)))]


def _cut(
    inputs: Sequence[int], kernel: Sequence[int], outputs: Sequence[int], a: Mapping[str, object]
) -> list[int]:
    """What was cut off the spread image: what is missing from its full size, shared by the word."""
    if "output_shape" not in a and a.get("auto_pad", "NOTSET") == "NOTSET":
        return list(a.get("pads", [0] * (2 * len(kernel))))
    begins, ends = [], []
    for axis, (size, k, out) in enumerate(zip(inputs, kernel, outputs, strict=True)):
        missing = max(a.get("strides", [1, 1])[axis] * (size - 1) + k - out, 0)
        first = missing // 2 if a.get("auto_pad") == "SAME_UPPER" else missing - missing // 2
        begins.append(first)
        ends.append(missing - first)
    return begins + ends


CLOSED_FORMS: dict[str, ClosedForm] = {"ConvTranspose": _conv_transpose}

INVARIANTS: dict[str, list[Invariant]] = {
    "ConvTranspose": [law.homogeneous(1), law.independent_of_input],
}
