"""Bare ONNX files: what the graph tells is read, the rest is asked, nothing is guessed."""

import json
import shutil

import numpy as np
import onnx
import pytest

from engine.bundle.answers import NUMBERED, Answers
from engine.bundle.store import read_bundle
from engine.errors import ForeignModelError, ModelError, RequestError
from engine.explain.backward import backward_to
from engine.inference.foreign import import_onnx
from engine.inference.model import open_model
from engine.inference.predict import predict
from engine.pipeline import open_image
from engine.pipeline import predict as predict_image
from tests.support.bundles import SIZE, tiny_logit, tiny_onnx
from tests.support.half_precision import in_half

# file -> (layout, channels, (height, width), classes, what must be asked)
REAL_MODELS = {
    "cxr_nih15_mobilenetv3_int8.onnx": (
        "nchw", 1, (224, 224), 15, {"classes", "activation", "scaling"},
    ),
    "skin_external_data/model.onnx": ("nchw", 3, (224, 224), 1, {"classes", "scaling"}),
    "squeezenet_cifar10_nhwc.onnx": ("nhwc", 3, (32, 32), 10, {"classes", "scaling"}),
    "cifar100_selu_fixed_batch.onnx": (
        "nchw", 3, (32, 32), 100, {"classes", "activation", "scaling"},
    ),
    "light_densenet121.onnx": ("nchw", 3, (224, 224), 1000, {"classes", "activation", "scaling"}),
}  # fmt: skip


@pytest.mark.real_data
@pytest.mark.parametrize("name", REAL_MODELS)
def test_real_models_tell_what_they_can_and_ask_the_rest(shared_data, tmp_path, name):
    layout, channels, size_hw, count, asked = REAL_MODELS[name]
    path = shared_data / "models" / "onnx" / name

    with pytest.raises(ForeignModelError) as caught:
        import_onnx(path, Answers(), tmp_path)
    assert set(caught.value.questions) == asked

    answers = Answers(classes=NUMBERED, scaling="unit", activation="softmax" if count > 1 else None)
    bundle = read_bundle(import_onnx(path, answers, tmp_path))
    recipe = bundle.manifest.recipe
    assert (recipe.layout, recipe.channels, (recipe.height, recipe.width)) == (
        layout, channels, size_hw,
    )  # fmt: skip
    assert len(bundle.manifest.classes) == count
    model = open_model(bundle, wants_gpu=False)
    scores = predict(model, bundle.selftest_input).scores
    assert sum(s.probability for s in scores) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.real_data
def test_a_chest_model_finds_the_large_heart_of_a_public_film(shared_data, tmp_path):
    folder = shared_data / "models" / "onnx"
    names = json.loads((folder / "cxr_nih15_mobilenetv3_int8.labels.json").read_text())
    answers = Answers(
        classes=tuple(names),
        activation="sigmoid",
        scaling="mean-std",
        mean=(0.485,),
        deviation=(0.229,),
    )
    path = import_onnx(folder / "cxr_nih15_mobilenetv3_int8.onnx", answers, tmp_path)
    model = open_model(read_bundle(path), wants_gpu=False)

    film = open_image(shared_data / "cxr_extra" / "nih" / "00000001_000.png")

    scores = {s.target.name: s.probability for s in predict_image(film, model).prediction.scores}
    assert scores["Cardiomegaly"] > 0.99
    assert scores["Pneumothorax"] < 0.05


@pytest.mark.real_data
def test_missing_weights_are_named(shared_data, tmp_path):
    path = shared_data / "models" / "onnx" / "bad_missing_external_data.onnx"

    with pytest.raises(ModelError, match="bad_missing_external_data") as caught:
        import_onnx(path, Answers(), tmp_path)

    assert "best_model.onnx.data" in str(caught.value)
    assert "missing" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_weights_may_not_lie_outside_the_model_s_folder(tmp_path):
    model = onnx.load_from_string(tiny_onnx())
    inner = tmp_path / "inner"
    inner.mkdir()
    onnx.save(
        model, inner / "m.onnx", save_as_external_data=True, location="w.bin", size_threshold=0
    )
    shutil.move(inner / "w.bin", tmp_path / "w.bin")
    moved = onnx.load(inner / "m.onnx", load_external_data=False)
    for tensor in moved.graph.initializer:
        for entry in tensor.external_data:
            if entry.key == "location":
                entry.value = "../w.bin"
    (inner / "m.onnx").write_bytes(moved.SerializeToString())

    with pytest.raises(ModelError):
        import_onnx(inner / "m.onnx", Answers(classes=("a",), scaling="unit"), tmp_path / "out")


def test_log_probabilities_are_shown_as_probabilities(tmp_path):
    model = onnx.load_from_string(
        tiny_onnx(
            has_sigmoid=False,
            head=np.array([[3.0, -1.0], [-1.0, 2.0]], np.float32),
            bias=np.array([0.25, 0.0], np.float32),
        )
    )
    model.graph.node.append(onnx.helper.make_node("LogSoftmax", ["logit"], ["y"], axis=1))
    model.graph.output[0].name = "y"
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    answers = Answers(classes=NUMBERED, scaling="unit")

    bundle = read_bundle(import_onnx(tmp_path / "m.onnx", answers, tmp_path))

    scores = predict(open_model(bundle, wants_gpu=False), bundle.selftest_input).scores
    expected = np.exp([s.logit for s in scores]) / np.exp([s.logit for s in scores]).sum()
    np.testing.assert_allclose([s.probability for s in scores], expected, rtol=1e-5)


