"""Every sentence about scores and maps, in one place: what may be said, and how carefully."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import figure, shown_words, translate
from engine.errors import WhyRayError, display_name
from engine.images.admission import Admission
from engine.images.text import clean_text

if TYPE_CHECKING:
    from desktop.state.workspace import Placed
    from engine.explain.cost import Estimate

RESEARCH_USE = QT_TRANSLATE_NOOP(
    "Wording", "Research use - not for diagnosis. A qualified reader must review the image."
)


# What explanations state about themselves (`Explanation.conventions`), by its name there.
CONVENTIONS: dict[str, str] = {
    "score": QT_TRANSLATE_NOOP("Conventions", "Score"),
    "sign": QT_TRANSLATE_NOOP("Conventions", "Sign"),
    "resize": QT_TRANSLATE_NOOP("Conventions", "Resize"),
    "normalisation": QT_TRANSLATE_NOOP("Conventions", "Normalisation"),
    "placement": QT_TRANSLATE_NOOP("Conventions", "Placement"),
    "smoothing": QT_TRANSLATE_NOOP("Conventions", "Smoothing"),
    "eigen smoothing": QT_TRANSLATE_NOOP("Conventions", "Eigen smoothing"),
    "fusion": QT_TRANSLATE_NOOP("Conventions", "Fusion"),
    "target": QT_TRANSLATE_NOOP("Conventions", "Target"),
    "background": QT_TRANSLATE_NOOP("Conventions", "Background"),
    "baseline": QT_TRANSLATE_NOOP("Conventions", "Baseline"),
    "baseline score": QT_TRANSLATE_NOOP("Conventions", "Baseline score"),
    "biases": QT_TRANSLATE_NOOP("Conventions", "Biases"),
    "caveat": QT_TRANSLATE_NOOP("Conventions", "Caveat"),
    "channels": QT_TRANSLATE_NOOP("Conventions", "Channels"),
    "class": QT_TRANSLATE_NOOP("Conventions", "Class"),
    "coalitions": QT_TRANSLATE_NOOP("Conventions", "Coalitions"),
    "completeness": QT_TRANSLATE_NOOP("Conventions", "Completeness"),
    "differences": QT_TRANSLATE_NOOP("Conventions", "Differences"),
    "error": QT_TRANSLATE_NOOP("Conventions", "Error"),
    "estimate": QT_TRANSLATE_NOOP("Conventions", "Estimate"),
    "fit": QT_TRANSLATE_NOOP("Conventions", "Fit"),
    "grad-cam": QT_TRANSLATE_NOOP("Conventions", "Grad-CAM"),
    "made by": QT_TRANSLATE_NOOP("Conventions", "Made by"),
    "mask resize": QT_TRANSLATE_NOOP("Conventions", "Mask resize"),
    "noise": QT_TRANSLATE_NOOP("Conventions", "Noise"),
    "overlap": QT_TRANSLATE_NOOP("Conventions", "Overlap"),
    "path": QT_TRANSLATE_NOOP("Conventions", "Path"),
    "paths": QT_TRANSLATE_NOOP("Conventions", "Paths"),
    "processing": QT_TRANSLATE_NOOP("Conventions", "Processing"),
    "reference": QT_TRANSLATE_NOOP("Conventions", "Reference"),
    "regions": QT_TRANSLATE_NOOP("Conventions", "Regions"),
    "rest": QT_TRANSLATE_NOOP("Conventions", "Rest"),
    "rule": QT_TRANSLATE_NOOP("Conventions", "Rule"),
    "samples": QT_TRANSLATE_NOOP("Conventions", "Samples"),
    "sampling": QT_TRANSLATE_NOOP("Conventions", "Sampling"),
    "stability": QT_TRANSLATE_NOOP("Conventions", "Stability"),
    "steps": QT_TRANSLATE_NOOP("Conventions", "Steps"),
    "sum": QT_TRANSLATE_NOOP("Conventions", "Sum"),
    "value": QT_TRANSLATE_NOOP("Conventions", "Value"),
    "variant": QT_TRANSLATE_NOOP("Conventions", "Variant"),
    "weights": QT_TRANSLATE_NOOP("Conventions", "Weights"),
    "windows": QT_TRANSLATE_NOOP("Conventions", "Windows"),
}


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


def unsure_text(low: float, high: float) -> str:
    """What it means that a score lies between the sensitive and the specific operating point."""
    text = translate(
        "Wording",
        "Unsure: between the sensitive ({low} %) and the specific ({high} %) operating point.",
    )
    return text.format(low=percent(low), high=percent(high))


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
    return translate("Wording", "{s} s").format(s=figure(seconds, ".1f"))


def estimate_text(estimate: Estimate) -> str:
    """A sentence: ``About 20 to 40 s: up to 4,000 passes``."""
    return sentence(estimate.words())


def sentence(text: str) -> str:
    """Words of the engine in the language in use, as a sentence."""
    words = shown_words(text)
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def error_text(error: WhyRayError, *, is_masked: bool = False) -> str:
    """What happened and what to do, in the language in use; masked: without the file's name."""
    what = shown_words(error.message)
    if error.file is not None and not is_masked:
        what = f"{display_name(error.file)}: {what}"
    return "\n".join(part for part in (what, shown_words(error.hint)) if part)


def convention_name(name: str) -> str:
    """What a convention of a map is about, for people."""
    return translate("Conventions", CONVENTIONS[name]) if name in CONVENTIONS else name.capitalize()


def number_text(value: float) -> str:
    """A map or logit value, three significant digits."""
    return figure(value, ".3g")


def hundredths_text(value: float) -> str:
    """A correlation or a share with two decimals; what rounds to nothing has no sign."""
    return figure(round(value, 2) + 0.0, ".2f")


CAVEAT = QT_TRANSLATE_NOOP(
    "Wording",
    "Shows where the model was sensitive, not where disease is. A region can be highlighted for "
    "the wrong reason; an absent highlight does not clear a region.",
)


def place_text(placed: Placed) -> str:
    """How much of a map lies outside the lungs, beside an even map, and who says where they are."""
    return f"{short_place_text(placed)} {_lungs_text(placed.lungs_from)}"


def short_place_text(placed: Placed) -> str:
    """The same without where the lungs come from."""
    if placed.share is None:
        return translate("Wording", "The map has no positive part in or outside the lungs.")
    text = translate("Wording", "{share} % of the map outside the lungs (an even map: {even} %).")
    return text.format(share=round(100 * placed.share), even=round(100 * placed.even))


def _lungs_text(lungs_from: str) -> str:
    if lungs_from == "drawn":
        return translate("Wording", "Lungs as drawn here.")
    if lungs_from == "opened":
        return translate("Wording", "Lungs from the mask that was opened.")
    if lungs_from == "phantom":
        return translate("Wording", "Lungs from the phantom's exact mask.")
    return translate("Wording", "Lungs found by {model}.").format(model=clean_text(lungs_from))
