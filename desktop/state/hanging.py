"""How images hang: what belongs beside an image, without ever mixing two patients.

Frontal left, lateral right; the current study first, its prior beside or below it.
"""

from collections.abc import Iterable

from desktop.state.workspace import Item
from engine.images.kinship import Kinship, kinship
from engine.images.radiograph import Facts

FRONTAL, LATERAL = "frontal", "lateral"
# View Position (0018,5101) -> kind of view.
_VIEWS: dict[str, str] = {
    "PA": FRONTAL,
    "AP": FRONTAL,
    "AP SUPINE": FRONTAL,
    "AP ERECT": FRONTAL,
    "LL": LATERAL,
    "RL": LATERAL,
    "LAT": LATERAL,
    "LATERAL": LATERAL,
}


def view_of(facts: Facts | None) -> str:
    """`FRONTAL`, `LATERAL` or empty where the file does not say."""
    position = "" if facts is None else (facts.view_position or "")
    return _VIEWS.get(position.strip().upper(), "")


def hang(item: Item, items: Iterable[Item], layout: str) -> tuple[Item | None, ...]:
    """What the panes of a layout show when one of them shows `item`, in reading order.

    Only images that are surely of the same patient come beside it; other panes stay empty.

    Args:
        item: of the list.
        items: the list.
        layout: a key of `desktop.state.panes.LAYOUTS`.
    """
    family = [i for i in items if i is not item and _is_same_patient(i, item)]
    prior = prior_of(item, family)
    if layout == "1":
        return (item,)
    if layout == "1x2":
        if prior is not None:
            return item, prior
        other = _other_view(item, family)
        return (other, item) if view_of(item.facts) == LATERAL and other else (item, other)
    return (*_pair(item, family), *((None, None) if prior is None else _pair(prior, family)))


def prior_of(item: Item, items: Iterable[Item]) -> Item | None:
    """The latest earlier image of the same patient in the same view, if both dates are known."""
    date, view = _date(item), view_of(item.facts)
    earlier = [
        other
        for other in items
        if other is not item
        and view_of(other.facts) == view
        and date
        and _date(other)
        and _date(other) < date
        and _is_same_patient(other, item)
    ]
    return max(earlier, key=_date, default=None)


def successor_of(item: Item, items: Iterable[Item]) -> Item | None:
    """The image whose prior this one is: the first later one in the same view."""
    known = list(items)
    later = [other for other in known if prior_of(other, [item]) is item]
    return min(later, key=_date, default=None)


def _pair(item: Item, family: list[Item]) -> tuple[Item | None, Item | None]:
    other = _other_view(item, family)
    return (other, item) if view_of(item.facts) == LATERAL else (item, other)


def _other_view(item: Item, family: list[Item]) -> Item | None:
    """The lateral to a frontal view of the same study, and the other way round."""
    view = view_of(item.facts)
    study = item.facts.study_uid if item.facts is not None else None
    if not view or not study:
        return None
    wanted = LATERAL if view == FRONTAL else FRONTAL
    alike = (i for i in family if i.facts is not None and i.facts.study_uid == study)
    return next((i for i in alike if view_of(i.facts) == wanted), None)


def _is_same_patient(one: Item, other: Item) -> bool:
    return kinship(one.facts, other.facts) is Kinship.SAME


def _date(item: Item) -> str:
    """YYYY-MM-DD and time, which order as text; empty where the file does not say when."""
    facts = item.facts
    if facts is None or not facts.study_date:
        return ""
    return f"{facts.study_date} {(facts.study_time or '').replace(':', '')}"