def test_class_names_in_the_metadata_are_used(tmp_path):
    model = onnx.load_from_string(tiny_onnx())
    onnx.helper.set_model_props(model, {"names": "{0: 'bright'}"})
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())

    bundle = read_bundle(import_onnx(tmp_path / "m.onnx", Answers(scaling="unit"), tmp_path))

    assert [info.name for info in bundle.manifest.classes] == ["bright"]
    assert bundle.manifest.complement == "no bright"


def test_a_free_input_size_is_asked_for(tmp_path):
    model = onnx.load_from_string(tiny_onnx())
    for axis, name in ((2, "H"), (3, "W")):
        model.graph.input[0].type.tensor_type.shape.dim[axis].dim_param = name
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    answers = {"classes": ("bright",), "scaling": "unit"}

    with pytest.raises(ForeignModelError) as caught:
        import_onnx(tmp_path / "m.onnx", Answers(**answers), tmp_path)
    assert set(caught.value.questions) == {"size_hw"}

    answered = Answers(size_hw=(SIZE, 2 * SIZE), **answers)
    recipe = read_bundle(import_onnx(tmp_path / "m.onnx", answered, tmp_path)).manifest.recipe
    assert (recipe.height, recipe.width) == (SIZE, 2 * SIZE)


def test_scaling_by_mean_and_deviation_asks_for_both(tmp_path):
    (tmp_path / "m.onnx").write_bytes(tiny_onnx())
    answers = {"classes": ("bright",), "scaling": "mean-std"}

    with pytest.raises(ForeignModelError) as caught:
        import_onnx(tmp_path / "m.onnx", Answers(**answers), tmp_path)
    assert set(caught.value.questions) == {"mean", "deviation"}

    answered = Answers(mean=(0.5,), deviation=(0.25,), **answers)
    recipe = read_bundle(import_onnx(tmp_path / "m.onnx", answered, tmp_path)).manifest.recipe
    assert recipe.numbers() == (1.0, (0.5,), (0.25,))


def test_a_wrong_number_of_names_is_refused(tmp_path):
    (tmp_path / "m.onnx").write_bytes(tiny_onnx())

    with pytest.raises(RequestError, match="2 class names"):
        import_onnx(tmp_path / "m.onnx", Answers(classes=("a", "b"), scaling="unit"), tmp_path)


@pytest.mark.parametrize("content", [b"", b"junk", b"\x08\x07"])
def test_junk_is_no_model(tmp_path, content):
    (tmp_path / "m.onnx").write_bytes(content)

    with pytest.raises(ModelError):
        import_onnx(tmp_path / "m.onnx", Answers(), tmp_path)


def test_unknown_answers_are_refused():
    with pytest.raises(RequestError, match="colour"):
        Answers.from_mapping({"colour": "red"})


def test_a_model_in_half_precision_predicts_and_explains(tmp_path):
    whole = onnx.load_from_string(tiny_onnx())
    (tmp_path / "m.onnx").write_bytes(in_half(whole).SerializeToString())
    answers = Answers(classes=("bright",), scaling="unit")
    bundle = read_bundle(import_onnx(tmp_path / "m.onnx", answers, tmp_path))
    model = open_model(bundle, wants_gpu=False)
    tensor = bundle.selftest_input

    (score, _) = predict(model, tensor).scores
    flow = backward_to(model, "maps").run(tensor, np.ones((1, 1), np.float32))

    assert score.logit == pytest.approx(tiny_logit(tensor[0, 0]), abs=2e-3)
    assert {a.dtype for a in (flow.activation, flow.gradient)} == {np.dtype(np.float32)}
    np.testing.assert_allclose(flow.gradient[0, 0], 3.0 / SIZE**2, rtol=1e-3)
    assert any("half precision" in note for note in flow.notes)


def test_a_batch_fixed_at_one_is_set_free_at_import(tmp_path):
    model = onnx.load_from_string(tiny_onnx())
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = 1
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    answers = Answers(classes=("bright",), scaling="unit")

    bundle = read_bundle(import_onnx(tmp_path / "m.onnx", answers, tmp_path))
    opened = open_model(bundle, wants_gpu=False)

    images = np.concatenate([bundle.selftest_input, 1.0 - bundle.selftest_input])
    logits, _ = opened.scores(images)
    np.testing.assert_allclose(logits[:, 0], [tiny_logit(x[0]) for x in images], rtol=1e-5)


def test_a_batch_that_cannot_be_set_free_stays_fixed(tmp_path):
    model = onnx.load_from_string(tiny_onnx())
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = 1
    first = onnx.numpy_helper.from_array(np.array([0]), "first")
    model.graph.initializer.append(first)
    model.graph.node.append(onnx.helper.make_node("Gather", ["probability", "first"], ["y"]))
    model.graph.output[0].name = "y"
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    answers = Answers(classes=("bright",), scaling="unit", activation="sigmoid")

    bundle = read_bundle(import_onnx(tmp_path / "m.onnx", answers, tmp_path))

    kept = onnx.load_from_string(bundle.model)
    assert kept.graph.input[0].type.tensor_type.shape.dim[0].dim_value == 1
