"""What takes long to load is not loaded with the window."""

import subprocess
import sys

HEAVY = ("pydicom", "pynetdicom", "highdicom", "onnxruntime", "pyqtgraph")


def test_the_window_starts_without_what_only_its_parts_need():
    names = f"print([name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, desktop.app; {names}"],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert found.stdout.strip() == "[]"
