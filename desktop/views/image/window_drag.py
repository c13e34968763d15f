"""Window and level by hand: the arithmetic. No Qt."""

from dataclasses import replace

from engine.images.radiograph import Radiograph, Window
from engine.images.windows import auto_window, full_window

FROM_RECTANGLE = "from rectangle"
BY_HAND = "by hand"

# A LINEAR window cannot be narrower than 1 (PS3.3 C.11.2.1.2.1); where all values lie within so
# little, it is dragged as LINEAR_EXACT.
_LEAST_SPAN_FOR_LINEAR = 64.0


def full_span(radiograph: Radiograph, frame: int) -> tuple[float, float]:
    """(lowest, highest) modality value of the frame, padding left out: the bounds of dragging."""
    window = full_window(radiograph, frame)
    return window.centre - window.width / 2, window.centre + window.width / 2


def dragged(
    window: Window, moved_px: tuple[float, float], span: tuple[float, float], speed: float
) -> Window:
    """The window after a drag.

    Args:
        window: before.
        moved_px: (right, down) in logical pixels: right widens, up raises the level (darker).
        span: from `full_span`.
        speed: 1, or the factor of the modifier keys.

    Returns:
        Window with its centre within `span` and its width between 1 (or a 4096th of the span) and
        twice the span.
    """
    extent = max(span[1] - span[0], 1e-6)
    function = window.function
    if function == "LINEAR" and extent < _LEAST_SPAN_FOR_LINEAR:
        function = "LINEAR_EXACT"
    least = 1.0 if function == "LINEAR" else extent / 4096
    step = _step(window.width, extent) * speed
    return replace(
        window,
        centre=min(max(window.centre - moved_px[1] * step, span[0]), span[1]),
        width=min(max(window.width + moved_px[0] * step, least), 2 * extent),
        function=function,
        name=BY_HAND,
    )


def window_of_rectangle(
    radiograph: Radiograph, frame: int, box: tuple[int, int, int, int]
) -> Window:
    """The window that spreads the 1st to 99th percentile of a part of the image.

    Args:
        radiograph: the image.
        frame: which frame.
        box: ``(left, top, right, bottom)`` in image pixels, not empty, within the image.
    """
    left, top, right, bottom = box
    part = radiograph.frames[frame : frame + 1, top:bottom, left:right]
    return replace(auto_window(replace(radiograph, frames=part)), name=FROM_RECTANGLE)


def _step(width: float, extent: float) -> float:
    """Modality units per pixel: fine in narrow windows, never stuck, never a leap."""
    return min(max(width / 400 + extent / 1024, extent / 65_536), width / 20 + extent / 4096)
