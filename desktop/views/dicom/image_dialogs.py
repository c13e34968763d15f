"""The dialogs for the open images themselves: sending them, and copies without names."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.commands.context import Prompts
from desktop.jobs.delivery import Delivery
from desktop.jobs.delivery_tasks import copy_deidentified, send_images
from desktop.language import in_words, translate
from desktop.state.session import SessionState
from desktop.views.dicom.delivery_dialog import DeliveryDialog, Parcel, target_form
from desktop.views.dicom.scope import ScopePicker
from engine.images.dicom.confidentiality import NOT_REMOVED

_SIZE = (680, 580)


def send_images_dialog(
    state: SessionState, delivery: Delivery, prompts: Prompts, parent: QWidget | None = None
) -> DeliveryDialog:
    """Sends open images as they are to a DICOM node."""
    scope = ScopePicker(state.workspace)
    parcel = Parcel(
        translate("DicomDialogs", "Send images"),
        translate(
            "DicomDialogs",
            "The files as they are, with names and without results. Only DICOM files can be sent. "
            "Nothing is sent before the button is pressed.",
        ),
        scope,
        target_form(state.settings, prompts, has_folder=False, has_node=True),
        make_work=lambda place: partial(send_images, scope.files(), place),
        is_ready=lambda: bool(scope.files()),
        size=_SIZE,
        is_masked=state.workspace.privacy.is_on,
    )
    dialog = DeliveryDialog(parcel, delivery, state.settings, parent)
    scope.changed.connect(dialog.offer)
    return dialog


def deidentify_dialog(
    state: SessionState, delivery: Delivery, prompts: Prompts, parent: QWidget | None = None
) -> DeliveryDialog:
    """Writes copies of open DICOM images whose headers tell no patient."""
    scope = ScopePicker(state.workspace, in_words(NOT_REMOVED))
    parcel = Parcel(
        translate("DicomDialogs", "De-identified copies"),
        translate(
            "DicomDialogs",
            "Copies whose headers no longer tell whose they are (basic profile of the DICOM "
            "standard, PS3.15): names, numbers, dates and private entries are taken out, patients "
            "and studies get pseudonyms that stay the same on this computer.",
        ),
        scope,
        target_form(state.settings, prompts, has_folder=True, has_node=False),
        make_work=lambda place: partial(copy_deidentified, scope.files(), place),
        is_ready=lambda: bool(scope.files()),
        size=_SIZE,
        is_masked=state.workspace.privacy.is_on,
    )
    dialog = DeliveryDialog(parcel, delivery, state.settings, parent)
    scope.changed.connect(dialog.offer)
    return dialog
