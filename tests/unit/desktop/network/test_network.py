"""C-ECHO and C-STORE with real peers on this machine: DCMTK's where it is installed, and ours."""

import gc
import os
import shutil
import socket
import subprocess
import sys
import threading
import time

import numpy as np
import pydicom
import pytest
from pynetdicom import AE, evt

from desktop.cli.commands import run_command_line
from desktop.network.line import Line
from desktop.network.node import Node, parse_node
from desktop.network.receiving import Door, Receiver
from desktop.network.sending import echo, send
from desktop.network.statuses import is_stored, words_of
from engine.errors import NetworkError, RequestError
from engine.images.reader import read_here
from engine.progress import Cancelled
from tests.support import dicoms

# pynetdicom lets the socket of a refused connection be collected instead of closing it, and its
# thread raises where both sides end a connection at once.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception in thread .*run_reactor:pytest.PytestUnhandledThreadExceptionWarning",
)


@pytest.fixture(autouse=True)
def sockets_are_collected_here():
    """Not in the middle of somebody else's test."""
    yield
    gc.collect()


def _film(path, number=0, **tags):
    pixels = (np.arange(64 * 48, dtype=np.uint16) + number).reshape(64, 48)
    uid = f"1.2.3.{number}"
    data = dicoms.dataset(pixels, SOPInstanceUID=uid, PatientID="4711", **tags)
    path.write_bytes(dicoms.encode(data))
    return path


@pytest.fixture
def films(tmp_path):
    return [_film(tmp_path / f"{number}.dcm", number) for number in range(3)]


@pytest.fixture
def heard():
    return [], []


@pytest.fixture
def receiver(tmp_path, heard):
    made = Receiver(tmp_path / "in", heard[0].append, heard[1].append, Door(port=0))
    made.start()
    yield made
    made.stop()


