"""Everything known about a trained model, written as one bundle."""

import datetime
import shlex
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.manifest import ClassInfo, LayerName, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle
from training.config import TrainingConfig
from training.data.phantom import make_phantom
from training.export.card import write_card
from training.export.parity import Parity

PACKAGES = ("tensorflow", "keras", "tf2onnx", "onnx", "onnxruntime-gpu", "onnxruntime", "numpy")
_SELF_TEST_PHANTOMS = ((900_001, "clear"), (900_002, "consolidation"))


@dataclass(frozen=True)
class Trained:
    """A finished training run.

    Attributes:
        onnx_model: the exported file.
        layers: Keras layers and their tensors.
        parity: proof that both agree.
        threshold: operating point, chosen on validation.
        counts: per split, see `training.data.arrays.Split.counts`.
        validation: figures on the validation set.
        test: figures on the test set.
        calibration: slope, offset, figures before and after.
        history: how the fitting went, one sentence.
        command: what reproduces it.
    """

    onnx_model: bytes
    layers: tuple[LayerName, ...]
    parity: Parity
    threshold: float
    counts: dict[str, dict[str, int]]
    validation: dict[str, Any]
    test: dict[str, Any]
    calibration: dict[str, Any]
    history: str
    command: str


def write_trained(folder: Path, config: TrainingConfig, finding: str, trained: Trained) -> Manifest:
    """Writes the bundle and returns its manifest."""
    manifest = _manifest(config, finding, trained)
    inputs = self_test_input(config.recipe)
    return write_bundle(
        folder,
        manifest,
        model=trained.onnx_model,
        selftest_input=inputs,
        selftest_output=_run(trained.onnx_model, inputs),
        card=write_card(manifest, config.data.limits, trained.history),
    )


def self_test_input(recipe: Recipe) -> NDArray[np.float32]:
    """(2, ...) network input made of phantoms: a bundle never carries anybody's radiograph."""
    greys = [
        make_phantom(seed, kind=kind).image.astype(np.float32) / 4095.0
        for seed, kind in _SELF_TEST_PHANTOMS
    ]
    return np.concatenate([recipe.apply_grey(grey).tensor for grey in greys])


def _manifest(config: TrainingConfig, finding: str, trained: Trained) -> Manifest:
    test = trained.test
    point = OperatingPoint(
        threshold=trained.threshold,
        source="Greatest sensitivity + specificity on the validation set.",
        sensitivity=test["sensitivity"]["value"],
        specificity=test["specificity"]["value"],
        measured_on=f"test set, {test['images']} images of {test['patients']} patients",
    )
    data = config.data
    return Manifest(
        id=config.id,
        name=config.name,
        version=config.version,
        task="binary",
        classes=(ClassInfo(finding, config.definition, point),),
        activation="sigmoid",
        recipe=config.recipe,
        complement=config.complement if config.complement else f"no {finding}",
        layers=trained.layers,
        purpose=config.purpose,
        not_for=config.not_for,
        training_data={
            "population": data.population,
            "source": data.source,
            "licence": data.licence,
            "counts": trained.counts,
        },
        metrics={"test": test, "validation": trained.validation, "parity": asdict(trained.parity)},
        calibration=trained.calibration,
        admission=dict(data.admission),
        licence=config.licence,
        created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        made_with=_made_with(),
        reproduce=trained.command,
    )


def _run(model: bytes, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: inputs})[0]


def _made_with() -> dict[str, str]:
    found = {"python": sys.version.split()[0]}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except ModuleNotFoundError:  # one of the two onnxruntime packages is always absent
            continue
    return found


def command_line(arguments: list[str]) -> str:
    """The command as it would be typed."""
    return "python -m training " + shlex.join(arguments)
