"""Whether a new model should take the place of the active one: criteria fixed before looking.

The training side measures both (``comparison.json``), the window adds what maps tell of them
(``evidence``); both ask here. Reasons are codes with figures; `recommendation_words` says them.
Nothing is promoted by this.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

Facts = Mapping[str, Any]
Limits = Mapping[str, float]

AGAINST, UNKNOWN, FOR, NOTE = "against", "unknown", "for", "note"
RECOMMENDED, NO_DIFFERENCE, NOT_RECOMMENDED, CANNOT_TELL = (
    "recommended", "no-clear-difference", "not-recommended", "cannot-tell",
)  # fmt: skip
VERDICTS = (RECOMMENDED, NO_DIFFERENCE, NOT_RECOMMENDED, CANNOT_TELL)
LEAST_IMAGES = 30  # with a finding, and without it, for figures of it to decide anything


@dataclass(frozen=True)
class Reason:
    """Something that was found.

    Attributes:
        code: of a criterion, never changed once given.
        effect: `AGAINST`, `UNKNOWN`, `FOR` or `NOTE`.
        figures: what its sentence tells: numbers, and names of classes.
    """

    code: str
    effect: str
    figures: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"code": self.code, "effect": self.effect, "figures": dict(self.figures)}


@dataclass(frozen=True)
class Recommendation:
    """What follows from the reasons.

    Attributes:
        verdict: one of `VERDICTS`.
        reasons: what speaks against first, remarks last.
    """

    verdict: str
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values, the criteria with them."""
        return {
            "verdict": self.verdict,
            "reasons": [reason.as_json() for reason in self.reasons],
            "criteria": [criterion.as_json() for criterion in CRITERIA],
        }


@dataclass(frozen=True)
class Criterion:
    """One rule.

    Attributes:
        code: its name for ever.
        effect: what it does to the verdict where it is met.
        limits: its figures, by name.
        find: gives the figures of every place where it is met: of the comparison, the evidence
            (empty where there is none) and the limits.
    """

    code: str
    effect: str
    limits: Limits
    find: Callable[[Facts, Facts, Limits], Iterator[Facts]]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"code": self.code, "effect": self.effect, "limits": dict(self.limits)}


def recommend(comparison: Facts, evidence: Facts | None = None) -> Recommendation:
    """Applies every criterion.

    One reason against decides; else one for which nothing can be told; else one for.

    Args:
        comparison: as in ``comparison.json``.
        evidence: what maps tell of both, see `desktop.jobs.evidence`; None: not looked at.
    """
    known = {} if evidence is None else evidence
    reasons = [
        Reason(criterion.code, criterion.effect, dict(figures))
        for criterion in CRITERIA
        for figures in criterion.find(comparison, known, criterion.limits)
    ]
    effects = {reason.effect for reason in reasons}
    verdict = next((told for effect, told in _DECIDES if effect in effects), NO_DIFFERENCE)
    order = (AGAINST, UNKNOWN, FOR, NOTE)
    return Recommendation(verdict, tuple(sorted(reasons, key=lambda r: order.index(r.effect))))


_DECIDES = ((AGAINST, NOT_RECOMMENDED), (UNKNOWN, CANNOT_TELL), (FOR, RECOMMENDED))


# What each criterion looks for. `low` and `high` are ends of the 95 % interval of new minus old.


