"""From a fitted network to a bundle: calibrate, choose points, export, prove, measure, tell.

The test set is looked at here and nowhere else, once, after every choice has been made.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.calibration import calibrated
from training.calibrate import Calibration, calibration_facts, fit_calibration, fold
from training.config import TrainingConfig, to_plain
from training.data.arrays import Split, network_input, spread
from training.data.imbalance import oversampled_indices
from training.data.split import digest_of
from training.data.task import Task
from training.evaluate import choose_points, evaluate, headline
from training.events import Events
from training.export.bundle import Trained, command_line, made_with, write_trained
from training.export.counts import counts_of
from training.export.layer_names import as_fed, map_layers
from training.export.parity import Parity, demand_parity
from training.export.statistics import grey_statistics
from training.export.to_onnx import export_onnx
from training.export.variants import Measured, Variant, write_variants
from training.losses import loss_weights
from training.run.fit import Fitted, logits_of, probabilities_of
from training.run.prepare import Folders, Prepared
from training.summary.run import ClassFrequency, Run
from training.summary.write import PICTURES, write_summary
from training.weights.look import look_at_weights

_PARITY_IMAGES = 32
_MAPPING_IMAGES = 2
_CALIBRATED, _EXPORTED, _MEASURED, _WRITTEN = 0.1, 0.7, 0.85, 0.95


@dataclass(frozen=True)
class Finished:
    """What came of a run.

    Attributes:
        facts: for the last event.
        validation: figures on validation.
        test: figures on the test set.
    """

    facts: dict[str, Any]
    validation: dict[str, Any]
    test: dict[str, Any]


def finish(
    prepared: Prepared,
    fitted: Fitted,
    config: TrainingConfig,
    folders: Folders,
    arguments: list[str],
    events: Events,
) -> Finished:
    """Makes the bundle, its variants and the summary.

    Args:
        prepared: the data.
        fitted: the network; calibration is folded into it.
        config: the run.
        folders: the bundle to write, and the run's folder for the summary.
        arguments: of the command line, for the card.
        events: told of what happens.

    Raises:
        ModelError: the exported model is not the trained one.
        OutputError: the disk refused.
    """
    out = folders.out
    assert out is not None  # whoever finishes a run wants a bundle
    work = _Finish(prepared, fitted, config, events)
    events.stage("calibrating")
    events.progress(0.0, "calibrating on the validation set")
    work.calibrate()
    events.stage("exporting")
    events.progress(_CALIBRATED, "exporting to ONNX and comparing with Keras")
    onnx_model, layers, parity = work.export()
    events.stage("measuring")
    events.progress(_EXPORTED, "measuring on the test set")
    figures = {name: work.measure(name) for name in ("val", "test")}
    trained = work.trained(onnx_model, layers, parity, figures, command_line(arguments))
    events.stage("writing")
    events.progress(_MEASURED, "writing the bundle")
    manifest = write_trained(out, config, trained)
    variants = [_told(variant, events) for variant in work.variants(out, trained)]
    events.progress(_WRITTEN, "writing the summary")
    page = write_summary(folders.run, work.summary(trained, figures))
    for png in sorted((folders.run / PICTURES).glob("*.png")):
        events.image(png, png.stem)
    for name, value in figures["test"]["overall"].items():
        events.metric(name, value["value"], low=value["low"], high=value["high"], on="test")
    facts = {
        "bundle": str(out),
        "id": manifest.id,
        "summary": str(page),
        "auc": headline(figures["test"]),
        "warnings": figures["test"]["warnings"],
        "parity": parity.to_json(),
        "epochs": len(fitted.epochs),
        "best_epoch": fitted.best,
        "variants": [variant.to_json() for variant in variants],
    }
    return Finished(facts, figures["val"], figures["test"])


def class_frequencies(
    task: Task, targets: NDArray[np.float32], config: TrainingConfig
) -> list[ClassFrequency]:
    """How often each class is there in training, and what its images count."""
    positives = targets.sum(axis=0)
    weights = loss_weights(task.kind, config.imbalance, targets)
    if task.kind == "multiclass":  # of images without a class: what they count on average
        others = (targets @ weights)[:, None] * (1.0 - targets)
        absent = others.sum(axis=0) / (len(targets) - positives)
        weights = np.stack([absent, weights], axis=1)
    if config.imbalance.strategy == "oversample":
        drawn = targets[oversampled_indices(targets, config.schedule.seed)]
        counts = np.stack([len(drawn) - drawn.sum(axis=0), drawn.sum(axis=0)], axis=1)
        before = np.stack([len(targets) - positives, positives], axis=1)
        weights = weights * counts / np.maximum(before, 1)
    return [
        ClassFrequency(name, int(count), int(len(targets) - count), float(present), float(absent))
        for name, count, (absent, present) in zip(task.names, positives, weights, strict=True)
    ]


class _Finish:
    """What the steps share."""

    def __init__(
        self, prepared: Prepared, fitted: Fitted, config: TrainingConfig, events: Events
    ) -> None:
        self._prepared, self._fitted = prepared, fitted
        self._config, self._events = config, events
        self._task, self._model = prepared.task, fitted.model
        self._calibration: Calibration | None = None
        self._calibration_facts: dict[str, Any] = {}
        self._points: list[list[dict[str, Any]]] = []

    def calibrate(self) -> None:
        """Fits calibration and operating points on validation; folds what can be folded."""
        validation = self._prepared.parts["val"]
        logits = logits_of(self._model, validation, self._config)
        method = self._config.evaluation.calibration
        self._calibration = fit_calibration(self._task, logits, validation.targets, method)
        self._calibration_facts = calibration_facts(
            self._task, self._calibration, logits, validation.targets
        )
        fold(self._model, self._calibration)
        for note in self._calibration.notes:
            self._events.warning(note)
        shown = self._calibration.probabilities(logits, self._task.activation)
        self._points = choose_points(shown, validation.targets, self._config.evaluation)

    def export(self) -> tuple[bytes, tuple, Parity]:
        """The ONNX file, its layers, and the proof on real validation images."""
        layout = self._config.export.layout
        with tempfile.TemporaryDirectory(prefix="whyray-export-") as folder:
            keras_file, onnx_file = Path(folder) / "model.keras", Path(folder) / "model.onnx"
            self._model.save(keras_file)
            export_onnx(keras_file, onnx_file, layout=layout, parameters=self._model.count_params())
            onnx_model = onnx_file.read_bytes()
        validation = self._prepared.parts["val"]
        images = validation.grey[spread(len(validation), _PARITY_IMAGES)]
        probe = network_input(images, self._config.recipe)
        layers = map_layers(self._model, onnx_model, probe[:_MAPPING_IMAGES], layout=layout)
        parity = demand_parity(self._model, onnx_model, probe, layers, layout=layout)
        return onnx_model, layers, parity

    def measure(self, name: str) -> dict[str, Any]:
        """All figures of one set."""
        part = self._prepared.parts[name]
        probabilities = probabilities_of(self._model, part, self._config, self._events)
        return self._figures(part, probabilities)

    def trained(
        self,
        onnx_model: bytes,
        layers: tuple,
        parity: Parity,
        figures: dict[str, dict[str, Any]],
        command: str,
    ) -> Trained:
        """Everything that goes into the bundle."""
        fitted, schedule = self._fitted, self._config.schedule
        best = fitted.epochs[fitted.best - 1]
        assert self._calibration is not None  # `calibrate` came first
        return Trained(
            task=self._task,
            onnx_model=onnx_model,
            layers=layers,
            parity=parity.to_json(),
            counts={n: counts_of(self._task, part) for n, part in self._prepared.parts.items()},
            validation=figures["val"],
            test=figures["test"],
            calibration=self._calibration_facts,
            curves=self._calibration.curves,
            history=f"{schedule.optimizer}, {len(fitted.epochs)} epochs ({fitted.ending}), best "
            f"validation {schedule.watch} in epoch {fitted.best} (loss {best.val_loss:.4f}; its "
            f"weights were kept), seed {schedule.seed}.",
            command=command,
            split={"seed": self._prepared.seed, "digest": digest_of(self._prepared.samples)},
            notes=self._prepared.notes,
            told=self._prepared.told,
            statistics=grey_statistics(self._prepared.parts["train"].grey),
        )

    def variants(self, out: Path, trained: Trained) -> Iterator[Variant]:
        """The smaller versions that are asked for."""
        measured = {name: self._measured(name) for name in ("val", "test")}
        return write_variants(
            out, self._config, trained, validation=measured["val"], test=measured["test"]
        )

    def summary(self, trained: Trained, figures: dict[str, dict[str, Any]]) -> Run:
        """The run as a page."""
        fitted, parts = self._fitted, self._prepared.parts
        history: dict[str, list[float]] = {"loss": [], "val_loss": [], "learning_rate": []}
        for epoch in fitted.epochs:
            facts = {"loss": epoch.loss, "val_loss": epoch.val_loss}
            facts |= {"learning_rate": epoch.learning_rate}
            facts |= {f"val_{name}": value for name, value in epoch.figures.items()}
            for name, value in facts.items():
                history.setdefault(name, []).append(float("nan") if value is None else value)
        return Run(
            title=self._config.name,
            facts={
                "model": self._config.id,
                "fitting": trained.history,
                "seconds of fitting": f"{sum(epoch.seconds for epoch in fitted.epochs):.0f}",
                "command": trained.command,
                "made with": ", ".join(f"{k} {v}" for k, v in made_with().items()),
            },
            warnings=[
                *self._prepared.notes,
                *(note for part in parts.values() for note in part.notes),
            ],
            history=history,
            best_epoch=fitted.best,
            counts={
                name: {"images": own["images"], "patients": own["patients"], **own["classes"]}
                for name, own in trained.counts.items()
            },
            frequencies=class_frequencies(self._task, parts["train"].targets, self._config),
            evaluations=figures,
            calibration=trained.calibration,
            weights=look_at_weights(self._model, self._inputs(parts["val"])),
            config=to_plain(self._config),
        )

    def _figures(self, part: Split, probabilities: NDArray[np.float64]) -> dict[str, Any]:
        """Figures of the network's probabilities, as the clinic will show them."""
        assert self._calibration is not None  # `calibrate` came first
        shown = calibrated(self._calibration.curves, probabilities, self._task.activation)
        evaluation = self._config.evaluation
        return evaluate(
            self._task, shown, part.targets, part.samples, self._points, evaluation,
            self._config.schedule.seed,
        )  # fmt: skip

    def _measured(self, name: str) -> Measured:
        part, layout = self._prepared.parts[name], self._config.export.layout
        return Measured(
            lambda: (as_fed(inputs, layout) for inputs in self._inputs(part)),
            lambda probabilities: self._figures(part, probabilities),
        )

    def _inputs(self, part: Split) -> Iterator[NDArray[np.float32]]:
        batch = self._config.schedule.batch
        for start in range(0, len(part), batch):
            yield network_input(part.grey[start : start + batch], self._config.recipe)


def _told(variant: Variant, events: Events) -> Variant:
    if variant.folder is None:
        events.warning(f"no {variant.precision} variant: {variant.reason}")
    return variant
