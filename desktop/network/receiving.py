"""Receiving images that a modality or an archive pushes (C-STORE): off unless somebody starts it.

Bound to one address, for named peers only where they are named, limited in size and rate. What
arrives is written whole or not at all, under a name made of its UID.
"""

import io
import re
import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pydicom
from pydicom.uid import UID
from pynetdicom import AE, evt
from pynetdicom.sop_class import (
    ComputedRadiographyImageStorage,
    DigitalXRayImageStorageForPresentation,
    DigitalXRayImageStorageForProcessing,
    MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
    MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
    SecondaryCaptureImageStorage,
    Verification,
    XRayRadiofluoroscopicImageStorage,
)

from desktop.network.node import DEFAULT_PORT, OWN_TITLE
from desktop.network.security import Tls, listening_context
from engine.errors import NetworkError, WhyRayError
from engine.files import atomic_write
from engine.images.dicom.syntaxes import SYNTAXES
from engine.images.limits import MAX_FILE_BYTES
from engine.language import said

# Images that may be radiographs of a chest.
KINDS = (
    ComputedRadiographyImageStorage,
    DigitalXRayImageStorageForPresentation,
    DigitalXRayImageStorageForProcessing,
    SecondaryCaptureImageStorage,
    MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
    MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
    XRayRadiofluoroscopicImageStorage,
)
_SUCCESS, _OUT_OF_RESOURCES, _NOT_UNDERSTOOD = 0x0000, 0xA700, 0xC000
_MOST_CONNECTIONS = 4
_MINUTE_S = 60.0
_LOOK_S = 0.02
_GRACE_S = 0.5  # pynetdicom stumbles over connections that end on both sides at once
_AROUND_BYTES = 2**20  # of commands and envelopes around an image
_TOO_LARGE = said("an image larger than the limit was refused")


@dataclass(frozen=True)
class Door:
    """How the receiver may be reached.

    Attributes:
        host: the address that it listens at; ``127.0.0.1`` lets only this machine in.
        port: 1..65535, 0 for any free one.
        title: our application entity title; peers must call us by it.
        callers: titles that may connect; empty: any.
        most_bytes: of one image and of one connection's unfinished message.
        most_per_minute: images.
        least_free_bytes: of the disk, below which nothing is taken.
        tls: who we are and who may come; None: connections are not encrypted.
    """

    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    title: str = OWN_TITLE
    callers: tuple[str, ...] = ()
    most_bytes: int = MAX_FILE_BYTES
    most_per_minute: int = 600
    least_free_bytes: int = 2**30
    tls: Tls | None = None


class Receiver:
    """Listens until it is stopped; writes every image that arrives.

    Args:
        folder: where images go; made when missing.
        arrived: called with the path of each image, on a thread of the network.
        refused: called with a sentence for each image that was not taken, likewise.
        door: how it may be reached.
    """

    def __init__(
        self,
        folder: Path,
        arrived: Callable[[Path], None],
        refused: Callable[[str], None],
        door: Door | None = None,
    ) -> None:
        self._folder = folder
        self._arrived, self._refused = arrived, refused
        self._door = Door() if door is None else door
        self._times: deque[float] = deque()
        self._lock = Lock()
        self._received: dict[int, int] = {}  # bytes of unfinished messages, by connection
        self._server: AE | None = None
        self.port = 0

    def start(self) -> None:
        """Begins to listen.

        Raises:
            NetworkError: the address is taken or not ours.
            RequestError: certificate or key are of no use.
        """
        secured = None
        if self._door.tls is not None:
            secured = listening_context(self._door.tls, self._refused)
        entity = AE(ae_title=self._door.title)
        entity.require_called_aet = True
        entity.require_calling_aet = list(self._door.callers)
        entity.maximum_associations = _MOST_CONNECTIONS
        entity.add_supported_context(Verification)
        for kind in KINDS:
            entity.add_supported_context(kind, list(SYNTAXES))
        handlers = [
            (evt.EVT_C_STORE, self._store),
            (evt.EVT_DATA_RECV, self._count),
            (evt.EVT_CONN_CLOSE, lambda event: self._received.pop(id(event.assoc), None)),
            (evt.EVT_C_ECHO, lambda _event: _SUCCESS),
        ]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            listening = entity.start_server(
                (self._door.host, self._door.port), block=False, evt_handlers=handlers,
                ssl_context=secured,
            )  # fmt: skip
        except (OSError, RuntimeError) as error:
            raise NetworkError(
                said(
                    "cannot listen at {host}:{port}: {reason}",
                    host=self._door.host, port=self._door.port, reason=str(error),
                ),
                hint=said("Another program may use the port; choose another one."),
            ) from error  # fmt: skip
        self.port = listening.server_address[1]
        self._server = entity

    def stop(self, grace_s: float = _GRACE_S) -> None:
        """Stops listening; connections end when they are done, at the latest after `grace_s`."""
        if self._server is None:
            return
        until = time.monotonic() + grace_s
        while self._server.active_associations and time.monotonic() < until:
            time.sleep(_LOOK_S)
        self._server.shutdown()
        self._server = None

    def _count(self, event: evt.Event) -> None:
        """Ends a connection whose one message grows beyond what an image may have."""
        number = id(event.assoc)
        self._received[number] = self._received.get(number, 0) + len(event.data)
        if self._received[number] > self._door.most_bytes + _AROUND_BYTES:
            self._received.pop(number)
            self._refused(_TOO_LARGE)
            event.assoc.abort()

    def _store(self, event: evt.Event) -> int:
        self._received.pop(id(event.assoc), None)
        try:
            data = event.encoded_dataset()
            self._check(len(data))
            path = self._folder / _name_of(event)
            if not (path.exists() and _same_image(path, data)):
                path = _free_name(path)
                atomic_write(path, data)
        except WhyRayError as error:
            self._refused(str(error))
            return _OUT_OF_RESOURCES
        except Exception as error:  # noqa: BLE001 - whatever a peer sends; it is told and refused
            self._refused(said("an image was not understood: {reason}", reason=str(error)[:200]))
            return _NOT_UNDERSTOOD
        self._arrived(path)
        return _SUCCESS

    def _check(self, size: int) -> None:
        if size > self._door.most_bytes:
            raise NetworkError(_TOO_LARGE)
        if shutil.disk_usage(self._folder).free - size < self._door.least_free_bytes:
            raise NetworkError(
                said("an image was refused: the disk is nearly full; make room for more")
            )
        with self._lock:
            now = time.monotonic()
            while self._times and now - self._times[0] > _MINUTE_S:
                self._times.popleft()
            if len(self._times) >= self._door.most_per_minute:
                raise NetworkError(said("an image was refused: too many in one minute"))
            self._times.append(now)


def _name_of(event: evt.Event) -> str:
    """A file name of the instance's UID: digits and dots only, whatever the peer sends."""
    uid = UID(str(event.request.AffectedSOPInstanceUID))
    if not re.fullmatch(r"[0-9.]{1,64}", uid):
        raise ValueError("the instance's UID is invalid")
    return f"{uid}.dcm"


def _same_image(path: Path, data: bytes) -> bool:
    """Whether the file there holds the same data set; its meta information may differ."""
    there = pydicom.dcmread(path, stop_before_pixels=False)
    return there == pydicom.dcmread(io.BytesIO(data))


def _free_name(path: Path) -> Path:
    """The path, or one with a number: another image of the same UID is kept beside it."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
