"""Rows of Resize; its closed form writes every interpolation weight down from the standard."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import NONE, ints, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

# The reference evaluator fails at some forms; ONNX Runtime has single precision only.
SINGLE = {"single": True, "step": 1.0, "tolerance": 1e-4}


def by_scale(
    id_: str,
    scales: Sequence[float] = (1, 1, 2, 3),
    shape: Sequence[int] = (2, 3, 5, 6),
    opset: int = 17,
    more: Mapping[str, object] | None = None,
    **attrs: object,
) -> Case:
    """A Resize with its factors as numbers."""
    inputs = [normal(*shape), NONE, np.array(scales, np.float32)]
    return Case("Resize", inputs, attrs, (2,), opset=opset, batch=(0,), id=id_, **(more or {}))


def to_size(id_: str, *sizes: int, **attrs: object) -> Case:
    """A Resize of 5 x 6 places to given sizes."""
    inputs = [normal(2, 3, 5, 6), NONE, NONE, ints(2, 3, *sizes)]
    return Case("Resize", inputs, attrs, batch=(), id=id_)


MODES = ("half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel")
ROUNDINGS = ("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")

CASES: list[Case] = [
    *(
        to_size(f"{mode}-{word}", 7, 4, mode=mode, coordinate_transformation_mode=word)
        for mode in ("nearest", "linear", "cubic")
        for word in MODES
    ),
    *(
        by_scale(f"{word}-{rounding}", coordinate_transformation_mode=word, nearest_mode=rounding)
        for word in ("half_pixel", "asymmetric")
        for rounding in ROUNDINGS
    ),
    by_scale("linear-doubled", (1, 1, 2, 2), mode="linear"),
    by_scale("linear-fractions", (1, 1, 1.5, 0.6), mode="linear"),
    by_scale("nearest-fractions", (1, 1, 1.5, 0.6)),
    by_scale("cubic-inside-only", (1, 1, 1.5, 2.1), mode="cubic", exclude_outside=1),
    by_scale("cubic-coefficient", (1, 1, 2, 2), mode="cubic", cubic_coeff_a=-0.5),
    by_scale("axes", (1.5, 2), opset=18, more=SINGLE, mode="linear", axes=[-1, 2]),
    by_scale(
        "symmetric",
        (1, 1, 1.5, 2),
        opset=19,
        mode="linear",
        coordinate_transformation_mode="half_pixel_symmetric",
    ),
    by_scale(
        "antialias", (0.5, 0.6), (2, 3, 6, 8), 18, SINGLE, mode="linear", axes=[2, 3], antialias=1
    ),
    by_scale("one-dimension", (1, 1, 2), (2, 3, 5)),
    by_scale("three-dimensions", (1, 1, 2, 2, 2), (2, 2, 3, 2, 3)),
    by_scale("three-dimensions-linear", (1, 1, 1.5, 2, 0.7), (2, 2, 4, 2, 3), mode="linear"),
    by_scale("channels-last", (1, 2, 1.5, 1), (2, 5, 6, 3), mode="linear"),
    Case(
        "Resize",
        [normal(2, 3, 5, 6), np.zeros(8, np.float32), np.array([1, 1, 2, 2], np.float32)],
        {"mode": "linear"},
        (1, 2),
        opset=11,
        batch=(0,),
        id="opset11",
    ),
    Case(
        "Resize",
        [normal(2, 3, 5, 6), np.array([1, 1, 2, 2], np.float32)],
        {"mode": "nearest"},
        (1,),
        opset=10,
        id="opset10",
        **SINGLE,
    ),
]


def _place(i: int, before: int, behind: int, scale: float, word: str) -> float:
    """Place in the input that element i of the output looks at."""
    if word == "align_corners":
        return i * (before - 1) / (behind - 1) if behind > 1 else 0.0
    if word == "asymmetric":
        return i / scale
    if word == "pytorch_half_pixel" and behind == 1:
        return 0.0
    if word == "half_pixel_symmetric":
        adjusted = behind / (scale * before)
        return before / 2 * (1 - adjusted) + (i + 0.5) / scale - 0.5
    return (i + 0.5) / scale - 0.5


def _weights(x: float, size: int, scale: float, a: Mapping[str, object]) -> np.ndarray:
    """Weight of every place of the input in one element of the output."""
    row = np.zeros(size)
    mode = a.get("mode", "nearest")
    if mode == "nearest":
        rounding = a.get("nearest_mode", "round_prefer_floor")
        place = {
            "round_prefer_floor": np.ceil(x - 0.5),
            "round_prefer_ceil": np.floor(x + 0.5),
            "floor": np.floor(x),
            "ceil": np.ceil(x),
        }[rounding]
        row[int(np.clip(place, 0, size - 1))] = 1
        return row
    shrink = min(scale, 1.0) if a.get("antialias") else 1.0
    reach = int(np.ceil((1 if mode == "linear" else 2) / shrink))
    for j in range(int(np.floor(x)) - reach + 1, int(np.floor(x)) + reach + 1):
        if a.get("exclude_outside") and not 0 <= j < size:
            continue
        distance = abs(x - j) * shrink
        weight = max(0, 1 - distance) if mode == "linear" else _cubic(distance, a)
        row[np.clip(j, 0, size - 1)] += weight
    return row / row.sum()


def _cubic(d: float, a: Mapping[str, object]) -> float:
    """Keys' kernel (1981), the coefficient as the attribute gives it."""
    k = a.get("cubic_coeff_a", -0.75)
    if d <= 1:
        return (k + 2) * d**3 - (k + 3) * d**2 + 1
    return k * d**3 - 5 * k * d**2 + 8 * k * d - 4 * k if d < 2 else 0.0


def _resize(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    x = v[0]
    scales = v[1] if len(v) == 2 else v[2]
    axes = [axis % x.ndim for axis in a.get("axes", range(x.ndim))]
    word = a.get("coordinate_transformation_mode", "asymmetric" if len(v) == 2 else "half_pixel")
    rounding = {"nearest_mode": "floor", **a} if len(v) == 2 else a
    for position, axis in enumerate(axes):
        before, behind = x.shape[axis], g.shape[axis]
        scale = float(scales[position]) if scales.size else behind / before
        rows = [
            _weights(_place(i, before, behind, scale, word), before, scale, rounding)
            for i in range(behind)
        ]
        g = np.moveaxis(np.moveaxis(g, axis, -1) @ np.array(rows), -1, axis)
    return [g]


CLOSED_FORMS: dict[str, ClosedForm] = {"Resize": _resize}

INVARIANTS: dict[str, list[Invariant]] = {
    "Resize": [law.conserving, law.homogeneous(1), law.independent_of_input]
}
