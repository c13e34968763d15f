"""Random variation of training images by Keras layers.

No flips: a chest is not symmetric, and the heart tells the sides apart.
"""

import keras

from training.config import Augmentation


def geometric(strength: Augmentation, seed: int) -> keras.Sequential:
    """Moves (N, H, W, C) float32 pictures, all channels alike (a mask goes with its image)."""
    layers = keras.layers
    chosen = [
        (
            strength.rotation_deg,
            lambda v: layers.RandomRotation(v / 360.0, fill_mode="constant", seed=seed),
        ),
        (strength.zoom, lambda v: layers.RandomZoom((-v, v), fill_mode="constant", seed=seed + 1)),
        (
            strength.shift,
            lambda v: layers.RandomTranslation(v, v, fill_mode="constant", seed=seed + 2),
        ),
    ]
    return _stack(chosen, "geometric")


def photometric(strength: Augmentation, seed: int) -> keras.Sequential:
    """Changes the greys of (N, H, W, 1) float32 pictures in [0, 1]."""
    layers = keras.layers
    chosen = [
        (
            strength.contrast,
            lambda v: layers.RandomContrast(v, value_range=(0, 1), seed=seed + 3),
        ),
        (
            strength.brightness,
            lambda v: layers.RandomBrightness(v, value_range=(0, 1), seed=seed + 4),
        ),
    ]
    return _stack(chosen, "photometric")


def _stack(chosen: list[tuple], name: str) -> keras.Sequential:  # type: ignore[type-arg]
    active = [make(value) for value, make in chosen if value > 0]
    return keras.Sequential(active or [keras.layers.Identity()], name=name)
