"""Opening and scoring: numbers by hand, providers told truly, wrong outputs refused."""

import threading
import time

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.bundle.store import read_bundle, write_bundle
from engine.errors import BundleError, InvalidOutput, ModelError, RequestError, SelfTestFailed
from engine.inference.model import open_model
from engine.inference.predict import predict
from engine.inference.session import CPU, Session
from engine.inference.target import find_target, list_targets
from engine.progress import Cancelled
from tests.support.bundles import (
    HEAD_BIAS,
    SIZE,
    tiny_logit,
    tiny_manifest,
    tiny_onnx,
    write_tiny_bundle,
)


@pytest.fixture
def model(tmp_path):
    return open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), wants_gpu=False)


def test_scores_equal_the_hand_calculation(model):
    picture = np.full((SIZE, SIZE), 0.75, dtype=np.float32)

    prediction = predict(model, picture[None, None])

    # 3 * 0.75 - 0.25 + 0.25 = 2.25
    positive, complement = prediction.scores
    assert positive.logit == pytest.approx(2.25)
    assert positive.probability == pytest.approx(1 / (1 + np.exp(-2.25)))
    assert positive.is_above is True
    assert complement.target.name == "not bright"
    assert complement.logit == pytest.approx(-2.25)
    assert complement.probability == pytest.approx(1 - positive.probability)
    assert prediction.best() is positive
    assert prediction.provider == CPU


def test_the_activation_of_the_manifest_serves_graphs_that_end_in_logits(tmp_path):
    picture = np.full((1, 1, SIZE, SIZE), 0.5, dtype=np.float32)
    logit = tiny_logit(picture[0, 0])
    write_bundle(
        tmp_path / "b",
        tiny_manifest(),
        model=tiny_onnx(has_sigmoid=False),
        selftest_input=picture,
        selftest_output=np.array([[logit]], dtype=np.float32),
        card="",
    )
    model = open_model(read_bundle(tmp_path / "b"), wants_gpu=False)

    assert model.score.activation == "none"
    assert predict(model, picture).scores[0].probability == pytest.approx(1 / (1 + np.exp(-logit)))


def test_a_model_that_computes_something_else_is_switched_off(tmp_path):
    bundle = read_bundle(write_tiny_bundle(tmp_path / "tiny-1"))
    write_bundle(
        tmp_path / "other",
        bundle.manifest,
        model=tiny_onnx(bias=HEAD_BIAS + 0.1),
        selftest_input=bundle.selftest_input,
        selftest_output=bundle.selftest_output,
        card="",
    )

    with pytest.raises(SelfTestFailed, match="tiny-1"):
        open_model(read_bundle(tmp_path / "other"), wants_gpu=False)


def test_nan_is_never_a_score(tmp_path):
    head = np.array([[np.inf], [-np.inf]], dtype=np.float32)
    picture = np.full((1, 1, SIZE, SIZE), 0.5, dtype=np.float32)
    write_bundle(
        tmp_path / "b",
        tiny_manifest(),
        model=tiny_onnx(head=head),
        selftest_input=picture,
        selftest_output=np.zeros((1, 1), dtype=np.float32),
        card="",
    )

    with pytest.raises(InvalidOutput):
        open_model(read_bundle(tmp_path / "b"), wants_gpu=False)


def test_a_wrong_class_count_is_refused(tmp_path):
    from engine.bundle.manifest import ClassInfo

    folder = write_tiny_bundle(
        tmp_path / "b", classes=(ClassInfo("a"), ClassInfo("b")), complement=None
    )

    with pytest.raises(BundleError, match="1 outputs"):
        open_model(read_bundle(folder), wants_gpu=False)


@pytest.mark.parametrize(
    "tensor",
    [
        np.zeros((1, SIZE, SIZE, 1), dtype=np.float32),
        np.zeros((1, 1, SIZE, SIZE), dtype=np.float64),
        np.full((1, 1, SIZE, SIZE), np.nan, dtype=np.float32),
    ],
)
def test_inputs_that_do_not_fit_are_refused(model, tensor):
    with pytest.raises(RequestError):
        predict(model, tensor)


def test_targets_are_found_by_name_and_index(model):
    names = [target.name for target in list_targets(model.manifest)]

    assert names == ["bright", "not bright"]
    assert find_target(model.manifest, "BRIGHT").sign == 1
    assert find_target(model.manifest, "1").sign == -1
    with pytest.raises(RequestError, match="dark"):
        find_target(model.manifest, "dark")


def test_a_gpu_that_is_not_there_is_said(tmp_path):
    session = Session(tiny_onnx(), wants_gpu=True, threads=1)
    if session.provider != CPU:
        pytest.skip("this machine has a GPU that ONNX Runtime can use")

    assert "cannot be used here" in session.note


def test_junk_is_no_model():
    with pytest.raises(ModelError, match="cannot load"):
        Session(b"junk", wants_gpu=False, threads=1)


def _endless() -> bytes:
    """A Loop of many small matrix products: long, but stoppable between nodes."""
    body = helper.make_graph(
        [
            helper.make_node("MatMul", ["m", "m"], ["product"]),
            helper.make_node("Clip", ["product", "low", "high"], ["next"]),
            helper.make_node("Identity", ["go"], ["go_on"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("m", TensorProto.FLOAT, [64, 64]),
        ],
        [
            helper.make_tensor_value_info("go_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("next", TensorProto.FLOAT, [64, 64]),
        ],
    )
    stored = {
        "count": np.array(2**40, dtype=np.int64),
        "yes": np.array(True),
        "low": np.array(-1.0, dtype=np.float32),
        "high": np.array(1.0, dtype=np.float32),
    }
    graph = helper.make_graph(
        [helper.make_node("Loop", ["count", "yes", "input"], ["output"], body=body)],
        "endless",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [64, 64])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [64, 64])],
        [onnx.numpy_helper.from_array(value, name) for name, value in stored.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()


@pytest.mark.alone
def test_a_running_session_can_be_stopped_from_another_thread():
    session = Session(_endless(), wants_gpu=False, threads=1)
    timer = threading.Timer(0.3, session.stop)
    timer.start()
    start = time.monotonic()

    with pytest.raises(Cancelled):
        session.run(("output",), {"input": np.eye(64, dtype=np.float32)})

    timer.join()
    assert time.monotonic() - start < 10.0


class _BrokenGpu:
    """Stands for a session on a GPU whose driver has gone."""

    def run(self, outputs, feeds, options):
        raise RuntimeError("CUDA failure 700: an illegal memory access was encountered\nat ...")


def test_a_gpu_that_fails_while_running_is_given_up_visibly():
    session = Session(tiny_onnx(), wants_gpu=False, threads=1)
    feeds = {"input": np.full((1, 1, SIZE, SIZE), 0.75, dtype=np.float32)}
    (expected,) = session.run(("probability",), feeds)
    session._session = _BrokenGpu()
    session.provider = "CUDAExecutionProvider"

    (found,) = session.run(("probability",), feeds)

    np.testing.assert_array_equal(found, expected)
    assert session.provider == CPU
    assert "GPU (CUDA) failed while running" in session.note
    assert "CUDA failure 700" in session.note
