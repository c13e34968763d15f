"""What the monitoring window says of months and versions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.findings import finding_text
from desktop.language import figure, in_words, translate
from engine.library.drift import MOVED, MOVED_MUCH
from engine.library.monitoring import Mix, Monitored, Scores, Share, Version
from engine.library.monitoring_words import drift_text, share_text

HEADINGS = (
    QT_TRANSLATE_NOOP("Monitoring", "Month"),
    QT_TRANSLATE_NOOP("Monitoring", "Version"),
    QT_TRANSLATE_NOOP("Monitoring", "Images"),
    QT_TRANSLATE_NOOP("Monitoring", "Refused"),
    QT_TRANSLATE_NOOP("Monitoring", "Median score"),
    QT_TRANSLATE_NOOP("Monitoring", "Against the reference"),
    QT_TRANSLATE_NOOP("Monitoring", "At or above the point"),
    QT_TRANSLATE_NOOP("Monitoring", "Readers agree"),
    QT_TRANSLATE_NOOP("Monitoring", "Sensitivity"),
    QT_TRANSLATE_NOOP("Monitoring", "Specificity"),
    QT_TRANSLATE_NOOP("Monitoring", "Median age"),
    QT_TRANSLATE_NOOP("Monitoring", "Sex"),
    QT_TRANSLATE_NOOP("Monitoring", "View"),
)
# Checks that refuse images, by their code (`engine.images.admission`, `engine.inference.content`).
CHECKS = {
    "age": QT_TRANSLATE_NOOP("Monitoring", "age"),
    "colour": QT_TRANSLATE_NOOP("Monitoring", "colour"),
    "modality": QT_TRANSLATE_NOOP("Monitoring", "modality"),
    "body_part": QT_TRANSLATE_NOOP("Monitoring", "body part"),
    "lateral": QT_TRANSLATE_NOOP("Monitoring", "lateral view"),
    "tiny": QT_TRANSLATE_NOOP("Monitoring", "too small"),
    "constant": QT_TRANSLATE_NOOP("Monitoring", "one grey"),
    "content_inverted": QT_TRANSLATE_NOOP("Monitoring", "black and white swapped"),
    "content_turned": QT_TRANSLATE_NOOP("Monitoring", "turned"),
    "content_lateral": QT_TRANSLATE_NOOP("Monitoring", "looks lateral"),
    "content_other": QT_TRANSLATE_NOOP("Monitoring", "no chest film"),
}
VERDICT = 5  # the column of the comparison
_NONE = "-"


def version_text(version: Version) -> str:
    """A version by its name."""
    text = translate("Monitoring", "{name}, version {version}")
    return text.format(name=version.name, version=version.version)


def is_moved(entry: Scores) -> bool:
    """Whether a month differs from the reference by more than chance, and enough to matter."""
    return entry.drift is not None and entry.drift.verdict in (MOVED, MOVED_MUCH)


def cells(monitored: Monitored, entry: Scores, mix: Mix) -> tuple[str, ...]:
    """A row of the table, in the order of `HEADINGS`."""
    agreement = entry.agreement
    return (
        entry.month,
        monitored.versions[entry.version].version,
        figure(mix.asked, ",d"),
        refused_text(mix),
        _percent(entry.quantiles[2]) if entry.quantiles else _NONE,
        in_words(drift_text(entry.drift)) if entry.count else _NONE,
        _share(entry.above),
        _share(agreement.agreed()),
        _share(agreement.sensitivity()),
        _share(agreement.specificity()),
        _NONE if mix.median_age is None else figure(mix.median_age, ".0f"),
        _mix_text(mix.sexes),
        _mix_text(mix.views),
    )


def refused_text(mix: Mix) -> str:
    """How many the input checks refused, and which checks did."""
    if not mix.refused:
        return "0"
    codes = ", ".join(f"{_check_text(code)} {count}" for code, count in mix.codes.items())
    return f"{figure(mix.refused, ',d')} ({codes})" if codes else figure(mix.refused, ",d")


def _check_text(code: str) -> str:
    """A check by its name; one that nobody has named by its code."""
    return translate("Monitoring", CHECKS[code]) if code in CHECKS else code


def distribution_words(entry: Scores) -> str:
    """A month's scores, for the pointer."""
    text = translate(
        "Monitoring",
        "{month}: {count} scores, median {median}, half of them from {low} to {high}, "
        "nine in ten from {least} to {most}. {drift}",
    )
    least, low, median, high, most = (_percent(value) for value in entry.quantiles)
    return text.format(
        month=entry.month, count=entry.count, median=median, low=low, high=high, least=least,
        most=most, drift=in_words(drift_text(entry.drift)),
    )  # fmt: skip


def share_words(month: str, share: Share) -> str:
    """A month's share, for the pointer."""
    return f"{month}: {in_words(share_text(share))}"


def finding_name(finding: str) -> str:
    """A finding as the reader calls it."""
    return finding_text(finding)


def _percent(value: float) -> str:
    return f"{figure(100 * value, '.0f')} %"


def _share(share: Share) -> str:
    if share.value is None:
        return _NONE
    text = translate("Monitoring", "{percent} ({hits} of {trials})")
    return text.format(percent=_percent(share.value), hits=share.hits, trials=share.trials)


def _mix_text(counts: Mapping[str, int]) -> str:
    """Values with their shares, the most frequent first."""
    total = sum(counts.values())
    unknown = translate("Monitoring", "not known")
    told = [f"{name or unknown} {_percent(count / total)}" for name, count in counts.items()]
    return ", ".join(told) or _NONE
