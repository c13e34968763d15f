"""A second launch hands its files over, whatever happens at the same moment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from desktop.single_instance import MOST_BYTES, SingleInstance, paths_in
from tests.conftest import ROOT

LAUNCH = """
import sys
from pathlib import Path
from desktop.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]))
if instance.claim():
    print("first"); sys.exit(3)
sys.exit(0 if instance.hand_over([Path(name) for name in sys.argv[2:]], 8.0) else 1)
"""


def launch(home, *paths):
    command = [sys.executable, "-c", LAUNCH, str(home), *map(str, paths)]
    return subprocess.Popen(command, cwd=ROOT)


@pytest.fixture
def first(qtbot, tmp_path):
    instance = SingleInstance(tmp_path / "home")
    assert instance.claim()
    assert instance.listen()
    yield instance
    instance.close()


def test_another_process_hands_its_files_over(qtbot, first, tmp_path):
    odd = tmp_path / os.fsdecode(b"\xff <b>.dcm")
    with qtbot.waitSignal(first.received, timeout=20_000) as heard:
        child = launch(tmp_path / "home", tmp_path / "a.dcm", odd)

    assert heard.args == [(tmp_path / "a.dcm", odd)]
    assert child.wait(10) == 0


def test_launches_at_once_are_all_heard(qtbot, first, tmp_path):
    heard = []
    first.received.connect(heard.extend)
    children = [launch(tmp_path / "home", tmp_path / f"{n}.dcm") for n in range(4)]
    qtbot.waitUntil(lambda: len(heard) == 4, timeout=30_000)

    assert {path.name for path in heard} == {f"{n}.dcm" for n in range(4)}
    assert [child.wait(10) for child in children] == [0] * 4


def test_another_home_has_a_window_of_its_own(first, tmp_path):
    other = SingleInstance(tmp_path / "other")

    assert other.claim()
    other.close()


def test_who_crashed_is_followed(qtbot, tmp_path):
    home = tmp_path / "home"
    crash = f"""
import os
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path({str(home)!r}))
assert instance.claim() and instance.listen()
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", crash], cwd=ROOT, check=False).returncode == 9
    instance = SingleInstance(home)

    assert instance.claim()
    assert instance.listen()
    instance.close()


def test_one_that_does_not_answer_is_told_within_the_time(tmp_path):
    deaf, second = SingleInstance(tmp_path / "home"), SingleInstance(tmp_path / "home")
    assert deaf.claim()

    assert not second.claim()
    assert not second.hand_over([], 0.5)
    deaf.close()


def test_what_is_no_message_opens_nothing(qtbot, first):
    heard = []
    first.received.connect(heard.append)
    for message in (b"GET / HTTP/1.1\n", b"x" * (MOST_BYTES + 1), b'{"paths": ["relative"]}\n'):
        line = QLocalSocket()
        line.connectToServer(first._address)
        line.write(message)
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        qtbot.waitUntil(lambda line=line, gone=gone: line.state() == gone, timeout=5000)

    assert heard == []


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"[]",
        b"{}",
        b'{"paths": 3}',
        b'{"paths": [3]}',
        b'{"paths": ["/a\\u0000b"]}',
        b"[" * 9999,
    ],
)
def test_only_absolute_paths_count(message):
    assert paths_in(message) is None
    assert paths_in(json.dumps({"paths": ["/a"]}).encode()) == (Path("/a"),)
