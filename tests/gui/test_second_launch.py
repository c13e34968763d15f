"""The whole program twice: the second launch is over at once and its file is in the first."""

import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.conftest import ROOT

pytestmark = [pytest.mark.gui, pytest.mark.slow]

FIRST = """
import sys
from PySide6.QtCore import QTimer
from desktop import app
from desktop.views.main_window import MainWindow

def look(window):
    names = [item.path.name for item in window.desk.state.workspace.items]
    if len(names) == 2:
        print("shown", window.desk.state.workspace.current.path.name, flush=True)
        window.close()
    else:
        QTimer.singleShot(50, lambda: look(window))

shown = MainWindow.show
MainWindow.show = lambda window: (shown(window), print("up", flush=True), look(window))
from desktop.__main__ import main
sys.exit(main())
"""


def test_a_second_launch_hands_its_file_to_the_first(tmp_path):
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    for path in (one, two):
        Image.new("L", (300, 300), 90).save(path)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "WHYRAY_HOME": str(tmp_path / "home"),
    }
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(one)],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert first.stdout.readline() == "up\n"
        second = subprocess.run(
            [sys.executable, "-m", "desktop", "two.png"],
            cwd=tmp_path, env=environment | {"PYTHONPATH": str(ROOT)}, timeout=60, check=False,
        )  # fmt: skip
        assert second.returncode == 0
        assert first.stdout.readline() == "shown two.png\n"
        assert first.wait(20) == 0
    finally:
        first.kill()
        first.communicate()
