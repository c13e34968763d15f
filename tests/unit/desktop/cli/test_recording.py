"""``--record``: commands write to the library and its audit what the window would write."""

import contextlib
import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import WRONG_USE, run_command_line
from desktop.paths import SAMPLES
from desktop.settings import Settings
from engine.library import audit
from engine.library.database import connect_to_read
from engine.library.opening import NAME
from tests.support.batches import write_film, write_films
from tests.support.bundles import write_tiny_bundle
from tests.support.dicoms import dataset, encode


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return write_tiny_bundle(tmp_path_factory.mktemp("model") / "tiny-1")


@pytest.fixture
def model(bundle):
    return ["--model", str(bundle), "--cpu"]


@pytest.fixture
def film(tmp_path):
    pixels = np.tile(np.linspace(0, 4000, 256).astype(np.uint16), (256, 1))
    tags = {"PatientID": "MRN-1", "PatientName": "DOE^JANE", "StudyInstanceUID": "1.2.3"}
    path = tmp_path / "film.dcm"
    path.write_bytes(encode(dataset(pixels, **tags)))
    return path


def rows(user_folders, question):
    with contextlib.closing(connect_to_read(user_folders / "library" / NAME)) as connection:
        return [tuple(row) for row in connection.execute(question)]


def events(user_folders):
    with contextlib.closing(connect_to_read(user_folders / "library" / NAME)) as connection:
        lines = list(audit.lines(connection))
    assert audit.verify(lines).problem == ""
    told = [json.loads(line) for line in lines]
    return [(entry["event"], entry["details"]) for entry in told]


def test_without_the_flag_nothing_is_left_behind(user_folders, model, film, tmp_path, capsys):
    assert run_command_line(["predict", str(film), *model]) == 0
    given = ["explain", str(film), *model, "--out", str(tmp_path / "out")]
    assert run_command_line(given) == 0
    assert not (user_folders / "library").exists()


def test_a_score_is_filed_under_its_study(user_folders, model, film, tmp_path, capsys):
    (tmp_path / "broken.png").write_bytes(b"broken")
    write_film(tmp_path / "plain.png")
    files = [str(film), str(tmp_path / "broken.png"), str(tmp_path / "plain.png")]

    assert run_command_line(["predict", *files, *model, "--record"]) == 1

    assert rows(user_folders, "SELECT count(*) FROM studies") == [(2,)]
    assert rows(user_folders, "SELECT count(*) FROM images") == [(2,)]
    assert rows(user_folders, "SELECT count(*) FROM predictions") == [(2,)]
    found = events(user_folders)
    assert [event for event, _ in found] == [audit.SCORED] * 2
    assert found[0][1]["by command"] is True
    assert found[0][1]["digest"]
    assert "DOE" not in json.dumps(found)
    assert run_command_line(["predict", *files, *model, "--record"]) == 1
    assert rows(user_folders, "SELECT count(*) FROM images") == [(2,)]


def test_an_explanation_stands_beside_its_score(user_folders, model, film, tmp_path, capsys):
    given = ["explain", str(film), *model, "--record", "--out", str(tmp_path / "out"),
             "--method", "occlusion", "--option", "window=40", "--seed", "7"]  # fmt: skip
    assert run_command_line(given) == 0

    question = "SELECT method, target, options, seed, digest FROM explanations"
    ((method, target, options, seed, digest),) = rows(user_folders, question)
    assert (method, target, seed) == ("occlusion", "bright", 7)
    assert json.loads(options)["window"] == 40
    assert len(digest) == 64
    assert [event for event, _ in events(user_folders)] == [audit.SCORED, audit.EXPLAINED]


def test_a_refused_image_is_noted_as_such(user_folders, model, tmp_path, capsys):
    knee = dataset(np.tile(np.arange(300, dtype=np.uint16), (300, 1)), BodyPartExamined="KNEE")
    (tmp_path / "knee.dcm").write_bytes(encode(knee))
    given = ["predict", str(tmp_path / "knee.dcm"), *model, "--record"]

    run_command_line(given)
    ((event, details),) = events(user_folders)
    assert (event, details["codes"], details["scores"]) == (audit.SCORED, ["body_part"], {})
    run_command_line([*given, "--override", "phantom"])
    assert [event for event, _ in events(user_folders)][1:] == [audit.OVERRIDDEN, audit.SCORED]
    assert "phantom" not in json.dumps(events(user_folders))


def test_a_batch_files_all_that_it_did(user_folders, model, tmp_path, capsys):
    folder = write_films(tmp_path / "in", 5)
    (folder / "3.png").write_bytes(b"broken")
    given = ["batch", str(folder), "--out", str(tmp_path / "out"), *model, "--record",
             "--method", "grad-cam", "--layer", "conv"]  # fmt: skip

    assert run_command_line(given) == 1

    assert rows(user_folders, "SELECT count(*) FROM predictions") == [(4,)]
    assert (
        rows(user_folders, "SELECT method, layer FROM explanations") == [("grad-cam", "conv")] * 4
    )
    found = events(user_folders)
    assert [event for event, _ in found] == [audit.SCORED, audit.EXPLAINED] * 4
    assert all(details["by batch"] is True for _, details in found)


def test_a_report_is_noted_once_it_is_written(user_folders, model, film, tmp_path, capsys, qapp):
    given = ["report", str(film), *model, "--record", "--out", str(tmp_path / "a.pdf"),
             "--verified", "--reader", "Dr. Roe", "--role", "radiologist"]  # fmt: skip
    assert run_command_line(given) == 0

    names = [event for event, _ in events(user_folders)]
    assert names == [audit.SCORED, audit.EXPLAINED, audit.REPORTED]
    assert rows(user_folders, "SELECT status, by FROM reports") == [("verified", "Dr. Roe")]


def test_it_is_refused_where_it_cannot_be_meant(user_folders, model, film, tmp_path, capsys):
    out = str(tmp_path / "out")
    folder = write_films(tmp_path / "in", 1)
    given = ["batch", str(folder), "--out", out, *model, "--record", "--deidentified"]
    assert run_command_line(given) == WRONG_USE
    assert "--deidentified" in capsys.readouterr().err
    Settings(user_folders).set("history/keeps", False)
    assert run_command_line(["predict", str(film), *model, "--record"]) == WRONG_USE
    assert "history is switched off" in capsys.readouterr().err
    assert not (user_folders / "library").exists()


def test_samples_of_the_program_are_nobodys_study(user_folders, model, capsys):
    sample = sorted(SAMPLES.glob("*.dcm"))[0]
    run_command_line(["predict", str(sample), *model, "--record"])
    assert not (user_folders / "library").exists()


def test_a_network_input_is_no_image(user_folders, model, tmp_path, capsys, bundle):
    side = np.array(Image.open(write_film(tmp_path / "a.png"))).shape[0]
    np.save(tmp_path / "input.npy", np.full((1, side, side, 1), 0.5, np.float32))
    run_command_line(["predict", str(tmp_path / "input.npy"), *model, "--record"])
    assert not (user_folders / "library").exists()
