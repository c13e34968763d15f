"""The look at a plan's images before it starts: the census, and the division it would have."""

from collections.abc import Mapping
from typing import Any

from engine.errors import WhyRayError
from training.data.census.facts import take_census
from training.data.census.look import Look
from training.events import Events
from training.refusals import Refused
from training.retrain.configuration import configuration, manifest_of
from training.retrain.digests import Digests
from training.retrain.division import counts, learned_digests
from training.retrain.gathering import indexed, refuse_unreadable
from training.retrain.order import Order
from training.retrain.retrain import divided

_SEEN = 0.9  # share of the work that reading is


class _Kept(Events):
    """Warnings are kept for the answer; progress goes on to whoever listens."""

    def __init__(self, events: Events) -> None:
        self.__dict__.update(events.__dict__)
        self.warnings: list[dict[str, Any]] = []

    def warning(self, message: str, code: str = "", **facts: Any) -> None:
        self.warnings.append({"code": code, "facts": facts, "message": message, "hint": ""})


def look(order: Order, events: Events) -> dict[str, Any]:
    """All facts, for the last event; what forbids the plan is among them, not raised.

    Raises:
        WhyRayError: a damaged base, or options that do not fit.
    """
    kept, early = _Kept(events), _Kept(events)
    base = manifest_of(order)
    answer: dict[str, Any] = {"parts": {}, "unreadable": [], "refusals": []}
    try:
        config = configuration(order, base, with_network=False)
        indexed(order, config.data, early)
        digests, census = Digests(order.site), {}
        for step in take_census(order.sources, config):
            if isinstance(step, float):
                kept.progress(_SEEN * step, "looking at images")
                continue
            census, looks = step
            _learn(digests, looks)
        answer |= census
        unreadable = [(entry["file"], entry["reason"]) for entry in census["unreadable"]]
        answer["unreadable"] = census["unreadable"]
        kept.warnings += _of_census(census)
        refuse_unreadable(census["images"], unreadable, config.data)
        division, config, task = divided(order, config, base, kept)
        answer["parts"] = counts(division.samples)
        answer["task"] = {"kind": task.kind, "classes": list(task.classes)}
        if base is not None:
            kept.warnings += _leaked(digests, looks, base.training_data)
    except Refused as error:
        answer["refusals"] = [_as_notice(error)]
        if "images" not in answer:  # the census, which tells the same, has not been taken
            kept.warnings += early.warnings
    answer["warnings"] = _once(kept.warnings)
    return answer


def _learn(digests: Digests, looks: tuple[Look, ...]) -> None:
    for one in looks:
        digests.learn(one)
    digests.save()


def _of_census(census: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"code": notice["code"], "facts": notice["facts"], "message": notice["message"], "hint": ""}
        for notice in census["notices"]
    ]


def _leaked(
    digests: Digests, looks: tuple[Look, ...], training_data: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """How many of these images the base says it has learned from."""
    learned = learned_digests(dict(training_data))
    count = sum(digests.of(one.sample.path) in learned for one in looks)
    if not count:
        return []
    message = f"the base model has learned from {count} of these images already"
    return [{"code": "W_BASE_KNOWS", "facts": {"images": count}, "message": message, "hint": ""}]


def _as_notice(error: WhyRayError) -> dict[str, Any]:
    facts = getattr(error, "facts", {})
    return {"code": error.code, "facts": facts, "message": str(error), "hint": error.hint}


def _once(notices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The unreadable are told by the census and by the division; each sentence once."""
    found: dict[str, dict[str, Any]] = {}
    for notice in notices:
        found.setdefault(notice["code"] if notice["code"] == "W_UNREADABLE" else notice["message"],
                         notice)  # fmt: skip
    return list(found.values())
