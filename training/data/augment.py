"""Random variation of training images, a batch at a time, reproducible to the single image.

All moves (rotation, shear, zoom, shift, flips, crop) are one affine map, so that a picture is
resampled once and its mask goes with it; tones follow in a fixed order. Keras' own layers do the
same one after the other, resample at every step and draw from a hidden state; here every draw comes
from a seed that is passed in, so a run that was killed goes on with the very same pictures.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from engine.errors import RequestError
from training.config.sections import AugmentationSection

# One uniform draw in [0, 1) per image for each of these.
_DRAWS = (
    "rotation", "shear", "zoom", "shift_x", "shift_y", "flip_x", "flip_y", "crop", "crop_x",
    "crop_y", "contrast", "brightness", "multiply", "red", "green", "blue", "hue", "saturation",
    "greyscale", "equalise",
)  # fmt: skip
Draw = Callable[[str], tf.Tensor]
_MOVES = ("rotation_deg", "shear_deg", "zoom", "shift", "horizontal_flip", "vertical_flip", "crop")


class Variation:
    """Draws and applies the variations of a configuration.

    Args:
        section: the ranges.
        channels: 1 or 3 of the network's input.
        pad_value: grey level of what lies outside the picture.

    Raises:
        RequestError: colours are to vary in pictures of one channel.
    """

    def __init__(
        self, section: AugmentationSection, *, channels: int, pad_value: float = 0.0
    ) -> None:
        colours = [name for name in ("rgb_shift", "hsv_shift", "greyscale") if _of(section, name)]
        if channels != 3 and colours:
            raise RequestError(
                f"{', '.join(colours)} need pictures of 3 channels, these have {channels}",
                hint="Set channels = 3 in [recipe], or leave them at 0 in [augmentation].",
            )
        self._section, self._channels, self._pad = section, channels, pad_value
        self._equalise = keras.layers.Equalization(value_range=(0, 1))

    def __call__(
        self, grey: tf.Tensor, masks: tf.Tensor | None, seed: tf.Tensor
    ) -> tuple[tf.Tensor, tf.Tensor | None]:
        """Varies a batch.

        Args:
            grey: (N, H, W, 1) float32 in [0, 1].
            masks: (N, H, W, 1) float32 that move along, or None.
            seed: (2,) int64; the same seed gives the same pictures.

        Returns:
            (N, H, W, channels) float32 in [0, 1], and the masks.
        """
        draws = tf.random.stateless_uniform((tf.shape(grey)[0], len(_DRAWS)), seed)

        def draw(name: str) -> tf.Tensor:
            return draws[:, _DRAWS.index(name)]

        if any(_of(self._section, name) for name in _MOVES):
            grey, masks = self._moved(grey, masks, draw)
        toned = self._toned(grey, draw, seed)
        if self._channels == 3:
            toned = self._coloured(tf.repeat(toned, 3, axis=-1), draw)
        return toned, masks

    def _moved(
        self, grey: tf.Tensor, masks: tf.Tensor | None, draw: Draw
    ) -> tuple[tf.Tensor, tf.Tensor | None]:
        both = grey - self._pad  # outside is 0 for picture and mask
        if masks is not None:
            both = tf.concat([both, masks], axis=-1)
        moved = keras.ops.image.affine_transform(
            both,
            affine_rows(self._section, draw, both.shape[1], both.shape[2]),
            interpolation="bilinear",
            fill_mode="constant",
            fill_value=0.0,
            data_format="channels_last",
        )
        return moved[..., :1] + self._pad, moved[..., 1:] if masks is not None else None

    def _toned(self, grey: tf.Tensor, draw: Draw, seed: tf.Tensor) -> tf.Tensor:
        section = self._section
        if section.contrast > 0:
            mean = tf.reduce_mean(grey, axis=(1, 2, 3), keepdims=True)
            grey = (grey - mean) * _each(1.0 + _either(draw("contrast"), section.contrast)) + mean
        if section.brightness > 0:
            grey = grey + _each(_either(draw("brightness"), section.brightness))
        if section.multiply > 0:
            grey = grey * _each(1.0 + _either(draw("multiply"), section.multiply))
        if section.noise > 0:
            grey = grey + section.noise * tf.random.stateless_normal(tf.shape(grey), seed + 1)
        grey = tf.clip_by_value(grey, 0.0, 1.0)
        if section.equalise > 0:
            chosen = _each(draw("equalise")) < section.equalise
            grey = tf.where(chosen, self._equalise(grey), grey)
        return grey

    def _coloured(self, pictures: tf.Tensor, draw: Draw) -> tf.Tensor:
        section = self._section
        if section.rgb_shift > 0:
            shifts = tf.stack([draw("red"), draw("green"), draw("blue")], axis=-1)
            pictures = pictures + _either(shifts, section.rgb_shift)[:, None, None, :]
            pictures = tf.clip_by_value(pictures, 0.0, 1.0)
        if section.hsv_shift > 0:
            hue, saturation, value = tf.split(tf.image.rgb_to_hsv(pictures), 3, axis=-1)
            hue = tf.math.floormod(hue + _each(_either(draw("hue"), section.hsv_shift)), 1.0)
            saturation = saturation * _each(1.0 + _either(draw("saturation"), section.hsv_shift))
            hsv = tf.concat([hue, tf.clip_by_value(saturation, 0.0, 1.0), value], axis=-1)
            pictures = tf.image.hsv_to_rgb(hsv)
        if section.greyscale > 0:
            plain = tf.repeat(tf.image.rgb_to_grayscale(pictures), 3, axis=-1)
            pictures = tf.where(_each(draw("greyscale")) < section.greyscale, plain, pictures)
        return pictures


def affine_rows(section: AugmentationSection, draw: Draw, height: int, width: int) -> tf.Tensor:
    """(N, 8) maps from pixels of the varied picture to pixels of the given one.

    Rows [a0 a1 a2 b0 b1 b2 0 0]: x' = a0 x + a1 y + a2, y' = b0 x + b1 y + b2, about the centre.
    """
    angle = _either(draw("rotation"), np.deg2rad(section.rotation_deg))
    slant = tf.tan(_either(draw("shear"), np.deg2rad(section.shear_deg)))
    kept = 1.0 - section.crop * draw("crop")
    scale = kept * (1.0 + _either(draw("zoom"), section.zoom))
    across = scale * _sign(draw("flip_x"), section.horizontal_flip)
    down = scale * _sign(draw("flip_y"), section.vertical_flip)
    cos, sin = tf.cos(angle), tf.sin(angle)
    a0, a1 = cos * across, (cos * slant - sin) * down
    b0, b1 = sin * across, (sin * slant + cos) * down
    x, y = (width - 1) / 2.0, (height - 1) / 2.0
    room = (1.0 - kept) / 2.0  # the crop lies anywhere in the picture
    to_x = x + width * (_either(draw("shift_x"), section.shift) + _either(draw("crop_x"), room))
    to_y = y + height * (_either(draw("shift_y"), section.shift) + _either(draw("crop_y"), room))
    zeros = tf.zeros_like(a0)
    rows = [a0, a1, to_x - a0 * x - a1 * y, b0, b1, to_y - b0 * x - b1 * y, zeros, zeros]
    return tf.stack(rows, axis=1)


def _of(section: AugmentationSection, name: str) -> bool:
    return bool(getattr(section, name))


def _either(draws: tf.Tensor, most: float | tf.Tensor) -> tf.Tensor:
    """Draws in [0, 1) spread over -most .. most."""
    return (2.0 * draws - 1.0) * most


def _sign(draws: tf.Tensor, is_flipped: bool) -> tf.Tensor:
    """-1 for half of the draws, where flips are asked for."""
    return tf.where(draws < 0.5, -1.0, 1.0) if is_flipped else tf.ones_like(draws)


def _each(values: tf.Tensor) -> tf.Tensor:
    """(N,) -> (N, 1, 1, 1)."""
    return values[:, None, None, None]
