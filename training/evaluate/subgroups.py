"""The same figures for parts of the people: a good mean can hide a bad part."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from training.data.index import Sample
from training.data.task import Task
from training.evaluate.figure import Floats
from training.evaluate.one_class import class_figures
from training.evaluate.resampling import Patients

NOT_KNOWN = "not known"
_AGES = ((18.0, "under 18 years"), (40.0, "18 to 39 years"), (60.0, "40 to 59 years"),
         (75.0, "60 to 74 years"))  # fmt: skip
_SHOWN = ("sensitivity", "specificity", "ppv")


def age_group(age_years: float | None) -> str:
    """The group of an age, `NOT_KNOWN` for None."""
    if age_years is None:
        return NOT_KNOWN
    return next((name for limit, name in _AGES if age_years < limit), "75 years and older")


ATTRIBUTES: dict[str, Callable[[Sample], str]] = {
    "view": lambda sample: sample.view or NOT_KNOWN,
    "sex": lambda sample: sample.sex or NOT_KNOWN,
    "age": lambda sample: age_group(sample.age_years),
    "source": lambda sample: sample.source or NOT_KNOWN,
}


def subgroup_figures(
    task: Task,
    probabilities: Floats,
    targets: Floats,
    samples: Sequence[Sample],
    points: list[list[dict[str, Any]]],
    patients: Patients,
) -> list[dict[str, Any]]:
    """One entry per value of each attribute that has at least two values among the samples.

    ``attribute``, ``value``, ``images``, ``patients`` and ``classes``, each with ``name``,
    ``positives``, ``negatives`` and ``figures``: the area under the ROC curve, and rates at the
    first operating point.
    """
    found = []
    for attribute, read in ATTRIBUTES.items():
        values = np.array([read(sample) for sample in samples], dtype=str)
        for value in sorted(set(values)) if len(set(values)) > 1 else []:
            chosen = values == value
            own = patients.part(chosen)
            found.append(
                {
                    "attribute": attribute,
                    "value": str(value),
                    "images": int(chosen.sum()),
                    "patients": own.count,
                    "classes": [
                        _class(name, probabilities[chosen, k], targets[chosen, k], points[k], own)
                        for k, name in enumerate(task.names)
                    ],
                }
            )
    return found


def _class(
    name: str,
    probabilities: Floats,
    targets: Floats,
    points: list[dict[str, Any]],
    patients: Patients,
) -> dict[str, Any]:
    ill = targets > 0.5
    measured = class_figures(probabilities, ill, points[:1], patients)
    rates = measured["points"][0]["figures"] if measured["points"] else {}
    return {
        "name": name,
        "positives": int(ill.sum()),
        "negatives": int((~ill).sum()),
        "figures": {"roc_auc": measured["figures"]["roc_auc"]}
        | {key: rates[key] for key in _SHOWN if key in rates},
    }
