"""Is a report written, with its fonts and pictures?"""

import tempfile
from pathlib import Path

from desktop.cli.checks.own_program import run_own
from desktop.paths import SAMPLE_MODEL, SAMPLES
from engine.errors import SelfTestFailed

_LEAST_BYTES = 20_000  # letters and two pictures


def check() -> str:
    """Writes the report of a sample as PDF and looks at its bytes.

    Raises:
        SelfTestFailed: there is none, or something is missing in it.
    """
    sample = min(SAMPLES.glob("*.dcm"))
    with tempfile.TemporaryDirectory(prefix="whyray-self-test-") as name:
        place = Path(name) / "report.pdf"
        run_own(["report", str(sample), "--model", SAMPLE_MODEL, "--out", str(place)], Path(name))
        data = place.read_bytes()
    parts = {
        "a PDF": data[:5] == b"%PDF-",
        "fonts": b"/FontFile" in data,
        "pictures": b"/Image" in data,
    }
    missing = [what for what, is_there in parts.items() if not is_there]
    if missing or len(data) < _LEAST_BYTES:
        raise SelfTestFailed(f"the report lacks {', '.join(missing) or 'most of its content'}")
    return f"a report of {len(data) // 1000} kB was written"
