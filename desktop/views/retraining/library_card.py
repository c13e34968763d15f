"""Cases of the library that readers confirmed or corrected, offered as a source of images."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.jobs.cases import CaseSource
from desktop.language import in_words
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from desktop.views.wording import error_text
from engine.errors import WhyRayError


class LibraryCard(Card):
    """How many there are, what counts as one, and whether they are wanted.

    Args:
        cases: asks the library.
    """

    changed = Signal()

    def __init__(self, cases: CaseSource, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cases = cases
        self.box = TickBox(self.tr("Cases of the library that readers confirmed or corrected"))
        self.box.setToolTip(
            self.tr("The images stay where they are; patients stand in the table as pseudonyms")
        )
        self.count = PlainLabel("", "muted", wraps=True)
        self.left_out = PlainLabel("", "small", wraps=True)
        counts = PlainLabel(
            self.tr(
                "A case counts where a reader accepted or rejected what the model said of it "
                "(Model > Accept finding, Reject finding) and no other reader disagreed. What "
                "nobody answered does not count."
            ),
            "small",
            wraps=True,
        )
        for part in (self.box, self.count, counts, self.left_out):
            self.column.addWidget(part)
        self.box.toggled.connect(lambda _is_on: self.changed.emit())
        cases.counted.connect(self._show)
        cases.failed.connect(self._show_error)
        self.box.setEnabled(False)
        self.count.setText(self.tr("Asking the library ..."))
        self.left_out.hide()

    @property
    def is_chosen(self) -> bool:
        """Whether they shall be used."""
        return self.box.isEnabled() and self.box.isChecked()

    def _show(self) -> None:
        found = self._cases.found
        if found is None:
            return
        self.box.setEnabled(bool(found.cases))
        if not found.cases:
            self.box.setChecked(False)
            self.count.setText(
                self.tr("The library knows no such case of this model's findings yet.")
            )
        else:
            parts = [self.tr("%n case(s)", "", len(found.cases))]
            for finding in found.findings:
                present, absent = found.counts(finding)
                text = self.tr("{finding}: {present} with, {absent} without")
                parts.append(text.format(finding=in_words(finding), present=present, absent=absent))
            self.count.setText("; ".join(parts))
        reasons = [
            f"{in_words(words)}: {count}" for words, count in self._cases.left_out_words().items()
        ]
        self.left_out.setVisible(bool(reasons))
        self.left_out.setText(
            self.tr("Left out: {reasons}").format(reasons="; ".join(reasons)) if reasons else ""
        )

    def _show_error(self, error: WhyRayError) -> None:
        self.box.setEnabled(False)
        self.box.setChecked(False)
        self.count.setText(error_text(error))
