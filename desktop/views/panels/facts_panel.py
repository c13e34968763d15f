"""Image facts: who, what and with which device, as the file says; and what it does not say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.language import figure, translate
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.scale_bar import ORIGINS
from desktop.views.widgets.layout import Section
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from engine.images.radiograph import Facts, Radiograph
from engine.images.text import person_name

# Attribute of `Facts` -> label; shown in this order.
DICOM_ROWS: tuple[tuple[str, str], ...] = (
    ("patient_name", QT_TRANSLATE_NOOP("Wording", "Patient")),
    ("patient_id", QT_TRANSLATE_NOOP("Wording", "Patient ID")),
    ("birth_date", QT_TRANSLATE_NOOP("Wording", "Born")),
    ("sex", QT_TRANSLATE_NOOP("Wording", "Sex")),
    ("age_years", QT_TRANSLATE_NOOP("Wording", "Age (years)")),
    ("study_date", QT_TRANSLATE_NOOP("Wording", "Study date")),
    ("study_time", QT_TRANSLATE_NOOP("Wording", "Study time")),
    ("study_description", QT_TRANSLATE_NOOP("Wording", "Study")),
    ("accession_number", QT_TRANSLATE_NOOP("Wording", "Accession")),
    ("referring_physician", QT_TRANSLATE_NOOP("Wording", "Referring physician")),
    ("modality", QT_TRANSLATE_NOOP("Wording", "Modality")),
    ("body_part", QT_TRANSLATE_NOOP("Wording", "Body part")),
    ("view_position", QT_TRANSLATE_NOOP("Wording", "View")),
    ("laterality", QT_TRANSLATE_NOOP("Wording", "Laterality")),
    ("institution", QT_TRANSLATE_NOOP("Wording", "Institution")),
    ("manufacturer", QT_TRANSLATE_NOOP("Wording", "Maker")),
    ("device_model", QT_TRANSLATE_NOOP("Wording", "Device")),
    ("station", QT_TRANSLATE_NOOP("Wording", "Station")),
)

_OTHER_ROWS = 6  # of the file and its pixels

# What tells who the patient is, and when and where they were.
_OF_PATIENT = frozenset(
    {
        "patient_name",
        "patient_id",
        "birth_date",
        "study_date",
        "study_time",
        "study_description",
        "accession_number",
        "referring_physician",
        "institution",
        "station",
    }
)


class FactsPanel(Section):
    """Shows the facts of the item on screen.

    Args:
        state: the session's state.
    """

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(translate("Wording", "Image facts"), parent)
        self._state = state
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[PlainLabel, ElidedLabel]] = []
        for _ in range(len(DICOM_ROWS) + _OTHER_ROWS):  # making them takes longer than filling them
            self._add_line()
        self._notes: list[PlainLabel] = []
        self._fill_soon = QTimer(self, singleShot=True, interval=0)
        self._fill_soon.timeout.connect(self._fill)
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self._body.addWidget(self._table)
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        state.workspace.privacy.changed.connect(self._fill)
        self._show(state.workspace.current)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & {"radiograph", "error"}:
            self._table.hide()  # of the image that was there, at once; the image itself goes first
            self._show_notes(())
            self._fill_soon.start()

    def _fill(self, _is_masked: bool = False) -> None:
        self._show(self._state.workspace.current)

    def _show(self, item: Item | None) -> None:
        if item is None or item.radiograph is None:
            self._table.hide()
            self._show_notes((self.tr("Patient, study and device appear here."),))
            return
        self._show_rows(self._rows(item.radiograph))
        self._show_notes(item.radiograph.notes)

    def _show_rows(self, rows: list[tuple[str, str | None]]) -> None:
        while len(self._lines) < len(rows):
            self._add_line()
        for place, (name_label, value_label) in enumerate(self._lines):
            is_needed = place < len(rows)
            name_label.setVisible(is_needed)
            value_label.setVisible(is_needed)
            name, value = rows[place] if is_needed else ("", "")
            name_label.setText(name)
            value_label.set_role("small" if value is None else "body")
            value_label.setText(self.tr("not in file") if value is None else value)
        self._table.show()

    def _add_line(self) -> None:
        line = PlainLabel("", "small"), ElidedLabel("")
        for column, label in enumerate(line):
            self._grid.addWidget(label, len(self._lines), column)
        self._lines.append(line)

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        while len(self._notes) < len(notes):
            self._notes.append(PlainLabel("", "muted", wraps=True))
            self._body.addWidget(self._notes[-1])
        for place, label in enumerate(self._notes):
            label.setText(notes[place] if place < len(notes) else "")
            label.setVisible(place < len(notes))

    def _rows(self, radiograph: Radiograph) -> list[tuple[str, str | None]]:
        rows: list[tuple[str, str | None]] = []
        if radiograph.kind == "dicom":
            rows += [
                (translate("Wording", label), self._fact(radiograph.facts, name))
                for name, label in DICOM_ROWS
            ]
        else:
            rows.append((self.tr("Patient"), None))
        is_masked = self._state.workspace.privacy.is_on
        rows.append((self.tr("File"), self.tr("masked") if is_masked else radiograph.path.name))
        rows.append((self.tr("Kind"), _kind_text(radiograph)))
        rows.append((self.tr("Size"), _size_text(radiograph)))
        if radiograph.frame_count > 1:
            rows.append((self.tr("Frames"), str(radiograph.frame_count)))
        rows.append((self.tr("Pixel size"), _spacing_text(radiograph)))
        rows.append((self.tr("SHA-256"), radiograph.sha256))
        return rows

    def _fact(self, facts: Facts, name: str) -> str | None:
        value = _fact(facts, name)
        is_masked = self._state.workspace.privacy.is_on and name in _OF_PATIENT
        return self.tr("masked") if is_masked and value is not None else value


def _fact(facts: Facts, name: str) -> str | None:
    value = getattr(facts, name)
    if value is None or value == "":
        return None
    if name == "patient_name":
        return person_name(value)
    if name == "study_time" and value[:4].isdigit():
        return f"{value[:2]}:{value[2:4]}"
    return figure(value) if isinstance(value, float) else str(value)


def _size_text(radiograph: Radiograph) -> str:
    height, width = radiograph.size_hw
    text = translate("Wording", "{width} x {height}, {bits} bit")
    return text.format(width=width, height=height, bits=radiograph.bits_stored)


def _kind_text(radiograph: Radiograph) -> str:
    if radiograph.kind != "dicom":
        return radiograph.kind.upper()
    return f"DICOM, {radiograph.transfer_syntax}" if radiograph.transfer_syntax else "DICOM"


def _spacing_text(radiograph: Radiograph) -> str | None:
    spacing = radiograph.spacing
    if spacing is None:
        return None
    text = translate("Wording", "{width} x {height} mm ({origin})")
    return text.format(
        width=figure(spacing.column_mm, ".3g"),
        height=figure(spacing.row_mm, ".3g"),
        origin=translate("ScaleBar", ORIGINS[spacing.provenance]),
    )
