"""Commands for masks: the brush, marks as masks, showing, exporting, lung and heart fields."""

from PySide6.QtCore import QCoreApplication

from desktop.commands.context import Context
from desktop.settings import last_folder
from engine.measure.drawn import mask_of_mark
from engine.measure.mark import REGIONS


def thicker(context: Context) -> None:
    """A thicker brush."""
    context.desk.state.masks.step_brush(1)


def thinner(context: Context) -> None:
    """A thinner brush."""
    context.desk.state.masks.step_brush(-1)


def use_mark(context: Context) -> None:
    """Adds what the selected ellipse, rectangle or polygon encloses to the mask in hand."""
    state = context.desk.state
    item = state.workspace.current
    sheet = state.marks.sheet(item)
    mark = None if sheet is None else sheet.mark(state.marks.selected)
    if mark is None or mark.kind not in REGIONS:
        text = QCoreApplication.translate(
            "MaskCommands", "Select an ellipse, a rectangle or a polygon first."
        )
        context.desk.noted.emit(text)
        return
    inside = mask_of_mark(mark, item.listed.radiograph.size_hw)
    structure = state.masks.structure
    before = sheet.mask(structure, mark.frame)
    whole = inside if before is None else before.pixels() | inside
    state.masks.show(True)
    state.masks.put(item, structure, mark.frame, whole)


def delete(context: Context) -> None:
    """Takes the mask of the structure in hand away; it can be undone."""
    state = context.desk.state
    item = state.workspace.current
    if item is not None:
        state.masks.remove(item, state.masks.structure, item.frame)


def toggle_visible(context: Context) -> None:
    """Hides drawn masks, or shows them again."""
    masks = context.desk.state.masks
    masks.show(not masks.is_visible)


def are_visible(context: Context) -> bool:
    """Whether drawn masks are shown."""
    return context.desk.state.masks.is_visible


def toggle_fields(context: Context) -> None:
    """Shows computed lung and heart fields, or hides them; says where no model finds any."""
    state = context.desk.state
    if not state.models.segmentation_id and not state.masks.shows_fields:
        text = QCoreApplication.translate(
            "MaskCommands",
            "No model for lung and heart fields is installed. Import one, or draw masks.",
        )
        context.desk.noted.emit(text)
        return
    state.masks.show_fields(not state.masks.shows_fields)


def are_fields_shown(context: Context) -> bool:
    """Whether computed fields are shown."""
    return context.desk.state.masks.shows_fields


def export(context: Context) -> None:
    """Asks for a folder and writes the drawn masks of the frame on screen there as PNG."""
    state = context.desk.state
    item = state.workspace.current
    sheet = state.marks.sheet(item)
    if sheet is None or not sheet.masks_on(item.frame):
        text = QCoreApplication.translate("MaskCommands", "There is no mask on this image yet.")
        context.desk.noted.emit(text)
        return
    folder = context.prompts.ask_masks_folder(last_folder(state.settings))
    if folder is not None:
        context.desk.marks.export_masks(item, folder)
