"""Bundles of the three kinds of task, written from facts and opened by the clinic's engine."""

from dataclasses import replace

import pytest

from engine.bundle.store import read_bundle
from engine.images.admission import Population
from engine.inference.model import open_model
from engine.inference.predict import predict
from engine.inference.target import list_targets
from tests.support.small_onnx import small_classifier
from tests.unit.training.export.runs import TASKS, finished
from training.config import config_from
from training.export.bundle import write_trained


@pytest.fixture(params=TASKS)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def bundle(kind, tmp_path):
    config, trained = finished(kind)
    write_trained(tmp_path / "bundle", config, trained)
    return read_bundle(tmp_path / "bundle")


def test_the_clinic_opens_it_and_predicts(bundle, kind):
    model = open_model(bundle, wants_gpu=False, threads=1)
    prediction = predict(model, bundle.selftest_input[:1])

    assert model.self_test_error < 1e-6
    assert model.manifest.task == kind
    names = [target.name for target in list_targets(bundle.manifest)]
    assert names[: len(TASKS[kind].names)] == list(TASKS[kind].names)
    assert [score.target.name for score in prediction.scores] == names
    if kind == "multiclass":
        assert sum(s.probability for s in prediction.scores) == pytest.approx(1.0, abs=1e-6)


def test_every_class_has_its_three_operating_points(bundle):
    for info in bundle.manifest.classes:
        names = [info.operating_point.name, *(point.name for point in info.other_points)]
        assert names == ["balanced", "sensitive", "specific"]
        assert info.operating_point.measured_on == "test set, 60 images of 60 patients"


def test_the_manifest_states_opset_configuration_and_statistics(bundle, kind):
    manifest = bundle.manifest

    assert manifest.made_with["onnx opset"] == "17"
    assert config_from(manifest.training_data["configuration"]).id == f"{kind}-1"
    assert manifest.admission["statistics"] == {"images": 3}
    assert Population.from_json(manifest.admission) == Population()
    assert "curves" not in manifest.metrics["test"]


def test_the_card_names_what_a_reader_must_know(bundle):
    headings = (
        "What it is not for",
        "Limits",
        "Data",
        "Operating points",
        "Calibration",
        "Licence",
    )
    for heading in headings:
        assert f"## {heading}\n" in bundle.card
    for info in bundle.manifest.classes:
        assert f"**{info.name}**" in bundle.card
    assert "95 % interval" in bundle.card
    assert "None\n" not in bundle.card


def test_the_layout_asked_for_is_the_recipes(tmp_path):
    config, trained = finished("binary")
    config = replace(config, export=replace(config.export, layout="nchw"))
    model = small_classifier(1, "Sigmoid", layout="nchw")
    manifest = write_trained(tmp_path / "b", config, replace(trained, onnx_model=model))

    assert manifest.recipe.layout == "nchw"
    assert read_bundle(tmp_path / "b").selftest_input.shape == (2, 1, 32, 32)
