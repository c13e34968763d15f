"""One retraining from its folder, begun or gone on with: whatever moment it ended at.

Before anything is trained two files are fixed: ``division.csv``, who is in which split, and
``configuration.json``. They are written whole or not at all, so a later attempt does the same work
on the same images; from there on `training.run.fit` goes on after the last whole epoch.
"""

import csv
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.bundle.manifest import Manifest
from engine.bundle.store import dump_json
from engine.files import Hold, atomic_write, process_started
from training.config import TrainingConfig, config_from, to_plain
from training.control import Control
from training.data.task import Task, task_of
from training.events import Events
from training.refusals import Refused
from training.retrain.configuration import configuration, manifest_of, with_task
from training.retrain.digests import Digests
from training.retrain.division import (
    Division,
    divide,
    learned_digests,
    refuse_empty_splits,
    refuse_impossible,
)
from training.retrain.gathering import find_images
from training.retrain.order import (
    BUNDLE,
    CONTROL,
    LOCK,
    PLAN,
    PROCESS,
    TEST_TABLE,
    WORK,
    Order,
    read_order,
)
from training.retrain.site_test import Known, known_of, read_site, table_of
from training.run.room import demand_room

_DIVISION, _CONFIGURATION, _CACHE, _STATE = "division.csv", "configuration.json", "cache", "state"
_FOUND, _READ, _FITTED = 0.08, 0.12, 0.85  # shares of the whole work
_SPARE, _SPARE_BYTES = "spare", 64 << 10
_BUSY_S = 0.3
_TRIES = 5
_PER_WEIGHT = 64  # bytes on the disk: states, the export, its variants
_MOST_DIGESTS = 20_000  # in a manifest
_ALREADY = "E_ALREADY_RUNNING"


def retrain(run: Path, events: Events) -> dict[str, Any]:
    """Trains the candidate of a run's folder.

    Args:
        run: with its plan.
        events: told of everything.

    Returns:
        Facts for the last event.

    Raises:
        Refused: the plan, its images or its base do not allow it; or another trainer is at it.
        DiskFull: too little room.
        ModelError: the exported model is not the trained one.
        Stopped: asked for in the control file.
    """
    with Hold(run / LOCK) as hold:
        _hold_run(hold)
        plain = {"pid": os.getpid(), "started": process_started(os.getpid())}
        atomic_write(run / PROCESS, json.dumps(plain).encode("ascii"))
        events.begin(process=os.getpid(), is_resumed=(run / WORK / _DIVISION).is_file())
        control = Control(run / CONTROL, events.resting)
        events.obey(control.heed)
        order = read_order(run / PLAN)
        with _alone(order.site, events), _spare_room(run):
            return _retrained(order, run, events)


def divided(
    order: Order, config: TrainingConfig, base: Manifest | None, events: Events
) -> tuple[Division, TrainingConfig, Task]:
    """The division that a run of this order would have, decided now; nothing is written.

    Raises:
        Refused: the images do not allow a run.
    """
    found = find_images(order, config.data, Digests(order.site), events)
    named = _in_words_of_base(found.images, base)
    samples = [sample for sample, _ in named]
    refuse_impossible(samples, config.task.classes)
    config, task = with_task(config, base, samples, events)
    site = read_site(order.site)
    if base is not None:
        site = replace(site, learned=learned_digests(base.training_data))
    division = divide(named, site, order.id, config.data, config.schedule.seed, events.warning)
    division = _of_task(division, task, events)
    classes = task.classes if task.kind == "multilabel" else _labels(division)
    refuse_empty_splits(division.samples, classes)
    if base is not None and not base.training_data.get("digests", {}).get("is_complete"):
        events.warning(
            "the base model does not tell which images it has learned from; some of them may be "
            "in the test set",
            "W_BASE_UNKNOWN",
        )
    return division, config, task


def _retrained(order: Order, run: Path, events: Events) -> dict[str, Any]:
    started = time.monotonic()
    work = run / WORK
    work.mkdir(exist_ok=True)
    demand_room(run, 0)
    events.stage("reading")
    config, division = _fixed(order, work, events.part(0.0, _FOUND))
    task = task_of(division.samples, config.task)
    demand_room(run, len(division.rows) * config.recipe.height * config.recipe.width * 2)

    from training.run.finish import finish  # these load TensorFlow
    from training.run.fit import fit
    from training.run.prepare import Folders, Prepared, begun, read_parts

    folders = Folders((work / _DIVISION,), work, run / BUNDLE / config.id, run / WORK / _CACHE)
    with begun(folders, config, events):
        parts = read_parts(
            division.samples, task, config, folders.cache, events.part(_FOUND, _READ)
        )
        told = {"digests": digests_told(division, _base_learned_from(order))}
        prepared = Prepared(task, division.samples, parts, config.schedule.seed, told=told)
        events.stage("fitting")
        fitted = fit(task, parts, config, work / _STATE, events.part(_READ, _FITTED))
        demand_room(run, fitted.model.count_params() * _PER_WEIGHT)
        done = finish(prepared, fitted, config, folders, ["retrain"], events.part(_FITTED, 1.0))
    _write_test_table(run, division)
    read_site(order.site).add(division.rows).keep(order.id).save()
    return done.facts | {"run": str(run), "seconds": round(time.monotonic() - started, 1)}


