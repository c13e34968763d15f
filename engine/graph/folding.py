"""Values that a graph computes from stored numbers and known sizes alone.

Exporters write shapes, axes, paddings and indices as little programs: the shape of a tensor, one
entry of it, times two, joined with others. `GraphFacts.initializer` runs those programs with the
functions of this table, so that a rule sees the number that is meant. A size that the model leaves
free stays an unknown entry (None in an array of objects): operators that only move entries carry it
along, all others give up, so that a free batch is never mistaken for a number.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
from onnx import numpy_helper

Values = Sequence[np.ndarray | None]
Attributes = Mapping[str, object]
Folder = Callable[[Attributes, Values], np.ndarray | None]

_LARGEST = 2**24  # elements; nothing larger is a shape, an index table or a mask


def fold(op: str, attrs: Attributes, inputs: Values) -> np.ndarray | None:
    """Value of an operator's first output.

    Args:
        op: operator of the standard domain.
        attrs: its attributes.
        inputs: values of its inputs, None for one left out; arrays of objects hold unknown sizes.

    Returns:
        The value, or None where the table has no such operator or an unknown size is in the way.
    """
    partial = [i for i, value in enumerate(inputs) if value is not None and value.dtype == object]
    if op not in FOLDERS or (partial and op not in _MOVERS):
        return None
    if partial and op != "Concat" and partial != [0]:
        return None
    with np.errstate(all="ignore"):
        return known_if_whole(FOLDERS[op](attrs, inputs))


def known_if_whole(value: np.ndarray | None) -> np.ndarray | None:
    """An array of sizes as 64-bit integers where every entry is known."""
    if value is None or value.dtype != object or any(v is None for v in value.flat):
        return value
    return value.astype(np.int64)


def sizes(dims: Sequence[int | str | None]) -> np.ndarray:
    """Dimensions as an array; one that is not a number becomes an unknown entry."""
    entries = np.empty(len(dims), object)
    entries[:] = [d if isinstance(d, int) else None for d in dims]
    return known_if_whole(entries)


def _constant(attrs: Attributes, _: Values) -> np.ndarray | None:
    if "value" in attrs:
        return numpy_helper.to_array(attrs["value"])
    for key, dtype in _CONSTANT_DTYPES.items():
        if key in attrs:
            return np.asarray(attrs[key], dtype)
    return None


_CONSTANT_DTYPES = {
    "value_float": np.float32,
    "value_floats": np.float32,
    "value_int": np.int64,
    "value_ints": np.int64,
}


def _constant_of_shape(attrs: Attributes, inputs: Values) -> np.ndarray | None:
    value = numpy_helper.to_array(attrs["value"]) if "value" in attrs else np.zeros(1, np.float32)
    if np.prod(inputs[0], dtype=np.float64) > _LARGEST:
        return None
    return np.full(tuple(inputs[0]), value.reshape(())[()], value.dtype)


def _cast(attrs: Attributes, inputs: Values) -> np.ndarray | None:
    dtype = np.dtype(onnx.helper.tensor_dtype_to_np_dtype(attrs["to"]))
    if inputs[0].dtype == object:
        return inputs[0] if dtype in (np.int32, np.int64) else None
    return inputs[0].astype(dtype)


def _reshape(attrs: Attributes, inputs: Values) -> np.ndarray:
    data, wanted = inputs
    if attrs.get("allowzero", 0):
        return data.reshape(tuple(wanted))
    return data.reshape([data.shape[i] if d == 0 else int(d) for i, d in enumerate(wanted)])


def _flatten(attrs: Attributes, inputs: Values) -> np.ndarray:
    data, axis = inputs[0], int(attrs.get("axis", 1))
    axis = axis + data.ndim if axis < 0 else axis
    return data.reshape(int(np.prod(data.shape[:axis], dtype=np.int64)), -1)


def _squeeze(attrs: Attributes, inputs: Values) -> np.ndarray:
    axes = _axes(attrs, inputs)
    return np.squeeze(inputs[0], None if axes is None else tuple(axes))


def _unsqueeze(attrs: Attributes, inputs: Values) -> np.ndarray:
    return np.expand_dims(inputs[0], tuple(_axes(attrs, inputs)))


def _gather(attrs: Attributes, inputs: Values) -> np.ndarray:
    return np.asarray(np.take(inputs[0], inputs[1], axis=int(attrs.get("axis", 0))))


def _slice(attrs: Attributes, inputs: Values) -> np.ndarray:
    data = inputs[0]
    if "starts" in attrs:  # before operator set 10
        starts, ends = attrs["starts"], attrs["ends"]
        axes, steps = attrs.get("axes"), None
    else:
        starts, ends, axes, steps = (*inputs[1:], None, None)[:4]
    axes = range(len(starts)) if axes is None else axes
    steps = [1] * len(starts) if steps is None else steps
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        places = taken_by_slice(data.shape[int(axis)], int(start), int(end), int(step))
        data = np.take(data, list(places), axis=int(axis))
    return data


def taken_by_slice(size: int, start: int, end: int, step: int) -> range:
    """Places that an ONNX Slice takes along one axis.

    Stepping backwards, an end below -size means: past the first element.
    """
    stop = None if step < 0 and end < -size else end
    return range(size)[start:stop:step]


def _expand(_: Attributes, inputs: Values) -> np.ndarray | None:
    shape = np.broadcast_shapes(inputs[0].shape, tuple(inputs[1]))
    return np.broadcast_to(inputs[0], shape) if np.prod(shape) <= _LARGEST else None


def _tile(_: Attributes, inputs: Values) -> np.ndarray | None:
    count = inputs[0].size * np.prod(inputs[1], dtype=np.float64)
    return np.tile(inputs[0], inputs[1]) if count <= _LARGEST else None


def _range(_: Attributes, inputs: Values) -> np.ndarray | None:
    start, limit, delta = (value.reshape(())[()] for value in inputs)
    if delta == 0 or abs((float(limit) - float(start)) / float(delta)) > _LARGEST:
        return None
    return np.arange(start, limit, delta, dtype=inputs[0].dtype)


def _divide(_: Attributes, inputs: Values) -> np.ndarray | None:
    a, b = inputs
    if not np.issubdtype(a.dtype, np.integer):
        return np.asarray(np.divide(a, b), a.dtype)
    if np.any(b == 0):
        return None
    return np.asarray(np.sign(a) * np.sign(b) * (np.abs(a) // np.abs(b)), a.dtype)


def _remainder(attrs: Attributes, inputs: Values) -> np.ndarray:
    return np.asarray((np.fmod if attrs.get("fmod", 0) else np.mod)(*inputs))


def _power(_: Attributes, inputs: Values) -> np.ndarray:
    return np.power(inputs[0], inputs[1].astype(inputs[0].dtype))


def _dequantize(attrs: Attributes, inputs: Values) -> np.ndarray | None:
    if attrs.get("block_size", 0):
        return None
    quantised, scale = inputs[0], inputs[1]
    zero = inputs[2] if len(inputs) > 2 and inputs[2] is not None else np.zeros_like(scale)
    if scale.ndim == 1 and scale.size > 1:
        axis = attrs.get("axis", 1) % quantised.ndim
        along = [-1 if i == axis else 1 for i in range(quantised.ndim)]
        scale, zero = scale.reshape(along), zero.reshape(along)
    elif scale.ndim:
        scale, zero = scale.reshape(()), zero.reshape(())
    return ((quantised.astype(np.int64) - zero.astype(np.int64)) * scale).astype(scale.dtype)


def _axes(attrs: Attributes, inputs: Values) -> list[int] | None:
    if "axes" in attrs:
        return list(attrs["axes"])
    has_axes = len(inputs) > 1 and inputs[1] is not None
    return [int(a) for a in np.atleast_1d(inputs[1])] if has_axes else None


def _elementwise(function: Callable[..., np.ndarray]) -> Folder:
    return lambda attrs, inputs: np.asarray(function(*inputs))


def _reduction(function: Callable[..., np.ndarray]) -> Folder:
    def reduce(attrs: Attributes, inputs: Values) -> np.ndarray:
        axes = _axes(attrs, inputs)
        if not axes and attrs.get("noop_with_empty_axes", 0):
            return inputs[0]
        keeps = bool(attrs.get("keepdims", 1))
        total = function(inputs[0], axis=tuple(axes) if axes else None, keepdims=keeps)
        return np.asarray(total, inputs[0].dtype)

    return reduce


# Operators that move entries without computing with them, so that unknown ones may be among them.
_MOVERS = frozenset(
    {"Cast", "Concat", "Flatten", "Gather", "Identity", "Reshape", "Slice", "Squeeze", "Transpose",
    "Unsqueeze"}
)  # fmt: skip

FOLDERS: Mapping[str, Folder] = {
    "Abs": _elementwise(np.abs),
    "Add": _elementwise(np.add),
    "And": _elementwise(np.logical_and),
    "Cast": _cast,
    "Ceil": _elementwise(np.ceil),
    "Concat": lambda attrs, inputs: np.concatenate(list(inputs), axis=int(attrs["axis"])),
    "Constant": _constant,
    "ConstantOfShape": _constant_of_shape,
    "DequantizeLinear": _dequantize,
    "Div": _divide,
    "Equal": _elementwise(np.equal),
    "Expand": _expand,
    "Flatten": _flatten,
    "Floor": _elementwise(np.floor),
    "Gather": _gather,
    "Greater": _elementwise(np.greater),
    "GreaterOrEqual": _elementwise(np.greater_equal),
    "Identity": lambda attrs, inputs: inputs[0],
    "Less": _elementwise(np.less),
    "LessOrEqual": _elementwise(np.less_equal),
    "Max": lambda attrs, inputs: np.asarray(np.maximum.reduce(np.broadcast_arrays(*inputs))),
    "Min": lambda attrs, inputs: np.asarray(np.minimum.reduce(np.broadcast_arrays(*inputs))),
    "Mod": _remainder,
    "Mul": _elementwise(np.multiply),
    "Neg": _elementwise(np.negative),
    "NonZero": lambda attrs, inputs: np.asarray(np.nonzero(np.atleast_1d(inputs[0])), np.int64),
    "Not": _elementwise(np.logical_not),
    "Or": _elementwise(np.logical_or),
    "Pow": _power,
    "Range": _range,
    "ReduceMax": _reduction(np.max),
    "ReduceMin": _reduction(np.min),
    "ReduceProd": _reduction(np.prod),
    "ReduceSum": _reduction(np.sum),
    "Reshape": _reshape,
    "Round": _elementwise(np.rint),
    "Slice": _slice,
    "Sqrt": _elementwise(np.sqrt),
    "Squeeze": _squeeze,
    "Sub": _elementwise(np.subtract),
    "Tile": _tile,
    "Transpose": lambda attrs, inputs: np.transpose(inputs[0], attrs.get("perm")),
    "Unsqueeze": _unsqueeze,
    "Where": _elementwise(np.where),
    "Xor": _elementwise(np.logical_xor),
}
