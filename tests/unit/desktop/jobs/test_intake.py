"""Opening takes everything in, blocks nobody and never moves the selection by itself."""

import threading
import zipfile

import numpy as np
import pytest
from PIL import Image

from desktop.jobs import finding
from desktop.jobs.intake import Intake
from desktop.state.workspace import Item, Status, Workspace
from engine.errors import UnreadableFile
from tests.support.dicoms import dataset, encode

WAIT_MS = 5000


@pytest.fixture
def workspace(qtbot):
    return Workspace()


@pytest.fixture
def intake(workspace, tmp_path):
    intake = Intake(workspace, tmp_path / "scratch")
    yield intake
    assert intake.close(5.0)


@pytest.fixture
def png(tmp_path):
    def make(name):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (4, 4)).save(path, format="PNG")
        return path

    return make


@pytest.fixture
def film(tmp_path):
    def make(name, **tags):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(dataset(np.zeros((4, 4), np.uint16), **tags)))
        return path

    return make


def names(workspace):
    return [item.shown_path.name for item in workspace.items]


def settled(qtbot, intake):
    qtbot.waitUntil(lambda: intake._named.is_idle and intake._held.is_idle, timeout=WAIT_MS)


def test_what_is_named_like_an_image_is_listed_at_once(intake, workspace, png):
    first, second = png("a.png"), png("b.png")
    intake.open([first, second])

    assert names(workspace) == ["a.png", "b.png"]
    assert workspace.current.path == first


def test_folders_archives_and_bare_names_are_sorted_out(qtbot, intake, workspace, png, tmp_path):
    folder = png("folder.png/inside.png").parent
    packed = tmp_path / "study.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(png("loose.png"), "deep/IM1")
    bare = png("IM0001")
    intake.open([bare, folder, packed])
    settled(qtbot, intake)

    assert sorted(names(workspace)) == ["IM0001", "IM1", "inside.png"]
    unpacked = next(item for item in workspace.items if item.origin is not None)
    assert unpacked.origin == packed / "deep/IM1"
    assert unpacked.title == "deep/IM1"
    assert unpacked.path.read_bytes() == (tmp_path / "loose.png").read_bytes()


def test_nothing_that_arrives_moves_the_selection(qtbot, intake, workspace, png):
    kept = png("kept.png")
    intake.open([kept])
    intake.open([png("watched/new.png")], is_asked=False)
    intake.open([png("many/one.png").parent], is_asked=False)
    settled(qtbot, intake)

    assert len(workspace.items) == 3
    assert workspace.current.path == kept


def test_who_went_elsewhere_is_left_there(qtbot, intake, workspace, png):
    intake.open([png("a.png"), png("b.png")])
    folder = png("slow/c.png").parent
    intake.open([folder])
    workspace.select(workspace.items[1])
    settled(qtbot, intake)

    assert len(workspace.items) == 3
    assert workspace.current is workspace.items[1]


def test_who_waits_for_a_folder_sees_its_first_image(qtbot, intake, workspace, png):
    intake.open([png("a.png")])
    intake.open([png("folder/c.png").parent])
    settled(qtbot, intake)

    assert workspace.current.path.name == "c.png"
    assert len(workspace.items) == 2


def test_a_dropped_folder_never_takes_the_screen_and_a_dropped_file_does(
    qtbot, intake, workspace, png
):
    intake.open([png("a.png")], is_dropped=True)
    intake.open([png("folder/c.png").parent], is_dropped=True)
    settled(qtbot, intake)
    assert workspace.current.path.name == "a.png"
    intake.open([png("d.png")], is_dropped=True)
    assert workspace.current.path.name == "d.png"


def test_a_folder_dropped_into_an_empty_window_is_shown(qtbot, intake, workspace, png):
    intake.open([png("folder/c.png").parent], is_dropped=True)
    settled(qtbot, intake)
    assert workspace.current.path.name == "c.png"


def test_the_same_file_is_open_once(qtbot, intake, workspace, png):
    path = png("f/a.png")
    intake.open([path])
    intake.open([path.parent, path])
    settled(qtbot, intake)

    assert len(workspace.items) == 1


def test_a_file_closed_meanwhile_does_not_come_back(qtbot, intake, workspace, png):
    intake.open([png("a.png")])
    workspace.remove(workspace.items[0])
    settled(qtbot, intake)

    assert workspace.items == ()


