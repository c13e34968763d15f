"""The child may hang, crash or be cancelled; the parent and the next file do not notice."""

import os
import random
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ImageError, TruncatedFile, UnreadableFile, UnsafeImage
from engine.images import wire
from engine.images.decoder import Decoder
from engine.images.reader import open_radiograph, read_here
from engine.images.resident import resident_bytes
from engine.progress import Cancelled
from tests.support import dicoms

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture(scope="module")
def decoder():
    with Decoder() as made:
        yield made


@pytest.fixture
def film(tmp_path: Path) -> Path:
    file = tmp_path / "film.dcm"
    pixels = np.arange(64 * 48, dtype=np.int16).reshape(64, 48)
    tags = {"WindowCenter": "100", "WindowWidth": "50", "PatientName": "Ängström^A"}
    found = dicoms.dataset(pixels, SpecificCharacterSet="ISO_IR 192", **tags)
    found.VOILUTSequence = [dicoms.lut_item(range(100), 5, 8, "CURVE")]
    file.write_bytes(dicoms.encode(found))
    return file


def _same(one, two) -> bool:
    luts = [
        [voi.values.tolist() if hasattr(voi, "values") else voi for voi in film.grey.vois]
        for film in (one, two)
    ]
    return (
        np.array_equal(one.frames, two.frames)
        and luts[0] == luts[1]
        and (one.sha256, one.facts, one.spacing, one.notes, one.kind, one.path)
        == (two.sha256, two.facts, two.spacing, two.notes, two.kind, two.path)
    )


def _stop_child_when_it_starts(decoder: Decoder) -> int:
    """Freezes the (warm) child; the pid."""
    pid = decoder.child_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    return pid


def test_what_crosses_the_pipe_is_what_was_read(decoder: Decoder, film: Path):
    assert _same(open_radiograph(film, decoder=decoder), read_here(film))


def test_one_child_serves_many_files(decoder: Decoder, film: Path):
    decoder.decode(film)
    pid = decoder.child_pid
    for _ in range(3):
        decoder.decode(film)
    assert decoder.child_pid == pid


def test_errors_cross_the_pipe(decoder: Decoder, film: Path):
    film.write_bytes(film.read_bytes()[:-10])
    with pytest.raises(TruncatedFile) as here:
        read_here(film)
    with pytest.raises(TruncatedFile) as there:
        decoder.decode(film)
    assert there.value.as_json() == here.value.as_json()


def test_missing_files_folders_and_pipes_are_named(decoder: Decoder, tmp_path: Path):
    (tmp_path / "empty").touch()
    for name, words in (("nothing", "no such file"), (".", "folder"), ("empty", "empty")):
        with pytest.raises(UnreadableFile, match=words):
            decoder.decode(tmp_path / name)


@needs_signals
def test_a_fifo_is_not_waited_for(decoder: Decoder, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFile, match="device"):
        decoder.decode(tmp_path / "pipe")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_file_names_of_any_bytes(decoder: Decoder, film: Path):
    odd = Path(os.fsdecode(os.fsencode(film.parent) + b"/b\xff\xfe \xe4.dcm"))
    film.rename(odd)
    assert decoder.decode(odd).path == odd
    odd.write_bytes(b"")
    with pytest.raises(UnreadableFile) as caught:
        decoder.decode(odd)
    str(caught.value).encode()


@pytest.mark.alone
@needs_signals
def test_a_killed_child_is_an_error_and_the_next_file_is_fine(film: Path):
    with Decoder() as decoder:
        decoder.decode(film)
        pid = _stop_child_when_it_starts(decoder)
        killer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
        killer.start()
        with pytest.raises(UnsafeImage, match="crashed") as caught:
            decoder.decode(film)
        killer.join()
        assert caught.value.details["decoder ended with"] == "-9"
        assert caught.value.file == film
        started = time.monotonic()
        assert _same(decoder.decode(film), read_here(film))
        assert time.monotonic() - started < 10
        assert decoder.child_pid not in (None, pid)


@needs_signals
def test_an_alarm_that_the_parent_did_not_see_coming_is_tried_again(film: Path):
    with Decoder() as decoder:
        decoder.decode(film)
        pid = _stop_child_when_it_starts(decoder)

        def ring():
            os.kill(pid, signal.SIGALRM)
            os.kill(pid, signal.SIGCONT)

        bell = threading.Timer(0.3, ring)
        bell.start()
        assert _same(decoder.decode(film), read_here(film))
        bell.join()
        assert decoder.child_pid != pid


