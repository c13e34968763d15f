"""The formats that WhyRay reads: sniffed kind -> reader, and how a file is read with them.

Runs in the decoding child (`engine.images.decode_worker`). Importing this module loads pydicom and
the decoders.
"""

import hashlib
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from engine.errors import ImageError, UnreadableFile, UnsafeImage
from engine.images.dicom.reading import read_dicom
from engine.images.limits import MAX_FILE_BYTES
from engine.images.radiograph import Radiograph
from engine.images.raster import read_raster
from engine.images.sniff import sniff
from engine.images.text import clean_text
from engine.language import said

Reader = Callable[[bytes, Path, Callable[[], str]], Radiograph]

# Sniffed kind -> reader of (data, path, what gives the SHA-256).
READERS: dict[str, Reader] = {
    "dicom": read_dicom,
    "jpeg": partial(read_raster, kind="jpeg"),
    "png": partial(read_raster, kind="png"),
    "tiff": partial(read_raster, kind="tiff"),
    "bmp": partial(read_raster, kind="bmp"),
    "webp": partial(read_raster, kind="webp"),
}


def read_file(path: Path) -> Radiograph:
    """Reads an image file, whatever its name ends in.

    Raises:
        ImageError: the file is no radiograph that WhyRay can read; the subclass and text say why.
    """
    path = Path(path)
    try:
        data = bytes_of(path)
        return READERS[sniff(data)](data, path, _hashing(data))
    except ImageError as error:
        error.file = path
        raise
    except MemoryError as error:
        raise UnsafeImage(
            said("The image needs more memory than it may have."), file=path
        ) from error
    except RecursionError as error:
        raise UnsafeImage(said("The file is nested too deep."), file=path) from error
    except Exception as error:
        raise UnreadableFile(
            said("The file is damaged in a way that WhyRay does not understand."),
            hint=said("Copy or export the file again."),
            file=path,
            details={"reason": f"{type(error).__name__}: {clean_text(str(error), 300)}"},
        ) from error


def _hashing(data: bytes) -> Callable[[], str]:
    """Begins to hash beside what follows; the result waits for it and gives the hex digest."""
    digest = hashlib.sha256()
    work = threading.Thread(target=digest.update, args=(data,), daemon=True)
    work.start()

    def finished() -> str:
        work.join()
        return digest.hexdigest()

    return finished


def bytes_of(path: Path) -> bytes:
    """The whole file. Raises UnreadableFile or UnsafeImage; pipes are not waited for."""
    try:
        if not path.exists():
            raise UnreadableFile(said("There is no such file."))
        # Pipes and devices would block for ever.
        if not path.is_file():
            raise UnreadableFile(said("This is a folder or a device, not a file."))
        size = path.stat().st_size
        if size == 0:
            raise UnreadableFile(said("The file is empty."))
        if size > MAX_FILE_BYTES:
            raise UnsafeImage(
                said(
                    "The file has {size:.0f} MB; at most {MAX_FILE_BYTES} are read.",
                    size=size / 2**20,
                    MAX_FILE_BYTES=MAX_FILE_BYTES // 2**20,
                )
            )
        with path.open("rb") as stream:
            # Asking for more than there is would take fresh memory for all of it.
            data = stream.read(size + 1)
            if len(data) > size:
                data += stream.read(MAX_FILE_BYTES + 1 - len(data))
    except OSError as error:
        reason = clean_text(error.strerror or type(error).__name__, 120)
        raise UnreadableFile(
            said("The file could not be read: {reason}.", reason=reason)
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise UnsafeImage(said("The file grew beyond the limit while it was read."))
    return data
