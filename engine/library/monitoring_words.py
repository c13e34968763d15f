"""What monitoring found, in sentences: no figure without its number of cases, no alarm without one.

Every sentence is about one finding and one version; the window and the command line show the same.
"""

from engine.language import Said, joined, said
from engine.library.drift import (
    LEAST,
    LEAST_REFERENCE,
    MOVED,
    MOVED_MUCH,
    SLIGHT,
    STEADY,
    TOO_FEW,
    Drift,
)
from engine.library.monitoring import REFERENCE, Agreement, Monitored, Scores, Share

FEW_ANSWERS = 20
VERDICTS = {
    STEADY: said("steady"),
    SLIGHT: said("measurable, but small"),
    MOVED: said("moved"),
    MOVED_MUCH: said("moved much"),
    TOO_FEW: said("too few to tell"),
}
METHOD = said(
    "How it is compared: the reference are the first {reference} studies that a version scored "
    "here; each month is compared with it where the reference has {least_reference} studies and "
    "the month {least}. A movement is spoken of where a two-sample Kolmogorov-Smirnov test, "
    "corrected for all months and findings of the version (Holm), has p below 0.05 and the "
    "population stability index, less what chance alone gives, is 0.10 or more (0.25: much). Of a "
    "study with several images the first one counts. Studies that the library has forgotten are in "
    "no figure.",
    reference=REFERENCE,
    least_reference=LEAST_REFERENCE,
    least=LEAST,
)
CAUSES = said(
    "Other patients, another device or another way of working do this as well as a fault; whether "
    "the model has become worse only answers of readers can tell."
)


def summary(monitored: Monitored, finding: str, version: int) -> tuple[Said, ...]:
    """What is to be said first of a finding and a version of `monitored`."""
    own = monitored.of(finding, version)
    return (
        _asked(monitored, version),
        *_moved(monitored, finding, version, own),
        *_agreed(monitored.agreement(finding, version), sum(entry.count for entry in own)),
    )


def drift_text(drift: Drift | None) -> Said:
    """A month's comparison in few words."""
    if drift is None:
        return said("in the reference")
    if drift.distance is None or drift.p_corrected is None:
        return VERDICTS[drift.verdict]
    return said(
        "{verdict} (D {distance:.2f}, p {p}, stability {stability:.2f})",
        verdict=VERDICTS[drift.verdict],
        distance=drift.distance,
        p=_p_text(drift.p_corrected),
        stability=drift.stability,
    )


def share_text(share: Share) -> Said:
    """A share with its interval and its numbers."""
    if share.value is None:
        return said("nothing to count")
    return said(
        "{percent:.0f} % ({low:.0f} to {high:.0f} %; {hits} of {trials})",
        percent=100 * share.value, low=100 * share.low, high=100 * share.high,
        hits=share.hits, trials=share.trials,
    )  # fmt: skip


def _asked(monitored: Monitored, version: int) -> Said:
    about = monitored.versions[version]
    mixes = [mix for mix in monitored.mixes if mix.version == version]
    refused = sum(mix.refused for mix in mixes)
    overridden = sum(mix.overridden for mix in mixes)
    first = said(
        "{name}, version {version}: {count} images since {day}; the input checks refused {refused} "
        "of them ({percent:.0f} %).",
        name=about.name, version=about.version, count=about.count, day=about.first_at[:10],
        refused=refused, percent=100 * refused / about.count,
    )  # fmt: skip
    if not overridden:
        return first
    also = said("Scored on a reader's word although refused: {count}.", count=overridden)
    return joined(" ", (first, also))


def _moved(
    monitored: Monitored, finding: str, version: int, own: tuple[Scores, ...]
) -> tuple[Said, ...]:
    reference = next(
        (r for r in monitored.references if (r.finding, r.version) == (finding, version)), None
    )
    count = 0 if reference is None else reference.count
    if count < LEAST_REFERENCE:
        few = said(
            "Whether scores move cannot be told yet: {count} of {least} studies for a reference.",
            count=count, least=LEAST_REFERENCE,
        )  # fmt: skip
        return (few,)
    compared = [e for e in own if e.drift is not None and e.drift.verdict != TOO_FEW]
    if not compared:
        none = said(
            "Whether scores move cannot be told yet: no month after the reference of {count} "
            "studies has {least}.",
            count=count, least=LEAST,
        )  # fmt: skip
        return (none,)
    found = [e for e in compared if e.drift is not None and e.drift.verdict in (MOVED, MOVED_MUCH)]
    slight = [e for e in compared if e.drift is not None and e.drift.verdict == SLIGHT]
    told = [_movement(entry) for entry in found]
    if slight:
        months = ", ".join(entry.month for entry in slight)
        told.append(said("{months}: a difference that is measurable, but small.", months=months))
    if found:
        return (*told, CAUSES)
    if slight:
        return tuple(told)
    steady = said(
        "No month's scores differ from the reference more than chance explains; {count} of {all} "
        "months had enough studies to be compared.",
        count=len(compared), all=len(own),
    )  # fmt: skip
    return (steady,)


def _movement(entry: Scores) -> Said:
    """One month that moved. Only for entries with a complete comparison."""
    drift = entry.drift
    if drift is None or drift.shift is None or drift.p_corrected is None:
        raise ValueError("this month was not compared")
    fields = {
        "month": entry.month,
        "points": abs(100 * drift.shift),
        "count": drift.count,
        "p": _p_text(drift.p_corrected),
        "stability": drift.stability,
    }
    if drift.verdict == MOVED_MUCH:
        if drift.shift >= 0:
            return said(
                "{month}: the scores are much higher than in the reference: the median by "
                "{points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.",
                **fields,
            )
        return said(
            "{month}: the scores are much lower than in the reference: the median by "
            "{points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.",
            **fields,
        )
    if drift.shift >= 0:
        return said(
            "{month}: the scores are higher than in the reference: the median by "
            "{points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.",
            **fields,
        )
    return said(
        "{month}: the scores are lower than in the reference: the median by "
        "{points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.",
        **fields,
    )


def _agreed(agreement: Agreement, scores: int) -> tuple[Said, ...]:
    if agreement.decided < FEW_ANSWERS:
        few = said(
            "Readers answered {count} of {scores} scores: too few to tell how far they agree.",
            count=agreement.decided, scores=scores,
        )  # fmt: skip
        return (few,)
    first = said(
        "Readers answered {count} of {scores} scores and agree with {share}.",
        count=agreement.decided, scores=scores, share=share_text(agreement.agreed()),
    )  # fmt: skip
    rates = said(
        "Against their answers the sensitivity is {sensitivity}, the specificity {specificity}.",
        sensitivity=share_text(agreement.sensitivity()),
        specificity=share_text(agreement.specificity()),
    )
    honest = said(
        "That is of the images they chose to answer, {looked} of them looked at before the scores "
        "were seen; of all images it may be otherwise.",
        looked=agreement.looked_first,
    )
    return first, rates, honest


def _p_text(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"{p:.3f}"
