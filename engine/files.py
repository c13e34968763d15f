"""Writing so that a crash or a full disk leaves the old file whole or the new file whole."""

import contextlib
import ctypes
import os
import secrets
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.errors import OutputError
from engine.language import said


def atomic_write(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Writes `data` to `path` through a temporary file in the same folder, fsync and rename.

    Args:
        path: the file; its folder exists.
        data: all of it.
        mode: who may read it, before the umask.

    Raises:
        OutputError: the folder is missing or read-only, or the disk is full; an old file is then
            untouched.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with _created(temporary, mode) as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OutputError(
            said("could not be written: {strerror}", strerror=error.strerror),
            hint=said(
                "Check that the folder exists, may be written to, and that the disk is not full."
            ),
            file=path,
        ) from error


def sync_folder(folder: Path) -> None:
    """Makes renames in `folder` survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Hold:
    """A file that one process at a time holds, and that is free again when that process ends.

    The system lets go for a process that was killed, so what is held is alive. ``with Hold(file)``
    tries once and never waits.

    Args:
        file: made when absent, never removed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this one holds it."""
        return self._descriptor is not None

    def take(self) -> bool:
        """Takes it; False where somebody else has it. Nothing happens where it is held already."""
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # somebody else has it
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Lets go."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.release()


def process_started(pid: int) -> str:
    """When a process began, in the system's own words; empty where there is no such process.

    Together with its id this names a process for ever: ids are given again, moments are not.
    """
    if sys.platform == "linux":
        try:
            text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return text.rpartition(")")[2].split()[19]  # field 22 of proc(5): ticks since the boot
    if sys.platform == "win32":
        return _windows_start(pid)
    command = ["ps", "-o", "lstart=", "-p", str(pid)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip()


def _windows_start(pid: int) -> str:
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return ""
    moments = [ctypes.c_uint64() for _ in range(4)]
    try:
        known = kernel.GetProcessTimes(ctypes.c_void_p(handle), *map(ctypes.byref, moments))
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
    return str(moments[0].value) if known else ""


def _created(path: Path, mode: int):  # noqa: ANN202 - the stub type of os.fdopen is private
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, mode), "wb")
