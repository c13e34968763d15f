"""A training run as data: read from TOML, unknown keys refused.

Everything else has a sensible default.
"""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from engine.bundle.recipe import Recipe
from engine.errors import RequestError

Section = TypeVar("Section")
_HINT = "training/starters holds two complete examples."


@dataclass(frozen=True)
class Schedule:
    """How long and how fast.

    Attributes:
        epochs: at most.
        patience: epochs without a better validation loss before stopping.
        batch: images per step.
        learning_rate: of Adam; halved after each third of `patience` without progress.
        seed: of the split, weights, order and augmentation.
        place_weight: of the side task "where is it", next to 1 for "is it there"; used only where
            every image has a mask. Its branch is dropped after fitting.
    """

    epochs: int = 60
    patience: int = 12
    batch: int = 32
    learning_rate: float = 1e-3
    seed: int = 1
    place_weight: float = 1.0


@dataclass(frozen=True)
class Augmentation:
    """Greatest variation of each kind; 0 leaves it out.

    Attributes:
        rotation_deg: either way.
        zoom: share, in and out.
        shift: share of the side, either way.
        contrast: share, about the image's mean.
        brightness: in grey levels 0..1, either way.
    """

    rotation_deg: float = 7.0
    zoom: float = 0.08
    shift: float = 0.05
    contrast: float = 0.2
    brightness: float = 0.1


@dataclass(frozen=True)
class Facts:
    """What the numbers cannot say about the data; goes into manifest and card word for word.

    Attributes:
        patient_pattern: see `training.data.index.index_folder`.
        population: who was imaged, how, where.
        source: where the images come from, with attribution.
        licence: of the images.
        limits: what the user must know, one sentence each.
        admission: which images the model may score (``views``, ``min_age_years``,
            ``max_age_years``).
    """

    patient_pattern: str = ""
    population: str = "not stated"
    source: str = "not stated"
    licence: str = "not stated"
    limits: tuple[str, ...] = ()
    admission: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TrainingConfig:
    """One training run.

    Attributes:
        id: of the bundle.
        name: for people.
        version: for people.
        label: label or folder name of images with the finding; empty: the only one not called
            normal.
        finding: class name as shown; empty: `label` in lower case.
        complement: name of the finding's absence; empty: ``no <finding>``.
        definition: what the labels meant by the finding.
        purpose: what the model is for.
        not_for: what it is not for.
        licence: of the weights.
        architecture: a key of `training.models.ARCHITECTURES`.
        dropout: 0..0.9.
    """

    id: str = "my-model-1"
    name: str = "My model"
    version: str = "1"
    label: str = ""
    finding: str = ""
    complement: str = ""
    definition: str = ""
    purpose: str = "Research. Not stated by its maker."
    not_for: str = "Any clinical decision."
    licence: str = "not stated"
    architecture: str = "pneumonia-cnn"
    dropout: float = 0.4
    recipe: Recipe = field(default_factory=lambda: Recipe(128, 128))
    schedule: Schedule = Schedule()
    augmentation: Augmentation = Augmentation()
    data: Facts = Facts()


_SECTIONS = {"schedule": Schedule, "augmentation": Augmentation, "data": Facts}


def read_config(path: Path) -> TrainingConfig:
    """The run that a TOML file describes.

    Raises RequestError for unreadable files and unknown keys.
    """
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RequestError(
            f"the configuration cannot be read: {error}", hint=_HINT, file=path
        ) from error
    for name, kind in _SECTIONS.items():
        plain[name] = _section(kind, plain.get(name, {}), path)
    plain["recipe"] = Recipe.from_json({"height": 128, "width": 128} | plain.get("recipe", {}))
    return _section(TrainingConfig, plain, path)


def choose_label(config: TrainingConfig, labels: set[str]) -> str:
    """The label that means "with the finding".

    Raises RequestError unless exactly two labels leave no doubt.
    """
    if config.label:
        if config.label in labels:
            return config.label
        raise RequestError(
            f"no image is labelled {config.label!r}",
            hint=f"Labels found: {', '.join(sorted(labels))}.",
        )
    left = [label for label in labels if not label.lower().startswith(("no", "clear"))]
    if len(labels) != 2 or len(left) != 1:
        raise RequestError(
            "it is not clear which label is the finding",
            hint=f"Name it: --label {'|'.join(sorted(labels))}",
        )
    return left[0]


def _section(kind: type[Section], plain: dict[str, Any], path: Path) -> Section:
    known = {entry.name: entry for entry in fields(kind)}  # type: ignore[arg-type]
    unknown = set(plain) - set(known)
    if unknown:
        raise RequestError(f"unknown keys: {', '.join(sorted(unknown))}", hint=_HINT, file=path)
    return kind(
        **{key: tuple(value) if isinstance(value, list) else value for key, value in plain.items()}
    )
