"""Commands for marks: selecting, deleting, hiding, key images, undo and redo, exporting."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.commands.context import Context
from desktop.settings import last_folder


def undo(context: Context) -> None:
    """Takes the last change of the image on screen back."""
    done = context.desk.state.history.undo()
    text = QCoreApplication.translate("MarkCommands", "Undone: {what}").format(what=done)
    nothing = QCoreApplication.translate("MarkCommands", "Nothing to undo on this image.")
    context.desk.noted.emit(text if done else nothing)


def redo(context: Context) -> None:
    """Makes the last change that was taken back again."""
    done = context.desk.state.history.redo()
    text = QCoreApplication.translate("MarkCommands", "Done again: {what}").format(what=done)
    nothing = QCoreApplication.translate("MarkCommands", "Nothing to redo on this image.")
    context.desk.noted.emit(text if done else nothing)


def delete(context: Context) -> None:
    """Takes the selected mark away; it can be undone."""
    marks = context.desk.state.marks
    item, sheet = _current(context)
    if sheet is not None and sheet.mark(marks.selected) is not None:
        text = QCoreApplication.translate("MarkCommands", "Delete")
        marks.change(item, sheet.without_mark(marks.selected), text)


def delete_all(context: Context) -> None:
    """Takes every mark of the frame on screen away; it can be undone."""
    item, sheet = _current(context)
    if sheet is None:
        return
    for mark in sheet.on_frame(item.frame):
        sheet = sheet.without_mark(mark.id)
    text = QCoreApplication.translate("MarkCommands", "Delete all")
    context.desk.state.marks.change(item, sheet, text)


def toggle_visible(context: Context) -> None:
    """Hides the marks, or shows them again."""
    marks = context.desk.state.marks
    marks.show(not marks.is_visible)


def are_visible(context: Context) -> bool:
    """Whether marks are shown."""
    return context.desk.state.marks.is_visible


def toggle_key(context: Context) -> None:
    """Calls the frame on screen a key image, or no longer."""
    item, sheet = _current(context)
    if sheet is not None:
        changed = sheet.with_key(item.frame, is_key=item.frame not in sheet.key_frames)
        text = QCoreApplication.translate("MarkCommands", "Key image")
        context.desk.state.marks.change(item, changed, text)


def is_key(context: Context) -> bool:
    """Whether the frame on screen is a key image."""
    item, sheet = _current(context)
    return sheet is not None and item.frame in sheet.key_frames


def forget_calibration(context: Context) -> None:
    """Measures with the file's own pixel size again."""
    item, sheet = _current(context)
    if sheet is not None:
        changed = sheet.with_calibration(None)
        text = QCoreApplication.translate("MarkCommands", "Calibration")
        context.desk.state.marks.change(item, changed, text)


def export(context: Context) -> None:
    """Asks for a file and writes all marks of the image on screen into it."""
    item, sheet = _current(context)
    if sheet is None:
        return
    folder = last_folder(context.desk.state.settings)
    path: Path | None = context.prompts.ask_marks_to_save(folder)
    if path is not None:
        context.desk.marks.export(item, path)


def _current(context: Context):  # noqa: ANN202 - (Item, Sheet) or (Item | None, None)
    item = context.desk.state.workspace.current
    return item, context.desk.state.marks.sheet(item)
