"""Commands about the list of open files: studies, recent files, the watched folder."""

from desktop.commands.context import Context
from desktop.jobs.watching import SETTING
from desktop.settings import last_folder


def next_study(context: Context) -> None:
    """Shows the first image of the next study in the list."""
    context.desk.step_study(1)


def previous_study(context: Context) -> None:
    """Shows the first image of the study before."""
    context.desk.step_study(-1)


def close_study(context: Context) -> None:
    """Takes all files of the study on screen off the list."""
    context.desk.close_study()


def show_worklist(context: Context) -> None:
    """Shows every study that the library knows."""
    context.shell.show_worklist()


def mark_study_read(context: Context) -> None:
    """The study on screen was read."""
    context.desk.mark_study_read()


def forget_study(context: Context) -> None:
    """Removes what is known of the study on screen, once that is confirmed."""
    current = context.desk.state.workspace.current
    if current is not None and context.prompts.ask_forget(1):
        context.desk.forget_study()


def forget_recent(context: Context) -> None:
    """Empties the list of recent files."""
    context.desk.recent.forget()


def watch_folder(context: Context) -> None:
    """Asks for a folder whose new images are opened; stops where one is watched already."""
    settings = context.desk.state.settings
    if is_watching(context):
        settings.set(SETTING, "")
        return
    folder = context.prompts.ask_folder(last_folder(settings))
    if folder is not None:
        settings.set(SETTING, str(folder))


def is_watching(context: Context) -> bool:
    """Whether a folder is watched."""
    return bool(context.desk.state.settings.get(SETTING))
