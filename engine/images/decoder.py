"""`Decoder`: files are decoded in a child process that may hang, crash or eat memory without harm.

Native codecs run on bytes that anybody may have made. One child serves file after file; when it
dies, the file at hand gets an `UnsafeImage` and the next call starts a new child.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar

from engine.errors import ImageError, UnsafeImage
from engine.images import wire
from engine.images.decode_worker import DEFAULT_MEMORY, MEMORY_VARIABLE
from engine.images.radiograph import Radiograph
from engine.images.resident import resident_bytes
from engine.images.text import clean_text
from engine.language import said
from engine.progress import Cancelled

_POLL_S = 0.1
_STALL_S = 1.0  # a poll that comes so much too late: this program itself stood still
_PIPE_BYTES = 2**20  # 64 KiB by default
# Only glibc reads them. Every image takes fresh memory: in pages of 2 MB instead of 4 KB decoding
# is a fifth faster. An arena per thread would reserve address space, see `Decoder.environment`.
TUNABLES = ("glibc.malloc.hugetlb=1", "glibc.malloc.arena_max=1")
T = TypeVar("T")
_ROOT = Path(__file__).resolve().parents[2]


class Decoder:
    """Decodes image files in one child process. Thread-safe: calls wait for each other.

    Limits of the child: time (all systems, by the parent's clock, which rests while the parent is
    stopped; on POSIX also by the child's own alarm, so an orphan ends); address space, core files
    and log size (POSIX); resident memory (Linux and Windows, asked every tenth of a second). Not
    limited: memory on macOS beyond the checks of declared sizes; on Windows an allocation between
    two questions can pass the limit for a moment, and there is no core-file limit.

    Args:
        timeout_s: time for one file, start of the child included.
        memory_bytes: what the child may use.
        recycle_after: files after which a fresh child is taken, against slow leaks.
    """

    # Name of the child for the frozen program, and its module; how glibc hands it its memory.
    worker = ("decode", "engine.images.decode_worker")
    tunables: tuple[str, ...] = TUNABLES

    def __init__(
        self,
        *,
        timeout_s: float = 20.0,
        memory_bytes: int = DEFAULT_MEMORY,
        recycle_after: int = 500,
    ) -> None:
        self.timeout_s = timeout_s
        self.memory_bytes = memory_bytes
        self.recycle_after = recycle_after
        self._turn = threading.Lock()  # one file at a time
        self._guard = threading.Lock()  # protects _child and _verdict against cancel()
        self._child: _Child | None = None
        self._is_busy = False
        self._verdict = ""

    def __enter__(self) -> "Decoder":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def child_pid(self) -> int | None:
        """Process id of the living child, or None."""
        child = self._child
        return child.process.pid if child is not None and child.is_alive else None

    def warm_up(self) -> None:
        """Starts the child without waiting; loading its decoders takes it about a second."""
        with self._turn:
            self._ready_child()

    def decode(self, path: Path) -> Radiograph:
        """The radiograph in `path`.

        Raises:
            ImageError: the file is no radiograph that WhyRay can read.
            UnsafeImage: the child was stopped or crashed; `details` holds what it last said.
            engine.progress.Cancelled: `cancel` was called meanwhile.
        """
        return self._ask(path, {}, lambda stream: wire.receive_radiograph(stream, path))

    def _ask(self, path: Path, further: dict[str, Any], hear: Callable[[IO[bytes]], T]) -> T:
        """The child's answer about a file, as `hear` reads it. Raises as `decode`.

        Args:
            path: the file.
            further: what the request says besides; plain JSON values, less than a pipe holds.
            hear: reads the answer; raises ImageError or WireError.
        """
        with self._turn:
            try:
                return self._ask_once(path, further, hear)
            except _Overslept:  # not the file's fault
                return self._ask_once(path, further, hear)

    def _ask_once(self, path: Path, further: dict[str, Any], hear: Callable[[IO[bytes]], T]) -> T:
        try:
            child = self._ready_child()
        except OSError as error:
            raise ImageError(
                said("The decoder could not be started: {strerror}.", strerror=error.strerror),
                hint=said("Close other programs and try again."),
                file=path,
            ) from error
        with self._guard:
            self._is_busy, self._verdict = True, ""
        try:
            # Less than a pipe holds: nobody waits here.
            child.ask(self._request(path) | further)
            with self._watching(child):
                return hear(child.process.stdout)  # type: ignore[arg-type]
        except (wire.WireError, OSError) as failure:
            child.end()
            raise self._explain(child, path, failure) from failure
        finally:
            with self._guard:
                self._is_busy = False

    @contextlib.contextmanager
    def _watching(self, child: "_Child") -> Iterator[None]:
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(child, done), daemon=True)
        watch.start()
        try:
            yield
        finally:
            done.set()
            watch.join()

    def cancel(self) -> None:
        """Kills the child if it is at work; the waiting `decode` raises `Cancelled`."""
        with self._guard:
            if self._is_busy:
                self._stop("cancelled")

    def close(self) -> None:
        """Ends the child. A later `decode` starts a new one."""
        self.cancel()
        with self._turn, self._guard:
            if self._child is not None:
                self._child.end()
                self._child = None

    def _request(self, path: Path) -> dict[str, Any]:
        return {
            "path": str(path.absolute()),
            # The alarm of the child is the second line: the parent shall be first and say why.
            "timeout_s": self.timeout_s + 5.0,
        }

    def environment(self) -> dict[str, str]:
        """Of the child. One thread per library: each reserves address space, which is limited."""
        variables = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
        tunables = (variables.get("GLIBC_TUNABLES", ""), *self.tunables)
        variables["GLIBC_TUNABLES"] = ":".join(text for text in tunables if text)
        variables[MEMORY_VARIABLE] = str(self.memory_bytes)
        if not getattr(sys, "frozen", False):
            paths = [str(_ROOT), variables.get("PYTHONPATH", "")]
            variables["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
        return variables

    def _ready_child(self) -> "_Child":
        with self._guard:
            child = self._child
            if child is not None and (not child.is_alive or child.served >= self.recycle_after):
                child.end()
                child = None
            if child is None:
                child = self._child = _Child(_command(*self.worker), self.environment())
            return child

    def _watch(self, child: "_Child", done: threading.Event) -> None:
        """Kills the child when its time or memory is used up."""
        polled = time.monotonic()
        deadline = polled + self.timeout_s
        while not done.wait(_POLL_S):
            late_s, polled = time.monotonic() - polled - _POLL_S, time.monotonic()
            if late_s > _STALL_S:  # stopped by Ctrl+Z or a debugger, and the child with it
                deadline += late_s
            memory = resident_bytes(child.process.pid)
            is_late = time.monotonic() > deadline
            is_fat = memory is not None and memory > self.memory_bytes
            if is_late or is_fat:
                with self._guard:
                    if not done.is_set():
                        self._stop("time" if is_late else "memory")
                return

    def _stop(self, verdict: str) -> None:
        """Kills the child, remembers why. The caller holds `_guard`."""
        if self._child is not None and not self._verdict:
            self._verdict = verdict
            self._child.kill()

    def _explain(self, child: "_Child", path: Path, failure: Exception) -> Exception:
        """What a broken conversation means."""
        with self._guard:
            verdict = self._verdict
        if verdict == "cancelled":
            return Cancelled()
        if verdict == "" and child.was_ended_by_alarm:
            return _Overslept()
        reasons = {
            "time": said(
                "Decoding took longer than {timeout_s:g} s and was stopped.",
                timeout_s=self.timeout_s,
            ),
            "memory": said(
                "Decoding needed more than {memory_bytes} MB and was stopped.",
                memory_bytes=self.memory_bytes // 2**20,
            ),
        }
        details = {
            "decoder ended with": str(child.process.returncode),
            "decoder said": child.last_words(),
            "parent saw": clean_text(str(failure), 200),
        }
        return UnsafeImage(
            reasons.get(verdict, said("The decoder crashed on this file.")),
            hint=said(
                "The program is not affected. The file is probably damaged or made to do harm."
            ),
            file=path,
            details={name: text for name, text in details.items() if text},
        )


class _Overslept(UnsafeImage):
    """The child's alarm rang before the parent saw that its time was up: both had been stopped."""

    def __init__(self) -> None:
        super().__init__(said("The decoder crashed on this file."))


class _Child:
    """The process, its pipes and the file that takes its noise."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.served = 0
        self._is_condemned = False
        self._words = ""
        self._noise = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._noise,
                env=environment,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._noise.close()
            raise
        _widen(self.process.stdout)  # type: ignore[arg-type]

    @property
    def is_alive(self) -> bool:
        return not self._is_condemned and self.process.poll() is None

    @property
    def was_ended_by_alarm(self) -> bool:
        return os.name == "posix" and self.process.returncode == -signal.SIGALRM

    def ask(self, request: dict[str, Any]) -> None:
        self.served += 1
        # Both ends share one file position: the noise of earlier files goes.
        self._noise.seek(0)
        self._noise.truncate()
        wire.send(self.process.stdin, request)  # type: ignore[arg-type]

    def kill(self) -> None:
        # The system takes a moment to bury it; nobody may be given the child meanwhile.
        self._is_condemned = True
        self.process.kill()

    def end(self) -> None:
        """Kills if need be, waits, closes the pipes; may be called twice."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()  # type: ignore[union-attr]
            except BrokenPipeError:
                continue  # what was not yet sent to the dead child
        self._words = self.last_words()
        self._noise.close()

    def last_words(self) -> str:
        """The end of what the child wrote to standard error, one line."""
        if self._noise.closed:
            return self._words
        size = self._noise.seek(0, os.SEEK_END)
        self._noise.seek(max(0, size - 400))
        return clean_text(self._noise.read().decode("utf-8", "replace"), 400)


def _widen(pipe: IO[bytes]) -> None:
    """Lets an image cross in fewer turns: half the time. Only Linux can, and may refuse."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _command(name: str, module: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", name]
    # -P: a stray numpy.py in the folder that the user stands in must not be imported.
    return [sys.executable, "-P", "-m", module]
