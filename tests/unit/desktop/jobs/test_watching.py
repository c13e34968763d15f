"""A watched folder: only what is complete is opened, and only what is new."""

import os
import zipfile

import pytest
from PIL import Image

from desktop.jobs.watching import FolderWatch, Watching
from desktop.settings import Settings
from engine.errors import UnreadableFile


def write_png(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (40, 40)).save(path, format="PNG")
    return path


@pytest.fixture
def watch(tmp_path):
    (tmp_path / "in").mkdir()
    write_png(tmp_path / "in" / "old.png")
    watch = FolderWatch(tmp_path / "in")
    assert watch.look() == ()
    return watch


def test_a_file_is_told_once_when_it_no_longer_grows(watch):
    path = write_png(watch.folder / "new.png")
    data = path.read_bytes()
    path.write_bytes(data[:30])
    assert watch.look() == ()
    path.write_bytes(data)
    os.utime(path, ns=(1, 1))
    assert watch.look() == ()
    assert watch.look() == (path,)
    assert watch.look() == ()


def test_names_of_unfinished_transfers_are_waited_for(watch):
    write_png(watch.folder / "film.png.part")
    write_png(watch.folder / ".hidden.png")
    watch.look()
    assert watch.look() == ()
    (watch.folder / "film.png.part").rename(watch.folder / "film.png")
    watch.look()
    assert watch.look() == (watch.folder / "film.png",)


def test_folders_below_and_archives_count_and_other_files_do_not(watch):
    deep = write_png(watch.folder / "a" / "b" / "IM1")
    (watch.folder / "notes.txt").write_text("no image")
    with zipfile.ZipFile(watch.folder / "study.zip", "w") as archive:
        archive.writestr("x", "y")
    (watch.folder / "empty.dcm").touch()
    watch.look()

    assert watch.look() == (deep, watch.folder / "study.zip")


def test_a_name_that_comes_again_is_a_new_file(watch):
    path = watch.folder / "old.png"
    path.unlink()
    watch.look()
    write_png(path)
    watch.look()

    assert watch.look() == (path,)


def test_a_folder_that_went_away_is_told_once_and_looked_at_again(qtbot, tmp_path, monkeypatch):
    settings = Settings(tmp_path / "user")
    watching = Watching(settings)
    watching._timer.setInterval(20)
    told, arrived = [], []
    watching.failed.connect(told.append)
    watching.arrived.connect(arrived.extend)
    folder = tmp_path / "share"
    settings.set("files/watched_folder", str(folder))
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.wait(200)
    folder.mkdir()
    qtbot.waitUntil(lambda: not watching._has_failed)
    path = write_png(folder / "new.png")
    qtbot.waitUntil(lambda: arrived == [path])
    settings.set("files/watched_folder", "")

    assert watching.folder is None
    assert [type(error) for error in told] == [UnreadableFile]
    assert watching.close(5.0)
