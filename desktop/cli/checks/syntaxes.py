"""Does every transfer syntax decode, in the child process, to the pixels that were coded?

One small synthetic radiograph lies in ``resources/self_test`` once for each transfer syntax. What
was coded without loss must come back as it is uncompressed; with loss, within some grey levels.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.paths import SELF_TEST
from engine.errors import SelfTestFailed
from engine.images.decoder import Decoder
from engine.images.dicom.syntaxes import SYNTAXES, syntax_name
from engine.pipeline import open_image

_ORIGINALS = {8: "explicit-vr-8.dcm", 12: "explicit-vr.dcm"}  # by bits stored
_FARTHEST = 16.0  # mean difference in grey levels of 4,096 that a lossy coding may make here


def check() -> str:
    """Opens all of them.

    Raises:
        SelfTestFailed: a syntax has no file, or its pixels are others.
        WhyRayError: a file does not open.
    """
    found: dict[str, str] = {}
    with Decoder() as decoder:
        originals = {
            bits: _pixels(SELF_TEST / name, decoder)[0] for bits, name in _ORIGINALS.items()
        }
        for path in sorted(SELF_TEST.glob("*.dcm")):
            pixels, bits, syntax = _opened(path, decoder)
            _compare(pixels, originals[bits], bits, path)
            found[syntax] = path.name
    known = {syntax_name(uid) for uid in SYNTAXES}
    if missing := known - found.keys():
        raise SelfTestFailed(f"no file for {', '.join(sorted(missing))}", hint=_AGAIN)
    return f"{len(known)} transfer syntaxes decoded in the child process"


_AGAIN = "Install WhyRay again."


def _pixels(path: Path, decoder: Decoder) -> tuple[NDArray[np.int64], int]:
    pixels, bits, _ = _opened(path, decoder)
    return pixels, bits


def _opened(path: Path, decoder: Decoder) -> tuple[NDArray[np.int64], int, str]:
    film = open_image(path, decoder)
    return film.frames[0].astype(np.int64), film.bits_stored, film.transfer_syntax


def _compare(pixels: NDArray[np.int64], original: NDArray[np.int64], bits: int, path: Path) -> None:
    """Lossy files are told by their pixels alone: a lossless one must be equal."""
    is_lossy = path.stem in _LOSSY
    farthest = _FARTHEST * 2 ** (bits - 12) if is_lossy else 0.0
    if pixels.shape != original.shape or np.abs(pixels - original).mean() > farthest:
        raise SelfTestFailed("decodes to other pixels than were coded", hint=_AGAIN, file=path)


_LOSSY = ("jpeg-baseline", "jpeg-extended-12", "jpeg-ls-near-lossless", "jpeg-2000", "htj2k")
