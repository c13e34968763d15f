"""May this image be scored at all? The checks that need no network, and the verdict on all checks.

Refusing beats guessing: a model for frontal chest films answers anything, also for a knee, and a
model for children also for their grandparents. Each check says in one sentence what it found;
`stop` withholds the score, `warn` stands beside it. What the picture shows is looked at by a
network (`engine.inference.content`), whose reasons are joined to these.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.display import model_grey
from engine.images.outline import Outline, outline_of
from engine.images.radiograph import Radiograph
from engine.language import Said, said

RADIOGRAPHY = frozenset({"CR", "DX", "RG", "DR"})
_UNCLEAR = frozenset({"OT", "SC", "XC"})
_CHEST_WORDS = ("CHEST", "THORA", "LUNG", "RIB", "STERN", "PULMO")
_LATERAL = frozenset({"LL", "RL", "LLAT", "RLAT", "LAT", "LATERAL", "LLO", "RLO", "LLD", "RLD"})
_FRONTAL = frozenset({"PA", "AP"})

FRONTAL_CHEST, UNKNOWN_CONTENT, ANY_CONTENT = "frontal chest film", "unknown", "any"
CONTENTS = (FRONTAL_CHEST, UNKNOWN_CONTENT, ANY_CONTENT)

MIN_SIDE = 224
TINY_SIDE = 64
ASPECT = (0.6, 1.6)
MAX_SATURATED = 0.35
MIN_CONTRAST = 0.15
MAX_COLOURED = 0.02  # share of the pixels; arrows and letters on a film take less
# Ages from here on are told as this one where patients are hidden (45 CFR 164.514 b 2 i C).
OLDEST_TOLD_YEARS = 90.0


@dataclass(frozen=True)
class Reason:
    """One finding.

    Attributes:
        level: ``warn`` | ``stop``.
        code: stable name for logs and tables.
        sentence: for people.
    """

    level: str
    code: str
    sentence: str


@dataclass(frozen=True)
class Admission:
    """The verdict on an image.

    Attributes:
        verdict: ``accepted`` | ``accepted with warnings`` | ``refused``.
        reasons: findings, stops first.
    """

    verdict: str
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, object]:
        """``{"verdict", "reasons": [{"level", "code", "sentence"}]}``."""
        reasons = [
            {"level": reason.level, "code": reason.code, "sentence": reason.sentence}
            for reason in self.reasons
        ]
        return {"verdict": self.verdict, "reasons": reasons}

    def without_high_age(self, age_years: float | None) -> "Admission":
        """As it may be told where patients are hidden: the oldest are not told apart.

        Args:
            age_years: of the patient.
        """
        if age_years is None or age_years < OLDEST_TOLD_YEARS:
            return self
        return replace(self, reasons=tuple(map(_with_oldest, self.reasons)))


@dataclass(frozen=True)
class Population:
    """Whom a model has learned from; what is empty or None is not asked for.

    Attributes:
        views: view positions, e.g. ``("AP",)``.
        min_age_years: youngest patient.
        max_age_years: oldest patient.
        content: what its pictures show: one of `CONTENTS`. ``frontal chest film`` refuses all
            else, ``unknown`` only warns (nobody has said what the model is for), ``any`` does not
            look.
    """

    views: tuple[str, ...] = ()
    min_age_years: float | None = None
    max_age_years: float | None = None
    content: str = FRONTAL_CHEST

    @staticmethod
    def from_json(plain: Mapping[str, Any]) -> "Population":
        """From the ``admission`` entry of a bundle's manifest; other entries are left alone."""
        return Population(
            tuple(str(view) for view in plain.get("views", ())),
            plain.get("min_age_years"),
            plain.get("max_age_years"),
            str(plain.get("content", FRONTAL_CHEST)),
        )


def admit(
    radiograph: Radiograph,
    population: Population = Population(),
    further: Iterable[Reason] = (),
    light: NDArray[np.float32] | None = None,
) -> Admission:
    """Whether `radiograph` may be scored as a frontal chest film.

    Args:
        radiograph: the image; greys are those of its first frame.
        population: whom the model in question has learned from.
        further: what other checks found.
        light: (H, W) float32 from `model_grey` of the first frame; None makes it here.
    """
    light = model_grey(radiograph) if light is None else light
    return admit_outline(outline_of(radiograph, light), population, further)


def admit_outline(
    outline: Outline, population: Population = Population(), further: Iterable[Reason] = ()
) -> Admission:
    """The same of an image whose pixels have been looked at elsewhere."""
    found = [reason for check in _CHECKS for reason in check(outline)]
    found += [*_check_age(outline, population), *_check_view(outline, population), *further]
    stops = [reason for reason in found if reason.level == "stop"]
    warnings = [reason for reason in found if reason.level == "warn"]
    verdict = "refused" if stops else "accepted with warnings" if warnings else "accepted"
    return Admission(verdict, (*stops, *warnings))


def _check_age(outline: Outline, population: Population) -> Iterator[Reason]:
    low, high = population.min_age_years, population.max_age_years
    if low is None and high is None:
        return
    youngest = 0.0 if low is None else low
    span = said("{age} on", age=_years(youngest))
    if high is not None:
        span = said("{low:g} to {high:g} years", low=youngest, high=high)
    age = outline.facts.age_years
    if age is None:
        sentence = said(
            "The patient's age is not in the file; the model is for patients of {span}.", span=span
        )
        yield Reason("warn", "age_unknown", sentence)
    elif age < youngest or (high is not None and age >= high + 1.0):  # ages are completed years
        sentence = said(
            "The patient is {age} old; the model is for patients of {span}.",
            age=_years(age),
            span=span,
        )
        yield Reason("stop", "age", sentence)


