"""A write that fails leaves the old file whole and nothing beside it."""

import os
import resource
import signal

import pytest

from engine.errors import OutputError
from engine.files import atomic_write


def test_a_file_is_written_and_nothing_left_beside_it(tmp_path):
    atomic_write(tmp_path / "a.txt", b"one")
    atomic_write(tmp_path / "a.txt", b"two")

    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_an_error_with_the_file(tmp_path):
    with pytest.raises(OutputError, match=r"a\.txt"):
        atomic_write(tmp_path / "no" / "a.txt", b"x")


@pytest.mark.skipif(os.name == "nt", reason="file size limits are a POSIX matter")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "a.bin"
    atomic_write(path, b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(OutputError):
            atomic_write(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.bin"]
