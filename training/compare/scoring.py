"""Both models asked about the same images, each through its own recipe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import read_grey
from engine.bundle.store import Bundle
from engine.errors import ImageError
from training.data.sample import Sample
from training.evaluate.onnx_scores import OnnxScores
from training.refusals import Refused

_BATCH = 32


@dataclass(frozen=True)
class BothScored:
    """What both say.

    Attributes:
        samples: N images that could be read.
        old: (N, C) calibrated probabilities of the first model.
        new: (N, D) of the second.
        unreadable: (file, reason) of the others.
    """

    samples: tuple[Sample, ...]
    old: NDArray[np.float64]
    new: NDArray[np.float64]
    unreadable: tuple[tuple[Path, str], ...]


def score_both(old: Bundle, new: Bundle, samples: Sequence[Sample]) -> Iterator[float | BothScored]:
    """Yields the share done and at last what both say; every image is read once.

    Raises:
        Refused: not one image can be read.
        ModelError: a model cannot be run.
    """
    models = [OnnxScores(old), OnnxScores(new)]
    recipes = [bundle.manifest.recipe for bundle in (old, new)]
    kept, unreadable = [], []
    told: tuple[list, list] = ([], [])
    for start in range(0, len(samples), _BATCH):
        tensors: tuple[list, list] = ([], [])
        for sample in samples[start : start + _BATCH]:
            try:
                grey = read_grey(sample.path)
            except ImageError as error:
                unreadable.append((sample.path, str(error)))
                continue
            for recipe, own in zip(recipes, tensors, strict=True):
                own.append(recipe.apply_grey(grey).tensor)
            kept.append(sample)
        if tensors[0]:
            for model, own, answers in zip(models, tensors, told, strict=True):
                answers.append(model.of(own))
        yield min(1.0, (start + _BATCH) / len(samples))
    if not kept:
        reason = unreadable[0][1] if unreadable else ""
        raise Refused(
            "E_ALL_UNREADABLE", "not one image could be read", hint=reason, images=len(unreadable)
        )
    yield BothScored(
        tuple(kept), np.concatenate(told[0]), np.concatenate(told[1]), tuple(unreadable)
    )
