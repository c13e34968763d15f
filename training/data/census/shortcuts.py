"""Ways to know the label without looking at the lungs: where an image comes from, and how it is.

A network takes whatever tells the classes apart. Where all ill come from one collection, or all
healthy are upright films, the collection or the position is easier to see than the disease.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from training.data.census.look import Look

_LEAST_GAIN = 0.05  # of right guesses before a fact is called telling
_LEAST_IMAGES = 5
_DRAWS = 999
# Seven facts are looked at: by chance alone one of them is called telling in 5 of 100 sets.
_MOST_CHANCE = 0.05 / 7


def facts_of(look: Look) -> dict[str, str]:
    """What can be known of an image besides what it shows; empty where not known."""
    age = look.sample.age_years
    return {
        "source": look.sample.source,
        "view": look.sample.view,
        "sex": look.sample.sex,
        "age group": "" if age is None else f"{int(age // 20) * 20} to {int(age // 20) * 20 + 19}",
        "file format": look.kind,
        "size": f"{look.size_hw[1]} x {look.size_hw[0]}",
        "colour": "colour" if look.is_colour else "grey",
    }


def only_values(looks: Sequence[Look]) -> list[tuple[str, str, str]]:
    """(label, fact, value) where a class has one value only and others have other values."""
    found = []
    for fact in ("source", "view", "sex", "file format", "size", "colour"):
        by_label = _values_by_label(looks, fact)
        everywhere = set().union(*by_label.values()) if by_label else set()
        found += [
            (label, fact, next(iter(values)))
            for label, values in sorted(by_label.items())
            if len(values) == 1 and len(everywhere) > 1
        ]
    return found


def telling_facts(looks: Sequence[Look]) -> dict[str, dict[str, float]]:
    """How often the label can be guessed from one fact alone.

    The most frequent label of the images with the same value is guessed; for values of fewer than
    `_LEAST_IMAGES` images, which would tell their own label, the most frequent label of all.

    Returns:
        By fact: ``guessed`` (share of right guesses), ``always`` (share when the most frequent
        label is guessed always) and, where the former is by `_LEAST_GAIN` larger, ``chance`` (how
        often shuffled labels are guessed as well: the p of a permutation test of `_DRAWS` draws).
        Empty where images have several labels.
    """
    labels = [look.sample.labels[0] for look in looks if len(look.sample.labels) == 1]
    if len(labels) != len(looks) or not labels:
        return {}
    names, label_of = np.unique(labels, return_inverse=True)
    always = int(np.bincount(label_of).max())
    told = {}
    known = [facts_of(look) for look in looks]
    for fact in known[0]:
        values, value_of = np.unique([one[fact] for one in known], return_inverse=True)
        shape = (len(values), len(names))
        right = _right_guesses(value_of, label_of, shape)
        shares = {"guessed": right / len(labels), "always": always / len(labels)}
        if shares["guessed"] >= shares["always"] + _LEAST_GAIN:
            shares["chance"] = _chance(value_of, label_of, shape, right)
        told[fact] = shares
    return told


def _chance(
    value_of: np.ndarray, label_of: np.ndarray, shape: tuple[int, int], right: int
) -> float:
    """How often shuffled labels are guessed as well: the p of a permutation test, see above."""
    rng = np.random.default_rng(0)
    as_good = sum(
        _right_guesses(value_of, rng.permutation(label_of), shape) >= right for _ in range(_DRAWS)
    )
    return (1 + as_good) / (1 + _DRAWS)


def _right_guesses(value_of: np.ndarray, label_of: np.ndarray, shape: tuple[int, int]) -> int:
    """Labels guessed right from values; both are numbers per image, shape = (values, labels)."""
    values, labels = shape
    counts = np.bincount(value_of * labels + label_of, minlength=values * labels).reshape(shape)
    common = int(counts.sum(axis=0).argmax())
    is_many = counts.sum(axis=1) >= _LEAST_IMAGES
    return int(np.where(is_many, counts.max(axis=1), counts[:, common]).sum())


@dataclass(frozen=True)
class Shortcut:
    """A warning of a shortcut.

    Attributes:
        code: ``W_ONE_VALUE`` or ``W_TELLING_FACT``.
        message: a sentence.
        facts: its figures and names.
    """

    code: str
    message: str
    facts: Mapping[str, Any]


def shortcut_warnings(
    looks: Sequence[Look], told: Mapping[str, Mapping[str, float]]
) -> list[Shortcut]:
    """`only_values` and what `telling_facts` told as sentences, one per fact each."""
    by_fact: dict[str, list[str]] = defaultdict(list)
    for label, fact, value in only_values(looks):
        by_fact[fact].append(f"{label} ({value})")
    found = [
        Shortcut(
            "W_ONE_VALUE",
            f"Classes with one {fact} only, where others have others: {', '.join(classes)}. A "
            f"network can learn the {fact} instead of the finding.",
            {"fact": fact, "classes": classes},
        )
        for fact, classes in by_fact.items()
    ]
    for fact, shares in told.items():
        if shares.get("chance", 1.0) <= _MOST_CHANCE:
            found.append(
                Shortcut(
                    "W_TELLING_FACT",
                    f"From the {fact} alone the class is guessed right in "
                    f"{100 * shares['guessed']:.0f} % of images (always guessing the most "
                    f"frequent class: {100 * shares['always']:.0f} %): a shortcut risk.",
                    {"fact": fact, **shares},
                )
            )
    return found


def _values_by_label(looks: Sequence[Look], fact: str) -> Mapping[str, set[str]]:
    """Known values of every class."""
    by_label: dict[str, set[str]] = defaultdict(set)
    for look in looks:
        value = facts_of(look)[fact]
        for label in look.sample.labels:
            if value:
                by_label[label].add(value)
    return by_label
