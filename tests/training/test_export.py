"""Export with small networks: every layer found and held to Keras, both layouts, or nothing."""

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras
import onnx
import onnxruntime
from onnx import numpy_helper

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, load_model
from engine.graph.score import find_score
from training.export.activations import layer_activations
from training.export.layer_names import TensorReader, as_fed, in_keras_layout, map_layers
from training.export.parity import demand_parity
from training.export.to_onnx import INPUT, OPSET, export_onnx, onnx_bytes

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
L = keras.layers


def _block(x, filters: int, name: str):
    x = L.Conv2D(filters, 3, padding="same", use_bias=False, name=f"{name}_conv")(x)
    x = L.BatchNormalization(name=f"{name}_norm")(x)
    return L.ReLU(name=f"{name}_relu")(x)


def _base() -> keras.Model:
    picture = keras.Input((None, None, 3))
    x = _block(picture, 4, "a")
    x = L.Add(name="sum")([x, _block(x, 4, "b")])
    return keras.Model(picture, L.MaxPooling2D(name="pool")(x), name="base")


def _flat(units: int, activation: str) -> keras.Model:
    base = _base()
    picture = keras.Input((20, 24, 3))
    x = base(picture)
    x = L.GlobalAveragePooling2D(name="average")(x)
    x = L.Dropout(0.3)(x)
    x = L.Dense(units, name="logit", bias_initializer="random_normal")(x)
    return keras.Model(picture, L.Activation(activation, name="probability")(x))


def _sequential() -> keras.Model:
    head = [L.Flatten(), L.Dense(1, name="logit"), L.Activation("sigmoid", name="probability")]
    layers = [keras.Input((20, 24, 3)), L.Rescaling(2.0), L.RandomFlip(), _base(), *head]
    return keras.Sequential(layers)


NETWORKS = {
    "binary": lambda: _flat(1, "sigmoid"),
    "multiclass": lambda: _flat(3, "softmax"),
    "sequential": _sequential,
}


@pytest.fixture(scope="module", params=NETWORKS)
def model(request: pytest.FixtureRequest) -> keras.Model:
    """A network with random weights and normalisations that change something."""
    keras.utils.set_random_seed(4)
    built = NETWORKS[request.param]()
    rng = np.random.default_rng(0)
    for layer in built._flatten_layers():
        if isinstance(layer, L.BatchNormalization):
            layer.set_weights([rng.uniform(0.7, 1.3, w.shape) for w in layer.get_weights()])
    return built


@pytest.fixture(scope="module", params=["nhwc", "nchw"])
def layout(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def exported(model: keras.Model, layout: str) -> bytes:
    return onnx_bytes(keras.Model(model.inputs, model.outputs), layout)


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return np.random.default_rng(1).random((5, 20, 24, 3), dtype=np.float32)


def test_the_file_has_one_input_of_free_batch_and_the_opset_stated(exported, layout):
    proto = onnx.load_from_string(exported)
    (entry,) = proto.graph.input
    sides = [d.dim_value for d in entry.type.tensor_type.shape.dim]

    assert entry.name == INPUT
    assert sides == ([0, 20, 24, 3] if layout == "nhwc" else [0, 3, 20, 24])
    assert proto.opset_import[0].version == OPSET == 17
    assert "BatchNormalization" not in {node.op_type for node in proto.graph.node}


def test_batches_of_one_and_many_give_what_keras_gives(model, exported, layout, images):
    session = onnxruntime.InferenceSession(exported, providers=["CPUExecutionProvider"])
    wanted = np.asarray(model(images, training=False))
    for count in (1, 5):
        (found,) = session.run(None, {INPUT: as_fed(images[:count], layout)})
        assert np.allclose(found, wanted[:count], atol=1e-6)


def test_logits_and_probabilities_are_both_reachable(model, exported, layout, images):
    score = find_score(GraphFacts(load_model(exported)))
    wanted = layer_activations(model, images)
    found = TensorReader.of(exported, (score.logits,)).read(
        (score.logits, score.output), as_fed(images, layout)
    )

    assert np.allclose(found[score.logits], wanted["logit"], atol=1e-5)
    assert np.allclose(found[score.output], wanted["probability"], atol=1e-6)


def test_every_layer_but_the_folded_convolutions_is_mapped(model, exported, layout, images):
    layers = map_layers(model, exported, images[:2], layout=layout)
    missing = set(layer_activations(model, images)) - {layer.name for layer in layers}

    assert missing == {"a_conv", "b_conv"}  # merged with the normalisation behind them


def test_mapped_tensors_hold_the_layers_activations(model, exported, layout, images):
    other = images[::-1] * np.float32(0.5)  # inputs that the mapping has not seen
    layers = map_layers(model, exported, images[:2], layout=layout)
    wanted = layer_activations(model, other)
    reader = TensorReader.of(exported, tuple(layer.tensor for layer in layers))
    values = reader.read(reader.names, as_fed(other, layout))
    for layer in layers:
        found = in_keras_layout(values[layer.tensor], layer.layout)
        assert found.shape[1:] == wanted[layer.name].shape[1:]
        assert np.allclose(found, wanted[layer.name], atol=1e-5)


def test_an_altered_export_fails_parity_and_names_the_layer(model, exported, layout, images):
    layers = map_layers(model, exported, images[:2], layout=layout)
    parity = demand_parity(model, exported, images, layers, layout=layout)
    proto = onnx.load_from_string(exported)
    kernel = next(entry for entry in proto.graph.initializer if list(entry.dims) == [4, 4, 3, 3])
    altered = numpy_helper.to_array(kernel) * np.float32(1.001)
    kernel.CopyFrom(numpy_helper.from_array(altered, kernel.name))

    assert (parity.images, parity.layers) == (5, len(layers))
    assert max(parity.probability, parity.layer) < 1e-5
    with pytest.raises(ModelError, match=r"layer b_.*no bundle was written"):
        demand_parity(model, proto.SerializeToString(), images, layers, layout=layout)


def test_layers_listened_to_are_as_they_were_before(model, images):
    before = np.asarray(model(images, training=False))
    layer_activations(model, images)

    assert all("call" not in vars(layer) for layer in model._flatten_layers())
    assert np.array_equal(np.asarray(model(images, training=False)), before)


def test_a_process_of_its_own_gives_the_same_file(tmp_path, images):
    model = _flat(2, "softmax")
    model.save(tmp_path / "m.keras")
    export_onnx(tmp_path / "m.keras", tmp_path / "m.onnx", layout="nchw", parameters=1000)
    layers = map_layers(model, (tmp_path / "m.onnx").read_bytes(), images, layout="nchw")

    assert len(layers) > 6


def test_what_cannot_be_converted_is_said(tmp_path):
    (tmp_path / "m.keras").write_bytes(b"nothing")

    with pytest.raises(ModelError, match="could not be converted"):
        export_onnx(tmp_path / "m.keras", tmp_path / "m.onnx")
    assert not (tmp_path / "m.onnx").exists()
