"""Predictions: what a model said of an image, and whether the input checks let it be said.

Where the checks refused an image and nobody overrode them, that is kept and the scores are not.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.library.images import image_of
from engine.library.studies import refresh

if TYPE_CHECKING:  # these pull in ONNX Runtime
    from engine.bundle.provenance import Provenance
    from engine.images.admission import Admission
    from engine.inference.predict import ClassScore, Prediction

# Classes that name the absence of findings: they are scored, but are no reason to read first.
NORMAL = frozenset({"normal", "no finding", "no opacity", "healthy", "negative"})


@dataclass(frozen=True)
class FindingScore:
    """One class of one prediction.

    Attributes:
        finding: class name, as the model calls it.
        probability: 0..1, calibrated.
        is_above: at or above its operating point; None without one.
        point: name of that operating point; empty without one.
        threshold: its probability, 0..1; None without one.
    """

    finding: str
    probability: float
    is_above: bool | None
    point: str = ""
    threshold: float | None = None


@dataclass(frozen=True)
class Scored:
    """What a model said of one frame.

    Attributes:
        key: of the image.
        frame: of which frame.
        model_id: which model.
        model_name: for people.
        model_version: its version.
        provider: execution provider that computed it.
        verdict: of the input checks.
        codes: of the checks that refused it.
        scores: empty where they are withheld.
        made_with: the model's digest, recipe, calibration and points; None where not known.
    """

    key: str
    frame: int
    model_id: str
    model_name: str
    model_version: str
    provider: str
    verdict: str
    codes: tuple[str, ...]
    scores: tuple[FindingScore, ...]
    made_with: Provenance | None = None

    @property
    def digest(self) -> str:
        """Of the model; empty where it is not known."""
        return "" if self.made_with is None else self.made_with.digest


def scored_of(
    key: str, frame: int, prediction: Prediction, admission: Admission, *, is_withheld: bool
) -> Scored:
    """What is kept of a prediction; of a withheld one that it was made and why it is withheld."""
    scores = tuple(
        _finding_score(score)
        for score in prediction.scores
        if score.target.sign > 0 and not is_withheld
    )
    codes = tuple(reason.code for reason in admission.reasons if reason.level == "stop")
    return Scored(
        key, frame, prediction.model_id, prediction.model_name, prediction.model_version,
        prediction.provider, admission.verdict, codes, scores, prediction.made_with,
    )  # fmt: skip


def _finding_score(score: ClassScore) -> FindingScore:
    name, probability, point = score.target.name, float(score.probability), score.operating_point
    if point is None:
        return FindingScore(name, probability, score.is_above)
    return FindingScore(name, probability, score.is_above, point.name, point.threshold)


def put_prediction(connection: sqlite3.Connection, scored: Scored, at: str) -> bool:
    """Files a prediction in place of an earlier one of the same model and frame.

    A model whose digest differs is another one, also under the same id and version.

    Args:
        connection: inside a writing transaction.
        scored: the prediction.
        at: when, UTC, ISO 8601.

    Returns:
        False where the library does not know the image.
    """
    known = image_of(connection, scored.key)
    if known is None:
        return False
    image, study = known
    model = _model(connection, scored, at)
    connection.execute(
        "DELETE FROM predictions WHERE image_id = ? AND model = ? AND frame = ?",
        (image, model, scored.frame),
    )
    cursor = connection.execute(
        "INSERT INTO predictions "
        "(image_id, model, frame, at, provider, verdict, codes, is_withheld) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            image, model, scored.frame, at, scored.provider, scored.verdict,
            json.dumps(scored.codes), not scored.scores,
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO scores "
        "(prediction_id, finding, probability, is_above, is_abnormal, point, threshold) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                cursor.lastrowid,
                s.finding,
                s.probability,
                s.is_above,
                is_abnormal(s.finding),
                s.point,
                s.threshold,
            )
            for s in scored.scores
        ],
    )
    refresh(connection, (study,))
    return True


def is_abnormal(finding: str) -> bool:
    """Whether a class names a finding, not that there is none."""
    return finding.replace("_", " ").casefold().strip() not in NORMAL


def _model(connection: sqlite3.Connection, scored: Scored, at: str) -> int:
    """The row of the model, with its facts from the first time that it is seen."""
    key = (scored.model_id, scored.model_version, scored.digest)
    facts = "" if scored.made_with is None else json.dumps(scored.made_with.facts, sort_keys=True)
    connection.execute(
        "INSERT OR IGNORE INTO models (model_id, version, digest, name, added_at, facts) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (*key, scored.model_name, at, facts),
    )
    (found,) = connection.execute(
        "SELECT id FROM models WHERE model_id = ? AND version = ? AND digest = ?", key
    ).fetchone()
    return int(found)
