"""A new model beside the active one, measured on the same images: everything as plain JSON values.

The schema of ``comparison.json``, whose codes never change (figures: `training.evaluate.figure`):

- ``schema`` 1; ``made`` (UTC); ``seconds``;
- ``old``, ``new``: ``id``, ``name``, ``version``, ``digest`` (SHA-256 of the manifest);
- ``data``: ``tables``, ``split``, ``images`` before anything was left out, ``unreadable``
  ([file, reason]);
- ``images``, ``patients``: that were compared; ``intervals``: how they were made, a sentence;
- ``leaks``: ``images``, ``patients`` left out; ``old``, ``new``: ``known`` (``manifest``,
  ``table``, ``word``, ``nothing``) and ``images``;
- ``checks``: ``old``, ``new``, see `training.compare.checks`;
- ``unmatched``: ``old``, ``new``: classes that one model alone knows;
- ``same_answers``: whether every probability is the same;
- ``overall``: figures by name, each with ``old``, ``new``, ``difference``; of several classes the
  means over those that are judged;
- ``classes``: see `training.compare.class_pair`; ``subgroups``, ``cases``, ``sample``: see the
  modules of these names;
- ``recommendation``: see `engine.bundle.recommendation`.
"""

import datetime
import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.bundle.manifest import Manifest
from engine.bundle.recommendation import recommend
from engine.bundle.store import MANIFEST, Bundle
from training.compare.cases import differing_cases, fixed_sample
from training.compare.checks import checks_of
from training.compare.class_pair import Pair, compare_class
from training.compare.leaks import Leaks, seen_by, without_leaks
from training.compare.matching import Match, Matching, match_classes
from training.compare.over_classes import facts_of_classes, mean_figures
from training.compare.scoring import BothScored, score_both
from training.compare.subgroups import compare_subgroups
from training.config.sections import DataSection
from training.data.index import index_sources
from training.data.sample import Sample
from training.evaluate.of_bundle import ALL, points_of
from training.evaluate.resampling import Patients
from training.refusals import Refused

SCHEMA = 1
_SCORED = 0.8  # share of the work
_INTERVALS = (
    "95 %, of differences between the models on the same images: percentile bootstrap over "
    "patients, {rounds} rounds, seed {seed}; of proportions: Wilson and Newcombe 1998, with the "
    "number of images divided by the design effect of patients."
)


@dataclass(frozen=True)
class Asked:
    """A comparison to be made.

    Attributes:
        old: the active model.
        new: the one that may take its place.
        data: tables and folders of labelled images.
        split: ``train``, ``val``, ``test``, or ``all``.
        rounds: of the bootstrap.
        seed: of it.
        seen: by ``old`` and ``new``: tables of what each was trained with.
        vouched: of ``old`` and ``new``, those that have seen none of the images, as somebody says.
    """

    old: Bundle
    new: Bundle
    data: Sequence[Path]
    split: str = "test"
    rounds: int = 2000
    seed: int = 0
    seen: dict[str, Sequence[Path]] | None = None
    vouched: frozenset[str] = frozenset()


def compare_bundles(asked: Asked) -> Iterator[float | dict[str, Any]]:
    """Yields the share done and at last the comparison, see above.

    Raises:
        Refused: classes or labels do not fit, nothing to compare on.
        RequestError: a table cannot be read.
        ModelError: a model cannot be run.
    """
    started = time.monotonic()
    samples = index_sources(asked.data, DataSection())
    chosen = _of_split(samples, asked.split)
    matching = match_classes(asked.old.manifest, asked.new.manifest, chosen)
    leaks = _leaks(asked, samples, chosen)
    checks = {"old": checks_of(asked.old), "new": checks_of(asked.new)}
    scored: BothScored | None = None
    for step in score_both(asked.old, asked.new, leaks.kept):
        if isinstance(step, BothScored):
            scored = step
        else:
            yield _SCORED * step
    assert scored is not None  # it is the last thing that comes
    found = _facts(asked, matching, scored) | {
        "data": {
            "tables": [str(path) for path in asked.data],
            "split": asked.split,
            "images": len(chosen),
            "unreadable": [[str(path), why] for path, why in scored.unreadable],
        },
        "leaks": leaks.as_json(),
        "checks": checks,
    }
    found["recommendation"] = recommend(found).as_json()
    found["seconds"] = round(time.monotonic() - started, 1)
    yield found


def _facts(asked: Asked, matching: Matching, scored: BothScored) -> dict[str, Any]:
    owners = [sample.patient_id for sample in scored.samples]
    patients = Patients.of(owners, asked.rounds, asked.seed)
    pairs = [_pair(asked, match, scored) for match in matching.classes]
    classes = [compare_class(pair, patients) for pair in pairs]
    overall = facts_of_classes(classes) if len(classes) == 1 else mean_figures(pairs, patients)
    return {
        "schema": SCHEMA,
        "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "old": _about(asked.old),
        "new": _about(asked.new),
        "images": len(scored.samples),
        "patients": patients.count,
        "intervals": _INTERVALS.format(rounds=asked.rounds, seed=asked.seed),
        "unmatched": {"old": list(matching.only_old), "new": list(matching.only_new)},
        "same_answers": all(np.array_equal(pair.old, pair.new) for pair in pairs),
        "overall": overall,
        "classes": classes,
        "subgroups": compare_subgroups(pairs, scored.samples, patients),
        "cases": differing_cases(pairs, scored.samples),
        "sample": fixed_sample(pairs, scored.samples),
    }


def _pair(asked: Asked, match: Match, scored: BothScored) -> Pair:
    ill = np.array([match.label in sample.labels for sample in scored.samples], dtype=bool)
    return Pair(
        match.name,
        scored.old[:, match.old],
        scored.new[:, match.new],
        ill,
        _first_point(asked.old.manifest, match.old),
        _first_point(asked.new.manifest, match.new),
    )


def _first_point(manifest: Manifest, column: int) -> dict[str, Any] | None:
    return next(iter(points_of(manifest)[column]), None)


def _about(bundle: Bundle) -> dict[str, str]:
    manifest = bundle.manifest
    digest = hashlib.sha256(bundle.contents[MANIFEST]).hexdigest()
    return {"id": manifest.id, "name": manifest.name, "version": manifest.version,
            "digest": digest}  # fmt: skip


def _of_split(samples: Sequence[Sample], split: str) -> tuple[Sample, ...]:
    if split == ALL:
        return tuple(samples)
    chosen = tuple(sample for sample in samples if sample.split == split)
    if not chosen:
        raise Refused(
            "E_NO_IMAGE_OF_SPLIT",
            f"no image is in the {split} set",
            hint="Give the split.csv of the run's folder, or --split all for images that neither "
            "model has seen.",
            split=split,
        )
    return chosen


def _leaks(asked: Asked, samples: Sequence[Sample], chosen: Sequence[Sample]) -> Leaks:
    tables = asked.seen if asked.seen is not None else {}
    seen = {
        name: seen_by(bundle, samples, tables.get(name, ()), is_vouched_for=name in asked.vouched)
        for name, bundle in (("old", asked.old), ("new", asked.new))
    }
    return without_leaks(chosen, seen["old"], seen["new"])