def _node(receiver, title="WHYRAY"):
    return Node(title, "127.0.0.1", receiver.port)


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def dcmtk(tmp_path):
    """DCMTK's storescp; what it gets lies in the folder that is given with the node."""
    if shutil.which("storescp") is None:
        pytest.skip("storescp (Debian's dcmtk) is not installed")
    folder, port = tmp_path / "dcmtk", _free_port()
    folder.mkdir()
    started = []

    def start(*flags):
        peer = subprocess.Popen(
            ["storescp", *flags, "-aet", "PEER", "-od", str(folder), str(port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        started.append(peer)
        node = Node("PEER", "127.0.0.1", port)
        for _ in range(200):
            with socket.socket() as knocking:
                if knocking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        return node, folder

    yield start
    for peer in started:
        peer.kill()
        peer.wait()


def test_dcmtk_answers_and_gets_every_file_as_it_is(dcmtk, films):
    node, folder = dcmtk()
    echo(node)
    sent = list(send(films, node))

    assert [s.is_stored for s in sent] == [True] * 3
    assert [s.path for s in sent] == films
    arrived = sorted(folder.iterdir())
    assert len(arrived) == 3
    for film, file in zip(films, arrived, strict=True):
        assert pydicom.dcmread(film).PixelData == pydicom.dcmread(file, force=True).PixelData


def test_a_peer_without_the_compression_gets_the_same_pixels_uncompressed(dcmtk, tmp_path):
    compressed = dicoms.dataset(np.arange(4096, dtype=np.uint16).reshape(64, 64), PatientID="1")
    film = tmp_path / "c.dcm"
    plain = tmp_path / "p.dcm"
    plain.write_bytes(dicoms.encode(compressed))
    dataset = pydicom.dcmread(plain)
    dataset.compress("1.2.840.10008.1.2.5", generate_instance_uid=False)
    dataset.save_as(film)
    node, folder = dcmtk("+xe")  # explicit little endian only

    (sent,) = send([film], node)

    assert sent.is_stored
    assert "decompressed" in sent.words
    (file,) = folder.iterdir()
    assert np.array_equal(pydicom.dcmread(file, force=True).pixel_array, read_here(plain).frames[0])


def test_dcmtk_sends_to_us_and_what_arrives_opens(receiver, heard, films, tmp_path):
    if shutil.which("storescu") is None:
        pytest.skip("storescu (Debian's dcmtk) is not installed")
    where = ["-aec", "WHYRAY", "127.0.0.1", str(receiver.port)]
    subprocess.run(["echoscu", *where], check=True, timeout=20)
    subprocess.run(["storescu", *where, *map(str, films)], check=True, timeout=20)

    assert len(heard[0]) == 3
    assert not heard[1]
    for film, path in zip(films, sorted(heard[0]), strict=True):
        assert np.array_equal(read_here(path).frames, read_here(film).frames)


def test_twice_the_same_image_is_one_file_and_another_of_its_uid_is_kept_beside(
    receiver, heard, films, tmp_path
):
    twin = dicoms.dataset(np.zeros((8, 8), np.uint16), SOPInstanceUID="1.2.3.0")
    other = tmp_path / "twin.dcm"
    other.write_bytes(dicoms.encode(twin))

    assert all(s.is_stored for s in send([films[0], films[0], other], _node(receiver)))

    names = sorted(file.name for file in (tmp_path / "in").iterdir())
    assert names == ["1.2.3.0-2.dcm", "1.2.3.0.dcm"]


def test_no_patient_stands_in_the_names_of_received_files(receiver, heard, films):
    list(send(films, _node(receiver)))
    assert all("4711" not in path.name for path in heard[0])


def test_bad_files_are_named_and_the_rest_is_sent(receiver, films, tmp_path):
    bad = tmp_path / "bad.dcm"
    bad.write_bytes(b"no DICOM")
    sent = {s.path.name: s for s in send([films[0], bad, films[1]], _node(receiver))}

    assert not sent["bad.dcm"].is_stored
    assert "no complete DICOM" in sent["bad.dcm"].words
    assert sent["0.dcm"].is_stored
    assert sent["1.dcm"].is_stored


def test_kinds_that_are_no_radiograph_are_not_taken_and_told_one_by_one(receiver, films, tmp_path):
    scan = dicoms.dataset(np.zeros((8, 8), np.uint16), SOPClassUID="1.2.840.10008.5.1.4.1.1.2")
    (tmp_path / "ct.dcm").write_bytes(dicoms.encode(scan))
    sent = list(send([tmp_path / "ct.dcm", films[0]], _node(receiver)))

    assert [s.is_stored for s in sent] == [False, True]
    assert "does not take this kind" in sent[0].words


@pytest.mark.parametrize(
    ("door", "title", "own"),
    [
        (Door(port=0), "OTHER", "WHYRAY"),
        (Door(port=0, callers=("FRIEND",)), "WHYRAY", "STRANGER"),
    ],
)
def test_wrong_titles_are_refused(tmp_path, films, door, title, own):
    receiver = Receiver(tmp_path / "in", print, print, door)
    receiver.start()
    try:
        with pytest.raises(NetworkError, match="refuses"):
            echo(_node(receiver, title), own)
        with pytest.raises(NetworkError, match="refuses"):
            list(send(films, _node(receiver, title), own))
        assert not list((tmp_path / "in").iterdir())
    finally:
        receiver.stop()


def test_too_large_too_many_and_a_full_disk_are_refused_and_nothing_is_written(tmp_path, films):
    doors = {
        "larger": Door(port=0, most_bytes=100),
        "minute": Door(port=0, most_per_minute=0),
        "disk": Door(port=0, least_free_bytes=2**60),
    }
    for word, door in doors.items():
        refusals = []
        receiver = Receiver(tmp_path / word, print, refusals.append, door)
        receiver.start()
        try:
            (sent,) = send(films[:1], _node(receiver))
        finally:
            receiver.stop()
        assert not sent.is_stored
        assert "out of resources" in sent.words
        assert word in refusals[0]
        assert not list((tmp_path / word).iterdir())


def test_a_message_without_end_is_cut_off(tmp_path):
    refusals = []
    receiver = Receiver(tmp_path / "in", print, refusals.append, Door(port=0, most_bytes=1000))
    receiver.start()
    huge = dicoms.dataset(np.zeros((2000, 2000), np.uint16), SOPInstanceUID="1.2.9")
    (tmp_path / "huge.dcm").write_bytes(dicoms.encode(huge))
    try:
        (sent,) = send([tmp_path / "huge.dcm"], _node(receiver))
    finally:
        receiver.stop()
    assert not sent.is_stored
    assert "larger" in refusals[0]
    assert not list((tmp_path / "in").iterdir())


def test_a_port_in_use_and_a_peer_that_is_not_there_are_said(receiver, tmp_path, films):
    second = Receiver(tmp_path / "b", print, print, Door(port=receiver.port))
    with pytest.raises(NetworkError, match="cannot listen"):
        second.start()
    nobody = Node("PACS", "127.0.0.1", _free_port())
    with pytest.raises(NetworkError, match="cannot be reached"):
        echo(nobody)
    with pytest.raises(NetworkError, match="cannot be reached"):
        list(send(films, nobody))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("PACS@10.0.0.5:104", Node("PACS", "10.0.0.5", 104)),
        (" A B @host.example:11112", Node("A B", "host.example", 11112)),
        ("X@[::1]:4242", Node("X", "::1", 4242)),
    ],
)
def test_nodes_are_read(text, node):
    assert parse_node(text) == node
    assert parse_node(str(node)) == node


@pytest.mark.parametrize(
    "text", ["", "PACS", "PACS@host", "@host:1", "P@h:0", "P@h:70000", "A" * 17 + "@h:1", "Ä@h:1"]
)
def test_what_is_no_node_is_refused(text):
    with pytest.raises(RequestError):
        parse_node(text)


def test_statuses_are_told_in_words():
    assert is_stored(0)
    assert is_stored(0xB007)
    assert not is_stored(0xA701)
    assert "0xA701" in words_of(0xA701)
    assert "out of resources" in words_of(0xA701)
    assert "refused" in words_of(0x1234)


def test_on_the_command_line(receiver, films, capsys, tmp_path):
    node = str(_node(receiver))
    assert run_command_line(["echo", node]) == 0
    assert "answers" in capsys.readouterr().out
    assert run_command_line(["send", node, *map(str, films)]) == 0
    assert capsys.readouterr().out.count("stored") == 3
    bad = tmp_path / "bad.dcm"
    bad.write_bytes(b"x")
    assert run_command_line(["send", node, str(bad), str(films[0])]) == 1
    assert run_command_line(["send", node, str(bad)]) == 3
    assert run_command_line(["echo", "nonsense"]) == 2


def test_receiving_on_the_command_line_until_enough_arrived(films, tmp_path):
    program = "from desktop.__main__ import main; raise SystemExit(main())"
    flags = ["--out", str(tmp_path / "in"), "--port", "0", "--count", "3"]
    child = subprocess.Popen(
        [sys.executable, "-c", program, "receive", *flags],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
    )  # fmt: skip
    try:
        told = next(line for line in child.stderr if line.startswith("Listening"))
        port = int(told.rsplit(":", 1)[1].rstrip(".\n"))
        assert all(s.is_stored for s in send(films, Node("WHYRAY", "127.0.0.1", port)))
        out, _ = child.communicate(timeout=20)
        assert child.returncode == 0
        assert len(out.splitlines()) == 3
    finally:
        child.kill()
        child.communicate()


@pytest.mark.parametrize("keeps_waiting", ["association", "storing"])
def test_a_line_that_is_hung_up_ends_the_call_at_once(films, keeps_waiting):
    has_come, may_go = threading.Event(), threading.Event()

    def wait(_event):
        has_come.set()
        may_go.wait(20)
        return 0

    entity = AE("PEER")
    entity.add_supported_context(dicoms.DX)
    event = evt.EVT_C_STORE if keeps_waiting == "storing" else evt.EVT_REQUESTED
    server = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(event, wait)])
    line = Line()

    def hang_up():
        has_come.wait(20)
        line.hang_up()

    hanging = threading.Thread(target=hang_up)
    hanging.start()
    began = time.monotonic()
    try:
        with pytest.raises(Cancelled):
            list(send(films, Node("PEER", "127.0.0.1", server.server_address[1]), line=line))
        assert time.monotonic() - began < 5
    finally:
        may_go.set()
        hanging.join()
        server.shutdown()
    with pytest.raises(Cancelled):
        echo(Node("PEER", "127.0.0.1", 1), line=line)
