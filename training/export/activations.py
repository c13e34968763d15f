"""What every layer of a Keras network gives out, seen while the network runs.

Every layer's `call` is listened to during one plain run. So layers inside nested networks, in
Sequential ones and in those of ``tf_keras`` are seen alike, and no activation is kept longer than
the listener wants it.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Listener = Callable[[str, NDArray[np.float32]], None]
_WITHOUT_OWN_VALUES = ("InputLayer", "Flatten", "Reshape")


def listen(model: Any, inputs: NDArray[np.float32], heard: Listener) -> NDArray[np.float32]:
    """Runs the network once, training off, and returns its output.

    Args:
        model: a built Keras network.
        inputs: (N, H, W, C) in Keras' layout.
        heard: called with each layer's name (see `layers_by_name`) and output, as the run goes.
            Layers that hand on what they were given (dropout and the like) are left out; of one
            that is called several times the first output is told.
    """
    calls: dict[str, int] = {}
    with contextlib.ExitStack() as stack:
        for name, layer in layers_by_name(model).items():
            stack.enter_context(_listening(layer, name, heard, calls))
        output = model(inputs, training=False)
    return np.asarray(output, dtype=np.float32)


def layer_activations(model: Any, inputs: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """Output of every layer that computes something, by layer name, in the order of the run."""
    found: dict[str, NDArray[np.float32]] = {}
    listen(model, inputs, found.__setitem__)
    return found


def layers_by_name(model: Any) -> dict[str, Any]:
    """Every layer that computes, by its name; in front of it those of the networks around it.

    ``block/conv1`` for ``conv1`` in the nested network ``block``, and just ``conv1`` where no other
    layer is called so.
    """
    paths = list(_walk(model, ""))
    short = [layer.name for _, layer in paths]
    return {(layer.name if short.count(layer.name) == 1 else path): layer for path, layer in paths}


def _walk(model: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from _walk(layer, f"{prefix}{layer.name}/")
        elif type(layer).__name__ not in _WITHOUT_OWN_VALUES:
            yield f"{prefix}{layer.name}", layer


@contextlib.contextmanager
def _listening(layer: Any, name: str, heard: Listener, calls: dict[str, int]) -> Iterator[None]:
    plain = layer.call

    def call(*args: Any, **keywords: Any) -> Any:
        output = plain(*args, **keywords)
        calls[name] = calls.get(name, 0) + 1
        if calls[name] == 1 and not isinstance(output, list | tuple | dict):
            values = np.asarray(output)
            if values.dtype.kind == "f" and not _is_handed_on(values, args):
                heard(name, values.astype(np.float32))
        return output

    own = vars(layer).get("call")  # some layers have one of their own; most have their class's
    object.__setattr__(layer, "call", call)  # around Keras' own bookkeeping of attributes
    try:
        yield
    finally:
        if own is None:
            object.__delattr__(layer, "call")
        else:
            object.__setattr__(layer, "call", own)


def _is_handed_on(values: NDArray[np.floating], args: tuple[Any, ...]) -> bool:
    if len(args) == 0 or isinstance(args[0], list | tuple | dict):
        return False
    given = np.asarray(args[0])
    return given.shape == values.shape and np.array_equal(given, values)
