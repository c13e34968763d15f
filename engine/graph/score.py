"""Where the score of a classifier sits in its graph.

Explanations differentiate the logit, not the probability: near certainty the softmax is flat and
its gradient fades. `find_score` walks back from the model's outputs through what only reshapes,
copies, clips or takes the logarithm of probabilities, to the tensor before the Softmax, LogSoftmax
or Sigmoid. What a Softmax normalises is a logit in either form: LogSoftmax differs from it by the
logarithm alone.
"""

from dataclasses import dataclass
from typing import Literal

from onnx import NodeProto

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, attributes
from engine.language import said

Activation = Literal["softmax", "sigmoid", "none"]

# Operators that hand on every value, in the same order.
_CARRIERS = frozenset(
    {
        "Identity",
        "Cast",
        "CastLike",
        "Reshape",
        "Squeeze",
        "Unsqueeze",
        "Flatten",
        "Dropout",
        "QuantizeLinear",
        "DequantizeLinear",
    }
)
# Operator -> (activation, how many logarithms it takes of the probabilities).
_ACTIVATIONS: dict[str, tuple[Activation, int]] = {
    "Softmax": ("softmax", 0),
    "LogSoftmax": ("softmax", 1),
    "Sigmoid": ("sigmoid", 0),
}
_LOGARITHMS = {"Log": 1, "Exp": -1}
# The best score or its place instead of one number per class.
_WINNERS = frozenset({"ReduceMax", "ReduceMin", "ArgMax", "ArgMin", "TopK"})
# A Clip that takes no more than this off a probability guards a logarithm and changes no reading.
_MARGIN = 0.01


@dataclass(frozen=True)
class Score:
    """The differentiable score of a classifier.

    Args:
        logits: tensor before the activation; where there is none, the model's output itself, or
            the tensor it was squeezed from.
        output: the model's output (probabilities, or logits when `activation` is "none").
        activation: what lies between the two.
        class_count: number of classes C.
        axis: class axis of `logits`.
        shape: dimensions of `logits`, such as ("N", 15) or (1, 1000, 1, 1); every axis besides the
            first and `axis` is 1, so flattening to (N, C) loses nothing.
        is_log: whether `output` holds the logarithms of the probabilities.
    """

    logits: str
    output: str
    activation: Activation
    class_count: int
    axis: int
    shape: tuple[int | str | None, ...]
    is_log: bool = False


def find_score(facts: GraphFacts, output: str | None = None) -> Score:
    """Find the pre-activation scores of a classifier.

    Of several outputs, one that ends in an activation is preferred; then the first, where outputs
    that another one is computed from (features beside logits) come last.

    Args:
        facts: the model.
        output: name of the output to start from; None lets the rule above choose.

    Raises:
        ModelError: no output has the shape of class scores, or they are normalised over the images
            of a batch instead of the classes.
    """
    candidates = (output,) if output is not None else facts.output_names
    found = [score for name in candidates if (score := _score_at(facts, name)) is not None]
    if not found:
        raise ModelError(
            said(
                "No output of the model looks like class scores (one number per class for "
                "each image)."
            ),
            hint=said("Use a classification model whose output has the shape (images, classes)."),
            details={name: str(facts.shape(name)) for name in candidates},
        )
    ends = [score for score in found if not _feeds_another(facts, score, found)]
    activated = [score for score in ends if score.activation != "none"]
    return (activated or ends)[0]


def _score_at(facts: GraphFacts, output: str) -> Score | None:
    """The score behind one output; None where it holds no class scores."""
    if not facts.is_float(output):
        return None
    tensor, activation, is_log = _before_activation(facts, output)
    before = _carried(facts, tensor)
    if _is_winner(facts, before[-1]):
        return None
    for logits in before:  # a lone logit is often squeezed to (N,)
        axis = _class_axis(facts, logits)
        if axis is not None:
            shape = facts.shape(logits)
            return Score(logits, output, activation, int(shape[axis]), axis, shape, is_log)
    return None


def _before_activation(facts: GraphFacts, output: str) -> tuple[str, Activation, bool]:
    """(input of the last activation, which one, whether the output is a logarithm).

    The output itself where no activation is found, or something else than the logarithm of the
    probabilities is returned.
    """
    tensor, logarithms = output, 0
    while (node := facts.producer(tensor)) is not None:
        if node.op_type in _ACTIVATIONS:
            activation, own = _ACTIVATIONS[node.op_type]
            if logarithms + own not in (0, 1):
                break
            _refuse_normalised_images(facts, node)
            return node.input[0], activation, logarithms + own == 1
        if node.op_type in _LOGARITHMS:
            logarithms += _LOGARITHMS[node.op_type]
        elif node.op_type not in _CARRIERS and not _is_guard(facts, node):
            break
        tensor = node.input[0]
    return output, "none", False


def _carried(facts: GraphFacts, tensor: str) -> list[str]:
    """The tensor and those that it is a mere reshaping or copy of, backwards."""
    tensors = [tensor]
    while (node := facts.producer(tensors[-1])) is not None and node.op_type in _CARRIERS:
        if not facts.is_float(node.input[0]):
            break
        tensors.append(node.input[0])
    return tensors


def _is_guard(facts: GraphFacts, node: NodeProto) -> bool:
    """Whether a Clip leaves probabilities practically as they are."""
    if node.op_type != "Clip":
        return False
    given = attributes(node)
    bounds = [given.get("min"), given.get("max")]
    for i, name in enumerate(node.input[1:3]):
        if name:
            value = facts.initializer(name)
            if value is None:
                return False
            bounds[i] = float(value)
    low, high = bounds
    return (low is None or low <= _MARGIN) and (high is None or high >= 1.0 - _MARGIN)


def _is_winner(facts: GraphFacts, tensor: str) -> bool:
    """Whether a tensor holds only the best of the class scores."""
    node = facts.producer(tensor)
    if node is None or node.op_type not in _WINNERS:
        return False
    return len(facts.shape(node.input[0]) or ()) <= 2


def _refuse_normalised_images(facts: GraphFacts, node: NodeProto) -> None:
    rank = len(facts.shape(node.input[0]) or ())
    default = 1 if facts.opset < 13 else -1
    axis = int(attributes(node).get("axis", default))
    if node.op_type != "Sigmoid" and rank and axis % rank == 0:
        raise ModelError(
            said(
                "The model's {op_type} normalises over the images of a batch, not the classes.",
                op_type=node.op_type,
            ),
            hint=said("Export the model again with the activation along the class axis."),
            details={"node": node.name, "axis": str(axis)},
        )


def _feeds_another(facts: GraphFacts, score: Score, found: list[Score]) -> bool:
    """Whether the scores of another output are computed from these."""
    later = [other.logits for other in found if other.logits != score.logits]
    return any(score.logits in facts.ancestors_of([name]) for name in later)


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
