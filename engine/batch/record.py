"""What a batch keeps of one file: enough for every table and page, so nothing is computed twice."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.images.wire import WireError, read_said, said_to_json

SCORED, REFUSED, FAILED = "scored", "refused", "failed"
STATUSES = (SCORED, REFUSED, FAILED)


@dataclass(frozen=True)
class Failure:
    """Something that went wrong with a file; the rest of it may be there all the same.

    Attributes:
        stage: ``list`` | ``read`` | ``check`` | ``score`` | ``explain ID`` | ``picture ID`` |
            ``report``.
        code: stable name of the kind of error.
        reason: one sentence.
        hint: what to do about it; may be empty.
        details: technical facts for whoever looks into it; may be empty.
    """

    stage: str
    code: str
    reason: str
    hint: str = ""
    details: str = ""


@dataclass(frozen=True)
class Score:
    """What a model said of one class.

    Attributes:
        name: the class.
        logit: pre-activation score.
        probability: 0..1, as shown.
        threshold: the operating point; None where nobody has chosen one.
        is_above: probability >= threshold; None without one.
    """

    name: str
    logit: float
    probability: float
    threshold: float | None
    is_above: bool | None


@dataclass(frozen=True)
class Picture:
    """An explanation that was written.

    Attributes:
        method: its id.
        target: the explained class.
        file: path relative to the results, with forward slashes.
        flags: what the explanation warns of.
    """

    method: str
    target: str
    file: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """One file of a batch, done.

    Attributes:
        key: its path relative to the folder, or what stands for it where patients are hidden.
        size: bytes, when it was read; -1 where unknown.
        mtime_ns: time of its last change then; -1 where unknown.
        status: one of `STATUSES`; refused images have no scores unless overridden.
        sha256: of the file; empty where it could not be read.
        facts: patient, study and view, as far as the file says, by column.
        admission: verdict of the input checks and their reasons, as `Admission.as_json`.
        override: why a refused image was scored all the same; empty for others.
        scores: by class, in the model's order, the complement last.
        provider: what computed them.
        pictures: explanations that were written.
        report: path of the report relative to the results; empty where there is none.
        failures: what went wrong.
        seconds: wall time by stage: ``read``, ``check``, ``score``, ``explain``, ``write``.
        notes: oddities of the file, for people.
    """

    key: str
    size: int
    mtime_ns: int
    status: str
    sha256: str = ""
    facts: Mapping[str, str | float] = field(default_factory=dict)
    admission: Mapping[str, Any] = field(default_factory=dict)
    override: str = ""
    scores: tuple[Score, ...] = ()
    provider: str = ""
    pictures: tuple[Picture, ...] = ()
    report: str = ""
    failures: tuple[Failure, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def total_seconds(self) -> float:
        """Wall time of all stages; they overlap with those of other files."""
        return sum(self.seconds.values())

    def as_json(self) -> dict[str, Any]:
        """Plain values; our own sentences with their templates, so that they can be translated."""
        plain = asdict(self)
        for failure in plain["failures"]:
            failure |= {name: said_to_json(failure[name]) for name in ("reason", "hint")}
        for reason in plain["admission"].get("reasons", ()):
            reason["sentence"] = said_to_json(reason["sentence"])
        return plain

    @staticmethod
    def from_json(plain: Mapping[str, Any]) -> "Record":
        """Back from `as_json`. Raises KeyError, TypeError or ValueError where it is none."""
        known = {name: plain[name] for name in Record.__dataclass_fields__}
        if known["status"] not in STATUSES or not isinstance(known["key"], str):
            raise ValueError(known["status"])
        known["scores"] = tuple(Score(**entry) for entry in known["scores"])
        known["failures"] = tuple(_failure(entry) for entry in known["failures"])
        known["admission"] = _admission(known["admission"])
        known["notes"] = tuple(known["notes"])
        known["pictures"] = tuple(
            Picture(**(entry | {"flags": tuple(entry["flags"])})) for entry in known["pictures"]
        )
        return Record(**known)


def _failure(plain: Mapping[str, Any]) -> Failure:
    return Failure(**{**plain, "reason": _said(plain["reason"]), "hint": _said(plain["hint"])})


def _admission(plain: Mapping[str, Any]) -> dict[str, Any]:
    if "reasons" not in plain:
        return dict(plain)
    reasons = [entry | {"sentence": _said(entry["sentence"])} for entry in plain["reasons"]]
    return {**plain, "reasons": reasons}


def _said(plain: object) -> str:
    try:
        return read_said(plain)
    except WireError as error:
        raise ValueError(str(error)) from error
