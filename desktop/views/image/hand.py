"""The person's hand over the image: tool, drags, wheel, Space, two fingers, the magnifier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QPinchGesture

from desktop.state.tool import WINDOW
from desktop.views.image.cursors import cursor_for
from desktop.views.image.habits import Habits
from desktop.views.image.lens_item import LensItem
from desktop.views.image.mouse import Drag, PanDrag, start_drag
from desktop.views.image.wheel import NOTCH, Steps, Turn, meaning, turned_by
from engine.images.radiograph import Lut, Window

if TYPE_CHECKING:
    from desktop.views.image.image_view import ImageView

_ZOOM_PER_NOTCH = 1.2


class Hand:
    """Turns events of one view into what the view can do.

    Args:
        view: the image view.
        lens: its magnifier.

    Attributes:
        press_takers: asked first at every press, for whoever draws and measures on the image.
        escape_takers: asked at Esc whether they had something to end.
        habits: tells what the person chose about the mouse.
    """

    def __init__(self, view: ImageView, lens: LensItem) -> None:
        self.press_takers: list[Callable[[QMouseEvent], Drag | None]] = []
        self.escape_takers: list[Callable[[], bool]] = []
        self.habits: Callable[[], Habits] = Habits
        self._view = view
        self._lens = lens
        self._tool = WINDOW
        self._drag: Drag | None = None
        self._voi_before: Window | Lut | None = None  # a drag
        self._at: QPointF | None = None
        self._is_magnifying = False
        self._is_space_held = self._is_space_used = False
        self._steps = Steps()
        self._show_cursor()

    @property
    def tool(self) -> str:
        """What the plain left button does: a name of `desktop.state.tool`."""
        return self._tool

    def take(self, tool: str) -> None:
        """Takes another tool."""
        self._tool = tool
        self._show_cursor()

    def magnify(self, is_magnifying: bool) -> None:
        """Lays the magnifier on the image, or takes it away."""
        self._is_magnifying = is_magnifying
        if is_magnifying and self._at is None:
            surface = self._view.viewport()
            at = surface.mapFromGlobal(QCursor.pos())
            self._at = QPointF(at) if surface.rect().contains(at) else None
        self.refresh_lens()

    def refresh_lens(self) -> None:
        """Looks again at what lies under the pointer."""
        placement = self._view.placement()
        if not self._is_magnifying or placement is None or self._at is None:
            self._lens.setVisible(False)
            return
        ratio = self._view.viewport().devicePixelRatioF()
        self._lens.look_at(placement, self._at, ratio, self.habits().lens_factor)

    def hold_space(self, is_held: bool) -> None:
        """While held, the left button moves the image; tapped, the corners say less or more."""
        if is_held == self._is_space_held:
            return
        self._is_space_held = is_held
        if is_held:
            self._is_space_used = self._drag is not None
        elif not self._is_space_used:
            self._view.next_text_density()
        self._show_cursor()

    def let_go_of_keys(self) -> None:
        """The keyboard went elsewhere: no tap, whatever was held."""
        self._is_space_used = True
        self.hold_space(False)

    def escape(self) -> bool:
        """Ends what is being drawn or dragged, as if it had not begun. False: there was nothing."""
        if self._drag is not None:
            self.drop()
            return True
        return any(taker() for taker in self.escape_takers)

    def drop(self) -> None:
        """Takes back what is being dragged."""
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()
            self._show_cursor()

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if self._drag is not None:
            return
        if self._is_space_held and event.button() == Qt.MouseButton.LeftButton:
            self._drag = PanDrag(self._view, event.position())
        else:
            taken = (taker(event) for taker in self.press_takers)
            self._drag = next((drag for drag in taken if drag is not None), None)
        if self._drag is None:
            self._drag = start_drag(self._view, event, self._tool, self.habits())
        self._is_space_used = True
        self._voi_before = self._view.voi()
        self._show_cursor()

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moved. False: nothing is being dragged."""
        self._at = event.position()
        self.refresh_lens()
        if self._drag is None:
            return False
        self._drag.move(event.position(), event.modifiers())
        return True

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        if self._drag is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        drag, self._drag = self._drag, None
        drag.end(event.position())
        self._show_cursor()
        after = self._view.voi()
        if after is not self._voi_before:
            self._view.window_dragged.emit(self._voi_before, after)

    def leave(self) -> None:
        """The pointer left the view."""
        self._at = None
        self.refresh_lens()

    def wheel(self, event: QWheelEvent, frame_count: int) -> None:
        """The wheel turned over an image of that many frames."""
        turned = turned_by(event.angleDelta())
        meant = meaning(event.modifiers(), frame_count, self.habits())
        if meant is Turn.ZOOM:
            self._view.zoom_by(_ZOOM_PER_NOTCH ** (turned / NOTCH), event.position())
        else:
            self._page(turned, meant)

    def pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers zoom and move; the first one may have begun to drag."""
        self.drop()
        surface, changed = self._view.viewport(), pinch.changeFlags()
        now = surface.mapFromGlobal(pinch.centerPoint())
        if changed & QPinchGesture.ChangeFlag.CenterPointChanged:
            self._view.pan_by(now - surface.mapFromGlobal(pinch.lastCenterPoint()))
        if changed & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            self._view.zoom_by(pinch.scaleFactor(), now)

    def _page(self, turned: int, meant: Turn) -> None:
        """Turns that count in notches; turning towards oneself goes on."""
        notches = self._steps.add(turned)
        view = self._view
        if notches == 0:
            return
        if meant is Turn.OPACITY:
            view.opacity_step_asked.emit(notches)
            return
        view.setFocus()  # what pages is what the commands are meant for
        (view.frame_step_asked if meant is Turn.FRAMES else view.image_step_asked).emit(-notches)

    def _show_cursor(self) -> None:
        is_moving = self._is_space_held or isinstance(self._drag, PanDrag)
        self._view.viewport().setCursor(cursor_for(self._tool, is_moving=is_moving))
