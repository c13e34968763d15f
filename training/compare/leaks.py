"""Images that a model was trained with are no test of it: they are found, counted, left out.

What a model has seen is known from one of these, the first that is there:

- tables given with it: their rows of training and validation;
- ``training_data.seen`` in its manifest: ``images`` (SHA-256 of files) and ``patients`` (SHA-256
  of ids, as `patient_mark` makes them), of training and validation;
- ``split.csv`` of the run's folder beside the bundle;
- the tables of the comparison, where they are those that the bundle's run divided;
- the word of whoever asks: "it has seen none of these".
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.bundle.store import Bundle
from engine.errors import RequestError
from training.config.sections import DataSection
from training.data.index import gather
from training.data.sample import Sample
from training.data.split import digest_of

_BESIDE = ("split.csv", "work/split.csv")
BY_MANIFEST, BY_TABLE, BY_WORD, NOTHING = "manifest", "table", "word", "nothing"
_SEEN_SPLITS = ("train", "val", None)  # what is in no split may have been anywhere


@dataclass(frozen=True)
class Seen:
    """What one model was trained with.

    Attributes:
        known: how that is known: `BY_MANIFEST`, `BY_TABLE`, `BY_WORD` or `NOTHING`.
        digests: SHA-256 of files.
        files: files whose digests are made when their size asks for it.
        patients: marks of patients, see `patient_mark`.
    """

    known: str
    digests: frozenset[str] = frozenset()
    files: tuple[Path, ...] = ()
    patients: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Leaks:
    """What was left out.

    Attributes:
        kept: samples that neither model has seen.
        images: number of those left out.
        patients: whose they are.
        seen: by ``old`` and ``new``: how many each has seen, and how that is known.
    """

    kept: tuple[Sample, ...]
    images: int
    patients: int
    seen: dict[str, dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"images": self.images, "patients": self.patients, **self.seen}


def patient_mark(patient_id: str) -> str:
    """What stands for a patient in a manifest: it tells no id to whoever has none to try."""
    return hashlib.sha256(f"patient\t{patient_id}".encode("utf-8", "surrogateescape")).hexdigest()


def seen_by(
    bundle: Bundle,
    samples: Sequence[Sample],
    tables: Sequence[Path] = (),
    *,
    is_vouched_for: bool = False,
) -> Seen:
    """What a bundle was trained with.

    Args:
        bundle: as read.
        samples: all of the comparison's tables, whatever their split.
        tables: given for it.
        is_vouched_for: somebody says that it has seen none of the images.

    Raises:
        RequestError: a table cannot be read.
    """
    if tables:
        return _of_tables(tables)
    stored = bundle.manifest.training_data.get("seen")
    if isinstance(stored, dict):
        images, patients = stored.get("images", ()), stored.get("patients", ())
        return Seen(BY_MANIFEST, frozenset(images), (), frozenset(patients))
    for name in _BESIDE:
        if (bundle.path.parent / name).is_file():
            return _of_tables((bundle.path.parent / name,))
    division = bundle.manifest.training_data.get("split", {}).get("digest")
    if division is not None and division == digest_of(samples):
        return _of_samples(samples)
    return Seen(BY_WORD if is_vouched_for else NOTHING)


def without_leaks(samples: Sequence[Sample], old: Seen, new: Seen) -> Leaks:
    """Leaves out every image that either model has seen, or whose patient it has.

    Raises:
        RequestError: nothing is left.
    """
    found = {"old": _known_to(samples, old), "new": _known_to(samples, new)}
    out = found["old"] | found["new"]
    kept = tuple(sample for place, sample in enumerate(samples) if place not in out)
    if samples and not kept:
        raise RequestError(
            "every one of these images was used to train one of the models",
            hint="Give images, of other patients, that neither model has seen.",
        )
    return Leaks(
        kept,
        len(out),
        len({samples[place].patient_id for place in out}),
        {
            name: {"known": seen.known, "images": len(found[name])}
            for name, seen in (("old", old), ("new", new))
        },
    )


def _of_tables(tables: Sequence[Path]) -> Seen:
    found = gather(tables, DataSection())
    if found.problems and not found.samples:
        file, why = found.problems[0]
        raise RequestError(f"what a model has seen cannot be read: {why}", file=file)
    return _of_samples(found.samples)


def _of_samples(samples: Sequence[Sample]) -> Seen:
    used = [sample for sample in samples if sample.split in _SEEN_SPLITS]
    return Seen(
        BY_TABLE,
        files=tuple(sample.path for sample in used),
        patients=frozenset(patient_mark(sample.patient_id) for sample in used),
    )


def _known_to(samples: Sequence[Sample], seen: Seen) -> set[int]:
    """Places of samples that a model has seen, by patient, by file or by a file's bytes."""
    places = {
        place
        for place, sample in enumerate(samples)
        if patient_mark(sample.patient_id) in seen.patients
    }
    paths = {path.resolve() for path in seen.files}
    by_size = _by_size(seen.files)
    for place, sample in enumerate(samples):
        if place in places:
            continue
        path = sample.path.resolve()
        if path in paths:
            places.add(place)
            continue
        rivals = by_size.get(_size(path), ())
        if seen.digests or rivals:
            digest = _digest(path)
            if digest in seen.digests or digest in map(_digest, rivals):
                places.add(place)
    return places


def _by_size(files: Iterable[Path]) -> dict[int, list[Path]]:
    found: dict[int, list[Path]] = defaultdict(list)
    for file in files:
        size = _size(file)
        if size >= 0:
            found[size].append(file)
    return found


def _size(file: Path) -> int:
    """In bytes; -1 where there is no such file: its row is there still, its bytes are not."""
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:  # told with its reason when its pixels are read
        return ""
