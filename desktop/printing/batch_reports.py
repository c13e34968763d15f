"""Reports of a batch: what the window would export of each image, without a reader's words."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.printing.letterhead import read_letterhead
from desktop.settings import Settings
from desktop.system_facts import part_version

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.batch.work import Case
    from engine.inference.model import Model


def report_maker(settings: Settings, *, is_deidentified: bool) -> "Callable[[Case, Model], bytes]":
    """What gives the PDF of a scored case; needs a `QGuiApplication`, works on any thread.

    Args:
        settings: name and logo of the clinic, size of the paper.
        is_deidentified: leave names, numbers, dates and places out.
    """
    clinic, logo = (str(settings.get(f"report/{name}")) for name in ("clinic", "logo"))
    letterhead, paper = read_letterhead(clinic, logo), str(settings.get("report/paper"))

    def make(case: "Case", model: "Model") -> bytes:
        from desktop.printing.pdf import pdf_bytes
        from engine.report.compose import report_of
        from engine.report.request import Reading, Wishes

        if case.radiograph is None or case.prediction is None:
            raise ValueError("a report needs a scored image")
        reading = Reading(
            radiograph=case.radiograph,
            manifest=model.manifest,
            admission=case.admission,
            prediction=case.prediction,
            explanations=case.explanations,
            override=_override(case),
        )
        wishes = Wishes(
            created=datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
            program=f"WhyRay {part_version('whyray')}",
            is_deidentified=is_deidentified,
            letterhead=letterhead,
        )
        return pdf_bytes(report_of(reading, wishes), paper=paper)

    return make


def _override(case: "Case"):  # noqa: ANN202 - engine.decisions.Override, or None
    from engine.decisions import Override

    if not case.record.override or case.admission is None or case.prediction is None:
        return None
    codes = tuple(found.code for found in case.admission.reasons if found.level == "stop")
    return Override(case.record.override, codes, case.prediction.model_id, 0, by="", at="")
