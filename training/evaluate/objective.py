"""Few figures without intervals, cheap enough for every epoch and every trial of a search."""

import numpy as np
from numpy.typing import NDArray

from training.data.task import Task
from training.evaluate.confusion import rate_statistics
from training.evaluate.figure import Floats
from training.evaluate.ranking import Ranking
from training.evaluate.resampling import estimates

WATCHED = ("auc", "recall", "precision", "f1")
_SIGMOID_LIMIT = 0.5


def watched_figures(
    task: Task, probabilities: NDArray[np.floating], targets: NDArray[np.floating]
) -> dict[str, float | None]:
    """`WATCHED` on the validation set, the mean over the classes where each is defined.

    Sigmoids call at 0.5, a softmax calls its likeliest class. None where no class has a value.

    Args:
        task: what is told apart.
        probabilities: (N, C).
        targets: (N, C).
    """
    scores, wanted = np.asarray(probabilities, np.float64), np.asarray(targets, np.float64)
    if task.activation == "softmax":
        called = np.eye(scores.shape[1], dtype=bool)[scores.argmax(axis=1)]
    else:
        called = scores >= _SIGMOID_LIMIT
    rows = [_of_class(scores[:, k], wanted[:, k], called[:, k]) for k in range(scores.shape[1])]
    return {name: _mean([row[name] for row in rows]) for name in WATCHED}


def _of_class(scores: Floats, targets: Floats, called: NDArray[np.bool_]) -> dict[str, float]:
    rates = estimates(rate_statistics(called, targets > 0.5), len(targets))
    area = float(Ranking(scores, targets).roc_auc(np.ones((1, len(targets)), np.int32))[0])
    return {
        "auc": area,
        "recall": rates["sensitivity"],
        "precision": rates["ppv"],
        "f1": rates["f1"],
    }


def _mean(values: list[float]) -> float | None:
    known = [value for value in values if not np.isnan(value)]
    return float(np.mean(known)) if known else None
