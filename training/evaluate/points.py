"""Operating points, chosen on the validation set and nowhere else."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.config.sections import EvaluationSection

Floats = NDArray[np.float64]
BALANCED, SENSITIVE, SPECIFIC = "balanced", "sensitive", "specific"


def choose_points(
    probabilities: Floats, targets: Floats, section: EvaluationSection
) -> list[list[dict[str, Any]]]:
    """The points of every class, one against the rest.

    Args:
        probabilities: (N, C) calibrated, of the validation set.
        targets: (N, C).
        section: the sensitivity and specificity that two of the points keep.

    Returns:
        Per class a list of ``{"name", "threshold", "source", "sensitivity", "specificity"}``, first
        ``balanced``, then ``sensitive`` and ``specific``; both rates are those of the validation
        set. The list is empty where the validation set lacks images with or without the class:
        there is nothing to choose by. ``specific`` is missing where no threshold keeps it, because
        healthy images score exactly 1.
    """
    return [
        _points_of_class(probabilities[:, column], targets[:, column] > 0.5, section)
        for column in range(targets.shape[1])
    ]


def _points_of_class(
    scores: Floats, ill: NDArray[np.bool_], section: EvaluationSection
) -> list[dict[str, Any]]:
    if ill.all() or not ill.any():
        return []
    candidates = _candidates(scores)
    sensitivity = _share_from(scores[ill], candidates)
    specificity = 1.0 - _share_from(scores[~ill], candidates)
    gains = sensitivity + specificity
    best = np.nonzero(gains >= gains.max() - 1e-12)[0]
    balanced = best[np.argmin(np.abs(candidates[best] - 0.5))]
    # Sensitivity falls and specificity rises with the threshold: the last and the first that keep.
    sensitive = np.nonzero(sensitivity >= section.sensitive - 1e-12)[0][-1]
    specific = np.nonzero(specificity >= section.specific - 1e-12)[0][:1]
    rules = [
        (BALANCED, balanced, "Greatest sensitivity + specificity"),
        (SENSITIVE, sensitive, f"Highest threshold of sensitivity >= {section.sensitive:g}"),
        *(
            (SPECIFIC, index, f"Lowest threshold of specificity >= {section.specific:g}")
            for index in specific
        ),
    ]
    return [
        {
            "name": name,
            "threshold": float(candidates[index]),
            "source": f"{rule} on the validation set.",
            "sensitivity": float(sensitivity[index]),
            "specificity": float(specificity[index]),
        }
        for name, index, rule in rules
    ]


def _candidates(scores: Floats) -> Floats:
    """Rising thresholds in the middle between neighbouring scores, and one beyond either end.

    The first calls every image, the last none, except where a score is exactly 1.
    """
    known = np.unique(scores)
    return np.concatenate([[known[0] / 2], (known[:-1] + known[1:]) / 2, [(known[-1] + 1) / 2]])


def _share_from(scores: Floats, thresholds: Floats) -> Floats:
    """Share of the scores at or above each threshold."""
    below = np.searchsorted(np.sort(scores), thresholds, side="left")
    return 1.0 - below / len(scores)
