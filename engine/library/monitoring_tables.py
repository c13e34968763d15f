"""Monitoring as rows and as plain values, for tables and JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from engine.library.monitoring import QUANTILES, REFERENCE, Agreement, Monitored, Scores, Share
from engine.library.monitoring_words import METHOD, summary

SCHEMA_VERSION = 1
COLUMNS = (
    "month", "model", "version", "digest", "finding", "asked", "refused", "overridden",
    "median_age", "scored", *(f"quantile_{round(100 * q):02d}" for q in QUANTILES),
    "above", "above_low", "above_high", "accepted", "rejected", "agreement", "agreement_low",
    "agreement_high", "sensitivity", "sensitivity_low", "sensitivity_high", "specificity",
    "specificity_low", "specificity_high", "looked_first", "drift", "compared", "ks_distance",
    "p_corrected", "stability",
)  # fmt: skip

Cell = str | float | int | None


def rows(monitored: Monitored) -> Iterator[tuple[Cell, ...]]:
    """One row per finding, month and version; rates are empty where nothing is counted."""
    mixes = {(mix.month, mix.version): mix for mix in monitored.mixes}
    for entry in monitored.scores:
        about, mix = monitored.versions[entry.version], mixes[entry.month, entry.version]
        drift, agreement = entry.drift, entry.agreement
        yield (
            entry.month, about.model_id, about.version, about.digest[:12], entry.finding, mix.asked,
            mix.refused, mix.overridden, mix.median_age, entry.count,
            *(entry.quantiles or (None,) * len(QUANTILES)), *_share(entry.above),
            agreement.accepted, agreement.rejected, *_share(agreement.agreed()),
            *_share(agreement.sensitivity()), *_share(agreement.specificity()),
            agreement.looked_first, "" if drift is None else drift.verdict,
            None if drift is None else drift.count, None if drift is None else drift.distance,
            None if drift is None else drift.p_corrected,
            None if drift is None else drift.stability,
        )  # fmt: skip


def document(monitored: Monitored) -> dict[str, Any]:
    """Everything as one JSON document."""
    pairs = dict.fromkeys((entry.finding, entry.version) for entry in monitored.scores)
    return {
        "schema_version": SCHEMA_VERSION,
        "reference_studies": REFERENCE,
        "method": str(METHOD),
        "quantiles": list(QUANTILES),
        "versions": [asdict(version) for version in monitored.versions],
        "mixes": [asdict(mix) for mix in monitored.mixes],
        "references": [asdict(reference) for reference in monitored.references],
        "scores": [_scores(entry) for entry in monitored.scores],
        "summaries": [
            {
                "finding": finding,
                "version": version,
                "sentences": [str(text) for text in summary(monitored, finding, version)],
                "agreement": _agreement(monitored.agreement(finding, version)),
            }
            for finding, version in pairs
        ],
    }


def _scores(entry: Scores) -> dict[str, Any]:
    return asdict(entry) | {"agreement": _agreement(entry.agreement)}


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return asdict(agreement) | {
        "agreed": asdict(agreement.agreed()),
        "sensitivity": asdict(agreement.sensitivity()),
        "specificity": asdict(agreement.specificity()),
    }


def _share(share: Share) -> tuple[Cell, Cell, Cell]:
    if share.value is None:
        return None, None, None
    return share.value, share.low, share.high
