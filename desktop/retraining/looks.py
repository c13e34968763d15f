"""What is known before a retraining starts: its images looked at, its time, and its options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import Notice


@dataclass(frozen=True)
class Look:
    """The images of a plan, looked at one by one.

    Attributes:
        plan: whose images.
        facts: the census, see `training.data.census.facts`: ``images``, ``readable``, ``classes``
            (label -> images, patients, splits), ``splits``, ``patients``, ``doubles``, ...
        parts: split -> label -> images, as the run would divide them: ``train``, ``val``, ``test``
            (the site's locked test set).
        refusals: why this plan cannot be started; empty: it can.
        warnings: what must be known before.
        unreadable: (file, reason), left out of the training.
    """

    plan: Plan
    facts: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    refusals: tuple[Notice, ...] = ()
    warnings: tuple[Notice, ...] = ()
    unreadable: tuple[tuple[Path, str], ...] = ()

    @property
    def may_start(self) -> bool:
        """Whether nothing forbids it."""
        return not self.refusals


@dataclass(frozen=True)
class Estimate:
    """How long a plan would take here, from measured steps of its own network.

    Attributes:
        plan: whose.
        seconds: of the whole run, if no epoch is left out.
        step_seconds: of one step of training, at its slowest.
        steps: of one epoch.
        epochs: at most.
        images: of training.
        disk_bytes: that the run needs.
        memory_gb: that the export needs.
        free_gb: of memory at this moment; None: not known.
    """

    plan: Plan
    seconds: float
    step_seconds: float
    steps: int
    epochs: int
    images: int
    disk_bytes: int
    memory_gb: float
    free_gb: float | None = None


@dataclass(frozen=True)
class Options:
    """What the expert page shows.

    Attributes:
        options: ``section.option`` -> ``default``, ``help``, ``allowed`` (text), ``kind`` (bool,
            int, float, text or list), ``low``, ``high``, ``choices``, ``unit``.
        presets: preset -> start -> ``section.option`` -> value: the table behind the three words.
        architectures: rows of ``id``, ``parameters``, ``smallest``, ``source``; empty until known.
    """

    options: Mapping[str, Mapping[str, Any]]
    presets: Mapping[str, Mapping[str, Mapping[str, Any]]]
    architectures: tuple[Mapping[str, Any], ...] = ()
