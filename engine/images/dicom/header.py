"""Named header values, read one at a time and checked: numbers are finite, text can be shown.

pydicom converts lazily, so a bad value raises at access. A bad value of a tag that WhyRay can do
without is left out with a note; only `required_integer` refuses.
"""

import math
from collections.abc import Sequence
from typing import Any

from pydicom.datadict import dictionary_description
from pydicom.dataset import Dataset

from engine.errors import TruncatedFile, UnreadableFile
from engine.images.text import clean_text
from engine.language import said

MAX_VALUES = 64


class Header:
    """Reads checked values out of a data set and remembers what could not be read.

    Args:
        dataset: the data set, or one item of a sequence.
        notes: list to add notes to; shared between a data set and its items.
    """

    def __init__(self, dataset: Dataset, notes: list[str] | None = None) -> None:
        self.dataset = dataset
        self.notes: list[str] = [] if notes is None else notes

    def has(self, keyword: str) -> bool:
        """Whether the element is there at all."""
        return keyword in self.dataset

    def raw(self, keyword: str) -> Any:
        """Value as pydicom gives it; None where absent, empty or unreadable (noted)."""
        try:
            value = self.dataset.get(keyword)
        except Exception as error:  # noqa: BLE001 - any kind; it is told in a note
            self._note(keyword, type(error).__name__)
            return None
        return None if value == "" or value == b"" else value

    def text(self, keyword: str) -> str | None:
        """One line of showable text, or None; values are joined by a backslash."""
        value = self.raw(keyword)
        if value is None:
            return None
        if isinstance(value, str) or not isinstance(value, Sequence):
            joined = str(value)
        else:
            joined = "\\".join(str(part) for part in list(value)[:MAX_VALUES])
        return clean_text(joined) or None

    def code(self, keyword: str) -> str | None:
        """`text` in capitals, for code strings (CS)."""
        text = self.text(keyword)
        return text.upper() if text else None

    def numbers(self, keyword: str) -> tuple[float, ...]:
        """All values as finite floats; empty (with a note) when any of them is none."""
        value = self.raw(keyword)
        if value is None:
            return ()
        parts = [value] if isinstance(value, str | bytes | int | float) else value
        try:
            numbers = tuple(float(part) for part in list(parts)[:MAX_VALUES])
        except (TypeError, ValueError):
            self._note(keyword, "no number")
            return ()
        if not all(math.isfinite(number) for number in numbers):
            self._note(keyword, "not finite")
            return ()
        return numbers

    def number(self, keyword: str) -> float | None:
        """The first value as a finite float, or None."""
        numbers = self.numbers(keyword)
        return numbers[0] if numbers else None

    def integer(self, keyword: str) -> int | None:
        """The first value as an int, or None (with a note when it is no whole number)."""
        number = self.number(keyword)
        if number is not None and number != int(number):
            self._note(keyword, "no whole number")
            return None
        return None if number is None else int(number)

    def required_integer(self, keyword: str) -> int:
        """A whole number without which there is no image.

        Raises:
            TruncatedFile: the element is absent.
            UnreadableFile: its value is no single whole number.
        """
        if not self.has(keyword):
            raise TruncatedFile(
                said(
                    "The header has no {name}: the file is incomplete or holds no image.",
                    name=_name(keyword),
                )
            )
        value = self.integer(keyword)
        if value is None or len(self.numbers(keyword)) != 1:
            raise UnreadableFile(
                said("{name} in the header is not one whole number.", name=_name(keyword))
            )
        return value

    def items(self, keyword: str) -> tuple["Header", ...]:
        """The items of a sequence, at most `MAX_VALUES`; empty where absent."""
        value = self.raw(keyword)
        if value is None:
            return ()
        if not isinstance(value, Sequence) or not all(isinstance(item, Dataset) for item in value):
            self._note(keyword, "no sequence")
            return ()
        return tuple(Header(item, self.notes) for item in list(value)[:MAX_VALUES])

    def _note(self, keyword: str, why: str) -> None:
        note = said("{name} cannot be read ({why}); it was left out.", name=_name(keyword), why=why)
        if note not in self.notes:
            self.notes.append(note)


def _name(keyword: str) -> str:
    return dictionary_description(keyword)
