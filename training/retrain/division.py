"""Who is trained on, who is validated on, and who is in the test set, for good.

Pure but for the reading of tables: samples with digests in, samples with splits out, and what must
be said about it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from training.config.sections import DataSection
from training.data.sample import SPLITS, Sample
from training.data.split import split_by_share
from training.refusals import Refused
from training.retrain.site_test import Known, Site

LEAST_IMAGES = 10  # of every class, or nothing can be learned and measured
LEAST_PATIENTS = 3  # of every class: one for each split

Tell = Callable[..., None]


@dataclass(frozen=True)
class Division:
    """A divided data set.

    Attributes:
        rows: every image once, with its split.
        fresh: those of the test set that this run has brought into it.
    """

    rows: tuple[Known, ...]
    fresh: int = 0

    @property
    def samples(self) -> tuple[Sample, ...]:
        """The images alone."""
        return tuple(row.sample for row in self.rows)


def divide(
    found: Sequence[tuple[Sample, str]],
    site: Site,
    run: str,
    section: DataSection,
    seed: int,
    tell: Tell,
) -> Division:
    """Gives every image its split.

    The locked test set comes whole, also what is not among the run's own images. New patients join
    it: all that a table calls ``test``, or a share where nothing is stated. Whoever a run of this
    site or the base model has learned from never joins it.

    Args:
        found: readable samples and their digests.
        site: what earlier runs have fixed.
        run: id of this one.
        section: shares of validation and test.
        seed: of the order of patients.
        tell: called with a sentence, a code and its figures.

    Raises:
        Refused: a class without images, or too few, in some split.
    """
    images = _once(found, tell)
    locked = {row.digest for row in site.test}
    locked_patients = {row.sample.patient_id for row in site.test}
    known = site.learned | {row.digest for row in site.trained_on}
    known_patients = {row.sample.patient_id for row in site.trained_on}
    of_test = _patients_of(images, locked, locked_patients)
    of_training = _patients_of(images, known, known_patients) - of_test
    _refuse_two_splits(images)

    placed: list[Known] = []
    free: list[tuple[Sample, str]] = []
    kept_out = back = 0
    for sample, digest in images:
        if sample.patient_id in of_test:
            kept_out += sample.split not in (None, "test")
            placed.append(Known(replace(sample, split="test"), digest, run))
        elif sample.split == "test" and sample.patient_id in of_training:
            back += 1
            placed.append(Known(replace(sample, split="train"), digest, run))
        elif sample.split is not None:
            placed.append(Known(sample, digest, run))
        else:
            free.append((sample, digest))
    if kept_out:
        tell(
            f"{kept_out} images belong to patients of the site's test set and are not trained on",
            "W_TEST_KEPT_OUT",
            images=kept_out,
        )
    if back:
        tell(
            f"{back} images called test have been trained on before and cannot measure anything",
            "W_TRAINED_BEFORE",
            images=back,
        )
    placed += _placed(free, placed, of_training, section, seed, run)
    placed = _with_validation(placed, section, seed)
    rows, gone = _with_locked(placed, site)
    if gone:
        tell(
            f"{gone} images of the site's test set are not where they were",
            "W_TEST_FILES_GONE",
            images=gone,
        )
    fresh = sum(row.sample.split == "test" and row.digest not in locked for row in rows)
    if site.test:
        tell(
            f"the site's test set holds {len(site.test)} images; {fresh} of new patients join it",
            "W_TEST_LOCKED",
            images=len(site.test),
            fresh=fresh,
        )
    return Division(tuple(rows), fresh)


def refuse_impossible(samples: Sequence[Sample], classes: Sequence[str] = ()) -> None:
    """Refuses classes that cannot be learned or measured.

    Args:
        samples: with or without splits.
        classes: labels that must be there; empty: all that occur.

    Raises:
        Refused: naming the class, what there is and what is needed.
    """
    labels = sorted(set(classes) or {label for sample in samples for label in sample.labels})
    if not labels:
        raise Refused("E_NO_LABELS", "no image has a label", hint="Give a table with labels.")
    if len(labels) == 1 and all(sample.labels for sample in samples):
        raise Refused(
            "E_ONE_CLASS",
            f"all images are {labels[0]}: there is nothing to tell apart",
            hint="Add images of the other class.",
            label=labels[0],
        )
    for label in labels:
        own = [sample for sample in samples if label in sample.labels]
        patients = len({sample.patient_id for sample in own})
        if not own:
            raise Refused(
                "E_EMPTY_CLASS",
                f"no image shows {label}",
                hint="Add images of that class.",
                label=label,
            )
        if len(own) < LEAST_IMAGES or patients < LEAST_PATIENTS:
            raise Refused(
                "E_FEW_IMAGES",
                f"only {len(own)} images of {patients} patients show {label}; at least "
                f"{LEAST_IMAGES} of {LEAST_PATIENTS} are needed",
                hint="Add images of that class.",
                label=label, images=len(own), patients=patients,
                least_images=LEAST_IMAGES, least_patients=LEAST_PATIENTS,
            )  # fmt: skip


def refuse_empty_splits(samples: Sequence[Sample], classes: Sequence[str]) -> None:
    """Refuses a division in which some split lacks some class. Raises Refused."""
    for split in SPLITS:
        own = [sample for sample in samples if sample.split == split]
        for label in classes:
            if not any(label in sample.labels for sample in own):
                raise Refused(
                    "E_SPLIT_WITHOUT_CLASS",
                    f"the {split} set holds no {label}",
                    hint="Every class needs patients in train, val and test; add images.",
                    split=split,
                    label=label,
                )


def counts(samples: Sequence[Sample]) -> dict[str, dict[str, int]]:
    """Split -> label -> images; a label of "" counts those without any."""
    found: dict[str, Counter[str]] = {split: Counter() for split in SPLITS}
    for sample in samples:
        if sample.split is not None:
            found[sample.split].update(sample.labels or ("",))
    return {split: dict(own) for split, own in found.items()}


def _once(found: Sequence[tuple[Sample, str]], tell: Tell) -> list[tuple[Sample, str]]:
    """Every picture once; equal ones with other labels are refused."""
    first: dict[str, Sample] = {}
    for sample, digest in found:
        before = first.setdefault(digest, sample)
        if set(before.labels) != set(sample.labels):
            raise Refused(
                "E_TWO_LABELS",
                f"{before.path.name} and {sample.path.name} are the same picture with other labels",
                hint="Mend the labels, or leave one of them out.",
                files=[before.path.name, sample.path.name],
            )
    if len(first) < len(found):
        tell(
            f"{len(found) - len(first)} images occur more than once and are used once",
            "W_DOUBLES_LEFT_OUT",
            images=len(found) - len(first),
        )
    return [(sample, digest) for digest, sample in first.items()]


def _patients_of(
    images: Sequence[tuple[Sample, str]], digests: frozenset[str] | set[str], patients: set[str]
) -> set[str]:
    """Patients here that are known by their id or by any of their images."""
    return {s.patient_id for s, digest in images if digest in digests or s.patient_id in patients}


def _refuse_two_splits(images: Sequence[tuple[Sample, str]]) -> None:
    split_of: dict[str, str] = {}
    for sample, _ in images:
        if sample.split is None:
            continue
        if split_of.setdefault(sample.patient_id, sample.split) != sample.split:
            raise Refused(
                "E_PATIENT_IN_TWO_SPLITS",
                f"patient {sample.patient_id} is in {split_of[sample.patient_id]} and in "
                f"{sample.split}",
                hint="Measured figures would be too good. Keep a patient's images in one split.",
                patient=sample.patient_id,
            )


def _placed(
    free: Sequence[tuple[Sample, str]],
    placed: Sequence[Known],
    of_training: set[str],
    section: DataSection,
    seed: int,
    run: str,
) -> list[Known]:
    """Those without a split: with their patient's others, else by lot to test or to training."""
    split_of = {row.sample.patient_id: row.sample.split for row in placed}
    new = [s for s, _ in free if s.patient_id not in split_of and s.patient_id not in of_training]
    drawn = split_by_share(new, {"test": section.test_share}, seed) if new else {}
    return [
        Known(
            replace(s, split=split_of.get(s.patient_id) or drawn.get(s.patient_id, "train")),
            digest,
            run,
        )
        for s, digest in free
    ]


def _with_validation(placed: list[Known], section: DataSection, seed: int) -> list[Known]:
    """Takes validation from training where nothing is in it."""
    training = [row.sample for row in placed if row.sample.split == "train"]
    if not training or any(row.sample.split == "val" for row in placed):
        return placed
    share = section.val_share / max(1e-9, 1.0 - section.test_share)
    drawn = split_by_share(training, {"val": share}, seed)
    return [
        replace(row, sample=replace(row.sample, split=drawn[row.sample.patient_id]))
        if row.sample.split == "train"
        else row
        for row in placed
    ]


def _with_locked(placed: list[Known], site: Site) -> tuple[list[Known], int]:
    """With the locked images that are not among the run's own; and how many are gone."""
    here = {row.digest for row in placed}
    missing = [row for row in site.test if row.digest not in here]
    there = [row for row in missing if row.sample.path.is_file()]
    return [*placed, *there], len(missing) - len(there)


def learned_digests(training_data: dict) -> frozenset[str]:
    """Digests that a manifest's ``training_data`` tells of training and validation."""
    told = training_data.get("digests", {})
    return frozenset(d for name in ("train", "val") for d in told.get(name, ()))
