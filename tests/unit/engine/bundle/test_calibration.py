"""Calibration curves: what they do, what is refused, and their way through the manifest."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.bundle.calibration import CalibrationCurve, calibrated
from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import Recipe
from engine.errors import BundleError

CURVE = CalibrationCurve((0.2, 0.4, 0.8), (0.1, 0.1, 0.9))
LONE = Manifest(
    "m-1", "M", "1", "binary", (ClassInfo("ill"),), "sigmoid", Recipe(8, 8), complement="well",
)  # fmt: skip


def test_a_curve_is_linear_between_its_knots_and_constant_beyond():
    found = CURVE.apply(np.array([0.0, 0.3, 0.6, 1.0]))

    assert found == pytest.approx([0.1, 0.1, 0.5, 0.9])


def test_no_curve_leaves_probabilities_as_they_are():
    own = np.array([[0.3], [0.7]])

    assert calibrated((), own, "sigmoid").tolist() == own.tolist()


def test_rows_of_exclusive_classes_are_scaled_to_one_again():
    half = CalibrationCurve((0.0, 1.0), (0.0, 0.5))
    same = CalibrationCurve((0.0, 1.0), (0.0, 1.0))
    # (0.6 / 2, 0.4) = (0.3, 0.4), scaled: (3/7, 4/7).
    found = calibrated((half, same), np.array([[0.6, 0.4]]), "softmax")

    assert found == pytest.approx(np.array([[3 / 7, 4 / 7]]))


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ((), ()),
        ((0.1, 0.2), (0.1,)),
        ((0.2, 0.1), (0.1, 0.2)),
        ((0.1, 0.1), (0.1, 0.2)),
        ((0.1, 0.2), (0.3, 0.2)),
        ((0.1, 1.2), (0.1, 0.2)),
        ((0.1, float("nan")), (0.1, 0.2)),
    ],
)
def test_what_is_no_rising_curve_of_probabilities_is_refused(x, y):
    with pytest.raises(BundleError):
        CalibrationCurve(x, y)


def test_curves_survive_the_manifest():
    manifest = replace(LONE, curves=(CURVE,))
    again = Manifest.from_json(json.loads(json.dumps(manifest.to_json() | {"files": {}})))

    assert again.curves == (CURVE,)


def test_a_manifest_without_curves_is_read():
    plain = LONE.to_json() | {"files": {}}
    del plain["curves"]

    assert Manifest.from_json(plain).curves == ()


@pytest.mark.parametrize(
    "curves",
    [[{"probability": ["x"], "calibrated": [0.1]}], [{"probability": [0.5, 0.4],
     "calibrated": [0.1, 0.2]}], [{"wrong": []}], [5]],
)  # fmt: skip
def test_malformed_curves_are_a_bundle_error(curves):
    with pytest.raises(BundleError):
        Manifest.from_json(LONE.to_json() | {"files": {}, "curves": curves})


def test_one_curve_per_class_is_demanded():
    with pytest.raises(BundleError, match="one calibration curve per class"):
        replace(LONE, curves=(CURVE, CURVE))
