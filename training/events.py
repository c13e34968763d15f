"""JSON lines on standard output: how the training side tells whoever started it what happens.

One object per line, its kind under ``event``:

- ``begin``: a trainer has taken up the run, the first time or again; ``process``, its id;
- ``stage``: ``name`` of what begins, one of `STAGES`;
- ``progress``: ``fraction`` 0..1 of the whole work, ``note``;
- ``step``: ``epoch``, ``step``, ``steps``, ``loss`` within an epoch;
- ``epoch``: ``run``, ``number``, ``loss``, ``val_loss``, ``learning_rate``, ``seconds``;
  ``is_again`` where a run that is gone on with tells what an earlier attempt has done;
- ``metric``: ``name``, ``value`` and what it was measured on;
- ``warning``: ``message``, and where it has a fixed meaning ``code`` and ``facts`` (its figures);
- ``resting``: ``is_resting``, after a pause was asked for or taken back;
- ``image``: ``path``, ``title`` of a picture that was written;
- at last one ``done`` with the result, or ``error`` with ``code``, ``message``, ``hint``,
  ``facts``.

Nothing else is written there.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TextIO

STAGES = ("starting", "reading", "fitting", "calibrating", "exporting", "measuring", "writing")


class Events:
    """The stream of events.

    Args:
        stream: where the lines go.
    """

    def __init__(self, stream: TextIO) -> None:
        self._streams = [stream]
        self._last: tuple[float, str] | None = None
        self._range = (0.0, 1.0)
        self._heed: Callable[[], None] | None = None

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

    def obey(self, heed: Callable[[], None]) -> None:
        """From now on `heed` is called wherever the work may rest or be given up."""
        self._heed = heed

    def heed(self) -> None:
        """A place to rest or to stop (`training.control`); a part of the work calls it often."""
        if self._heed is not None:
            self._heed()

    def begin(self, **facts: Any) -> None:
        """A trainer takes up the run."""
        self._send({"event": "begin", **facts})

    def stage(self, name: str) -> None:
        """What begins now, one of `STAGES`."""
        self.heed()
        self._send({"event": "stage", "name": name})

    def resting(self, is_resting: bool) -> None:
        """The work rests, or goes on."""
        self._send({"event": "resting", "is_resting": is_resting})

    def progress(self, fraction: float, note: str = "") -> None:
        """Work done so far, 0..1.

        Steps under half a percent with an unchanged note are not sent.
        """
        self.heed()
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

    def warning(self, message: str, code: str = "", **facts: Any) -> None:
        """Something that people must know, and that does not end the work.

        Args:
            message: a sentence.
            code: of what has a fixed meaning, so that a window can say it in another language.
            facts: the sentence's figures and names.
        """
        coded = {"code": code, "facts": facts} if code else {}
        self._send({"event": "warning", "message": message, **coded})

    def image(self, path: Path, title: str) -> None:
        """A picture was written."""
        self._send({"event": "image", "path": str(path), "title": title})

    def done(self, **facts: Any) -> None:
        """The work is finished; `facts` tell the result."""
        self._send({"event": "done", **facts})

    def error(self, code: str, message: str, hint: str = "", **facts: Any) -> None:
        """The work has failed; `facts` are the figures and names of a code that has some."""
        told = {"facts": facts} if facts else {}
        self._send({"event": "error", "code": code, "message": message, "hint": hint, **told})

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
