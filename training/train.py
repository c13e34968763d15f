"""The whole way from labelled images to a bundle, in one readable function."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from training.calibrate import fit_platt, fold
from training.config import TrainingConfig, choose_label
from training.data.arrays import Split, load_splits, network_input
from training.data.index import index_folder
from training.data.split import split_by_patient
from training.evaluate import brier, choose_threshold, evaluate, expected_calibration_error
from training.export.bundle import Trained, command_line, write_trained
from training.export.layer_names import map_layers
from training.export.parity import demand_parity
from training.export.to_onnx import export_onnx
from training.fit import fit
from training.models import ARCHITECTURES
from training.models.pneumonia_cnn import LOGIT

Report = Callable[[float, str], None]
_READ, _FITTED, _EXPORTED = 0.15, 0.85, 0.95  # shares of the whole work
_PARITY_IMAGES = 32


def train(
    data: Path, out: Path, config: TrainingConfig, arguments: list[str], report: Report
) -> dict[str, Any]:
    """Trains, calibrates, proves, measures and writes one model.

    Args:
        data: see `training.data.index`.
        out: bundle folder.
        config: the run.
        arguments: of the command line, for the card.
        report: called with the share done (0..1) and a note.

    Returns:
        Facts for the last event: folder, id, figures, seconds.

    Raises:
        RequestError: unusable data or configuration.
        ModelError: the exported model is not the trained one.
        OutputError: the bundle could not be written.
    """
    started = time.monotonic()
    samples = index_folder(data, patient_pattern=config.data.patient_pattern)
    label = choose_label(config, {sample.label for sample in samples})
    samples = split_by_patient(samples, seed=config.schedule.seed)
    parts = _read(samples, label, config, report)

    shape = (config.recipe.height, config.recipe.width, config.recipe.channels)
    model, history = fit(
        lambda: ARCHITECTURES[config.architecture](shape, config.dropout),
        parts,
        config.recipe,
        config.schedule,
        config.augmentation,
        lambda share, note: report(_READ + (_FITTED - _READ) * share, note),
    )
    calibration = _calibrate(model, parts["val"], config)
    threshold = choose_threshold(_probabilities(model, parts["val"], config), parts["val"].labels)

    report(_FITTED, "exporting to ONNX and comparing with Keras")
    onnx_model = _export(model)
    probe = network_input(parts["test"].grey[:_PARITY_IMAGES], config.recipe)
    layers = map_layers(model, onnx_model, probe[:2])
    logit_tensor = next((entry.tensor for entry in layers if entry.name == LOGIT), "")
    parity = demand_parity(model, onnx_model, probe, logit=LOGIT, logit_tensor=logit_tensor)

    report(_EXPORTED, "measuring on the test set")
    figures = {
        name: evaluate(
            _probabilities(model, parts[name], config),
            parts[name].labels,
            parts[name].patients,
            threshold,
        )
        for name in ("val", "test")
    }
    trained = Trained(
        onnx_model=onnx_model,
        layers=layers,
        parity=parity,
        threshold=threshold,
        counts={name: part.counts() for name, part in parts.items()},
        validation=figures["val"],
        test=figures["test"],
        calibration=calibration,
        history=f"Adam, {len(history.val_loss)} epochs, best validation loss "
        f"{min(history.val_loss):.4f} in epoch {history.best_epoch} (its weights were kept), "
        f"seed {config.schedule.seed}.",
        command=command_line(arguments),
    )
    manifest = write_trained(
        out, config, config.finding if config.finding else label.lower(), trained
    )
    return {
        "bundle": str(out),
        "id": manifest.id,
        "auc": figures["test"]["auc"],
        "parity": {"probability": parity.probability, "logit": parity.logit},
        "epochs": len(history.val_loss),
        "seconds": round(time.monotonic() - started, 1),
    }


def _read(
    samples: tuple[Any, ...], label: str, config: TrainingConfig, report: Report
) -> dict[str, Split]:
    for step in load_splits(samples, label, config.recipe):
        if isinstance(step, dict):
            return step
        report(_READ * step, "reading images")
    raise AssertionError("load_splits ends with the splits")


def _calibrate(model: keras.Model, validation: Split, config: TrainingConfig) -> dict[str, Any]:
    """Fits on validation, folds into the model, and tells the figures before and after."""
    labels = validation.labels.astype(np.float64)
    inputs = network_input(validation.grey, config.recipe)
    logits = keras.Model(model.inputs[0], model.get_layer(LOGIT).output).predict(inputs, verbose=0)[
        :, 0
    ]
    before = _calibration_figures(_probabilities(model, validation, config), labels)
    scaling = fit_platt(logits.astype(np.float64), labels)
    fold(model, LOGIT, scaling)
    after = _calibration_figures(_probabilities(model, validation, config), labels)
    return {
        "method": "Platt scaling on validation, folded into the last dense layer",
        "slope": scaling.slope,
        "offset": scaling.offset,
        "validation_before": before,
        "validation_after": after,
    }


def _calibration_figures(
    probabilities: NDArray[np.float64], labels: NDArray[np.float64]
) -> dict[str, float]:
    return {
        "brier": brier(probabilities, labels),
        "ece": expected_calibration_error(probabilities, labels),
    }


def _probabilities(model: keras.Model, part: Split, config: TrainingConfig) -> NDArray[np.float64]:
    return model.predict(network_input(part.grey, config.recipe), verbose=0)[:, 0].astype(
        np.float64
    )


def _export(model: keras.Model) -> bytes:
    with tempfile.TemporaryDirectory(prefix="whyray-export-") as folder:
        keras_file, onnx_file = Path(folder) / "model.keras", Path(folder) / "model.onnx"
        model.save(keras_file)
        export_onnx(keras_file, onnx_file)
        return onnx_file.read_bytes()
