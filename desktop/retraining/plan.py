"""What an administrator asks of a retraining, as data: the window writes it, the trainer reads it.

views -> `Plan` -> `desktop.retraining.run_folder` (plan.json) -> ``python -m training retrain``
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import RequestError
from engine.language import said

FINE_TUNE, FROM_SCRATCH = "fine-tune", "from scratch"
STARTS = (FINE_TUNE, FROM_SCRATCH)
QUICK, USUAL, THOROUGH = "quick", "usual", "thorough"
PRESETS = (QUICK, USUAL, THOROUGH)


@dataclass(frozen=True)
class Plan:
    """A retraining.

    Attributes:
        name: of the new model, for people.
        sources: folders and tables of labelled images.
        base_model: id of the bundle it starts from, or whose network it takes; empty: none.
        start: one of `STARTS`.
        architecture: of the network; empty: the base model's. Fine-tuning has no other.
        preset: one of `PRESETS`.
        overrides: options that replace the preset's, ``section.option`` -> value, as
            ``python -m training options`` lists them.
    """

    name: str = ""
    sources: tuple[Path, ...] = ()
    base_model: str = ""
    start: str = FINE_TUNE
    architecture: str = ""
    preset: str = USUAL
    overrides: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values, read again by `from_json`."""
        return {
            "name": self.name,
            "sources": [str(source) for source in self.sources],
            "base_model": self.base_model,
            "start": self.start,
            "architecture": self.architecture,
            "preset": self.preset,
            "overrides": dict(self.overrides),
        }

    @staticmethod
    def from_json(plain: Mapping[str, Any]) -> "Plan":
        """Raises RequestError where a value is missing or of the wrong kind."""
        try:
            return Plan(
                name=str(plain["name"]),
                sources=tuple(Path(source) for source in plain["sources"]),
                base_model=str(plain["base_model"]),
                start=str(plain["start"]),
                architecture=str(plain["architecture"]),
                preset=str(plain["preset"]),
                overrides=dict(plain["overrides"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise RequestError(
                said("the plan of a retraining is damaged: {reason}", reason=repr(error))
            ) from error


def read_plan(file: Path) -> Plan:
    """The plan of a run's folder. Raises RequestError."""
    try:
        return Plan.from_json(json.loads(file.read_text(encoding="utf-8"))["plan"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RequestError(
            said("the plan of a retraining is damaged: {reason}", reason=repr(error)), file=file
        ) from error
