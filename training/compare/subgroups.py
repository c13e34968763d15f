"""Both models in parts of the people, where there are images enough to say something."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from training.compare.class_pair import Pair, compare_part
from training.data.sample import Sample
from training.evaluate.figure import undefined
from training.evaluate.resampling import Patients
from training.evaluate.subgroups import ATTRIBUTES

LEAST = 10  # images with the finding and without it
_TOO_FEW = f"fewer than {LEAST} images with the finding or without it"


def compare_subgroups(
    pairs: Sequence[Pair], samples: Sequence[Sample], patients: Patients
) -> list[dict[str, Any]]:
    """One entry per value of each attribute that has two values at least.

    ``attribute``, ``value``, ``images``, ``patients`` and ``classes``, each with ``name``,
    ``positives``, ``negatives``, ``old``, ``new`` and ``difference`` (areas under the ROC curve)
    and ``rates`` (sensitivity, specificity, likewise). Groups of fewer than `LEAST` images of
    either kind are counted and not measured.
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
                    "classes": [_class(pair.part(chosen), own) for pair in pairs],
                }
            )
    return found


def _class(pair: Pair, patients: Patients) -> dict[str, Any]:
    counts = int(pair.ill.sum()), int((~pair.ill).sum())
    if min(counts) >= LEAST:
        return compare_part(pair, patients)
    nothing = {side: undefined(_TOO_FEW) for side in ("old", "new", "difference")}
    known = {"name": pair.name, "positives": counts[0], "negatives": counts[1]}
    return known | nothing | {"rates": {}}
