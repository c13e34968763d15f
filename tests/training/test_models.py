"""Networks by hand count, the weights they start from, and what of them learns when."""

from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras
import tensorflow as tf

from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from training.config.sections import ImbalanceSection, NetworkSection
from training.losses import loss_of
from training.models import ARCHITECTURES, build_model, scaling_doubt
from training.models.applications import _features
from training.models.devices import in_full_precision, precision, strategy
from training.models.head import LOGIT, PROBABILITY, Head
from training.models.starting_weights import start_from_imagenet
from training.models.trainable import base_layers, freeze_base, unfreeze_from

pytestmark = [
    pytest.mark.training,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
SMALL = [name for name, row in ARCHITECTURES.items() if row.parameters < 5_000_000]
PREPROCESSING = {
    "resnet50": "resnet", "resnet101": "resnet", "resnet152": "resnet",
    "resnet50v2": "resnet_v2", "resnet101v2": "resnet_v2",
    "densenet121": "densenet", "densenet201": "densenet",
    "inceptionv3": "inception_v3", "inceptionresnetv2": "inception_resnet_v2",
    "xception": "xception", "mobilenetv2": "mobilenet_v2",
    **{f"efficientnetb{size}": "efficientnet" for size in range(8)},
    "convnexttiny": "convnext", "convnextsmall": "convnext",
}  # fmt: skip


def network(architecture: str, **options: object) -> NetworkSection:
    return NetworkSection(**({"architecture": architecture} | options))


def built(options: NetworkSection, side: int = 32, channels: int = 1, units: int = 1, **how):
    head = Head(units, "sigmoid", options)
    return build_model(options, (side, side, channels), head, **how)


def weights_of(model: keras.Model) -> dict[str, list[np.ndarray]]:
    return {layer.name: layer.get_weights() for layer in model.layers}


def same(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def kernels(model: keras.Model) -> list[np.ndarray]:
    return [v.numpy() for v in model.trainable_variables if v.path.endswith("kernel")]


@pytest.mark.parametrize("name", SMALL)
def test_the_table_counts_right_and_every_network_ends_alike(name):
    row = ARCHITECTURES[name]
    model = built(network(name), row.smallest)

    assert model.count_params() == row.parameters
    assert [layer.name for layer in model.layers[-2:]] == [LOGIT, PROBABILITY]
    assert model.output.dtype == "float32"


def test_dcnn_resnet_has_the_weights_of_its_definition():
    # conv 3x3: 9 * in * out + out; batch norm: 4 per channel; the join adds the block's input.
    count, channels = 0, 1
    for filters in (4, 8):
        count += 9 * channels * filters + filters + 4 * filters + 9 * filters**2 + filters
        channels += filters
        count += 4 * channels
    flat = 4 * 4 * channels  # 16 x 16, halved twice
    count += flat * 20 + 20 + 20 + 1
    options = network("dcnn-resnet", blocks=2, filters=4, growth=2, dense=20)

    assert built(options, 16).count_params() == count


def test_googlenet_has_the_channels_and_weights_of_its_papers_table():
    # Columns "output size" and "params" (in units of 1024, kernels alone) of table 1. The 463 of
    # 4c and the 1072 of 5a are left out: those rows' own filter numbers make 497.5 and 1018.
    printed = {"3a": (256, 159), "3b": (480, 380), "4a": (512, 364), "4b": (512, 437),
               "4d": (528, 580), "4e": (832, 840), "5b": (1024, 1388)}  # fmt: skip
    model = built(network("googlenet"))

    for module, (channels, units) in printed.items():
        convolutions = [
            layer.count_params()
            for layer in model.layers
            if isinstance(layer, keras.layers.Conv2D)
            and layer.name.startswith(f"inception_{module}")
        ]
        assert len(convolutions) == 6
        assert sum(convolutions) / 1024 == pytest.approx(units, rel=0.02), module
        assert model.get_layer(f"inception_{module}").output.shape[-1] == channels


def test_weight_decay_is_on_kernels_and_on_nothing_that_layers_put_out():
    model = built(network("mobilenetv2", l2=1e-3))
    images = np.random.default_rng(0).random((2, 32, 32, 1), np.float32)
    model(images, training=True)
    expected = 1e-3 * sum(
        float((kernel.astype(np.float64) ** 2).sum()) for kernel in kernels(model)
    )

    assert float(sum(model.losses)) == pytest.approx(expected, rel=1e-4)
    assert len(model.losses) == len(kernels(model))


def test_weight_decay_outlives_a_file(tmp_path):
    model = built(network("dcnn-resnet", l2=1e-3))
    model.save(tmp_path / "a.keras")
    again = keras.saving.load_model(tmp_path / "a.keras", compile=False)

    assert float(sum(again.losses)) == pytest.approx(float(sum(model.losses)))
    assert float(sum(again.losses)) > 0.0


@pytest.mark.parametrize("name", PREPROCESSING)
def test_scalings_are_those_that_keras_trained_with(name):
    grey = np.linspace(0.0, 1.0, 64, dtype=np.float32).reshape(8, 8)
    module = import_module(f"keras.applications.{PREPROCESSING[name]}")
    wanted = module.preprocess_input(np.repeat(grey[None, :, :, None] * 255.0, 3, axis=3))
    recipe = Recipe(8, 8, channels=3, scaling=ARCHITECTURES[name].scaling)

    np.testing.assert_allclose(recipe.tensor_from(grey), wanted, atol=1e-4)


def test_every_keras_application_is_checked_for_its_scaling():
    assert set(PREPROCESSING) == {n for n, row in ARCHITECTURES.items() if row.has_imagenet}


@pytest.mark.parametrize(
    ("options", "channels", "message"),
    [
        (network("no-such-network"), 1, "no architecture"),
        (network("xception"), 1, "at least 71 pixels"),
        (network("cnn-small", weights="imagenet"), 3, "no ImageNet weights"),
        (network("mobilenetv2", weights="imagenet"), 1, "3 channels"),
        (network("mobilenetv2", frozen_epochs=3), 1, "random weights would be frozen"),
        (network("cnn-small", weights="absent.keras"), 1, "not there"),
        (network("cnn-small", weights="pyproject.toml"), 1, "no weights are read"),
    ],
)
def test_what_cannot_be_started_is_refused(options, channels, message):
    with pytest.raises(RequestError, match=message):
        built(options, 32, channels)


def test_imagenet_weights_that_cannot_be_had_are_no_random_start(monkeypatch):
    def fails(_shape, _weights):
        raise OSError("URL fetch failure")

    row = replace(ARCHITECTURES["mobilenetv2"], features=fails)
    monkeypatch.setitem(ARCHITECTURES, "mobilenetv2", row)

    with pytest.raises(RequestError, match="URL fetch failure") as caught:
        built(network("mobilenetv2", weights="imagenet"), 32, 3)
    assert "name the file" in caught.value.hint


def test_a_scaling_that_imagenet_weights_do_not_know_is_doubted():
    options = network("resnet50", weights="imagenet")

    assert "'caffe'" in scaling_doubt(options, Recipe(32, 32, channels=3, scaling="unit"))
    assert scaling_doubt(options, Recipe(32, 32, channels=3, scaling="caffe")) == ""
    assert scaling_doubt(network("resnet50"), Recipe(32, 32)) == ""


def test_a_saved_network_is_taken_over_whole(tmp_path):
    first = built(network("dcnn-resnet"))
    for file in ("a.keras", "a.weights.h5"):
        (first.save if file.endswith(".keras") else first.save_weights)(tmp_path / file)
        second = built(network("dcnn-resnet", weights=str(tmp_path / file)))
        assert same(first.get_weights(), second.get_weights())


def test_another_number_of_classes_starts_the_last_layer_anew_and_says_so(tmp_path):
    first = built(network("cnn-deep"))
    first.save(tmp_path / "a.keras")
    told: list[str] = []
    options = network("cnn-deep", weights=str(tmp_path / "a.keras"))
    second = built(options, units=3, tell=told.append)

    before, after = weights_of(first), weights_of(second)
    assert all(same(before[name], after[name]) for name in before if name != LOGIT)
    assert after[LOGIT][0].shape == (128, 3)
    assert len(told) == 1
    assert LOGIT in told[0]


@pytest.mark.parametrize("file", ["a.keras", "a.weights.h5"])
def test_a_file_of_another_network_is_refused_by_name(tmp_path, file):
    other = built(network("dcnn-resnet", filters=8))
    (other.save if file.endswith(".keras") else other.save_weights)(tmp_path / file)

    with pytest.raises(RequestError) as caught:
        built(network("dcnn-resnet", weights=str(tmp_path / file)))
    assert file in str(caught.value)


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """EfficientNetB0 without its head, as Keras' makers publish it, but with random weights.

    Their files hold standard deviations where the layer wants variances; so does this one.
    """
    legacy = pytest.importorskip("tf_keras", reason="needs the dependency group train")
    legacy.utils.set_random_seed(4)
    model = legacy.applications.EfficientNetB0(
        include_top=False, weights=None, input_shape=(32, 32, 3)
    )
    normalisation = next(
        layer for layer in model.layers if isinstance(layer, legacy.layers.Normalization)
    )
    stored = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225], 0)
    normalisation.set_weights([np.array(values) for values in stored])
    file = tmp_path_factory.mktemp("published") / "efficientnetb0_notop.h5"
    model.save_weights(file)
    return file


