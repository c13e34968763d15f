"""What the worker for models does: asks the registry, and looks at every model for its window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.bundle.signature import UNSIGNED, Signature, standing_of
from engine.bundle.store import StoredModel, read_bundle
from engine.errors import BundleError, RequestError, WhyRayError
from engine.library.models import Act, Change, Life
from engine.progress import Step
from engine.registry.registry import Imported, Registry, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SHIPPED = "shipped"  # beside the standings of `engine.bundle.signature`
_SETS = ("site_test", "test", "validation")  # where a measured AUC is looked for, in this order


@dataclass(frozen=True)
class Auc:
    """A measured area under the ROC curve.

    Attributes:
        value: 0..1.
        low: of its interval; None: not told.
        high: likewise.
        measured_on: key of the set in the manifest.
        images: of the set; None: not told.
    """

    value: float
    low: float | None
    high: float | None
    measured_on: str
    images: int | None


@dataclass(frozen=True)
class Described:
    """One row of the window of models.

    Attributes:
        model: it, with its state; of a deleted one what is still known.
        life: None where nothing has happened to it yet.
        signature: `SHIPPED` or a standing of `engine.bundle.signature`; empty where it cannot be
            read.
        auc: None where none was measured.
        size: bytes of its files.
        problem: why it cannot be used; None: it is whole.
        history: what happened to it, oldest first.
        signed: its signature; None: it is unsigned, or cannot be read.
    """

    model: StoredModel
    life: Life | None
    signature: str
    auc: Auc | None
    size: int
    problem: WhyRayError | None
    history: tuple[Change, ...] = ()
    signed: Signature | None = None

    @property
    def is_here(self) -> bool:
        """Whether its files are."""
        return self.model.path.is_dir()


@dataclass(frozen=True)
class Overview:
    """All of the window of models.

    Attributes:
        rows: the active one first.
        previous: what going back would lead to; None: nothing.
    """

    rows: tuple[Described, ...]
    previous: StoredModel | None


def describe(registry: Registry, at: str) -> Iterator[Step]:
    """Looks at every model, its files included; the last step's result is an `Overview`."""
    standing = registry.settle(at)
    changes: dict[str, list[Change]] = {}
    for change in registry.history():
        changes.setdefault(change.digest, []).append(change)
    rows = []
    for number, model in enumerate(standing.models):
        rows.append(_described(model, standing, tuple(changes.get(model.digest, ()))))
        yield Step(number / (len(standing.models) + 1))
    here = {model.digest for model in standing.models}
    for life in standing.lives.values():
        if life.digest not in here:
            rows.append(_gone(life, registry, tuple(changes.get(life.digest, ()))))
    order = {"active": 0, "candidate": 1, "former": 2, "": 2, "retired": 3, "deleted": 4}
    rows.sort(key=lambda row: (order[row.model.state], row.model.id))
    yield Step(1.0, result=Overview(tuple(rows), registry.previous()))


def import_candidate(
    registry: Registry,
    path: Path,
    act: Act,
    answers: Mapping[str, Any] | None,
    key: Ed25519PrivateKey | None,
    parent: str,
) -> Iterator[Step]:
    """Takes a model in; with a key it is signed as the site's own. The result is `Imported`."""
    known = {name: m.digest for m in registry.store.list() for name in (m.id, m.digest)}
    origin = known.get(parent, "")
    for step in registry.import_candidate(path, act, answers=answers, parent=origin):
        imported: Imported | None = step.result
        if imported is not None and key is not None:
            registry.sign(imported.model.digest, key, "", act)
            imported = Imported(imported.model, imported.trial, "site")
        yield step if imported is None else Step(1.0, result=imported)


def sign(
    registry: Registry, wanted: str, find_key: Callable[[], Ed25519PrivateKey], act: Act
) -> StoredModel:
    """Signs a model with the site's key. Raises AdministratorError, ModelError, RequestError."""
    return registry.sign(wanted, find_key(), "", act)


def card_of(registry: Registry, wanted: str) -> tuple[Any, str]:
    """Manifest and card (Markdown) of a model. Raises ModelError or RequestError."""
    bundle = read_bundle(registry.store.find(wanted))
    return bundle.manifest, bundle.card


def replace_damaged(registry: Registry, model_id: str, act: Act, why: WhyRayError) -> Standing:
    """Goes back from an active model that cannot be used; how the models stand then."""
    standing = registry.settle(act.at)
    if standing.active is None or standing.active.id != model_id:
        return standing
    after = registry.replace_damaged(standing.active.digest, act, why)
    notices = (*standing.notices, *after.notices)
    return Standing(after.models, after.lives, after.active, after.masks, after.keys, notices)


def auc_of(metrics: Mapping[str, Any]) -> Auc | None:
    """What a manifest tells of the area under the ROC curve; of several classes their mean."""
    for name in (*_SETS, *metrics):
        figures = metrics.get(name)
        if not isinstance(figures, Mapping):
            continue
        overall = figures.get("overall")  # as the training side writes it today
        later = overall.get("roc_auc") if isinstance(overall, Mapping) else None
        found = figures.get("auc", later)
        value = found.get("value") if isinstance(found, Mapping) else found
        if isinstance(value, int | float):
            ends = found if isinstance(found, Mapping) else {}
            count = figures.get("images")
            return Auc(float(value), ends.get("low"), ends.get("high"), name, count)
    return None


def _described(model: StoredModel, standing: Standing, history: tuple[Change, ...]) -> Described:
    life = standing.lives.get(model.digest)
    try:
        bundle = read_bundle(model.path)
    except BundleError as error:
        return Described(model, life, "", None, 0, error, history)
    worth = SHIPPED if model.is_shipped else standing_of(bundle.signature, standing.keys)
    size = sum(len(data) for data in bundle.contents.values())
    auc = auc_of(bundle.manifest.metrics)
    return Described(model, life, worth, auc, size, None, history, bundle.signature)


def _gone(life: Life, registry: Registry, history: tuple[Change, ...]) -> Described:
    path = registry.store.imported / life.digest
    model = StoredModel(
        life.model_id, life.name, life.version, path, life.is_shipped, digest=life.digest,
        state=life.state,
    )  # fmt: skip
    problem = None
    if life.state != "deleted":
        problem = RequestError("its files are not here")
    return Described(model, life, UNSIGNED if problem else "", None, 0, problem, history)
