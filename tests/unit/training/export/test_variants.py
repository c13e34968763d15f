"""Smaller versions: measured, opened, explained by the clinic's engine, or refused."""

from dataclasses import replace

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from engine.bundle.store import read_bundle
from engine.explain.explanation import Request
from engine.explain.registry import find_method
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.target import list_targets
from tests.unit.training.export.runs import SECTION, TASKS, finished
from training.data.sample import Sample
from training.evaluate import choose_points, evaluate
from training.export.bundle import write_trained
from training.export.precision import PRECISIONS, in_int8
from training.export.variants import Measured, Variant, probabilities_of, write_variants

IMAGES = np.random.default_rng(3).random((40, 32, 32, 1), dtype=np.float32) ** np.linspace(
    0.3, 3.0, 40, dtype=np.float32
).reshape(40, 1, 1, 1)


def batches():
    return (IMAGES[:25], IMAGES[25:])


def measured(kind: str, model: bytes) -> Measured:
    """Images whose targets are what the full model makes of them, so that its AUC is 1."""
    task = TASKS[kind]
    full = probabilities_of(model, batches)
    targets = (
        np.eye(full.shape[1])[np.argmax(full - full.mean(axis=0), axis=1)]
        if kind == "multiclass"
        else (full > np.median(full, axis=0)).astype(np.float64)
    )
    samples = [Sample(f"{i}.png", (), str(i)) for i in range(len(full))]
    points = choose_points(full, targets, SECTION)
    return Measured(batches, lambda p: evaluate(task, p, targets, samples, points, SECTION))


@pytest.fixture(params=TASKS)
def made(request: pytest.FixtureRequest, tmp_path):
    config, trained = finished(request.param)
    config = replace(config, export=replace(config.export, float16=True, int8=True))
    sets = measured(request.param, trained.onnx_model)
    figures = sets.figures(probabilities_of(trained.onnx_model, batches))
    trained = replace(trained, validation=figures, test=figures)
    write_trained(tmp_path / "full", config, trained)
    config = replace(config, export=replace(config.export, max_auc_drop=0.2))
    return {
        variant.precision: variant
        for variant in write_variants(
            tmp_path / "full", config, trained, validation=sets, test=sets
        )
    }


def test_each_variant_is_a_bundle_with_figures_of_its_own(made: dict[str, Variant]):
    assert list(made) == ["float16", "int8"]
    for precision, variant in made.items():
        manifest = read_bundle(variant.folder).manifest
        assert manifest.id.endswith(f"-1-{precision}")
        assert manifest.metrics["parity"]["auc_drop"] == variant.auc_drop
        assert 0.0 < manifest.metrics["parity"]["probability"] == variant.probability < 0.05
        assert manifest.metrics["parity"]["full_model"]["worst_layer"] == "conv1"
    assert made["float16"].probability < made["int8"].probability or made["int8"].auc_drop <= 0.2


def test_the_clinic_opens_them_and_gives_a_map(made: dict[str, Variant]):
    for variant in made.values():
        bundle = read_bundle(variant.folder)
        model = open_model(bundle, wants_gpu=False, threads=1)
        request = Request(
            model=model,
            tensor=IMAGES[:1],
            to_image=Affine(),
            target=list_targets(bundle.manifest)[0],
            layer=model.default_layer.tensor,
        )
        *_, last = find_method("grad-cam").run(request)

        assert model.default_layer.name == "conv1"
        assert np.isfinite(last.result.map).all()
        assert np.abs(last.result.map).max() > 0.0


def test_a_variant_that_ranks_worse_is_refused(tmp_path, monkeypatch):
    config, trained = finished("binary")
    config = replace(config, export=replace(config.export, int8=True, max_auc_drop=0.05))
    sets = measured("binary", trained.onnx_model)
    figures = sets.figures(probabilities_of(trained.onnx_model, batches))

    def reversed_order(model: bytes, given) -> bytes:
        proto = onnx.load_from_string(in_int8(model, given))
        dense = next(entry for entry in proto.graph.initializer if entry.name == "dense")
        dense.CopyFrom(numpy_helper.from_array(-numpy_helper.to_array(dense), "dense"))
        return proto.SerializeToString()

    monkeypatch.setitem(PRECISIONS, "int8", reversed_order)
    (variant,) = write_variants(
        tmp_path / "full", config, replace(trained, validation=figures), validation=sets, test=sets
    )

    assert variant.folder is None
    assert "from 1.0000 to 0.0" in variant.reason
    assert list(tmp_path.glob("full*")) == []


def test_probabilities_are_not_in_steps_of_a_quantised_sigmoid():
    _, trained = finished("binary")
    found = probabilities_of(in_int8(trained.onnx_model, batches), batches)

    assert len(np.unique(found)) > len(IMAGES) // 2


def test_ranges_are_seen_on_images_from_the_first_to_the_last(tmp_path, monkeypatch):
    config, trained = finished("binary")
    config = replace(config, export=replace(config.export, int8=True))
    shares = np.linspace(0.0, 1.0, 40, dtype=np.float32)
    many = np.concatenate([IMAGES * share for share in shares])  # dark ones first
    sets = Measured(lambda: iter(np.array_split(many, 50)), lambda _: trained.validation)
    seen = []

    def watched(model: bytes, given) -> bytes:
        seen.extend(float(np.abs(image).max()) for batch in given() for image in batch)
        return in_int8(model, given)

    monkeypatch.setitem(PRECISIONS, "int8", watched)
    list(write_variants(tmp_path / "f", config, trained, validation=sets, test=sets))

    assert len(many) > len(seen) == 128
    assert min(seen) == 0.0
    assert max(seen) == pytest.approx(max(np.abs(image).max() for image in many), rel=0.1)


def test_nothing_is_made_that_was_not_asked_for(tmp_path):
    config, trained = finished("binary")
    sets = measured("binary", trained.onnx_model)

    assert list(write_variants(tmp_path / "f", config, trained, validation=sets, test=sets)) == []
