"""Everything measured on one set of images, as plain JSON values."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import InvalidOutput
from training.config.sections import EvaluationSection
from training.data.index import Sample
from training.data.task import Task
from training.evaluate.cautions import cautions
from training.evaluate.figure import Figure, Floats
from training.evaluate.one_class import class_figures
from training.evaluate.over_classes import (
    confusion_matrix,
    multiclass_figures,
    multilabel_figures,
)
from training.evaluate.ranking import pr_curve, roc_curve
from training.evaluate.reliability import calibration_bins
from training.evaluate.resampling import Patients
from training.evaluate.subgroups import subgroup_figures
from training.evaluate.sweep import threshold_sweep

Points = list[list[dict[str, Any]]]
_INTERVALS = (
    "95 %: percentile bootstrap over patients, {rounds} rounds, seed {seed}; proportions by Wilson "
    "with the number of images divided by the design effect of patients."
)


def evaluate(  # noqa: PLR0913 - each is one plain thing
    task: Task,
    probabilities: NDArray[np.floating],
    targets: NDArray[np.floating],
    samples: Sequence[Sample],
    points: Points,
    section: EvaluationSection,
    seed: int = 0,
) -> dict[str, Any]:
    """All figures of one set.

    Args:
        task: what is told apart.
        probabilities: (N, C) calibrated, N >= 1.
        targets: (N, C) 0 or 1.
        samples: N, whose patients and attributes are used.
        points: operating points per class, from `choose_points` on the validation set.
        section: bootstrap rounds and what counts as few.
        seed: of the bootstrap.

    Returns:
        A dictionary of

        - ``task``, ``images``, ``patients``, ``intervals`` (how they were made, a sentence);
        - ``warnings``: sentences, worst first;
        - ``overall``: figures by name. Binary: those of the one class and of its first point
          (``accuracy``, ``sensitivity``, ``roc_auc`` ...). Else see `multiclass_figures` and
          `multilabel_figures`;
        - ``classes``: per class ``name``, ``label``, ``positives``, ``negatives``, ``figures``
          (``roc_auc``, ``pr_auc``, ``brier``, ``ece``) and ``points``, each with ``name``,
          ``threshold``, ``source``, ``counts`` (tp, fp, tn, fn) and ``figures`` (the rates);
        - ``confusion``: ``names``, ``rows`` (true), ``rule``; None for multi-label tasks and where
          there is no operating point;
        - ``subgroups``: see `subgroup_figures`;
        - ``curves``: per class ``name``, ``roc``, ``pr`` (None if undefined), ``calibration``
          (bins) and ``sweep``; see `without_curves`.

        A figure is ``{"value", "low", "high"}``; an undefined one has the value None and a
        ``reason``.

    Raises:
        InvalidOutput: a probability is not finite or outside 0..1.
    """
    scores, wanted = np.asarray(probabilities, np.float64), np.asarray(targets, np.float64)
    if not (np.isfinite(scores).all() and (scores >= 0.0).all() and (scores <= 1.0).all()):
        raise InvalidOutput("the network gives probabilities that are no numbers from 0 to 1")
    patients = Patients.of([sample.patient_id for sample in samples], section.rounds, seed)
    classes = [
        {"name": name, "label": task.classes[k]}
        | {"positives": int(wanted[:, k].sum()), "negatives": int((1 - wanted[:, k]).sum())}
        | class_figures(scores[:, k], wanted[:, k] > 0.5, points[k], patients)
        for k, name in enumerate(task.names)
    ]
    found: dict[str, Any] = {
        "task": task.kind,
        "images": len(wanted),
        "patients": patients.count,
        "intervals": _INTERVALS.format(rounds=section.rounds, seed=seed),
        "overall": _overall(task, scores, wanted, classes, patients),
        "classes": classes,
        "confusion": _confusion(task, scores, wanted, points),
        "subgroups": subgroup_figures(task, scores, wanted, samples, points, patients),
        "curves": [_curves(name, scores[:, k], wanted[:, k]) for k, name in enumerate(task.names)],
    }
    return {"warnings": cautions(found, section.few_positives)} | found


def without_curves(found: dict[str, Any]) -> dict[str, Any]:
    """The evaluation without what is only drawn, as it goes into a manifest."""
    return {key: value for key, value in found.items() if key != "curves"}


def headline(found: dict[str, Any]) -> Figure:
    """The area under the ROC curve, over all classes (macro) where there are several."""
    overall = found["overall"]
    return overall["roc_auc"] if "roc_auc" in overall else overall["roc_auc_macro"]


def _overall(
    task: Task, scores: Floats, targets: Floats, classes: list[dict[str, Any]], patients: Patients
) -> dict[str, Figure]:
    if task.kind == "multiclass":
        return multiclass_figures(scores, targets, patients)
    if task.kind == "multilabel":
        thresholds = [
            entry["points"][0]["threshold"] if entry["points"] else None for entry in classes
        ]
        return multilabel_figures(scores, targets, thresholds, patients)
    only = classes[0]
    return only["figures"] | (only["points"][0]["figures"] if only["points"] else {})


def _confusion(
    task: Task, scores: Floats, targets: Floats, points: Points
) -> dict[str, Any] | None:
    if task.kind == "multiclass":
        rows = confusion_matrix(targets.argmax(axis=1), scores.argmax(axis=1), len(task.names))
        return {"names": list(task.names), "rows": rows, "rule": "the likeliest class is called"}
    if task.kind == "multilabel" or not points[0]:
        return None
    threshold = points[0][0]["threshold"]
    ill, called = (targets[:, 0] > 0.5).astype(np.int64), (scores[:, 0] >= threshold)
    rows = confusion_matrix(ill, called.astype(np.int64), 2)
    rule = f"called {task.names[0]} from a probability of {threshold:.3f} on"
    return {"names": [task.complement or f"no {task.names[0]}", task.names[0]], "rows": rows,
            "rule": rule}  # fmt: skip


def _curves(name: str, scores: Floats, targets: Floats) -> dict[str, Any]:
    ill = targets > 0.5
    is_mixed = bool(ill.any() and not ill.all())
    return {
        "name": name,
        "roc": roc_curve(scores, targets) if is_mixed else None,
        "pr": pr_curve(scores, targets) if ill.any() else None,
        "calibration": calibration_bins(scores, targets),
        "sweep": threshold_sweep(scores, ill),
    }
