"""One window per user, computer and home: a second launch hands its files to the running one.

A lock file says who is first, also when ten start at once and when the last one crashed. The first
one listens on a local socket that only its user may use; what it is told is checked like any input.
"""

import contextlib
import getpass
import hashlib
import json
import os
import socket
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_S = 10.0  # the first one may still be starting
MOST_BYTES = 4 * 2**20
MOST_PATHS = 20_000
_ANSWER = b"ok\n"
_RETRY_S = 0.1
_READ_MS = 5000
_SOCKET_PATH_LIMIT = 100  # bytes; systems allow 104 to 108


class SingleInstance(QObject):
    """The claim to be the one window of this home.

    Args:
        home: the user's folder; made when absent.
    """

    received = Signal(tuple)  # tuple[Path, ...]: files of a later launch; may be empty

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with contextlib.suppress(OSError):  # `claim` copes with a home that cannot be written to
            home.mkdir(parents=True, exist_ok=True)
        known_by = f"{socket.gethostname()}\n{getpass.getuser()}\n{home.resolve()}"
        name = f"whyray-{hashlib.sha256(os.fsencode(known_by)).hexdigest()[:16]}"
        self._lock = QLockFile(str(home / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # a living process keeps it, however long it sleeps
        path = home / f"{name}.socket"
        is_long = os.name == "nt" or len(os.fsencode(path)) > _SOCKET_PATH_LIMIT
        self._address = name if is_long else str(path)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this process is the first; it then stays so until it ends.

        Where no lock can be written at all (a read-only home), everyone is first.
        """
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> bool:
        """Takes files of later launches from now on. False when the system refuses."""
        QLocalServer.removeServer(self._address)  # of one that crashed: the lock is ours
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        return self._server.listen(self._address)

    def hand_over(self, paths: Iterable[Path], patience_s: float = PATIENCE_S) -> bool:
        """Gives absolute paths to the first one. False when it does not answer in time."""
        message = json.dumps({"paths": [str(path) for path in paths]}).encode("ascii") + b"\n"
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            if self._tell(message, deadline):
                return True
            time.sleep(_RETRY_S)
        return False

    def close(self) -> None:
        """Lets another one be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _tell(self, message: bytes, deadline: float) -> bool:
        line = QLocalSocket()
        line.connectToServer(self._address)
        if not line.waitForConnected(500):
            return False
        line.write(message)
        answer = b""
        while len(answer) < len(_ANSWER) and time.monotonic() < deadline:
            line.waitForBytesWritten(100)
            line.waitForReadyRead(100)
            answer += bytes(line.readAll().data())
            if line.state() != QLocalSocket.LocalSocketState.ConnectedState:
                break
        return answer == _ANSWER

    def _meet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Visitor(self._server.nextPendingConnection(), self)


class _Visitor(QObject):
    """One connection: reads one line, answers, ends."""

    def __init__(self, line: QLocalSocket, host: SingleInstance) -> None:
        super().__init__(line)
        line.setParent(host)
        self._line, self._host, self._said = line, host, b""
        line.readyRead.connect(self._read)
        line.disconnected.connect(line.deleteLater)
        QTimer.singleShot(_READ_MS, self, line.abort)
        self._read()

    def _read(self) -> None:
        self._said += bytes(self._line.readAll().data())
        if len(self._said) > MOST_BYTES:
            self._line.abort()
        elif b"\n" in self._said:
            paths = paths_in(self._said.partition(b"\n")[0])
            self._said = b""
            if paths is None:
                self._line.abort()
                return
            self._line.write(_ANSWER)
            self._line.flush()
            self._line.disconnectFromServer()
            self._host.received.emit(paths)


def paths_in(message: bytes) -> tuple[Path, ...] | None:
    """The absolute paths of a message; None when it is none."""
    try:
        names = json.loads(message)["paths"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(names, list) or len(names) > MOST_PATHS:
        return None
    if not all(isinstance(name, str) and "\0" not in name for name in names):
        return None
    paths = tuple(Path(name) for name in names)
    return paths if all(path.is_absolute() for path in paths) else None
