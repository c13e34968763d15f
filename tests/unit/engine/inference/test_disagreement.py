"""Two models about one image: classes by name, decisions first, then how far apart."""

import pytest

from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.errors import RequestError
from engine.inference.disagreement import disagreement, pairs_of
from engine.inference.predict import ClassScore, Prediction
from engine.inference.target import list_targets
from tests.support.bundles import tiny_manifest

POINT = OperatingPoint(0.5)


def manifest(*names, complement=None):
    classes = tuple(ClassInfo(name, "", POINT) for name in names)
    task = "multilabel" if complement is None else "binary"
    return tiny_manifest(classes=classes, complement=complement, task=task)


def said_by(model, *probabilities, point=POINT):
    scores = tuple(
        ClassScore(target, 0.0, p, point, None if point is None else p >= point.threshold)
        for target, p in zip(list_targets(model), probabilities, strict=True)
    )
    return Prediction(model.id, "", "1", "CPU", scores, 0.0)


def test_classes_meet_by_name_whatever_their_column_and_case():
    one, other = manifest("Oedema", "Nodule", "Mass"), manifest("mass", "nodule", "hernia")
    found = [(a.name, a.column, b.name, b.column) for a, b in pairs_of(one, other)]

    assert found == [("Nodule", 1, "nodule", 1), ("Mass", 2, "mass", 0)]


def test_the_absence_is_not_counted_beside_the_presence():
    one = manifest("ill", complement="well")
    assert [(a.name, b.name) for a, b in pairs_of(one, one)] == [("ill", "ill")]
    two = manifest("well", "other")
    assert [(a.sign, b.name) for a, b in pairs_of(one, two)] == [(-1, "well")]


def test_classes_of_different_names_must_be_named():
    one, other = manifest("opacity"), manifest("pneumonia")
    with pytest.raises(RequestError) as raised:
        pairs_of(one, other)
    assert "pneumonia" in raised.value.hint
    ((a, b),) = pairs_of(one, other, [("OPACITY", "pneumonia")])
    assert (a.name, b.name) == ("opacity", "pneumonia")
    with pytest.raises(RequestError, match="hernia"):
        pairs_of(one, other, [("opacity", "hernia")])


def test_other_decisions_come_before_greater_differences():
    model = manifest("a", "b")
    pairs = pairs_of(model, model)
    agreed = disagreement(said_by(model, 0.99, 0.2), said_by(model, 0.55, 0.2), pairs)
    parted = disagreement(said_by(model, 0.9, 0.49), said_by(model, 0.6, 0.51), pairs)
    same = disagreement(said_by(model, 0.3, 0.2), said_by(model, 0.3, 0.2), pairs)

    assert sorted([same, agreed, parted], key=lambda found: found.rank) == [same, agreed, parted]
    assert agreed.decisions == 0
    assert agreed.widest.difference == pytest.approx(-0.44)
    assert parted.decisions == 1
    assert parted.widest.one.target.name == "b"  # decided otherwise, though nearer
    assert parted.rank[1] == pytest.approx(0.3)
    assert same.rank == (0, 0.0)


def test_without_an_operating_point_there_is_no_decision_to_compare():
    model = manifest("a")
    found = disagreement(
        said_by(model, 0.1, point=None), said_by(model, 0.9), pairs_of(model, model)
    )
    assert found.decisions == 0
    entry = found.widest.as_json()
    assert entry["is_decided_otherwise"] is None
    assert entry["difference"] == pytest.approx(0.8)
