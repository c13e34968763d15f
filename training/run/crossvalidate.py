"""k-fold cross-validation by patient: how much the figures depend on who is in which part.

The test set is left alone. Every fold trains anew and is measured once on its own part; what has
to be chosen (the epoch kept, calibration, operating points) is chosen on a validation set of other
patients, taken from the fold's training patients. No bundle is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.bundle.store import dump_json
from engine.files import atomic_write
from training.calibrate import fit_calibration
from training.config import TrainingConfig
from training.data.arrays import Split
from training.data.index import Sample, index_sources
from training.data.split import folds_by_patient, split_by_patient
from training.data.task import Task, task_of
from training.evaluate import choose_points, evaluate, headline, without_curves
from training.events import Events
from training.run.fit import Fitted, fit, logits_of
from training.run.prepare import Folders, begun, read_parts, write_split

RESULT = "crossvalidation.json"


def crossvalidate(folders: Folders, config: TrainingConfig, events: Events) -> dict[str, Any]:
    """Trains and measures every fold; one that was done before is not done again.

    Returns:
        Facts for the last event: figures of all folds, their mean and standard deviation.
    """
    with begun(folders, config, events):
        samples = index_sources(folders.data, config.data, events.warning)
        task = task_of(samples, config.task)
        seed, classes, count = config.schedule.seed, config.task.classes, config.data.folds
        divided = split_by_patient(samples, config.data, seed, classes=classes)
        parted = folds_by_patient(divided, count, seed, classes=classes)
        rows = []
        for number, fold in enumerate(parted, start=1):
            part = events.part((number - 1) / count, number / count)
            folder = folders.run / f"fold-{number}"
            folder.mkdir(parents=True, exist_ok=True)
            own = _with_validation(fold, config)
            write_split(own, folder / "split.csv")
            parts = read_parts(own, task, config, folders.cache, part.part(0.0, 0.1))
            fitted = fit(task, parts, config, folder, part.part(0.1, 0.95), run=f"fold {number}")
            found = _measured(task, fitted, parts, config)
            atomic_write(folder / "evaluation.json", dump_json(found))
            best = fitted.epochs[fitted.best - 1]
            rows.append({"fold": number, "images": len(parts["test"]), "epochs": len(fitted.epochs)}
                        | {"best_epoch": fitted.best, "val_loss": best.val_loss}
                        | {"auc": headline(found)["value"]} | _values(found))  # fmt: skip
            part.metric("auc", headline(found)["value"], on=f"fold {number}")
        summary = {"folds": rows, "over_folds": spread_of(rows), "task": task.kind}
        tell_spread(summary["over_folds"], f"mean of {count} folds", events)
        atomic_write(folders.run / RESULT, dump_json(summary))
        return summary | {"run": str(folders.run)}


def _with_validation(fold: Sequence[Sample], config: TrainingConfig) -> tuple[Sample, ...]:
    """The fold's own part as its test set, and a validation set taken from its training patients.

    The test set of the whole is left out.
    """
    kept = [
        replace(sample, split="test") if sample.split == "val" else sample
        for sample in fold
        if sample.split != "test"
    ]
    seed, classes = config.schedule.seed, config.task.classes
    return split_by_patient(kept, config.data, seed, classes=classes)


def _measured(
    task: Task, fitted: Fitted, parts: Mapping[str, Split], config: TrainingConfig
) -> dict[str, Any]:
    """The figures of the fold's own part; calibration and points are those of its validation."""
    validation, own, section = parts["val"], parts["test"], config.evaluation
    known, asked = (logits_of(fitted.model, part, config) for part in (validation, own))
    calibration = fit_calibration(task, known, validation.targets, section.calibration)
    shown = [calibration.probabilities(logits, task.activation) for logits in (known, asked)]
    points = choose_points(shown[0], validation.targets, section)
    return evaluate(task, shown[1], own.targets, own.samples, points, section, config.schedule.seed)


def spread_of(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, float | int | None]]:
    """Mean and standard deviation (n - 1) of every figure over the rows where it is defined."""
    numbered = ("fold", "run", "seed")
    names = [name for name in rows[0] if name not in numbered]
    found: dict[str, dict[str, float | int | None]] = {}
    for name in names:
        values = [row[name] for row in rows if isinstance(row.get(name), int | float)]
        mean = float(np.mean(values)) if values else None
        deviation = float(np.std(values, ddof=1)) if len(values) > 1 else None
        found[name] = {"mean": mean, "deviation": deviation, "count": len(values)}
    return found


def tell_spread(
    spread: Mapping[str, Mapping[str, float | int | None]], on: str, events: Events
) -> None:
    """An event for the mean of every figure; numbers of epochs and images are none."""
    for name, found in spread.items():
        if name not in ("images", "epochs", "best_epoch"):
            events.metric(name, found["mean"], deviation=found["deviation"], on=on)


def _values(found: dict[str, Any]) -> dict[str, float | None]:
    overall = without_curves(found)["overall"]
    return {name: figure["value"] for name, figure in overall.items()}
