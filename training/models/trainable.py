"""Which layers learn: a base taken over is frozen first, and then learns from a layer on.

Compile the model again after either function: Keras reads there what learns.
"""

import keras

from engine.errors import RequestError
from training.called import PROGRAM
from training.models.head import JOINTS


def base_layers(model: keras.Model) -> list[keras.Layer]:
    """The layers in front of the head, in order; the head begins at one of `JOINTS`."""
    names = [layer.name for layer in model.layers]
    joint = next(name for name in names if name in JOINTS)
    return model.layers[: names.index(joint)]


def freeze_base(model: keras.Model) -> None:
    """Lets the head alone learn.

    Batch normalisation of the base uses its stored statistics meanwhile, also in training: that
    is what Keras does where such a layer is not trainable.

    Raises:
        RequestError: the network has nothing but a head.
    """
    base = base_layers(model)
    if not any(layer.weights for layer in base):
        raise RequestError(
            f"{model.name} has no base to freeze", hint="Set frozen_epochs = 0 in [network]."
        )
    for layer in base:
        layer.trainable = False


def unfreeze_from(model: keras.Model, layer_name: str = "") -> None:
    """Lets the base learn from a layer on; those in front of it stay as they are.

    Batch normalisation of the base goes on using the statistics it came with: those of small
    batches would undo what was learned (so Keras' guide to fine-tuning, too).

    Args:
        model: after `freeze_base`.
        layer_name: the first layer that learns; empty for the whole base.

    Raises:
        RequestError: the base has no such layer.
    """
    base = base_layers(model)
    names = [layer.name for layer in base]
    if layer_name and layer_name not in names:
        raise RequestError(
            f"the base of {model.name} has no layer {layer_name!r}",
            hint=f"'{PROGRAM} architectures ID' lists the layers.",
        )
    first = names.index(layer_name) if layer_name else 0
    for layer in base[first:]:
        layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)


def keep_statistics(model: keras.Model) -> None:
    """Lets everything learn but batch normalisation.

    A network read back from a bundle has its statistics folded into its kernels
    (`training.models.from_bundle`): those of a batch would take them out again.
    """
    for layer in model.layers:
        layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
