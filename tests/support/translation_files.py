"""Reads Qt's translation sources."""

import xml.etree.ElementTree as ET  # reads only our own files
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Message:
    """One text of a ``.ts`` file.

    Attributes:
        context: where it is asked for.
        source: English.
        forms: its translation; several where it counts.
        is_finished: whether somebody has translated it.
        is_plural: whether it counts.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool
    is_plural: bool


def messages_of(path: Path) -> Iterator[Message]:
    """All texts of a file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            is_plural = message.get("numerus") == "yes"
            forms = found.findall("numerusform") if is_plural else [found]
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                tuple(form.text or "" for form in forms),
                found.get("type") != "unfinished",
                is_plural,
            )


def texts_of_file(path: Path) -> set[tuple[str, str]]:
    """(context, text) of all texts of a file."""
    return {(message.context, message.source) for message in messages_of(path)}
