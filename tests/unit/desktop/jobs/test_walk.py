"""Folders dropped on the window: every image in them is found, and nothing is lost on the way."""

import os
from pathlib import Path

import pytest
from PIL import Image

from desktop.jobs import finding


def _walk(folder):
    return [found.path for step in finding.walk(folder) for found in step.partial or ()]


@pytest.fixture
def folder(tmp_path):
    for name in ("a/1.png", "a/b/no-extension", "c/3.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (4, 4)).save(path, format="PNG")
    (tmp_path / "a" / "notes.txt").write_text("no image")
    (tmp_path / ".hidden.png").write_bytes(b"")
    return tmp_path


def test_images_are_found_by_content_in_name_order(folder):
    found = [str(path.relative_to(folder)) for path in _walk(folder)]

    assert found == ["a/1.png", "a/b/no-extension", "c/3.png"]


def test_a_folder_that_may_not_be_listed_is_handed_on_to_be_told(folder, monkeypatch):
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(finding.os, "scandir", refusing)

    assert folder / "a" / "b" in _walk(folder)


def test_names_that_are_no_text_keep_their_bytes(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff\xfe.png"
    with Path(os.fsdecode(name)).open("wb") as stream:
        Image.new("L", (4, 4)).save(stream, format="PNG")

    assert [os.fsencode(path) for path in _walk(tmp_path)] == [name]
