"""What a Keras file says it is made of, read without running any of it; code in it is refused.

A ``.keras`` file is a zip with ``config.json``, a whole-model ``.h5`` file has the same as an
attribute. Layers that carry Python code (Lambda) or name functions outside Keras would run on
loading or on the first prediction.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import ModelError

SUFFIXES = (".keras", ".h5", ".hdf5")
_HDF5 = b"\x89HDF\r\n\x1a\n"
_CODE = ("Lambda", "__lambda__")
_KERAS = ("keras", "tf_keras", "tensorflow.keras", "tensorflow.python.keras", "builtins")
# Keras 2 wrote every TensorFlow function used on a tensor as a layer that names it; these compute.
_FUNCTION_LAYERS = ("TFOpLambda", "SlicingOpLambda")
_COMPUTING = (
    "math.", "nn.", "linalg.", "__operators__.", "compat.v1.nn.", "compat.v1.math.", "cast",
    "reshape", "concat", "stack", "unstack", "split", "expand_dims", "squeeze", "transpose",
    "compat.v1.transpose", "compat.v1.squeeze", "compat.v1.shape", "shape", "identity", "pad",
    "compat.v1.pad", "tile", "reverse", "clip_by_value", "convert_to_tensor", "constant", "tanh",
    "image.resize", "image.grayscale_to_rgb", "image.rgb_to_grayscale", "slice", "strided_slice",
    "gather", "broadcast_to", "where", "zeros_like", "ones_like", "repeat", "roll", "keras.",
)  # fmt: skip
_HINT = "Only files of plain Keras layers are read: code in a file could do anything here."


def read_config(path: Path) -> dict[str, Any]:
    """The configuration of a whole model.

    Raises:
        ModelError: no Keras file, cut off, weights without a network, or unreadable.
    """
    try:
        with path.open("rb") as handle:
            is_hdf5 = handle.read(len(_HDF5)) == _HDF5
        text = _from_hdf5(path) if is_hdf5 else _from_zip(path)
        config = json.loads(text)
    except OSError as error:
        raise ModelError(f"cannot be read: {error.strerror or error}", file=path) from error
    except ValueError as error:
        raise ModelError(f"its configuration is no JSON: {error}", file=path) from error
    if not isinstance(config, dict):
        raise ModelError("its configuration describes no network", file=path)
    return config


def refuse_code(config: dict[str, Any], path: Path) -> None:
    """Refuses what is not plain Keras. Raises ModelError naming the layer."""
    for entry in _objects(config):
        kind, name = str(entry["class_name"]), _name_of(entry)
        if kind in _CODE:
            raise ModelError(
                f"the layer {name} is a Lambda: Python code inside the file", hint=_HINT, file=path
            )
        if kind in _FUNCTION_LAYERS:
            _refuse_function(entry, name, path)
        module = entry.get("module")
        if module and not _is_of(str(module), _KERAS):
            raise ModelError(
                f"the layer {name} is of somebody's own class {kind} ({module}), not of Keras",
                hint=_HINT,
                file=path,
            )


def _refuse_function(entry: dict[str, Any], name: str, path: Path) -> None:
    inner = entry.get("config")
    function = str(inner.get("function", "")) if isinstance(inner, dict) else ""
    is_known = any(
        function.startswith(known) if known.endswith(".") else function.split(".v2")[0] == known
        for known in _COMPUTING
    )
    if function and not is_known:
        raise ModelError(
            f"the layer {name} calls the function {function}, which is not known to only compute",
            hint=_HINT,
            file=path,
        )


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in the configuration that names a class."""
    if isinstance(value, dict):
        if "class_name" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def _name_of(entry: dict[str, Any]) -> str:
    config = entry.get("config")
    name = config.get("name") if isinstance(config, dict) else None
    return repr(str(name or entry.get("name") or entry["class_name"]))


def _is_of(module: str, roots: tuple[str, ...]) -> bool:
    return any(module == root or module.startswith(f"{root}.") for root in roots)


def _from_zip(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read("config.json")
    except zipfile.BadZipFile as error:
        raise ModelError(
            "no complete Keras file: it is cut off, or of another kind",
            hint=f"Choose a whole {' or '.join(SUFFIXES)} file.",
            file=path,
        ) from error
    except (KeyError, RuntimeError, NotImplementedError) as error:
        raise ModelError("holds no config.json, so no Keras network", file=path) from error


def _from_hdf5(path: Path) -> str | bytes:
    import h5py  # comes with TensorFlow

    with h5py.File(path, "r") as file:
        config = file.attrs.get("model_config")
    if config is None:
        raise ModelError(
            "holds weights alone, without the network they belong to",
            hint="Save the whole model: model.save('model.keras').",
            file=path,
        )
    return config
