"""The dialogs for the open images themselves: sending them, and copies without names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.commands.context import Prompts
from desktop.jobs.delivery import Delivery
from desktop.jobs.delivery_tasks import copy_deidentified, send_images
from desktop.language import in_words, translate
from desktop.state.session import SessionState
from desktop.views.dicom.delivery_dialog import DeliveryDialog, Parcel, target_form
from desktop.views.dicom.scope import ScopePicker
from engine.images.dicom.confidentiality import NOT_REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.progress import Step

_SIZE = (680, 580)


@dataclass(frozen=True)
class Purpose:
    """What is done with the images.

    Attributes:
        title: of the dialog, English.
        about: what it does, English.
        work: does it, from (files, place, line).
        has_folder: whether results go into a folder; else to a node.
        caution: a sentence under the choice of images; may be empty.
    """

    title: str
    about: str
    work: Callable[..., Iterator[Step]]
    has_folder: bool
    caution: str = ""


SENDING = Purpose(
    QT_TRANSLATE_NOOP("DicomDialogs", "Send images"),
    QT_TRANSLATE_NOOP(
        "DicomDialogs",
        "The files as they are, with names and without results. Only DICOM files can be sent. "
        "Nothing is sent before the button is pressed.",
    ),
    send_images,
    has_folder=False,
)
DEIDENTIFYING = Purpose(
    QT_TRANSLATE_NOOP("DicomDialogs", "De-identified copies"),
    QT_TRANSLATE_NOOP(
        "DicomDialogs",
        "Copies whose headers no longer tell whose they are (basic profile of the DICOM "
        "standard, PS3.15): names, numbers, dates and private entries are taken out, patients "
        "and studies get pseudonyms that stay the same on this computer.",
    ),
    copy_deidentified,
    has_folder=True,
    caution=NOT_REMOVED,
)


def images_dialog(
    purpose: Purpose,
    state: SessionState,
    delivery: Delivery,
    prompts: Prompts,
    parent: QWidget | None = None,
) -> DeliveryDialog:
    """A dialog for open DICOM images; they themselves are never changed."""
    scope = ScopePicker(state.workspace, in_words(purpose.caution) if purpose.caution else "")
    has_folder = purpose.has_folder
    parcel = Parcel(
        translate("DicomDialogs", purpose.title),
        translate("DicomDialogs", purpose.about),
        scope,
        target_form(state.settings, prompts, has_folder=has_folder, has_node=not has_folder),
        make_work=lambda place: partial(purpose.work, scope.files(), place),
        is_ready=lambda: bool(scope.files()),
        size=_SIZE,
        is_masked=state.workspace.privacy.is_on,
    )
    dialog = DeliveryDialog(parcel, delivery, state.settings, parent)
    scope.changed.connect(dialog.offer)
    return dialog
