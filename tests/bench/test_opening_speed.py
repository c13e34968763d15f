"""Opening: first paint, the next image, start of the window, memory.

Every limit is a ratio to a rival that is measured in the same run, so that it holds on any machine;
the milliseconds are printed. The rivals: the *bare decode* of the same file, in this process by the
library that decodes it in the program's child as well; a *bare window* of PySide6 with the same
packages imported; and the *stored pixels* themselves.
"""

import gc
import io
import json
import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.garbage import Sweep
from desktop.jobs import opening
from desktop.settings import Settings
from desktop.views.dialogs.acceptance import SETTING, TEXT_VERSION
from tests.conftest import ROOT
from tests.support.dicoms import J2K, compressed, dataset, encode
from tests.support.session_memory import resident_mb
from tests.support.watchdog import EventLoopWatch

pytestmark = [
    pytest.mark.gui,
    pytest.mark.bench,
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]

IMAGE_HW = (2500, 3000)
STORED_MB = IMAGE_HW[0] * IMAGE_HW[1] * 2 / 2**20
WAIT_MS = 60_000
ROUNDS = 5
NEXT_GOAL_MS = 60.0
STARTS = 7
FULL_AFTER = 400  # images of 0.6 MB in a budget of 64 MB, thumbnails of 15 KB in one of 2 MB
WALKED = 900
GAP_GOAL_MS, MOST_HELD_MS = 50.0, 150.0


def anatomy(seed: int) -> np.ndarray:
    """(H, W) uint16, 12 bits, smooth with noise: it packs about as a film does."""
    rng = np.random.default_rng(seed)
    rows, columns = np.ogrid[: IMAGE_HW[0], : IMAGE_HW[1]]
    smooth = 1800 + 900 * np.sin(rows / 300 + seed) + 700 * np.cos(columns / 260)
    return np.clip(smooth + rng.normal(0, 12, IMAGE_HW), 0, 4095).astype(np.uint16)


def write_dicom(path: Path, pixels: np.ndarray) -> Path:
    path.write_bytes(encode(dataset(pixels, BodyPartExamined="CHEST", BitsStored=12, HighBit=11)))
    return path


def write_j2k(path: Path, pixels: np.ndarray) -> Path:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, format="JPEG2000", irreversible=False, no_jp2=True)
    tags = {"BitsAllocated": 16, "BitsStored": 16, "HighBit": 15, "BodyPartExamined": "CHEST"}
    path.write_bytes(compressed([stream.getvalue()], J2K, *IMAGE_HW, **tags))
    return path


def write_png(path: Path, pixels: np.ndarray) -> Path:
    Image.fromarray(pixels).save(path, format="PNG")
    return path


def bare_dicom(path: Path) -> np.ndarray:
    found = pydicom.dcmread(path)
    if found.file_meta.TransferSyntaxUID == J2K:
        found.pixel_array_options(decoding_plugin="pillow")
    return found.pixel_array


def bare_png(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path))


class FirstPaint(QObject):
    """When a view has painted for the first time while a picture is in it, and what came after.

    Attributes:
        at_s: the first event after the paints: by then Qt has handed them to the screen.
        idle_s: the first idle moment.
    """

    def __init__(self, view) -> None:
        super().__init__()
        self.at_s = self.idle_s = None
        self._view, self._has_begun = view, False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        is_paint = event.type() == QEvent.Type.Paint
        if self._has_begun and not is_paint:
            QApplication.instance().removeEventFilter(self)
            self.at_s = time.perf_counter()
        elif not self._has_begun and is_paint and self._view.radiograph() is not None:
            self._has_begun = True
            self._view.viewport().removeEventFilter(self)
            QApplication.instance().installEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self.idle_s = time.perf_counter()


@pytest.fixture
def warm(qtbot, window, desk, tmp_path, short_turns):
    """The window with its model open and its decoder's child loaded, as in the program."""
    window.resize(1600, 1000)
    path = write_dicom(tmp_path / "first.dcm", anatomy(0))
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    desk.open_paths([path])
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None or is_scored(desk),
                    timeout=WAIT_MS)  # fmt: skip
    sweep = Sweep()
    sweep.spare()
    yield window
    sweep.stop()
    gc.unfreeze()


def is_scored(desk) -> bool:
    current = desk.state.workspace.current
    return current.reading is not None or current.reading_error is not None


