"""Texts for people that can still be translated after they were made.

The engine speaks English and knows no language file. ``said("The file holds {count} frames.",
count=3)`` is an ordinary English string that also remembers its template and its fields; whoever
shows it may look the template up in another language and fill the fields in again, also in another
process and after the language was switched.
"""

from collections.abc import Iterable, Mapping
from typing import Any


class Said(str):
    """An English text with the template and the fields that it was made from.

    Attributes:
        template: text with named fields in the notation of `str.format`.
        fields: values by name; those that are `Said` themselves can be translated as well.
    """

    __slots__ = ("fields", "template")
    template: str
    fields: Mapping[str, Any]

    def __new__(cls, template: str, fields: Mapping[str, Any]) -> "Said":
        """Fills the fields in. Raises KeyError where one is missing."""
        text = super().__new__(cls, template.format(**fields))
        text.template, text.fields = template, dict(fields)
        return text

    def __add__(self, other: str) -> "Said":
        """Both parts can still be translated."""
        return joined("", (self, other))

    def __reduce__(self) -> tuple[type["Said"], tuple[str, Mapping[str, Any]]]:
        """Lets it cross to another process whole."""
        return Said, (self.template, self.fields)


class FindingName(str):
    """The name of a class as its model calls it; the window may know it in another language."""

    __slots__ = ()


def said(template: str, /, **fields: Any) -> Said:
    """An English text for people, made from a literal template (found by the extraction)."""
    return Said(template, fields)


def joined(separator: str, parts: Iterable[str]) -> Said:
    """The texts in a row; each of them can still be translated."""
    fields = {f"part_{place}": part for place, part in enumerate(parts)}
    return Said(separator.join(f"{{{name}}}" for name in fields), fields)
