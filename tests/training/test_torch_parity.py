"""Gradient graphs of exported torch networks against torch autograd, both exporters."""

import functools
import importlib.util
import json
import statistics
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = [
    pytest.mark.training,
    pytest.mark.skipif(
        importlib.util.find_spec("torch") is None or importlib.util.find_spec("onnxscript") is None,
        reason="torch and onnxscript are no part of the locked environment",
    ),
]

CONVOLUTIONAL = (
    "resnet-bottleneck", "densenet", "mobilenet-v2", "efficientnet", "squeezenet", "vgg",
    "inception", "convnext", "group-norm", "alexnet", "attention-gate", "upsample", "shufflenet",
    "head-sigmoid-1", "head-sigmoid-14", "head-softmax", "head-logits",
)  # fmt: skip
TRANSFORMERS = ("vit-sdpa", "vit-multihead", "swin")
FLOAT_EXPORTS = (
    "old-11", "old-13", "old-17", "old-17-fixed", "old-17-unfolded",
    "new-18", "new-18-fixed", "new-18-unfolded", "new-20", "new-23",
)  # fmt: skip

# Networks and the ways in which they are exported; one process for each group.
QUICK = (("resnet", "mobilenet-v3", "swin", "head-log-softmax"), ("old-17-fixed", "new-18"))
GROUPS = [
    pytest.param(QUICK, id="quick"),
    pytest.param((CONVOLUTIONAL, FLOAT_EXPORTS), id="convolutional", marks=pytest.mark.slow),
    pytest.param((TRANSFORMERS, FLOAT_EXPORTS), id="transformers", marks=pytest.mark.slow),
]
# (network, export) that cannot be had, and why. Whatever else is refused fails the test.
NOT_EXPORTED = {
    ("vit-sdpa", "old-11"): "scaled_dot_product_attention needs opset 14",
    ("vit-sdpa", "old-13"): "scaled_dot_product_attention needs opset 14",
    ("vit-multihead", "old-11"): "unflatten needs opset 13",
    ("vit-multihead", "old-13"): "scaled_dot_product_attention needs opset 14",
}
# What is refused, with a part of the reason that the message must give.
REFUSED = {
    ("group-norm", "new-18-unfolded"): "size is not fixed",
    ("upsample", "old-17-unfolded"): "size is not fixed",
    ("shufflenet", "new-18-unfolded"): "SequenceAt",
}


@functools.cache
def rows_of(networks: tuple[str, ...], exports: tuple[str, ...]) -> list[dict]:
    """Figures of a group; exported and compared in a process of its own."""
    command = [sys.executable, "-m", "tests.support.torch_parity", *networks, "--exports", *exports]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=1200, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


@pytest.fixture(params=GROUPS)
def rows(request: pytest.FixtureRequest) -> list[dict]:
    """Every row of a group."""
    return rows_of(*request.param)


@pytest.fixture
def compared(rows: list[dict]) -> list[dict]:
    """The rows of a group that have gradients."""
    return [row for row in rows if "dx" in row]


def label(row: dict) -> tuple[str, str]:
    return row["network"], row["export"]


def test_every_export_is_differentiated_but_the_ones_known_to_be_refused(rows: list[dict]) -> None:
    for row in rows:
        if "export_error" in row:
            assert label(row) in NOT_EXPORTED, row["export_error"]
        elif "refused" in row:
            assert label(row) in REFUSED, row["refused"]
            assert REFUSED[label(row)] in row["refused"]
        else:
            assert label(row) not in REFUSED | NOT_EXPORTED


def test_gradients_are_those_of_autograd(compared: list[dict]) -> None:
    # The median over images: where an activation lies within rounding of a ReLU's kink, float32
    # implementations that are all correct differ; the next test has no such exceptions.
    for row in compared:
        for quantity in ("logit", "dx", "d_last"):
            if row[quantity]:
                assert statistics.median(row[quantity]) < 2e-5, (label(row), quantity)


def test_gradients_in_double_precision_have_no_exceptions(compared: list[dict]) -> None:
    # Not smaller: exporters fold normalisations and write constants in float32.
    for row in compared:
        assert max(row["double"].values()) < 2e-6, label(row)


def test_a_batch_gives_what_its_images_give_one_by_one(compared: list[dict]) -> None:
    for row in compared:
        if row["batch"] is None:
            assert row["kept_fixed"], label(row)
        else:
            assert row["batch"] < 2e-5, label(row)


def test_graph_optimisation_changes_nothing(compared: list[dict]) -> None:
    for row in compared:
        assert row["optimisation"] < 2e-5, label(row)


def test_layers_have_names_that_tell_the_module(compared: list[dict]) -> None:
    for row in compared:
        assert row["layer_count"] > 0
        numbered = [n for n in row["layer_names"] if n.startswith(("getitem", "val_", "relu_"))]
        assert numbered == [], label(row)
