"""Words of the page that compares two models: figures, verdicts, kinds of cases."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import figure, translate
from desktop.views import wording
from engine.bundle.recommendation import (
    AGAINST,
    CANNOT_TELL,
    FOR,
    NO_DIFFERENCE,
    NOT_RECOMMENDED,
    NOTE,
    RECOMMENDED,
    UNKNOWN,
)

# name in comparison.json -> words; those of the operating point come last
FIGURES = {
    "roc_auc": QT_TRANSLATE_NOOP("ModelComparison", "Area under the ROC curve"),
    "pr_auc": QT_TRANSLATE_NOOP("ModelComparison", "Average precision"),
    "brier": QT_TRANSLATE_NOOP("ModelComparison", "Brier score (0 is best)"),
    "ece": QT_TRANSLATE_NOOP("ModelComparison", "Calibration error (0 is best)"),
    "sensitivity": QT_TRANSLATE_NOOP("ModelComparison", "Sensitivity"),
    "specificity": QT_TRANSLATE_NOOP("ModelComparison", "Specificity"),
    "accuracy": QT_TRANSLATE_NOOP("ModelComparison", "Accuracy"),
    "balanced_accuracy": QT_TRANSLATE_NOOP("ModelComparison", "Balanced accuracy"),
    "ppv": QT_TRANSLATE_NOOP("ModelComparison", "Positive predictive value"),
    "npv": QT_TRANSLATE_NOOP("ModelComparison", "Negative predictive value"),
}
KINDS = {
    "gained": QT_TRANSLATE_NOOP("ModelComparison", "now right"),
    "lost": QT_TRANSLATE_NOOP("ModelComparison", "now wrong"),
    "moved": QT_TRANSLATE_NOOP("ModelComparison", "same decision"),
    "sample": QT_TRANSLATE_NOOP("ModelComparison", "fixed sample"),
}
LIGHTS = {
    "good": QT_TRANSLATE_NOOP("ModelComparison", "passed the tests"),
    "doubtful": QT_TRANSLATE_NOOP("ModelComparison", "doubtful"),
    "bad": QT_TRANSLATE_NOOP("ModelComparison", "fails the tests"),
    "not measured": QT_TRANSLATE_NOOP("ModelComparison", "could not be tested"),
}
INKS = {RECOMMENDED: "GOOD", NO_DIFFERENCE: "TEXT", NOT_RECOMMENDED: "STOP", CANNOT_TELL: "ABOVE"}
# effect of a reason -> (its sign, colour in the theme, words for those who do not see the sign)
EFFECTS = {
    AGAINST: ("-", "STOP", QT_TRANSLATE_NOOP("ModelComparison", "speaks against")),
    UNKNOWN: ("?", "ABOVE", QT_TRANSLATE_NOOP("ModelComparison", "cannot be told")),
    FOR: ("+", "GOOD", QT_TRANSLATE_NOOP("ModelComparison", "speaks for")),
    NOTE: ("i", "MUTED", QT_TRANSLATE_NOOP("ModelComparison", "remark")),
}
LOWER_IS_BETTER = frozenset({"brier", "ece"})


def words(text: str) -> str:
    """A text of this module's tables in the language in use."""
    return translate("ModelComparison", text)


def value_text(found: Mapping[str, Any], *, is_change: bool = False) -> str:
    """``0.930``, below it ``0.900 to 0.960`` if there is an interval; a dash where undefined."""
    if found["value"] is None:
        return "–"
    spec = "+.3f" if is_change else ".3f"
    value = figure(_no_minus_zero(found["value"]), spec)
    if found["low"] is None:
        return value
    text = translate("ModelComparison", "{low} to {high}")
    low, high = (figure(_no_minus_zero(found[end]), spec) for end in ("low", "high"))
    return f"{value}\n{text.format(low=low, high=high)}"


def change_ink(name: str, found: Mapping[str, Any]) -> str:
    """The colour of a change whose whole interval is on one side of 0."""
    if found["low"] is None or found["low"] <= 0.0 <= found["high"]:
        return "TEXT"
    is_better = (found["value"] > 0.0) != (name in LOWER_IS_BETTER)
    return "GOOD" if is_better else "STOP"


def percent_text(probability: float) -> str:
    """Never 0 % and never 100 %."""
    return f"{wording.percent(probability)} %"


def p_text(p: float) -> str:
    """``p = 0.031``, ``p < 0.001``."""
    if p < 0.001:
        return translate("ModelComparison", "p < {limit}").format(limit=figure(0.001, ".3f"))
    return translate("ModelComparison", "p = {value}").format(value=figure(p, ".3f"))


def decisions_text(test: Mapping[str, Any]) -> str:
    """What McNemar's test of one class says."""
    text = translate(
        "ModelComparison",
        "Decisions at the operating points: {new} images are right only with the new model, {old} "
        "only with the active one (McNemar, exact: {p}).",
    )
    return text.format(new=test["only_new_right"], old=test["only_old_right"], p=p_text(test["p"]))


def maps_text(evidence: Mapping[str, Any]) -> str:
    """What the maps of the fixed sample say of both models."""
    lines = []
    trust, outside = evidence.get("trust"), evidence.get("outside")
    if trust is not None:
        text = translate(
            "ModelComparison",
            "Maps of a fixed sample of {cases} images: with the active model {old} fail the quick "
            "tests of trust, with the new one {new}.",
        )
        told = text.format(cases=trust["cases"], old=trust["old"]["bad"], new=trust["new"]["bad"])
        lines.append(told)
    if outside is not None:
        text = translate(
            "ModelComparison",
            "Outside the lungs lie on average {old} % of the active model's maps and {new} % of "
            "the new one's ({cases} images).",
        )
        shares = (round(100 * outside[side]) for side in ("old", "new"))
        old, new = shares
        lines.append(text.format(old=old, new=new, cases=outside["cases"]))
    else:
        lines.append(
            translate(
                "ModelComparison",
                "Where the lungs are is not known here, so it is not told how much lies outside: "
                "that needs a model for lung fields.",
            )
        )
    return "\n".join(lines)


def _no_minus_zero(value: float) -> float:
    return 0.0 if abs(value) < 0.0005 else value
