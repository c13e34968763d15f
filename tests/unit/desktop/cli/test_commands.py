"""The command line as a script sees it: exit statuses, one JSON document, files written."""

import io
import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import COMMANDS, is_typo, run_command_line
from desktop.cli.explain import name_parts
from desktop.cli.waiting import announce, finish_visibly
from engine.explain.cost import Estimate
from engine.explain.registry import METHODS
from engine.inference.target import Target
from engine.options import option_facts
from engine.progress import Step
from tests.support.bundles import FILM_PX, SIZE, tiny_logit, tiny_onnx, write_tiny_bundle
from tests.support.dicoms import dataset, encode


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny-1")


@pytest.fixture
def film(tmp_path):
    """An 8-bit grey PNG, brighter to the right."""
    picture = np.tile(np.linspace(0, 255, FILM_PX).astype(np.uint8), (FILM_PX, 1))
    Image.fromarray(picture).save(tmp_path / "film.png")
    return tmp_path / "film.png"


def _json(capsys):
    return json.loads(capsys.readouterr().out)


def test_predict_scores_a_film_and_names_the_model(bundle, film, capsys):
    status = run_command_line(["predict", str(film), "--model", str(bundle), "--cpu", "--json"])

    document = _json(capsys)
    result = document["results"][0]
    with Image.open(film) as opened:
        picture = np.asarray(opened).astype(np.float64) / 255.0
    assert status == 0
    assert document["errors"] == []
    assert result["model"]["id"] == "tiny-1"
    assert result["provider"] == "CPUExecutionProvider"
    assert result["admission"]["verdict"] in ("accepted", "accepted with warnings", "refused")
    # Halving by areas keeps the mean, and the tiny model's logit depends on the mean alone.
    assert result["classes"][0]["logit"] == pytest.approx(tiny_logit(picture), abs=1e-4)
    assert result["classes"][0]["operating_point"] == 0.5