def _base_output(model: keras.Model, images: np.ndarray) -> np.ndarray:
    return np.asarray(keras.Model(model.inputs[0], base_layers(model)[-1].output)(images))


@pytest.mark.slow
def test_published_weights_give_what_keras_makes_of_them(published, monkeypatch):
    from keras.src.applications import efficientnet

    monkeypatch.setattr(efficientnet.file_utils, "get_file", lambda *_, **__: str(published))
    images = np.random.default_rng(3).random((2, 32, 32, 3), np.float32) * 255.0
    theirs = keras.applications.EfficientNetB0(
        include_top=False, weights="imagenet", input_shape=(32, 32, 3)
    )
    wanted = np.asarray(theirs(images))
    told: list[str] = []
    by_file = built(network("efficientnetb0", weights=str(published)), 32, 3, tell=told.append)
    by_name = built(network("efficientnetb0", weights="imagenet"), 32, 3)

    for found in (_base_output(by_file, images), _base_output(by_name, images)):
        np.testing.assert_allclose(found, wanted, rtol=1e-3, atol=1e-5 * np.abs(wanted).max())
    assert "dense" in told[0]
    assert LOGIT in told[0]


@pytest.mark.slow
def test_convnext_computes_the_same_with_depthwise_convolutions():
    keras.utils.set_random_seed(6)
    theirs = keras.applications.ConvNeXtTiny(
        include_top=False, weights=None, input_shape=(32, 32, 3)
    )
    images = np.random.default_rng(3).random((2, 32, 32, 3), np.float32) * 255.0
    row = ARCHITECTURES["convnexttiny"]
    row = replace(row, features=partial(_features, lambda **_: theirs))
    model = built(network("convnexttiny"), 32, 3)

    start_from_imagenet(model, row, (32, 32, 3))

    wanted = np.asarray(theirs(images))
    np.testing.assert_allclose(_base_output(model, images), wanted, atol=1e-5 * wanted.max())
    assert not [a for a in model.layers if getattr(a, "groups", 1) > 1]


