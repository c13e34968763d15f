"""The whole program as a child: it starts, shows a file, ends cleanly and leaves nothing."""

import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from tests.conftest import ROOT

pytestmark = [pytest.mark.gui, pytest.mark.slow]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app, trace
from desktop.views.main_window import MainWindow

def close_soon(window):
    QTimer.singleShot({delay_ms}, window.close)

shown, say = MainWindow.show, trace.say

def say_and_close(what, since_s):
    say(what, since_s)
    if {last_word!r} and {last_word!r} in what:
        QTimer.singleShot(0, QApplication.closeAllWindows)

MainWindow.show = lambda window: (shown(window), close_soon(window))
trace.say = say_and_close
sys.exit(app.run([Path(name) for name in sys.argv[1:]]))
"""


def run_window(tmp_path, *files, delay_ms, last_word=""):
    """The program, closed after a while, or as soon as it has traced something."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "WHYRAY_HOME": str(tmp_path / "home"),
        "WHYRAY_TRACE_STARTUP": "1",
    }
    return subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM.format(delay_ms=delay_ms, last_word=last_word),
            *map(str, files),
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("delay_ms", [0, 300, 4000])
def test_closing_at_any_moment_ends_cleanly(tmp_path, delay_ms):
    path = tmp_path / "film.png"
    Image.fromarray(np.tile(np.arange(400, dtype=np.uint16) // 2, (400, 1)).astype(np.uint8)).save(
        path
    )
    done = run_window(tmp_path, path, delay_ms=delay_ms)

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "QThread" not in done.stderr
    assert "QObject" not in done.stderr


def test_the_trace_names_the_start_and_the_first_paint(tmp_path):
    path = tmp_path / "film.png"
    Image.fromarray(np.zeros((300, 300), dtype=np.uint8)).save(path)
    done = run_window(tmp_path, path, delay_ms=45_000, last_word="first paint")

    assert "process start to usable window" in done.stderr
    assert "request to first paint of the image" in done.stderr
