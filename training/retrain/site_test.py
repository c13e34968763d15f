"""What a site's runs share: the test set that no run may learn from, and who was learned from.

``test_set.csv`` is fixed by the first run and only grows, by patients that no run has trained on;
``trained_on.csv`` names the patients and images of all runs' training and validation. Both know
people by id and images by digest, so that a file under another name is still the same image. What
a run has added that was given up and deleted is forgotten with it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.files import atomic_write
from training.data.sample import Sample
from training.data.table import age_in, labels_in

TEST_SET, TRAINED_ON = "test_set.csv", "trained_on.csv"
RUNS = "runs"
_COLUMNS = (
    "path", "label", "patient_id", "split", "mask", "view", "sex", "age", "source", "digest",
    "run", "is_kept",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """One image that a site knows.

    Attributes:
        sample: the image; its split is ``test``, ``train`` or ``val``.
        digest: of its pixels.
        run: id of the run that has brought it in.
        is_kept: whether that run has made a model: it is remembered for ever.
    """

    sample: Sample
    digest: str
    run: str
    is_kept: bool = False


@dataclass(frozen=True)
class Site:
    """The memory of a site.

    Attributes:
        folder: where it lies.
        test: the locked test set.
        trained_on: images of training and validation.
        learned: digests of images that the base model of a run says it has learned from; they are
            not written.
    """

    folder: Path
    test: tuple[Known, ...] = ()
    trained_on: tuple[Known, ...] = ()
    learned: frozenset[str] = frozenset()

    def add(self, rows: Iterable[Known]) -> "Site":
        """With what a run has brought in; images that are known stay as they are."""
        known = {row.digest for row in (*self.test, *self.trained_on)}
        fresh = [row for row in rows if row.digest not in known]
        test = [row for row in fresh if row.sample.split == "test"]
        others = [row for row in fresh if row.sample.split != "test"]
        return Site(self.folder, (*self.test, *test), (*self.trained_on, *others))

    def keep(self, run: str) -> "Site":
        """After a run has made a model: its images are remembered for ever."""
        test, others = (
            tuple(Known(r.sample, r.digest, r.run, r.is_kept or r.run == run) for r in rows)
            for rows in (self.test, self.trained_on)
        )
        return Site(self.folder, test, others)

    def save(self) -> None:
        """Raises OutputError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        atomic_write(self.folder / TRAINED_ON, table_of(self.trained_on))
        atomic_write(self.folder / TEST_SET, table_of(self.test))


def read_site(folder: Path) -> Site:
    """What the site knows, without what belongs to runs that were given up and deleted."""
    tables = [_rows(folder / name) for name in (TEST_SET, TRAINED_ON)]
    test, trained = (
        tuple(row for row in rows if row.is_kept or (folder / RUNS / row.run).is_dir())
        for rows in tables
    )
    return Site(folder, test, trained)


def table_of(rows: Sequence[Known]) -> bytes:
    """As CSV that is readable as training data again."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in rows:
        one = row.sample
        table.writerow(
            [
                str(one.path.resolve()),
                "|".join(one.labels),
                one.patient_id,
                one.split,
                "" if one.mask is None else str(one.mask.resolve()),
                one.view,
                one.sex,
                "" if one.age_years is None else f"{one.age_years:g}",
                one.source,
                row.digest,
                row.run,
                "yes" if row.is_kept else "",
            ]
        )
    return text.getvalue().encode("utf-8", "surrogateescape")


def _rows(file: Path) -> list[Known]:
    if not file.is_file():
        return []
    with file.open(newline="", encoding="utf-8", errors="surrogateescape") as handle:
        return [known_of(row) for row in csv.DictReader(handle)]


def known_of(row: dict[str, str]) -> Known:
    """A row of `table_of`."""
    sample = Sample(
        path=Path(row["path"]),
        labels=labels_in(row["label"]),
        patient_id=row["patient_id"],
        split=row["split"],
        mask=Path(row["mask"]) if row["mask"] else None,
        view=row["view"],
        sex=row["sex"],
        age_years=age_in(row["age"]),
        source=row["source"],
    )
    return Known(sample, row["digest"], row["run"], row["is_kept"] == "yes")
