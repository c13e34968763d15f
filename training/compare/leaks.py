"""Images that a model was trained with are no test of it: they are found, counted, left out.

What a model has seen is known from all of these that are there:

- tables given with it: their rows of training and validation;
- ``training_data.digests`` in its manifest, of the decoded pixels (`training.retrain.digests`);
- ``split.csv`` of the run's folder beside the bundle, or the comparison's own tables, where they
  are those that the bundle's run divided;
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
from training.data.census.look import Look, look_at
from training.data.index import gather
from training.data.sample import Sample
from training.data.split import digest_of
from training.refusals import Refused
from training.retrain.digests import SHORT
from training.retrain.division import learned_digests

_BESIDE = "split.csv"
BY_MANIFEST, BY_TABLE, BY_WORD, NOTHING = "manifest", "table", "word", "nothing"
_SEEN_SPLITS = ("train", "val", None)  # what is in no split may have been anywhere


@dataclass(frozen=True)
class Seen:
    """What one model was trained with.

    Attributes:
        known: how that is known: `BY_TABLE`, `BY_MANIFEST`, `BY_WORD` or `NOTHING`.
        digests: of pixels.
        samples: rows of tables.
    """

    known: str
    digests: frozenset[str] = frozenset()
    samples: tuple[Sample, ...] = ()


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
    digests = learned_digests(bundle.manifest.training_data)
    rows = _rows(bundle, samples, tables)
    if rows:
        return Seen(BY_TABLE, digests, rows)
    if digests:
        return Seen(BY_MANIFEST, digests)
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
        raise Refused(
            "E_ALL_SEEN",
            "every one of these images was used to train one of the models",
            hint="Give images, of other patients, that neither model has seen.",
            images=len(samples),
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


def _rows(bundle: Bundle, samples: Sequence[Sample], tables: Sequence[Path]) -> tuple[Sample, ...]:
    beside = bundle.path.parent / _BESIDE
    if tables or beside.is_file():
        found = gather(tables if tables else (beside,), DataSection())
        if found.problems and not found.samples:
            file, why = found.problems[0]
            raise RequestError(f"what a model has seen cannot be read: {why}", file=file)
        return _used(found.samples)
    division = bundle.manifest.training_data.get("split", {}).get("digest")
    return _used(samples) if division is not None and division == digest_of(samples) else ()


def _used(samples: Sequence[Sample]) -> tuple[Sample, ...]:
    return tuple(sample for sample in samples if sample.split in _SEEN_SPLITS)


def _known_to(samples: Sequence[Sample], seen: Seen) -> set[int]:
    """Places of samples that a model has seen: by patient, file, a file's bytes, or pixels."""
    patients = {sample.patient_id for sample in seen.samples}
    files = {sample.path.resolve() for sample in seen.samples}
    by_size = _by_size(files)
    return {
        place
        for place, sample in enumerate(samples)
        if sample.patient_id in patients
        or sample.path.resolve() in files
        or _has_twin(sample.path, by_size)
        or (seen.digests and _pixels(sample) in seen.digests)
    }


def _has_twin(path: Path, by_size: dict[int, list[Path]]) -> bool:
    rivals = by_size.get(_size(path), ())
    return bool(rivals) and _digest(path) in map(_digest, rivals)


def _pixels(sample: Sample) -> str:
    """The digest of a sample's pixels; empty where they cannot be read, which is told later."""
    look = next(look_at((sample,)))
    return look.sha256[:SHORT] if isinstance(look, Look) else ""


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
