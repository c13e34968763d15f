"""The way in: a path becomes a `Radiograph`.

`open_radiograph` decodes in a child process, so that no file can freeze or crash the program.
`read_here` is what that child runs; bulk work on one's own trusted files may call it directly.
"""

import atexit
from functools import cache
from pathlib import Path

from engine.images.decoder import Decoder
from engine.images.radiograph import Facts, Radiograph


def open_radiograph(path: Path, *, decoder: Decoder | None = None) -> Radiograph:
    """Reads an image file in a child process.

    Args:
        path: any supported file, whatever its name ends in.
        decoder: the child to use; None takes the one of this program, started on demand.

    Raises:
        ImageError: the file is no radiograph that WhyRay can read; the subclass and text say why.
        engine.progress.Cancelled: `Decoder.cancel` was called meanwhile.
    """
    return (_own_decoder() if decoder is None else decoder).decode(Path(path))


def read_here(path: Path) -> Radiograph:
    """Reads an image file in this process; a hostile file can freeze or kill it.

    Raises:
        ImageError: as for `open_radiograph`.
    """
    # The decoders take a second to load, and the window's process never needs them.
    from engine.images.formats import read_file

    return read_file(Path(path))


def read_header(path: Path) -> Facts:
    """The facts that a DICOM file's header states, without touching its pixels, in this process.

    Raises:
        ImageError: the file is no DICOM file or its header is damaged.
    """
    from engine.images.dicom.reading import read_header_facts

    return read_header_facts(Path(path))


@cache
def _own_decoder() -> Decoder:
    decoder = Decoder()
    atexit.register(decoder.close)
    return decoder
