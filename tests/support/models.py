"""Toy ONNX networks: single operators for rule tests, and nets small enough to work out by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, helper, numpy_helper

from engine.graph.shape_inference import with_shapes

Shape = Sequence[int | str]


def model_of(
    nodes: Sequence[onnx.NodeProto],
    inputs: Mapping[str, Shape],
    outputs: Mapping[str, Shape | None],
    stored: Mapping[str, np.ndarray] | None = None,
    *,
    opset: int = 17,
    dtype: int = TensorProto.FLOAT,
    is_checked: bool = True,
) -> ModelProto:
    """A checked model; outputs without a shape get the inferred one."""
    graph = helper.make_graph(
        list(nodes),
        "toy",
        [helper.make_tensor_value_info(k, dtype, list(v)) for k, v in inputs.items()],
        [helper.make_tensor_value_info(k, dtype, v) for k, v in outputs.items()],
        initializer=[numpy_helper.from_array(v, k) for k, v in (stored or {}).items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    model.ir_version = 8 if opset < 19 else 10
    model = with_shapes(model)
    if is_checked:
        onnx.checker.check_model(model)
    return model


@dataclass(frozen=True, eq=False)
class OperatorCase:
    """One operator with numbers to try it on.

    Args:
        op: ONNX operator.
        inputs: its inputs in order; float arrays become model inputs unless listed in `stored`.
        attrs: its attributes.
        stored: positions of the inputs kept as stored tensors of the model.
        wrt: positions to differentiate by.
        outputs: number of outputs; the score is the sum of them all, weighted.
        idle: further outputs, which the operator must have and nobody reads.
        opset: operator set of the model.
        id: what is special about the case.
        step: of the central difference it is compared with.
        tolerance: relative, of that comparison.
        by_runtime: evaluate in ONNX Runtime's double kernels; the reference is wrong here.
        single: evaluate in ONNX Runtime's single-precision kernels, where the reference is wrong
            and double kernels are missing; needs a wide step.
        kink: the numbers sit on a kink or tie: differences have nothing to say, conventions have.
        batch: positions of the inputs whose axis 0, and that of the output, holds images that do
            not see each other.
        newest: why the row cannot be converted to the newest operator set; empty where it can.
        line: function of (inputs, attrs) whose slope is meant, where the operator is a staircase.
    """

    op: str
    inputs: Sequence[np.ndarray]
    attrs: Mapping[str, object] = field(default_factory=dict)
    stored: Sequence[int] = ()
    wrt: Sequence[int] = (0,)
    outputs: int = 1
    idle: int = 0
    opset: int = 17
    id: str = ""
    step: float = 1e-6
    tolerance: float = 1e-6
    by_runtime: bool = False
    single: bool = False
    kink: bool = False
    batch: Sequence[int] = ()
    newest: str = ""
    line: Callable[[Sequence[np.ndarray], Mapping[str, object]], np.ndarray] | None = None

    def __str__(self) -> str:
        return f"{self.op}-{self.id}" if self.id else self.op

    def model(self, *, free_batch: bool = False) -> ModelProto:
        """The operator as a model: inputs ``x0``, ``x1``, ..., output ``y`` (several joined).

        Args:
            free_batch: leave the number of images (see `batch`) open.
        """
        names = [f"x{i}" if value.size else "" for i, value in enumerate(self.inputs)]
        free = {
            names[i]: ("N", *v.shape[1:]) if free_batch and i in self.batch else v.shape
            for i, v in enumerate(self.inputs)
            if names[i] and i not in self.stored and v.dtype == np.float32
        }
        kept = {names[i]: v for i, v in enumerate(self.inputs) if names[i] and names[i] not in free}
        if self.outputs == 1:
            made = ["y", *(f"idle{i}" for i in range(self.idle))]
            nodes = [helper.make_node(self.op, names, made, name="node", **self.attrs)]
        else:
            parts = [f"part{i}" for i in range(self.outputs)]
            nodes = [
                helper.make_node(self.op, names, parts, name="node", **self.attrs),
                helper.make_node(
                    "Concat", [parts[0], parts[-1]], ["y"], axis=self.attrs.get("axis", 0)
                ),
            ]
        return model_of(nodes, free, {"y": None}, kept, opset=self.opset)

    def feeds(self) -> dict[str, np.ndarray]:
        """Values of the model's inputs."""
        return {
            f"x{i}": v
            for i, v in enumerate(self.inputs)
            if i not in self.stored and v.dtype == np.float32 and v.size
        }


