"""ZIP archives: what is an image comes out whole; tricks and bombs do not."""

import io
import os
import stat
import struct
import zipfile

import numpy as np
import pytest
from PIL import Image

from engine.errors import OutputError, UnreadableFile, UnsafeImage
from engine.images import archive
from engine.images.archive import unpack
from tests.support.dicoms import dataset, encode


def png(size: int = 8) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (size, size)).save(stream, format="PNG")
    return stream.getvalue()


@pytest.fixture
def pack(tmp_path):
    def make(members, method=zipfile.ZIP_DEFLATED):
        path = tmp_path / "study.zip"
        with zipfile.ZipFile(path, "w", method) as packed:
            for name, data in members:
                packed.writestr(name, data)
        return path

    return make


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


def unpacked(path, folder, **limits):
    steps = list(unpack(path, folder, **limits))
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    return [found for step in steps for found in step.partial or ()], steps[-1].result


def test_images_come_out_in_name_order_and_the_rest_stays_in(pack, folder):
    film = encode(dataset(np.arange(64, dtype=np.uint16).reshape(8, 8)))
    path = pack([("b/IM2", film), ("a.png", png()), ("notes.txt", b"x"), ("__MACOSX/a.png", png())])
    found, count = unpacked(path, folder)

    assert [one.name for one in found] == ["a.png", "b/IM2"]
    assert found[1].path.read_bytes() == film
    assert count == 3
    assert len(list(folder.iterdir())) == 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_the_user_can_read_what_came_out(pack, folder):
    found, _ = unpacked(pack([("a.png", png())]), folder)

    assert stat.S_IMODE(found[0].path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "name",
    ["../../evil.png", "/tmp/evil.png", "C:/evil.png", "a\\..\\..\\evil.png", "CON", "x.png:ads"],
)
def test_names_lead_nowhere(pack, folder, tmp_path, name):
    path = pack([(name, png())])
    before = set(tmp_path.rglob("*"))
    found, _ = unpacked(path, folder)

    assert [one.path.parent for one in found] == [folder]
    assert set(tmp_path.rglob("*")) - before == {found[0].path}


def test_links_are_left_out(tmp_path, folder):
    path = tmp_path / "links.zip"
    link = zipfile.ZipInfo("link.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(link, b"/etc/passwd")

    assert unpacked(path, folder) == ([], 0)


def test_a_bomb_is_a_card_and_the_rest_goes_on(pack, folder, monkeypatch):
    monkeypatch.setattr(archive, "RATIO_FROM_BYTES", 2**20)
    path = pack([("bomb.dcm", b"\0" * 128 + b"DICM" + bytes(8 * 2**20)), ("whole.png", png())])
    monkeypatch.setattr(archive, "MAX_RATIO", 500)
    found, _ = unpacked(path, folder)

    assert [one.name for one in found] == ["bomb.dcm", "whole.png"]
    assert isinstance(found[0].error, UnsafeImage)
    assert found[0].path is None
    assert [file.name for file in folder.iterdir()] == [found[1].path.name]


def test_many_members_together_may_not_be_too_much_either(pack, folder):
    path = pack([(f"{n}.png", png() + os.urandom(400_000)) for n in range(4)])

    with pytest.raises(UnsafeImage):
        unpacked(path, folder, total_bytes=1_000_000)


def test_a_size_that_lies_changes_nothing(pack, folder):
    data = b"\0" * 128 + b"DICM" + os.urandom(9000)
    path = pack([("lie.dcm", data)])
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", len(data)), struct.pack("<L", 4200)))
    found, _ = unpacked(path, folder)

    assert isinstance(found[0].error, UnreadableFile)
    assert list(folder.iterdir()) == []


def test_a_damaged_member_is_a_card(pack, folder):
    film = b"\0" * 128 + b"DICM" + os.urandom(20_000)
    path = pack([("a.dcm", film), ("b.png", png())])
    raw = bytearray(path.read_bytes())
    raw[9000] ^= 0xFF
    path.write_bytes(raw)
    found, _ = unpacked(path, folder)

    assert isinstance(found[0].error, UnreadableFile)
    assert found[1].error is None


def test_a_locked_archive_says_so(pack, folder):
    path = pack([("a.png", png())])
    raw = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + at] |= 1
    path.write_bytes(raw)

    with pytest.raises(UnreadableFile, match="password"):
        unpacked(path, folder)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(3), b"PK\x03\x04" * 999])
def test_rubbish_is_refused(tmp_path, folder, data):
    path = tmp_path / "rubbish.zip"
    path.write_bytes(data)

    with pytest.raises(UnreadableFile, match="archive"):
        unpacked(path, folder)


def test_a_huge_table_of_contents_is_refused_unread(pack, folder, monkeypatch):
    path = pack([(f"{n}.txt", b"") for n in range(50)])
    monkeypatch.setattr(archive, "MAX_DIRECTORY_BYTES", 1000)
    monkeypatch.setattr(archive.zipfile, "ZipFile", None)

    with pytest.raises(UnsafeImage, match="table of contents"):
        unpacked(path, folder)


def test_too_many_entries_are_refused(pack, folder, monkeypatch):
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)

    with pytest.raises(UnsafeImage, match="4 files"):
        unpacked(pack([(f"{n}.txt", b"") for n in range(4)]), folder)


def test_a_full_disk_is_told_as_such(pack, folder, monkeypatch):
    usage = type("Usage", (), {"free": archive.KEPT_FREE_BYTES + 10})()
    monkeypatch.setattr(archive.shutil, "disk_usage", lambda _: usage)

    with pytest.raises(OutputError, match="room on the disk"):
        unpacked(pack([("a.png", png())]), folder)


def test_it_can_be_stopped_between_chunks(pack, folder):
    path = pack([("a.dcm", b"\0" * 128 + b"DICM" + os.urandom(5 * 2**20))])
    work = unpack(path, folder)
    next(work)
    work.close()

    assert [file.stat().st_size < 3 * 2**20 for file in folder.iterdir()] == [True]