def test_files_gather_by_patient_and_study_newest_first(qtbot, intake, workspace, film):
    old = {"PatientID": "1", "PatientName": "A", "StudyDate": "20200101", "StudyInstanceUID": "1.1"}
    new = old | {"StudyDate": "20240101", "StudyInstanceUID": "1.2"}
    other = {"PatientID": "2", "PatientName": "B", "StudyInstanceUID": "2.1"}
    intake.open([film("1.dcm", **old), film("2.dcm", **other), film("3.dcm", **new)])
    shown = workspace.current
    intake.open([film("4.dcm", **old)], is_asked=False)
    settled(qtbot, intake)

    assert names(workspace) == ["3.dcm", "1.dcm", "4.dcm", "2.dcm"]
    assert workspace.current is shown
    assert workspace.group(shown).date == "2020-01-01"


def test_one_id_with_two_names_is_two_patients(qtbot, intake, workspace, film):
    paths = [film(f"{name}.dcm", PatientID="0", PatientName=name) for name in ("Anna", "Bert")]
    intake.open(paths)
    settled(qtbot, intake)
    one, two = workspace.items

    assert workspace.group(one).patient != workspace.group(two).patient


def test_a_dicomdir_opens_what_lies_around_it(qtbot, intake, workspace, shared_data, tmp_path):
    folder = tmp_path / "disc"
    folder.mkdir()
    (folder / "DICOMDIR").write_bytes((shared_data / "dicom" / "DICOMDIR").read_bytes())
    Image.new("L", (4, 4)).save(folder / "IM1", format="PNG")
    intake.open([folder / "DICOMDIR"])
    settled(qtbot, intake)

    assert names(workspace) == ["IM1"]


def test_a_bad_member_is_a_card_and_a_bad_archive_is_told(qtbot, intake, workspace, tmp_path, png):
    packed = tmp_path / "study.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.dcm", bytes(128) + b"DICM" + bytes(range(256)) * 40)
        archive.write(png("b.png"), "b.png")
    raw = bytearray(packed.read_bytes())
    raw[5000] ^= 1
    packed.write_bytes(raw)
    rubbish = tmp_path / "rubbish.zip"
    rubbish.write_bytes(b"PK\x03\x04 and nothing more")
    told = []
    intake.error_raised.connect(told.append)
    intake.open([rubbish, packed])
    settled(qtbot, intake)

    bad, good = workspace.items
    assert bad.status is Status.FAILED
    assert bad.error.file == packed / "a.dcm"
    assert good.status is Status.WAITING
    assert [type(error) for error in told] == [UnreadableFile]


def test_closing_removes_what_was_unpacked(qtbot, intake, workspace, tmp_path, png):
    packed = tmp_path / "study.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(png("b.png"), "b.png")
        archive.write(png("b.png"), "c.png")
    intake.open([packed])
    settled(qtbot, intake)
    first = workspace.items[0]
    workspace.remove(first)

    assert not first.path.exists()
    assert workspace.items[0].path.exists()
    intake.close(5.0)
    assert not list((tmp_path / "scratch").rglob("*"))


def test_a_disk_that_does_not_answer_blocks_nobody(qtbot, intake, workspace, png, monkeypatch):
    go_on = threading.Event()
    look = finding._sorted_out

    def hanging(path):
        go_on.wait(10)
        return look(path)

    monkeypatch.setattr(finding, "_sorted_out", hanging)
    intake.open([png("bare")])

    assert workspace.items == ()
    assert intake.cancel()
    go_on.set()
    settled(qtbot, intake)
    assert workspace.items == ()


def test_five_thousand_files_come_in_portions_that_never_block(qtbot, intake, workspace, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    data = encode(dataset(np.zeros((2, 2), np.uint16), PatientID="1", StudyInstanceUID="1.1"))
    for number in range(5000):
        (folder / f"{number:04d}").write_bytes(data)
    portions = []
    workspace.items_added.connect(lambda items: portions.append(len(items)))
    intake.open([folder])
    qtbot.waitUntil(lambda: len(workspace.items) == 5000, timeout=60_000)

    assert portions[0] < 50  # something is there at once
    assert isinstance(workspace.items[0], Item)
    assert names(workspace)[4999] == "4999"
