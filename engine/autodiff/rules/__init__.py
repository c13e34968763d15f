"""All families of gradient rules, imported by name: frozen programs and searches see them."""

from engine.autodiff.registry import registered
from engine.autodiff.rules import (
    activations,
    arithmetic,
    convolution,
    layout,
    linear,
    normalization,
    pooling,
    quantization,
    reductions,
)

FAMILIES = (
    activations,
    arithmetic,
    convolution,
    layout,
    linear,
    normalization,
    pooling,
    quantization,
    reductions,
)

RULES = registered()
