"""Second page: every image was looked at; what must be mended and what must be known, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import figure
from desktop.retraining.looks import Look
from desktop.retraining.run_folder import Notice
from desktop.state.privacy import Privacy
from desktop.views import theme
from desktop.views.retraining.file_list import FileList, Listed
from desktop.views.retraining.notices import notice_words
from desktop.views.retraining.page import Page
from desktop.views.widgets.layout import Card, clear
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.batch.cells import table
from engine.errors import OutputError, WhyRayError
from engine.files import atomic_write
from engine.language import said

_STEPS = 1000
_PARTS = ("train", "val", "test")


class CheckPage(Page):
    """What a look at the images has found.

    Args:
        privacy: while it is on, files are not named.
    """

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Are these images fit for it?"))
        self.intro.setText(
            self.tr(
                "Every image is read once: what cannot be read, what is there twice, whose images "
                "they are, and whether something else than the disease tells the classes apart."
            )
        )
        self._privacy = privacy
        self.look: Look | None = None
        self._make_progress()
        self.verdict = PlainLabel("", "strong", wraps=True)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.verdict)
        self._found = QVBoxLayout()
        self._found.setSpacing(10)
        self.column.addLayout(self._found)
        self.column.addStretch(1)
        self.show_nothing()
        privacy.changed.connect(self._show_again)

    def show_nothing(self) -> None:
        """Nobody has looked yet."""
        self.look = None
        clear(self._found)
        self.progress.hide()
        self.verdict.setText("")
        self.verdict.hide()

    def show_looking(self, fraction: float, note: str) -> None:
        """How far the look is.

        Args:
            fraction: 0..1; below 0: not known.
            note: what is being done.
        """
        if not self.progress.isVisibleTo(self):
            self.show_nothing()
            self.progress.show()
        self.bar.setRange(0, 0 if fraction < 0 else _STEPS)
        self.bar.setValue(round(_STEPS * max(0.0, fraction)))
        if fraction >= 0 and not note:
            note = self.tr("Looking at every image: {percent} %").format(
                percent=round(100 * fraction)
            )
        self.note.setText(note if note else self.tr("Starting ..."))

    def show_error(self, error: WhyRayError) -> None:
        """The look could not be finished."""
        self.show_nothing()
        self._say("stop", error_text(error, is_masked=self._privacy.is_on))
        again = QPushButton(self.tr("Look again"))
        again.setAutoDefault(False)
        again.clicked.connect(self.again_asked)
        row = QHBoxLayout()
        row.addWidget(again)
        row.addStretch(1)
        self._found.addLayout(row)

    def show_look(self, look: Look) -> None:
        """What was found."""
        self.show_nothing()
        self.look = look
        if look.may_start and not look.warnings:
            self._say("body", self.tr("Nothing speaks against training on these images."))
        elif look.may_start:
            self._say("body", self.tr("These images can be trained on. Please read what follows."))
        else:
            self._say("stop", self.tr("Training on these images makes no sense yet."))
        if look.refusals:
            title = self.tr("This must be mended")
            self._found.addWidget(self._notices(title, look.refusals, theme.STOP))
        if look.warnings:
            title = self.tr("This you should know")
            self._found.addWidget(self._notices(title, look.warnings, theme.ABOVE))
        if look.parts:
            self._found.addWidget(self._counts(look))
        for listed in self._lists(look):
            widget = FileList(listed, self._privacy)
            widget.save_asked.connect(self._save)
            self._found.addWidget(widget)

    def _show_again(self, _is_masked: bool) -> None:
        if self.look is not None:
            self.show_look(self.look)

    # Below: the parts.

    def _make_progress(self) -> None:
        self.progress = QWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the check"))
        self.note = PlainLabel("", "muted", wraps=True)
        stop = QPushButton(self.tr("Stop looking"))
        stop.setAutoDefault(False)
        stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(stop)
        column = QVBoxLayout(self.progress)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addLayout(row)

    def _say(self, role: str, text: str) -> None:
        self.verdict.set_role("stop" if role == "stop" else "strong")
        self.verdict.setText(text)
        self.verdict.show()

    def _notices(self, title: str, notices: tuple[Notice, ...], edge: theme.Colour) -> Card:
        card = Card(edge)
        card.column.addWidget(PlainLabel(title, "strong"))
        for notice in notices:
            what, hint = notice_words(notice, is_masked=self._privacy.is_on)
            card.column.addWidget(PlainLabel(f"\u2022 {what}", wraps=True))
            if hint:
                card.column.addWidget(PlainLabel(hint, "muted", wraps=True))
        return card

    def _counts(self, look: Look) -> Card:
        card = Card()
        card.column.addWidget(PlainLabel(self.tr("Images by class and part"), "strong"))
        card.column.addWidget(
            PlainLabel(
                self.tr(
                    "Training images are learned from; validation images tell when to stop and "
                    "where the operating point lies. The test images are locked: no training ever "
                    "sees them, so that every model of this clinic is measured on the same "
                    "untouched images. All images of a patient are in one part."
                ),
                "muted",
                wraps=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(3)
        names = [
            self.tr("Class"),
            self.tr("Training"),
            self.tr("Validation"),
            self.tr("Test (locked)"),
            self.tr("All"),
        ]
        for column, name in enumerate(names):
            heading = PlainLabel(name, "small")
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(heading, 0, column, side)
        labels = sorted({label for part in look.parts.values() for label in part})
        for row, label in enumerate(labels, start=1):
            counts = [look.parts.get(part, {}).get(label, 0) for part in _PARTS]
            self._row(grid, row, label, [*counts, sum(counts)])
        grid.setColumnStretch(len(names), 1)
        card.column.addLayout(grid)
        patients = look.facts.get("patients", {}).get("count")
        if patients is not None:
            text = self.tr("{images} images of {patients} patients.").format(
                images=figure(look.facts.get("readable", 0), ",d"), patients=figure(patients, ",d")
            )
            card.column.addWidget(PlainLabel(text, "muted", wraps=True))
        return card

    def _row(self, grid: QGridLayout, row: int, label: str, counts: list[int]) -> None:
        grid.addWidget(PlainLabel(label), row, 0)
        for column, count in enumerate(counts, start=1):
            role = "stop" if count == 0 else "body"
            cell = PlainLabel(figure(count, ",d"), role)
            cell.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(cell, row, column)

    def _lists(self, look: Look) -> list[Listed]:
        facts, found = look.facts, []
        if look.unreadable:
            rows = tuple((str(file), reason) for file, reason in look.unreadable)
            title = self.tr("%n file(s) cannot be read and are left out", "", len(rows))
            found.append(Listed(title, (self.tr("File"), self.tr("Reason")), rows, "unreadable"))
        problems = facts.get("problems", _unusable_rows(look))
        if problems:
            rows = tuple((entry["file"], entry["reason"]) for entry in problems)
            title = self.tr("%n row(s) of tables cannot be used", "", len(rows))
            found.append(Listed(title, (self.tr("Table"), self.tr("Reason")), rows, "rows"))
        doubles = facts.get("doubles", ())
        if doubles:
            rows = tuple((*entry["files"], self._crossing(entry)) for entry in doubles)
            title = self.tr("%n pair(s) of equal or nearly equal images", "", len(rows))
            header = (self.tr("File"), self.tr("The same as"), self.tr("Differs in"))
            found.append(Listed(title, header, rows, "same-image"))
        shared = facts.get("patients", {}).get("in_several_splits", {})
        if shared:
            rows = tuple((patient, ", ".join(parts)) for patient, parts in shared.items())
            title = self.tr("%n patient(s) with images in several parts", "", len(rows))
            header = (self.tr("Patient"), self.tr("Parts"))
            found.append(Listed(title, header, rows, "patients-in-several-parts"))
        return found

    def _crossing(self, double: dict) -> str:
        words = {
            "splits": self.tr("part"),
            "patients": self.tr("patient"),
            "labels": self.tr("class"),
        }
        return ", ".join(words.get(name, name) for name in double["crosses"])

    def _save(self, listed: Listed) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the list"),
            str(Path.home() / f"{listed.name}.csv"),
            self.tr("Tables (*.csv)"),
        )
        if name:
            self.save_list(listed, Path(name))

    def save_list(self, listed: Listed, path: Path) -> None:
        """Writes a list as CSV; what is wrong with that is told."""
        try:
            atomic_write(path, table(listed.header, listed.rows))
        except OSError as error:
            reason = said("the list cannot be written: {reason}", reason=str(error.strerror))
            self._say("stop", error_text(OutputError(reason, file=path)))


def _unusable_rows(look: Look) -> list[dict[str, str]]:
    """Rows of tables as a warning names them: some of them, where no census was taken."""
    told = [notice.facts.get("rows", ()) for notice in look.warnings if notice.code == "W_ROWS"]
    return [row for rows in told for row in rows]
