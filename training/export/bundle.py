"""Everything known about a trained model, written as one bundle."""

import datetime
import shlex
import sys
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.calibration import CalibrationCurve
from engine.bundle.manifest import ClassInfo, LayerName, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle
from training.config import TrainingConfig, to_plain
from training.data.phantom import make_phantom
from training.data.task import Task
from training.evaluate import without_curves
from training.export.card import write_card
from training.export.to_onnx import OPSET

PACKAGES = ("tensorflow", "keras", "tf2onnx", "onnx", "onnxruntime-gpu", "onnxruntime", "numpy")
_SELF_TEST_PHANTOMS = ((900_001, "clear"), (900_002, "consolidation"))


@dataclass(frozen=True)
class Trained:
    """A finished training run.

    Attributes:
        task: what is told apart.
        onnx_model: the exported file, its input in the layout ``config.export.layout``.
        layers: Keras layers and their tensors.
        parity: proof that the file computes what was trained, `Parity.to_json`; of a variant, what
            its reduced precision changes.
        counts: per split, see `training.export.counts.counts_of`.
        validation: `training.evaluate.evaluate` of the validation set.
        test: of the test set; its operating points are the model's.
        calibration: ``method``, a sentence; where known also ``validation_before`` and
            ``validation_after``, each with ``brier`` and ``ece``; and whatever else describes it.
        curves: that the clinic applies to the network's probabilities; none where calibration is
            folded into the network.
        split: ``seed`` and ``digest`` of the division into splits, with which it is found again.
        notes: on the data, for the card's limits.
        statistics: of the training images, see `training.export.statistics.grey_statistics`.
        history: how the fitting went, one sentence or more.
        command: what reproduces it.
        told: further facts of the training data, such as digests of its images.
    """

    task: Task
    onnx_model: bytes
    layers: tuple[LayerName, ...]
    parity: dict[str, Any]
    counts: dict[str, dict[str, Any]]
    validation: dict[str, Any]
    test: dict[str, Any]
    calibration: dict[str, Any]
    history: str
    command: str
    split: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    statistics: dict[str, Any] = field(default_factory=dict)
    curves: tuple[CalibrationCurve, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)


def write_trained(folder: Path, config: TrainingConfig, trained: Trained) -> Manifest:
    """Writes the bundle and returns its manifest.

    Args:
        folder: the bundle folder to make.
        config: the run; stored with the model.
        trained: what came of it.

    Raises:
        OutputError: the disk refused.
    """
    manifest = _manifest(config, trained)
    inputs = self_test_input(manifest.recipe)
    return write_bundle(
        folder,
        manifest,
        model=trained.onnx_model,
        selftest_input=inputs,
        selftest_output=run_onnx(trained.onnx_model, inputs),
        card=write_card(
            manifest, trained.test, (*trained.notes, *config.data.limits), trained.history
        ),
    )


def exported_recipe(config: TrainingConfig) -> Recipe:
    """The recipe as the exported file wants it: the run's, with the layout asked for."""
    plain = config.recipe.to_json() | {"layout": config.export.layout}
    return Recipe.from_json(plain)


def self_test_input(recipe: Recipe) -> NDArray[np.float32]:
    """(2, ...) network input made of phantoms: a bundle never carries anybody's radiograph."""
    greys = [
        make_phantom(seed, kind=kind).image.astype(np.float32) / 4095.0
        for seed, kind in _SELF_TEST_PHANTOMS
    ]
    return np.concatenate([recipe.apply_grey(grey).tensor for grey in greys])


def run_onnx(model: bytes, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
    """The model's output on the CPU, as float32."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: inputs})[0].astype(np.float32)


def made_with(opset: int = OPSET) -> dict[str, str]:
    """Versions of what made the file."""
    found = {"python": sys.version.split()[0], "onnx opset": str(opset)}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except ModuleNotFoundError:  # one of the two onnxruntime packages is always absent
            continue
    return found


def now() -> str:
    """UTC, ISO 8601."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def command_line(arguments: list[str]) -> str:
    """The command as it would be typed."""
    return "python -m training " + shlex.join(arguments)


def _manifest(config: TrainingConfig, trained: Trained) -> Manifest:
    data, task = config.data, trained.task
    is_lone = task.kind == "binary"
    statistics = {"statistics": trained.statistics} if trained.statistics else {}
    return Manifest(
        id=config.id,
        name=config.name,
        version=config.version,
        task=task.kind,
        classes=_classes(task, config.task.definition, trained.test),
        activation=task.activation,
        recipe=exported_recipe(config),
        complement=(task.complement or f"no {task.names[0]}") if is_lone else None,
        layers=trained.layers,
        purpose=config.purpose,
        not_for=config.not_for,
        training_data={
            "population": data.population,
            "source": data.source,
            "licence": data.licence,
            "counts": trained.counts,
            "configuration": to_plain(config),
            "split": trained.split,
            **trained.told,
        },
        metrics={
            "test": without_curves(trained.test),
            "validation": without_curves(trained.validation),
            "parity": trained.parity,
        },
        calibration=trained.calibration,
        curves=trained.curves,
        admission=dict(data.admission) | statistics,
        licence=config.licence,
        created=now(),
        made_with=made_with(),
        reproduce=trained.command,
    )


def _classes(task: Task, definition: str, test: dict[str, Any]) -> tuple[ClassInfo, ...]:
    measured_on = f"test set, {test['images']} images of {test['patients']} patients"
    found = []
    for name, entry in zip(task.names, test["classes"], strict=True):
        points = tuple(_point(point, measured_on) for point in entry["points"])
        found.append(ClassInfo(name, definition, points[0] if points else None, points[1:]))
    return tuple(found)


def _point(point: dict[str, Any], measured_on: str) -> OperatingPoint:
    return OperatingPoint(
        threshold=point["threshold"],
        name=point["name"],
        source=point["source"],
        sensitivity=point["figures"]["sensitivity"]["value"],
        specificity=point["figures"]["specificity"]["value"],
        measured_on=measured_on,
    )
