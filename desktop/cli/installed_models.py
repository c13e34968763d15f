"""The models of this installation as commands see them; what people should know goes to stderr."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import tell
from desktop.jobs.account import account_name, now
from desktop.paths import model_registry, user_folder
from engine.errors import BundleError, LibraryError, RequestError

if TYPE_CHECKING:
    from engine.bundle.store import Bundle
    from engine.library.models import Act
    from engine.registry.registry import Standing


def standing() -> "Standing":
    """How the models stand, once files and library are in step."""
    from desktop.settings import FORMER_CHOICE, Settings

    settings = Settings(user_folder())
    chosen = settings.former(FORMER_CHOICE)
    found = model_registry().settle(now(), chosen)
    for notice in found.notices:
        tell(notice)
    if chosen and not any(isinstance(notice, LibraryError) for notice in found.notices):
        settings.forget_former(FORMER_CHOICE)
        settings.save()
    return found


def active_bundle() -> "Bundle":
    """The active model, verified; where it is damaged, the last whole one before it.

    Raises:
        RequestError: there is no model.
        ModelError: none can be used.
    """
    from engine.bundle.store import read_bundle

    found = standing()
    if found.active is None:
        raise RequestError("there is no model", hint="Import one: whyray models import PATH.")
    try:
        return read_bundle(found.active.path)
    except BundleError as error:
        after = model_registry().replace_damaged(found.active.digest, act(""), error)
        for notice in after.notices:
            tell(notice)
        if after.active is None or after.active.digest == found.active.digest:
            raise
        return read_bundle(after.active.path)


def act(reason: str) -> "Act":
    """Who does something now, and why."""
    from engine.library.models import Act

    return Act(now(), account_name(), reason.strip())


def needs_signature() -> bool:
    """Whether this site wants signed models."""
    from desktop.settings import Settings

    return bool(Settings(user_folder()).get("model/needs_signature"))


def locate(wanted: str) -> Path:
    """A bundle by its path, id, ``id@version`` or digest. Raises RequestError."""
    path = Path(wanted)
    return path if path.exists() else model_registry().store.find(wanted)
