"""Train, validation and test, and the parts of a cross-validation: whole patients, stratified.

Iterative stratification over patients: the label with the fewest images left is handed out first,
each of its patients to the part that still wants most of it (Sechidis, Tsoumakas, Vlahavas, "On
the stratification of multi-label data", ECML PKDD 2011; there over images). The same seed gives
the same parts.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from training.config.sections import DataSection
from training.data.sample import SPLITS, Sample


def split_by_patient(
    samples: Sequence[Sample],
    section: DataSection = DataSection(),  # noqa: B008 - frozen
    seed: int = 1,
    *,
    classes: Sequence[str] = (),
) -> tuple[Sample, ...]:
    """The samples with a split each.

    Splits that are given are kept. Where all samples have one but validation or test is missing,
    that one is taken from the training patients. Only some samples with a split is refused.

    Args:
        samples: see `training.data.index`.
        section: shares of validation and test.
        seed: of the order of patients.
        classes: the labels that count; empty: all that occur.

    Raises:
        RequestError: only some samples have a split, or a split would stay without some class.
    """
    given = {sample.split for sample in samples}
    if None in given and len(given) > 1:
        raise RequestError(
            "some samples have a split and some have none", hint="Fill the column, or empty it."
        )
    if None not in given and "train" not in given:
        raise RequestError("the train set is empty", hint="Give training images.")
    shares = {"val": section.val_share, "test": section.test_share}
    wanted = {name: share for name, share in shares.items() if name not in given}
    divided = _carve(samples, wanted, seed, classes) if wanted else tuple(samples)
    _refuse_empty_classes(divided, classes)
    return divided


def split_by_share(
    samples: Sequence[Sample], shares: dict[str, float], seed: int
) -> dict[str, str]:
    """Draws patients for some splits; the rest is ``train``.

    Args:
        samples: one or more; what split they have does not count.
        shares: of each split, of all images.
        seed: of the order of patients.

    Returns:
        Split by patient.
    """
    patients, counts = _patients(samples, ())
    parts = distribute(counts, (1.0 - sum(shares.values()), *shares.values()), seed)
    names = ("train", *shares)
    return {patient: names[part] for patient, part in zip(patients, parts, strict=True)}


def digest_of(samples: Sequence[Sample]) -> str:
    """A hash of which patients are in which split; it tells nobody's id.

    Two divisions with the same digest are the same, so a model that carries it can be measured
    again on images that it has not seen, or the attempt refused.
    """
    rows = sorted({f"{sample.split}\t{sample.patient_id}" for sample in samples})
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogateescape")).hexdigest()


def folds_by_patient(
    samples: Sequence[Sample], folds: int, seed: int, *, classes: Sequence[str] = ()
) -> list[tuple[Sample, ...]]:
    """The parts of a cross-validation.

    Args:
        samples: those of split ``test`` stay as they are; all others are divided.
        folds: number of parts, 2 or more.
        seed: of the order of patients.
        classes: the labels that count; empty: all that occur.

    Returns:
        For each fold all samples: ``val`` in its own part, ``train`` in the others.

    Raises:
        RequestError: fewer patients than folds.
    """
    free = [index for index, sample in enumerate(samples) if sample.split != "test"]
    patients, counts = _patients([samples[index] for index in free], classes)
    if len(patients) < folds:
        raise RequestError(
            f"{len(patients)} patients cannot make {folds} folds", hint="Ask for fewer folds."
        )
    parts = dict(zip(patients, distribute(counts, (1.0 / folds,) * folds, seed), strict=True))
    return [
        tuple(
            sample
            if sample.split == "test"
            else replace(sample, split="val" if parts[sample.patient_id] == fold else "train")
            for sample in samples
        )
        for fold in range(folds)
    ]


def distribute(counts: NDArray[np.int64], shares: Sequence[float], seed: int) -> NDArray[np.int64]:
    """Hands out patients to parts.

    Args:
        counts: (P, L) images of every patient by label; every patient has at least one.
        shares: of all images, one per part; they sum to 1.
        seed: of the order of patients and of ties.

    Returns:
        (P,) the part of every patient.
    """
    random = np.random.default_rng(seed)
    missing = counts.sum(axis=0)[None, :] * np.asarray(shares)[:, None]  # (parts, L) still wanted
    room = counts.sum() * np.asarray(shares, np.float64)
    part_of = np.full(len(counts), -1, np.int64)
    order = random.permutation(len(counts))
    while (part_of < 0).any():
        left = order[part_of[order] < 0]
        totals = counts[left].sum(axis=0)
        label = int(np.argmin(np.where(totals > 0, totals, np.inf)))
        own = left[counts[left, label] > 0]
        for patient in own[np.argsort(-counts[own, label], kind="stable")]:  # the large ones first
            part = _neediest(missing[:, label], room, random)
            part_of[patient] = part
            missing[part] -= counts[patient]
            room[part] -= counts[patient].sum()
    return part_of


def _neediest(
    missing: NDArray[np.float64], room: NDArray[np.float64], random: np.random.Generator
) -> int:
    """The part that misses most of the label; then the one with most room; then by lot."""
    best = np.flatnonzero(missing >= missing.max() - 1e-9)
    best = best[room[best] >= room[best].max() - 1e-9]
    return int(best[0] if len(best) == 1 else random.choice(best))


def _patients(
    samples: Sequence[Sample], classes: Sequence[str]
) -> tuple[list[str], NDArray[np.int64]]:
    """Patients by name, and (P, L) their images by label; the last label: none of them."""
    labels = list(classes) or sorted({label for sample in samples for label in sample.labels})
    patients = sorted({sample.patient_id for sample in samples})
    row_of = {patient: row for row, patient in enumerate(patients)}
    counts = np.zeros((len(patients), len(labels) + 1), np.int64)
    for sample in samples:
        own = [labels.index(label) for label in sample.labels if label in labels] or [-1]
        counts[row_of[sample.patient_id], own] += 1
    return patients, counts


def _carve(
    samples: Sequence[Sample], wanted: dict[str, float], seed: int, classes: Sequence[str]
) -> tuple[Sample, ...]:
    """Takes the wanted splits from the training samples, or from those without any."""
    free = [sample for sample in samples if sample.split in (None, "train")]
    patients, counts = _patients(free, classes)
    rest = 1.0 - sum(wanted.values())
    if rest <= 0:
        raise RequestError(
            "validation and test leave nothing for training", hint="Lower val_share or test_share."
        )
    names = ("train", *wanted)
    parts = distribute(counts, (rest, *wanted.values()), seed)
    split_of = {patient: names[part] for patient, part in zip(patients, parts, strict=True)}
    return tuple(
        replace(sample, split=split_of[sample.patient_id])
        if sample.split in (None, "train")
        else sample
        for sample in samples
    )


def _refuse_empty_classes(samples: tuple[Sample, ...], classes: Sequence[str]) -> None:
    labels = set(classes) or {label for sample in samples for label in sample.labels}
    for split in SPLITS:
        own = [sample for sample in samples if sample.split == split]
        missing = labels - {label for sample in own for label in sample.labels}
        if missing:
            raise RequestError(
                f"the {split} set holds no {', '.join(sorted(missing))}",
                hint="Every class needs patients in train, val and test; add images.",
            )
