"""Training to bundle with a tiny network: what is written is what was trained, or nothing is."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras
import onnx
import onnxruntime
import tensorflow as tf
from onnx import numpy_helper

from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle
from engine.errors import ModelError
from training.calibrate import Calibration, fold
from training.config import TrainingConfig
from training.data.phantom.write import write_phantoms
from training.export.layer_names import layer_activations, map_layers, tensor_values
from training.export.parity import demand_parity
from training.fit import cells, class_weights
from training.models import ARCHITECTURES
from training.models.pneumonia_cnn import LOGIT, pneumonia_cnn
from training.train import train

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("phantoms")
    for _ in write_phantoms(folder, range(60), size=64):
        pass
    return folder


def _tiny(data: Path, out: Path) -> tuple[dict, list[float]]:
    config = TrainingConfig(id="tiny-1", recipe=Recipe(40, 48, fit="letterbox"), dropout=0.1)
    config = replace(config, schedule=replace(config.schedule, epochs=2, batch=8))
    shares: list[float] = []
    facts = train(data, out, config, ["train"], lambda share, _: shares.append(share))
    return facts, shares


@pytest.fixture(scope="module")
def trained(phantoms, tmp_path_factory):
    out = tmp_path_factory.mktemp("bundles") / "tiny-1"
    facts, shares = _tiny(phantoms, out)
    return out, facts, shares


def test_two_epochs_end_in_a_bundle_that_reproduces_its_self_test(trained):
    bundle = read_bundle(trained[0])
    session = onnxruntime.InferenceSession(bundle.model, providers=["CPUExecutionProvider"])
    output = session.run(None, {session.get_inputs()[0].name: bundle.selftest_input})[0]

    assert [entry.name for entry in session.get_inputs()] == ["input"]
    assert bundle.selftest_input.shape[1:] == bundle.manifest.recipe.input_shape()[1:]
    assert np.allclose(output, bundle.selftest_output, atol=1e-6)


def test_the_manifest_tells_counts_figures_and_operating_point(trained):
    manifest = read_bundle(trained[0]).manifest
    counts = manifest.training_data["counts"]

    assert sum(c["with"] + c["without"] for c in counts.values()) == 60
    assert manifest.classes[0].name == "opacity"
    assert manifest.complement == "no opacity"
    assert manifest.classes[0].operating_point.sensitivity is not None
    assert manifest.metrics["test"]["images"] == counts["test"]["with"] + counts["test"]["without"]
    assert manifest.metrics["parity"]["probability"] <= 1e-4


def test_the_card_names_what_a_reader_must_know(trained):
    card = read_bundle(trained[0]).card

    for heading in ("What it is not for", "Data", "95 % interval", "Calibration", "Licence"):
        assert heading in card


def test_progress_never_goes_back(trained):
    shares = trained[2]

    assert shares == sorted(shares)
    assert shares[-1] < 1.0


def test_every_computing_layer_is_found_in_the_graph(trained):
    manifest = read_bundle(trained[0]).manifest
    names = [layer.name for layer in manifest.layers]

    expected = ["conv1", "pool1", "conv2", "pool2", "conv3", "pool3", "average"]
    assert names == [*expected, "dense1", "dense2", "logit", "probability"]
    conv1 = manifest.layers[0]
    assert (conv1.kind, conv1.channels, conv1.height, conv1.width) == ("Conv2D", 32, 40, 48)


@pytest.fixture(scope="module", params=ARCHITECTURES)
def exported(request: pytest.FixtureRequest) -> tuple[keras.Model, bytes, np.ndarray]:
    """Each network with random weights and its export, made in this process."""
    import tf2onnx

    keras.utils.set_random_seed(4)
    model = ARCHITECTURES[request.param]((40, 48, 1), 0.2)
    spec = [tf.TensorSpec((None, 40, 48, 1), tf.float32, name="input")]
    proto, _ = tf2onnx.convert.from_keras(model, input_signature=spec, opset=17)
    inputs = np.random.default_rng(1).random((3, 40, 48, 1), dtype=np.float32)
    return model, proto.SerializeToString(), inputs


def test_mapped_tensors_hold_the_layers_activations(exported):
    model, onnx_model, inputs = exported
    other = inputs[::-1] * np.float32(0.5)  # inputs that the mapping has not seen
    wanted, values = layer_activations(model, other), tensor_values(onnx_model, other)
    layers = map_layers(model, onnx_model, inputs)

    has_pooling = not any(isinstance(layer, keras.layers.Flatten) for layer in model.layers)
    assert len(layers) == 10 + has_pooling
    for layer in layers:
        found = values[layer.tensor]
        found = np.moveaxis(found, 1, -1) if layer.layout == "nchw" else found
        assert np.allclose(found, wanted[layer.name], atol=1e-5)


def test_an_altered_export_fails_parity(exported):
    model, onnx_model, inputs = exported
    tensor = next(
        entry.tensor for entry in map_layers(model, onnx_model, inputs) if entry.name == LOGIT
    )
    proto = onnx.load_from_string(onnx_model)
    weight = next(entry for entry in proto.graph.initializer if list(entry.dims) == [64, 1])
    altered = numpy_helper.to_array(weight) + np.float32(0.01)
    weight.CopyFrom(numpy_helper.from_array(altered, weight.name))

    assert demand_parity(model, onnx_model, inputs, logit=LOGIT, logit_tensor=tensor).logit <= 1e-4
    with pytest.raises(ModelError, match="no bundle was written"):
        demand_parity(model, proto.SerializeToString(), inputs, logit=LOGIT, logit_tensor=tensor)


def test_failing_parity_leaves_no_bundle(phantoms, tmp_path, monkeypatch):
    def refuse(*_arguments, **_keywords):
        raise ModelError("they differ")

    monkeypatch.setattr("training.train.demand_parity", refuse)

    with pytest.raises(ModelError, match="they differ"):
        _tiny(phantoms, tmp_path / "bundle")
    assert list(tmp_path.glob("bundle*")) == []


def test_folding_scales_the_logit_exactly():
    model = pneumonia_cnn((32, 32, 1), 0.0)
    inputs = np.random.default_rng(2).random((4, 32, 32, 1), dtype=np.float32)
    before = layer_activations(model, inputs)[LOGIT]
    fold(model, LOGIT, Calibration(2.5, -0.75))
    after = layer_activations(model, inputs)

    assert np.allclose(after[LOGIT], 2.5 * before - 0.75, atol=1e-5)
    assert np.allclose(after["probability"], 1 / (1 + np.exp(-after[LOGIT])), atol=1e-6)


def test_class_weights_balance_the_classes():
    weights = class_weights(np.array([1, 0, 0, 0], dtype=np.float32))

    assert weights == {0: 4 / 6, 1: 2.0}  # 3 * 4/6 == 1 * 2


def test_mask_cells_lie_where_the_feature_maps_look():
    masks = np.zeros((1, 128, 128, 1), dtype=np.float32)
    masks[0, 8 + 3 * 8 : 8 + 4 * 8, 8 : 8 + 8] = 1.0  # the cell in row 3, column 0 of 14 x 14
    found = np.asarray(cells(tf.constant(masks), (14, 14)))[0, :, :, 0]

    assert found.shape == (14, 14)
    assert found[3, 0] == 1.0
    assert found.sum() == 1.0


def test_terminating_the_program_leaves_no_bundle(phantoms, tmp_path):
    out = tmp_path / "bundle"
    command = [
        sys.executable,
        "-m",
        "training",
        "train",
        "--data",
        str(phantoms),
        "--out",
        str(out),
    ]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    ) as child:
        for line in child.stdout:
            if "epoch 1" in line:
                child.send_signal(signal.SIGTERM)
                break
        rest = child.stdout.read()
        status = child.wait(timeout=60)

    assert status == 143
    assert "E_STOPPED" in rest
    assert list(tmp_path.iterdir()) == []
