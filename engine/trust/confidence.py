r"""Drop and increase in confidence: the score when only the map's region stays, or only the rest.

Two variants: *darkening* multiplies the picture by the map scaled to 0..1; *zeroing* keeps what
lies at or above a share of the map's peak. "Keep" shows the important, "hide" the rest.

- Drop: :math:`\max(0, p - p_{keep}) / p` (Chattopadhay et al., WACV 2018, Eq. 12, per image);
  the absolute drop :math:`\max(0, p - p_{keep})` stands in the details.
- Increase: whether :math:`p_{keep} > p`.

Both with probabilities and with logits; the drop of logits is absolute, for they have no zero.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import baseline_tensor
from engine.language import said
from engine.progress import Step
from engine.trust.against import AgainstChance
from engine.trust.case import Case, Scores, joined
from engine.trust.effort import Effort
from engine.trust.figure import Figure

FILL = "black"
DARKENING = "darkening"
NAME = said("Keeping and hiding")


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """All variants for the map, one for its shuffled copies; the result is a tuple of `Figure`s."""
    fill = baseline_tensor(case.request, FILL)
    variants = [DARKENING, *(f"zeroing {share} %" for share in effort.thresholds)]
    chosen = len(variants) // 2  # a middling threshold
    maps = case.maps(effort.draws)
    found: list[list[dict[str, Any]]] = []
    for place, values in enumerate(maps):
        kept = keeping_masks(values, effort.thresholds)
        if place > 0:
            kept = kept[chosen : chosen + 1]
        parts: list[Scores] = []
        masks = np.concatenate([kept, 1.0 - kept])
        for scores in case.scores_under(masks, fill):
            parts.append(scores)
            yield Step((place + len(parts) / len(masks)) / len(maps), NAME)
        found.append(_rows(case.own, joined(parts), len(kept)))
    chance = [rows[0] for rows in found[1:]]
    figures = tuple(_figure(metric, found[0], chance, variants, chosen) for metric in _TESTS)
    yield Step(1.0, result=figures)


def keeping_masks(
    importance: NDArray[np.float64], thresholds: tuple[int, ...]
) -> NDArray[np.float64]:
    """(1 + thresholds, H, W) what is kept, 0..1: the map scaled, then its binary masks.

    The positive part counts. A map without any keeps nothing when darkening; a constant positive
    one keeps all.

    Args:
        importance: (H, W), signed.
        thresholds: in percent of the peak.
    """
    positive = np.maximum(importance, 0.0)
    peak = positive.max()
    scaled = positive / peak if peak > 0.0 else positive
    masks = [(scaled >= share / 100.0) & (scaled > 0.0) for share in thresholds]
    return np.stack([scaled, *masks]).astype(np.float64)


def confidence(own: Scores, kept: Scores, hidden: Scores) -> dict[str, Any]:
    """The figures of one image and one mask.

    Args:
        own: the image's scores.
        kept: where only the important is shown.
        hidden: where only the rest is shown.
    """
    p, p_kept, p_hidden = (float(s.probabilities[0]) for s in (own, kept, hidden))
    z, z_kept, z_hidden = (float(s.logits[0]) for s in (own, kept, hidden))
    return {
        "drop": max(0.0, p - p_kept) / p if p > 0.0 else None,
        "drop_absolute": max(0.0, p - p_kept),
        "is_increase": p_kept > p,
        "drop_hidden": max(0.0, p - p_hidden) / p if p > 0.0 else None,
        "probability": p, "probability_kept": p_kept, "probability_hidden": p_hidden,
        "logit": z, "logit_kept": z_kept, "logit_hidden": z_hidden,
        "drop_logit": max(0.0, z - z_kept),
    }  # fmt: skip


_TESTS = {
    "drop": AgainstChance(
        "drop",
        said("Drop in confidence, important parts kept"),
        higher_is_better=False,
        meaning=said("What the map calls important carries more of the score"),
    ),
    "drop_hidden": AgainstChance(
        "drop-hidden",
        said("Drop in confidence, important parts hidden"),
        higher_is_better=True,
        meaning=said("Hiding what the map calls important costs more of the score"),
    ),
}


def _rows(own: Scores, scores: Scores, variants: int) -> list[dict[str, Any]]:
    """`confidence` of every variant: first where it keeps, after all of them where it hides."""
    return [
        confidence(own, scores.part(slice(n, n + 1)), scores.part(slice(m, m + 1)))
        for n, m in zip(range(variants), range(variants, 2 * variants), strict=True)
    ]


def _figure(
    key: str,
    rows: list[dict[str, Any]],
    chance: list[dict[str, Any]],
    variants: list[str],
    chosen: int,
) -> Figure:
    """The figure of one variant; all of them stand in the details."""
    details = {
        "fill": FILL,
        "variant": variants[chosen],
        "variants": dict(zip(variants, rows, strict=True)),
        "is_increase": rows[chosen]["is_increase"],
    }
    return _TESTS[key].figure(rows[chosen][key], [row[key] for row in chance], details)