def paint_ms(qtbot, window, desk, path: Path) -> tuple[float, float]:
    """File named to image painted, and to the first idle moment after it.

    The list is emptied before, so that nothing is read ahead.
    """
    workspace = desk.state.workspace
    for item in workspace.items:
        workspace.remove(item)
    qtbot.waitUntil(
        lambda: desk.opening._front.lane.is_idle and desk.opening._back.lane.is_idle,
        timeout=WAIT_MS,
    )
    painted = FirstPaint(window.image)
    start = time.perf_counter()
    desk.open_paths([path])
    qtbot.waitUntil(lambda: painted.idle_s is not None, timeout=WAIT_MS)
    return (painted.at_s - start) * 1000, (painted.idle_s - start) * 1000


@pytest.mark.parametrize(
    ("name", "write", "bare", "limit"),
    [
        ("jpeg2000.dcm", write_j2k, bare_dicom, 1.5),
        # The goal is 1.5 here too; beside so short a decode everything else weighs more.
        ("film.png", write_png, bare_png, 2.0),
        # Bare is one copy from the page cache. Ours hashes the file and hands it from the child.
        ("plain.dcm", write_dicom, bare_dicom, None),
    ],
)
def test_a_file_is_painted_within_one_and_a_half_times_its_bare_decode(
    qtbot, warm, desk, tmp_path, capsys, name, write, bare, limit
):
    path = write(tmp_path / name, anatomy(1))
    ours, idle, theirs = [], [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        bare(path)
        theirs.append((time.perf_counter() - start) * 1000)
        for times, one in zip((ours, idle), paint_ms(qtbot, warm, desk, path), strict=True):
            times.append(one)
    ratio = min(ours) / min(theirs)
    with capsys.disabled():
        print(
            f"\n{name}: first paint {min(ours):.0f} ms (median {statistics.median(ours):.0f}), "
            f"bare decode {min(theirs):.0f} ms, ratio {ratio:.2f}; idle again {min(idle):.0f} ms"
        )
    if limit is not None:
        assert ratio <= limit


def test_the_next_image_is_there_at_once(qtbot, warm, desk, tmp_path, capsys):
    paths = [write_dicom(tmp_path / f"{number}.dcm", anatomy(number)) for number in range(6)]
    workspace = desk.state.workspace
    desk.open_paths(paths)
    times = []
    for path in paths[:-1]:
        workspace.select(next(item for item in workspace.items if item.path == path))
        here = workspace.current_index
        following = workspace.items[here + 1]
        qtbot.waitUntil(lambda item=following: item.radiograph is not None, timeout=WAIT_MS)
        qtbot.wait(300)
        start = time.perf_counter()
        desk.step(1)
        warm.image.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
        assert warm.image.radiograph() is following.radiograph
    start = time.perf_counter()
    bare_dicom(paths[0])
    bare_ms = (time.perf_counter() - start) * 1000
    with capsys.disabled():
        told = ", ".join(f"{one:.0f}" for one in times)
        print(f"\nnext prefetched image {told} ms (bare decode alone {bare_ms:.0f} ms)")
    assert statistics.median(times) <= NEXT_GOAL_MS


# Prints which packages are loaded once the window has been painted and is idle.
LOADED = """
import os, sys
from PySide6.QtCore import QTimer
from desktop import app

def leave():
    own = ("desktop", "engine", "__m")
    print("imports", ",".join(name for name in sys.modules if not name.startswith(own)), flush=True)
    os._exit(0)

app._begin = lambda *args: QTimer.singleShot(0, leave)
sys.exit(app.run([]))
"""

BARE = """
import sys
from importlib import import_module
for name in sys.argv[1].split(","):
    try:
        import_module(name)
    except ImportError:
        continue  # made by another module's code, not by a file
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 820)
window.show()
tell = lambda: print("usable window", file=sys.stderr, flush=True)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))
app.exec()
"""


def usable_after_ms(command: list[str], environment: dict[str, str]) -> float:
    """Start of a process to the moment that it tells of a usable window; then it is ended."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        told = any("usable window" in line for line in process.stderr)
        passed = (time.perf_counter() - start) * 1000
        process.kill()
    assert told
    return passed


def test_the_window_starts_within_twice_a_bare_one(tmp_path, capsys):
    """As a person starts it: compiled before, the research-use text accepted long ago."""
    home = tmp_path / "home"
    settings = Settings(home)
    settings.set(SETTING, json.dumps({"text": TEXT_VERSION}))
    settings.save()
    environment = os.environ | {
        "WHYRAY_HOME": str(home),
        "WHYRAY_TRACE_STARTUP": "1",
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    found = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True,
        timeout=120, check=True,
    )  # fmt: skip
    imports = found.stdout.partition("imports ")[2].strip()
    assert "PySide6" in imports
    ours, theirs = [], []
    for _ in range(STARTS):
        theirs.append(usable_after_ms([sys.executable, "-c", BARE, imports], environment))
        ours.append(usable_after_ms([sys.executable, "-m", "desktop"], environment))
    # The first start of each compiles what it imports.
    ratio = min(ours[1:]) / min(theirs[1:])
    with capsys.disabled():
        print(
            f"\nstart to usable window {min(ours[1:]):.0f} ms, bare window with the same imports "
            f"{min(theirs[1:]):.0f} ms, ratio {ratio:.2f}, goal 2.0"
        )
    assert ratio <= 2.5


def test_an_open_image_takes_little_more_than_its_pixels(qtbot, warm, desk, tmp_path, capsys):
    paths = [write_dicom(tmp_path / f"{number}.dcm", anatomy(number)) for number in range(1, 11)]
    workspace = desk.state.workspace
    desk.open_paths(paths)

    def settled() -> bool:
        return all(item.thumbnail is not None for item in workspace.items)

    gc.collect()
    before, held_before = resident_mb("VmRSS"), decoded_mb(workspace)
    for item in workspace.items:
        workspace.select(item)
        qtbot.waitUntil(lambda item=item: item.radiograph is not None, timeout=WAIT_MS)
        qtbot.waitUntil(partial(is_scored, desk), timeout=WAIT_MS)
    qtbot.waitUntil(settled, timeout=WAIT_MS)
    qtbot.wait(500)
    gc.collect()
    held = decoded_mb(workspace) - held_before
    grown = resident_mb("VmRSS") - before
    with capsys.disabled():
        print(
            f"\n{held / STORED_MB:.0f} more images of {STORED_MB:.1f} MB decoded: the process grew "
            f"by {grown:.0f} MB, {grown / held:.2f} x their pixels"
        )
    assert held >= 5 * STORED_MB
    assert grown <= 2.5 * held


def decoded_mb(workspace) -> float:
    held = (item.radiograph for item in workspace.items)
    return sum(found.frames.nbytes for found in held if found is not None) / 2**20


def test_memory_is_flat_over_hundreds_of_images(qtbot, warm, desk, tmp_path, capsys, monkeypatch):
    """Walked one after the other; the slope counts from where the small budgets are full."""
    monkeypatch.setattr(opening, "THUMBNAIL_BYTES", 2 * 2**20)
    monkeypatch.setattr(opening, "MAP_BYTES", 2 * 2**20)
    desk.state.settings.set("files/memory_mb", 64.0)
    folder = tmp_path / "many"
    folder.mkdir()
    pixels = anatomy(3)[:600, :500]
    data = encode(dataset(pixels, BodyPartExamined="CHEST"))
    for number in range(WALKED):
        (folder / f"{number:03d}.dcm").write_bytes(data)
    workspace = desk.state.workspace
    desk.open_paths([folder])
    qtbot.waitUntil(lambda: len(workspace.items) > WALKED, timeout=WAIT_MS)
    resident = []
    for item in workspace.items:
        workspace.select(item)
        qtbot.waitUntil(lambda item=item: item.radiograph is not None, timeout=WAIT_MS)
        qtbot.waitUntil(partial(is_scored, desk), timeout=WAIT_MS)
        resident.append(resident_mb("VmRSS"))
    counts = np.arange(FULL_AFTER, len(resident))
    slope = np.polyfit(counts, resident[FULL_AFTER:], 1)[0]
    with capsys.disabled():
        print(
            f"\n{WALKED} images: {resident[FULL_AFTER]:.0f} MB after {FULL_AFTER},"
            f" {resident[-1]:.0f} MB after {len(resident)}: {1000 * slope:+.1f} MB per 1,000 images"
        )
    assert 1000 * slope <= 10.0


def test_nothing_holds_the_window_while_a_folder_loads_and_an_explanation_runs(
    qtbot, warm, desk, tmp_path, capsys, make_png
):
    data = encode(dataset(np.zeros((40, 40), np.uint16), PatientID="1", StudyInstanceUID="1.1"))
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5000):
        (folder / f"{number:04d}").write_bytes(data)
    workspace = desk.state.workspace
    workspace.select(workspace.items[0])
    with EventLoopWatch() as load:
        desk.intake.open([folder], is_asked=False)
        qtbot.waitUntil(lambda: len(workspace.items) >= 5001, timeout=WAIT_MS)
        qtbot.wait(300)
    bright = make_png("bright.png", level=200)
    with EventLoopWatch() as explain:
        desk.open_paths([bright])
        item = workspace.current
        qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    with capsys.disabled():
        print(f"\ngoal {GAP_GOAL_MS:.0f} ms; 5,000 files: {load.told()}")
        print(f"explanation: {explain.told()}")
    assert max(load.longest_held_ms, explain.longest_held_ms) <= MOST_HELD_MS
