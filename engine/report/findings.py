"""The findings of a prediction, notable ones first, each with its operating point and answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.bundle.manifest import ClassInfo
from engine.decisions import ACCEPTED, MAX_TEXT, REJECTED, Decision
from engine.images.text import clean_text
from engine.language import FindingName, joined, said
from engine.overlay.wording import method_name
from engine.report import wording
from engine.report.content import FindingRow
from engine.report.hiding import free_text

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.explain.explanation import Explanation
    from engine.inference.predict import ClassScore
    from engine.report.request import Reading, Wishes

MOST_UNRANKED = 5  # of a model without operating points that count as notable
_ANSWERS = {ACCEPTED: said("accepted"), REJECTED: said("rejected")}


def findings_of(
    reading: Reading, wishes: Wishes
) -> tuple[tuple[FindingRow, ...], tuple[FindingRow, ...]]:
    """The notable findings and the rest, both by standing, then by probability.

    Notable is what reached its operating point or lies in the unsure zone, what was explained or
    answered; of models without operating points the highest. Where nothing else is, the highest
    is, so that no score stands without its operating point.
    """
    scores = [score for score in reading.prediction.scores if score.target.sign > 0]
    ordered = sorted(scores, key=lambda score: (-_rank(score, reading), -score.probability))
    ranked = [score for score in ordered if not wording.is_absence(score.target.name)]
    has_points = any(score.operating_point is not None for score in ranked)
    notable = {
        score.target.column
        for place, score in enumerate(ranked)
        if _is_notable(score, reading) or (not has_points and place < MOST_UNRANKED)
    }
    if not notable and ranked:
        notable = {ranked[0].target.column}
    rows = [(score.target.column in notable, _row(score, reading, wishes)) for score in ordered]
    return tuple(row for is_in, row in rows if is_in), tuple(
        row for is_in, row in rows if not is_in
    )


def result_of(reading: Reading) -> str:
    """The line about all findings together."""
    scores = [
        score
        for score in reading.prediction.scores
        if score.operating_point is not None and not wording.is_absence(score.target.name)
    ]
    return wording.result_line(sum(score.is_above is True for score in scores), len(scores))


def others_line(rows: Sequence[FindingRow]) -> str:
    """The rest in one paragraph; empty where there is none."""
    if not rows:
        return ""
    told = [said("{name} {percent}", name=row.name, percent=row.probability) for row in rows]
    return said("Others: {list}.", list=joined(", ", told))


def _rank(score: ClassScore, reading: Reading) -> int:
    if wording.is_absence(score.target.name):
        return -1
    return 2 if score.is_above else 1 if _zone(score, reading) else 0


def _is_notable(score: ClassScore, reading: Reading) -> bool:
    return bool(
        score.is_above
        or _zone(score, reading)
        or _explanations(score, reading)
        or _decision(score, reading)
    )


def _row(score: ClassScore, reading: Reading, wishes: Wishes) -> FindingRow:
    name, decision = score.target.name, _decision(score, reading)
    is_absence = wording.is_absence(name)
    comment = ""
    if decision is not None:
        is_hidden = wishes.is_deidentified
        comment = free_text(
            decision.comment, reading.radiograph.facts, MAX_TEXT, is_hidden=is_hidden
        )
    point = score.operating_point
    return FindingRow(
        name=wording.NO_FINDING if is_absence else FindingName(clean_text(name)),
        probability=wording.percent_text(score.probability),
        point=said("none chosen") if point is None else wording.percent_text(point.threshold),
        standing=said("excludes nothing") if is_absence else _standing(score, reading),
        method=joined(", ", [method_name(e) for e in _explanations(score, reading)]),
        decision="" if decision is None else _ANSWERS.get(decision.verdict, ""),
        comment=comment,
        is_above=None if is_absence else score.is_above,
    )


def _standing(score: ClassScore, reading: Reading) -> str:
    if score.is_above is None:
        return said("an order only")
    standing = said("at or above") if score.is_above else said("below")
    zone = _zone(score, reading)
    if zone is None:
        return standing
    low, high = (wording.percent(end) for end in zone)
    return said("{standing}; unsure ({low} to {high} %)", standing=standing, low=low, high=high)


def _zone(score: ClassScore, reading: Reading) -> tuple[float, float] | None:
    """Between the sensitive and the specific operating point, where the score lies between."""
    info: ClassInfo = reading.manifest.classes[score.target.column]
    zone = info.unsure_zone
    is_inside = zone is not None and zone[0] <= score.probability < zone[1]
    return zone if is_inside else None


def _explanations(score: ClassScore, reading: Reading) -> list[Explanation]:
    return [e for e in reading.explanations if e.target == score.target]


def _decision(score: ClassScore, reading: Reading) -> Decision | None:
    return next((d for d in reading.decisions if d.finding == score.target.name), None)
