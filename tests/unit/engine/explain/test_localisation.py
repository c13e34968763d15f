"""The figures of localisation: the measure, the shipped file, and what is told of a method."""

import json
import logging

import numpy as np
import pytest

from desktop.paths import LOCALISATION
from engine.explain.localisation import CONTROL, NOT_BETTER, read_localisation
from engine.explain.registry import METHODS
from tests.support.localisation import area_under_roc, summarise

LESION = np.arange(20).reshape(4, 5) >= 14


@pytest.mark.parametrize(
    ("values", "area"),
    [
        (LESION.astype(float), 1.0),
        (-LESION.astype(float), 0.0),
        (np.ones((4, 5)), 0.5),
        (np.where(LESION, 1.0, np.arange(20).reshape(4, 5) % 2), 0.75),  # ties with half of them
    ],
)
def test_the_area_follows_its_closed_form(values, area):
    assert area_under_roc(values, LESION) == pytest.approx(area)


def test_places_without_a_value_are_left_out():
    values = LESION.astype(float)
    values[0] = np.nan

    assert area_under_roc(values, LESION) == 1.0


def test_a_method_must_beat_the_control_by_two_standard_errors():
    control = [0.5, 0.5, 0.5, 0.5]
    told = summarise(
        {
            CONTROL: control,
            "grad-cam": [0.8, 0.9, 0.8, 0.9],
            "rise": [0.9, 0.3, 0.9, 0.3],
            "control-random": [0.9, 0.9, 0.9, 0.9],
        }
    )

    assert told["grad-cam"]["difference"] == pytest.approx(0.35)
    # Deviations of 0.05 about the mean: sqrt(4 * 0.05**2 / 3) / sqrt(4).
    assert told["grad-cam"]["standard_error"] == pytest.approx(0.05 / np.sqrt(3), abs=1e-4)
    assert told["grad-cam"]["beats_control"] is True
    assert told["rise"]["beats_control"] is False
    assert told["control-random"]["beats_control"] is None


def test_the_shipped_figures_are_of_the_registry():
    measured = read_localisation(LOCALISATION)

    assert set(measured) == {method.id for method in METHODS}
    for method in METHODS:
        found = measured[method.id]
        assert 0.0 <= found.auc <= 1.0
        assert (found.beats_control is None) == (method.family == "control")
        assert found.label == (NOT_BETTER if found.beats_control is False else "")
    assert measured["control-constant"].auc == 0.5
    assert measured[CONTROL].difference == 0.0


def test_a_missing_file_tells_nothing(tmp_path):
    assert read_localisation(tmp_path / "none.json") == {}


@pytest.mark.parametrize("text", ["", "{}", "[]", json.dumps({"methods": {"rise": {"auc": 1.0}}})])
def test_a_damaged_file_tells_nothing_and_is_noted(tmp_path, caplog, text):
    (tmp_path / "bad.json").write_text(text)

    with caplog.at_level(logging.WARNING):
        assert read_localisation(tmp_path / "bad.json") == {}
    assert "bad.json" in caplog.text