def test_published_weights_of_another_network_are_refused(published):
    with pytest.raises(RequestError, match="do not fit"):
        built(network("mobilenetv2", weights=str(published)), 32, 3)


def _one_step(model: keras.Model) -> set[str]:
    """Names of the layers whose weights or statistics a training step changed."""
    before = weights_of(model)
    model.compile(keras.optimizers.SGD(0.1), "binary_crossentropy", jit_compile=False)
    images = np.random.default_rng(1).random((8, 32, 32, 1), np.float32)
    model.train_on_batch(images, np.array([[0.0], [1.0]] * 4))
    return {name for name, old in before.items() if not same(old, weights_of(model)[name])}


def test_a_frozen_base_stays_as_it_is_and_so_do_its_statistics():
    model = built(network("dcnn-resnet"))
    freeze_base(model)

    assert _one_step(model) == {"dense", LOGIT}


def test_fine_tuning_begins_at_the_layer_named():
    model = built(network("dcnn-resnet"))
    freeze_base(model)
    unfreeze_from(model, "block3_conv1")

    assert _one_step(model) == {"block3_conv1", "block3_conv2", "dense", LOGIT}


def test_fine_tuning_of_the_whole_base_leaves_its_statistics():
    model = built(network("dcnn-resnet"))
    freeze_base(model)
    unfreeze_from(model)
    changed = _one_step(model)

    assert {"block1_conv1", "block3_conv2"} <= changed
    assert not [name for name in changed if "norm" in name]


