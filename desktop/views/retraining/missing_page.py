"""What is shown where no trainer is installed: how to get one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.views.retraining.page import Page
from desktop.views.widgets.plain_label import PlainLabel


class MissingPage(Page):
    """Calm: nothing is broken.

    Args:
        advice: how to get a trainer.
    """

    def __init__(self, advice: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Training is not installed on this computer"))
        self.intro.setText(
            self.tr(
                "Everything else of WhyRay works without it: the trainer is a part of its own, "
                "because it is large and few workstations need it."
            )
        )
        self.advice = PlainLabel(advice, wraps=True)
        self.advice.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        more = PlainLabel(
            self.tr('The README says more, in the section "Retraining at the clinic".'),
            "muted",
            wraps=True,
        )
        self.column.addWidget(self.advice)
        self.column.addWidget(more)
        self.column.addStretch(1)
