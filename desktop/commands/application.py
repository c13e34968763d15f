"""Commands of the window itself."""

from desktop.commands.context import Context


def copy_details(context: Context) -> None:
    """Copies the facts of what is on screen."""
    context.shell.copy_details()


def full_screen(context: Context) -> None:
    """Fills the screen, or goes back."""
    context.shell.toggle_full_screen()


def show_help(context: Context) -> None:
    """Shows the sheet of keys and gestures."""
    context.shell.show_help()


def show_about(context: Context) -> None:
    """Shows versions, models and licences."""
    context.shell.show_about()


def leave(context: Context) -> None:
    """Ends the program."""
    context.shell.close()
