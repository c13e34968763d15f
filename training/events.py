"""JSON lines on standard output: how the training side tells whoever started it what happens.

``{"event": "progress", "fraction": 0..1, "note": ...}``, then one ``{"event": "done", ...}`` or
``{"event": "error", "code": ..., "message": ..., "hint": ...}``. Nothing else is written there.
"""

import json
import os
import sys
from typing import Any, TextIO


class Events:
    """The stream of events.

    Args:
        stream: where the lines go.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last: tuple[float, str] | None = None

    def progress(self, fraction: float, note: str = "") -> None:
        """Work done so far, 0..1.

        Steps under half a percent with an unchanged note are not sent.
        """
        if (
            self._last is not None
            and note == self._last[1]
            and 0 <= fraction - self._last[0] < 0.005
        ):
            return
        self._last = (fraction, note)
        self._send(
            {"event": "progress", "fraction": round(min(max(fraction, 0.0), 1.0), 4), "note": note}
        )

    def done(self, **facts: Any) -> None:
        """The work is finished; `facts` tell the result."""
        self._send({"event": "done", **facts})

    def error(self, code: str, message: str, hint: str = "") -> None:
        """The work has failed."""
        self._send({"event": "error", "code": code, "message": message, "hint": hint})

    def _send(self, event: dict[str, Any]) -> None:
        self._stream.write(json.dumps(event, ensure_ascii=False, allow_nan=False) + "\n")
        self._stream.flush()


def claim_stdout() -> Events:
    """Keeps the real standard output for events.

    Everything else written there goes to standard error.

    Works on the file descriptor, so that native libraries' chatter is caught as well.
    """
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return Events(own)
