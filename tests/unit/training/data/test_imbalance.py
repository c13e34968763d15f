"""Weights by their closed forms, and drawing rare classes more often."""

import numpy as np
import pytest

from engine.errors import RequestError
from training.data.imbalance import class_weights, oversampled_indices, positive_negative_weights


def test_class_weights_let_both_sides_of_a_binary_task_count_the_same():
    weights = class_weights(np.array([[1], [0], [0], [0]], np.float32))

    assert weights.tolist() == [4 / 6, 2.0]  # absent, present: 3 * 4/6 == 1 * 2


def test_class_weights_of_exclusive_classes():
    targets = np.eye(3, dtype=np.float32)[[0, 0, 0, 1, 1, 2]]

    assert np.allclose(class_weights(targets), [6 / 9, 6 / 6, 6 / 3])
    assert np.allclose(class_weights(targets) * targets.sum(axis=0), 2.0)


def test_positives_and_negatives_contribute_equally_after_weighting():
    random = np.random.default_rng(0)
    targets = (random.random((500, 14)) < np.linspace(0.01, 0.6, 14)).astype(np.float32)
    weights, share = positive_negative_weights(targets), targets.mean(axis=0)

    assert np.allclose(weights[:, 1] * share, weights[:, 0] * (1 - share))
    assert np.allclose(weights[:, 1], 1 - share)  # the course's w_pos is the frequency of negatives


@pytest.mark.parametrize("weigh", [class_weights, positive_negative_weights])
def test_a_class_without_images_has_no_weight(weigh):
    with pytest.raises(RequestError, match="no weight fits"):
        weigh(np.zeros((4, 1), np.float32))


@pytest.mark.parametrize("columns", [1, 3])
def test_oversampling_makes_exclusive_classes_equal_and_keeps_every_image(columns):
    classes = np.array([0] * 70 + [1] * 20 + [columns - 1 if columns == 3 else 1] * 5)
    targets = np.eye(3, dtype=np.float32)[classes] if columns == 3 else classes[:, None] > 0
    chosen = oversampled_indices(targets.astype(np.float32), seed=1)
    counts = np.bincount(classes[chosen] if columns == 3 else (classes[chosen] > 0).astype(int))

    assert set(counts.tolist()) == {70}
    assert set(chosen) == set(range(95))
    assert np.array_equal(chosen, oversampled_indices(targets.astype(np.float32), seed=1))
    assert not np.array_equal(chosen, oversampled_indices(targets.astype(np.float32), seed=2))


def test_repeat_factors_of_findings_that_occur_together():
    targets = np.zeros((1000, 2), np.float32)
    targets[:400, 0] = 1
    targets[390:416, 1] = 1  # 26 images; sqrt(400 / 26) = 3.92
    repeats = np.bincount(oversampled_indices(targets, seed=3), minlength=1000)

    assert (repeats[:390] == 1).all()
    assert (repeats[416:] == 1).all()
    assert set(repeats[390:416].tolist()) <= {3, 4}
    assert abs(repeats[390:416].mean() - np.sqrt(400 / 26)) < 0.2
