"""Where things lie: the data that ship with WhyRay, and the user's own folder."""

import os
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from engine.bundle.store import ModelStore
    from engine.registry.registry import Registry

# Right both from a checkout and in a frozen folder, where resources lie beside the packages.
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
SHIPPED_MODELS = RESOURCES / "models"
SAMPLES = RESOURCES / "samples"
TRANSLATIONS = RESOURCES / "translations"  # made by build/translations.py
FONTS = RESOURCES / "fonts"  # lent where the system has none
SELF_TEST = RESOURCES / "self_test"  # one radiograph in every transfer syntax
CONTENT_CHECK = RESOURCES / "checks" / "content-1"  # tells chest films from other pictures
LOCALISATION = RESOURCES / "localisation.json"  # how well each method found known lesions
DEFAULT_MODEL = "pneumonia-paediatric-1"  # active until another one is chosen
SAMPLE_MODEL = "phantom-opacity-1"  # scores the synthetic samples


def user_folder() -> Path:
    """Settings, imported models and logs: ``$WHYRAY_HOME``, else the system's usual place."""
    chosen = os.environ.get("WHYRAY_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("WhyRay", appauthor=False))


def log_folder() -> Path:
    """Logs and crash reports; made when the window starts."""
    return user_folder() / "logs"


def scratch_folder() -> Path:
    """For what archives hold while they are open; need not exist yet, emptied at every start."""
    return user_folder() / "tmp"


def imported_models() -> Path:
    """Folder of the models that this user imported; need not exist yet."""
    return user_folder() / "models"


def decisions_folder(user: Path) -> Path:
    """Folder in a user's one for what readers decided about images; need not exist yet."""
    return user / "decisions"


def library_folder(user: Path) -> Path:
    """Folder in a user's one for the library of studies; need not exist yet."""
    return user / "library"


def administrator_folder(user: Path) -> Path:
    """Folder in a user's one for the administrator's password and key; need not exist yet."""
    return user / "administrator"


def marks_folder(user: Path) -> Path:
    """Folder in a user's one for what was drawn on images; need not exist yet."""
    return user / "marks"


def inbox_folder(user: Path) -> Path:
    """Folder in a user's one for images that DICOM peers sent; need not exist yet."""
    return user / "inbox"


def model_store() -> "ModelStore":
    """The models of this installation and this user."""
    from engine.bundle.store import ModelStore

    return ModelStore(SHIPPED_MODELS, imported_models())


def model_registry(store: "ModelStore | None" = None, user: Path | None = None) -> "Registry":
    """The lives of models of this installation and this user.

    Args:
        store: their files; None: `model_store`.
        user: the user's folder; None: `user_folder`.
    """
    from engine.registry.registry import Registry

    user = user_folder() if user is None else user
    store = model_store() if store is None else store
    return Registry(store, library_folder(user), DEFAULT_MODEL, version("whyray"))


def retraining_folder(user: Path) -> Path:
    """Folder in a user's one for runs of the trainer and the locked test set; may not exist yet."""
    return user / "retraining"
