"""Measuring a classifier: from probabilities and targets to figures with their uncertainty.

`choose_points` takes the validation set, `evaluate` any set; both give plain JSON values. What is
not defined is None with a reason, and what could deceive is said in ``warnings``.
"""

from training.evaluate.evaluation import evaluate, headline, without_curves
from training.evaluate.figure import as_text
from training.evaluate.objective import watched_figures
from training.evaluate.points import choose_points
from training.evaluate.reliability import (
    brier,
    calibration_bins,
    expected_calibration_error,
    log_loss,
)

__all__ = [
    "as_text",
    "brier",
    "calibration_bins",
    "choose_points",
    "evaluate",
    "expected_calibration_error",
    "headline",
    "log_loss",
    "watched_figures",
    "without_curves",
]
