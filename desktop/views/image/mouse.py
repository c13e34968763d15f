"""What the mouse does over the image: one small class per drag, one table of which starts when.

Buttons and modifiers at the *press* choose the drag - the plain left button the one of the tool in
hand -, modifiers *during* the drag choose its speed: Shift + left moves and Ctrl + left spans a
rectangle, yet both keys quicken a window drag that is under way.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from desktop.state.tool import PAN, SCROLL, ZOOM
from desktop.views.image.habits import Habits
from desktop.views.image.window_drag import dragged
from engine.images.radiograph import Lut, Window

CLICK_LIMIT_PX = 4.0
COARSE, FINE = 2.5, 0.25
_ZOOM_PER_PX = 0.01  # natural logarithm
_PX_PER_FRAME = 12.0

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Surface(Protocol):
    """What the drags need of the image view. Positions are in logical view pixels."""

    def begin_window(self) -> Window | None:
        """The window to start from, LUTs turned into their window; None where there is none."""
        ...

    def voi(self) -> Window | Lut | None:
        """The window or LUT in use."""
        ...

    def value_span(self) -> tuple[float, float]:
        """(lowest, highest) modality value."""
        ...

    def set_voi(self, voi: Window | Lut) -> None:
        """Shows that window or LUT."""
        ...

    def pan_by(self, moved: QPointF) -> None:
        """Moves the image."""
        ...

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about a point."""
        ...

    def show_band(self, band: QRectF | None) -> None:
        """Shows a rubber band, or none."""
        ...

    def window_from(self, band: QRectF) -> None:
        """Sets the window from the pixels under a rectangle."""
        ...

    def scroll_by(self, steps: int) -> None:
        """Goes that many frames on; images where there is one frame."""
        ...

    def request_menu(self, at: QPointF) -> None:
        """A plain right click."""
        ...


class Drag(Protocol):
    """One drag from press to release."""

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer moved."""
        ...

    def end(self, at: QPointF) -> None:
        """The button was released."""
        ...

    def cancel(self) -> None:
        """The drag shall not have been."""
        ...


class WindowDrag:
    """Right widens, up raises the level; Ctrl or Shift coarse, Alt fine."""

    def __init__(self, surface: Surface, start: QPointF, *, is_level_inverted: bool) -> None:
        self._surface = surface
        self._last = start
        self._before = surface.voi()
        self._window = surface.begin_window()
        self._up = -1.0 if is_level_inverted else 1.0

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `Drag`."""
        moved, self._last = to - self._last, to
        if self._window is None:
            return
        span = self._surface.value_span()
        way = (moved.x(), moved.y() * self._up)
        self._window = dragged(self._window, way, span, _speed(modifiers))
        self._surface.set_voi(self._window)

    def end(self, at: QPointF) -> None:
        """See `Drag`."""

    def cancel(self) -> None:
        """See `Drag`."""
        if self._before is not None:
            self._surface.set_voi(self._before)


class BandDrag:
    """A rectangle whose pixels make the window."""

    def __init__(self, surface: Surface, start: QPointF) -> None:
        self._surface = surface
        self._start = start

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `Drag`."""
        self._surface.show_band(QRectF(self._start, to).normalized())

    def end(self, at: QPointF) -> None:
        """See `Drag`."""
        self._surface.show_band(None)
        band = QRectF(self._start, at).normalized()
        if min(band.width(), band.height()) > CLICK_LIMIT_PX:
            self._surface.window_from(band)

    def cancel(self) -> None:
        """See `Drag`."""
        self._surface.show_band(None)


class PanDrag:
    """The image follows the pointer."""

    def __init__(self, surface: Surface, start: QPointF) -> None:
        self._surface = surface
        self._last = start

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `Drag`."""
        moved, self._last = to - self._last, to
        self._surface.pan_by(moved)

    def end(self, at: QPointF) -> None:
        """See `Drag`."""

    def cancel(self) -> None:
        """The image stays where it is."""


class ZoomDrag:
    """Up enlarges about the press point; without a move it was a click for the menu."""

    def __init__(self, surface: Surface, start: QPointF, *, has_menu: bool = True) -> None:
        self._surface = surface
        self._start = self._last = start
        self._is_click, self._has_menu = True, has_menu

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `Drag`."""
        away = to - self._start
        if self._is_click and max(abs(away.x()), abs(away.y())) <= CLICK_LIMIT_PX:
            return
        self._is_click = False
        risen, self._last = self._last.y() - to.y(), to
        self._surface.zoom_by((1 + _ZOOM_PER_PX) ** risen, self._start)

    def end(self, at: QPointF) -> None:
        """See `Drag`."""
        if self._is_click and self._has_menu:
            self._surface.request_menu(at)

    def cancel(self) -> None:
        """The image stays as it is; no menu."""
        self._is_click = False


def zoom_tool(surface: Surface, start: QPointF) -> Drag:
    """The left button's zoom, whose click asks for no menu."""
    return ZoomDrag(surface, start, has_menu=False)


class ScrollDrag:
    """Down goes on through the frames, or images, up goes back."""

    def __init__(self, surface: Surface, start: QPointF) -> None:
        self._surface = surface
        self._start = start
        self._gone = 0

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `Drag`."""
        wanted = int((to.y() - self._start.y()) / _PX_PER_FRAME)
        if wanted != self._gone:
            steps, self._gone = wanted - self._gone, wanted
            self._surface.scroll_by(steps)

    def end(self, at: QPointF) -> None:
        """See `Drag`."""

    def cancel(self) -> None:
        """The frame stays."""


# Tool in hand -> what the plain left button drags; for all others it drags the window.
TOOLS: dict[str, Callable[[Surface, QPointF], Drag]] = {
    PAN: PanDrag,
    ZOOM: zoom_tool,
    SCROLL: ScrollDrag,
}

# (button, modifier at the press) -> drag; the first row that fits.
DRAGS: tuple[
    tuple[Qt.MouseButton, Qt.KeyboardModifier, Callable[[Surface, QPointF], Drag]], ...
] = (
    (Qt.MouseButton.LeftButton, _CTRL, BandDrag),
    (Qt.MouseButton.LeftButton, _SHIFT, PanDrag),
    (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, PanDrag),
    (Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, ZoomDrag),
)


def start_drag(surface: Surface, event: QMouseEvent, tool: str, habits: Habits) -> Drag | None:
    """The drag that this press starts with that tool in hand; None for other buttons."""
    for button, modifier, drag in DRAGS:
        held = event.modifiers() & modifier
        if event.button() == button and held == modifier:
            return drag(surface, event.position())
    if event.button() != Qt.MouseButton.LeftButton:
        return None
    if tool in TOOLS:
        return TOOLS[tool](surface, event.position())
    return WindowDrag(surface, event.position(), is_level_inverted=habits.is_level_inverted)


def _speed(modifiers: Qt.KeyboardModifier) -> float:
    if modifiers & (_CTRL | _SHIFT):
        return COARSE
    return FINE if modifiers & _ALT else 1.0
