"""Model input -> `Prediction`: probabilities beside their operating points, never a bare label.

Probabilities are the calibrated ones, as the bundle says; what is explained is always the logit.
"""

import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.calibration import calibrated
from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.provenance import Provenance
from engine.errors import RequestError
from engine.inference.model import Model
from engine.inference.target import Target, list_targets
from engine.language import said


@dataclass(frozen=True)
class ClassScore:
    """One class of one prediction.

    Attributes:
        target: the class; the complement of a one-neuron model has a score of its own.
        logit: pre-activation score, with the target's sign.
        probability: 0..1, calibrated.
        operating_point: None when nobody has chosen one (and for complements).
        is_above: probability >= threshold; None without an operating point.
    """

    target: Target
    logit: float
    probability: float
    operating_point: OperatingPoint | None
    is_above: bool | None


@dataclass(frozen=True)
class Prediction:
    """What a model says of one image, and which model that was.

    Attributes:
        model_id: bundle id.
        model_name: for people.
        model_version: for people.
        provider: execution provider that computed it.
        scores: in class order, the complement last.
        seconds: wall time of the run.
        made_with: the model's digest, recipe, calibration and operating points; None where it is
            not known.
    """

    model_id: str
    model_name: str
    model_version: str
    provider: str
    scores: tuple[ClassScore, ...]
    seconds: float
    made_with: Provenance | None = None

    def best(self) -> ClassScore:
        """The score to explain first: highest above its operating point, else highest."""
        candidates = [score for score in self.scores if score.target.sign > 0]
        return max(candidates, key=lambda score: (score.is_above is True, score.probability))

    def as_json(self) -> dict[str, Any]:
        """Plain values for ``--json``."""
        about = {"id": self.model_id, "name": self.model_name, "version": self.model_version}
        return {
            "model": about if self.made_with is None else self.made_with.as_json(),
            "provider": self.provider,
            "seconds": self.seconds,
            "classes": [_score_json(score) for score in self.scores],
        }


def predict(model: Model, tensor: NDArray[np.float32]) -> Prediction:
    """Scores one network input.

    Args:
        model: the open model.
        tensor: (1, ...) float32, the model's own layout and units.

    Raises:
        RequestError: the tensor does not fit the model.
        InvalidOutput: the model returned NaN, infinity or a wrong shape.
    """
    check_tensor(model, tensor)
    return predict_together(model, tensor)[0]


def predict_together(model: Model, tensors: NDArray[np.float32]) -> tuple[Prediction, ...]:
    """Scores several network inputs in one run.

    Args:
        model: the open model.
        tensors: (N, ...) float32, each of which `check_tensor` would let pass.

    Returns:
        One for each; `seconds` is its share of the run.

    Raises:
        InvalidOutput: the model returned NaN, infinity or a wrong shape for any of them.
    """
    start = time.perf_counter()
    logits, output = model.scores(tensors)
    seconds = (time.perf_counter() - start) / len(tensors)
    manifest = model.manifest
    own = probabilities_of(model, logits, output)
    probabilities = calibrated(manifest.curves, own, manifest.activation)
    return tuple(
        Prediction(
            manifest.id,
            manifest.name,
            manifest.version,
            model.provider,
            _scores(manifest, logits[row], probabilities[row]),
            seconds,
            model.provenance,
        )
        for row in range(len(tensors))
    )


def probabilities_of(
    model: Model, logits: NDArray[np.float32], output: NDArray[np.float32]
) -> NDArray[np.float32]:
    """(N, C) float32 in [0, 1] by the graph's own activation, else by the manifest's.

    The network's own, before the manifest's calibration curves.
    """
    if model.score.activation != "none":
        return np.clip(np.exp(output) if model.score.is_log else output, 0.0, 1.0)
    wide = logits.astype(np.float64)
    if model.manifest.activation == "sigmoid":
        return (0.5 * (1.0 + np.tanh(0.5 * wide))).astype(np.float32)  # no overflow
    shifted = np.exp(wide - wide.max(axis=1, keepdims=True))
    return (shifted / shifted.sum(axis=1, keepdims=True)).astype(np.float32)


def check_tensor(model: Model, tensor: NDArray[np.float32]) -> None:
    """Raises RequestError when `tensor` is no finite float32 batch of one that fits."""
    expected = model.manifest.recipe.input_shape()
    if tensor.dtype != np.float32 or tensor.shape != expected:
        raise RequestError(
            said(
                "the input must be float32 {expected}. Received: {dtype} {shape}",
                expected=expected,
                dtype=tensor.dtype,
                shape=tensor.shape,
            ),
            hint=said(
                "Save it with numpy.save in the layout and units that the model's recipe states."
            ),
        )
    if not np.isfinite(tensor).all():
        raise RequestError(
            said("the network input holds NaN or infinity"), hint=said("Check how it was made.")
        )


def _scores(
    manifest: Manifest, logits: NDArray[np.float32], probabilities: NDArray[np.float64]
) -> tuple[ClassScore, ...]:
    return tuple(
        _class_score(target, float(logits[target.column]), probabilities, manifest.classes)
        for target in list_targets(manifest)
    )


def _class_score(
    target: Target,
    logit: float,
    probabilities: NDArray[np.float64],
    classes: tuple[ClassInfo, ...],
) -> ClassScore:
    probability = float(probabilities[target.column])
    if target.sign < 0:
        return ClassScore(target, -logit, 1.0 - probability, None, None)
    point = classes[target.column].operating_point
    is_above = None if point is None else probability >= point.threshold
    return ClassScore(target, logit, probability, point, is_above)


def _score_json(score: ClassScore) -> dict[str, Any]:
    point = score.operating_point
    return {
        "class": score.target.name,
        "logit": score.logit,
        "probability": score.probability,
        "operating_point": None if point is None else point.threshold,
        "operating_point_name": None if point is None else point.name,
        "is_above": score.is_above,
    }
