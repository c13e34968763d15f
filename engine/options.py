"""Options of a method or a training run as a typed dataclass: its fields give help, form, checks.

Each field is declared as ``window: int = option(32, "side of the square", low=1, unit="px")``.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, TypeVar

from engine.errors import RequestError
from engine.language import joined, said

T = TypeVar("T")
_KEY = "whyray"
# What a file that a text names is used as.
PICTURE, BACKGROUND = "picture", "background"
_FILES = {
    PICTURE: said("or an image file"),
    BACKGROUND: said("or a folder of images, or a .npy file"),
}


@dataclass(frozen=True)
class OptionFacts:
    """What is known about one option.

    Attributes:
        name: as on the command line.
        default: value when left out; its type is the option's type.
        help: one line.
        low: smallest allowed number, or None.
        high: largest allowed number, or None.
        unit: of the number, may be empty.
        choices: allowed texts; empty when free.
        reads: `PICTURE` or `BACKGROUND` where a text beside the choices names a file; else empty.
    """

    name: str
    default: Any
    help: str
    low: float | None
    high: float | None
    unit: str
    choices: tuple[str, ...]
    reads: str = ""

    @property
    def label(self) -> str:
        """Its name as on the screen: ``is_centred`` is "Centred"."""
        return self.name.removeprefix("is_").replace("_", " ").capitalize()

    def range_text(self) -> str:
        """The allowed values in words, empty when free."""
        if self.choices:
            return joined(", ", [*self.choices, *([_FILES[self.reads]] if self.reads else [])])
        if self.low is None and self.high is None:
            return "true, false" if isinstance(self.default, bool) else ""
        unit = joined("", (" ", self.unit)) if self.unit else ""
        if self.high is None:
            return said("{low:g}{unit} or more", low=self.low, unit=unit)
        if self.low is None:
            return said("{high:g}{unit} or less", high=self.high, unit=unit)
        return said("{low:g} to {high:g}{unit}", low=self.low, high=self.high, unit=unit)


@dataclass(frozen=True)
class NoOptions:
    """This method has no options."""


def option(
    default: Any,
    help: str,
    *,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    choices: tuple[str, ...] = (),
) -> Any:
    """A dataclass field with the facts of an option."""
    facts = {"help": help, "low": low, "high": high, "unit": unit, "choices": choices}
    return field(default=default, metadata={_KEY: facts})


def file_option(default: str, help: str, *, choices: tuple[str, ...], reads: str) -> Any:
    """A dataclass field for one of `choices`, or the path of a file of the kind `reads`."""
    facts = {"help": help, "low": None, "high": None, "unit": "", "choices": choices}
    return field(default=default, metadata={_KEY: facts | {"reads": reads}})


def option_facts(options: type) -> tuple[OptionFacts, ...]:
    """The facts of every option of a method, in order."""
    return tuple(_facts(entry) for entry in fields(options) if _KEY in entry.metadata)


def read_options(method: str, options: type[T], given: Mapping[str, Any]) -> T:
    """The options with the given values checked and the others at their defaults.

    Raises:
        RequestError: an unknown option, a wrong type, or a value out of range.
    """
    known = {facts.name: facts for facts in option_facts(options)}
    free = {entry.name for entry in fields(options)} - set(known)  # tables, checked by their users
    chosen = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
    }
    for name, value in chosen.items():
        if name in free:
            continue
        if name not in known:
            raise _unknown(method, name, known)
        _check(method, known[name], value)
    return options(**chosen)


def option_from_text(method: str, options: type, name: str, text: str) -> Any:
    """A value written as text, in the option's own type; its range is `read_options`' to check.

    Raises:
        RequestError: an unknown option, or a text that is no value of its type.
    """
    known = {facts.name: facts for facts in option_facts(options)}
    if name not in known:
        raise _unknown(method, name, known)
    facts = known[name]
    try:
        return _READERS[type(facts.default)](text)
    except (KeyError, ValueError) as error:
        raise _unfit(method, facts, text) from error


def _facts(entry: Field) -> OptionFacts:
    return OptionFacts(entry.name, entry.default, **entry.metadata[_KEY])


def _check(method: str, facts: OptionFacts, value: Any) -> None:
    kind = type(facts.default)
    fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        fits = True
    if fits and facts.choices:
        names_a_file = bool(facts.reads) and bool(value.strip())
        fits = value in facts.choices or names_a_file
    if fits and isinstance(value, int | float) and kind is not bool:
        fits = (facts.low is None or value >= facts.low) and (
            facts.high is None or value <= facts.high
        )
    if not fits:
        raise _unfit(method, facts, value)


def _unknown(method: str, name: str, known: Mapping[str, OptionFacts]) -> RequestError:
    choices = ", ".join(known) or said("none")
    return RequestError(
        said("{method} has no option {name!r}", method=method, name=name),
        hint=said("Its options: {choices}.", choices=choices),
    )


def _unfit(method: str, facts: OptionFacts, value: Any) -> RequestError:
    allowed = facts.range_text() or _TYPE_NAMES[type(facts.default)]
    return RequestError(
        said(
            "{method}: the option {name} is {value!r}", method=method, name=facts.name, value=value
        ),
        hint=said("Allowed: {allowed}.", allowed=allowed),
    )


def _number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


_READERS: dict[type, Callable[[str], Any]] = {
    bool: lambda text: {"true": True, "false": False}[text.lower()],
    int: int,
    float: float,
    str: str,
    tuple: lambda text: tuple(_number_or_text(part.strip()) for part in text.split(",") if part),
}
_TYPE_NAMES = {
    bool: said("yes or no"),
    int: said("a whole number"),
    float: said("a number"),
    str: said("a text"),
    tuple: said("a list"),
}
