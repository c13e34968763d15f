"""A training run as data: read from TOML, checked, overridden by flags, written out again."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from engine.options import option, option_facts, option_from_text, read_options
from training.called import PROGRAM
from training.config.sections import (
    AugmentationSection,
    DataSection,
    EvaluationSection,
    ExportSection,
    ImbalanceSection,
    NetworkSection,
    RecipeRows,
    RepeatSection,
    ScheduleSection,
    SearchSection,
    TaskSection,
)

_HINT = f"training/starters holds complete examples; '{PROGRAM} options' lists all keys."
_RANGES = "search.ranges."
SECTIONS: dict[str, type] = {
    "data": DataSection,
    "task": TaskSection,
    "network": NetworkSection,
    "schedule": ScheduleSection,
    "imbalance": ImbalanceSection,
    "augmentation": AugmentationSection,
    "evaluation": EvaluationSection,
    "export": ExportSection,
    "search": SearchSection,
    "repeat": RepeatSection,
}


@dataclass(frozen=True)
class Identity:
    """The keys above all sections: what the model is called and what it is for."""

    id: str = option("my-model-1", "of the bundle: a-z, 0-9, dot, dash")
    name: str = option("My model", "for people")
    version: str = option("1", "for people")
    purpose: str = option("Research. Not stated by its maker.", "what the model is for")
    not_for: str = option("Any clinical decision.", "what it is not for")
    licence: str = option("not stated", "of the weights")


@dataclass(frozen=True)
class TrainingConfig(Identity):
    """One training run: `Identity` and one attribute per section."""

    recipe: Recipe = field(default_factory=lambda: Recipe(128, 128))
    data: DataSection = field(default_factory=DataSection)
    task: TaskSection = field(default_factory=TaskSection)
    network: NetworkSection = field(default_factory=NetworkSection)
    schedule: ScheduleSection = field(default_factory=ScheduleSection)
    imbalance: ImbalanceSection = field(default_factory=ImbalanceSection)
    augmentation: AugmentationSection = field(default_factory=AugmentationSection)
    evaluation: EvaluationSection = field(default_factory=EvaluationSection)
    export: ExportSection = field(default_factory=ExportSection)
    search: SearchSection = field(default_factory=SearchSection)
    repeat: RepeatSection = field(default_factory=RepeatSection)


def read_config(path: Path) -> TrainingConfig:
    """The run that a TOML file, or the JSON file of an earlier run, describes.

    Raises:
        RequestError: an unreadable file, an unknown key, or a value out of range.
    """
    try:
        text = path.read_text(encoding="utf-8")
        plain = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        return config_from(plain)
    except (OSError, ValueError) as error:  # both decoders raise a ValueError
        raise RequestError(
            f"the configuration cannot be read: {error}", hint=_HINT, file=path
        ) from error
    except RequestError as error:
        raise RequestError(str(error), hint=error.hint or _HINT, file=path) from error


def config_from(plain: Mapping[str, Any]) -> TrainingConfig:
    """From plain values, as TOML or `to_plain` gives them. Raises RequestError."""
    top = {key: value for key, value in plain.items() if not isinstance(value, Mapping)}
    identity = read_options("the run", Identity, top)
    unknown = {key for key in plain if key not in top} - {"recipe", *SECTIONS}
    if unknown:
        raise RequestError(f"unknown sections: {', '.join(sorted(unknown))}", hint=_HINT)
    recipe = Recipe.from_json({"height": 128, "width": 128} | dict(plain.get("recipe", {})))
    if recipe.layout != "nhwc":
        raise RequestError(
            f"networks are trained in the layout nhwc, the recipe has {recipe.layout}",
            hint="Set layout in [export] for the bundle's.",
        )
    chosen = {name: _section(name, plain.get(name, {})) for name in SECTIONS}
    return TrainingConfig(**asdict(identity), recipe=recipe, **chosen)


def with_overrides(config: TrainingConfig, texts: Mapping[str, str]) -> TrainingConfig:
    """The run with options replaced, each named ``section.option``, ``recipe.option`` or ``id``.

    Raises:
        RequestError: an unknown name, or a value that does not fit.
    """
    plain = to_plain(config)
    for name, text in texts.items():
        section, _, key = name.rpartition(".")
        if name.startswith(_RANGES):
            plain["search"]["ranges"][name.removeprefix(_RANGES)] = _plain_value(text)
        elif section == "recipe":
            plain["recipe"][key] = _plain_value(text)
        elif not section:
            plain[key] = option_from_text("the run", Identity, key, text)
        elif section in SECTIONS:
            plain[section][key] = option_from_text(f"[{section}]", SECTIONS[section], key, text)
        else:
            raise RequestError(f"no section is called {section!r}", hint=_HINT)
    return config_from(plain)


def to_plain(config: TrainingConfig) -> dict[str, Any]:
    """As plain JSON values: what is stored with the model, and read by `config_from`."""
    plain = {}
    for entry in fields(config):
        value = getattr(config, entry.name)
        plain[entry.name] = _as_plain(value)
    return plain


def explained_options() -> dict[str, tuple]:
    """The facts of every option, by section; ``""`` holds the keys above all sections."""
    chosen = {"": Identity, "recipe": RecipeRows, **SECTIONS}
    return {name: option_facts(kind) for name, kind in chosen.items()}


def with_seed(config: TrainingConfig, seed: int) -> TrainingConfig:
    """The same run with another seed."""
    return replace(config, schedule=replace(config.schedule, seed=seed))


def _section(name: str, given: Any) -> Any:
    if not isinstance(given, Mapping):
        raise RequestError(f"[{name}] is no section but {given!r}", hint=_HINT)
    return read_options(f"[{name}]", SECTIONS[name], given)


def _as_plain(value: Any) -> Any:
    if isinstance(value, Recipe):
        return value.to_json()
    if is_dataclass(value):
        return {entry.name: _as_plain(getattr(value, entry.name)) for entry in fields(value)}
    return list(value) if isinstance(value, tuple) else value


def _plain_value(text: str) -> Any:
    """A value as TOML writes it; anything else is a text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
