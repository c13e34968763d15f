"""What a batch says as a whole: counts, distributions, refusals, the slowest, what failed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.batch.record import FAILED, REFUSED, SCORED, Picture, Record
from engine.bundle.manifest import Manifest
from engine.inference.target import list_targets

BINS = 20
SLOWEST, HIGHEST, MOST_FAILED = 10, 12, 200


@dataclass
class _Class:
    """Scores of one class."""

    bins: list[int] = field(default_factory=lambda: [0] * BINS)
    count: int = 0
    total: float = 0.0
    above: int = 0
    threshold: float | None = None

    def add(self, probability: float, threshold: float | None, is_above: bool | None) -> None:
        self.bins[min(BINS - 1, int(probability * BINS))] += 1
        self.count += 1
        self.total += probability
        self.above += is_above is True
        self.threshold = threshold

    def as_json(self) -> dict[str, Any]:
        return {
            "images": self.count,
            "mean": self.total / self.count if self.count else None,
            "operating_point": self.threshold,
            "at_or_above": self.above if self.threshold is not None else None,
            "histogram": self.bins,
        }


class Summary:
    """Adds up records one by one without keeping them."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._classes = {str(target.name): _Class() for target in list_targets(manifest)}
        self._statuses: Counter[str] = Counter()
        self._verdicts: Counter[str] = Counter()
        self._reasons: Counter[tuple[str, str]] = Counter()
        self._examples: dict[str, str] = {}
        self._stages: Counter[str] = Counter()
        self._providers: Counter[str] = Counter()
        self._digests: Counter[str] = Counter()
        self._seconds: Counter[str] = Counter()
        self._slowest: list[tuple[float, str, Mapping[str, float]]] = []
        self._highest: list[tuple[float, str, tuple[Picture, ...]]] = []
        self._failed: list[dict[str, str]] = []
        self._overridden = 0

    def add(self, record: Record) -> None:
        """Counts one file."""
        self._statuses[record.status] += 1
        self._overridden += bool(record.override)
        if record.admission:
            self._verdicts[record.admission["verdict"]] += 1
        for reason in record.admission.get("reasons", ()):
            self._reasons[reason["level"], reason["code"]] += 1
            self._examples.setdefault(reason["code"], reason["sentence"])
        for score in record.scores:
            self._classes[score.name].add(score.probability, score.threshold, score.is_above)
        for failure in record.failures:
            self._stages[failure.stage] += 1
            if len(self._failed) < MOST_FAILED:
                told = {"file": record.key, "stage": failure.stage, "code": failure.code}
                self._failed.append(told | {"reason": failure.reason, "hint": failure.hint})
        if record.provider:
            self._providers[record.provider] += 1
        if record.sha256:
            self._digests[record.sha256] += 1
        self._seconds.update(record.seconds)
        slow = (record.total_seconds, record.key, record.seconds)
        self._slowest = sorted([*self._slowest, slow], key=lambda entry: (-entry[0], entry[1]))
        del self._slowest[SLOWEST:]
        self._add_highest(record)

    def _add_highest(self, record: Record) -> None:
        own = record.scores[: len(self._manifest.classes)]
        if not own:
            return
        best = max(score.probability for score in own)
        self._highest.append((best, record.key, record.pictures))
        self._highest.sort(key=lambda entry: (-entry[0], entry[1]))
        del self._highest[HIGHEST:]

    def as_json(self) -> dict[str, Any]:
        """Everything that follows from the records, plain JSON values."""
        judged = sum(self._verdicts.values())
        refused = self._verdicts["refused"]
        copies = sum(count - 1 for count in self._digests.values())
        return {
            "counts": {
                "done": sum(self._statuses.values()),
                SCORED: self._statuses[SCORED],
                REFUSED: self._statuses[REFUSED],
                FAILED: self._statuses[FAILED],
                "overridden": self._overridden,
                "errors": sum(self._stages.values()),
                "copies_of_another_file": copies,
            },
            "classes": {name: found.as_json() for name, found in self._classes.items()},
            "gate": {
                "verdicts": dict(self._verdicts),
                "refused_share": refused / judged if judged else None,
                "reasons": [
                    {"level": level, "code": code, "images": count,
                     "example": self._examples[code]}
                    for (level, code), count in sorted(self._reasons.items(), key=_rank)
                ],
            },
            "errors_by_stage": dict(self._stages),
            "failed": self._failed,
            "slowest": [
                {"file": key, "seconds": round(total, 4), "stages": _rounded(stages)}
                for total, key, stages in self._slowest
            ],
            "highest": [
                {"file": key, "probability": value, "pictures": [p.file for p in pictures]}
                for value, key, pictures in self._highest
            ],
            "seconds_by_stage": _rounded(self._seconds),
            "providers": dict(self._providers),
        }  # fmt: skip


def summarise(manifest: Manifest, records: Iterable[Record]) -> dict[str, Any]:
    """The summary of all records."""
    summary = Summary(manifest)
    for record in records:
        summary.add(record)
    return summary.as_json()


def _rank(entry: tuple[tuple[str, str], int]) -> tuple[bool, int, str]:
    """What refuses before what only warns, the frequent first."""
    (level, code), count = entry
    return level != "stop", -count, code


def _rounded(seconds: Mapping[str, float]) -> dict[str, float]:
    return {stage: round(value, 4) for stage, value in seconds.items()}
