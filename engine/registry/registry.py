"""The models of this installation: their files in the store, their lives in the library.

    bundle -> import -> candidate -> promote -> active -> former -> retired, deleted

The one truth about which model is active is a row of the library. Every change is one transaction
that holds its entry of the audit, and files are in place before it begins and removed after it: who
is killed at any moment leaves the old or the new model active, whole. Until somebody makes a model
active, the one that ships for it is.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.bundle.signature import BY_SITE, BY_TRUSTED, TRUSTWORTHY, is_key, sign, standing_of
from engine.bundle.store import (
    MANIFEST,
    Bundle,
    ModelStore,
    StoredModel,
    is_whole,
    pack,
    read_bundle,
    sign_folder,
)
from engine.errors import (
    BundleError,
    LibraryError,
    ModelError,
    RequestError,
    UntrustedModel,
    WhyRayError,
)
from engine.language import said
from engine.library import audit, models
from engine.library.database import Library, connect_to_read
from engine.library.models import (
    ACTIVE,
    DELETED,
    FORMER,
    RETIRED,
    SCORES,
    Act,
    Life,
)
from engine.library.opening import NAME, open_again, open_library
from engine.progress import Step
from engine.registry.settling import Settling
from engine.registry.standing import (
    Imported,
    Known,
    Promotion,
    Standing,
    known_keys,
    slot_of,
    standing_from,
)
from engine.registry.trial import Limits, Trial, bundle_of, try_out

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

BARE_SUFFIX = ".onnx"


@dataclass(frozen=True)
class Registry:
    """The models of this installation and this user.

    Attributes:
        store: their files.
        library: folder of the library.
        default: id of the shipped model that is active until another one is.
        program: version of this program.
    """

    store: ModelStore
    library: Path
    default: str
    program: str = ""

    def settle(self, at: str, chosen: str = "") -> Standing:
        """Brings files and database in step and tells how the models stand.

        Folders of an earlier version get the name of their digest, what lies in the store and is
        not known becomes a candidate, an active model whose files are gone is replaced by the one
        before it. Where the library cannot be written, it is only read, and that is told.

        Args:
            at: now, UTC, ISO 8601.
            chosen: id of the model that the settings of an earlier version call the active one.
        """
        self.store.rename_by_digest()
        stored = self.store.list()
        is_known = (self.library / NAME).exists()
        if not is_known and not chosen and all(model.is_shipped for model in stored):
            return self._standing(stored, {}, {}, ())
        notices: list[WhyRayError] = []
        try:
            lives, keys = self._settled(at, chosen, notices)
        except LibraryError as error:
            lives, keys = self._only_read()
            return self._standing(stored, lives, keys, (*notices, error))
        for model in self.store.list():
            life = lives.get(model.digest)
            if life is not None and life.state == DELETED and not model.is_shipped:
                self.store.remove(model.path)  # what a deletion was kept from doing
        return self._standing(self.store.list(), lives, keys, tuple(notices))

    def _settled(
        self, at: str, chosen: str, notices: list[WhyRayError], *, is_thorough: bool = False
    ) -> tuple[dict[str, Life], dict[str, str]]:
        try:
            opened = self._open(notices, is_thorough=is_thorough)
            with opened as library, library.writing() as connection:
                told = Settling(connection, self.store, self.default, self.program, at).run(chosen)
                lives, keys = models.lives(connection), known_keys(connection)
        except LibraryError as error:
            if not error.is_damaged or is_thorough:
                raise
            return self._settled(at, chosen, notices, is_thorough=True)  # sets it aside
        notices.extend(told)
        return lives, keys

    def history(self, digest: str = "") -> tuple[models.Change, ...]:
        """What happened to a model, or to all of them, oldest first. Raises LibraryError."""
        if not (self.library / NAME).exists():
            return ()
        with self._open() as library, library.reading() as connection:
            return models.history(connection, digest)

    def import_candidate(
        self,
        path: Path,
        act: Act,
        *,
        answers: Mapping[str, Any] | None = None,
        parent: str = "",
        limits: Limits | None = None,
    ) -> Iterator[Step]:
        """Takes a model in once it has passed its trial; the last step's result is `Imported`.

        Args:
            path: bundle folder, ``.whyray`` file or bare ``.onnx`` file.
            act: who, when and why.
            answers: what a bare file does not tell.
            parent: digest of the model that it was trained from; empty: as its manifest tells.
            limits: of the trial; None: those of the house.

        Raises:
            ForeignModelError: a bare file leaves questions.
            ModelError: it is damaged, wrongly signed, unsafe, or another one has its id.
        """
        incoming = self.store.imported / f".incoming.{secrets.token_hex(4)}"
        try:
            yield Step(0.02, said("Checking its files"))
            source = path
            if path.suffix.lower() == BARE_SUFFIX:
                for step in bundle_of(path, answers or {}, incoming, limits):
                    source = path if step.result is None else step.result
                    yield Step(0.05 + 0.3 * step.fraction, said("Making a bundle of it"))
            bundle = read_bundle(source)
            trial = yield from _tried(source, bundle, limits)
            yield Step(0.95, said("Taking it in"))
            imported = self._take_in(bundle, trial, act, parent)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
        yield Step(1.0, result=imported)

    def promote(
        self,
        wanted: str,
        act: Act,
        *,
        needs_signature: bool = False,
        limits: Limits | None = None,
        event: str = audit.MODEL_ACTIVATED,
    ) -> Iterator[Step]:
        """Makes a model the active one after its trial; the last step's result is a `Promotion`.

        Args:
            wanted: id, ``id@version`` or the beginning of its digest.
            act: who, when and why.
            needs_signature: whether the site wants a signature that it trusts.
            limits: of the trial; None: those of the house.
            event: of the audit.

        Raises:
            RequestError: there is no such model.
            ModelError: it was refused; the active model is the one that it was.
            LibraryError: the library cannot be written; likewise.
        """
        model = self.store.locate(wanted)
        try:
            yield Step(0.02, said("Checking its files"))
            bundle = read_bundle(model.path)
            if needs_signature and not model.is_shipped:
                self._check_signature(bundle)
            trial = yield from _tried(model.path, bundle, limits)
        except ModelError as error:
            self._note_refusal(model, act, error)
            raise
        yield Step(0.95, said("Making it the active model"))
        with self._open() as library, library.writing() as connection:
            settling = Settling(connection, self.store, self.default, self.program, act.at)
            settling.seat_default(slot_of(model))
            life = replace(settling.life(model), trial=trial.as_json())
            if life.state == DELETED:
                raise RequestError(said("{id} was deleted", id=model.id))
            before = models.activate(connection, life, event, act)
        replaced = "" if before is None else before.digest
        yield Step(1.0, result=Promotion(replace(model, state=ACTIVE), replaced, trial))

    def roll_back(
        self, act: Act, *, needs_signature: bool = False, limits: Limits | None = None
    ) -> Iterator[Step]:
        """Makes the model active again that the active one replaced; else as `promote`.

        Raises:
            RequestError: there is no model to go back to.
        """
        target = self.previous()
        if target is None:
            raise RequestError(
                said("there is no earlier active model to go back to"),
                hint=said("Activate one of the models by its id."),
            )
        yield from self.promote(
            target.digest, act, needs_signature=needs_signature, limits=limits,
            event=audit.MODEL_ROLLED_BACK,
        )  # fmt: skip

    def previous(self) -> StoredModel | None:
        """The model that `roll_back` would go to: the last one before the active that is whole."""
        if not (self.library / NAME).exists():
            return None
        with self._open() as library, library.reading() as connection:
            active = models.active_of(connection, SCORES)
            known = models.lives(connection)
        here = {model.digest: model for model in self.store.list()}
        seen = set()
        while active is not None and active.predecessor and active.digest not in seen:
            seen.add(active.digest)
            active = known.get(active.predecessor)
            if active is not None and active.state == FORMER and active.digest in here:
                model = here[active.digest]
                if is_whole(model.path):
                    return model
        return None

    def replace_damaged(self, digest: str, act: Act, why: WhyRayError) -> Standing:
        """Goes back from an active model that cannot be used to the last whole one before it.

        Args:
            digest: of the model that cannot be used.
            act: when; the program does it.
            why: what is wrong with it.
        """
        notices: list[WhyRayError] = []
        with self._open(notices) as library, library.writing() as connection:
            settling = Settling(connection, self.store, self.default, self.program, act.at)
            settling.seat_default(SCORES)
            notices.extend(settling.go_back(digest, why))
            lives, keys = models.lives(connection), known_keys(connection)
        return self._standing(self.store.list(), lives, keys, tuple(notices))

    def retire(self, wanted: str, act: Act) -> StoredModel:
        """Takes a model out of use; its files stay. Raises RequestError or LibraryError."""
        return self._end(wanted, act, RETIRED, audit.MODEL_RETIRED)

    def delete(self, wanted: str, act: Act) -> StoredModel:
        """Deletes a model's files; what is known of it and its results stay.

        Raises:
            RequestError: it is active or came with the program.
            LibraryError, OutputError: as it says.
        """
        model = self._end(wanted, act, DELETED, audit.MODEL_DELETED)
        self.store.remove(model.path)
        return model

    def export(self, wanted: str, path: Path, act: Act) -> StoredModel:
        """Writes a model as one ``.whyray`` file. Raises ModelError, OutputError, LibraryError."""
        model = self.store.locate(wanted)
        pack(read_bundle(model.path), path)
        with self._open() as library, library.writing() as connection:
            models.note(connection, self._known(connection, model), audit.MODEL_EXPORTED, act)
        return model

    def sign(self, wanted: str, key: Ed25519PrivateKey, name: str, act: Act) -> StoredModel:
        """Signs a model with the site's key, which is trusted from then on.

        Args:
            wanted: which model.
            key: the site's.
            name: of the site, for people.
            act: who, when and why.

        Raises:
            RequestError: it came with the program.
            ModelError, OutputError, LibraryError: as it says.
        """
        model = self.store.locate(wanted)
        if model.is_shipped:
            raise RequestError(said("{id} came with the program", id=model.id))
        bundle = read_bundle(model.path)
        made = sign(bundle.contents[MANIFEST], key, name=name, time=act.at)
        with self._open() as library, library.writing() as connection:
            sign_folder(model.path, made)
            models.trust_key(connection, made.key, BY_SITE, name, act)
            life = self._known(connection, model)
            models.note(connection, life, audit.MODEL_SIGNED, act, key=made.key)
        return model

    def trust_key(self, key: str, name: str, act: Act) -> bool:
        """Trusts a public key. False: it is trusted already. Raises RequestError, LibraryError."""
        if not is_key(key):
            raise RequestError(
                said("{key!r} is no public key", key=key),
                hint=said("A key is 64 hex digits, as `whyray models show` tells it."),
            )
        with self._open() as library, library.writing() as connection:
            known = {entry.key: entry.standing for entry in models.keys(connection)}
            if known.get(key) == BY_SITE:
                return False
            return models.trust_key(connection, key, BY_TRUSTED, name, act)

    def distrust_key(self, key: str, act: Act) -> bool:
        """Trusts a public key no longer. False: it was not trusted. Raises LibraryError."""
        with self._open() as library, library.writing() as connection:
            return models.distrust_key(connection, key, act)

    def trusted_keys(self) -> tuple[models.SigningKey, ...]:
        """The keys that are trusted. Raises LibraryError."""
        if not (self.library / NAME).exists():
            return ()
        with self._open() as library, library.reading() as connection:
            return models.keys(connection)

    def _take_in(self, bundle: Bundle, trial: Trial, act: Act, parent: str) -> Imported:
        about = bundle.manifest
        with self._open() as library, library.writing() as connection:
            known = models.lives(connection)
            for life in known.values():
                if life.model_id == about.id and life.digest != bundle.digest:
                    raise BundleError(
                        said("a different model with the id {id!r} was already here", id=about.id),
                        hint=said("Results name models by their id. Give this one another id."),
                        file=bundle.path,
                    )
            folder = self.store.add(bundle)  # renamed into place; the row follows at once
            model = next(entry for entry in self.store.list() if entry.path == folder)
            signature = standing_of(bundle.signature, known_keys(connection))
            life = known.get(bundle.digest)
            is_new = not model.is_shipped and (life is None or life.state in (DELETED, RETIRED))
            if is_new:
                life = Life(
                    bundle.digest, about.id, about.version, about.name, slot_of(model),
                    parent=parent or _told_parent(bundle), imported_at=act.at,
                    imported_by=act.by, trial=trial.as_json(),
                )  # fmt: skip
                models.put(connection, life, audit.MODEL_IMPORTED, act, signature=signature)
        state = "" if life is None else life.state
        return Imported(replace(model, state=state), trial, signature)

    def _end(self, wanted: str, act: Act, state: str, event: str) -> StoredModel:
        model = self.store.locate(wanted)
        if state == DELETED and model.is_shipped:
            raise RequestError(
                said("{id} came with the program and cannot be deleted", id=model.id),
                hint=said("Retire it instead."),
            )
        with self._open() as library, library.writing() as connection:
            settling = Settling(connection, self.store, self.default, self.program, act.at)
            settling.seat_default(slot_of(model))
            life = settling.life(model)
            if life.state == ACTIVE:
                raise RequestError(
                    said("{id} is the active model", id=model.id),
                    hint=said("Make another one active first."),
                )
            models.put(connection, replace(life, state=state), event, act)
        return replace(model, state=state)

    def _known(self, connection: sqlite3.Connection, model: StoredModel) -> Life:
        return Settling(connection, self.store, self.default, self.program, "").life(model)

    def _check_signature(self, bundle: Bundle) -> None:
        with self._open() as library, library.reading() as connection:
            known = known_keys(connection)
        if standing_of(bundle.signature, known) in TRUSTWORTHY:
            return
        named = bundle.manifest.id
        if bundle.signature is None:
            message = said("this site wants signed models, and {id} is unsigned", id=named)
        else:
            message = said("this site does not trust the key that signed {id}", id=named)
        raise UntrustedModel(
            message,
            hint=said("Sign it with the site's key, or trust the key of its maker."),
            file=bundle.path,
        )

    def _note_refusal(self, model: StoredModel, act: Act, error: ModelError) -> None:
        """A refusal is told by its own error; that it cannot be filed must not hide it."""
        with (
            contextlib.suppress(LibraryError),
            self._open() as library,
            library.writing() as connection,
        ):
            life = self._known(connection, model)
            models.note(connection, life, audit.MODEL_REFUSED, act, code=error.code)

    @contextlib.contextmanager
    def _open(
        self, notices: list[WhyRayError] | None = None, *, is_thorough: bool = False
    ) -> Iterator[Library]:
        """The library for one piece of work: a connection of its own, whatever the history is."""
        library = None if is_thorough else open_again(self.library)
        if library is None:
            opened = open_library(self.library)
            library = opened.library
            if notices is not None:
                notices.extend(opened.notices)
        try:
            yield library
        finally:
            library.close()

    def _only_read(self) -> tuple[dict[str, Life], dict[str, str]]:
        try:
            with contextlib.closing(connect_to_read(self.library / NAME)) as connection:
                return models.lives(connection), known_keys(connection)
        except sqlite3.Error:  # the error that led here is told
            return {}, {}

    def _standing(
        self,
        stored: tuple[StoredModel, ...],
        lives: Mapping[str, Life],
        keys: Mapping[str, str],
        notices: tuple[WhyRayError, ...],
    ) -> Standing:
        return standing_from(Known(stored, lives, keys), self.default, notices)


def _tried(path: Path, bundle: Bundle, limits: Limits | None) -> Iterator[Step]:
    """Runs the trial; returns it. Raises ModelError."""
    trial = None
    for step in try_out(path, limits):
        trial = step.result
        yield Step(0.4 + 0.5 * step.fraction, said("Trying it in a process of its own"))
    if trial is None or trial.digest != bundle.digest:
        raise BundleError(said("it was altered while it was looked at"), file=path)
    return trial


def _told_parent(bundle: Bundle) -> str:
    """Digest of the model that one was recalibrated from, as its manifest tells; else empty."""
    told: Any = bundle.manifest.metrics
    for name in ("recalibration", "parent", "digest"):
        told = told.get(name) if isinstance(told, dict) else None
    return told if isinstance(told, str) else ""
