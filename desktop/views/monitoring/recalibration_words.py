"""What the recalibration window says: refusals by their code, results by their figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.findings import finding_text
from desktop.jobs.recalibrating import NO_TRAINER, Refusal
from desktop.language import figure, translate

VERDICTS = {
    "better": QT_TRANSLATE_NOOP(
        "Recalibration", "On patients held out of the fit the new probabilities are nearer to the "
        "truth."
    ),
    "unclear": QT_TRANSLATE_NOOP(
        "Recalibration", "On patients held out of the fit no clear difference was found. There is "
        "little reason to exchange the model."
    ),
    "worse": QT_TRANSLATE_NOOP(
        "Recalibration", "On patients held out of the fit the new probabilities are further from "
        "the truth. Keep the model as it is."
    ),
}  # fmt: skip
POINTS = {
    "balanced": QT_TRANSLATE_NOOP("Recalibration", "balanced"),
    "sensitive": QT_TRANSLATE_NOOP("Recalibration", "sensitive"),
    "specific": QT_TRANSLATE_NOOP("Recalibration", "specific"),
}
_PLAIN = {
    NO_TRAINER: QT_TRANSLATE_NOOP(
        "Recalibration", "The trainer is not installed here. It is installed with the training "
        "side, or beside this program as whyray-trainer."
    ),
    "E_NO_CASE": QT_TRANSLATE_NOOP(
        "Recalibration", "There is no case whose file is there and can be read."
    ),
}  # fmt: skip


def verdict_text(verdict: str) -> str:
    """What the figures of held-out patients say."""
    return translate("Recalibration", VERDICTS[verdict])


def refusal_text(refusal: Refusal) -> str:
    """Why nothing was made, and what to do."""
    facts = refusal.facts
    if refusal.code in _PLAIN:
        return translate("Recalibration", _PLAIN[refusal.code])
    if refusal.code == "E_TOO_FEW_CASES":
        text = translate(
            "Recalibration",
            "Too few patients: {counts}. {least} with the finding and {least} without are needed; "
            "with fewer the new figures would be chance ({source}). Confirm more cases first.",
        )
        counts = "; ".join(_counts(entry) for entry in facts["classes"])
        return text.format(counts=counts, least=facts["least"], source=facts["source"])
    if refusal.code == "E_RANKED_WRONG":
        text = translate(
            "Recalibration",
            "{finding}: the scores rank these cases the wrong way round, and no calibration mends "
            "that. Look at the labels; if they are right, the model does not fit these images.",
        )
        return text.format(finding=finding_text(facts["finding"]))
    if refusal.code == "E_LABELS":
        text = translate(
            "Recalibration",
            "The model knows {known}; the cases are labelled {found}. Name them alike.",
        )
        return text.format(known=", ".join(facts["known"]), found=", ".join(facts["found"]))
    return " ".join(part for part in (refusal.message, refusal.hint) if part)


def _counts(entry: Mapping[str, Any]) -> str:
    text = translate("Recalibration", "{finding}: {present} with, {absent} without")
    return text.format(
        finding=finding_text(entry["finding"]), present=entry["with"], absent=entry["without"]
    )


def remark_text(remark: Mapping[str, Any], *, is_masked: bool = False) -> str:
    """What to be careful about; with patients masked no file is named."""
    facts = dict(remark["facts"])
    if is_masked and "file" in facts:
        facts["file"] = translate("Recalibration", "a file")
    if remark["code"] == "mix":
        shares = ", ".join(
            f"{finding_text(name)} {percent(share)}" for name, share in facts["shares"].items()
        )
        text = translate(
            "Recalibration",
            "Probabilities are now frequencies among these cases ({shares}). Where readers answer "
            "images with a finding more often than others, they are too high for the clinic's mix.",
        )
        return text.format(shares=shares)
    if remark["code"] == "too-few":
        text = translate(
            "Recalibration",
            "{finding} stays as it was: {present} patients with it, {absent} without; {least} are "
            "needed.",
        )
        return text.format(
            finding=finding_text(facts["finding"]), present=facts["with"],
            absent=facts["without"], least=facts["least"],
        )  # fmt: skip
    if remark["code"] == "not-read":
        text = translate("Recalibration", "{file} could not be read and was left out.")
        return text.format(file=facts["file"])
    if remark["code"] == "row-unusable":
        text = translate("Recalibration", "A row of {file} cannot be used: {reason}")
        return text.format(file=facts["file"], reason=facts["reason"])
    return str(remark["message"])


def rows(facts: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What a table compares: figure, before, after."""
    told = []
    for entry in facts["classes"]:
        if not entry["is_fitted"]:
            continue
        old, new = entry["old"], entry["new"]
        name = finding_text(entry["name"])
        brier = translate("Recalibration", "{finding}: Brier score (0 is best)")
        error = translate("Recalibration", "{finding}: calibration error (0 is best)")
        mean = translate("Recalibration", "{finding}: mean probability; {frequency} have it")
        told += [
            (brier.format(finding=name), figure(old["brier"], ".4f"), figure(new["brier"], ".4f")),
            (error.format(finding=name), figure(old["ece"], ".3f"), figure(new["ece"], ".3f")),
            (
                mean.format(finding=name, frequency=percent(new["frequency"])),
                percent(old["mean_probability"]),
                percent(new["mean_probability"]),
            ),
        ]
        told += _point_rows(name, entry)
    return told


def _point_rows(finding: str, entry: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    told = []
    old, new = entry["old"]["points"], entry["new"]["points"]
    starts = entry["thresholds"]
    for point in dict.fromkeys((*old, *new)):
        label = translate("Recalibration", POINTS[point]) if point in POINTS else point
        text = translate("Recalibration", "{finding}, {point} point: from")
        cells = [
            percent(starts[side][point]) if point in starts[side] else "-"
            for side in ("old", "new")
        ]
        told.append((text.format(finding=finding, point=label), *cells))
        for rate, text in (
            ("sensitivity", translate("Recalibration", "{finding}, {point}: sensitivity")),
            ("specificity", translate("Recalibration", "{finding}, {point}: specificity")),
        ):
            cells = [rate_text(side[point][rate]) if point in side else "-" for side in (old, new)]
            told.append((text.format(finding=finding, point=label), *cells))
    return told


def rate_text(share: Mapping[str, Any]) -> str:
    """A share with its interval."""
    if share["value"] is None:
        return "-"
    text = translate("Recalibration", "{value} ({low} to {high})")
    return text.format(
        value=percent(share["value"]), low=percent(share["low"]), high=percent(share["high"])
    )


def change_text(entry: Mapping[str, Any]) -> str:
    """How the Brier score of a class changes, with its interval."""
    change = entry["brier_change"]
    text = translate(
        "Recalibration",
        "{finding}: the Brier score changes by {value} ({low} to {high}); below 0 is better.",
    )
    return text.format(
        finding=finding_text(entry["name"]), value=figure(change["value"], "+.4f"),
        low=figure(change["low"], "+.4f"), high=figure(change["high"], "+.4f"),
    )  # fmt: skip


def percent(share: float) -> str:
    """A share of 1 in percent."""
    return f"{figure(100 * share, '.0f')} %"
