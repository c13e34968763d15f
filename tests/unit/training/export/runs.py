"""Finished training runs that took no training: a network written by hand, figures of chance."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.bundle.manifest import LayerName
from engine.bundle.recipe import Recipe
from tests.support.small_onnx import small_classifier
from training.config import TrainingConfig
from training.config.sections import EvaluationSection
from training.data.sample import Sample
from training.data.task import Task
from training.evaluate import choose_points, evaluate
from training.export.bundle import Trained

TASKS = {
    "binary": Task("binary", ("opacity",), ("opacity",), "no opacity"),
    "multiclass": Task("multiclass", ("A", "B", "C"), ("clear", "pneumonia", "covid")),
    "multilabel": Task("multilabel", ("Mass", "Nodule"), ("mass", "nodule")),
}
SECTION = EvaluationSection(rounds=20)


def finished(kind: str, count: int = 60) -> tuple[TrainingConfig, Trained]:
    """A configuration and a run of one kind of task, its figures from random probabilities."""
    task = TASKS[kind]
    config = replace(TrainingConfig(id=f"{kind}-1", name="Small"), recipe=Recipe(32, 32))
    rng = np.random.default_rng(5)
    classes = len(task.classes)
    targets = (
        np.eye(classes)[np.arange(count) % classes]
        if kind == "multiclass"
        else (rng.random((count, classes)) < 0.4).astype(np.float64)
    )
    probabilities = np.clip(0.3 + 0.4 * targets + rng.normal(0, 0.2, targets.shape), 0.01, 0.99)
    samples = [Sample(Path(f"{i}.png"), (), str(i)) for i in range(count)]
    points = choose_points(probabilities, targets, SECTION)
    found = evaluate(task, probabilities, targets, samples, points, SECTION)
    counts = {"images": count, "patients": count, "classes": {task.names[0]: 7}}
    trained = Trained(
        task=task,
        onnx_model=small_classifier(classes, task.activation.title()),
        layers=(LayerName("conv1", "relu", "Conv2D", 4, 32, 32, "nchw"),),
        parity={"probability": 1e-7, "layer": 1e-6, "worst_layer": "conv1"},
        counts={"train": counts, "test": counts},
        validation=found,
        test=found,
        calibration={"method": "None."},
        history="3 epochs.",
        command="python -m training train --data DATA",
        statistics={"images": 3},
    )
    return config, trained
