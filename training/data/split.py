"""Train, validation and test: whole patients, the same share of every class.

The same seed gives the same split.
"""

from collections import defaultdict
from dataclasses import replace

import numpy as np

from engine.errors import RequestError
from training.data.index import SPLITS, Sample

FRACTIONS = (0.7, 0.15, 0.15)


def split_by_patient(
    samples: tuple[Sample, ...], *, seed: int, fractions: tuple[float, float, float] = FRACTIONS
) -> tuple[Sample, ...]:
    """The samples with a split each. Samples that have one all keep it; a mixture is refused.

    Patients are shuffled within the class (their most severe: the last label by name, when they
    have several) and cut by `fractions` of train, val, test.

    Raises:
        RequestError: only some samples have a split, or a split would stay without some class.
    """
    given = [sample.split is not None for sample in samples]
    if any(given) and not all(given):
        raise RequestError(
            "some samples have a split and some have none", hint="Fill the column, or empty it."
        )
    divided = samples if all(given) else _divide(samples, seed, fractions)
    labels = {sample.label for sample in samples}
    for split in SPLITS:
        missing = labels - {sample.label for sample in divided if sample.split == split}
        if missing:
            raise RequestError(
                f"the {split} set holds no {', '.join(sorted(missing))}",
                hint="Every class needs patients in train, val and test; add images.",
            )
    return divided


def _divide(
    samples: tuple[Sample, ...], seed: int, fractions: tuple[float, float, float]
) -> tuple[Sample, ...]:
    labels_of: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        labels_of[sample.patient_id].add(sample.label)
    strata: dict[str, list[str]] = defaultdict(list)
    for patient in sorted(labels_of):
        strata[max(labels_of[patient])].append(patient)
    random = np.random.default_rng(seed)
    split_of: dict[str, str] = {}
    for stratum in sorted(strata):
        patients = [strata[stratum][index] for index in random.permutation(len(strata[stratum]))]
        stops = np.round(np.cumsum(fractions) * len(patients)).astype(int)
        for index, patient in enumerate(patients):
            split_of[patient] = SPLITS[int(np.searchsorted(stops[:2], index, side="right"))]
    return tuple(replace(sample, split=split_of[sample.patient_id]) for sample in samples)
