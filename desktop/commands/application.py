"""Commands of the window itself."""

from desktop.commands.context import Context
from desktop.settings import last_folder


def copy_details(context: Context) -> None:
    """Copies the facts of what is on screen."""
    context.shell.copy_details()


def full_screen(context: Context) -> None:
    """Fills the screen, or goes back."""
    context.shell.toggle_full_screen()


def is_full_screen(context: Context) -> bool:
    """Whether the window fills the screen."""
    return context.shell.is_full_screen()


def toggle_privacy(context: Context) -> None:
    """Masks names, numbers and dates of patients on screen, or shows them again."""
    privacy = context.desk.state.workspace.privacy
    privacy.set_on(not privacy.is_on)


def is_private(context: Context) -> bool:
    """Whether patients are masked on screen."""
    return context.desk.state.workspace.privacy.is_on


def toggle_theme(context: Context) -> None:
    """Dark, or light."""
    settings = context.desk.state.settings
    settings.set("look/theme", "dark" if is_light(context) else "light")


def is_light(context: Context) -> bool:
    """Whether the light theme was chosen."""
    return context.desk.state.settings.get("look/theme") == "light"


def copy_view(context: Context) -> None:
    """Copies the view with everything that stands on it."""
    context.shell.copy_view(is_clean=False)


def copy_clean_view(context: Context) -> None:
    """Copies the view without map, marks and words."""
    context.shell.copy_view(is_clean=True)


def save_view(context: Context) -> None:
    """Saves the view with everything that stands on it."""
    _save_view(context, is_clean=False)


def save_clean_view(context: Context) -> None:
    """Saves the view without map, marks and words."""
    _save_view(context, is_clean=True)


def _save_view(context: Context, *, is_clean: bool) -> None:
    path = context.prompts.ask_picture_to_save(last_folder(context.desk.state.settings))
    if path is not None:
        context.shell.save_view(path, is_clean=is_clean)


def show_report(context: Context) -> None:
    """Writes the report of the image on screen."""
    context.shell.show_report()


def show_palette(context: Context) -> None:
    """Shows every command by its name."""
    context.shell.show_palette()


def show_settings(context: Context) -> None:
    """Shows the settings."""
    context.shell.show_settings()


def show_shortcuts(context: Context) -> None:
    """Shows which keys mean what, to be changed."""
    context.shell.show_shortcuts()


def show_system(context: Context) -> None:
    """Shows what this computer is and what computes on it."""
    context.shell.show_system()


def open_log_folder(context: Context) -> None:
    """Shows the folder of the log files."""
    context.shell.open_log_folder()


def show_help(context: Context) -> None:
    """Shows the sheet of keys and gestures."""
    context.shell.show_help()


def show_batch(context: Context) -> None:
    """Shows the window of a batch."""
    context.shell.show_batch()


def show_about(context: Context) -> None:
    """Shows versions, models and licences."""
    context.shell.show_about()


def leave(context: Context) -> None:
    """Ends the program."""
    context.shell.close()
