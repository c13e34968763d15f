"""``predictions.csv`` and ``errors.csv``: made of the journal, a row per file in natural order.

The first columns are those of covid-cxr's ``predictions.csv`` (``Image Filename``, ``Predicted
Class``, ``p(class)`` ..., ``Explanation Filename``), so that what reads that reads this; further
ones follow behind them.
"""

from collections.abc import Iterable, Iterator

from engine.batch.cells import Cell, table
from engine.batch.record import Record, Score
from engine.bundle.manifest import Manifest
from engine.bundle.store import MODEL
from engine.inference.target import list_targets

PREDICTIONS, ERRORS = "predictions.csv", "errors.csv"
FACTS = (
    "patient_id", "study_uid", "series_uid", "sop_instance_uid", "study_date", "modality", "view",
    "laterality", "age_years", "sex",
)  # fmt: skip
STAGES = ("read", "check", "score", "explain", "write")
ABOVE, BELOW = "at or above", "below"
_BESIDE = "; "


def predictions(manifest: Manifest, records: Iterable[Record]) -> bytes:
    """The table of all files, those without scores as well."""
    names = [str(target.name) for target in list_targets(manifest)]
    pointed = [str(info.name) for info in manifest.classes]
    columns = [
        "Image Filename",
        "Predicted Class",
        *[f"p({name})" for name in names],
        "Explanation Filename",
        "status",
        "admission",
        "admission_reasons",
        "override",
        *[f"threshold({name})" for name in pointed],
        *[f"decision({name})" for name in pointed],
        *[f"logit({name})" for name in pointed],
        "calibrated",
        *FACTS,
        "sha256",
        "model_id",
        "model_version",
        "model_sha256",
        "provider",
        *[f"seconds_{stage}" for stage in STAGES],
        "explained_class",
        "explanation_flags",
        "Report Filename",
        "notes",
    ]
    return table(columns, (_row(record, manifest, names, pointed) for record in records))


def errors(records: Iterable[Record]) -> bytes:
    """A row for everything that went wrong."""
    columns = ["file", "stage", "code", "reason", "hint", "details"]
    rows = (
        (
            record.key,
            failure.stage,
            failure.code,
            failure.reason,
            failure.hint,
            failure.details,
        )
        for record in records
        for failure in record.failures
    )
    return table(columns, rows)


def is_calibrated(manifest: Manifest) -> bool:
    """Whether the probabilities were fitted to frequencies, by the network or after it."""
    return bool(manifest.curves) or bool(manifest.calibration.get("method"))


def predicted_class(manifest: Manifest, scores: tuple[Score, ...]) -> str:
    """The classes that a table would call predicted; empty without scores.

    Those at or above their operating points; of a binary model else its complement. Where there are
    no operating points, or one of several classes must be right, the likeliest.
    """
    if not scores:
        return ""
    own = scores[: len(manifest.classes)]
    if manifest.task == "multiclass" or any(score.threshold is None for score in own):
        return max(scores, key=lambda score: score.probability).name
    above = [score.name for score in own if score.is_above]
    if above or len(scores) == len(own):
        return _BESIDE.join(above)
    return scores[-1].name


def _row(
    record: Record, manifest: Manifest, names: list[str], pointed: list[str]
) -> Iterator[Cell]:
    scores = {score.name: score for score in record.scores}
    shown = [scores.get(name) for name in names]
    own = [scores.get(name) for name in pointed]
    reasons = record.admission.get("reasons", ())
    entry = manifest.files.get(MODEL)
    yield record.key
    yield predicted_class(manifest, record.scores)
    yield from (None if score is None else score.probability for score in shown)
    yield _BESIDE.join(picture.file for picture in record.pictures)
    yield record.status
    yield record.admission.get("verdict", "")
    yield _BESIDE.join(f"{reason['code']}: {reason['sentence']}" for reason in reasons)
    yield record.override
    yield from (None if score is None else score.threshold for score in own)
    yield from (_decision(score) for score in own)
    yield from (None if score is None else score.logit for score in own)
    yield None if not record.scores else is_calibrated(manifest)
    yield from (record.facts.get(name) for name in FACTS)
    yield record.sha256
    yield manifest.id
    yield manifest.version
    yield "" if entry is None else entry.sha256
    yield record.provider
    yield from (_rounded(record.seconds.get(stage)) for stage in STAGES)
    yield _BESIDE.join(dict.fromkeys(picture.target for picture in record.pictures))
    yield _BESIDE.join(dict.fromkeys(flag for p in record.pictures for flag in p.flags))
    yield record.report
    yield " ".join(record.notes)


def _decision(score: Score | None) -> str | None:
    if score is None or score.is_above is None:
        return None
    return ABOVE if score.is_above else BELOW


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 4)
