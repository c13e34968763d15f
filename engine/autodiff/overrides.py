"""Rule tables that replace true gradients by variants that some explanation methods use.

They differ from the gradient only at rectifiers: Relu, and a Clip whose lower bound is 0 (ReLU6).
A network without them is not changed; `GradientModel.overridden` tells how many nodes were.
"""

from collections.abc import Mapping

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import Rule
from engine.autodiff.rules import RULES


def guided_relu(ctx: RuleContext, g: str) -> list[str | None]:
    """R_in = 1[y > 0] 1[R > 0] R (Springenberg et al. 2015, arXiv 1412.6806)."""
    return RULES[ctx.node.op_type](ctx, ctx.emit("Relu", g))


def deconvnet_relu(ctx: RuleContext, g: str) -> list[str | None]:
    """R_in = 1[R > 0] R, whatever the activation was (Zeiler & Fergus 2014, arXiv 1311.2901)."""
    return [ctx.emit("Relu", g)]


def _at_relu6(variant: Rule) -> Rule:
    """The variant at a Clip from 0, the true rule at any other Clip."""

    def choose(ctx: RuleContext, g: str) -> list[str | None]:
        low = ctx.value(1)
        is_rectifier = low is not None and float(low) == 0.0
        return variant(ctx, g) if is_rectifier else RULES["Clip"](ctx, g)

    return choose


GUIDED_BACKPROP: Mapping[str, Rule] = {"Relu": guided_relu, "Clip": _at_relu6(guided_relu)}
DECONVNET: Mapping[str, Rule] = {"Relu": deconvnet_relu, "Clip": _at_relu6(deconvnet_relu)}
