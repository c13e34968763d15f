"""Every sentence about scores and maps, in one place: what may be said, and how carefully."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import translate
from engine.images.admission import Admission

if TYPE_CHECKING:
    from engine.explain.cost import Estimate

RESEARCH_USE = QT_TRANSLATE_NOOP(
    "Wording", "Research use - not for diagnosis. A qualified reader must review the image."
)


def percent(probability: float) -> int:
    """Whole percent, never 0 and never 100: no score is certain.

    Args:
        probability: 0..1.
    """
    return min(99, max(1, round(100.0 * probability)))


def operating_point_text(threshold: float | None, is_above: bool | None) -> str:
    """Where a score stands; `threshold` is a probability, None when nobody has chosen one."""
    if threshold is None or is_above is None:
        return translate("Wording", "no operating point chosen for this class")
    text = translate("Wording", "at or above its operating point ({point} %)") if is_above else None
    if text is None:
        text = translate("Wording", "below its operating point ({point} %)")
    return text.format(point=percent(threshold))


def result_line(above: int, with_point: int) -> str:
    """The summary of all findings that have an operating point."""
    if with_point == 0:
        return translate(
            "Wording",
            "This model comes without operating points: read the scores as an order only.",
        )
    if above == 0:
        return translate(
            "Wording",
            "No listed finding reached its operating point. This does not exclude disease.",
        )
    text = translate(
        "Wording", "{above} of {count} listed findings at or above the operating point."
    )
    if with_point == 1:
        text = translate("Wording", "The listed finding is at or above its operating point.")
    return text.format(above=above, count=with_point)


def admission_title(admission: Admission, *, is_overridden: bool = False) -> str:
    """The verdict of the input checks; `is_overridden`: somebody wanted the score anyway."""
    if is_overridden:
        return translate("Wording", "The input checks refused this image")
    titles = {
        "accepted": translate("Wording", "Input checks passed"),
        "accepted with warnings": translate("Wording", "Input checks: please note"),
        "refused": translate("Wording", "Not scored: this image does not fit the model"),
    }
    return titles[admission.verdict]


def seconds_text(seconds: float) -> str:
    """A duration for people."""
    if seconds < 0.001:
        return translate("Wording", "under 1 ms")
    if seconds < 1:
        return translate("Wording", "{ms} ms").format(ms=round(seconds * 1000))
    return translate("Wording", "{s} s").format(s=f"{seconds:.1f}")


def estimate_text(estimate: Estimate) -> str:
    """A sentence: ``About 20 to 40 s: up to 4,000 passes``."""
    words = estimate.words()
    return f"{words[:1].upper()}{words[1:]}."


def number_text(value: float) -> str:
    """A map or logit value, three significant digits."""
    return f"{value:.3g}"


CAVEAT = QT_TRANSLATE_NOOP(
    "Wording",
    "Shows where the model was sensitive, not where disease is. A region can be highlighted for "
    "the wrong reason; an absent highlight does not clear a region.",
)