def _fixed(order: Order, work: Path, events: Events) -> tuple[TrainingConfig, Division]:
    """Configuration and division: those of an earlier attempt, else decided and written now."""
    division_file, config_file = work / _DIVISION, work / f"fixed-{_CONFIGURATION}"
    if division_file.is_file() and config_file.is_file():
        with division_file.open(newline="", encoding="utf-8", errors="surrogateescape") as handle:
            rows = tuple(known_of(row) for row in csv.DictReader(handle))
        config = config_from(json.loads(config_file.read_text(encoding="utf-8")))
        _refuse_taken(order, rows)
        return config, Division(rows)
    base = manifest_of(order)
    division, config, _ = divided(order, configuration(order, base), base, events)
    atomic_write(config_file, dump_json(to_plain(config)))
    atomic_write(division_file, table_of(division.rows))
    site = read_site(order.site).add(division.rows)
    site.save()
    return config, division


def _refuse_taken(order: Order, rows: Sequence[Known]) -> None:
    """A run that waited while another one has put its training images into the test set."""
    test = {row.digest for row in read_site(order.site).test}
    taken = [row for row in rows if row.sample.split != "test" and row.digest in test]
    if taken:
        raise Refused(
            "E_TEST_SET_CHANGED",
            f"{len(taken)} images of this run have joined the site's test set since it began",
            hint="Start a new run of the same plan.",
            images=len(taken),
        )


def digests_told(division: Division, base: Mapping[str, Any] | None) -> dict[str, Any]:
    """For the manifest: which images it has learned from; empty where they are too many.

    Args:
        division: of this run.
        base: what the manifest of the model that it started from tells in the same way, which the
            new one has learned from, too; None: it started from chance.

    Returns:
        ``train`` and ``val``, digests of pixels, and ``is_complete``: whether that is all.
    """
    before = {} if base is None else base
    found: dict[str, Any] = {
        split: sorted(
            {row.digest for row in division.rows if row.sample.split == split}
            | set(before.get(split, ()))
        )
        for split in ("train", "val")
    }
    if sum(map(len, found.values())) > _MOST_DIGESTS:
        return {}
    return found | {"is_complete": base is None or bool(before.get("is_complete"))}


def _base_learned_from(order: Order) -> Mapping[str, Any] | None:
    base = manifest_of(order) if order.is_fine_tuning else None
    return None if base is None else base.training_data.get("digests", {})


def _write_test_table(run: Path, division: Division) -> None:
    test = [row for row in division.rows if row.sample.split == "test"]
    atomic_write(run / TEST_TABLE, table_of(test))


def _in_words_of_base(images: Sequence[tuple[Any, str]], base: Manifest | None) -> list:
    """Labels that differ from a class of the base in case alone are written as there."""
    names = [] if base is None else [info.name for info in base.classes]
    spelled = {name.casefold(): name for name in names} if len(names) > 1 else {}
    return [
        (replace(s, labels=tuple(spelled.get(label.casefold(), label) for label in s.labels)), d)
        for s, d in images
    ]


def _of_task(division: Division, task: Task, events: Events) -> Division:
    """Without locked images of an earlier task whose labels mean nothing in this one."""
    if task.kind == "multilabel":
        return division
    learned = [row for row in division.rows if row.sample.split != "test"]
    own = {label for row in learned for label in row.sample.labels} | set(task.classes)
    fitting = tuple(row for row in division.rows if set(row.sample.labels) <= own)
    lost = len(division.rows) - len(fitting)
    if lost:
        events.warning(
            f"{lost} images of the site's test set have labels that this task does not know",
            "W_TEST_OTHER_LABELS",
            images=lost,
        )
    return Division(fitting, division.fresh)


def _labels(division: Division) -> list[str]:
    return sorted({label for row in division.rows for label in row.sample.labels})


def _hold_run(hold: Hold) -> None:
    """Takes the lock of a run; a window that looks whether it is held has it for an instant.

    Raises:
        Refused: another trainer has it.
    """
    for _ in range(_TRIES):
        if hold.take():
            return
        time.sleep(_BUSY_S)
    raise Refused(_ALREADY, "another trainer is at work on this run")


@contextmanager
def _spare_room(run: Path) -> Iterator[None]:
    """Some room that is kept back, so that a full disk can still be told in the run's own file."""
    spare = run / _SPARE
    spare.write_bytes(bytes(_SPARE_BYTES))
    try:
        yield
    finally:
        spare.unlink(missing_ok=True)


@contextmanager
def _alone(site: Path, events: Events) -> Iterator[None]:
    """One trainer of a site at a time; another one waits here."""
    site.mkdir(parents=True, exist_ok=True)
    is_told = False
    while True:
        with Hold(site / LOCK) as hold:
            if hold.is_held:
                yield
                return
        if not is_told:
            events.stage("starting")
            events.progress(0.0, "waiting for another retraining to end")
            is_told = True
        events.heed()
        time.sleep(_BUSY_S)
