"""``whyray report`` with the shipped synthetic model on the shipped synthetic films."""

import json
import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTranslator

from desktop.cli.commands import run_command_line
from desktop.language import Translations
from desktop.paths import SAMPLES, decisions_folder, marks_folder, user_folder
from engine.decisions import ACCEPTED, Decision, Record, RecordStore
from engine.images.identity import identify, record_key
from engine.images.reader import open_radiograph
from engine.measure.mark import LENGTH, Mark
from engine.measure.sheet import Sheet
from engine.measure.store import SheetStore

MODEL = ["--model", "phantom-opacity-1", "--cpu"]
FILM = SAMPLES / "phantom-500033.dcm"
PNG = SAMPLES / "phantom-500002.png"
NOW = ["--created", "2026-03-04T05:06:07+01:00"]


@pytest.fixture
def run(qapp, capsys):
    """Runs the command; gives status, JSON and messages."""

    def command(*arguments):
        capsys.readouterr()
        status = run_command_line(["report", *map(str, arguments), *MODEL, *NOW, "--json"])
        told = capsys.readouterr()
        return status, json.loads(told.out), told.err

    yield command
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    Translations(qapp).use("en")


def test_one_file_gives_one_pdf(run, tmp_path):
    status, answer, _ = run(FILM, "--out", tmp_path / "r.pdf", "--impression", "seen")
    assert (status, answer["errors"]) == (0, [])
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    (report,) = answer["reports"]
    assert report["written"] == str(tmp_path / "r.pdf")
    content = report["report"]
    assert content["findings"][0]["name"] == "opacity"
    assert content["findings"][0]["method"] == "Grad-CAM"
    assert content["impression"] == {
        "text": "seen", "status": "preliminary",
        "status_text": "PRELIMINARY - not verified by a reader",
    }  # fmt: skip


def test_a_folder_takes_many_and_a_bad_one_does_not_stop_the_rest(run, tmp_path):
    bad = tmp_path / "bad.dcm"
    bad.write_bytes(b"no film")
    status, answer, told = run(FILM, bad, PNG, "--out", tmp_path / "out")
    assert status == 1
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["phantom-500002.report.pdf", "phantom-500033.report.pdf"]
    assert [Path(error["file"]).name for error in answer["errors"]] == ["bad.dcm"]
    assert "bad.dcm" in told


def test_names_of_reports_do_not_repeat(run, tmp_path):
    other = tmp_path / PNG.name
    other.write_bytes(PNG.read_bytes())
    run(PNG, other, "--out", tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["phantom-500002.report-1.pdf", "phantom-500002.report-2.pdf"]


def test_one_file_cannot_hold_several_radiographs(qapp, tmp_path, capsys):
    out = str(tmp_path / "r.pdf")
    assert run_command_line(["report", str(FILM), str(PNG), "--out", out, *MODEL]) == 2
    assert "several radiographs" in capsys.readouterr().err


def test_deidentified_reports_have_no_name_in_content_or_file_name(run, tmp_path):
    _, answer, _ = run(FILM, "--out", tmp_path / "out", "--deidentified")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report-1.pdf"]
    content = json.dumps(answer["reports"][0]["report"])
    assert "Synthetic" not in content
    assert "SYN-500033" not in content


def test_the_same_request_gives_the_same_bytes(run, tmp_path):
    run(FILM, "--out", tmp_path / "a.pdf")
    run(FILM, "--out", tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_marks_and_answers_of_the_window_are_in_it(run, tmp_path):
    film = open_radiograph(FILM)
    user = user_folder()
    sheet = Sheet((Mark(LENGTH, ((10, 10), (10, 110)), id="a"),))
    SheetStore(marks_folder(user), "WhyRay").write(sheet, identify(film), film)
    decision = Decision(
        "opacity", "phantom-opacity-1", "1", 0, 0.99, ACCEPTED, "agreed", "me", "2026-01-01"
    )
    record = Record().with_decision(decision)
    RecordStore(decisions_folder(user)).write(record_key(film), record)
    _, answer, _ = run(FILM, "--out", tmp_path / "r.pdf")
    content = answer["reports"][0]["report"]
    assert content["measurements"][0]["name"] == "Length"
    assert (content["findings"][0]["decision"], content["findings"][0]["comment"]) == (
        "accepted",
        "agreed",
    )


def test_a_refused_image_is_reported_without_scores_unless_overridden(run, tmp_path):
    page = tmp_path / "page.png"
    Image.new("L", (400, 400), 128).save(page)
    status, answer, _ = run(page, "--out", tmp_path / "r.pdf")
    content = answer["reports"][0]["report"]
    assert status == 0
    assert content["quality"]["is_refused"]
    assert content["findings"] == []
    assert content["explanations"] == []
    _, answer, _ = run(page, "--out", tmp_path / "r.pdf", "--override", "a trial")
    content = answer["reports"][0]["report"]
    assert "a trial" in content["quality"]["override"]
    assert len(content["findings"]) == 1


def test_several_methods_and_tests_of_the_first_map(run, tmp_path):
    methods = ["--method", "grad-cam", "--method", "saliency"]
    _, answer, _ = run(FILM, "--out", tmp_path / "r.pdf", *methods, "--test", "--details")
    content = answer["reports"][0]["report"]
    assert len(content["explanations"]) == 2
    assert content["findings"][0]["method"] == "Grad-CAM, Saliency"
    assert len(content["trust"]["rows"]) > 5


def test_the_language_can_be_chosen(run, qapp, tmp_path):
    run(FILM, "--out", tmp_path / "en.pdf", "--language", "en")
    run(FILM, "--out", tmp_path / "de.pdf", "--language", "de")
    assert (tmp_path / "en.pdf").read_bytes() != (tmp_path / "de.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--verified"], "name and role"),
        (["--created", "yesterday"], "no ISO 8601 time"),
        (["--method", "magic"], "magic"),
    ],
)
def test_wrong_use_is_named(qapp, tmp_path, capsys, arguments, words):
    out = str(tmp_path / "r.pdf")
    status = run_command_line(["report", str(FILM), "--out", out, *MODEL, *arguments])
    assert status in (2, 3)
    assert words in capsys.readouterr().err
    assert not (tmp_path / "r.pdf").exists()


def test_an_array_is_no_radiograph(qapp, tmp_path, capsys):
    path = tmp_path / "x.npy"
    path.write_bytes(b"")
    out = str(tmp_path / "r.pdf")
    assert run_command_line(["report", str(path), "--out", out, *MODEL]) == 3
    assert "needs a radiograph" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="administrators may write")
def test_a_read_only_folder_is_named_and_stays_empty(qapp, tmp_path, capsys):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    out = str(folder / "r.pdf")
    assert run_command_line(["report", str(FILM), "--out", out, *MODEL]) == 3
    assert "could not be written" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_a_place_that_takes_no_file_is_named(qapp, tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    out = str(tmp_path / "file" / "r.pdf")
    assert run_command_line(["report", str(FILM), "--out", out, *MODEL]) == 3
    assert "could not be written" in capsys.readouterr().err