def test_a_bad_file_is_named_and_the_rest_goes_on(bundle, film, tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("no image")
    arguments = ["predict", str(tmp_path / "notes.txt"), str(film), "--model", str(bundle)]

    status = run_command_line([*arguments, "--cpu", "--json"])

    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert status == 1
    assert [result["file"] for result in document["results"]] == [str(film)]
    assert document["errors"][0]["file"] == str(tmp_path / "notes.txt")
    assert "notes.txt" in captured.err


def test_nothing_done_is_status_three(bundle, tmp_path, capsys):
    status = run_command_line(
        ["predict", str(tmp_path / "no.dcm"), "--model", str(bundle), "--cpu"]
    )

    assert status == 3
    assert "no.dcm" in capsys.readouterr().err


def test_explain_writes_the_overlay_the_signed_map_and_the_facts(bundle, film, tmp_path, capsys):
    out = tmp_path / "out"
    arguments = ["explain", str(film), "--model", str(bundle), "--method", "grad-cam", "--cpu"]

    status = run_command_line([*arguments, "--target", "bright", "--out", str(out), "--json"])

    document = _json(capsys)
    assert status == 0
    saved = np.load(out / "film.grad-cam.npy")
    assert saved.dtype == np.float32
    assert saved.shape == (SIZE, SIZE)
    assert json.loads((out / "film.grad-cam.json").read_text()) == document
    assert document["explanation"]["conventions"]["score"] == "logit"
    assert document["explanation"]["target"] == "bright"
    with Image.open(out / "film.grad-cam.png") as picture:
        assert picture.mode == "RGB"
        assert picture.width % (FILM_PX) == 0


def test_superpixels_are_painted_green_for_and_red_against(bundle, film, tmp_path):
    arguments = ["explain", str(film), "--model", str(bundle), "--cpu", "--target", "bright"]
    arguments += ["--method", "kernel-shap", "--option", "segments=4", "--option"]
    arguments += ["baseline=mid-grey", "--style", "superpixels", "--out", str(tmp_path)]

    assert run_command_line(arguments) == 0

    with Image.open(tmp_path / "film.kernel-shap.png") as opened:
        red, green, _ = np.moveaxis(np.asarray(opened).astype(int), 2, 0)
    dark, bright = (slice(20, 60), slice(20, 60)), (slice(20, 60), slice(-60, -20))
    assert (red[dark] - green[dark]).min() > 30
    assert (green[bright] - red[bright]).min() > 10


def test_superpixels_of_a_method_without_any_are_refused(bundle, film, tmp_path, capsys):
    arguments = ["explain", str(film), "--model", str(bundle), "--cpu", "--out", str(tmp_path)]

    assert run_command_line([*arguments, "--style", "superpixels"]) != 0
    assert "no superpixels" in capsys.readouterr().err


def test_a_network_input_is_taken_as_it_is(bundle, tmp_path, capsys):
    tensor = np.random.default_rng(5).random((1, 1, SIZE, SIZE), dtype=np.float32)
    np.save(tmp_path / "input.npy", tensor)
    arguments = ["explain", str(tmp_path / "input.npy"), "--model", str(bundle), "--cpu"]

    status = run_command_line([*arguments, "--target", "0", "--out", str(tmp_path), "--json"])

    facts = _json(capsys)["explanation"]
    assert status == 0
    assert facts["score"] == pytest.approx(tiny_logit(tensor[0, 0]), abs=1e-5)
    expected = (3.0 * tensor[0, 0] - (1.0 - tensor[0, 0])) / SIZE**2
    np.testing.assert_allclose(np.load(tmp_path / "input.grad-cam.npy"), expected, atol=1e-7)


def test_several_targets_give_a_result_each_told_apart_by_name(bundle, film, tmp_path, capsys):
    arguments = ["explain", str(film), "--model", str(bundle), "--cpu", "--json"]
    targets = ["--target", "bright", "--target", "not bright", "--target", "0"]

    status = run_command_line([*arguments, *targets, "--out", str(tmp_path / "out")])

    results = _json(capsys)["results"]
    assert status == 0
    assert [result["explanation"]["target"] for result in results] == ["bright", "not bright"]
    names = ["film.grad-cam.bright", "film.grad-cam.not-bright"]
    kinds = ("json", "npy", "png")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == sorted(f"{name}.{kind}" for name in names for kind in kinds)
    bright, dull = (np.load(tmp_path / "out" / f"{name}.npy") for name in names)
    np.testing.assert_array_equal(bright, -dull)


def test_a_class_is_explained_against_another(bundle, film, tmp_path, capsys):
    arguments = ["explain", str(film), "--model", str(bundle), "--cpu", "--json"]
    question = ["--target", "bright", "--against", "not bright"]

    status = run_command_line([*arguments, *question, "--out", str(tmp_path)])

    document = _json(capsys)
    facts = document["explanation"]
    assert status == 0
    assert facts["against"] == "not bright"
    assert facts["conventions"]["score"] == "difference of logits: bright minus not bright"
    logits = [score["logit"] for score in document["prediction"]["classes"]]
    assert facts["score"] == pytest.approx(logits[0] - logits[1], abs=1e-4)


def test_names_of_classes_make_safe_and_different_parts_of_file_names():
    names = ("Pleural Effusion", "../up", "up", "肺炎", "?", "a b", "a-b")

    parts = name_parts([Target(name, column) for column, name in enumerate(names)])

    assert parts == ["pleural-effusion", "up-1", "up-2", "肺炎", "4", "a-b-5", "a-b-6"]


def test_progress_and_cost_are_told_on_a_terminal_only():
    steps = [Step(0.0, "preparing"), Step(0.5, "half"), Step(1.0, result="the map")]
    terminal, file = Terminal(), io.StringIO()

    assert finish_visibly(iter(steps), "RISE", terminal) == "the map"
    assert finish_visibly(iter(steps), "RISE", file) == "the map"
    announce(Estimate(9, 0.1, 0.9), "RISE", file)
    assert file.getvalue() == ""
    announce(Estimate(4000, 21.0, 41.0), "RISE", file)
    assert "RISE:  50 % half" in terminal.getvalue()
    assert file.getvalue() == "RISE: about 20 to 40 s: up to 4,000 passes\n"


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    "wrong",
    [
        ["--target", "dark"],
        ["--layer", "conv99"],
        ["--method", "grad-kam"],
        ["--option", "steps=3"],
        ["--option", "steps"],
        ["--target", "bright", "--against", "bright"],
        ["--model", "unknown-model"],
    ],
)
def test_wrong_use_is_status_two_and_says_what_there_is(bundle, film, tmp_path, capsys, wrong):
    arguments = ["explain", str(film), "--model", str(bundle), "--out", str(tmp_path), *wrong]

    status = run_command_line([*arguments, "--json", "--cpu"])

    captured = capsys.readouterr()
    error = json.loads(captured.out)["error"]
    assert status == 2
    assert error["code"] == "E_REQUEST"
    assert error["hint"]
    assert wrong[1].split("=")[0] in captured.err


def test_layers_lists_human_and_tensor_names(bundle, capsys):
    status = run_command_line(["layers", "--model", str(bundle), "--cpu", "--json"])

    layers = _json(capsys)["layers"]
    assert status == 0
    assert {"maps", "conv"} <= {layer["tensor"] for layer in layers}
    assert [layer["tensor"] for layer in layers if layer["is_default"]] == ["maps"]


