import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData

from desktop.views.drops import dropped_paths


def mime(text: bytes) -> QMimeData:
    data = QMimeData()
    data.setData("text/uri-list", QByteArray(text))
    return data


def test_spaces_and_accents_come_through():
    dropped = dropped_paths(mime(b"file:///a/zdj%C4%99cie%20%231.dcm\r\n"))

    assert dropped.paths == (Path("/a/zdjęcie #1.dcm"),)


@pytest.mark.skipif(os.name == "nt", reason="Windows names are always text")
def test_names_that_are_no_utf8_keep_their_bytes():
    (path,) = dropped_paths(mime(b"file:///a/%FF%FE.dcm")).paths

    assert os.fsencode(path) == b"/a/\xff\xfe.dcm"


def test_web_addresses_are_refused_by_name():
    dropped = dropped_paths(mime(b"https://example.org/x.dcm\r\nfile:///a/b.dcm"))

    assert dropped.refused == ("https://example.org/x.dcm",)
    assert dropped.paths == (Path("/a/b.dcm"),)
