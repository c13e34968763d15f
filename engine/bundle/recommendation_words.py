"""A recommendation in words: verdicts, reasons, and the criteria as they were fixed beforehand.

The page of the training side shows them as they are, the window in its language.
"""

from collections.abc import Callable, Mapping
from typing import Any

from engine.bundle.recommendation import (
    CANNOT_TELL,
    NO_DIFFERENCE,
    NOT_RECOMMENDED,
    RECOMMENDED,
    Criterion,
    Reason,
)
from engine.language import FindingName, joined, said

HEADLINES = {
    RECOMMENDED: said("The new model is recommended"),
    NO_DIFFERENCE: said("No clear difference between the two models"),
    NOT_RECOMMENDED: said("The new model is not recommended"),
    CANNOT_TELL: said("These images cannot tell which model is better"),
}
MEANINGS = {
    RECOMMENDED: said(
        "By the criteria that were fixed before. A person decides: nothing is promoted by itself."
    ),
    NO_DIFFERENCE: said(
        "Neither is shown to be better here, and no criterion speaks against the new one. Keeping"
        " the active model is the simple choice."
    ),
    NOT_RECOMMENDED: said("At least one criterion that was fixed before speaks against it."),
    CANNOT_TELL: said(
        "Keep the active model, and compare again with more images that neither model has seen."
    ),
}


# What people are divided by, and the groups that are always the same.
ATTRIBUTES = {
    "view": said("view"),
    "sex": said("sex"),
    "age": said("age"),
    "source": said("source"),
}
GROUPS = {
    "under 18 years": said("under 18 years"),
    "18 to 39 years": said("18 to 39 years"),
    "40 to 59 years": said("40 to 59 years"),
    "60 to 74 years": said("60 to 74 years"),
    "75 years and older": said("75 years and older"),
    "not known": said("not known"),
}


def group_words(value: str) -> str:
    """A subgroup's name; those that files give stay as they are."""
    return GROUPS.get(value, value)


def reason_words(reason: Reason) -> str:
    """One sentence."""
    return _REASONS[reason.code](_with_names(reason.figures))


def criterion_words(criterion: Criterion) -> str:
    """What a criterion asks, with its limits."""
    return _CRITERIA[criterion.code](criterion.limits)


