"""Who stands beside whom on screen: patients told apart, and which image is the earlier one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.state.hanging import view_of
from desktop.state.workspace import Item
from engine.images.kinship import Kinship, kinship

CURRENT, PRIOR = "current", "prior"


@dataclass(frozen=True)
class Company:
    """The images on screen as patients.

    Attributes:
        patients: per pane the number of its patient, from 0; images that are not surely of one
            patient have different numbers; None for empty panes.
        roles: per pane `CURRENT`, `PRIOR` or empty where there is nothing to compare with.
        days_before: per pane the days from its study to the current one; None where unknown.
        kinship: of all of them: different as soon as two are, else unknown as soon as two may be.
    """

    patients: tuple[int | None, ...]
    roles: tuple[str, ...]
    days_before: tuple[int | None, ...]
    kinship: Kinship


def company_of(items: Sequence[Item | None]) -> Company:
    """Tells the patients of the panes apart, in the panes' order."""
    present = [item for item in items if item is not None]
    found = {relation(a, b) for n, a in enumerate(present) for b in present[:n]}
    doubt = Kinship.UNKNOWN if Kinship.UNKNOWN in found else Kinship.SAME
    patients = tuple(None if item is None else _patient(item, present) for item in items)
    pairs = [_role(item, present) for item in items]
    return Company(
        patients,
        tuple(role for role, _ in pairs),
        tuple(days for _, days in pairs),
        Kinship.DIFFERENT if Kinship.DIFFERENT in found else doubt,
    )


def relation(one: Item, other: Item) -> Kinship:
    """Of two images; the same image is of the same patient, whoever that is."""
    is_same_file = one.sha256 is not None and one.sha256 == other.sha256
    if one.listed is other.listed or is_same_file:
        return Kinship.SAME
    return kinship(one.facts, other.facts)


def _patient(item: Item, present: list[Item]) -> int:
    """The number of the first image that is surely of the same patient, counted without gaps."""
    heads: list[Item] = []
    for other in present:
        if not any(relation(head, other) is Kinship.SAME for head in heads):
            heads.append(other)
    return next(n for n, head in enumerate(heads) if relation(head, item) is Kinship.SAME)


def _role(item: Item | None, present: list[Item]) -> tuple[str, int | None]:
    day = None if item is None else _day(item)
    if item is None or day is None:
        return "", None
    alike = (
        other
        for other in present
        if relation(other, item) is Kinship.SAME and view_of(other.facts) == view_of(item.facts)
    )
    days = {known for other in alike if (known := _day(other)) is not None}
    if len(days) < 2:
        return "", None
    return (PRIOR if day < max(days) else CURRENT), (max(days) - day).days


def _day(item: Item) -> date | None:
    text = "" if item.facts is None else (item.facts.study_date or "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
