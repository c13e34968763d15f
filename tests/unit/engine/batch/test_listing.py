"""What belongs to a batch, and in which order."""

import sys

import numpy as np
import pytest
from PIL import Image

from engine.batch.listing import list_images, natural_key
from engine.errors import RequestError
from engine.progress import finish
from tests.support.dicoms import dataset, encode


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def png(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.zeros((4, 4), np.uint8)).save(path, format="PNG")
    return path


def keys_of(folder, excluded):
    return [entry.key for entry in finish(list_images(folder, excluded)).entries]


def test_numbers_in_names_are_counted():
    names = ["b10", "B9", "a/2", "a/10", "a/1b", "10", "9", "a"]
    assert sorted(names, key=natural_key) == ["9", "10", "a", "a/1b", "a/2", "a/10", "B9", "b10"]


def test_names_that_differ_in_case_alone_have_an_order():
    assert sorted(["a/b", "A", "A/b", "a"], key=natural_key) == ["A", "a", "A/b", "a/b"]


def test_images_are_known_by_their_bytes_or_told_by_their_names(folder, tmp_path):
    png(folder / "10.png")
    png(folder / "9.png")
    png(folder / "deep" / "er" / "no suffix")
    (folder / "broken.dcm").write_bytes(b"no image")
    (folder / "empty.png").write_bytes(b"")
    (folder / "notes.txt").write_text("no image")
    (folder / ".hidden.png").write_bytes(b"")
    (folder / "packed.zip").write_bytes(b"PK\x03\x04")
    data = encode(dataset(np.zeros((4, 4), np.uint16)))
    (folder / "film").write_bytes(data)

    listing = finish(list_images(folder, tmp_path / "out"))

    keys = [entry.key for entry in listing.entries]
    assert keys == ["9.png", "10.png", "broken.dcm", "deep/er/no suffix", "empty.png", "film"]
    assert listing.passed_over == 1
    assert listing.archives == ("packed.zip",)
    assert listing.entries[-1].size == len(data)


def test_the_results_are_not_taken_for_images(folder):
    png(folder / "1.png")
    png(folder / "out" / "pictures" / "1.png")

    assert keys_of(folder, folder / "out") == ["1.png"]


def test_links_to_folders_are_not_followed(folder, tmp_path):
    png(folder / "1.png")
    (folder / "again").symlink_to(folder, target_is_directory=True)

    assert keys_of(folder, tmp_path / "out") == ["1.png"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes exist on Linux alone")
def test_a_name_that_is_no_text_is_listed(folder, tmp_path):
    png(folder / "b\udcff.png")

    assert keys_of(folder, tmp_path / "out") == ["b\udcff.png"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(RequestError, match="no such folder"):
        finish(list_images(tmp_path / "nothing", tmp_path / "out"))
