"""Pictures of filters, read back pixel by pixel."""

import io

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("matplotlib", reason="the dependency group train is not installed")

from training.weights.filters import draw_filters


def _pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_the_first_layer_is_shown_in_colour():
    # One 1 x 2 filter: full red at the left, full negative of it at the right.
    kernel = np.zeros((1, 2, 3, 1), np.float32)
    kernel[0, 0, 0, 0], kernel[0, 1, 0, 0] = 1.0, -1.0
    pixels = _pixels(draw_filters(kernel)[0])
    factor = pixels.shape[1] // 4  # gap, two weights, gap

    assert pixels[factor + 1, factor + 1].tolist() == [255, 128, 128]
    assert pixels[factor + 1, 2 * factor + 1].tolist() == [0, 128, 128]


def test_signed_weights_are_red_and_blue_and_nothing_is_white():
    kernel = np.array([1.0, 0.0, -1.0], np.float32).reshape(1, 3, 1, 1)
    pixels = _pixels(draw_filters(kernel)[0])
    factor = pixels.shape[1] // 5
    positive, nothing, negative = (pixels[factor + 1, (k + 1) * factor + 1] for k in range(3))

    assert positive[0] > positive[2] + 50
    assert negative[2] > negative[0] + 50
    assert nothing.min() > 240


def test_the_strongest_input_of_a_filter_is_shown():
    kernel = np.zeros((1, 2, 5, 1), np.float32)
    kernel[0, :, 3, 0] = [2.0, -2.0]
    kernel[0, :, 1, 0] = [-0.1, 0.1]
    png, note = draw_filters(kernel)
    pixels = _pixels(png)
    factor = pixels.shape[1] // 4

    assert pixels[factor + 1, factor + 1][0] > pixels[factor + 1, factor + 1][2]
    assert "Of 5 inputs" in note


def test_every_input_of_a_depthwise_convolution_has_its_filter():
    png, _ = draw_filters(np.ones((3, 3, 16, 1), np.float32), is_depthwise=True)
    lone, _ = draw_filters(np.ones((3, 3, 16, 1), np.float32))

    # 16 filters in a row with their gaps are 65 weights wide, one is 5.
    assert _pixels(png).shape[1] / _pixels(png).shape[0] == pytest.approx(65 / 5, rel=0.01)
    assert _pixels(lone).shape[1] == _pixels(lone).shape[0]


def test_many_filters_are_cut_and_it_is_said():
    assert "first 128 of 500" in draw_filters(np.ones((3, 3, 1, 500), np.float32))[1]
    assert "256 x 10" in draw_filters(np.ones((1, 1, 300, 10), np.float32))[1]


def test_a_filter_of_zeros_is_white_and_no_error():
    assert _pixels(draw_filters(np.zeros((1, 1, 1, 1), np.float32))[0]).min() > 240
