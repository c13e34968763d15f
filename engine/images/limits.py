"""How large an image file may be: one place for scanners, readers and the decoder's parent.

The figures leave room for every radiography detector in use (the largest have some 30 million
pixels) and keep a small hostile file from claiming the workstation's memory.
"""

from engine.errors import UnsafeImage
from engine.language import said

MAX_FILE_BYTES = 512 * 2**20
MAX_PIXELS = 64 * 2**20
MAX_SIDE = 65_535
MAX_DECODED_BYTES = 512 * 2**20
GREY_BYTES_PER_PIXEL = 2
COLOUR_BYTES_PER_PIXEL = 5  # 3 of colour, 2 of luma
MOST_OBLONG = 4.0  # a pixel's longer side to its shorter one


def check_size(frames: int, height: int, width: int, *, is_colour: bool) -> None:
    """Refuses declared sizes that exceed the limits; plain integers, so nothing can overflow.

    Args:
        frames: declared number of frames.
        height: declared rows.
        width: declared columns.
        is_colour: whether three samples per pixel will be kept.

    Raises:
        UnsafeImage: a size is not positive or too large.
    """
    if min(frames, height, width) < 1 or max(height, width) > MAX_SIDE:
        raise UnsafeImage(
            said(
                "The image says it has {frames} frames of {width} x {height} pixels.",
                frames=frames,
                width=width,
                height=height,
            )
        )
    if height * width > MAX_PIXELS:
        raise UnsafeImage(
            said(
                "The image says it has {width} x {height} pixels; at most {MAX_PIXELS:,} are read.",
                width=width,
                height=height,
                MAX_PIXELS=MAX_PIXELS,
            ),
            hint=said("If the file is genuine, export it again at a lower resolution."),
        )
    per_pixel = COLOUR_BYTES_PER_PIXEL if is_colour else GREY_BYTES_PER_PIXEL
    if frames * height * width * per_pixel > MAX_DECODED_BYTES:
        raise UnsafeImage(
            said(
                "{frames} frames of {width} x {height} pixels need more than "
                "{MAX_DECODED_BYTES} MB.",
                frames=frames,
                width=width,
                height=height,
                MAX_DECODED_BYTES=MAX_DECODED_BYTES // 2**20,
            ),
            hint=said("Export the frame of interest as a single image."),
        )
