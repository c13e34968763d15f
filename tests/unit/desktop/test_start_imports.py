"""What takes long to load is not loaded with the window."""

import subprocess
import sys

HEAVY = ("pydicom", "pynetdicom", "highdicom", "onnxruntime")


def test_the_window_starts_without_what_reads_writes_and_sends_dicom():
    names = f"print([name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, desktop.app; {names}"],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert found.stdout.strip() == "[]"
