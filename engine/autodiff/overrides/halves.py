"""Images and their baselines in one batch: rows 0..N-1 and N..2N-1 of every tensor.

One forward pass then holds both activations of every unit, and one graph can compare them.
"""

from collections.abc import Sequence

from onnx import NodeProto

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import WITHOUT_SLOPE
from engine.errors import RequestError
from engine.graph.facts import GraphFacts, reads
from engine.graph.rows import rows_per_image
from engine.language import said

# Operators that may change the number of rows: they keep the elements in their order.
_RESHAPING = frozenset({"Flatten", "Reshape", "Squeeze", "Unsqueeze"})


def halves(ctx: RuleContext, tensor: str) -> tuple[str, str]:
    """The rows of the images and those of the baselines.

    An odd number of rows ends the run with an error: the sizes are worked out, not left to Split,
    which from opset 18 on would cut unequal parts.
    """
    rows = ctx.emit("Shape", tensor, start=0, end=1)
    half = ctx.emit("Div", rows, ctx.ints([2]))
    sizes = ctx.emit("Concat", half, half, axis=0)
    return ctx.emit("Split", tensor, sizes, outputs=2, axis=0)


def both(ctx: RuleContext, tensor: str) -> str:
    """The same for the images and for the baselines."""
    return ctx.emit("Concat", tensor, tensor, axis=0)


def check_halves(facts: GraphFacts, nodes: Sequence[NodeProto], varying: frozenset[str]) -> None:
    """Make sure that every tensor of a way keeps images in its first half, baselines in the second.

    Args:
        facts: the network.
        nodes: nodes of the way.
        varying: tensors whose values follow the image.

    Raises:
        RequestError: the batch size is fixed, or a node mixes images or moves them off axis 0.
    """
    batch = (facts.shape(facts.input_name) or (None,))[0]
    if isinstance(batch, int):
        raise RequestError(
            said(
                "DeepLIFT needs a free batch size, and this model's is fixed at {batch}: "
                "images and their baselines share one batch.",
                batch=batch,
            ),
            hint=said(
                "Import the model into WhyRay, which frees a fixed batch where the graph "
                "allows it, or export it with a free batch."
            ),
        )
    rows = rows_per_image(facts)
    for node in nodes:
        ends = (values_read(node) | set(node.output)) & varying
        counts = {rows.get(name, 0) for name in ends}
        is_kept = len(counts) == 1 or node.op_type in _RESHAPING
        if 0 in counts or not is_kept or _reorders(facts, node):
            raise RequestError(
                said(
                    "DeepLIFT cannot follow images and baselines through operator {op_type} "
                    "(node '{node}'): its rows are not those of single images in their "
                    "order.",
                    op_type=node.op_type,
                    node=node.name or node.output[0],
                ),
                hint=said("Use the plain gradient or integrated gradients."),
            )


def values_read(node: NodeProto) -> frozenset[str]:
    """Tensors of which a node reads the values, not only the element type."""
    lent = WITHOUT_SLOPE.get(node.op_type, frozenset())
    named = {name for i, name in enumerate(node.input) if name and i not in lent}
    return frozenset(named | (set(reads(node)) - set(node.input)))


def _reorders(facts: GraphFacts, node: NodeProto) -> bool:
    """Whether a Slice steps through the first axis, which may turn or thin the batch."""
    if node.op_type != "Slice" or len(node.input) < 5 or not node.input[4]:
        return False
    steps = facts.initializer(node.input[4])
    axes = facts.initializer(node.input[3]) if node.input[3] else range(len(steps))
    rank = len(facts.shape(node.input[0]) or ())
    return any(int(a) % rank == 0 and int(s) != 1 for a, s in zip(axes, steps, strict=True))
