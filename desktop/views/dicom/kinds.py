"""Which kinds of DICOM objects are wanted of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import in_words, translate
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.report.request import Reading

_INDENT_PX = 26

# id -> name and what it is, in the order of `engine.report.dicom_objects.registry.KINDS`.
KINDS: dict[str, tuple[str, str]] = {
    "sc": (
        QT_TRANSLATE_NOOP("DicomKinds", "Picture"),
        QT_TRANSLATE_NOOP(
            "DicomKinds",
            "The image with the map painted on it; every viewer shows it (Secondary Capture).",
        ),
    ),
    "pdf": (
        QT_TRANSLATE_NOOP("DicomKinds", "Report"),
        QT_TRANSLATE_NOOP("DicomKinds", "The printed report as a document (Encapsulated PDF)."),
    ),
    "sr": (
        QT_TRANSLATE_NOOP("DicomKinds", "Findings as data"),
        QT_TRANSLATE_NOOP(
            "DicomKinds",
            "Every finding with its probability, for archives and programs (Structured Report).",
        ),
    ),
    "gsps": (
        QT_TRANSLATE_NOOP("DicomKinds", "Outlines"),
        QT_TRANSLATE_NOOP(
            "DicomKinds",
            "Lines around strong regions, shown over the original image (Presentation State).",
        ),
    ),
    "seg": (
        QT_TRANSLATE_NOOP("DicomKinds", "Regions"),
        QT_TRANSLATE_NOOP(
            "DicomKinds", "Strong regions of the maps as masks on the image (Segmentation)."
        ),
    ),
    "pm": (
        QT_TRANSLATE_NOOP("DicomKinds", "Numbers of the maps"),
        QT_TRANSLATE_NOOP(
            "DicomKinds", "The signed values themselves, for research (Parametric Map)."
        ),
    ),
}
TICKED = ("sc", "pdf", "sr")


class KindPicker(QWidget):
    """A tick box per kind with a sentence; what is impossible says why.

    Args:
        reading: what the objects would be made of.
    """

    changed = Signal()

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from engine.report.dicom_objects.fitness import why_not

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.boxes: dict[str, TickBox] = {}
        self.sentences: dict[str, PlainLabel] = {}
        for kind_id, (name, sentence) in KINDS.items():
            reason = in_words(why_not(kind_id, reading))
            told = translate("DicomKinds", sentence)
            if reason:
                told = translate("DicomKinds", "Not possible: {reason}.").format(reason=reason)
            box = TickBox(translate("DicomKinds", name))
            box.setChecked(kind_id in TICKED and not reason)
            box.setEnabled(not reason)
            box.setAccessibleDescription(told)
            box.toggled.connect(self.changed)
            label = PlainLabel(told, "muted", wraps=True)
            label.setContentsMargins(_INDENT_PX, 0, 0, 5)
            column.addWidget(box)
            column.addWidget(label)
            self.boxes[kind_id], self.sentences[kind_id] = box, label

    def chosen(self) -> dict[str, str]:
        """Id -> name in the language in use."""
        return {kind_id: box.text() for kind_id, box in self.boxes.items() if box.isChecked()}
