"""What the machine offers: several GPUs, and arithmetic in half precision."""

from collections.abc import Iterator
from contextlib import contextmanager

import keras
import tensorflow as tf

from training.config.sections import NetworkSection


def strategy() -> tf.distribute.Strategy:
    """Copies of the network on all GPUs where there are several; otherwise nothing special.

    Build and compile inside its ``scope()``; a batch is divided among the GPUs.
    """
    if len(tf.config.list_physical_devices("GPU")) > 1:
        return tf.distribute.MirroredStrategy()
    return tf.distribute.get_strategy()


@contextmanager
def precision(network: NetworkSection) -> Iterator[str]:
    """Layers made inside compute as asked; yields the policy's name.

    Half precision where it is asked for and a GPU is there (weights, logits and probabilities stay
    in float32, Keras scales the loss by itself), float32 otherwise.
    """
    has_gpu = bool(tf.config.list_physical_devices("GPU"))
    before = keras.config.dtype_policy()
    chosen = "mixed_float16" if network.mixed_precision and has_gpu else "float32"
    keras.config.set_dtype_policy(chosen)
    try:
        yield chosen
    finally:
        keras.config.set_dtype_policy(before)


def in_full_precision(model: keras.Model) -> keras.Model:
    """A twin with the same weights that computes in float32: what is measured and exported."""

    def widened(layer: keras.Layer) -> keras.Layer:
        return type(layer).from_config(layer.get_config() | {"dtype": "float32"})

    twin = keras.models.clone_model(model, clone_function=widened, recursive=True)
    twin.set_weights(model.get_weights())
    for layer in twin.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()
    return twin


def compiles() -> str | bool:
    """XLA where a GPU is there; on processors compiling takes longer than it saves."""
    return "auto" if tf.config.list_physical_devices("GPU") else False
