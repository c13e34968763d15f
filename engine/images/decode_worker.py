"""The decoding child: reads requests on standard input, answers on standard output.

Started by `engine.images.decoder.Decoder` as ``python -m engine.images.decode_worker`` or, from the
frozen program, ``<program> --worker decode``. A request is ``{"path", "timeout_s"}``; the limit of
memory is in the environment, because it must hold from the start.
"""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from engine.errors import ImageError, UnreadableFile
from engine.images import wire
from engine.images.radiograph import Radiograph
from engine.images.text import clean_text
from engine.language import said

MEMORY_VARIABLE = "WHYRAY_DECODER_MEMORY"
DEFAULT_MEMORY = 2 * 2**30

_STDERR_LIMIT = 2**20


# What is done with a radiograph and its request; gives what sends the outcome.
Finish = Callable[[Radiograph, dict[str, Any]], Callable[[BinaryIO], None]]


def main() -> int:
    """Serves requests until the parent closes the pipe; the exit code."""
    return serve(lambda: _whole)


def _whole(radiograph: Radiograph, _request: dict[str, Any]) -> Callable[[BinaryIO], None]:
    return partial(wire.send_radiograph, radiograph=radiograph)


def serve(load: Callable[[], Finish]) -> int:
    """Serves requests until the parent closes the pipe; the exit code.

    Args:
        load: gives what is done with every image that is read; called once memory is limited.
    """
    requests, answers = _take_streams()
    # Before the decoders are loaded, so that the limit holds for them too.
    _limit_resources(int(os.environ.get(MEMORY_VARIABLE, DEFAULT_MEMORY)))
    from engine.images.formats import read_file

    finish = load()
    while True:
        try:
            request = wire.receive_header(requests)
        except wire.WireError:
            return 0
        _set_alarm(float(request["timeout_s"]))
        _answer(request, read_file, finish, answers)
        _set_alarm(0.0)


def _answer(
    request: dict[str, Any],
    read_file: Callable[[Path], Radiograph],
    finish: Finish,
    answers: BinaryIO,
) -> None:
    try:
        send = finish(read_file(Path(request["path"])), request)
    except ImageError as error:
        wire.send_error(answers, error)
    except BaseException as error:  # noqa: BLE001 - the parent shall hear of all
        reason = f"{type(error).__name__}: {clean_text(str(error), 300)}"
        wire.send_error(
            answers,
            UnreadableFile(said("The file could not be decoded."), details={"reason": reason}),
        )
    else:
        send(answers)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes for ourselves; whatever a native library prints goes to standard error."""
    requests, answers = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(requests, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _limit_resources(memory_bytes: int) -> None:
    """Limits address space, core files and log size (POSIX; see `Decoder` for Windows)."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _STDERR_LIMIT),
    ):
        _, hard = resource.getrlimit(kind)
        ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (ceiling, ceiling))
        except (ValueError, OSError) as error:  # macOS refuses RLIMIT_AS
            sys.stderr.write(f"no limit {kind}: {error}\n")


def _set_alarm(seconds: float) -> None:
    """Lets the system end this process if the parent is gone and cannot; 0 switches it off.

    The parent-death signal of Linux would not do: it fires when the *thread* that started us ends.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    sys.exit(main())
