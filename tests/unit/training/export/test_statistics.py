"""Numbers of the training images, by hand."""

from pathlib import Path

import numpy as np
import pytest

from tests.unit.training.export.runs import TASKS
from training.data.arrays import Split
from training.data.sample import Sample
from training.export.counts import counts_of
from training.export.statistics import FIGURES, grey_statistics


def test_figures_of_known_pictures() -> None:
    half = np.zeros((8, 8, 1), np.uint16)
    half[:, 4:] = 65535
    grey = np.full((8, 8, 1), 65535 // 2, np.uint16)
    found = grey_statistics(np.stack([half, half, grey]))

    assert set(found) == {"images", "of", *FIGURES}
    assert found["images"] == 3
    assert found["mean"]["median"] == pytest.approx(0.5)
    assert found["deviation"]["high"] == pytest.approx(0.5, abs=1e-3)
    assert found["deviation"]["low"] == pytest.approx(0.0, abs=6e-3)
    assert found["white_share"]["median"] == found["black_share"]["median"] == 0.5
    assert found["left_right_correlation"]["median"] == pytest.approx(-1.0)
    assert found["detail"]["median"] == pytest.approx(1 / 7)


def test_the_range_holds_nearly_all_images() -> None:
    levels = np.linspace(0, 65535, 1001).astype(np.uint16).reshape(-1, 1, 1, 1)
    found = grey_statistics(np.broadcast_to(levels, (1001, 4, 4, 1)))["mean"]

    assert found["low"] == pytest.approx(0.005, abs=1e-4)
    assert found["high"] == pytest.approx(0.995, abs=1e-4)


def test_counts_name_what_is_absent_too() -> None:
    samples = tuple(Sample(Path(f"{i}.png"), (), patient) for i, patient in enumerate("aab"))
    grey = np.zeros((3, 4, 4, 1), np.uint16)
    both = Split(grey, np.array([[1, 1], [0, 0], [0, 1]], np.float32), samples)
    lone = Split(grey, np.array([[1], [0], [0]], np.float32), samples)

    assert counts_of(TASKS["multilabel"], both) == {
        "images": 3,
        "patients": 2,
        "classes": {"mass": 1, "nodule": 2, "none of them": 1},
    }
    assert counts_of(TASKS["binary"], lone)["classes"] == {"opacity": 1, "no opacity": 2}
