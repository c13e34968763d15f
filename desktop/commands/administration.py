"""Commands about the administrator's session and password."""

from desktop.commands.context import Context


def begin_session(context: Context) -> None:
    """Begins a session, which the gate before this command has done already."""
    context.desk.administration.announce()


def end_session(context: Context) -> None:
    """Ends the session."""
    context.desk.administration.end()


def change_password(context: Context) -> None:
    """Sets the administrator password, or changes it."""
    context.shell.show_password()
