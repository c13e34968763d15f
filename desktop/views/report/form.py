"""What the reader writes and chooses for a report."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.printing.pages import PAPERS
from desktop.settings import Settings
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.report.content import PRELIMINARY, VERIFIED

_LEAST_LINES = 6
_MOST_NAME = 128
# Choices that are remembered.
PAPER, READER, ROLE = "report/paper", "report/reader", "report/role"
CONTOUR, DETAILS = "report/is_contour", "report/has_details"


@dataclass(frozen=True)
class Written:
    """What stands in the form.

    Attributes:
        impression: the reader's words.
        status: one of `engine.report.content.STATUSES`.
        reader: name.
        role: what they are.
        paper: a key of `PAPERS`.
        is_contour: lines instead of colours.
        has_details: with pages of details.
        is_deidentified: without names, numbers and dates.
    """

    impression: str
    status: str
    reader: str
    role: str
    paper: str
    is_contour: bool
    has_details: bool
    is_deidentified: bool

    @property
    def is_complete(self) -> bool:
        """False where a verified report lacks the name or the role of the reader."""
        return self.status != VERIFIED or bool(self.reader.strip() and self.role.strip())


class ReportForm(QWidget):
    """The form; it starts with what was chosen the last time.

    Args:
        settings: remember it.
        impression: what was written on this image before.
        is_deidentified: whether names are left out at first.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        impression: str,
        *,
        is_deidentified: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add_reader(column, impression)
        self._add_paper(column, is_deidentified=is_deidentified)
        column.addStretch(1)
        self._connect()
        self._tell_missing()

    def written(self) -> Written:
        """What stands in it."""
        return Written(
            impression=self.impression.toPlainText(),
            status=str(self.status.currentData()),
            reader=self.reader.text(),
            role=self.role.text(),
            paper=str(self.paper.currentData()),
            is_contour=self.contours.isChecked(),
            has_details=self.details.isChecked(),
            is_deidentified=self.deidentified.isChecked(),
        )

    def remember(self) -> None:
        """Keeps name, role and choices for the next report; neither words nor status."""
        now = self.written()
        kept = {
            PAPER: now.paper, READER: now.reader, ROLE: now.role, CONTOUR: now.is_contour,
            DETAILS: now.has_details,
        }  # fmt: skip
        for name, value in kept.items():
            self._settings.set(name, value)

    def _add_reader(self, column: QVBoxLayout, impression: str) -> None:
        self.impression = QPlainTextEdit(impression)
        self.impression.setTabChangesFocus(True)
        self.impression.setPlaceholderText(
            self.tr("What you see. The program writes nothing here.")
        )
        line_px = self.impression.fontMetrics().lineSpacing()
        self.impression.setMinimumHeight(_LEAST_LINES * line_px)
        heading = PlainLabel(self.tr("Impression"), "heading")
        heading.setBuddy(self.impression)
        self.impression.setAccessibleName(heading.text())
        column.addWidget(heading)
        column.addWidget(self.impression, 3)
        self.status = Chooser()
        self.status.addItem(self.tr("Preliminary"), PRELIMINARY)
        self.status.addItem(self.tr("Verified by the reader"), VERIFIED)
        self.reader = self._line(READER)
        self.role = self._line(ROLE)
        self.role.setPlaceholderText(self.tr("e.g. radiologist"))
        rows = {
            self.tr("Status"): self.status,
            self.tr("Reader"): self.reader,
            self.tr("Role"): self.role,
        }
        column.addLayout(_rows(rows))
        self.missing = PlainLabel(
            self.tr("A verified report needs the reader's name and role."), "stop", wraps=True
        )
        column.addWidget(self.missing)

    def _add_paper(self, column: QVBoxLayout, *, is_deidentified: bool) -> None:
        self.paper = Chooser()
        for name in PAPERS:
            self.paper.addItem(name, name)
        self.paper.setCurrentIndex(self.paper.findData(self._settings.get(PAPER)))
        column.addWidget(PlainLabel(self.tr("Paper"), "heading"))
        column.addLayout(_rows({self.tr("Size"): self.paper}))
        self.details = TickBox(self.tr("Pages of details"))
        self.details.setToolTip(
            self.tr("Other findings, every test of the map, versions and options")
        )
        self.details.setChecked(self._settings.get(DETAILS) is True)
        self.contours = TickBox(self.tr("Lines instead of colours"))
        self.contours.setToolTip(self.tr("Can be read from grey printers and copies"))
        self.contours.setChecked(self._settings.get(CONTOUR) is True)
        self.deidentified = TickBox(self.tr("Without names, numbers and dates"))
        self.deidentified.setToolTip(
            self.tr(
                "Text burned into the pixels stays; look at the picture before you give it away"
            )
        )
        self.deidentified.setChecked(is_deidentified)
        for box in (self.details, self.contours, self.deidentified):
            column.addWidget(box)

    def _line(self, setting: str) -> QLineEdit:
        line = QLineEdit(str(self._settings.get(setting)))
        line.setMaxLength(_MOST_NAME)
        return line

    def _connect(self) -> None:
        for signal in (
            self.impression.textChanged,
            self.status.currentIndexChanged,
            self.reader.textChanged,
            self.role.textChanged,
            self.paper.currentIndexChanged,
            self.details.toggled,
            self.contours.toggled,
            self.deidentified.toggled,
        ):
            signal.connect(self._notice)

    def _notice(self, *_what: object) -> None:
        self._tell_missing()
        self.changed.emit()

    def _tell_missing(self) -> None:
        policy = self.missing.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.missing.setSizePolicy(policy)
        self.missing.setVisible(not self.written().is_complete)


def _rows(fields: dict[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setHorizontalSpacing(12)
    for text, field in fields.items():
        label = PlainLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        form.addRow(label, field)
    return form
