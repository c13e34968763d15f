"""Commands that give results and images away: as DICOM, as JSON, as arrays; and the receiver."""

from desktop.commands.context import Context
from desktop.jobs.receiving import RECEIVES
from desktop.settings import last_folder


def save_result(context: Context) -> None:
    """Asks where and writes score and maps of the image on screen as JSON."""
    folder = last_folder(context.desk.state.settings)
    path = context.prompts.ask_result_to_save(folder, _name(context, "result.json"))
    if path is not None:
        context.shell.save_result(path)


def save_map(context: Context) -> None:
    """Asks where and writes the map on screen as NPY."""
    item = context.desk.state.workspace.current
    method = "" if item is None or item.explanation is None else f"{item.explanation.method}."
    folder = last_folder(context.desk.state.settings)
    path = context.prompts.ask_map_to_save(folder, _name(context, f"{method}npy"))
    if path is not None:
        context.shell.save_map(path)


def show_dicom_results(context: Context) -> None:
    """Saves and sends results as DICOM objects."""
    context.shell.show_dicom_results()


def show_send_images(context: Context) -> None:
    """Sends open images to a DICOM node."""
    context.shell.show_send_images()


def show_deidentify(context: Context) -> None:
    """Writes de-identified copies of open images."""
    context.shell.show_deidentify()


def show_nodes(context: Context) -> None:
    """Shows the DICOM nodes that may be sent to."""
    context.shell.show_nodes()


def toggle_receiving(context: Context) -> None:
    """Receives images from DICOM peers, or no more."""
    settings = context.desk.state.settings
    settings.set(RECEIVES, settings.get(RECEIVES) is not True)


def is_receiving(context: Context) -> bool:
    """Whether images shall be received."""
    return context.desk.receiving.is_wanted


def empty_inbox(context: Context) -> None:
    """Deletes received images that somebody has read, once that is confirmed."""
    if context.prompts.ask_empty_inbox():
        context.desk.library.empty_inbox()


def _name(context: Context, ending: str) -> str:
    """Names of files may hold names of patients."""
    workspace = context.desk.state.workspace
    if workspace.current is None or workspace.privacy.is_on:
        return f"image.{ending}"
    return f"{workspace.current.shown_path.stem}.{ending}"
