"""Weights beside a model: taken in where they are what the model says, refused anywhere else."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from engine.errors import ModelError
from engine.graph.external import embed_external_data, external_tensors
from engine.graph.facts import load_model
from tests.support import numeric
from tests.support.models import small_classifier

X = np.random.default_rng(0).normal(size=(2, 3, 8, 8)).astype(np.float32)
LOCATION = "weights.bin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with ``m.onnx`` and its ``weights.bin``."""
    onnx.save(
        small_classifier(),
        tmp_path / "m.onnx",
        save_as_external_data=True,
        location=LOCATION,
        size_threshold=0,
    )
    return tmp_path


def parsed(folder: Path) -> onnx.ModelProto:
    return onnx.load(folder / "m.onnx", load_external_data=False)


def edited(model: onnx.ModelProto, key: str, value: str) -> onnx.ModelProto:
    """The model whose first stored tensor says something else about its place."""
    entries = model.graph.initializer[0].external_data
    entry = next((e for e in entries if e.key == key), None) or entries.add(key=key)
    entry.value = value
    return model


def test_a_model_with_weights_beside_it_becomes_one_that_computes_the_same(folder: Path) -> None:
    model = parsed(folder)
    assert len(list(external_tensors(model))) > 3

    embed_external_data(model, folder)

    (folder / LOCATION).unlink()
    alone = load_model(model.SerializeToString())
    names = ["probabilities"]
    expected, found = (numeric.run(m, {"x": X}, names)[0] for m in (small_classifier(), alone))
    np.testing.assert_array_equal(found, expected)
    assert list(external_tensors(model)) == []


def test_tensors_inside_attributes_and_functions_are_found() -> None:
    constant = numpy_helper.from_array(np.ones(3, np.float32), "inner")
    constant.data_location = TensorProto.EXTERNAL
    node = helper.make_node("Constant", [], ["c"], value=constant)
    branch = helper.make_graph([node], "branch", [], [])
    model = small_classifier()
    model.graph.node.append(
        helper.make_node("If", ["flag"], ["i"], then_branch=branch, else_branch=branch)
    )
    opset = [helper.make_opsetid("", 17)]
    model.functions.append(helper.make_function("d", "f", [], ["c"], [node], opset))

    assert [t.name for t in external_tensors(model)] == ["inner"] * 3


@pytest.mark.parametrize(
    "location",
    ["../weights.bin", "/etc/passwd", "sub/weights.bin", "..", ".", "", "sub\\w.bin", "C:w.bin",
     "\\\\server\\share", "a\0b"],
)  # fmt: skip
def test_any_place_but_a_plain_file_name_is_refused(folder: Path, location: str) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / LOCATION).write_bytes((folder / LOCATION).read_bytes())

    with pytest.raises(ModelError, match="not a file beside the model"):
        embed_external_data(edited(parsed(folder), "location", location), folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / LOCATION).unlink()

    with pytest.raises(ModelError, match=r"'weights\.bin', which is missing") as caught:
        embed_external_data(parsed(folder), folder)

    assert LOCATION in caught.value.hint


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / LOCATION).rename(folder / "elsewhere.bin")
    (folder / LOCATION).symlink_to(folder / "elsewhere.bin")

    with pytest.raises(ModelError, match="is a link"):
        embed_external_data(parsed(folder), folder)


def test_a_folder_is_no_weights_file(folder: Path) -> None:
    (folder / LOCATION).unlink()
    (folder / LOCATION).mkdir()

    with pytest.raises(ModelError, match="no ordinary file"):
        embed_external_data(parsed(folder), folder)


def test_a_file_that_is_cut_off_is_refused(folder: Path) -> None:
    data = (folder / LOCATION).read_bytes()
    (folder / LOCATION).write_bytes(data[:-1])

    with pytest.raises(ModelError, match="cut off"):
        embed_external_data(parsed(folder), folder)


def larger(model: onnx.ModelProto) -> onnx.ModelProto:
    model.graph.initializer[0].dims[0] = 2**40
    return model


def negative(model: onnx.ModelProto) -> onnx.ModelProto:
    model.graph.initializer[0].dims[0] = -1
    return model


@pytest.mark.parametrize(
    "spoil",
    [
        lambda m: edited(m, "offset", "-4"),
        lambda m: edited(m, "offset", "four"),
        lambda m: edited(m, "length", "1"),
        lambda m: edited(m, "length", "99999999999"),
        larger,
        negative,
    ],
    ids=["negative offset", "no number", "short", "huge", "huge shape", "negative shape"],
)
def test_sizes_that_contradict_the_shape_are_refused(
    folder: Path, spoil: Callable[[onnx.ModelProto], onnx.ModelProto]
) -> None:
    with pytest.raises(ModelError, match="contradicts itself"):
        embed_external_data(spoil(parsed(folder)), folder)


def test_more_than_one_file_can_hold_is_refused_before_reading(folder: Path) -> None:
    model = parsed(folder)
    tensor = model.graph.initializer[0]
    del tensor.dims[:]
    tensor.dims.extend([2**20, 2**10])
    kept = {e.key: e.value for e in tensor.external_data if e.key == "location"}
    del tensor.external_data[:]
    for key, value in kept.items():
        tensor.external_data.add(key=key, value=value)

    with pytest.raises(ModelError, match="larger than one ONNX file"):
        embed_external_data(model, folder)
