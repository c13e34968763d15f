"""A Keras file of any age as a functional model: Keras 3 reads it, or else Keras 2 (`tf_keras`)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from training.export.keras_config import read_config, refuse_code

_ACTIVATIONS = ("sigmoid", "softmax")
_LINEAR = ("linear", "identity")
_CARRIERS = ("Reshape", "Flatten", "Dropout", "Identity")


@dataclass(frozen=True)
class KerasNetwork:
    """A network as it was loaded.

    Attributes:
        model: functional, of Keras 3 or ``tf_keras``.
        reader: which of the two, with its version.
        height: of the input, or None where it is open.
        width: likewise.
        channels: likewise.
        outputs: number of output neurons.
        activation: ``sigmoid`` | ``softmax``, or None for logits.
        rescaling: the scaling that stands inside the network right behind its input, in words;
            empty where there is none.
        parameters: number of weights.
    """

    model: Any
    reader: str
    height: int | None
    width: int | None
    channels: int | None
    outputs: int
    activation: str | None
    rescaling: str
    parameters: int


def load_network(path: Path) -> KerasNetwork:
    """Loads a ``.keras`` or ``.h5`` file without running code of its own.

    Raises:
        ModelError: no Keras file, code inside, or no classifier of pictures; the reason is named.
    """
    refuse_code(read_config(path), path)
    loaded, reader = _load(path)
    try:
        return _network(loaded, reader)
    except ModelError as error:
        raise error.about(path) from error.__cause__


def _load(path: Path) -> tuple[Any, str]:
    """The model wrapped in a functional one, and which Keras has read it."""
    import keras

    try:
        model = keras.saving.load_model(path, compile=False, safe_mode=True)
        return keras.Model(model.inputs, model.outputs), f"keras {keras.__version__}"
    except Exception as first:  # noqa: BLE001 - layers raise whatever they like
        import tf_keras

        try:
            model = tf_keras.models.load_model(path, compile=False, safe_mode=True)
            return tf_keras.Model(model.inputs, model.outputs), f"tf_keras {tf_keras.__version__}"
        except Exception as second:
            raise ModelError(
                f"neither Keras 3 ({_brief(first)}) nor Keras 2 ({_brief(second)}) can load it",
                hint="Layers of somebody's own cannot be converted; see the details.",
                file=path,
                details={"keras": str(first)[-2000:], "tf_keras": str(second)[-2000:]},
            ) from second


def _network(model: Any, reader: str) -> KerasNetwork:
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        raise ModelError(
            f"has {len(model.inputs)} inputs and {len(model.outputs)} outputs; "
            "one picture in and one row of scores out is needed"
        )
    shape, scores = tuple(model.inputs[0].shape), tuple(model.outputs[0].shape)
    if len(shape) != 4 or shape[3] not in (1, 3, None):
        raise ModelError(
            f"takes input of shape {shape}; pictures (images, H, W, 1 or 3) are needed"
        )
    if len(scores) != 2 or not isinstance(scores[1], int):
        raise ModelError(f"gives output of shape {scores}; (images, classes) is needed")
    return KerasNetwork(
        model, reader, *shape[1:], scores[1], _activation(model), _rescaling(model),
        int(model.count_params()),
    )  # fmt: skip


def _activation(model: Any) -> str | None:
    """The last activation; None for logits. Raises ModelError for any other."""
    layer = model.outputs[0]._keras_history[0]
    while True:
        kind = type(layer).__name__
        if hasattr(layer, "layers"):
            layer = layer.outputs[0]._keras_history[0]
        elif kind == "Softmax":
            return "softmax"
        elif kind in _CARRIERS or (kind == "Activation" and _function(layer) in _LINEAR):
            layer = layer.input._keras_history[0]
        else:
            return _known(_function(layer))


def _function(layer: Any) -> str:
    return str(getattr(getattr(layer, "activation", None), "__name__", "linear"))


def _known(function: str) -> str | None:
    if function in _LINEAR:
        return None
    if function not in _ACTIVATIONS:
        raise ModelError(f"ends in {function}; sigmoid, softmax or plain logits are needed")
    return function


def _rescaling(model: Any) -> str:
    """The first layer that computes, where it is a rescaling or normalisation."""
    for layer in model.layers:
        kind = type(layer).__name__
        if hasattr(layer, "layers"):
            return _rescaling(layer)
        if kind == "Rescaling":
            return f"Rescaling(scale={layer.scale}, offset={layer.offset})"
        if kind == "Normalization":
            return "Normalization"
        if kind != "InputLayer" and not kind.startswith(("Random", "Dropout")):
            return ""
    return ""


def _brief(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 120 else f"{text[:117]}..."
