"""The dialog that saves and sends results of the image on screen as DICOM objects."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.commands.context import Prompts
from desktop.jobs.delivery import Delivery, Work
from desktop.jobs.delivery_tasks import Place, Results, deliver_results
from desktop.language import translate
from desktop.paths import scratch_folder
from desktop.printing.letterhead import letterhead_of
from desktop.state.session import SessionState
from desktop.system_facts import part_version
from desktop.views.dicom.delivery_dialog import DeliveryDialog, Parcel, target_form
from desktop.views.dicom.kinds import KindPicker
from desktop.views.report.order import look_of
from engine.report.content import PRELIMINARY

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.report.request import Reading

_SIZE = (740, 720)


def results_dialog(
    state: SessionState,
    reading: Reading,
    delivery: Delivery,
    prompts: Prompts,
    impression: str = "",
    parent: QWidget | None = None,
) -> DeliveryDialog:
    """The dialog for one reading, which does not change while it is open.

    Args:
        state: the session's state.
        reading: what is known of the image.
        delivery: does the work.
        prompts: asks for the folder.
        impression: what was written on the image in the report's dialog.
        parent: the window.
    """
    kinds = KindPicker(reading)

    def make_work(place: Place) -> Work:
        wanted = Results(
            reading,
            kinds.chosen(),
            part_version("whyray"),
            _pdf_maker(state, reading, impression) if "pdf" in kinds.chosen() else None,
            scratch_folder(),
        )
        return partial(deliver_results, wanted, place)

    parcel = Parcel(
        translate("DicomDialogs", "Results as DICOM"),
        translate(
            "DicomDialogs",
            "Objects of the image's own study, in new series, marked as made by software, for "
            "research and unverified. The image itself is not changed. Nothing is written or sent "
            "before the button is pressed.",
        ),
        kinds,
        target_form(state.settings, prompts, has_folder=True, has_node=True),
        make_work=make_work,
        is_ready=lambda: bool(kinds.chosen()),
        size=_SIZE,
        is_masked=state.workspace.privacy.is_on,
    )
    dialog = DeliveryDialog(parcel, delivery, state.settings, parent)
    kinds.changed.connect(dialog.offer)
    return dialog


def _pdf_maker(state: SessionState, reading: Reading, impression: str) -> Callable[[], bytes]:
    """Draws the report as its dialog would, preliminary. Raises WhyRayError without the logo."""
    from desktop.printing.pdf import pdf_bytes
    from engine.report.compose import report_of
    from engine.report.request import Wishes

    get = state.settings.get
    letterhead, problem = letterhead_of(state.settings)
    if problem is not None:
        raise problem
    wishes = Wishes(
        created=datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        program=f"WhyRay {part_version('whyray')}",
        impression=impression,
        status=PRELIMINARY,
        reader=str(get("report/reader")),
        role=str(get("report/role")),
        letterhead=letterhead,
        look=look_of(state, is_contour=get("report/is_contour") is True),
    )
    paper, has_details = str(get("report/paper")), get("report/has_details") is True
    return lambda: pdf_bytes(report_of(reading, wishes), paper=paper, has_details=has_details)
