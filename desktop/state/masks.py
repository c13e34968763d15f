"""Masks of anatomy and findings: which one is drawn, how thick the brush is, what is shown.

The masks themselves stand in the `Sheet` of the image, beside its marks; `MarksState` changes them.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from desktop.state.marks import MarksState
from desktop.state.workspace import Item
from engine.measure.drawn import MAX_NAME, Mask, drawn_mask

BRUSH, ERASER, MASK_POLYGON = "mask brush", "mask eraser", "mask polygon"  # tools
MASK_TOOLS = (BRUSH, ERASER, MASK_POLYGON)
# Structures with a meaning for trust; people may add their own.
STRUCTURES = {
    "lesion": QT_TRANSLATE_NOOP("Masks", "lesion"),
    "lungs": QT_TRANSLATE_NOOP("Masks", "lungs"),
    "left lung": QT_TRANSLATE_NOOP("Masks", "left lung"),
    "right lung": QT_TRANSLATE_NOOP("Masks", "right lung"),
    "heart": QT_TRANSLATE_NOOP("Masks", "heart"),
}
LEAST_BRUSH_PX, MOST_BRUSH_PX = 1.0, 1000.0
_STEP = 1.25


class MasksState(QObject):
    """What the person draws masks with.

    Args:
        marks: changes sheets, so that they can be undone.
    """

    changed = Signal()  # structure, brush or what is shown

    def __init__(self, marks: MarksState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._structure = next(iter(STRUCTURES))
        self._brush_px = 24.0
        self._is_visible = True
        self._shows_fields = False

    @property
    def structure(self) -> str:
        """What is drawn: a key of `STRUCTURES`, or a person's own word."""
        return self._structure

    @property
    def brush_px(self) -> float:
        """Diameter of the brush in image pixels."""
        return self._brush_px

    @property
    def is_visible(self) -> bool:
        """Whether drawn masks are shown."""
        return self._is_visible

    @property
    def shows_fields(self) -> bool:
        """Whether computed lung and heart fields are shown."""
        return self._shows_fields

    def choose(self, structure: str) -> None:
        """Draws another structure from now on; blanks alone are none."""
        named = " ".join(structure.split())[:MAX_NAME]
        if named and named != self._structure:
            self._structure = named
            self.changed.emit()

    def size_brush(self, diameter_px: float) -> None:
        """Takes a brush of that many image pixels across."""
        kept = min(MOST_BRUSH_PX, max(LEAST_BRUSH_PX, diameter_px))
        if kept != self._brush_px:
            self._brush_px = kept
            self.changed.emit()

    def step_brush(self, steps: int) -> None:
        """Takes a thicker brush, thinner for negative steps."""
        self.size_brush(float(round(self._brush_px * _STEP**steps)) + (steps > 0))

    def show(self, is_visible: bool) -> None:
        """Shows or hides drawn masks."""
        if is_visible != self._is_visible:
            self._is_visible = is_visible
            self.changed.emit()

    def show_fields(self, is_shown: bool) -> None:
        """Shows or hides computed lung and heart fields."""
        if is_shown != self._shows_fields:
            self._shows_fields = is_shown
            self.changed.emit()

    def put(self, item: Item, structure: str, frame: int, pixels: Mask) -> None:
        """Files a mask of an image whose sheet is known; an empty one leaves none."""
        sheet = self._marks.sheet(item)
        if sheet is None:
            return
        if pixels.any():
            changed = sheet.with_mask(drawn_mask(structure, pixels, frame))
        else:
            changed = sheet.without_mask(structure, frame)
        text = QCoreApplication.translate("Masks", "Mask: {name}")
        self._marks.change(item, changed, text.format(name=structure_text(structure)))

    def remove(self, item: Item, structure: str, frame: int) -> None:
        """Takes a mask away."""
        sheet = self._marks.sheet(item)
        if sheet is not None:
            text = QCoreApplication.translate("Masks", "Delete mask: {name}")
            changed = sheet.without_mask(structure, frame)
            self._marks.change(item, changed, text.format(name=structure_text(structure)))


def structure_text(structure: str) -> str:
    """A structure in the language in use; a person's own words as they stand."""
    known = STRUCTURES.get(structure)
    return structure if known is None else QCoreApplication.translate("Masks", known)
