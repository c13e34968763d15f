"""What two models say of one image, class by class, and of which images they disagree most.

Two predictions go in; what matters first is where the *decisions* at each model's own operating
point part, then how far the probabilities lie apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.bundle.manifest import Manifest
from engine.errors import RequestError
from engine.inference.predict import ClassScore, Prediction
from engine.inference.target import Target, find_target, list_targets
from engine.language import said

Pair = tuple[Target, Target]


@dataclass(frozen=True)
class ClassDifference:
    """One class as two models see it in one image.

    Attributes:
        one: the first model's score.
        other: the second model's.
    """

    one: ClassScore
    other: ClassScore

    @property
    def difference(self) -> float:
        """Probability of the second model minus that of the first, -1..1."""
        return self.other.probability - self.one.probability

    @property
    def is_decided_otherwise(self) -> bool | None:
        """Whether one reaches its operating point and the other does not.

        None where one of them has no operating point.
        """
        if self.one.is_above is None or self.other.is_above is None:
            return None
        return self.one.is_above != self.other.is_above

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "class": self.one.target.name,
            "other_class": self.other.target.name,
            "probability": self.one.probability,
            "other_probability": self.other.probability,
            "difference": self.difference,
            "is_above": self.one.is_above,
            "other_is_above": self.other.is_above,
            "is_decided_otherwise": self.is_decided_otherwise,
        }


@dataclass(frozen=True)
class Disagreement:
    """Two models about one image.

    Attributes:
        classes: at least one, in the first model's order.
    """

    classes: tuple[ClassDifference, ...]

    @property
    def decisions(self) -> int:
        """Number of classes that they decide otherwise."""
        return sum(entry.is_decided_otherwise is True for entry in self.classes)

    @property
    def widest(self) -> ClassDifference:
        """The class to look at first: decided otherwise, then farthest apart."""
        return max(
            self.classes,
            key=lambda entry: (entry.is_decided_otherwise is True, abs(entry.difference)),
        )

    @property
    def rank(self) -> tuple[int, float]:
        """Greater where they disagree more: decisions first, then the greatest difference."""
        return self.decisions, max(abs(entry.difference) for entry in self.classes)


def pairs_of(
    one: Manifest, other: Manifest, named: Sequence[tuple[str, str]] = ()
) -> tuple[Pair, ...]:
    """The classes of two models that mean the same.

    Args:
        one: the first model.
        other: the second model.
        named: names of classes, one of each model, that are to be compared; without any, those of
            the same name are (case ignored), but not the absence of both where the presence is.

    Raises:
        RequestError: a class is unknown, or none has the same name.
    """
    if named:
        return tuple((find_target(one, a), find_target(other, b)) for a, b in named)
    known = {target.name.casefold(): target for target in list_targets(other)}
    found = [
        (target, known[target.name.casefold()])
        for target in list_targets(one)
        if target.name.casefold() in known
    ]
    present = {(a.column, b.column) for a, b in found if a.sign > 0 and b.sign > 0}
    pairs = tuple(
        (a, b) for a, b in found if a.sign > 0 or b.sign > 0 or (a.column, b.column) not in present
    )
    if not pairs:
        raise RequestError(
            said("{one} and {other} have no class of the same name", one=one.id, other=other.id),
            hint=said(
                "Name the classes to compare: {one} has {names}; {other} has {others}.",
                one=one.id,
                other=other.id,
                names=_names(one),
                others=_names(other),
            ),
        )
    return pairs


def disagreement(one: Prediction, other: Prediction, pairs: Sequence[Pair]) -> Disagreement:
    """Of two predictions of one image by the models that `pairs_of` was asked about."""
    scores = {score.target: score for score in one.scores}
    others = {score.target: score for score in other.scores}
    return Disagreement(tuple(ClassDifference(scores[a], others[b]) for a, b in pairs))


def _names(manifest: Manifest) -> str:
    return ", ".join(target.name for target in list_targets(manifest))
