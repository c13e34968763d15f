"""What the library believes about the models, brought in step with what lies in the store.

Works inside one writing transaction of the library; `engine.registry.registry` opens it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.bundle.store import ModelStore, StoredModel, is_whole
from engine.errors import LibraryError, ModelError, WhyRayError
from engine.language import said
from engine.library import audit, models
from engine.library.models import ACTIVE, FORMER, MASKS, RETIRED, SCORES, Act, Life
from engine.registry.standing import slot_of


@dataclass(frozen=True)
class Settling:
    """One transaction's look at store and library.

    Attributes:
        connection: inside a writing transaction.
        store: the files.
        default: id of the shipped model that is active until another one is.
        program: version of this program.
        at: now, UTC, ISO 8601.
    """

    connection: sqlite3.Connection
    store: ModelStore
    default: str
    program: str
    at: str

    def run(self, chosen: str) -> list[WhyRayError]:
        """Brings both in step; what people should know of it.

        Args:
            chosen: id of the model that the settings of an earlier version call the active one.
        """
        was_empty = not models.lives(self.connection)
        is_rebuilt = models.needs_rebuilding(self.connection)
        if is_rebuilt:
            models.rebuild(self.connection, Act(self.at))
        found = self._file_unknown()
        notices: list[WhyRayError] = []
        if chosen:
            notices += self._take_over(chosen)
        elif found and was_empty and not is_rebuilt:
            notices.append(self._notice_of_lost(found))
        if was_empty and not is_rebuilt:
            self._take_over_masks(found)
        for slot in (SCORES, MASKS):
            notices += self._check_active(slot)
        if is_rebuilt:
            notices.append(self._notice_of_rebuilding())
        return notices

    def life(self, model: StoredModel) -> Life:
        """What is known of a model that is here; else as it would be filed."""
        known = models.life_of(self.connection, model.digest)
        if known is not None:
            return known
        return Life(
            model.digest, model.id, model.version, model.name, slot_of(model),
            is_shipped=model.is_shipped,
            program=self.program if model.is_shipped else "",
            imported_at="" if model.is_shipped else self.at,
        )  # fmt: skip

    def seat_default(self, slot: str) -> None:
        """Files the shipped default as the active one where nobody has made any active."""
        if slot == SCORES and models.active_of(self.connection, slot) is None:
            default = self._default()
            if default is not None:
                reason = said("it came with the program")
                self._activate(self.life(default), audit.MODEL_ACTIVATED, reason)

    def go_back(self, digest: str, why: WhyRayError) -> list[WhyRayError]:
        """Replaces an active model that cannot be used; what people should know of it."""
        broken = models.life_of(self.connection, digest)
        if broken is None or broken.state != ACTIVE:
            return []
        target = self._whole_before(broken)
        act = Act(self.at, reason=why.message)
        if target is None:
            models.put(
                self.connection, replace(broken, state=RETIRED), audit.MODEL_RETIRED, act,
                code=why.code,
            )  # fmt: skip
        else:
            models.activate(
                self.connection, self.life(target), audit.MODEL_FELL_BACK, act, code=why.code
            )
            former = models.life_of(self.connection, digest)
            if former is not None:
                models.put(
                    self.connection, replace(former, state=RETIRED), audit.MODEL_RETIRED, act,
                    code=why.code,
                )  # fmt: skip
        return [_notice_of_return(broken, target, why)]

    def _file_unknown(self) -> list[StoredModel]:
        """What lies in the store and is not known becomes a candidate."""
        known = models.lives(self.connection)
        found = []
        for model in self.store.list():
            if model.is_shipped or model.problem or model.digest in known:
                continue
            act = Act(self.at, reason=said("found in the folder of models"))
            models.put(self.connection, self.life(model), audit.MODEL_IMPORTED, act)
            found.append(model)
        return found

    def _take_over(self, chosen: str) -> list[WhyRayError]:
        """The active model of an earlier version, which kept it in the settings."""
        if models.active_of(self.connection, SCORES) is not None:
            return []
        here = [m for m in self.store.list() if m.id == chosen and not m.problem]
        scoring = [model for model in here if not model.is_segmentation]
        if scoring:
            reason = said("taken over from the settings")
            self._activate(self.life(scoring[0]), audit.MODEL_ACTIVATED, reason)
            return []
        message = said("the active model {id} is not here any more", id=chosen)
        return [ModelError(message, hint=_told_active(self._default()))]

    def _take_over_masks(self, found: list[StoredModel]) -> None:
        """Earlier versions used the last model for masks by its being here."""
        masks = [model for model in found if model.is_segmentation]
        if masks:
            reason = said("taken over from an earlier version")
            self._activate(self.life(masks[-1]), audit.MODEL_ACTIVATED, reason)

    def _activate(self, life: Life, event: str, reason: str) -> None:
        models.activate(self.connection, life, event, Act(self.at, reason=reason))

    def _check_active(self, slot: str) -> list[WhyRayError]:
        """An active model whose files are gone, or were exchanged, is replaced."""
        active = models.active_of(self.connection, slot)
        here = [model for model in self.store.list() if not model.problem]
        if active is None or any(model.digest == active.digest for model in here):
            return []
        newer = [m for m in here if m.is_shipped and m.id == active.model_id]
        if active.is_shipped and newer and active.program != self.program:
            reason = said("it came with version {program}", program=self.program)
            self._activate(self.life(newer[0]), audit.MODEL_ACTIVATED, reason)
            return []
        return self.go_back(
            active.digest,
            ModelError(said("the files of {id} are gone or were altered", id=active.model_id)),
        )

    def _whole_before(self, life: Life) -> StoredModel | None:
        here = {model.digest: model for model in self.store.list() if not model.problem}
        for digest in self._earlier(life):
            model = here.get(digest)
            if model is not None and digest != life.digest and is_whole(model.path):
                return model
        return None

    def _earlier(self, life: Life) -> Iterator[str]:
        """Digests of what was active before, the last first; then of what ships."""
        known, seen, step = models.lives(self.connection), {life.digest}, life
        while step.predecessor and step.predecessor not in seen:
            seen.add(step.predecessor)
            found = known.get(step.predecessor)
            if found is None:
                break
            step = found
            if step.state == FORMER:
                yield step.digest
        for change in reversed(models.history(self.connection)):
            other = known.get(change.digest)
            is_former = other is not None and other.state == FORMER and other.slot == life.slot
            if change.after == ACTIVE and is_former:
                yield change.digest
        if life.slot == SCORES:
            yield from (model.digest for model in self._shipped())

    def _default(self) -> StoredModel | None:
        return next(iter(self._shipped()), None)

    def _shipped(self) -> list[StoredModel]:
        """Those that score, the default first; not retired ones."""
        known = models.lives(self.connection)
        fitting = [
            model
            for model in self.store.list()
            if model.is_shipped
            and not model.problem
            and not model.is_segmentation
            and (model.digest not in known or known[model.digest].state != RETIRED)
        ]
        return sorted(fitting, key=lambda model: model.id != self.default)

    def _notice_of_lost(self, found: list[StoredModel]) -> WhyRayError:
        return LibraryError(
            said(
                "nothing is known of the lives of {count} model(s) in the folder of models",
                count=len(found),
            ),
            hint=said(
                "They are candidates now: make active what shall be used. {active}",
                active=_told_active(self._default()),
            ),
            file=self.store.imported,
        )

    def _notice_of_rebuilding(self) -> WhyRayError:
        active = models.active_of(self.connection, SCORES)
        here = {model.digest: model for model in self.store.list()}
        model = self._default() if active is None else here.get(active.digest)
        return LibraryError(
            said("the library was set aside; which model is active was read from its audit"),
            hint=_told_active(model) + " " + said("Check that this is the model you expect."),
        )


def _told_active(model: StoredModel | None) -> str:
    if model is None:
        return said("No model is active.")
    return said("Active now: {name}, version {version}.", name=model.name, version=model.version)


def _notice_of_return(broken: Life, target: StoredModel | None, why: WhyRayError) -> WhyRayError:
    message = said(
        "the active model {id} cannot be used and was taken out of use: {why}",
        id=broken.model_id,
        why=why.message,
    )
    return ModelError(message, hint=_told_active(target), details=why.details)
