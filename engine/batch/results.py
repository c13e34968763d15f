"""The tables and pages of a batch, made of its journal when it ends or stops."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from engine.batch import tables
from engine.batch.cells import ENCODING
from engine.batch.job import Job
from engine.batch.journal import Journal
from engine.batch.listing import Listing, natural_key
from engine.batch.page import ENGLISH, Wording, page
from engine.batch.summary import summarise
from engine.bundle.manifest import Manifest
from engine.bundle.store import MODEL
from engine.files import atomic_write

SUMMARY, PAGE = "summary.json", "summary.html"


def write_results(
    job: Job,
    manifest: Manifest,
    journal: Journal,
    open_keys: Collection[str],
    about: dict[str, Any],
    wording: Wording = ENGLISH,
) -> dict[str, Any]:
    """Writes tables, summary and page, each whole or not at all, and returns the summary.

    Args:
        job: what was asked for.
        manifest: of the model.
        journal: what is done. Files that are gone since keep their rows.
        open_keys: files that are not done, or not in their present state.
        about: what `about_batch` gives.
        wording: language of the page; tables and summary are English.

    Raises:
        OutputError: the disk refused.
    """
    waiting = set(open_keys)
    keys = sorted((key for key in journal.places if key not in waiting), key=natural_key)
    summary = {"batch": about} | summarise(manifest, journal.records(keys))
    predictions = tables.predictions(manifest, journal.records(keys))
    atomic_write(job.out / tables.PREDICTIONS, predictions)
    atomic_write(job.out / tables.ERRORS, tables.errors(journal.records(keys)))
    text = json.dumps(summary, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    atomic_write(job.out / SUMMARY, text.encode("utf-8", "backslashreplace"))
    atomic_write(job.out / PAGE, page(summary, job.out, wording))
    return summary


@dataclass(frozen=True)
class Run:
    """One run of the program over a batch.

    Attributes:
        program: name and version.
        finished: when it ended, ISO 8601.
        seconds: wall time of it, pauses included.
        files: finished in it.
        per_second: files per second while it worked, or None.
        not_done: files that are left.
    """

    program: str
    finished: str
    seconds: float
    files: int
    per_second: float | None
    not_done: int


def about_batch(job: Job, manifest: Manifest, listing: Listing, run: Run) -> dict[str, Any]:
    """What the summary says of the batch itself, plain JSON values."""
    entry = manifest.files.get(MODEL)
    hides = job.pseudonyms
    return {
        "folder": str(job.folder) if hides is None else "(hidden)",
        "found": len(listing.entries),
        "passed_over": listing.passed_over,
        "archives": len(listing.archives),
        "model": {
            "id": manifest.id,
            "name": manifest.name,
            "version": manifest.version,
            "sha256": "" if entry is None else entry.sha256,
        },
        "calibrated": tables.is_calibrated(manifest),
        "methods": list(job.methods),
        "options": job.plain_options(),
        "layer": job.layer,
        "target": job.target,
        "seed": job.seed,
        "report": job.has_report,
        "override": job.override,
        "is_deidentified": hides is not None,
        "csv_encoding": ENCODING,
        **asdict(run),
    }