def _check_failed(name: str) -> Callable[[Facts, Facts, Limits], Iterator[Facts]]:
    def find(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
        check = comparison["checks"]["new"].get(name)
        if check is not None and not check["passed"]:
            yield {"error": check["error"], "limit": check["limit"]}

    return find


def _auc_worse(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["roc_auc"]["difference"]
    counts = [entry for entry in comparison["classes"] if _rarer(entry) >= limits["least"]]
    if counts and found["low"] is not None and found["high"] < 0.0:
        yield _plain(found)


def _auc_lost(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["roc_auc"]["difference"]
    is_said = found["high"] is not None and found["high"] < 0.0  # by `_auc_worse`
    if _judged(comparison) and not is_said and _below(found, -limits["margin"]):
        yield _plain(found)


def _auc_uncertain(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["roc_auc"]["difference"]
    if not _judged(comparison) or found["low"] is None:
        return
    if found["low"] < -limits["margin"] <= found["value"] and found["high"] >= 0.0:
        yield _plain(found)


def _class_worse(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    for entry in _judged(comparison) if len(comparison["classes"]) > 1 else ():
        found = entry["figures"]["roc_auc"]["difference"]
        if _is_clearly_below(found, -limits["margin"]):
            yield {"class": entry["name"]} | _plain(found)


def _rate_lost(rate: str) -> Callable[[Facts, Facts, Limits], Iterator[Facts]]:
    def find(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
        for entry in _judged(comparison):
            found = entry["rates"].get(rate)
            if found is not None and _below(found["difference"], -limits["margin"]):
                ends = {"old": found["old"]["value"], "new": found["new"]["value"]}
                yield {"class": entry["name"]} | ends | _plain(found["difference"])

    return find


def _calibration_worse(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["brier"]["difference"]
    if not _judged(comparison) or found["low"] is None:
        return
    if found["low"] > 0.0 and found["value"] > limits["margin"]:
        yield _plain(found)


def _subgroup_worse(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    for group in comparison["subgroups"]:
        for entry in group["classes"]:
            found = entry["difference"]
            if _rarer(entry) >= limits["least"] and _is_clearly_below(found, -limits["margin"]):
                named = {key: group[key] for key in ("attribute", "value")}
                yield {"class": entry["name"], "attribute": named["attribute"],
                       "group": named["value"]} | _plain(found)  # fmt: skip


def _outside_risen(_comparison: Facts, evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = evidence.get("outside")
    if found is None or found["cases"] < limits["least"]:
        return
    change = found["difference"]
    if change["low"] is not None and change["low"] > 0.0 and change["value"] > limits["margin"]:
        yield {"old": found["old"], "new": found["new"], "cases": found["cases"]}


def _trust_worse(_comparison: Facts, evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = evidence.get("trust")
    if found is None or found["cases"] < limits["least"]:
        return
    more = (found["new"]["bad"] - found["old"]["bad"]) / found["cases"]
    if more > limits["margin"] and found["p"] < limits["p"]:
        yield {"old": found["old"]["bad"], "new": found["new"]["bad"], "cases": found["cases"]}


def _few_cases(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if _judged(comparison):
        return
    best = max(comparison["classes"], key=_rarer)
    yield {"class": best["name"], "positives": best["positives"], "negatives": best["negatives"]}


def _seen_by_new(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if comparison["leaks"]["new"]["known"] == "nothing":
        yield {}


def _auc_better(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["roc_auc"]["difference"]
    if _judged(comparison) and found["low"] is not None and found["low"] > 0.0:
        yield _plain(found)


def _decisions_better(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    for entry in _judged(comparison):
        found = entry["mcnemar"]
        is_better = found is not None and found["only_new_right"] > found["only_old_right"]
        if is_better and found["p"] < limits["p"]:
            known = {key: found[key] for key in ("only_new_right", "only_old_right", "p")}
            yield {"class": entry["name"]} | known


def _calibration_better(comparison: Facts, _evidence: Facts, limits: Limits) -> Iterator[Facts]:
    found = comparison["overall"]["brier"]["difference"]
    if not _judged(comparison) or found["high"] is None:
        return
    if found["high"] < 0.0 and found["value"] < -limits["margin"]:
        yield _plain(found)


def _same_answers(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if comparison["same_answers"]:
        yield {"images": comparison["images"]}


def _class_not_judged(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    for entry in comparison["classes"]:
        if not entry["is_judged"] and len(comparison["classes"]) > 1:
            yield {"class": entry["name"]} | {k: entry[k] for k in ("positives", "negatives")}


def _no_point(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    for entry in comparison["classes"]:
        if entry["points"]["old"] is None or entry["points"]["new"] is None:
            yield {"class": entry["name"]}


def _class_in_one(which: str) -> Callable[[Facts, Facts, Limits], Iterator[Facts]]:
    def find(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
        yield from ({"class": name} for name in comparison["unmatched"][which])

    return find


def _seen_by_old(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if comparison["leaks"]["old"]["known"] == "nothing":
        yield {}


def _left_out(comparison: Facts, _evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if comparison["leaks"]["images"] > 0:
        yield {"images": comparison["leaks"]["images"], "patients": comparison["leaks"]["patients"]}


def _maps_not_looked_at(_comparison: Facts, evidence: Facts, _limits: Limits) -> Iterator[Facts]:
    if not evidence:
        yield {}


def _judged(comparison: Facts) -> list[Facts]:
    return [entry for entry in comparison["classes"] if entry["is_judged"]]


def _rarer(entry: Facts) -> int:
    return min(entry["positives"], entry["negatives"])


def _below(found: Facts, limit: float) -> bool:
    return found["value"] is not None and found["value"] < limit


def _is_clearly_below(found: Facts, limit: float) -> bool:
    return _below(found, limit) and found["high"] is not None and found["high"] < 0.0


def _plain(found: Facts) -> dict[str, Any]:
    return {name: found[name] for name in ("value", "low", "high")}


def _limits(**limits: float) -> Limits:
    return MappingProxyType(limits)


CRITERIA: tuple[Criterion, ...] = (
    Criterion("self-test-failed", AGAINST, _limits(), _check_failed("self_test")),
    Criterion("parity-failed", AGAINST, _limits(), _check_failed("parity")),
    Criterion("auc-worse", AGAINST, _limits(least=10), _auc_worse),
    Criterion("auc-lost", AGAINST, _limits(margin=0.02), _auc_lost),
    Criterion("class-worse", AGAINST, _limits(margin=0.05), _class_worse),
    Criterion("sensitivity-lost", AGAINST, _limits(margin=0.05), _rate_lost("sensitivity")),
    Criterion("specificity-lost", AGAINST, _limits(margin=0.10), _rate_lost("specificity")),
    Criterion("calibration-worse", AGAINST, _limits(margin=0.01), _calibration_worse),
    Criterion("subgroup-worse", AGAINST, _limits(margin=0.05, least=LEAST_IMAGES), _subgroup_worse),
    Criterion("outside-risen", AGAINST, _limits(margin=0.10, least=4), _outside_risen),
    Criterion("trust-worse", AGAINST, _limits(margin=0.25, p=0.05, least=4), _trust_worse),
    Criterion("few-cases", UNKNOWN, _limits(least=LEAST_IMAGES), _few_cases),
    Criterion("auc-uncertain", UNKNOWN, _limits(margin=0.02), _auc_uncertain),
    Criterion("new-may-have-seen", UNKNOWN, _limits(), _seen_by_new),
    Criterion("auc-better", FOR, _limits(), _auc_better),
    Criterion("decisions-better", FOR, _limits(p=0.05), _decisions_better),
    Criterion("calibration-better", FOR, _limits(margin=0.005), _calibration_better),
    Criterion("same-answers", NOTE, _limits(), _same_answers),
    Criterion("left-out", NOTE, _limits(), _left_out),
    Criterion("old-may-have-seen", NOTE, _limits(), _seen_by_old),
    Criterion("class-not-judged", NOTE, _limits(least=LEAST_IMAGES), _class_not_judged),
    Criterion("no-operating-point", NOTE, _limits(), _no_point),
    Criterion("only-in-old", NOTE, _limits(), _class_in_one("old")),
    Criterion("only-in-new", NOTE, _limits(), _class_in_one("new")),
    Criterion("maps-not-looked-at", NOTE, _limits(), _maps_not_looked_at),
)
