"""A model runs for the first time in a child process, with a limit of memory and of time.

What passes the static look (`engine.registry.vetting`) may still need more memory than there is, or
compute until somebody pulls the plug. Only a process of its own can be ended then.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import engine.errors
from engine.bundle.store import MAX_BYTES, MODEL
from engine.errors import ForeignModelError, ModelError, UnsafeModel, WhyRayError
from engine.images.resident import resident_bytes
from engine.images.text import clean_text
from engine.language import said
from engine.progress import Step

_POLL_S = 0.05
_STALL_S = 1.0  # a poll that comes so much too late: this program itself stood still
_ROOT = Path(__file__).resolve().parents[2]
_WORDS_OF_MEMORY = ("bad_alloc", "bad allocation", "Failed to allocate", "MemoryError")
_HINT = said("The program is not affected and the model is not used. Ask its maker.")


@dataclass(frozen=True)
class Limits:
    """What the child may take.

    Attributes:
        timeout_s: for everything, its start included.
        memory_bytes: address space (POSIX) and resident memory (Linux and Windows).
    """

    timeout_s: float = 120.0
    memory_bytes: int = 3 * 2**30

    @staticmethod
    def for_model(path: Path) -> "Limits":
        """Those of the house: a large network is held several times over while it is loaded."""
        file = path / MODEL if path.is_dir() else path
        try:
            size = file.stat().st_size
        except OSError:  # reading it will tell
            size = 0
        return Limits(memory_bytes=Limits.memory_bytes + 8 * min(size, MAX_BYTES[MODEL]))


@dataclass(frozen=True)
class Trial:
    """What was measured; the model passed.

    Attributes:
        digest: of the bundle that was tried.
        self_test_error: largest deviation from the stored output.
        seconds: median of one image on the CPU.
        peak_bytes: the most memory of the child; None where the system does not tell.
    """

    digest: str
    self_test_error: float
    seconds: float
    peak_bytes: int | None

    def as_json(self) -> dict[str, Any]:
        """Plain values, to be kept."""
        return asdict(self)


def try_out(path: Path, limits: Limits | None = None, *, is_vetted: bool = True) -> Iterator[Step]:
    """Runs a bundle in a child; the last step's result is the `Trial`.

    The network is looked through first, its stored output must come out again, other inputs must
    give numbers, and the same input the same answer twice.

    Args:
        path: bundle folder or ``.whyray`` file.
        limits: None: those of the house.
        is_vetted: whether the static look is part of it.

    Raises:
        UnsafeModel: it needs too much time or memory, crashed, or holds what is not allowed.
        ModelError: it is damaged or computes something else than it should.
    """
    request = {"task": "try", "path": str(path.absolute()), "is_vetted": is_vetted}
    for step in _asked(request, path, limits):
        yield step if step.result is None else Step(1.0, result=Trial(**step.result))


def bundle_of(
    path: Path, answers: Mapping[str, Any], folder: Path, limits: Limits | None = None
) -> Iterator[Step]:
    """Makes a bundle of a bare ``.onnx`` file in a child; the last step's result is its folder.

    Args:
        path: the file.
        answers: what it does not tell, see `engine.bundle.answers.Answers`.
        folder: where the bundle's folder is made.
        limits: None: those of the house.

    Raises:
        ForeignModelError: questions are left.
        ModelError: as `try_out`.
    """
    plain = {name: value for name, value in answers.items() if value is not None}
    request = {
        "task": "bundle",
        "path": str(path.absolute()),
        "answers": plain,
        "folder": str(folder.absolute()),
    }
    for step in _asked(request, path, limits):
        yield step if step.result is None else Step(1.0, result=Path(step.result["folder"]))


def _asked(request: dict[str, Any], path: Path, limits: Limits | None) -> Iterator[Step]:
    limits = Limits.for_model(path) if limits is None else limits
    with tempfile.TemporaryFile() as noise, tempfile.TemporaryFile() as answers:
        child = _started(noise, answers)
        try:
            verdict = yield from _watched(child, request | asdict(limits), limits)
        finally:
            child.kill()
            child.wait()
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()  # type: ignore[union-attr]
        answers.seek(0)
        raw = answers.read()
        answer = _parsed(raw)
        if verdict or answer is None or "crash" in answer:
            raise _unsafe(verdict, answer, child.returncode, _end_of(noise), limits).about(path)
    if "result" not in answer:
        raise _error_of(answer, path, limits)
    yield Step(1.0, result=answer["result"])


def _started(noise: Any, answers: Any) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=answers,
            stderr=noise,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ModelError(
            said("The trial could not be started: {strerror}.", strerror=error.strerror),
            hint=said("Close other programs and try again."),
        ) from error


def _watched(
    child: "subprocess.Popen[bytes]", request: dict[str, Any], limits: Limits
) -> Iterator[Step]:
    """Yields while the child works; returns why it was stopped, else the empty text."""
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write((json.dumps(request) + "\n").encode())  # type: ignore[union-attr]
        child.stdin.flush()  # type: ignore[union-attr]
    start = polled = time.monotonic()
    deadline = start + limits.timeout_s
    while child.poll() is None:
        time.sleep(_POLL_S)
        late_s, polled = time.monotonic() - polled - _POLL_S, time.monotonic()
        if late_s > _STALL_S:  # this program was stopped, and the child with it
            deadline += late_s
        memory = resident_bytes(child.pid)
        if polled > deadline:
            return "time"
        if memory is not None and memory > limits.memory_bytes:
            return "memory"
        yield Step(min(0.9, (polled - start) / limits.timeout_s))
    return ""


def _parsed(raw: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(raw)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _unsafe(
    verdict: str, answer: dict[str, Any] | None, status: int, words: str, limits: Limits
) -> UnsafeModel:
    crash = "" if answer is None else str(answer.get("crash", ""))
    is_memory = bool(answer and answer.get("is_memory")) or _is_about_memory(crash + words)
    if verdict == "time":
        message = said(
            "the trial of the model took longer than {seconds:g} s and was stopped",
            seconds=limits.timeout_s,
        )
    elif verdict == "memory" or is_memory:
        message = _too_much_memory(limits)
    else:
        message = said("the model crashed when it was tried")
    details = {"ended with": str(status), "said": clean_text(words, 400), "crash": crash}
    return UnsafeModel(message, hint=_HINT, details={k: v for k, v in details.items() if v})


def _too_much_memory(limits: Limits) -> str:
    return said(
        "the model needed more than {memory} MB when it was tried",
        memory=limits.memory_bytes // 2**20,
    )


def _is_about_memory(text: str) -> bool:
    return any(word in text for word in _WORDS_OF_MEMORY)


def _error_of(answer: dict[str, Any], path: Path, limits: Limits) -> WhyRayError:
    """The error that the child told, of its own class."""
    if "questions" in answer:
        told = answer["questions"]
        message, hint = str(told["message"]), str(told["hint"])
        return ForeignModelError(message, questions=told["details"], hint=hint, file=path)
    told = answer["error"]
    message, hint, details = str(told["message"]), str(told["hint"]), dict(told["details"])
    if _is_about_memory(message + str(details)):
        return UnsafeModel(_too_much_memory(limits), hint=_HINT, file=path, details=details)
    kind = getattr(engine.errors, str(answer["class"]), ModelError)
    is_model = isinstance(kind, type) and issubclass(kind, WhyRayError)
    return (kind if is_model else ModelError)(message, hint=hint, file=path, details=details)


def _end_of(noise: Any) -> str:
    size = noise.seek(0, os.SEEK_END)
    noise.seek(max(0, size - 400))
    return noise.read().decode("utf-8", "replace")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", "trial"]
    return [sys.executable, "-P", "-m", "engine.registry.trial_worker"]


def _environment() -> dict[str, str]:
    """Few threads: each reserves address space that counts against the limit."""
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    environment["GLIBC_TUNABLES"] = "glibc.malloc.arena_max=2"
    if not getattr(sys, "frozen", False):
        paths = [str(_ROOT), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return environment