def _with_names(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures under names that templates can hold, classes as names of findings."""
    told = {name: value for name, value in figures.items() if name != "class"}
    if "class" in figures:
        told["finding"] = FindingName(figures["class"])
    if "attribute" in figures:
        told |= {"attribute": ATTRIBUTES[figures["attribute"]],
                 "group": group_words(figures["group"])}  # fmt: skip
    return told


def _change(template: Callable[[dict[str, Any]], str]) -> Callable[[dict[str, Any]], str]:
    """A sentence that ends with the interval of the change, where there is one."""
    return lambda f: joined("", (template(f), *_interval(f), "."))


def _interval(f: Mapping[str, Any]) -> tuple[str, ...]:
    if f["low"] is None:
        return ()
    return (said(" (95 % interval {low:+.3f} to {high:+.3f})", low=f["low"], high=f["high"]),)


_REASONS: dict[str, Callable[[dict[str, Any]], str]] = {
    "self-test-failed": lambda f: said(
        "The new model misses its stored self-test output by {error:.2g} ({limit:.2g} is allowed).",
        **f,
    ),
    "parity-failed": lambda f: said(
        "The exported new model differs from the trained one by {error:.2g} ({limit:.2g} is "
        "allowed).",
        **f,
    ),
    "auc-worse": _change(
        lambda f: said("The area under the ROC curve is clearly smaller: {value:+.3f}", **f)
    ),
    "auc-lost": _change(
        lambda f: said("The area under the ROC curve is smaller: {value:+.3f}", **f)
    ),
    "class-worse": _change(
        lambda f: said(
            "{finding}: the area under the ROC curve is clearly smaller: {value:+.3f}", **f
        )
    ),
    "sensitivity-lost": _change(
        lambda f: said(
            "{finding}: sensitivity at the operating point falls from {old:.3f} to {new:.3f}", **f
        )
    ),
    "specificity-lost": _change(
        lambda f: said(
            "{finding}: specificity at the operating point falls from {old:.3f} to {new:.3f}", **f
        )
    ),
    "calibration-worse": _change(
        lambda f: said("Probabilities fit worse (Brier score): {value:+.4f}", **f)
    ),
    "subgroup-worse": _change(
        lambda f: said(
            "{finding}, {attribute} {group}: the area under the ROC curve is clearly smaller: "
            "{value:+.3f}",
            **f,
        )
    ),
    "outside-risen": lambda f: said(
        "More of the maps lies outside the lungs: {old:.0%} became {new:.0%}, on {cases} images.",
        **f,
    ),
    "trust-worse": lambda f: said(
        "More maps fail the tests of trust: {old} became {new} of {cases}.", **f
    ),
    "few-cases": lambda f: said(
        "Too few images: {finding} has {positives} with it and {negatives} without.", **f
    ),
    "auc-uncertain": _change(
        lambda f: said("A loss of area under the ROC curve cannot be ruled out: {value:+.3f}", **f)
    ),
    "new-may-have-seen": lambda _f: said(
        "Which images the new model was trained on is not known: it may have seen these."
    ),
    "auc-better": _change(
        lambda f: said("The area under the ROC curve is clearly larger: {value:+.3f}", **f)
    ),
    "decisions-better": lambda f: said(
        "{finding}: more images are decided rightly: {only_new_right} only by the new model, "
        "{only_old_right} only by the active one (McNemar p = {p:.2g}).",
        **f,
    ),
    "calibration-better": _change(
        lambda f: said("Probabilities fit better (Brier score): {value:+.4f}", **f)
    ),
    "same-answers": lambda f: said(
        "Both models give the same probabilities on all {images} images.", **f
    ),
    "left-out": lambda f: said(
        "{images} images of {patients} patients were left out: one of the models was trained with "
        "them.",
        **f,
    ),
    "old-may-have-seen": lambda _f: said(
        "Which images the active model was trained on is not known: if it has seen these, it looks "
        "better here than it is."
    ),
    "class-not-judged": lambda f: said(
        "{finding} is not judged: {positives} images with it and {negatives} without are too few.",
        **f,
    ),
    "no-operating-point": lambda f: said(
        "{finding}: one of the models has no operating point, so decisions are not compared.", **f
    ),
    "only-in-old": lambda f: said("{finding} is known to the active model alone.", **f),
    "only-in-new": lambda f: said("{finding} is known to the new model alone.", **f),
    "maps-not-looked-at": lambda _f: said(
        "The maps of the two models were not compared: figures alone do not show what they look at."
    ),
}

_CRITERIA: dict[str, Callable[[Mapping[str, float]], str]] = {
    "self-test-failed": lambda _m: said("The new model fails its self-test."),
    "parity-failed": lambda _m: said("The exported model is not the trained one."),
    "auc-worse": lambda m: said(
        "The whole interval of the change of the area under the ROC curve lies below 0, with "
        "{least:.0f} images or more with the finding and without it.",
        **m,
    ),
    "auc-lost": lambda m: said(
        "The area under the ROC curve falls by more than {margin:.2f}.", **m
    ),
    "class-worse": lambda m: said(
        "Of several classes, the area of one falls by more than {margin:.2f}, its whole interval "
        "below 0.",
        **m,
    ),
    "sensitivity-lost": lambda m: said(
        "Sensitivity at the operating point falls by more than {margin:.2f}.", **m
    ),
    "specificity-lost": lambda m: said(
        "Specificity at the operating point falls by more than {margin:.2f}.", **m
    ),
    "calibration-worse": lambda m: said(
        "The Brier score rises by more than {margin:.3f}, its whole interval above 0.", **m
    ),
    "subgroup-worse": lambda m: said(
        "The area of a subgroup falls by more than {margin:.2f}, its whole interval below 0, with "
        "{least:.0f} images or more of either kind.",
        **m,
    ),
    "outside-risen": lambda m: said(
        "The share of the maps outside the lungs rises by more than {margin:.2f} on average, its "
        "whole interval above 0, on {least:.0f} images or more.",
        **m,
    ),
    "trust-worse": lambda m: said(
        "The share of maps that fail the tests of trust rises by more than {margin:.2f}, on "
        "{least:.0f} images or more, and not by chance (p below {p:.2f}).",
        **m,
    ),
    "few-cases": lambda m: said(
        "No class has {least:.0f} images with it and {least:.0f} without.", **m
    ),
    "auc-uncertain": lambda m: said(
        "The interval of the change of the area reaches below -{margin:.2f} and not only below 0.",
        **m,
    ),
    "new-may-have-seen": lambda _m: said(
        "Nothing tells which images the new model was trained on."
    ),
    "auc-better": lambda _m: said(
        "The whole interval of the change of the area under the ROC curve lies above 0."
    ),
    "decisions-better": lambda m: said(
        "More images are decided rightly, McNemar's p below {p:.2f}.", **m
    ),
    "calibration-better": lambda m: said(
        "The Brier score falls by more than {margin:.3f}, its whole interval below 0.", **m
    ),
    "same-answers": lambda _m: said("Both give the same probabilities."),
    "left-out": lambda _m: said("Images that one of the models has seen are left out."),
    "old-may-have-seen": lambda _m: said(
        "Nothing tells which images the active model was trained on."
    ),
    "class-not-judged": lambda m: said(
        "A class with fewer than {least:.0f} images of either kind decides nothing.", **m
    ),
    "no-operating-point": lambda _m: said("A model has no operating point."),
    "only-in-old": lambda _m: said("A class is known to the active model alone."),
    "only-in-new": lambda _m: said("A class is known to the new model alone."),
    "maps-not-looked-at": lambda _m: said("The maps were not compared."),
}
