"""What a run summary is made of; `training.summary.write_summary` draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from training.weights.report import WeightReport


@dataclass(frozen=True)
class ClassFrequency:
    """How often a class is there in training, and what its images count.

    Attributes:
        name: as shown.
        positives: images with it.
        negatives: images without it.
        positive_weight: factor of an image with it in the loss, or times it is drawn; 1 for none.
        negative_weight: likewise of one without.
    """

    name: str
    positives: int
    negatives: int
    positive_weight: float = 1.0
    negative_weight: float = 1.0

    def shares(self) -> tuple[float, float]:
        """Share of the positives before and after weighting; 0 where there are no images."""
        return (
            _share(self.positives, self.negatives),
            _share(self.positives * self.positive_weight, self.negatives * self.negative_weight),
        )


@dataclass(frozen=True)
class Run:
    """A finished training run, or what is known of it.

    Attributes:
        title: of the page.
        facts: name -> text: id, command, duration, versions ...
        warnings: of the run itself; those of evaluations and weights are added.
        history: name -> value per epoch, as Keras records: ``loss``, ``val_loss``, metrics with and
            without ``val_``, ``learning_rate``.
        best_epoch: counted from 1; its weights are the model's. None if not known.
        counts: split -> what -> number.
        frequencies: one per class, of the training set.
        evaluations: name of the set -> what `training.evaluate.evaluate` gave, the test set last.
        calibration: what `training.calibrate.calibration_facts` gave.
        weights: see `training.weights.look.look_at_weights`; None if not looked at.
        config: the resolved configuration, plain.
    """

    title: str
    facts: Mapping[str, str] = field(default_factory=dict)
    warnings: Sequence[str] = ()
    history: Mapping[str, Sequence[float]] = field(default_factory=dict)
    best_epoch: int | None = None
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    frequencies: Sequence[ClassFrequency] = ()
    evaluations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    calibration: Mapping[str, Any] = field(default_factory=dict)
    weights: WeightReport | None = None
    config: Mapping[str, Any] = field(default_factory=dict)


def _share(positives: float, negatives: float) -> float:
    total = positives + negatives
    return positives / total if total > 0 else 0.0
