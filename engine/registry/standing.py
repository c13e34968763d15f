"""How the models stand: what is here, what is known of it, and which ones are active."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.bundle.manifest import SEGMENTATION
from engine.bundle.store import StoredModel
from engine.errors import WhyRayError
from engine.library import models
from engine.library.models import ACTIVE, DELETED, MASKS, RETIRED, SCORES, Life
from engine.registry.trial import Trial


@dataclass(frozen=True)
class Standing:
    """How the models stand.

    Attributes:
        models: every one that is here, with its state.
        lives: every one that was ever known, by digest.
        active: the one that scores; None: there is none.
        masks: the one that finds lung and heart fields; None: there is none.
        keys: public key -> `BY_SITE` or `BY_TRUSTED`.
        notices: what people should know, such as that an altered model was replaced.
    """

    models: tuple[StoredModel, ...]
    lives: Mapping[str, Life]
    active: StoredModel | None
    masks: StoredModel | None
    keys: Mapping[str, str]
    notices: tuple[WhyRayError, ...] = ()


@dataclass(frozen=True)
class Promotion:
    """A model has become the active one.

    Attributes:
        model: which.
        replaced: digest of the one before; empty: there was none.
        trial: what was measured.
    """

    model: StoredModel
    replaced: str
    trial: Trial


@dataclass(frozen=True)
class Imported:
    """A model was taken in.

    Attributes:
        model: where it is now; its state tells whether it was here already.
        trial: what was measured.
        signature: what its signature is worth here (`engine.bundle.signature`).
    """

    model: StoredModel
    trial: Trial
    signature: str


@dataclass(frozen=True)
class Known:
    """What is here, and what the library knows.

    Attributes:
        stored: every model that is here.
        lives: every one that was ever known, by digest.
        keys: public key -> its standing.
    """

    stored: tuple[StoredModel, ...]
    lives: Mapping[str, Life]
    keys: Mapping[str, str]


def standing_from(known: Known, default: str, notices: tuple[WhyRayError, ...]) -> Standing:
    """Puts both together.

    Args:
        known: what is here and known.
        default: id of the shipped model that is active until another one is.
        notices: what people should know.
    """
    models_here = [_with_state(model, known.lives) for model in known.stored]
    active = {slot: _active(models_here, slot, default) for slot in (SCORES, MASKS)}
    chosen = {model.path for model in active.values() if model is not None}
    told = tuple(replace(m, state=ACTIVE) if m.path in chosen else m for m in models_here)
    by_path = {model.path: model for model in told}
    scores, masks = (None if m is None else by_path[m.path] for m in active.values())
    return Standing(told, known.lives, scores, masks, known.keys, notices)


def slot_of(model: StoredModel) -> str:
    """Which of the active models it could be: one scores, one gives masks."""
    return MASKS if model.task == SEGMENTATION else SCORES


def known_keys(connection: sqlite3.Connection) -> dict[str, str]:
    """Public key -> its standing (`engine.bundle.signature`)."""
    return {entry.key: entry.standing for entry in models.keys(connection)}


def _with_state(model: StoredModel, lives: Mapping[str, Life]) -> StoredModel:
    life = lives.get(model.digest)
    return model if life is None else replace(model, state=life.state)


def _active(known: list[StoredModel], slot: str, default: str) -> StoredModel | None:
    """The model whose row says so; else the default, else any that may be used."""
    fitting = [m for m in known if slot_of(m) == slot and not m.problem]
    chosen = [model for model in fitting if model.state == ACTIVE]
    unused = [m for m in fitting if m.is_shipped and m.state not in (RETIRED, DELETED)]
    shipped = sorted(unused, key=lambda model: model.id != default)
    return next(iter((*chosen, *shipped)), None)