def relu_toy() -> ModelProto:
    """2 relu(x1) + 2 relu(x2 - 1.5) for x (N, 2): gradient (2, 2) at (1, 2), (2, 0) at (1, 1)."""
    node = helper.make_node
    return model_of(
        [
            node("Add", ["x", "shift"], ["moved"]),
            node("Relu", ["moved"], ["active"]),
            node("MatMul", ["active", "weights"], ["score"]),
        ],
        {"x": ("N", 2)},
        {"score": ("N", 1)},
        {
            "shift": np.array([0, -1.5], np.float32),
            "weights": np.array([[2], [2]], np.float32),
        },
    )


def guided_toy() -> ModelProto:
    """Score = W2 relu(W1 x), with activations and gradients of both signs.

    W1 = [[1, -1], [1, 1], [-1, 0]], W2 = [[1, -2, 3]]; at x = (2, 1): pre-activations (1, 3, -2),
    so gradient at the activations (1, -2, 3), true dx = (1 - 2, -1 - 2) = (-1, -3);
    guided: 1 where y > 0 and R > 0 -> R = (1, 0, 0), dx = (1, -1);
    deconvnet: R > 0 -> (1, 0, 3), dx = (1 - 3, -1) = (-2, -1).
    """
    node = helper.make_node
    return model_of(
        [
            node("Gemm", ["x", "w1"], ["before"], transB=1),
            node("Relu", ["before"], ["after"]),
            node("Gemm", ["after", "w2"], ["score"], transB=1),
        ],
        {"x": ("N", 2)},
        {"score": ("N", 1)},
        {
            "w1": np.array([[1, -1], [1, 1], [-1, 0]], np.float32),
            "w2": np.array([[1, -2, 3]], np.float32),
        },
    )


def small_classifier(
    *, size: int | str = 8, batch: int | str = "N", classes: int = 3
) -> ModelProto:
    """Conv-Relu-MaxPool, a residual block, Conv-Relu, global pooling, Gemm, Softmax.

    Tensors: x, c1, r1, p1, c2, r2, sum, c3, r3, g, f, logits, probabilities.
    """
    rng = np.random.default_rng(3)
    node = helper.make_node
    same = {"pads": [1, 1, 1, 1]}
    nodes = [
        node("Conv", ["x", "w1", "b1"], ["c1"], name="conv1", **same),
        node("Relu", ["c1"], ["r1"], name="relu1"),
        node("MaxPool", ["r1"], ["p1"], name="pool1", kernel_shape=[3, 3], strides=[2, 2], **same),
        node("Conv", ["p1", "w2", "b2"], ["c2"], name="conv2", **same),
        node("Relu", ["c2"], ["r2"], name="relu2"),
        node("Add", ["p1", "r2"], ["sum"], name="join"),
        node("Conv", ["sum", "w3", "b3"], ["c3"], name="conv3", strides=[2, 2], **same),
        node("Relu", ["c3"], ["r3"], name="relu3"),
        node("GlobalAveragePool", ["r3"], ["g"], name="gap"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("Gemm", ["f", "w4", "b4"], ["logits"], name="dense"),
        node("Softmax", ["logits"], ["probabilities"], name="softmax"),
    ]
    shapes = {
        "w1": (4, 3, 3, 3),
        "b1": (4,),
        "w2": (4, 4, 3, 3),
        "b2": (4,),
        "w3": (5, 4, 3, 3),
        "b3": (5,),
    }
    shapes |= {"w4": (5, classes), "b4": (classes,)}
    stored = {k: (rng.normal(size=v) * 0.5).astype(np.float32) for k, v in shapes.items()}
    return model_of(
        nodes, {"x": (batch, 3, size, size)}, {"probabilities": (batch, classes)}, stored
    )
