"""Random variation of training images by Keras layers. No flips: a chest is not symmetric, the heart tells."""

import keras

from training.config import Augmentation


def augmenter(strength: Augmentation, seed: int) -> keras.Sequential:
    """Layers that take and give (N, H, W, 1) float32 in [0, 1]; active only with ``training=True``."""
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
        (strength.contrast, lambda v: layers.RandomContrast(v, value_range=(0, 1), seed=seed + 3)),
        (
            strength.brightness,
            lambda v: layers.RandomBrightness(v, value_range=(0, 1), seed=seed + 4),
        ),
    ]
    return keras.Sequential(
        [make(value) for value, make in chosen if value > 0], name="augmentation"
    )
