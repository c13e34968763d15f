"""k-fold cross-validation by patient: how much the figures depend on who is in which part.

The test set is left alone. Every fold trains anew and is measured on its own part; no bundle is
made.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.bundle.store import dump_json
from engine.files import atomic_write
from training.config import TrainingConfig
from training.data.index import index_sources
from training.data.split import folds_by_patient, split_by_patient
from training.data.task import task_of
from training.evaluate import choose_points, evaluate, headline, without_curves
from training.events import Events
from training.run.fit import fit, probabilities_of
from training.run.prepare import Folders, read_parts, write_split

RESULT = "crossvalidation.json"


def crossvalidate(folders: Folders, config: TrainingConfig, events: Events) -> dict[str, Any]:
    """Trains and measures every fold; one that was done before is not done again.

    Returns:
        Facts for the last event: figures of all folds, their mean and standard deviation.
    """
    samples = index_sources(folders.data, config.data, events.warning)
    task = task_of(samples, config.task)
    seed, classes, count = config.schedule.seed, config.task.classes, config.data.folds
    divided = split_by_patient(samples, config.data, seed, classes=classes)
    parted = folds_by_patient(divided, count, seed, classes=classes)
    rows = []
    for number, own in enumerate(parted, start=1):
        part = events.part((number - 1) / count, number / count)
        folder = folders.run / f"fold-{number}"
        folder.mkdir(parents=True, exist_ok=True)
        write_split(own, folder / "split.csv")
        parts = read_parts(own, task, config, folders.cache, part.part(0.0, 0.1))
        fitted = fit(task, parts, config, folder, part.part(0.1, 0.95), run=f"fold {number}")
        validation = parts["val"]
        probabilities = probabilities_of(fitted.model, validation, config)
        # Points are chosen on the training part: the fold's own part is this fold's test.
        learnt = probabilities_of(fitted.model, parts["train"], config)
        points = choose_points(learnt, parts["train"].targets, config.evaluation)
        found = evaluate(
            task, probabilities, validation.targets, validation.samples, points,
            config.evaluation, config.schedule.seed,
        )  # fmt: skip
        atomic_write(folder / "evaluation.json", dump_json(found))
        best = fitted.epochs[fitted.best - 1]
        rows.append({"fold": number, "images": len(validation), "epochs": len(fitted.epochs)}
                    | {"best_epoch": fitted.best, "val_loss": best.val_loss}
                    | {"auc": headline(found)["value"]} | _values(found))  # fmt: skip
        part.metric("auc", headline(found)["value"], on=f"fold {number}")
    summary = {"folds": rows, "over_folds": spread_of(rows), "task": task.kind}
    atomic_write(folders.run / RESULT, dump_json(summary))
    return summary | {"run": str(folders.run)}


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


def _values(found: dict[str, Any]) -> dict[str, float | None]:
    overall = without_curves(found)["overall"]
    return {name: figure["value"] for name, figure in overall.items()}
