"""Images on which the models differ most, and a fixed few to look at besides."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from training.compare.class_pair import Pair
from training.data.sample import Sample

MOST_CHANGED, MOST_MOVED, SAMPLED = 200, 20, 6
GAINED, LOST, MOVED, SAMPLE = "gained", "lost", "moved", "sample"
_LEAST_MOVE = 0.05
_SEED = 7


def differing_cases(pairs: Sequence[Pair], samples: Sequence[Sample]) -> list[dict[str, Any]]:
    """Every changed decision (at most `MOST_CHANGED`), then the greatest changes of probability.

    Each entry has ``file``, ``class``, ``truth`` (whether the image has it), ``old`` and ``new``
    (probabilities), ``old_call`` and ``new_call`` (whether each reaches its operating point; None
    without one) and ``kind``: `GAINED` (the new model is right, the old one was not), `LOST` (the
    other way round) or `MOVED` (the decision is the same). The greatest change comes first.
    """
    entries = [entry for pair in pairs for entry in _entries(pair, samples)]
    entries.sort(key=lambda entry: -abs(entry["new"] - entry["old"]))
    changed = [entry for entry in entries if entry["kind"] != MOVED][:MOST_CHANGED]
    moved = [
        entry
        for entry in entries
        if entry["kind"] == MOVED and abs(entry["new"] - entry["old"]) >= _LEAST_MOVE
    ]
    return [*changed, *moved[:MOST_MOVED]]


def fixed_sample(pairs: Sequence[Pair], samples: Sequence[Sample]) -> list[dict[str, Any]]:
    """`SAMPLED` images with the first class and as many without, drawn before anything is known.

    The same images give the same sample. Entries as in `differing_cases`, of kind `SAMPLE`.
    """
    pair = pairs[0]
    random = np.random.default_rng(_SEED)
    order = random.permutation(len(samples))
    chosen = [
        place
        for wanted in (True, False)
        for place in [place for place in order if pair.ill[place] == wanted][:SAMPLED]
    ]
    return [_entry(pair, place, samples[place]) | {"kind": SAMPLE} for place in chosen]


def _entries(pair: Pair, samples: Sequence[Sample]) -> Iterator[dict[str, Any]]:
    return (_entry(pair, place, sample) for place, sample in enumerate(samples))


def _entry(pair: Pair, place: int, sample: Sample) -> dict[str, Any]:
    old, new = float(pair.old[place]), float(pair.new[place])
    ill = bool(pair.ill[place])
    calls = (
        None if point is None else bool(value >= point["threshold"])
        for value, point in ((old, pair.old_point), (new, pair.new_point))
    )
    old_call, new_call = calls
    return {
        "file": str(sample.path.resolve()),
        "class": pair.name,
        "truth": ill,
        "old": old,
        "new": new,
        "old_call": old_call,
        "new_call": new_call,
        "kind": _kind(old_call, new_call, ill),
    }


def _kind(old_call: bool | None, new_call: bool | None, ill: bool) -> str:
    if old_call is None or new_call is None or old_call == new_call:
        return MOVED
    return GAINED if new_call == ill else LOST
