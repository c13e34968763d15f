"""Code inside Keras files is refused before anything is loaded, by the layer's name."""

import json
import zipfile
from pathlib import Path

import pytest

from engine.errors import ModelError
from training.export.keras_config import read_config, refuse_code


def layer(kind: str, **more: object) -> dict:
    return {"class_name": kind, "config": {"name": "mine"} | more, "module": "keras.layers"}


def nested(inner: dict) -> dict:
    """A layer inside a wrapper inside a nested network."""
    wrapped = layer("TimeDistributed", layer=inner)
    model = {"class_name": "Functional", "module": "keras", "config": {"layers": [wrapped]}}
    return {"class_name": "Sequential", "config": {"layers": [layer("Dense"), model]}}


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        (layer("Lambda", function={"class_name": "__lambda__"}), "'mine' is a Lambda"),
        (layer("Dense", activation={"class_name": "__lambda__", "config": {}}), "is a Lambda"),
        (layer("TFOpLambda", function="io.write_file"), "function io.write_file"),
        (layer("TFOpLambda", function="py_function"), "function py_function"),
        (layer("TFOpLambda", function="castle.burn"), "function castle.burn"),
        (layer("Dense") | {"module": "os.path"}, "somebody's own class Dense"),
        (layer("Dense") | {"module": "kerasx.evil"}, "somebody's own"),
    ],
)
def test_code_is_refused_however_deep_it_lies(inner: dict, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        refuse_code(nested(inner), Path("a.keras"))


@pytest.mark.parametrize(
    "inner",
    [
        layer("Conv2D"),
        layer("TFOpLambda", function="math.truediv"),
        layer("TFOpLambda", function="__operators__.add"),
        layer("SlicingOpLambda", function="__operators__.getitem"),
        layer("Dense") | {"module": "keras.src.layers.core.dense"},
    ],
)
def test_plain_layers_are_let_through(inner: dict) -> None:
    refuse_code(nested(inner), Path("a.keras"))


def test_files_that_are_no_keras_network_say_what_they_are(tmp_path: Path) -> None:
    cases = {"cut.keras": b"PK\x03\x04half", "text.h5": b"hello", "empty.keras": b""}
    for name, data in cases.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ModelError, match="no complete Keras file"):
            read_config(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "other.keras", "w") as archive:
        archive.writestr("readme.txt", "a zip")
    with pytest.raises(ModelError, match=r"no config\.json"):
        read_config(tmp_path / "other.keras")
    with pytest.raises(ModelError, match="cannot be read"):
        read_config(tmp_path / "missing.keras")
    with zipfile.ZipFile(tmp_path / "list.keras", "w") as archive:
        archive.writestr("config.json", json.dumps([1]))
    with pytest.raises(ModelError, match="describes no network"):
        read_config(tmp_path / "list.keras")