def test_methods_lists_the_registry(capsys):
    assert run_command_line(["methods", "--json"]) == 0
    listed = _json(capsys)["methods"]
    assert [method["id"] for method in listed] == [method.id for method in METHODS]
    assert run_command_line(["methods"]) == 0
    table = capsys.readouterr().out
    assert all(method.id in table and method.cost in table for method in METHODS)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_one_method_is_told_in_full(method, capsys):
    assert run_command_line(["methods", method.id]) == 0
    told = " ".join(capsys.readouterr().out.split())

    for text in (method.name, method.definition, method.reference, method.cost, method.family):
        assert " ".join(text.split()) in told
    for facts in option_facts(method.options):
        assert facts.name in told
        assert facts.help in told


def test_a_bare_onnx_file_asks_what_it_cannot_tell(tmp_path, film, capsys):
    (tmp_path / "bare.onnx").write_bytes(tiny_onnx(has_sigmoid=False))

    status = run_command_line(["predict", str(film), "--model", str(tmp_path / "bare.onnx")])

    told = capsys.readouterr().err
    assert status == 3
    assert "classes" in told
    assert "scaling" in told


def test_an_imported_model_is_listed_verified_and_activated(tmp_path, film, capsys):
    (tmp_path / "bare.onnx").write_bytes(tiny_onnx(has_sigmoid=False))
    answers = ["--classes", "bright", "--scaling", "unit", "--name", "Bare"]

    assert (
        run_command_line(["models", "import", str(tmp_path / "bare.onnx"), *answers, "--json"]) == 0
    )
    model_id = _json(capsys)["id"]
    assert run_command_line(["models", "verify", model_id, "--json"]) == 0
    assert _json(capsys)["verified"][0]["self_test_error"] < 1e-6
    assert run_command_line(["models", "activate", model_id]) == 0
    capsys.readouterr()
    assert run_command_line(["models", "list", "--json"]) == 0
    listed = {m["id"]: m for m in _json(capsys)["models"]}
    assert listed[model_id]["is_active"] is True
    assert run_command_line(["predict", str(film), "--cpu", "--json"]) == 0
    assert _json(capsys)["results"][0]["model"]["id"] == model_id


def test_a_misspelt_command_is_not_taken_for_a_file():
    assert is_typo(["prdict", "a.dcm"])
    assert is_typo(["devices"])
    assert not is_typo(["film.dcm"])
    assert not is_typo(["/tmp/predict"])


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("phantom", "train")])
def test_every_command_explains_itself_quickly_without_heavy_imports(name):
    code = (
        "import sys; sys.argv = ['whyray', sys.argv[1], '--help']\n"
        "from desktop.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'numpy', 'cv2', 'onnx', 'onnxruntime', 'PySide6'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "usage: whyray" in done.stdout


@pytest.fixture
def knee(tmp_path):
    """A DICOM file that says that it shows a knee."""
    pixels = np.tile(np.linspace(0, 4000, 300, dtype=np.uint16), (300, 1))
    (tmp_path / "knee.dcm").write_bytes(encode(dataset(pixels, BodyPartExamined="KNEE")))
    return tmp_path / "knee.dcm"


def test_a_refused_image_gets_no_scores_without_a_reason(bundle, knee, film, capsys):
    arguments = ["predict", str(knee), str(film), "--model", str(bundle), "--cpu", "--json"]

    assert run_command_line(arguments) == 0

    refused, accepted = _json(capsys)["results"]
    assert (refused["is_withheld"], refused["classes"]) == (True, [])
    assert refused["admission"]["verdict"] == "refused"
    assert not accepted["is_withheld"]
    assert accepted["classes"]


def test_an_override_shows_the_scores_and_stands_beside_them(bundle, knee, capsys):
    arguments = ["predict", str(knee), "--model", str(bundle), "--cpu", "--json"]

    assert run_command_line([*arguments, "--override", "teaching"]) == 0

    (result,) = _json(capsys)["results"]
    assert result["override"] == {"reason": "teaching"}
    assert result["classes"]


def test_a_refused_image_is_explained_only_for_a_reason(bundle, knee, tmp_path, capsys):
    arguments = ["explain", str(knee), "--model", str(bundle), "--cpu", "--out", str(tmp_path)]

    assert run_command_line(arguments) == 2
    assert "The body part is KNEE" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.png"))
    assert run_command_line([*arguments, "--override", "teaching", "--json"]) == 0
    assert _json(capsys)["override"] == {"reason": "teaching"}
    with Image.open(tmp_path / "knee.grad-cam.png") as picture:
        red, green, _ = np.moveaxis(np.asarray(picture)[:30].astype(int), 2, 0)
    assert (red - green).max() > 60  # the caution above the picture


def test_an_empty_reason_is_none(bundle, knee):
    with pytest.raises(SystemExit):
        run_command_line(["predict", str(knee), "--model", str(bundle), "--override", " "])
