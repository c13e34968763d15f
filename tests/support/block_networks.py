"""Small classifiers put together from named blocks, for laws that hold in every network."""

from collections.abc import Callable, Sequence

import numpy as np
from onnx import ModelProto, NodeProto, helper

from tests.support.models import model_of

CHANNELS, SIZE, CLASSES = 4, 8, 3
Block = Callable[["Draft", str], str]


class Draft:
    """A network while blocks are put behind each other; every tensor is (N, 4, H, W)."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.stored: dict[str, np.ndarray] = {}
        self._rng = np.random.default_rng(11)

    def add(self, op: str, *inputs: str, **attrs: object) -> str:
        """One node; its name and output are numbered."""
        name = f"{op}{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attrs))
        return name

    def weight(self, *shape: int, low: float | None = None) -> str:
        """A stored tensor: around 0, or uniform from `low` to 1."""
        name = f"w{len(self.stored)}"
        values = self._rng.normal(size=shape) * 0.5
        if low is not None:
            values = self._rng.uniform(low, 1, shape)
        self.stored[name] = np.asarray(values, np.float32)
        return name

    def constant(self, values: object, dtype: type = np.int64) -> str:
        """A stored list of integers, or other numbers."""
        name = f"w{len(self.stored)}"
        self.stored[name] = np.array(values, dtype)
        return name


def _conv(draft: Draft, x: str, kernel: int = 3, group: int = 1, **attrs: object) -> str:
    weight = draft.weight(CHANNELS, CHANNELS // group, kernel, kernel)
    if "auto_pad" not in attrs:
        attrs = {"pads": [kernel // 2] * 4, **attrs}
    return draft.add("Conv", x, weight, draft.weight(CHANNELS), group=group, **attrs)


def _norm(draft: Draft, x: str) -> str:
    rest = [draft.weight(CHANNELS) for _ in range(3)]
    return draft.add("BatchNormalization", x, *rest, draft.weight(CHANNELS, low=0.5))


def _residual(draft: Draft, x: str) -> str:
    """The tensor is read twice and its gradients add up."""
    return draft.add("Add", draft.add("Relu", _conv(draft, x)), x)


def _dense_block(draft: Draft, x: str) -> str:
    both = draft.add("Concat", x, draft.add("Relu", _conv(draft, x)), axis=1)
    mix = draft.weight(CHANNELS, 2 * CHANNELS, 1, 1)
    return draft.add("Conv", both, mix)


def _channels_last(draft: Draft, x: str) -> str:
    """As exporters of channels-last frameworks write it."""
    last = draft.add("Transpose", x, perm=[0, 2, 3, 1])
    shifted = draft.add("Add", last, draft.weight(CHANNELS))
    return draft.add("Transpose", shifted, perm=[0, 3, 1, 2])


def _split(draft: Draft, x: str) -> str:
    first = draft.add("Slice", x, *(draft.constant([v]) for v in (0, 2, 1)))
    second = draft.add("Slice", x, *(draft.constant([v]) for v in (2, 4, 1)))
    return draft.add("Concat", draft.add("Relu", second), first, axis=1)


def _gate(draft: Draft, x: str) -> str:
    """Squeeze and excitation: the tensor multiplies a function of itself."""
    pooled = draft.add("GlobalAveragePool", x)
    mix = draft.weight(CHANNELS, CHANNELS, 1, 1)
    return draft.add("Mul", x, draft.add("Sigmoid", draft.add("Conv", pooled, mix)))


def _swish(draft: Draft, x: str) -> str:
    return draft.add("Mul", x, draft.add("Sigmoid", x))


def _padded_conv(draft: Draft, x: str) -> str:
    """A border of its own before a strided convolution without padding or bias."""
    border = draft.constant([0, 0, 1, 1, 0, 0, 1, 1])
    weight = draft.weight(CHANNELS, CHANNELS, 3, 3)
    return draft.add("Conv", draft.add("Pad", x, border), weight, strides=[2, 2])


def _scaled(draft: Draft, x: str) -> str:
    scaled = draft.add("Mul", x, draft.weight(CHANNELS, 1, 1))
    return draft.add("Div", scaled, draft.constant(0.5, np.float32))


def _bottleneck(draft: Draft, x: str) -> str:
    """Inverted residual: wide, depthwise with stride 1, narrow; norms and ReLU6 between."""
    y = _clip(draft, _norm(draft, _conv(draft, x, kernel=1)))
    y = _clip(draft, _norm(draft, _conv(draft, y, group=CHANNELS)))
    return draft.add("Add", x, _norm(draft, _conv(draft, y, kernel=1)))


def _clip(draft: Draft, x: str) -> str:
    return draft.add("Clip", x, draft.constant(0, np.float32), draft.constant(6, np.float32))


def _softmax_attention(draft: Draft, x: str) -> str:
    """Each channel reads all others by how alike they are."""
    flat = draft.add("Reshape", x, draft.constant([0, CHANNELS, -1]))
    turned = draft.add("Transpose", flat, perm=[0, 2, 1])
    scale = draft.constant(1 / SIZE**2, np.float32)
    likeness = draft.add("Mul", draft.add("MatMul", flat, turned), scale)
    mixed = draft.add("MatMul", draft.add("Softmax", likeness, axis=-1), flat)
    return draft.add("Reshape", mixed, draft.add("Shape", x))


PIECEWISE_LINEAR: dict[str, Block] = {
    "conv": _conv,
    "strided": lambda d, x: _conv(d, x, strides=[2, 2]),
    "strided pointwise": lambda d, x: _conv(d, x, kernel=1, strides=[2, 2]),
    "depthwise": lambda d, x: _conv(d, x, group=CHANNELS),
    "dilated": lambda d, x: _conv(d, x, dilations=[2, 2], pads=[2, 2, 2, 2]),
    "even kernel": lambda d, x: _conv(d, x, kernel=2, pads=[0, 0, 1, 1]),
    "same": lambda d, x: _conv(d, x, auto_pad="SAME_LOWER", strides=[2, 2]),
    "norm": _norm,
    "relu": lambda d, x: d.add("Relu", x),
    "leaky": lambda d, x: d.add("LeakyRelu", x, alpha=0.2),
    "prelu": lambda d, x: d.add("PRelu", x, d.weight(CHANNELS, 1, 1)),
    "relu6": _clip,
    "max pool": lambda d, x: d.add(
        "MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1]
    ),
    "average pool": lambda d, x: d.add(
        "AveragePool", x, kernel_shape=[2, 2], strides=[1, 1], pads=[0, 0, 1, 1]
    ),
    "residual": _residual,
    "dense": _dense_block,
    "channels last": _channels_last,
    "split": _split,
    "padded": _padded_conv,
    "scaled": _scaled,
    "bottleneck": _bottleneck,
}
SMOOTH: dict[str, Block] = {
    "gate": _gate,
    "swish": _swish,
    "tanh": lambda d, x: d.add("Tanh", x),
    "attention": _softmax_attention,
}
BLOCKS: dict[str, Block] = {**PIECEWISE_LINEAR, **SMOOTH}


def block_network(blocks: Sequence[str]) -> ModelProto:
    """A classifier of x (N, 4, 8, 8): convolution, the named blocks, pooling, logits, softmax.

    Tensors: ``x``, ``first`` behind the first convolution, ``last`` before the pooling, ``logits``
    (N, 3) and ``probabilities``.
    """
    draft = Draft()
    draft.add("Identity", _conv(draft, "x"))
    _name(draft, "first")
    tensor = "first"
    for block in blocks:
        tensor = BLOCKS[block](draft, tensor)
    draft.add("Identity", tensor)
    _name(draft, "last")
    flat = draft.add("Flatten", draft.add("GlobalAveragePool", "last"))
    draft.add("Gemm", flat, draft.weight(CHANNELS, CLASSES), draft.weight(CLASSES))
    _name(draft, "logits")
    draft.add("Softmax", "logits")
    _name(draft, "probabilities")
    shape = ("N", CHANNELS, SIZE, SIZE)
    return model_of(draft.nodes, {"x": shape}, {"probabilities": ("N", CLASSES)}, draft.stored)


def _name(draft: Draft, name: str) -> None:
    draft.nodes[-1].output[0] = name
