"""The plan of a retraining as its window wrote it, and where everything of the run lies."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.refusals import Refused
from training.retrain.presets import FINE_TUNE, PRESETS, STARTS

PLAN, CONTROL, LOCK, PROCESS = "plan.json", "control", "lock", "process.json"
BUNDLE, TEST_TABLE, WORK = "bundle", "test.csv", "work"


@dataclass(frozen=True)
class Order:
    """What is to be trained.

    Attributes:
        id: of the run.
        name: of the new model, for people.
        sources: folders and tables of labelled images.
        base: bundle folder to start from or whose network is taken; None: none.
        start: one of `training.retrain.presets.STARTS`.
        architecture: of the network; empty: the base's.
        preset: a key of `training.retrain.presets.PRESETS`.
        overrides: ``section.option`` -> value.
        site: folder of what all runs of this site share: its test set, who was trained on.
        run: folder of the run; None for a look or an estimate.
    """

    id: str
    name: str
    sources: tuple[Path, ...]
    base: Path | None
    start: str
    architecture: str
    preset: str
    site: Path
    overrides: Mapping[str, Any] = field(default_factory=dict)
    run: Path | None = None

    @property
    def is_fine_tuning(self) -> bool:
        """Whether the weights of the base are where it starts."""
        return self.start == FINE_TUNE

    def texts(self) -> dict[str, str]:
        """The overrides as `training.config.with_overrides` reads them."""
        return {name: _as_text(value) for name, value in self.overrides.items()}


def read_order(file: Path) -> Order:
    """A plan file; paths in it are absolute, or begin at its folder.

    Raises:
        Refused: it is damaged, or asks for something that there is not.
    """
    try:
        plain = json.loads(file.read_text(encoding="utf-8"))
        plan = plain["plan"]
        order = Order(
            id=str(plain["id"]),
            name=str(plan["name"]),
            sources=tuple(Path(source) for source in plan["sources"]),
            base=None if plain["base"] is None else file.parent / plain["base"],
            start=str(plan["start"]),
            architecture=str(plan["architecture"]),
            preset=str(plan["preset"]),
            overrides=dict(plan["overrides"]),
            site=file.parent / plain["site"],
            run=file.parent if file.name == PLAN else None,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused("E_PLAN", f"the plan cannot be read: {error!r}") from error
    if order.start not in STARTS or order.preset not in PRESETS:
        raise Refused("E_PLAN", f"the plan asks for {order.preset!r}, {order.start!r}")
    if order.is_fine_tuning and order.base is None:
        raise Refused(
            "E_NO_BASE",
            "fine-tuning needs a model to start from",
            hint="Choose a model, or train from scratch.",
        )
    if not order.sources:
        raise Refused("E_NO_SOURCES", "no images are named", hint="Add a folder or a table.")
    return order


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
