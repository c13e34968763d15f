"""A file held by one process is free again when that process ends, however it ends."""

import os
import subprocess
import sys

import pytest

from engine.files import Hold, process_started
from tests.conftest import ROOT

_HOLDER = (
    "import sys, time\nfrom pathlib import Path\nfrom engine.files import Hold\n"
    "hold = Hold(Path(sys.argv[1]))\nprint(hold.take(), flush=True)\ntime.sleep(60)\n"
)


def test_one_at_a_time_and_free_again_after_release(tmp_path):
    file = tmp_path / "lock"
    with Hold(file) as first, Hold(file) as second:
        assert first.is_held
        assert not second.is_held
        assert first.take()  # once more changes nothing
        first.release()
        assert second.take()


def test_a_killed_process_holds_nothing(tmp_path):
    file = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(file)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as holder:
        assert holder.stdout.readline().strip() == "True"
        with Hold(file) as mine:
            assert not mine.is_held
        holder.kill()
        holder.wait()
    with Hold(file) as mine:
        assert mine.is_held


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_process_is_named_by_its_number_and_its_beginning():
    own = process_started(os.getpid())
    assert own.isdigit()
    assert process_started(os.getpid()) == own
    assert process_started(1) != own
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    assert process_started(child.pid) == ""
