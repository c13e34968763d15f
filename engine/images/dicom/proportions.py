"""The shape of a pixel and the pace of frames, as far as the header says."""

from engine.images.dicom.header import Header
from engine.images.limits import MOST_OBLONG
from engine.images.radiograph import Spacing
from engine.language import said

SQUARE_WITHIN = 0.005  # a rounding of the header, not a shape
SLOWEST_FPS, FASTEST_FPS = 0.1, 240.0
_MS_PER_S = 1000.0


def read_pixel_shape(header: Header, spacing: Spacing | None) -> tuple[float, float]:
    """Height and width of a pixel, the shorter side being 1.

    The spacing tells it; without one Pixel Aspect Ratio (0028,0034), which is vertical to
    horizontal size (PS3.3 C.7.6.3.1.7).
    """
    if spacing is not None:
        ratio = spacing.row_mm / spacing.column_mm
    else:
        numbers = header.numbers("PixelAspectRatio")
        if len(numbers) != 2 or not all(number > 0 for number in numbers):
            return 1.0, 1.0
        ratio = numbers[0] / numbers[1]
    if not 1 / MOST_OBLONG <= ratio <= MOST_OBLONG:
        header.notes.append(
            said("A pixel {ratio:.3g} times as high as wide makes no sense.", ratio=ratio)
        )
        return 1.0, 1.0
    if abs(ratio - 1.0) <= SQUARE_WITHIN:
        return 1.0, 1.0
    return (ratio, 1.0) if ratio > 1.0 else (1.0, 1.0 / ratio)


def read_frame_rate(header: Header) -> float | None:
    """Frames per second to play the frames at, the display's recommendation first.

    Recommended Display Frame Rate (0008,2144), Frame Time (0018,1063) in ms, Cine Rate (0018,0040);
    PS3.3 C.7.6.5.
    """
    time_ms = header.number("FrameTime")
    stated = (
        header.number("RecommendedDisplayFrameRate"),
        _MS_PER_S / time_ms if time_ms is not None and time_ms > 0 else None,
        header.number("CineRate"),
    )
    for rate in stated:
        if rate is not None and SLOWEST_FPS <= rate <= FASTEST_FPS:
            return rate
    return None