_STOPPED_TOGETHER = """
import os, signal, sys, threading
from pathlib import Path
from engine.images.decoder import Decoder
with Decoder(timeout_s=20.0) as decoder:
    decoder.decode(Path(sys.argv[1]))
    decoder.timeout_s = 1.5
    os.kill(decoder.child_pid, signal.SIGSTOP)
    threading.Timer(0.3, print, ("now",), {"flush": True}).start()
    print(decoder.decode(Path(sys.argv[1])).size_hw, flush=True)
"""


@needs_signals
def test_time_in_which_everything_stood_still_does_not_count(film: Path):
    """As after Ctrl+Z and fg."""
    process = subprocess.Popen(
        [sys.executable, "-c", _STOPPED_TOGETHER, str(film)],
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    with process:
        assert process.stdout.readline() == "now\n"
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(2.5)
        os.killpg(process.pid, signal.SIGCONT)
        assert process.stdout.readline() == "(64, 48)\n"


@pytest.mark.alone
@needs_signals
def test_a_hanging_child_is_killed_in_time(film: Path):
    with Decoder() as decoder:
        decoder.decode(film)
        decoder.timeout_s = 0.5
        _stop_child_when_it_starts(decoder)
        started = time.monotonic()
        with pytest.raises(UnsafeImage, match=r"longer than 0\.5 s"):
            decoder.decode(film)
        assert time.monotonic() - started < 2
        decoder.timeout_s = 20.0
        assert decoder.decode(film).size_hw == (64, 48)


@pytest.mark.alone
@needs_signals
def test_cancel_from_another_thread_ends_the_wait(film: Path):
    with Decoder() as decoder:
        decoder.decode(film)
        _stop_child_when_it_starts(decoder)
        timer = threading.Timer(0.3, decoder.cancel)
        timer.start()
        started = time.monotonic()
        with pytest.raises(Cancelled):
            decoder.decode(film)
        assert time.monotonic() - started < 2
        timer.join()
        assert decoder.decode(film).size_hw == (64, 48)


@pytest.mark.real_data
@pytest.mark.parametrize("seed", [2470, 4976])
def test_a_codec_that_aborts_takes_only_the_child_along(
    decoder: Decoder, shared_data: Path, tmp_path: Path, film: Path, seed: int
):
    """Found by mutating files: GDCM 3.2 ends the whole process on these bytes."""
    file = tmp_path / "mutated.dcm"
    file.write_bytes(_mutated(shared_data / "dicom" / "sc_jpegbaseline_ybr_full.dcm", seed))
    with pytest.raises(UnsafeImage, match="crashed") as caught:
        decoder.decode(file)
    assert "gdcm" in caught.value.details["decoder said"]
    assert decoder.decode(film).size_hw == (64, 48)


@pytest.mark.real_data
@pytest.mark.slow
def test_mutated_compressed_films_end_in_an_image_or_a_named_error(
    decoder: Decoder, shared_data: Path, tmp_path: Path
):
    names = sorted(MUTATED)
    file = tmp_path / "mutated.dcm"
    for seed in range(240):
        name = names[seed % len(names)]
        file.write_bytes(_mutated(shared_data / "dicom" / f"{name}.dcm", seed))
        started = time.monotonic()
        outcome = _outcome(decoder, file)
        assert time.monotonic() - started < decoder.timeout_s + 2, (name, seed)
        if isinstance(outcome, ImageError):
            assert len(outcome.message) <= 300, (name, seed)
        else:
            assert outcome.frames.dtype == np.uint16, (name, seed)


MUTATED = {
    "mr_small_rle",
    "mr_small_jpegls_lossless",
    "mr_small_j2k_lossless",
    "sc_jpegbaseline_ybr_full",
    "sc_jpegll_rgb",
    "nm_jpegext12",
}


def _outcome(decoder: Decoder, file: Path):
    try:
        return decoder.decode(file)
    except ImageError as error:
        return error


def _mutated(file: Path, seed: int) -> bytes:
    """One to ten bytes changed behind the preamble, header bytes more often."""
    dice = random.Random(seed)
    dice.choice(range(12))
    data = bytearray(file.read_bytes())
    for _ in range(dice.randint(1, 10)):
        last = len(data) if dice.random() < 0.4 else min(len(data), 4000)
        at = dice.randrange(132, last)
        data[at] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))
    return bytes(data)


def test_cancel_of_an_idle_decoder_changes_nothing(decoder: Decoder, film: Path):
    decoder.decode(film)
    pid = decoder.child_pid
    decoder.cancel()
    decoder.decode(film)
    assert decoder.child_pid == pid


