"""Small networks with the parts of well-known families, from random weights."""

from collections.abc import Sequence

import numpy as np
from onnx import ModelProto, NodeProto, helper

from tests.support.models import model_of

Nodes = list[NodeProto]
node = helper.make_node
SAME = {"pads": [1, 1, 1, 1]}


class _Plan:
    """Nodes and weights of a network while it is written down."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.nodes: Nodes = []
        self.stored: dict[str, np.ndarray] = {}

    def weight(self, *shape: int, scale: float = 0.5) -> str:
        name = f"w{len(self.stored)}"
        self.stored[name] = (self.rng.normal(size=shape) * scale).astype(np.float32)
        return name

    def add(self, op: str, inputs: Sequence[str], **attrs: object) -> str:
        name = f"{op.lower()}{len(self.nodes)}"
        self.nodes.append(node(op, list(inputs), [name], name=name, **attrs))
        return name

    def conv(self, x: str, sizes: tuple[int, int], kernel: int = 3, **attrs: object) -> str:
        into, out = sizes
        weights = self.weight(out, into, kernel, kernel), self.weight(out)
        pads = [kernel // 2] * 4
        return self.add("Conv", [x, *weights], **{"pads": pads, **attrs})

    def norm(self, x: str, channels: int) -> str:
        mean, scale, bias = (self.weight(channels) for _ in range(3))
        spread = f"spread{len(self.stored)}"
        self.stored[spread] = self.rng.uniform(0.5, 2, channels).astype(np.float32)
        return self.add("BatchNormalization", [x, scale, bias, mean, spread])

    def head(self, x: str, channels: int, classes: int = 3) -> None:
        pooled = self.add("GlobalAveragePool", [x])
        flat = self.add("Flatten", [pooled])
        weights = self.weight(channels, classes, scale=1.0), self.weight(classes)
        self.nodes.append(node("Gemm", [flat, *weights], ["logits"], name="dense"))

    def finish(self, batch: int | str = "N") -> ModelProto:
        return model_of(self.nodes, {"x": (batch, 3, 8, 8)}, {"logits": (batch, 3)}, self.stored)


def resnet_like(batch: int | str = "N") -> ModelProto:
    """Conv, overlapping MaxPool, two residual blocks of Conv-BatchNorm-Relu, one with stride."""
    plan = _Plan(11)
    x = plan.add("Relu", [plan.conv("x", (3, 4))])
    x = plan.add("MaxPool", [x], kernel_shape=[3, 3], strides=[2, 2], **SAME)
    for stride in (1, 2):
        way = plan.norm(plan.conv(x, (4, 4), strides=[stride] * 2), 4)
        way = plan.norm(plan.conv(plan.add("Relu", [way]), (4, 4)), 4)
        skip = x if stride == 1 else plan.conv(x, (4, 4), 1, strides=[2, 2])
        x = plan.add("Relu", [plan.add("Add", [way, skip])])
    plan.head(x, 4)
    return plan.finish()


def mobilenet_like() -> ModelProto:
    """Inverted residuals with ReLU6, h-swish as x sigmoid(x), and a squeeze-and-excite gate."""
    plan = _Plan(12)
    plan.stored |= {"low": np.array(0, np.float32), "high": np.array(6, np.float32)}

    def relu6(tensor: str) -> str:
        return plan.add("Clip", [tensor, "low", "high"])

    x = relu6(plan.conv("x", (3, 4), strides=[2, 2]))
    wide = relu6(plan.conv(x, (4, 8), 1))
    deep = plan.add(
        "Conv", [wide, plan.weight(8, 1, 3, 3), plan.weight(8)], group=8, pads=[1, 1, 1, 1]
    )
    deep = plan.add("Mul", [deep, plan.add("Sigmoid", [deep])])
    squeezed = plan.add("Relu", [plan.conv(plan.add("GlobalAveragePool", [deep]), (8, 4), 1)])
    gate = plan.add("HardSigmoid", [plan.conv(squeezed, (4, 8), 1)])
    deep = plan.add("Mul", [deep, gate])
    x = plan.add("Add", [x, plan.conv(deep, (8, 4), 1)])
    plan.head(relu6(x), 4)
    return plan.finish()


def densenet_like() -> ModelProto:
    """BatchNorm-Relu-Conv blocks whose outputs are concatenated, an AveragePool between them."""
    plan = _Plan(13)
    x, channels = plan.conv("x", (3, 4)), 4
    for block in range(2):
        for _ in range(2):
            new = plan.conv(plan.add("Relu", [plan.norm(x, channels)]), (channels, 2))
            x, channels = plan.add("Concat", [x, new], axis=1), channels + 2
        if block == 0:
            x = plan.add("AveragePool", [x], kernel_shape=[2, 2], strides=[2, 2])
    plan.head(plan.add("Relu", [x]), channels)
    return plan.finish()


def smooth_like() -> ModelProto:
    """Every smooth activation in turn, and Gelu as exporters write it out (x erf, x / 2)."""
    plan = _Plan(14)
    plan.stored |= {
        "root": np.array(2**0.5, np.float32),
        "one": np.array(1, np.float32),
        "half": np.array(0.5, np.float32),
        "cube": np.array(3, np.float32),
        "slope": np.full((4, 1, 1), 0.2, np.float32),
    }
    x = plan.conv("x", (3, 4))
    for op in ("Softplus", "Tanh", "Elu", "Selu", "LeakyRelu", "Softsign", "HardSwish"):
        x = plan.conv(plan.add(op, [x]), (4, 4))
    x = plan.add("PRelu", [x, "slope"])
    bell = plan.add("Erf", [plan.add("Div", [x, "root"])])
    gelu = plan.add("Mul", [x, plan.add("Add", [bell, "one"])])
    x = plan.conv(plan.add("Mul", [gelu, "half"]), (4, 4), 1)
    x = plan.add("Div", ["one", plan.add("Add", ["one", plan.add("Exp", [x])])])
    x = plan.add("Pow", [plan.add("Max", [x, "half"]), "cube"])
    plan.head(plan.add("GlobalMaxPool", [plan.conv(x, (4, 4))]), 4)
    return plan.finish()
