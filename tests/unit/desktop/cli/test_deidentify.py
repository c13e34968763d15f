"""Copies without the patient on the command line."""

import json

import numpy as np
import pydicom
import pytest

from desktop.cli.commands import run_command_line
from desktop.site_key import site_key
from engine.errors import OutputError
from tests.support import dicoms


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "Roe Ann"
    found.mkdir()
    for number in range(2):
        tags = {"PatientID": "4711", "PatientName": "Roe^Ann", "SOPInstanceUID": f"1.2.{number}"}
        data = dicoms.encode(dicoms.dataset(np.full((8, 8), number, np.uint8), **tags))
        (found / f"roe{number}").write_bytes(data)
    return found


def test_good_files_are_copied_and_bad_ones_named(folder, tmp_path, capsys):
    (folder / "roe2").write_text("no image")
    out = tmp_path / "out"

    assert run_command_line(["deidentify", str(folder), "--out", str(out), "--json"]) == 1

    document = json.loads(capsys.readouterr().out)
    assert len(document["images"]) == 2
    assert [error["file"].endswith("roe2") for error in document["errors"]] == [True]
    assert any("part of the picture" in caution for caution in document["cautions"])
    copies = sorted(out.rglob("*.dcm"))
    assert len(copies) == 2
    assert len({copy.parent for copy in copies}) == 1
    assert "roe" not in "".join(map(str, (copy.relative_to(out) for copy in copies))).lower()
    assert {int(pydicom.dcmread(copy).pixel_array[0, 0]) for copy in copies} == {0, 1}
    assert run_command_line(["deidentify", str(folder), "--out", str(out)]) == 1
    assert len(list(out.rglob("*.dcm"))) == 2


def test_two_images_of_one_uid_do_not_overwrite_each_other(folder, tmp_path, capsys):
    twin = dicoms.dataset(np.full((8, 8), 9, np.uint8), PatientID="4711", SOPInstanceUID="1.2.0")
    (folder / "twin").write_bytes(dicoms.encode(twin))

    assert run_command_line(["deidentify", str(folder), "--out", str(tmp_path / "o")]) == 1
    assert "same SOP Instance UID" in capsys.readouterr().err


def test_nothing_to_copy_is_status_3(tmp_path):
    (tmp_path / "a.txt").write_text("no image")
    assert run_command_line(["deidentify", str(tmp_path / "a.txt"), "--out", str(tmp_path)]) == 3


def test_the_key_stays_the_same_is_private_and_never_replaced_silently(user_folders):
    first = site_key()
    assert site_key() == first
    file = next(user_folders.glob("*.key"))
    assert file.stat().st_mode & 0o077 == 0
    file.write_bytes(b"short")
    with pytest.raises(OutputError, match="damaged"):
        site_key()
