"""Where the score of a classifier sits in its graph.

Explanations differentiate the logit, not the probability: near certainty the softmax is flat and
its gradient fades. `find_score` walks back from the model's output through what only reshapes or
copies, to the tensor before the Softmax or Sigmoid.
"""

from dataclasses import dataclass
from typing import Literal

from engine.errors import ModelError
from engine.graph.facts import GraphFacts

Activation = Literal["softmax", "sigmoid", "none"]

# Operators that hand on every value, in the same order.
_CARRIERS = frozenset(
    {
        "Identity",
        "Cast",
        "Reshape",
        "Squeeze",
        "Unsqueeze",
        "Flatten",
        "Dropout",
        "QuantizeLinear",
        "DequantizeLinear",
    }
)
_ACTIVATIONS: dict[str, Activation] = {"Softmax": "softmax", "Sigmoid": "sigmoid"}


@dataclass(frozen=True)
class Score:
    """The differentiable score of a classifier.

    Args:
        logits: tensor before the activation; the model's output itself where there is no
            activation.
        output: the model's output (probabilities, or logits when `activation` is "none").
        activation: what lies between the two.
        class_count: number of classes C.
        axis: class axis of `logits`.
        shape: dimensions of `logits`, such as ("N", 15) or (1, 1000, 1, 1); every axis besides the
            first and `axis` is 1, so flattening to (N, C) loses nothing.
    """

    logits: str
    output: str
    activation: Activation
    class_count: int
    axis: int
    shape: tuple[int | str | None, ...]


def find_score(facts: GraphFacts, output: str | None = None) -> Score:
    """Find the pre-activation scores of a classifier.

    Args:
        facts: the model.
        output: name of the output to start from; None takes the first one that can hold class
            scores.

    Raises:
        ModelError: no output has the shape of class scores.
    """
    candidates = (output,) if output is not None else facts.output_names
    for name in candidates:
        if not facts.is_float(name):
            continue
        logits, activation = _before_activation(facts, name)
        axis = _class_axis(facts, logits)
        if axis is not None:
            shape = facts.shape(logits)
            return Score(logits, name, activation, int(shape[axis]), axis, shape)
    raise ModelError(
        "No output of the model looks like class scores (one number per class for each image).",
        hint="Use a classification model whose output has the shape (images, classes).",
        details={name: str(facts.shape(name)) for name in candidates},
    )


def _before_activation(facts: GraphFacts, output: str) -> tuple[str, Activation]:
    """Walk back to the input of the last activation; the output itself where none is found.

    A LogSoftmax is not walked through: its values are no probabilities, and are explained as they
    are.
    """
    tensor = output
    while (node := facts.producer(tensor)) is not None:
        if node.op_type in _ACTIVATIONS:
            return node.input[0], _ACTIVATIONS[node.op_type]
        if node.op_type not in _CARRIERS:
            break
        tensor = node.input[0]
    return output, "none"


def _class_axis(facts: GraphFacts, tensor: str) -> int | None:
    """The class axis: the only one not 1 besides the batch; axis 1 when all are (one neuron)."""
    shape = facts.shape(tensor)
    if shape is None or len(shape) < 2:
        return None
    if any(not isinstance(d, int) for d in shape[1:]):
        return None
    wide = [axis for axis, d in enumerate(shape) if axis > 0 and d != 1]
    if len(wide) > 1:
        return None
    return wide[0] if wide else 1
