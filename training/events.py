"""JSON lines on standard output: how the training side tells whoever started it what happens.

One object per line, its kind under ``event``:

- ``progress``: ``fraction`` 0..1 of the whole work, ``note``;
- ``step``: ``epoch``, ``step``, ``steps``, ``loss`` within an epoch;
- ``epoch``: ``run``, ``number``, ``loss``, ``val_loss``, ``learning_rate``, ``seconds``;
- ``metric``: ``name``, ``value`` and what it was measured on;
- ``warning``: ``message``;
- ``image``: ``path``, ``title`` of a picture that was written;
- at last one ``done`` with the result, or ``error`` with ``code``, ``message``, ``hint``.

Nothing else is written there.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TextIO


class Events:
    """The stream of events.

    Args:
        stream: where the lines go.
    """

    def __init__(self, stream: TextIO) -> None:
        self._streams = [stream]
        self._last: tuple[float, str] | None = None
        self._range = (0.0, 1.0)

    @contextmanager
    def logged(self, log: Path) -> Iterator[None]:
        """Appends every line to a file, too, as long as the block lasts."""
        with log.open("a", encoding="utf-8") as stream:
            self._streams.append(stream)
            try:
                yield
            finally:
                self._streams.remove(stream)

    def part(self, low: float, high: float) -> Self:
        """The same stream for a part of the work: its 0..1 is `low`..`high` of this one's."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        start, end = self._range
        twin._range = (start + low * (end - start), start + high * (end - start))
        return twin

    def progress(self, fraction: float, note: str = "") -> None:
        """Work done so far, 0..1.

        Steps under half a percent with an unchanged note are not sent.
        """
        start, end = self._range
        whole = min(max(start + fraction * (end - start), 0.0), 1.0)
        if self._last is not None and note == self._last[1] and 0 <= whole - self._last[0] < 0.005:
            return
        self._last = (whole, note)
        self._send({"event": "progress", "fraction": round(whole, 4), "note": note})

    def step(self, **facts: Any) -> None:
        """One step of an epoch, or some."""
        self._send({"event": "step", **facts})

    def epoch(self, **facts: Any) -> None:
        """The end of an epoch."""
        self._send({"event": "epoch", **facts})

    def metric(self, name: str, value: float | None, **facts: Any) -> None:
        """A measured figure; None is undefined."""
        self._send({"event": "metric", "name": name, "value": value, **facts})

    def warning(self, message: str) -> None:
        """Something that people must know, and that does not end the work."""
        self._send({"event": "warning", "message": message})

    def image(self, path: Path, title: str) -> None:
        """A picture was written."""
        self._send({"event": "image", "path": str(path), "title": title})

    def done(self, **facts: Any) -> None:
        """The work is finished; `facts` tell the result."""
        self._send({"event": "done", **facts})

    def error(self, code: str, message: str, hint: str = "") -> None:
        """The work has failed."""
        self._send({"event": "error", "code": code, "message": message, "hint": hint})

    def _send(self, event: Mapping[str, Any]) -> None:
        line = json.dumps(event, ensure_ascii=False, allow_nan=False) + "\n"
        for stream in self._streams:
            stream.write(line)
            stream.flush()


def claim_stdout() -> Events:
    """Keeps the real standard output for events.

    Everything else written there goes to standard error.

    Works on the file descriptor, so that native libraries' chatter is caught as well.
    """
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return Events(own)