def test_an_unknown_layer_and_a_network_without_base_are_refused():
    with pytest.raises(RequestError, match="no layer 'mixed99'"):
        unfreeze_from(built(network("cnn-deep")), "mixed99")
    with pytest.raises(RequestError, match="no base"):
        freeze_base(built(network("dense-deep")))


def test_without_a_gpu_half_precision_is_not_used():
    if tf.config.list_physical_devices("GPU"):
        pytest.skip("this machine has a GPU")
    before = keras.config.dtype_policy().name
    with precision(NetworkSection(mixed_precision=True)) as chosen:
        assert chosen == keras.config.dtype_policy().name == "float32"
    assert keras.config.dtype_policy().name == before
    assert strategy().num_replicas_in_sync == 1


def in_half_precision(options: NetworkSection) -> keras.Model:
    keras.config.set_dtype_policy("mixed_float16")
    try:
        return built(options)
    finally:
        keras.config.set_dtype_policy("float32")


@pytest.mark.parametrize("name", ["dcnn-resnet", "efficientnetb0"])
def test_a_network_in_half_precision_has_a_twin_in_full_precision(name):
    mixed, plain = in_half_precision(network(name)), built(network(name))
    plain.set_weights(mixed.get_weights())
    images = np.random.default_rng(2).random((2, 32, 32, 1), np.float32) * 255.0

    twin = in_full_precision(mixed)

    assert mixed.layers[3].compute_dtype == "float16"
    assert mixed.output.dtype == mixed.get_layer(LOGIT).compute_dtype == "float32"
    assert {layer.compute_dtype for layer in twin.layers} == {"float32"}
    assert np.array_equal(np.asarray(twin(images)), np.asarray(plain(images)))


def test_a_network_in_half_precision_learns_with_its_loss_scaled():
    model = in_half_precision(network("dcnn-resnet", blocks=1))
    targets = np.array([[0.0], [1.0]], np.float32)
    model.compile("adam", loss_of("binary", ImbalanceSection(), targets), jit_compile=False)
    before = model.get_layer(LOGIT).get_weights()
    images = np.random.default_rng(2).random((2, 32, 32, 1), np.float32)

    assert np.isfinite(model.train_on_batch(images, targets))
    assert isinstance(model.optimizer, keras.optimizers.LossScaleOptimizer)
    assert not same(before, model.get_layer(LOGIT).get_weights())
    assert in_full_precision(model).get_layer(LOGIT).compute_dtype == "float32"


def test_statistics_of_a_network_from_chance_follow_a_short_training(tmp_path):
    options = network("mobilenetv2", dropout=0.0)
    model = built(options, channels=3)
    norm = next(x for x in model.layers if isinstance(x, keras.layers.BatchNormalization))
    for _ in range(40):
        norm(tf.fill((4, 2, 2, norm.moving_mean.shape[0]), 5.0), training=True)
    model.save(tmp_path / "start.keras")
    loaded = built(replace(options, weights=str(tmp_path / "start.keras")), channels=3)
    kept = next(x for x in loaded.layers if isinstance(x, keras.layers.BatchNormalization))

    np.testing.assert_allclose(norm.moving_mean, 5.0 * (1 - 0.9**40), rtol=1e-4)
    assert kept.momentum > 0.98  # weights that come with statistics keep them
