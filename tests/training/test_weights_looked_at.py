"""Looking at Keras networks whose weights are set by hand."""

import numpy as np
import pytest

keras = pytest.importorskip("keras", reason="the dependency group train is not installed")

from training.weights.look import look_at_weights  # noqa: E402 - Keras first

pytestmark = pytest.mark.training


def _network(*layers, side: int = 6):
    return keras.Sequential([keras.Input((side, side, 1)), *layers])


def _one_weight_each(values) -> list[np.ndarray]:
    """Kernel and bias of a 1 x 1 convolution of one input."""
    kernel = np.array(values, np.float32).reshape(1, 1, 1, -1)
    return [kernel, np.zeros(kernel.shape[-1], np.float32)]


def _batches(*greys: float) -> list[np.ndarray]:
    return [np.full((1, 6, 6, 1), grey, np.float32) for grey in greys]


def test_a_channel_that_no_image_makes_fire_is_dead():
    conv = keras.layers.Conv2D(3, 1, activation="relu", name="conv")
    model = _network(conv)
    conv.set_weights(_one_weight_each([1.0, -1.0, 2.0]))
    (layer,) = look_at_weights(model, _batches(0.0, 0.5)).layers

    assert (layer.channels, layer.dead, layer.images) == (3, (1,), 2)


def test_one_image_of_the_last_batch_is_enough_to_live():
    conv = keras.layers.Conv2D(1, 1, activation="relu", name="conv")
    model = _network(conv)
    conv.set_weights(_one_weight_each([-1.0]))
    (layer,) = look_at_weights(model, _batches(0.5, 0.5, -0.1)).layers

    assert layer.dead == ()


def test_the_rectifier_may_stand_behind_batch_normalisation():
    conv = keras.layers.Conv2D(2, 1, name="conv")
    normal = keras.layers.BatchNormalization(name="normal")
    model = _network(conv, normal, keras.layers.ReLU())
    conv.set_weights(_one_weight_each([1.0, 1.0]))
    # gamma, beta, mean, variance: the second is pushed far below 0.
    normal.set_weights([np.ones(2), np.array([0.0, -9.0]), np.zeros(2), np.ones(2)])
    (layer,) = look_at_weights(model, _batches(0.5)).layers

    assert layer.dead == (1,)


@pytest.mark.parametrize("behind", ["leaky_relu", "gelu", "sigmoid", None])
def test_other_activations_never_die(behind):
    conv = keras.layers.Conv2D(1, 1, activation=behind)
    model = _network(conv)
    conv.set_weights(_one_weight_each([-1.0]))
    (layer,) = look_at_weights(model, _batches(0.5)).layers

    assert (layer.channels, layer.dead) == (None, ())


def test_other_models_on_the_same_layers_do_not_matter():
    conv = keras.layers.Conv2D(1, 1, name="conv")
    model = _network(conv, keras.layers.ReLU())
    keras.Model(model.inputs, keras.layers.Conv2D(1, 1)(conv.output))
    conv.set_weights(_one_weight_each([-1.0]))

    for _ in range(2):  # looking leaves no trace that a second look would stumble over
        assert look_at_weights(model, _batches(0.5)).layers[0].dead == (0,)


def test_numbers_of_a_kernel_by_hand():
    conv = keras.layers.Conv2D(4, 1, name="conv")
    model = _network(conv)
    conv.set_weights(_one_weight_each([2.0, -1.0, 0.002, 0.0021]))
    (layer,) = look_at_weights(model).layers

    assert layer.shape == (1, 1, 1, 4)
    assert layer.greatest == 2.0
    assert layer.near_zero == 0.25  # 0.002 is 1e-3 of the greatest, 0.0021 is above
    assert layer.histogram.sum() == 4
    assert (layer.histogram[-1], layer.histogram[20]) == (1, 2)  # 2.0; the two around 0


def test_layers_of_nested_and_separable_networks_are_all_there():
    inner = _network(keras.layers.SeparableConv2D(2, 3, name="apart"), keras.layers.Flatten())
    model = keras.Sequential([keras.Input((6, 6, 1)), inner, keras.layers.Dense(1, name="logit")])
    found = [(layer.layer, layer.shape) for layer in look_at_weights(model).layers]

    assert found == [("apart", (3, 3, 1, 1)), ("apart", (1, 1, 1, 2)), ("logit", (32, 1))]
