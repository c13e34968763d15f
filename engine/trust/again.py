"""Asking the method again about something else, which costs as much as the map itself."""

from collections.abc import Iterator
from typing import Any

from engine.explain.explanation import Explanation, Request
from engine.language import said
from engine.progress import Step
from engine.trust.case import Case
from engine.trust.effort import QUICK, Effort
from engine.trust.figure import Figure, Light

# Runs of the model that one map may take to be made again in a quick look.
QUICK_PASSES = 64


def explained_again(
    case: Case, request: Request, note: str, start: float, span: float
) -> Iterator[Step]:
    """The same method's map for another request; returned by the generator."""
    answer: Explanation | None = None
    for step in case.method.run(request):
        answer = step.result if step.result is not None else answer
        yield Step(start + span * step.fraction, note)
    return answer


def too_costly(case: Case, effort: Effort) -> str:
    """Why the method is not asked again; empty where it is."""
    passes = case.method.passes(case.request)
    if effort is not QUICK or passes <= QUICK_PASSES:
        return ""
    return said(
        "Not measured in the quick look: every map of this method takes {count} runs of the model.",
        count=passes,
    )


def not_measured(metric: str, name: str, why: str, **details: Any) -> Figure:
    """A figure without a value, and why."""
    return Figure(metric, name, None, None, "", None, Light.NONE, why, details)
