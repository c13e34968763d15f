"""How a configuration varies training images, as a picture: each kind alone, then all together."""

from dataclasses import replace

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.options import option_facts
from training.config.sections import AugmentationSection
from training.data.augment import Variation
from training.summary.canvas import as_png, new_chart

_VARIANTS = 7
_FACTS = {facts.name: facts for facts in option_facts(AugmentationSection)}


def draw_preview(
    grey: NDArray[np.float32], section: AugmentationSection, recipe: Recipe, seed: int
) -> bytes:
    """A PNG with one row per kind that is switched on.

    Args:
        grey: (H, W) float32 in [0, 1] of any size.
        section: the ranges.
        recipe: size, fit and channels of the network's input.
        seed: of the draws.
    """
    fitted = recipe.apply_grey(grey).grey
    kinds = active_kinds(section)
    rows = [(in_words(section, name), alone(section, name)) for name in kinds]
    rows.append(("all together, as in training", section))
    figure, charts = new_chart(len(rows), 1, width=1.5 * (_VARIANTS + 1), height=1.85)
    for number, (chart, (words, own)) in enumerate(zip(charts, rows, strict=True)):
        variants = vary_one(fitted, own, recipe, seed + number, _VARIANTS)
        original = np.repeat(fitted[:, :, None], variants.shape[3], axis=2)
        strip = np.hstack([original, *variants])
        chart.imshow(strip if strip.shape[2] == 3 else strip[:, :, 0], cmap="gray", vmin=0, vmax=1)
        chart.set_title(f"original, then {words}", fontsize=9, loc="left")
        chart.set_axis_off()
    return as_png(figure)


def active_kinds(section: AugmentationSection) -> tuple[str, ...]:
    """Names of the kinds that are switched on, in the order of the section."""
    return tuple(name for name in _FACTS if getattr(section, name))


def alone(section: AugmentationSection, kind: str) -> AugmentationSection:
    """Only this kind; hue and saturation need colours to shift, so those come along."""
    off = {name: type(facts.default)(0) for name, facts in _FACTS.items() if name != kind}
    if kind in ("hsv_shift", "greyscale"):
        off["rgb_shift"] = section.rgb_shift
    return replace(section, **off)


def in_words(section: AugmentationSection, kind: str) -> str:
    """The kind with its range."""
    facts, value = _FACTS[kind], getattr(section, kind)
    amount = "" if isinstance(value, bool) else f" up to {value:g} {facts.unit}".rstrip()
    return f"{kind.removesuffix('_deg').replace('_', ' ')}{amount}: {facts.help}"


def vary_one(
    fitted: NDArray[np.float32],
    section: AugmentationSection,
    recipe: Recipe,
    seed: int,
    count: int,
) -> NDArray[np.float32]:
    """(count, H, W, C) variants of one fitted picture (H, W)."""
    vary = Variation(section, channels=recipe.channels, pad_value=recipe.pad_value)
    batch = tf.constant(np.repeat(fitted[None, :, :, None], count, axis=0))
    return np.asarray(vary(batch, None, tf.constant([seed, 0], tf.int64))[0])
