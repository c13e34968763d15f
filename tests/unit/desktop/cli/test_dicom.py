"""Results as DICOM objects on the command line, written and sent."""

import json

import numpy as np
import pydicom
import pytest

from desktop.cli.commands import run_command_line
from desktop.network.receiving import Door, Receiver
from tests.support import dicoms
from tests.support.bundles import FILM_PX, write_tiny_bundle

# pynetdicom's thread raises where both sides end a connection at once.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Exception in thread .*run_reactor:pytest.PytestUnhandledThreadExceptionWarning"
)


@pytest.fixture
def film(tmp_path, qapp):
    pixels = np.linspace(0, 4000, FILM_PX * FILM_PX).astype(np.uint16).reshape(FILM_PX, FILM_PX)
    uids = {"StudyInstanceUID": "1.2.3", "SeriesInstanceUID": "1.2.3.1", "SOPInstanceUID": "1.2.4"}
    file = tmp_path / "Roe Ann.dcm"
    file.write_bytes(dicoms.encode(dicoms.dataset(pixels, PatientName="Roe^Ann", **uids)))
    return file


@pytest.fixture
def model(tmp_path):
    return str(write_tiny_bundle(tmp_path / "model"))


def test_every_kind_is_written_under_names_that_tell_nothing(film, model, tmp_path, capsys):
    out = tmp_path / "out"
    kinds = ["sc", "pdf", "sr", "gsps", "seg", "pm"]
    flags = [flag for kind in kinds for flag in ("--kind", kind)]
    command = ["dicom", str(film), "--model", model, "--out", str(out), "--json"]

    assert run_command_line([*command, *flags]) == 0

    document = json.loads(capsys.readouterr().out)
    assert [entry["kind"] for entry in document["objects"]] == kinds
    for entry in document["objects"]:
        made = pydicom.dcmread(entry["written"])
        assert made.StudyInstanceUID == "1.2.3"
        assert str(made.SOPInstanceUID) == entry["sop_instance_uid"]
    assert not any("Roe" in file.name for file in out.iterdir())
    pdf = pydicom.dcmread(out / "0001-pdf-1.dcm").EncapsulatedDocument
    assert pdf.startswith(b"%PDF")


def test_pictures_that_are_no_dicom_are_named_and_the_rest_goes_on(film, model, tmp_path, capsys):
    from PIL import Image

    pixels = np.tile(np.arange(FILM_PX, dtype=np.uint8), (FILM_PX, 1))
    Image.fromarray(pixels).save(tmp_path / "film.png")
    command = ["dicom", str(tmp_path / "film.png"), str(film), "--model", model]

    assert run_command_line([*command, "--kind", "sr", "--out", str(tmp_path / "o")]) == 1

    assert "came as DICOM" in capsys.readouterr().err
    assert [file.name for file in (tmp_path / "o").iterdir()] == ["0002-sr-1.dcm"]


def test_what_was_written_is_sent(film, model, tmp_path, capsys):
    got = []
    receiver = Receiver(tmp_path / "in", got.append, print, Door(port=0))
    receiver.start()
    command = ["dicom", str(film), "--model", model, "--kind", "sc", "--kind", "sr", "--json"]
    node = f"WHYRAY@127.0.0.1:{receiver.port}"
    try:
        status = run_command_line([*command, "--out", str(tmp_path / "o"), "--send", node])
    finally:
        receiver.stop()
    sent = json.loads(capsys.readouterr().out)["sent"]
    assert status == 1  # our own receiver takes pictures and no reports
    assert [entry["stored"] for entry in sent] == [True, False]
    assert len(got) == 1


def test_of_a_refused_image_what_tells_no_score_is_written_and_the_rest_told(
    film, model, tmp_path, capsys
):
    pixels = np.linspace(0, 4000, FILM_PX * FILM_PX).astype(np.uint16).reshape(FILM_PX, FILM_PX)
    knee = tmp_path / "knee.dcm"
    tags = {"StudyInstanceUID": "1.9", "SeriesInstanceUID": "1.9.1", "SOPInstanceUID": "1.9.2"}
    knee.write_bytes(dicoms.encode(dicoms.dataset(pixels, BodyPartExamined="KNEE", **tags)))
    out = tmp_path / "out"
    command = ["dicom", str(knee), str(film), "--model", model, "--out", str(out)]

    assert run_command_line([*command, "--json"]) == 0

    told = capsys.readouterr()
    document = json.loads(told.out)
    kinds = [(entry["file"], entry["kind"]) for entry in document["objects"]]
    assert [kind for file, kind in kinds if file.endswith("knee.dcm")] == ["pdf"]
    assert [kind for file, kind in kinds if not file.endswith("knee.dcm")] == ["sc", "pdf", "sr"]
    assert [left["kind"] for left in document["left_out"]] == ["sc", "sr"]
    assert all("refused this image" in left["reason"] for left in document["left_out"])
    assert "sc is not written" in told.err
    assert "NumericValue" in _words(pydicom.dcmread(out / "0002-sr-1.dcm"))

    asked = [*command[:2], *command[3:], "--kind", "sc"]  # the knee alone
    assert run_command_line(asked) == 3
    assert run_command_line([*asked, "--kind", "pdf"]) == 1
    capsys.readouterr()
    assert run_command_line([*asked, "--override", "teaching file"]) == 0


def _words(dataset):
    """The names of all its elements, of nested ones too."""
    return {element.keyword for element in dataset.iterall()}
