"""Commands that open, walk through and close files, and that import models."""

from pathlib import Path

from desktop.commands.context import Context
from desktop.settings import last_folder


def open_files(context: Context) -> None:
    """Asks for files and opens them."""
    _open(context, context.prompts.ask_files(_last_folder(context)))


def open_folder(context: Context) -> None:
    """Asks for a folder and opens every image in and below it."""
    folder = context.prompts.ask_folder(_last_folder(context))
    _open(context, () if folder is None else (folder,))


def open_masks(context: Context) -> None:
    """Asks for masks of the image on screen: where the finding and the lungs lie."""
    context.desk.reading.open_masks(context.prompts.ask_masks(_last_folder(context)))


def import_model_file(context: Context) -> None:
    """Asks for a model file and imports it."""
    path = context.prompts.ask_model_file(_last_folder(context))
    if path is not None:
        context.desk.import_model(path)


def import_model_folder(context: Context) -> None:
    """Asks for a model bundle folder and imports it."""
    path = context.prompts.ask_model_folder(_last_folder(context))
    if path is not None:
        context.desk.import_model(path)


def show_models(context: Context) -> None:
    """Shows every model and its life."""
    context.shell.show_models()


def next_image(context: Context) -> None:
    """Shows the next file of the list."""
    context.desk.step(1)


def previous_image(context: Context) -> None:
    """Shows the file before this one."""
    context.desk.step(-1)


def next_frame(context: Context) -> None:
    """Shows the next frame of a multi-frame image."""
    _step_frame(context, 1)


def previous_frame(context: Context) -> None:
    """Shows the frame before this one."""
    _step_frame(context, -1)


def close_image(context: Context) -> None:
    """Takes the file on screen off the list."""
    context.desk.close_current()


def retry(context: Context) -> None:
    """Tries to open the file on screen again."""
    context.desk.retry()


def _open(context: Context, paths: tuple[Path, ...]) -> None:
    if paths:
        folder = paths[0] if paths[0].is_dir() else paths[0].parent
        context.desk.state.settings.set("files/last_folder", str(folder))
        context.desk.open_paths(paths)


def _last_folder(context: Context) -> Path:
    return last_folder(context.desk.state.settings)


def show_retraining(context: Context) -> None:
    """Opens the window in which a new model is trained."""
    context.shell.show_retraining()


def show_monitoring(context: Context) -> None:
    """What models said month after month, and how far readers agreed."""
    context.shell.show_monitoring()


def show_recalibration(context: Context) -> None:
    """Calibration and operating points fitted anew to cases of this site."""
    context.shell.show_recalibration()


def show_model_card(context: Context) -> None:
    """Shows what the model in use says of itself."""
    context.desk.read_card()


def play_frames(context: Context) -> None:
    """Plays the frames one after the other, or stops."""
    context.desk.play_frames()


def are_frames_playing(context: Context) -> bool:
    """Whether frames are being played."""
    return context.desk.state.cine.item is not None


def _step_frame(context: Context, by: int) -> None:
    context.desk.step_frame(by)
