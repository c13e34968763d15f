"""Texts as they are drawn: translated, never markup, safe for Qt, right to left where they are."""

import unicodedata

from desktop.glyphs import showable
from desktop.language import shown_words
from engine.language import FindingName, Said

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate: keeps names from turning sentences
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def drawn_words(text: str) -> str:
    """A text of the report for `QTextLayout`."""
    return showable(shown_words(_isolated(text)))


def is_own(text: str) -> bool:
    """Whether it is a sentence of ours, which runs from left to right in every language spoken."""
    return isinstance(text, Said | FindingName)


def has_right_to_left(text: str) -> bool:
    """Whether some of it runs from right to left."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _isolated(text: str) -> str:
    """With every field that runs from right to left kept apart from the words around it."""
    if not isinstance(text, Said) or not has_right_to_left(text):
        return text
    fields = {name: _field(value) for name, value in text.fields.items()}
    return Said(text.template, fields)


def _field(value: object) -> object:
    if isinstance(value, Said):
        return _isolated(value)
    if isinstance(value, str) and not is_own(value) and has_right_to_left(value):
        return f"{_ISOLATE}{value}{_END}"
    return value
