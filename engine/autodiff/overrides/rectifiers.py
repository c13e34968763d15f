"""Guided back-propagation and DeconvNet: other rules at rectifiers, and only there.

A rectifier is a Relu, a Clip from 0 (ReLU6) or a Max with a stored 0. Both papers define their rule
by what a rectifier blocks. LeakyRelu, Elu, Gelu, Swish and the like block nothing, and the papers
leave them open; so does this module. Where a network has them beside rectifiers they keep their
true gradient, and a note says so. A network without rectifiers is refused: what would come out is
the plain gradient under another name, as common libraries return it without a word. A rectifier
that a quantiser has absorbed is none: its saturation cuts both ends off alike.

References:
    Springenberg et al., Striving for Simplicity, 2015, arXiv:1412.6806.
    Zeiler, Fergus, Visualizing and Understanding Convolutional Networks, 2014, arXiv:1311.2901.
"""

from collections.abc import Mapping

import numpy as np
from onnx import NodeProto

from engine.autodiff.context import RuleContext
from engine.autodiff.overrides.override import ELEMENTWISE, Applied, Override, Path, counted
from engine.autodiff.registry import Rule
from engine.autodiff.rules import RULES
from engine.errors import RequestError
from engine.graph.facts import GraphFacts
from engine.language import said

_ALWAYS = frozenset({"Relu"})
_SOMETIMES = frozenset({"Clip", "Max"})


def guided(ctx: RuleContext, g: str) -> list[str | None]:
    """R_in = 1[y > 0] 1[R > 0] R (Springenberg et al. 2015)."""
    return list(RULES[ctx.node.op_type](ctx, ctx.emit("Relu", g)))


def deconvnet(ctx: RuleContext, g: str) -> list[str | None]:
    """R_in = 1[R > 0] R, whatever the activation was (Zeiler & Fergus 2014)."""
    passed = ctx.emit("Relu", g)
    return [
        ctx.unbroadcast(passed, i) if ctx.needs(i) else None for i in range(len(ctx.node.input))
    ]


def is_rectifier(facts: GraphFacts, node: NodeProto) -> bool:
    """Whether a node computes max(x, 0), cut off above or not."""
    if node.op_type == "Clip":
        low = facts.initializer(node.input[1]) if len(node.input) > 1 and node.input[1] else None
        return low is not None and float(low) == 0.0
    if node.op_type == "Max":
        values = [facts.initializer(name) for name in node.input]
        stored = [value for value in values if value is not None]
        return len(values) == 2 and len(stored) == 1 and not np.any(stored[0])
    return node.op_type in _ALWAYS


def _table(variant: Rule) -> Mapping[str, Rule]:
    """The variant at rectifiers, the true rule at any other Clip or Max."""

    def choose(ctx: RuleContext, g: str) -> list[str | None]:
        chosen = variant if is_rectifier(ctx.facts, ctx.node) else RULES[ctx.node.op_type]
        return list(chosen(ctx, g))

    return dict.fromkeys(_ALWAYS, variant) | dict.fromkeys(_SOMETIMES, choose)


def _apply(path: Path) -> Applied:
    """Count the rectifiers. Raises RequestError where there are none."""
    rectifiers = [n for n in path.nodes if is_rectifier(path.facts, n)]
    others = [n for n in path.nodes if n.op_type in ELEMENTWISE and not is_rectifier(path.facts, n)]
    if not rectifiers:
        found = (
            said("only {counted}", counted=counted(others))
            if others
            else said("no activation function at all")
        )
        raise RequestError(
            said(
                "Guided back-propagation and DeconvNet are defined at rectifiers (ReLU, "
                "ReLU6), and there are none on the way from '{score}' to {name}: {found}.",
                score=path.score,
                name=", ".join(repr(name) for name in path.wrt),
                found=found,
            ),
            hint=said("Use the plain gradient, or an earlier layer."),
        )
    note = said("rectifiers by the variant's rule: {counted}", counted=counted(rectifiers))
    if others:
        note += said("; not defined for, and true gradient at: {counted}", counted=counted(others))
    return Applied(len(rectifiers), (note,))


GUIDED_BACKPROP = Override(
    "guided-backprop", said("Springenberg et al. 2015, arXiv:1412.6806"), _table(guided), _apply
)
DECONVNET = Override(
    "deconvnet", said("Zeiler and Fergus 2014, arXiv:1311.2901"), _table(deconvnet), _apply
)
