"""Records as a batch would make them."""

from engine.batch.record import SCORED, Record, Score


def score(probability: float, name: str = "bright", threshold: float | None = 0.5) -> Score:
    is_above = None if threshold is None else probability >= threshold
    return Score(name, 0.0, probability, threshold, is_above)


def record(key: str, probability: float = 0.75, **changes: object) -> Record:
    """A scored image of the tiny model."""
    whole = {
        "size": 10, "mtime_ns": 20, "status": SCORED, "sha256": f"digest of {key}",
        "admission": {"verdict": "accepted", "reasons": []},
        "scores": (score(probability), score(1 - probability, "not bright", None)),
        "provider": "CPU", "seconds": {"read": 0.5, "score": 0.25},
    }  # fmt: skip
    return Record(key, **(whole | changes))  # type: ignore[arg-type]
