"""What a person decided about an image: that they have looked, overrides, answers to findings.

Plain values beside the pipeline: the window makes and shows them, reports quote them. They are kept
as one small JSON file per image, named by a digest, so that no file name tells of a patient.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from engine.errors import OutputError, UnreadableFile
from engine.files import atomic_write
from engine.images.identity import record_key as record_key
from engine.language import said

SCHEMA_VERSION = 1
ACCEPTED, REJECTED, OPEN = "accepted", "rejected", "open"
VERDICTS = (ACCEPTED, REJECTED, OPEN)
MAX_TEXT = 2000
_HINT = said("The file was altered or damaged; the image is shown without these decisions.")


@dataclass(frozen=True)
class Override:
    """A score that somebody asked for although the input checks refused the image.

    Attributes:
        reason: why, in their words; never empty.
        codes: of the checks that were overridden.
        model_id: whose score.
        frame: of which frame.
        by: who.
        at: when, UTC, ISO 8601.
    """

    reason: str
    codes: tuple[str, ...]
    model_id: str
    frame: int
    by: str
    at: str

    def __post_init__(self) -> None:
        """Refuses an override without a reason."""
        if not self.reason.strip():
            raise ValueError("an override needs a reason")

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"codes": list(self.codes)}


@dataclass(frozen=True)
class Decision:
    """A reader's answer to one finding of one model.

    Attributes:
        finding: class name.
        model_id: which model said so.
        model_version: its version.
        frame: of which frame.
        probability: what the model had said, 0..1.
        verdict: one of `VERDICTS`; ``open`` where there is only a comment.
        comment: in the reader's words; may be empty.
        by: who.
        at: when, UTC, ISO 8601.
    """

    finding: str
    model_id: str
    model_version: str
    frame: int
    probability: float
    verdict: str
    comment: str
    by: str
    at: str

    def __post_init__(self) -> None:
        """Refuses verdicts that nobody could have given."""
        if self.verdict not in VERDICTS:
            raise ValueError(f"a verdict is one of {VERDICTS}, not {self.verdict!r}")

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Impression:
    """What a reader wrote about an image as a whole, for its report.

    Attributes:
        text: in their words; never empty.
        by: who.
        at: when, UTC, ISO 8601.
    """

    text: str
    by: str
    at: str

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Record:
    """All that was decided about one image, oldest first.

    Attributes:
        looked_at: when somebody said that they had looked before they saw any answer of a model;
            empty: nobody did.
        overrides: at most one per model and frame.
        decisions: at most one per finding, model and frame.
        impression: what was written last; None: nothing.
    """

    looked_at: str = ""
    overrides: tuple[Override, ...] = ()
    decisions: tuple[Decision, ...] = ()
    impression: Impression | None = None

    def override_of(self, model_id: str, frame: int) -> Override | None:
        """The override of that model's score of that frame."""
        found = [o for o in self.overrides if (o.model_id, o.frame) == (model_id, frame)]
        return found[0] if found else None

    def decisions_of(self, model_id: str, frame: int) -> tuple[Decision, ...]:
        """The decisions about that model's findings in that frame."""
        return tuple(d for d in self.decisions if (d.model_id, d.frame) == (model_id, frame))

    def with_override(self, override: Override) -> "Record":
        """With this one in place of an earlier one of the same model and frame."""
        key = (override.model_id, override.frame)
        kept = tuple(o for o in self.overrides if (o.model_id, o.frame) != key)
        return replace(self, overrides=(*kept, override))

    def with_decision(self, decision: Decision) -> "Record":
        """With this one in place of an earlier one; one that says nothing takes it away."""
        key = (decision.finding, decision.model_id, decision.frame)
        kept = tuple(d for d in self.decisions if (d.finding, d.model_id, d.frame) != key)
        says = decision.verdict != OPEN or bool(decision.comment)
        return replace(self, decisions=(*kept, decision) if says else kept)

    def as_json(self) -> dict[str, Any]:
        """Plain values, as they stand in the file."""
        return {
            "schema_version": SCHEMA_VERSION,
            "looked_at": self.looked_at,
            "overrides": [override.as_json() for override in self.overrides],
            "decisions": [decision.as_json() for decision in self.decisions],
            **({} if self.impression is None else {"impression": self.impression.as_json()}),
        }

    @staticmethod
    def from_json(plain: Mapping[str, Any]) -> "Record":
        """Back from `as_json`. Raises ValueError, TypeError or KeyError on anything else."""
        if plain["schema_version"] != SCHEMA_VERSION:
            raise ValueError(f"schema version {plain['schema_version']!r}")
        overrides = tuple(
            Override(**(entry | {"codes": tuple(entry["codes"])})) for entry in plain["overrides"]
        )
        decisions = tuple(Decision(**entry) for entry in plain["decisions"])
        written = plain.get("impression")  # records of earlier versions have none
        impression = None if written is None else Impression(**written)
        return Record(str(plain["looked_at"]), overrides, decisions, impression)


@dataclass(frozen=True)
class RecordStore:
    """The records of one user.

    Attributes:
        folder: made when first needed.
    """

    folder: Path

    def read(self, key: str) -> Record:
        """The record of an image; an empty one where there is none. Raises UnreadableFile."""
        path = self._path(key)
        try:
            return Record.from_json(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return Record()
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            message = said("the decisions about this image cannot be read: {why}", why=error)
            raise UnreadableFile(message, hint=_HINT, file=path) from error

    def write(self, key: str, record: Record) -> None:
        """Replaces the record of an image. Raises OutputError."""
        path = self._path(key)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = said("the folder cannot be made: {strerror}", strerror=error.strerror)
            raise OutputError(message, file=self.folder) from error
        text = json.dumps(record.as_json(), ensure_ascii=False, indent=2, allow_nan=False)
        atomic_write(path, f"{text}\n".encode())

    def forget(self, key: str) -> None:
        """Removes the record of an image. Raises OutputError."""
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as error:
            message = said("the decisions cannot be deleted: {why}", why=error.strerror)
            raise OutputError(message, file=self._path(key)) from error

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"
