"""Options of a method as a typed dataclass: from its fields come help, form, checks and report.

Each field is declared as ``window: int = option(32, "side of the square", low=1, unit="px")``.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, TypeVar

from engine.errors import RequestError

T = TypeVar("T")
_KEY = "whyray"


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
    """

    name: str
    default: Any
    help: str
    low: float | None
    high: float | None
    unit: str
    choices: tuple[str, ...]

    def range_text(self) -> str:
        """The allowed values in words, empty when free."""
        if self.choices:
            return ", ".join(self.choices)
        if self.low is None and self.high is None:
            return "true, false" if isinstance(self.default, bool) else ""
        unit = f" {self.unit}" if self.unit else ""
        return f"{_plain(self.low)} to {_plain(self.high)}{unit}"


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


def option_facts(options: type) -> tuple[OptionFacts, ...]:
    """The facts of every option of a method, in order."""
    return tuple(_facts(entry) for entry in fields(options))


def read_options(method: str, options: type[T], given: Mapping[str, Any]) -> T:
    """The options with the given values checked and the others at their defaults.

    Raises:
        RequestError: an unknown option, a wrong type, or a value out of range.
    """
    known = {facts.name: facts for facts in option_facts(options)}
    for name, value in given.items():
        if name not in known:
            choices = ", ".join(known) or "none"
            raise RequestError(f"{method} has no option {name!r}", hint=f"Its options: {choices}.")
        _check(method, known[name], value)
    return options(**given)


def _facts(entry: Field) -> OptionFacts:
    return OptionFacts(entry.name, entry.default, **entry.metadata[_KEY])


def _check(method: str, facts: OptionFacts, value: Any) -> None:
    kind = type(facts.default)
    fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        fits = True
    if fits and facts.choices:
        fits = value in facts.choices
    if fits and isinstance(value, int | float) and kind is not bool:
        fits = (facts.low is None or value >= facts.low) and (
            facts.high is None or value <= facts.high
        )
    if not fits:
        allowed = facts.range_text() or f"a {kind.__name__}"
        raise RequestError(
            f"{method}: the option {facts.name} is {value!r}", hint=f"Allowed: {allowed}."
        )


def _plain(number: float | None) -> str:
    return "any" if number is None else f"{number:g}"
