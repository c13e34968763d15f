"""One number about an explanation, beside its control's, with what it means in plain words."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Light(StrEnum):
    """How far a figure speaks for the explanation."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"
    NONE = "not measured"


@dataclass(frozen=True)
class Figure:
    """What was found.

    Attributes:
        metric: id, as in JSON.
        name: for people.
        value: None where it is not defined; the sentence then says why.
        control: the same of the control; None where there is none to compare with.
        control_name: what the control is.
        higher_is_better: the direction; None where there is none.
        light: how far it speaks for the explanation.
        sentence: what it means, plainly.
        details: curves, thresholds and settings behind it, plain JSON values.
    """

    metric: str
    name: str
    value: float | None
    control: float | None
    control_name: str
    higher_is_better: bool | None
    light: Light
    sentence: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"light": str(self.light), "details": dict(self.details)}
