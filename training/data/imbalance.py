"""Classes that differ in number: their weights, and drawing rare ones more often.

Weights are put to use by the loss (`training.losses`), drawing by `training.data.pipeline`; never
both at once.
"""

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError


def class_weights(targets: NDArray[np.float32]) -> NDArray[np.float64]:
    """Weights that let every class count the same in sum: N / (C N_c).

    Args:
        targets: (N, C) one-hot rows, or (N, 1) of a binary task.

    Returns:
        (C,) for one-hot rows; (2,) for a binary task, of absent and present.

    Raises:
        RequestError: a class without images.
    """
    counts = _class_counts(targets)
    _demand(counts)
    return len(targets) / (len(counts) * counts)


def positive_negative_weights(targets: NDArray[np.float32]) -> NDArray[np.float64]:
    """(C, 2) weights of negatives and positives: the frequency of the other side.

    Positives and negatives of a class then count the same, p (1 - p) each, and rare classes count
    less than common ones, as in the chest X-ray course (deeplearning.ai, AI for Medical Diagnosis).

    Args:
        targets: (N, C) of 0 and 1.

    Raises:
        RequestError: a class that no image or every image has.
    """
    positives = targets.sum(axis=0, dtype=np.float64)
    counts = np.stack([len(targets) - positives, positives], axis=1)
    _demand(counts)
    return counts[:, ::-1] / len(targets)


def oversampled_indices(targets: NDArray[np.float32], seed: int) -> NDArray[np.int64]:
    """Which images an epoch shows so that rare classes are drawn more often.

    Of classes that exclude each other every image once, and of all but the largest class so many
    more, drawn with replacement, that all are equal in number. Of findings that occur together
    every image r times, r the largest over its findings of sqrt(f_max / f_c), fractions by lot
    (repeat factor sampling: Gupta, Dollár, Girshick, "LVIS", CVPR 2019, section 4).

    Args:
        targets: (N, C): one-hot rows, (N, 1) of a binary task, or several findings per row.
        seed: of the draws.

    Returns:
        (M,) indices into the rows, M >= N, sorted; the order is shuffled later.
    """
    random = np.random.default_rng(seed)
    is_exclusive = targets.shape[1] == 1 or bool(np.all(targets.sum(axis=1) == 1))
    if is_exclusive:
        return _equal_numbers(targets, random)
    positives = targets.sum(axis=0, dtype=np.float64)
    factors = np.sqrt(positives.max() / np.maximum(positives, 1.0))
    repeats = np.maximum(1.0, np.max(targets * factors, axis=1, initial=1.0))
    whole = np.floor(repeats).astype(np.int64)
    whole += random.random(len(repeats)) < repeats - whole
    return np.repeat(np.arange(len(targets)), whole)


def _equal_numbers(targets: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.int64]:
    is_binary = targets.shape[1] == 1
    classes = targets[:, 0].astype(np.int64) if is_binary else np.argmax(targets, axis=1)
    largest = int(np.bincount(classes).max())
    chosen = [np.arange(len(classes))]
    for one in np.unique(classes):
        own = np.flatnonzero(classes == one)
        chosen.append(random.choice(own, largest - len(own)))
    return np.sort(np.concatenate(chosen))


def _class_counts(targets: NDArray[np.float32]) -> NDArray[np.float64]:
    counts = targets.sum(axis=0, dtype=np.float64)
    return np.array([len(targets) - counts[0], counts[0]]) if targets.shape[1] == 1 else counts


def _demand(counts: NDArray[np.float64]) -> None:
    if not np.all(counts > 0):
        raise RequestError(
            "a class has no image, or no image without it, in the training set: no weight fits",
            hint='Leave the class out, or set strategy = "none" in [imbalance].',
        )