@needs_signals
def test_a_child_that_died_while_idle_is_replaced(film: Path):
    with Decoder() as decoder:
        decoder.decode(film)
        os.kill(decoder.child_pid, signal.SIGKILL)
        time.sleep(0.2)
        assert decoder.decode(film).size_hw == (64, 48)


@pytest.mark.skipif(sys.platform != "linux", reason="address space limit")
def test_memory_beyond_the_limit_is_an_error(tmp_path: Path):
    file = tmp_path / "large"
    file.write_bytes(dicoms.encode(dicoms.dataset(np.zeros((8000, 8000), np.uint16))))
    before = resident_bytes(os.getpid())
    with (
        Decoder(memory_bytes=700 * 2**20) as decoder,
        pytest.raises(UnsafeImage, match=r"memory|MB|crashed"),
    ):
        decoder.decode(file)
    assert resident_bytes(os.getpid()) - before < 2**28  # not the picture's 128 MB several times


def test_threads_take_turns(decoder: Decoder, tmp_path: Path):
    files = []
    for number in range(6):
        file = tmp_path / f"{number}"
        file.write_bytes(dicoms.encode(dicoms.dataset(np.full((20, 20), number, np.uint16))))
        files.append(file)
    seen: dict[int, int] = {}

    def read(number: int) -> None:
        seen[number] = int(decoder.decode(files[number]).frames[0, 3, 3])

    threads = [threading.Thread(target=read, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {number: number for number in range(6)}


def test_a_child_is_recycled(film: Path):
    with Decoder(recycle_after=2) as decoder:
        pids = []
        for _ in range(4):
            decoder.decode(film)
            pids.append(decoder.child_pid)
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_close_ends_the_child(film: Path):
    decoder = Decoder()
    decoder.decode(film)
    pid = decoder.child_pid
    decoder.close()
    decoder.close()
    assert decoder.child_pid is None
    assert resident_bytes(pid) is None


def test_works_without_standard_error(film: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    with Decoder() as decoder:
        assert decoder.decode(film).size_hw == (64, 48)


@pytest.mark.real_data
def test_noise_of_native_libraries_stays_in_the_child(
    decoder: Decoder, shared_data: Path, capfd: pytest.CaptureFixture[str]
):
    decoder.decode(shared_data / "dicom" / "nm_jpegext12.dcm")
    heard = capfd.readouterr()
    assert (heard.out, heard.err) == ("", "")


def test_the_worker_is_light():
    code = (
        "import sys, engine.images.decode_worker, engine.images.formats;"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('onnxruntime', 'onnx', 'PySide6', 'tensorflow', 'scipy', 'pandas')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_parent_side_loads_no_decoder():
    code = (
        "import sys, engine.images.reader, engine.images.display;"
        "print([m for m in sys.modules if m.split('.')[0] in ('pydicom', 'gdcm', 'PIL', 'cv2')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_worker_ends_with_its_parent():
    child = subprocess.Popen(
        [sys.executable, "-m", "engine.images.decode_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    child.stdin.close()
    assert child.wait(20) == 0
    child.stdout.close()


class _Answers:
    """A child that answers whatever it likes."""

    def __init__(self, header: bytes, pixels: bytes = b"") -> None:
        import io

        head = struct.pack("<4sL", b"WRD1", len(header))
        self.stream = io.BytesIO(head + header + pixels)


@pytest.mark.parametrize(
    "header",
    [
        b"[]",
        b"{",
        b"{}",
        b'{"shape": [1, 60000, 60000], "is_colour": false, "bits_stored": 8, "kind": "png"}',
        b'{"shape": [-1, 5, 5], "is_colour": false, "bits_stored": 8, "kind": "png"}',
        b'{"shape": ["1", 5, 5], "is_colour": false, "bits_stored": 8, "kind": "png"}',
        b'{"shape": [1, 5, 5], "is_colour": false, "bits_stored": 99, "kind": "png"}',
        b'{"error": "SystemExit", "message": "", "hint": "", "details": {}}',
        b'{"error": "UnsafeImage", "message": "", "hint": "", "details": []}',
    ],
)
def test_answers_that_break_the_rules_are_refused(header: bytes):
    with pytest.raises(wire.WireError):
        wire.receive_radiograph(_Answers(header).stream, Path("film"))


def test_other_bytes_are_no_message():
    import io

    with pytest.raises(wire.WireError):
        wire.receive_header(io.BytesIO(b"HTTP/1.1 200 OK\r\n"))


def test_a_decoder_that_cannot_start_says_so(film: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Decoder() as decoder, pytest.raises(ImageError, match="could not be started"):
        decoder.decode(film)
