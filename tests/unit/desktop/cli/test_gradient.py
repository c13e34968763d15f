"""`whyray gradient` as a script sees it, and the README's example of using its file."""

import hashlib
import json
import os
import re
import subprocess
import sys

import numpy as np
import onnx
import pytest

from desktop.cli.commands import run_command_line
from desktop.cli.gradient import OVERRIDES as OFFERED
from engine.autodiff.overrides import OVERRIDES
from engine.bundle.store import pack, read_bundle
from tests.conftest import ROOT
from tests.support.bundles import SIZE, tiny_onnx, write_tiny_bundle
from tests.support.models import small_classifier


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny-1")


@pytest.fixture
def bare(tmp_path):
    (tmp_path / "bare.onnx").write_bytes(small_classifier().SerializeToString())
    return tmp_path / "bare.onnx"


def gradient(capsys, model, out, *arguments):
    """Exit status and the JSON document."""
    status = run_command_line(["gradient", str(model), "--out", str(out), *arguments, "--json"])
    return status, json.loads(capsys.readouterr().out)


def run_alone(path, feeds, outputs):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return session.run(outputs, feeds)


def test_the_gradient_of_a_bundle_has_its_closed_form(bundle, tmp_path, capsys):
    out = tmp_path / "g.onnx"
    status, document = gradient(capsys, bundle, out, "--wrt", "input", "--target", "bright")
    x = np.random.default_rng(1).random((2, 1, SIZE, SIZE), dtype=np.float32)

    (found,) = run_alone(out, {"input": x}, [document["gradients"]["input"]])

    # logit = 3 mean(relu(x)) - mean(relu(1 - x)) + 0.25 with 0 < x < 1.
    np.testing.assert_allclose(found, np.full_like(x, 4 / SIZE**2), rtol=1e-5)
    assert status == 0
    assert document["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert document["source_sha256"] == hashlib.sha256(tiny_onnx()).hexdigest()
    assert document["seed"]["default"]["name"] == "bright"


def test_the_complement_of_a_lone_neuron_is_its_negative(bundle, tmp_path, capsys):
    out = tmp_path / "g.onnx"
    _, document = gradient(capsys, bundle, out, "--wrt", "input", "--target", "not bright")
    x = np.full((1, 1, SIZE, SIZE), 0.5, np.float32)

    (found,) = run_alone(out, {"input": x}, [document["gradients"]["input"]])

    np.testing.assert_allclose(found, np.full_like(x, -4 / SIZE**2), rtol=1e-5)


def test_models_are_named_by_file_folder_archive_and_id(bundle, tmp_path, capsys):
    archive = tmp_path / "tiny.whyray"
    pack(read_bundle(bundle), archive)
    (tmp_path / "tiny.onnx").write_bytes(tiny_onnx())
    assert run_command_line(["models", "import", str(bundle)]) == 0
    capsys.readouterr()

    told = [
        gradient(capsys, model, tmp_path / "g.onnx", "--wrt", "maps")[1]
        for model in (bundle, archive, tmp_path / "tiny.onnx", "tiny-1")
    ]

    assert len({document["sha256"] for document in told}) == 1


def test_a_bare_file_is_asked_no_questions(bare, tmp_path, capsys):
    out = tmp_path / "g.onnx"
    status, document = gradient(
        capsys, bare, out, "--wrt", "input", "r3", "--also", "r3", "--target", "2"
    )

    assert status == 0
    assert list(document["gradients"]) == ["x", "r3"]
    assert [entry["name"] for entry in document["outputs"]] == [
        "probabilities", "logits", "r3", "gradient/x", "gradient/r3",
    ]  # fmt: skip
    onnx.checker.check_model(str(out), full_check=True)


def test_words_instead_of_json_name_the_seed_and_every_tensor(bare, tmp_path, capsys):
    out = tmp_path / "g.onnx"
    arguments = ["--wrt", "r1", "--override", "guided-backprop"]

    assert run_command_line(["gradient", str(bare), *arguments, "--out", str(out)]) == 0

    told = capsys.readouterr().out
    for words in ("g.onnx", "guided-backprop of logits by r1", "seed:", "note: rectifiers"):
        assert words in told


@pytest.mark.slow
@pytest.mark.parametrize("override", [[], ["--override", "deep-lift"]], ids=["true", "deep-lift"])
def test_the_bytes_are_the_same_in_every_process(bare, tmp_path, override):
    digests = set()
    for seed in ("1", "2"):
        out = tmp_path / "g.onnx"
        command = ["gradient", str(bare), "--wrt", "input", "r1", "--out", str(out), *override]
        subprocess.run(
            [sys.executable, "-m", "desktop", *command],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            timeout=120,
            capture_output=True,
        )
        digests.add(hashlib.sha256(out.read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        (["--wrt", "conv99"], 2, "E_REQUEST"),
        (["--wrt", "input", "--score", "nothing"], 2, "E_REQUEST"),
        (["--wrt", "input", "--target", "pneumonia"], 2, "E_REQUEST"),
        (["--wrt", "r3", "--override", "deconvnet"], 2, "E_REQUEST"),
        (["--wrt", "input", "--also", "nothing"], 2, "E_REQUEST"),
        (["--wrt", "w1"], 3, "E_OPERATOR"),
    ],
    ids=["layer", "score", "class", "override", "also", "operator"],
)
def test_what_cannot_be_done_writes_nothing(bare, tmp_path, capsys, wrong, status, code):
    out = tmp_path / "g.onnx"

    given, document = gradient(capsys, bare, out, *wrong)

    assert (given, document["error"]["code"]) == (status, code)
    assert not out.exists()


def test_the_source_is_never_overwritten(bare, bundle, capsys):
    before = bare.read_bytes(), (bundle / "model.onnx").read_bytes()

    for model, out in ((bare, bare), (bundle, bundle / "model.onnx")):
        status, document = gradient(capsys, model, out, "--wrt", "input")
        assert status == 2
        assert "model itself" in document["error"]["message"]

    assert (bare.read_bytes(), (bundle / "model.onnx").read_bytes()) == before


def test_files_that_are_no_models_or_cannot_be_written_are_named(bare, tmp_path, capsys):
    (tmp_path / "text.onnx").write_text("no model")

    assert gradient(capsys, tmp_path / "text.onnx", tmp_path / "g.onnx", "--wrt", "input")[0] == 3
    assert gradient(capsys, tmp_path / "none.onnx", tmp_path / "g.onnx", "--wrt", "input")[0] == 3
    assert gradient(capsys, bare, tmp_path / "no" / "g.onnx", "--wrt", "input")[0] == 3
    assert gradient(capsys, bare, tmp_path / "g.bin", "--wrt", "input")[0] == 2


def test_the_command_offers_every_override():
    assert tuple(OVERRIDES) == OFFERED


def test_the_example_in_the_readme_runs_without_whyray(bare, tmp_path, capsys):
    section = (
        (ROOT / "README.md")
        .read_text(encoding="utf-8")
        .split("### Gradient models for other programs")[1]
    )
    command = re.search(r"^whyray (gradient .*)$", section, re.MULTILINE).group(1).split()
    example = re.search(r"```python\n(.*?)```", section, re.DOTALL).group(1)
    words = {
        "model.onnx": str(bare),
        "LAYER": "r3",
        "gradient.onnx": str(tmp_path / "gradient.onnx"),
    }
    assert run_command_line([words.get(word, word) for word in command]) == 0
    x = np.random.default_rng(3).normal(size=(1, 3, 8, 8)).astype(np.float32)
    np.save(tmp_path / "image.npy", x)
    (tmp_path / "example.py").write_text(
        example
        + "\nimport sys\nnp.save('cam.npy', cam)\n"
        + "assert not {'engine', 'desktop', 'training'} & {m.split('.')[0] for m in sys.modules}\n"
    )

    done = subprocess.run(
        [sys.executable, "-I", "example.py"], cwd=tmp_path, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    # The logits are linear in the pooled maps, so the weights are the dense layer's, divided.
    from engine.graph.cut import with_outputs
    from tests.support import numeric

    model = small_classifier()
    logits, maps = numeric.run(with_outputs(model, ["logits", "r3"]), {"x": x}, ["logits", "r3"])
    dense = onnx.numpy_helper.to_array(next(t for t in model.graph.initializer if t.name == "w4"))
    weights = dense[:, logits[0].argmax()] / maps[0, 0].size
    np.testing.assert_allclose(
        np.load(tmp_path / "cam.npy"),
        np.einsum("k,khw->hw", weights, maps[0]),
        rtol=1e-4,
        atol=1e-6,
    )
