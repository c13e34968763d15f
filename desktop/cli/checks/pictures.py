"""Do ordinary pictures open, one of each kind that WhyRay reads?

They are coded here by Pillow, which reads them, too: what is looked for is a codec that is missing.
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import SelfTestFailed
from engine.images.raster import read_raster

# Kind as sniffed -> how it is coded, and the farthest mean distance in grey levels of 255.
_KINDS: dict[str, tuple[dict[str, object], float]] = {
    "jpeg": ({"quality": 95}, 3.0),
    "png": ({}, 0.0),
    "tiff": ({"compression": "tiff_lzw"}, 0.0),
    "bmp": ({}, 0.0),
    "webp": ({"lossless": True}, 0.0),
}


def check() -> str:
    """Codes a ramp in each kind, and one of 16 bits, and reads them.

    Raises:
        SelfTestFailed: a kind cannot be coded, or other pixels come back.
        WhyRayError: a kind cannot be read.
    """
    ramp = np.add.outer(np.arange(48), np.arange(64)).astype(np.uint8) * 2
    for kind, (options, farthest) in _KINDS.items():
        _compare(kind, ramp, farthest, options)
    for kind in ("png", "tiff"):
        _compare(kind, ramp.astype(np.uint16) * 257, 0.0, {})
    return f"{', '.join(_KINDS)} were read"


def _compare(kind: str, pixels: np.ndarray, farthest: float, options: dict[str, object]) -> None:
    coded = io.BytesIO()
    try:
        Image.fromarray(pixels).save(coded, format=kind.upper(), **options)
    except (KeyError, OSError) as error:
        raise SelfTestFailed(f"no codec for {kind}", hint="Install WhyRay again.") from error
    film = read_raster(coded.getvalue(), Path(f"ramp.{kind}"), lambda: "", kind)
    found = film.frames[0]
    if found.shape != pixels.shape or np.abs(found - pixels.astype(float)).mean() > farthest:
        raise SelfTestFailed(f"{kind} gives other pixels", hint="Install WhyRay again.")
