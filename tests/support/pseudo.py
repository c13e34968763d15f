"""A language that nobody speaks: every text longer and marked, so that what was forgotten shows.

``Open file {name}`` -> ``⟦Öþéñ fïłé {name} ·····⟧``: fields and ``%n`` stay.
"""

import re

from PySide6.QtCore import QTranslator

OPENING, CLOSING = "⟦", "⟧"
GROWTH = 0.4
_MARKED = str.maketrans("AEIOUaeiouncpldy", "ÅÊÎÖÛáéîøúñçþłđý")
_KEPT = re.compile(r"(\{[^}]*\}|%n|<[^>]*>|\n)")


def pseudo(text: str) -> str:
    """The text in that language."""
    parts = _KEPT.split(text)
    marked = "".join(
        part if place % 2 else part.translate(_MARKED) for place, part in enumerate(parts)
    )
    return f"{OPENING}{marked}{'·' * round(GROWTH * len(text))}{CLOSING}"


def is_pseudo(text: str) -> bool:
    """Whether a text on screen went through the translator."""
    return OPENING in text and CLOSING in text


class PseudoTranslator(QTranslator):
    """Install it to see every translated text marked.

    Attributes:
        asked: (context, text) of everything that was to be translated.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """See `pseudo`."""
        self.asked.add((context, text))
        shown = pseudo(text) if text else text
        return shown.replace("%n", str(n)) if n >= 0 else shown

    def isEmpty(self) -> bool:  # noqa: N802 - Qt
        """Never: Qt skips empty translators."""
        return False
