"""Batches: which images, in which order, varied how; independent references where there are any."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import tensorflow as tf

from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from training.config import TrainingConfig
from training.config.sections import AugmentationSection, ImbalanceSection, ScheduleSection
from training.data.arrays import Split, network_input
from training.data.augment import Variation
from training.data.pipeline import PLACE, cells, plain_batches, training_batches
from training.data.preview import active_kinds, alone, in_words, vary_one
from training.data.sample import Sample
from training.models.head import PROBABILITY

pytestmark = pytest.mark.training

OFF = AugmentationSection(rotation_deg=0.0, zoom=0.0, shift=0.0, contrast=0.0, brightness=0.0)
RECIPE = Recipe(16, 20, scaling="mean-std", mean=(0.4,), deviation=(0.2,))
SEED = tf.constant([3, 9], tf.int64)


def _split(count: int = 22, *, has_masks: bool = False, positives: int = 5) -> Split:
    """Image i has the grey i * 100 everywhere, so that it is known again in a batch."""
    grey = np.broadcast_to(
        (np.arange(count, dtype=np.uint16) * 100)[:, None, None, None], (count, 16, 20, 1)
    )
    targets = (np.arange(count) < positives).astype(np.float32)[:, None]
    samples = tuple(Sample(Path(f"{i}.png"), ("x",), str(i)) for i in range(count))
    masks = np.full((count, 16, 20, 1), 65535, np.uint16) if has_masks else None
    return Split(grey.copy(), targets, samples, masks)


def _config(**changes) -> TrainingConfig:
    plain = TrainingConfig(
        recipe=RECIPE, augmentation=OFF, schedule=ScheduleSection(batch=8, seed=5)
    )
    return replace(plain, **changes)


def _numbers(inputs) -> list[int]:
    """Which images a batch of network inputs shows."""
    grey = np.asarray(inputs)[:, 0, 0, 0] * 0.2 + 0.4
    return np.rint(grey * 65535 / 100).astype(int).tolist()


def _epoch(batches) -> list[int]:
    return [number for inputs, *_ in batches for number in _numbers(inputs)]


def test_plain_batches_show_every_image_once_in_order_as_the_clinic_does():
    split = _split()
    batches = list(plain_batches(split, RECIPE, 8))

    assert _epoch(batches) == list(range(22))
    inputs = np.concatenate([np.asarray(batch[0]) for batch in batches])
    assert np.allclose(inputs, network_input(split.grey, RECIPE), atol=1e-6)
    targets = np.concatenate([np.asarray(batch[1][PROBABILITY]) for batch in batches])
    assert np.array_equal(targets, split.targets)


def test_each_epoch_shows_every_image_once_in_another_order():
    batches = training_batches(_split(), RECIPE, _config())
    first, second = _epoch(batches), _epoch(batches)

    assert sorted(first) == sorted(second) == list(range(22))
    assert first != second
    assert int(batches.cardinality()) == 3


def test_a_resumed_run_sees_the_very_same_pictures():
    config = _config(augmentation=AugmentationSection(noise=0.05))
    whole = training_batches(_split(), RECIPE, config)
    epochs = [[np.asarray(inputs) for inputs, *_ in whole] for _ in range(3)]
    resumed = training_batches(_split(), RECIPE, config, first_epoch=2)

    again = [np.asarray(inputs) for inputs, *_ in resumed]
    assert all(np.array_equal(a, b) for a, b in zip(epochs[2], again, strict=True))
    assert not np.array_equal(epochs[1][0], epochs[2][0])


def test_targets_stay_with_their_images():
    split = _split()
    for inputs, targets, _ in training_batches(split, RECIPE, _config()):
        expected = [[float(number < 5)] for number in _numbers(inputs)]
        assert np.asarray(targets[PROBABILITY]).tolist() == expected


def test_oversampling_balances_an_epoch_and_weights_stay_one():
    config = _config(imbalance=ImbalanceSection(strategy="oversample"))
    batches = list(training_batches(_split(), RECIPE, config))
    shown = np.array(_epoch(batches))

    assert (shown < 5).sum() == (shown >= 5).sum() == 17
    assert all((np.asarray(weights[PROBABILITY]) == 1).all() for *_, weights in batches)


def test_masks_become_cells_of_the_feature_maps():
    batches = training_batches(_split(has_masks=True), RECIPE, _config(), grid_hw=(4, 5))
    _, targets, weights = next(iter(batches))

    assert targets[PLACE].shape == (8, 4, 5, 1)
    assert weights[PLACE].shape == (8, 4, 5)
    assert (np.asarray(targets[PLACE]) == 1).all()


def test_mask_cells_lie_where_the_feature_maps_look():
    masks = np.zeros((1, 128, 128, 1), dtype=np.float32)
    masks[0, 8 + 3 * 8 : 8 + 4 * 8, 8 : 8 + 8] = 1.0  # the cell in row 3, column 0 of 14 x 14
    found = np.asarray(cells(tf.constant(masks), (14, 14)))[0, :, :, 0]

    assert found.shape == (14, 14)
    assert found[3, 0] == 1.0
    assert found.sum() == 1.0


def _vary(section, grey, masks=None, *, channels=1, seed=SEED, pad=0.0):
    vary = Variation(section, channels=channels, pad_value=pad)
    own = None if masks is None else tf.constant(masks)
    varied, moved = vary(tf.constant(grey), own, seed)
    return np.asarray(varied), None if moved is None else np.asarray(moved)


def _blob(count: int, side: int = 64) -> np.ndarray:
    """A smooth spot off the centre: where it goes tells how a picture was moved."""
    y, x = np.mgrid[:side, :side]
    spot = np.exp(-((x - 40) ** 2 + (y - 24) ** 2) / (2 * 3.0**2))
    return np.repeat(spot[None, :, :, None], count, axis=0).astype(np.float32)


def _centres(pictures) -> np.ndarray:
    """(N, 2) x and y of the centre of mass, about the middle of the picture."""
    side = pictures.shape[1]
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    total = pictures[..., 0].sum(axis=(1, 2))
    return np.stack([(pictures[..., 0] * axis).sum(axis=(1, 2)) / total for axis in (x, y)], axis=1)


def test_no_variation_changes_nothing():
    grey = _blob(3)

    assert np.abs(_vary(OFF, grey)[0] - grey).max() < 1e-30  # denormal numbers become 0


def test_rotations_keep_the_distance_from_the_centre_and_fill_their_range():
    moved = _centres(_vary(replace(OFF, rotation_deg=30.0), _blob(200))[0])
    start = _centres(_blob(1))[0]
    angles = np.rad2deg(np.arctan2(moved[:, 1], moved[:, 0]) - np.arctan2(start[1], start[0]))

    assert np.allclose(np.hypot(*moved.T), np.hypot(*start), atol=0.05)
    assert -30.1 <= angles.min() < -27
    assert 27 < angles.max() <= 30.1


def test_shifts_stay_in_their_range_and_move_both_ways():
    moves = _centres(_vary(replace(OFF, shift=0.1), _blob(200))[0]) - _centres(_blob(1))

    assert 0.09 * 64 < np.abs(moves).max() <= 0.1 * 64 + 0.05
    assert (moves.min(axis=0) < -5).all()
    assert (moves.max(axis=0) > 5).all()


def test_zooms_scale_the_distance_from_the_centre():
    factors = (_centres(_vary(replace(OFF, zoom=0.2), _blob(200))[0]) / _centres(_blob(1))).mean(
        axis=1
    )

    assert 1 / 1.2 - 0.01 <= factors.min() < 0.86  # drawn smaller
    assert 1.2 < factors.max() <= 1 / 0.8 + 0.01


def test_shear_slants_lines_and_keeps_the_rows():
    moved = _centres(_vary(replace(OFF, shear_deg=20.0), _blob(200))[0])
    x, y = _centres(_blob(1))[0]

    assert np.allclose(moved[:, 1], y, atol=0.05)
    slants = np.abs((moved[:, 0] - x) / y)
    assert 0.9 * np.tan(np.deg2rad(20)) < slants.max() <= np.tan(np.deg2rad(20)) + 0.01


@pytest.mark.parametrize(("kind", "axis"), [("horizontal_flip", 2), ("vertical_flip", 1)])
def test_flips_mirror_half_of_the_pictures_exactly(kind, axis):
    grey = np.random.default_rng(0).random((1, 8, 8, 1), np.float32).repeat(400, axis=0)
    varied, _ = _vary(replace(OFF, **{kind: True}), grey)
    is_flipped = (np.abs(varied - np.flip(grey, axis)).max(axis=(1, 2, 3))) < 1e-5
    is_same = (np.abs(varied - grey).max(axis=(1, 2, 3))) < 1e-5

    assert (is_flipped ^ is_same).all()
    assert 0.4 < is_flipped.mean() < 0.6


def test_one_map_moves_as_opencv_would():
    """All moves at once against `cv2.warpAffine` with the same matrix."""
    from training.data.augment import _DRAWS, affine_rows

    section = AugmentationSection(rotation_deg=20.0, shear_deg=10.0, zoom=0.2, crop=0.2)
    section = replace(section, contrast=0.0, brightness=0.0, horizontal_flip=True)
    grey = np.random.default_rng(1).random((4, 40, 48, 1), np.float32)
    grey = np.array([cv2.GaussianBlur(picture, (0, 0), 2) for picture in grey])[..., None]
    varied, _ = _vary(section, grey)
    draws = np.asarray(tf.random.stateless_uniform((4, len(_DRAWS)), SEED))
    rows = affine_rows(section, lambda name: tf.constant(draws[:, _DRAWS.index(name)]), 40, 48)

    for picture, row, found in zip(grey, np.asarray(rows), varied, strict=True):
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        expected = cv2.warpAffine(picture[..., 0], row[:6].reshape(2, 3), (48, 40), flags=flags)
        inside = (slice(3, -3), slice(3, -3))  # borders are blended differently
        difference = np.abs(found[..., 0] - expected)[inside]
        assert np.quantile(difference, 0.97) < 0.01


def test_masks_move_with_their_images():
    section = AugmentationSection(rotation_deg=15.0, zoom=0.1, shift=0.1, contrast=0.0)
    section = replace(section, brightness=0.0, shear_deg=8.0, crop=0.1, horizontal_flip=True)
    varied, masks = _vary(section, _blob(50), _blob(50))

    assert np.allclose(masks, varied, atol=1e-5)


def test_what_comes_in_from_outside_has_the_pad_value_and_no_mask():
    section = replace(OFF, shift=0.3)
    varied, masks = _vary(
        section, np.full((20, 32, 32, 1), 0.7, np.float32), np.ones((20, 32, 32, 1), "f"), pad=0.25
    )

    outside = masks[..., 0] == 0
    assert outside.any()
    assert np.allclose(varied[..., 0][outside], 0.25, atol=1e-6)


def test_tones_by_their_closed_forms():
    grey = np.random.default_rng(2).uniform(0.4, 0.6, (300, 6, 6, 1)).astype(np.float32)
    mean = grey.mean(axis=(1, 2, 3), keepdims=True)

    contrast = ((_vary(replace(OFF, contrast=0.3), grey)[0] - mean) / (grey - mean)).mean((1, 2, 3))
    brightness = (_vary(replace(OFF, brightness=0.2), grey)[0] - grey).mean((1, 2, 3))
    multiply = (_vary(replace(OFF, multiply=0.25), grey)[0] / grey).mean((1, 2, 3))
    noise = _vary(replace(OFF, noise=0.05), grey)[0] - grey

    for found, low, high in (
        (contrast, 0.7, 1.3), (brightness, -0.2, 0.2), (multiply, 0.75, 1.25)
    ):  # fmt: skip
        assert low - 1e-3 <= found.min() < low + 0.05
        assert high - 0.05 < found.max() <= high + 1e-3
    assert abs(noise.std() - 0.05) < 0.002


def test_equalising_is_what_opencv_does():
    film = cv2.GaussianBlur(np.random.default_rng(3).random((64, 64), np.float32), (0, 0), 4)
    grey = np.rint(film * 255) / np.float32(255)
    varied, _ = _vary(replace(OFF, equalise=1.0), grey[None, :, :, None])
    expected = cv2.equalizeHist(np.rint(grey * 255).astype(np.uint8)) / 255

    assert np.abs(varied[0, :, :, 0] - expected).mean() < 0.02


def test_colours_are_shifted_by_channel_and_taken_away_by_chance():
    grey = np.full((300, 4, 4, 1), 0.5, np.float32)
    shifted, _ = _vary(replace(OFF, rgb_shift=0.1), grey, channels=3)
    shifts = shifted[:, 0, 0] - 0.5
    plain, _ = _vary(replace(OFF, rgb_shift=0.1, greyscale=0.5), grey, channels=3)
    is_grey = np.ptp(plain[:, 0, 0], axis=1) < 1e-6
    turned, _ = _vary(replace(OFF, rgb_shift=0.1, hsv_shift=0.2), grey, channels=3)

    assert np.abs(shifts).max() <= 0.1 + 1e-6
    assert np.abs(np.corrcoef(shifts.T)[0, 1:]).max() < 0.2  # each channel alone
    assert 0.4 < is_grey.mean() < 0.6
    assert np.allclose(turned.max(axis=3), shifted.max(axis=3), atol=1e-5)  # value stays


@pytest.mark.parametrize("kind", ["rgb_shift", "hsv_shift", "greyscale"])
def test_colours_need_three_channels(kind):
    with pytest.raises(RequestError, match="3 channels"):
        Variation(replace(OFF, **{kind: 0.2}), channels=1)


def test_the_same_seed_gives_the_same_pictures_whatever_else_ran():
    section = AugmentationSection(noise=0.1, equalise=0.5)
    first, _ = _vary(section, _blob(6))
    _vary(section, _blob(6), seed=tf.constant([3, 10], tf.int64))
    tf.random.set_seed(99)

    assert np.array_equal(first, _vary(section, _blob(6))[0])
    assert not np.array_equal(first, _vary(section, _blob(6), seed=SEED + 1)[0])


def test_a_preview_tells_every_kind_with_its_range():
    section = AugmentationSection(horizontal_flip=True, hsv_shift=0.1, rgb_shift=0.1)
    kinds = active_kinds(section)

    assert kinds[:4] == ("rotation_deg", "zoom", "shift", "horizontal_flip")
    assert in_words(section, "rotation_deg") == "rotation up to 7 degrees: either way"
    assert active_kinds(alone(section, "zoom")) == ("zoom",)
    recipe = Recipe(32, 32, channels=3)
    variants = vary_one(np.full((32, 32), 0.5, np.float32), section, recipe, 1, 4)
    assert variants.shape == (4, 32, 32, 3)
