"""Room on the disk: asked for before, and a refused write leaves the old file whole."""

import pytest

from engine.errors import OutputError
from training.refusals import DiskFull
from training.run.room import RESERVE_BYTES, demand_room, reserve_bytes, writing


def test_too_little_room_is_refused_with_its_figures(tmp_path, monkeypatch):
    demand_room(tmp_path, 0)
    with pytest.raises(DiskFull) as full:
        demand_room(tmp_path, 1 << 60)
    assert full.value.facts["needed_mb"] > full.value.facts["free_mb"]
    assert isinstance(full.value, OutputError)
    assert full.value.code == "E_DISK_FULL"

    assert reserve_bytes() == RESERVE_BYTES
    monkeypatch.setenv("WHYRAY_RESERVE_MB", "0.5")
    assert reserve_bytes() == 2**19


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("HDF5")])
def test_a_refused_write_leaves_what_was_there(tmp_path, error):
    file = tmp_path / "best.weights.h5"
    file.write_bytes(b"old")

    def refused() -> None:
        with writing(file) as partial:
            partial.write_bytes(b"half")
            raise error

    with pytest.raises(DiskFull):
        refused()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]

    with writing(file) as partial:
        partial.write_bytes(b"new")
    assert file.read_bytes() == b"new"
