"""Commands that choose the language of the window."""

from desktop.commands.context import Context

SETTING = "look/language"


def speak(code: str, context: Context) -> None:
    """Chooses a language: a code of `desktop.language.LANGUAGES`, or that of the system."""
    context.desk.state.settings.set(SETTING, code)


def is_spoken(code: str, context: Context) -> bool:
    """Whether that language was chosen."""
    return context.desk.state.settings.get(SETTING) == code
