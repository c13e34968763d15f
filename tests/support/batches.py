"""Small batches over the tiny model, read in this process by default."""

import csv
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

from desktop.jobs.batch import Batch, Means
from desktop.paths import CONTENT_CHECK
from engine.batch.cells import ENCODING
from engine.batch.job import Job
from engine.batch.journal import NAME
from engine.bundle.prepared import prepare
from engine.bundle.store import read_bundle
from engine.images.reader import read_here
from engine.inference.content import ContentCheck
from engine.inference.model import open_model
from tests.support.bundles import FILM_PX

TIMES = tuple(f"seconds_{stage}" for stage in ("read", "check", "score", "explain", "write"))


class ReadHere:
    """Reads in this process; `before` is called with every path first."""

    def __init__(self, before=lambda _path: None):
        self._before = before
        self.is_cancelled = False

    def __enter__(self):
        return self

    def __exit__(self, *_what):
        pass

    def decode(self, path):
        self._before(path)
        return read_here(path)

    def prepare(self, path, recipes, *, has_pixels):
        return prepare(self.decode(path), recipes, has_pixels=has_pixels)

    def cancel(self):
        self.is_cancelled = True


def write_film(path: Path, level: int = 150) -> Path:
    """A grey ramp of that mean brightness, 0..255."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ramp = np.tile(np.linspace(-60, 60, FILM_PX), (FILM_PX, 1))
    Image.fromarray(np.clip(level + ramp, 1, 254).astype(np.uint8)).save(path, format="PNG")
    return path


def write_films(folder: Path, count: int) -> Path:
    """``1.png`` to ``count.png`` of rising brightness."""
    for number in range(1, count + 1):
        write_film(folder / f"{number}.png", 60 + (130 * number) // count)
    return folder


def means(bundle: Path, make_preparer=ReadHere, **further) -> Means:
    """What a batch over a bundle works with."""
    opened = read_bundle(bundle)
    return Means(
        open_model=lambda: open_model(opened, wants_gpu=False, threads=1),
        content_check=ContentCheck(CONTENT_CHECK),
        checks_digest="as shipped",
        program="WhyRay of a test",
        make_preparer=make_preparer,
        **further,
    )


def run_batch(job: Job, given: Means, *, resumes: bool = False, retries: bool = False) -> Batch:
    """Runs a batch to its end and raises what ended it."""
    batch = Batch(job, given, resumes=resumes, retries=retries)
    batch.start()
    assert batch.wait(60.0)
    if batch.error is not None:
        raise batch.error
    return batch


def rows_of(out: Path, name: str = "predictions.csv", *, has_times: bool = False) -> list[dict]:
    """The rows of a table, without times."""
    text = (out / name).read_bytes().decode(ENCODING)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return rows if has_times else [{k: v for k, v in r.items() if k not in TIMES} for r in rows]


def journal_of(out: Path) -> list[dict]:
    """The finished files of a journal, in the order in which they were finished."""
    lines = (out / NAME).read_bytes().splitlines()
    return [json.loads(line) for line in lines[1:]]
