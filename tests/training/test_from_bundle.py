"""A network built anew from a bundle answers as the bundle does, or is refused with the reason."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras

from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import Bundle, read_bundle, write_bundle
from tests.conftest import ROOT
from training.config.sections import NetworkSection
from training.export.bundle import run_onnx
from training.export.layer_names import as_fed, map_layers
from training.export.to_onnx import onnx_bytes
from training.models import ARCHITECTURES, build_model
from training.models.from_bundle import TOLERANCE, network_of, rebuilt
from training.models.head import LOGIT, Head
from training.models.onnx_weights import convolution
from training.refusals import Refused

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
SHIPPED = ("pneumonia-paediatric-1", "phantom-opacity-1")


def lively(architecture: str, side: int, channels: int, classes: int) -> keras.Model:
    """A network whose every weight is drawn, normalisation statistics too."""
    keras.utils.set_random_seed(3)
    network = NetworkSection(architecture=architecture)
    head = Head(classes, "sigmoid" if classes == 1 else "softmax", network)
    model = ARCHITECTURES[architecture].build((side, side, channels), head)
    random = np.random.default_rng(3)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            low = [0.6, -0.3, -0.3, 0.6] if layer.scale else [-0.3, -0.3, 0.6]
            drawn = [
                random.uniform(start, start + 0.6, w.shape)
                for start, w in zip(low, layer.get_weights(), strict=True)
            ]
            layer.set_weights(drawn)
        elif layer.weights and getattr(layer, "use_bias", False):
            kernel, bias = layer.get_weights()
            layer.set_weights([kernel, random.normal(0.0, 0.1, bias.shape)])
    return model


def bundled(
    folder: Path, architecture: str, *, side: int, channels: int, classes: int, layout: str
):
    """Such a network as a bundle of our own export, and the Keras original."""
    model = lively(architecture, side, channels, classes)
    inputs = np.random.default_rng(1).uniform(0.0, 1.0, (3, side, side, channels))
    inputs = inputs.astype(np.float32)
    content = onnx_bytes(keras.Model(model.inputs, model.outputs), layout)
    manifest = Manifest(
        id="lively-1",
        name="Lively",
        version="1",
        task="binary" if classes == 1 else "multiclass",
        classes=tuple(ClassInfo(f"class {n}", "", None) for n in range(classes)),
        activation="sigmoid" if classes == 1 else "softmax",
        recipe=Recipe(side, side, channels=channels, layout=layout),
        complement="none" if classes == 1 else None,
        layers=map_layers(model, content, inputs, layout=layout),
        training_data={"configuration": {"network": {"architecture": architecture}}},
    )
    fed = as_fed(inputs, layout)
    write_bundle(
        folder,
        manifest,
        model=content,
        selftest_input=fed,
        selftest_output=run_onnx(content, fed),
        card="# Lively",
    )
    return read_bundle(folder), model


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_is_recognised_by_its_layers_and_rebuilt(name):
    bundle = read_bundle(ROOT / "resources" / "models" / name)
    architecture = network_of(bundle.manifest).architecture

    model, parity = rebuilt(bundle, ARCHITECTURES[architecture])

    assert architecture == "pneumonia-cnn-max"
    assert parity.probability <= 1e-5
    assert parity.spread > 0.3  # it does not answer the same to everything
    assert model.count_params() == 117_505


@pytest.mark.parametrize(
    ("architecture", "side", "channels", "classes", "layout"),
    [
        ("pneumonia-cnn-flat", 32, 1, 1, "nhwc"),
        ("dcnn-resnet", 32, 1, 3, "nchw"),
        ("googlenet", 32, 1, 2, "nhwc"),
        ("mobilenetv2", 32, 3, 1, "nhwc"),
    ],
)
def test_folded_and_unfolded_normalisations_are_read_back(
    tmp_path, architecture, side, channels, classes, layout
):
    bundle, original = bundled(
        tmp_path / "b", architecture, side=side, channels=channels, classes=classes, layout=layout
    )

    model, parity = rebuilt(bundle, ARCHITECTURES[architecture])

    inputs = np.random.default_rng(9).uniform(0, 1, (4, side, side, channels)).astype(np.float32)
    assert parity.probability <= TOLERANCE
    before, after = (np.asarray(net(inputs, training=False)) for net in (original, model))
    assert np.abs(before - after).max() <= TOLERANCE


def test_other_classes_start_the_last_layer_anew_and_say_so():
    told: list[str] = []
    folder = ROOT / "resources" / "models" / SHIPPED[0]
    network = NetworkSection(architecture="pneumonia-cnn-max", weights=f"bundle:{folder}")

    model = build_model(network, (64, 64, 1), Head(3, "softmax", network), told.append)

    bundle = read_bundle(folder)
    source, _ = rebuilt(bundle, ARCHITECTURES["pneumonia-cnn-max"])
    assert LOGIT in told[0]
    assert model.output.shape == (None, 3)
    for name in ("conv1", "conv3", "dense2"):
        for mine, theirs in zip(
            model.get_layer(name).get_weights(), source.get_layer(name).get_weights(), strict=True
        ):
            assert np.array_equal(mine, theirs)


def test_a_graph_that_computes_something_else_is_refused():
    bundle = read_bundle(ROOT / "resources" / "models" / SHIPPED[0])
    layers = tuple(
        replace(entry, tensor=entry.tensor.replace("conv2", "conv3"))
        if entry.name == "conv2"
        else entry
        for entry in bundle.manifest.layers
    )
    other = replace(bundle, manifest=replace(bundle.manifest, layers=layers))

    with pytest.raises(Refused) as refusal:
        rebuilt(other, ARCHITECTURES["pneumonia-cnn-max"])

    assert refusal.value.code == "E_BASE_NOT_REBUILT"
    assert "conv2" in str(refusal.value)


def test_weights_that_do_not_answer_alike_are_refused(monkeypatch):
    bundle: Bundle = read_bundle(ROOT / "resources" / "models" / SHIPPED[0])

    def slightly_off(graph, way):
        kernel, bias = convolution(graph, way)
        return kernel * np.float32(1.01), bias

    monkeypatch.setattr("training.models.from_bundle.convolution", slightly_off)

    with pytest.raises(Refused, match="answers differently"):
        rebuilt(bundle, ARCHITECTURES["pneumonia-cnn-max"])