def _years(age: float) -> str:
    told = float(int(age)) if age >= 2 else age  # years are completed ones; infants' are not
    return said("1 year") if told == 1 else said("{age:g} years", age=told)


def _with_oldest(reason: Reason) -> Reason:
    if reason.code != "age" or not isinstance(reason.sentence, Said):
        return reason
    age = said("{years:g} years or more", years=OLDEST_TOLD_YEARS)
    sentence = Said(reason.sentence.template, {**reason.sentence.fields, "age": age})
    return replace(reason, sentence=sentence)


def _check_view(outline: Outline, population: Population) -> Iterator[Reason]:
    view = outline.facts.view_position
    if view in _FRONTAL and population.views and view not in population.views:
        known = ", ".join(population.views)
        sentence = said(
            "The view is {view}; the model has learned from {known} films.", view=view, known=known
        )
        yield Reason("warn", "view", sentence)


def _check_frames(outline: Outline) -> Iterator[Reason]:
    if outline.frame_count > 1:
        yield Reason(
            "warn",
            "multi_frame",
            said(
                "The file holds {count} frames; only one is looked at.",
                count=outline.frame_count,
            ),
        )


def _check_colour(outline: Outline) -> Iterator[Reason]:
    if outline.coloured_share is None:
        return
    if outline.coloured_share > MAX_COLOURED:
        yield Reason("stop", "colour", said("The image is coloured; radiographs are grey."))
    else:
        yield Reason(
            "warn",
            "slight_colour",
            said("Parts of the image are coloured; only its brightness is looked at."),
        )


def _check_modality(outline: Outline) -> Iterator[Reason]:
    modality = outline.facts.modality
    if outline.kind != "dicom" or modality in RADIOGRAPHY:
        return
    if modality is None or modality in _UNCLEAR:
        yield Reason(
            "warn", "modality_unknown", said("The file does not say that it is a radiograph.")
        )
    else:
        yield Reason(
            "stop",
            "modality",
            said("The modality is {modality}, not plain radiography.", modality=modality),
        )


def _check_object(outline: Outline) -> Iterator[Reason]:
    facts = outline.facts
    if "Secondary Capture" in (facts.sop_class or ""):
        yield Reason(
            "warn",
            "secondary_capture",
            said("The image is a secondary capture: its greys may have been altered."),
        )
    if facts.presentation_intent == "FOR PROCESSING":
        yield Reason(
            "warn",
            "for_processing",
            said(
                "The image is raw (FOR PROCESSING); models are trained on images FOR PRESENTATION."
            ),
        )
    if facts.is_lossy:
        yield Reason("warn", "lossy", said("The image was compressed with loss."))
    if facts.burned_in_annotation == "YES":
        yield Reason("warn", "burned_in", said("The image has text burned into its pixels."))


def _check_anatomy(outline: Outline) -> Iterator[Reason]:
    body = outline.facts.body_part
    if body is not None and not any(word in body for word in _CHEST_WORDS):
        yield Reason(
            "stop", "body_part", said("The body part is {body}, not the chest.", body=body)
        )
    view = outline.facts.view_position
    if view in _LATERAL or _is_lateral(outline.facts.patient_orientation):
        sentence = said("The view is lateral, not frontal.")
        if view:
            sentence = said("The view is lateral ({view}), not frontal.", view=view)
        yield Reason("stop", "lateral", sentence)
    elif view is not None and view not in _FRONTAL:
        yield Reason(
            "warn", "view_unknown", said("The view position {view} is not PA or AP.", view=view)
        )


def _is_lateral(orientation: tuple[str, ...] | None) -> bool:
    """Rows that run from front to back of the patient (PS3.3 C.7.6.1.1.1)."""
    return bool(orientation) and orientation[0][:1] in ("A", "P") and orientation[0] != ""


def _check_geometry(outline: Outline) -> Iterator[Reason]:
    height, width = outline.size_hw
    side = min(height, width)
    if side < TINY_SIDE:
        yield Reason("stop", "tiny", _size_text(width, height))
    elif side < MIN_SIDE:
        yield Reason("warn", "small", _size_text(width, height))
    pixel_height, pixel_width = outline.pixel_hw
    aspect = width * pixel_width / (height * pixel_height)
    if not ASPECT[0] <= aspect <= ASPECT[1]:
        yield Reason(
            "warn",
            "aspect",
            said("The sides are {aspect:.2f} to 1, unusual for a chest film.", aspect=aspect),
        )


def _size_text(width: int, height: int) -> str:
    return said("The image has only {width} x {height} pixels.", width=width, height=height)


def _check_light(outline: Outline) -> Iterator[Reason]:
    light = outline.light
    if light.is_constant:
        yield Reason("stop", "constant", said("All pixels of the image are equal."))
        return
    if light.saturated_share > MAX_SATURATED:
        yield Reason(
            "warn",
            "saturated",
            said(
                "{share:.0%} of the image are fully black or fully white.",
                share=light.saturated_share,
            ),
        )
    if light.contrast < MIN_CONTRAST:
        yield Reason("warn", "low_contrast", said("The image has very little contrast."))


_CHECKS: tuple[Callable[[Outline], Iterator[Reason]], ...] = (
    _check_frames,
    _check_colour,
    _check_modality,
    _check_object,
    _check_anatomy,
    _check_geometry,
    _check_light,
)
