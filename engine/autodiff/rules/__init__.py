"""All families of gradient rules, imported by name: frozen programs and searches see them."""

from engine.autodiff.registry import registered
from engine.autodiff.rules import (
    activations,
    arithmetic,
    convolution,
    gated_units,
    group_normalization,
    layer_normalization,
    layout,
    linear,
    local_response,
    lp_normalization,
    lp_pooling,
    max_pooling,
    normalization,
    ordering,
    pooling,
    quantization,
    rectifiers,
    reductions,
    trigonometry,
)

FAMILIES = (
    activations,
    arithmetic,
    convolution,
    gated_units,
    group_normalization,
    layer_normalization,
    layout,
    linear,
    local_response,
    lp_normalization,
    lp_pooling,
    max_pooling,
    normalization,
    ordering,
    pooling,
    quantization,
    rectifiers,
    reductions,
    trigonometry,
)

RULES = registered()
