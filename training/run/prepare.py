"""From folders to the arrays of one run: index, task, split, pictures."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.bundle.store import dump_json
from engine.files import atomic_write
from training.config import TrainingConfig, to_plain
from training.data.arrays import Split, load_splits
from training.data.index import Sample, index_sources
from training.data.split import split_by_patient
from training.data.task import Task, task_of
from training.events import Events

CONFIGURATION, LOG = "configuration.json", "events.jsonl"


@dataclass(frozen=True)
class Folders:
    """Where a run reads and writes.

    Attributes:
        data: training folders or tables, see `training.data.index`.
        run: state, split, logs and summary of the run.
        out: the bundle to write; None where none is made.
        cache: where fitted pictures are kept between runs, or None.
    """

    data: tuple[Path, ...]
    run: Path
    out: Path | None = None
    cache: Path | None = None


@dataclass(frozen=True)
class Prepared:
    """The data of a run.

    Attributes:
        task: what is told apart.
        samples: all of them, each with its split.
        parts: ``train``, ``val`` and ``test``.
        seed: that divided them.
        notes: what people must know about the data, one sentence each.
        told: further facts for the manifest's ``training_data``.
    """

    task: Task
    samples: tuple[Sample, ...]
    parts: dict[str, Split]
    seed: int
    notes: tuple[str, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)


@contextmanager
def begun(folders: Folders, config: TrainingConfig, events: Events) -> Iterator[None]:
    """A run's folder with its configuration and its log, as long as the block lasts."""
    folders.run.mkdir(parents=True, exist_ok=True)
    with events.logged(folders.run / LOG):
        atomic_write(folders.run / CONFIGURATION, dump_json(to_plain(config)))
        yield


def prepare(folders: Folders, config: TrainingConfig, events: Events) -> Prepared:
    """Indexes, splits by patient, and reads every image.

    Raises:
        RequestError: unusable data; the message names the file.
    """
    notes: list[str] = []

    def tell(note: str) -> None:
        notes.append(note)
        events.warning(note)

    samples = index_sources(folders.data, config.data, tell)
    task = task_of(samples, config.task)
    seed, classes = config.schedule.seed, config.task.classes
    divided = split_by_patient(samples, config.data, seed, classes=classes)
    parts = read_parts(divided, task, config, folders.cache, events)
    return Prepared(task, divided, parts, seed, tuple(notes))


def read_parts(
    samples: Sequence[Sample],
    task: Task,
    config: TrainingConfig,
    cache: Path | None,
    events: Events,
) -> dict[str, Split]:
    """The pictures of divided samples; what was left out or altered becomes a warning."""
    for step in load_splits(samples, task, config.recipe, cache=cache, section=config.data):
        if isinstance(step, dict):
            for part in step.values():
                for note in part.notes:
                    events.warning(note)
            return step
        events.progress(step, "reading images")
    raise AssertionError("load_splits ends with the splits")


def write_split(samples: Sequence[Sample], file: Path) -> None:
    """A table of who is where, readable as training data again."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["path", "label", "patient_id", "split", "mask", "view", "sex", "age", "source"])
    for sample in samples:
        age = "" if sample.age_years is None else f"{sample.age_years:g}"
        mask = "" if sample.mask is None else str(sample.mask.resolve())
        path, labels = str(sample.path.resolve()), "|".join(sample.labels)
        known = (sample.view, sample.sex, age, sample.source)
        table.writerow([path, labels, sample.patient_id, sample.split, mask, *known])
    atomic_write(file, text.getvalue().encode("utf-8"))
