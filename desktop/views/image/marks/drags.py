"""What the left button drags while marks are drawn or changed."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, Qt

from desktop.views.image.marks.shapes import with_handle
from desktop.views.image.marks.sketch import Sketch
from desktop.views.image.mouse import CLICK_LIMIT_PX
from engine.measure.mark import Mark, Point

ToImage = Callable[[QPointF], Point]


class SketchDrag:
    """One press to release while a mark is drawn.

    Args:
        sketch: gets the points.
        to_image: image point under a view point, inside of the image.
        start: where the button went down.
        changed: called after each move.
        ended: called when the button is up.
    """

    def __init__(
        self,
        sketch: Sketch,
        to_image: ToImage,
        start: QPointF,
        changed: Callable[[], None],
        ended: Callable[[], None],
    ) -> None:
        self._sketch, self._to_image, self._start = sketch, to_image, start
        self._changed, self._ended = changed, ended
        sketch.press(to_image(start))
        changed()

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `mouse.Drag`."""
        self._sketch.move(self._to_image(to))
        self._changed()

    def end(self, at: QPointF) -> None:
        """See `mouse.Drag`."""
        is_click = QLineF(self._start, at).length() <= CLICK_LIMIT_PX
        self._sketch.release(self._to_image(at), is_click=is_click)
        self._ended()

    def cancel(self) -> None:
        """What was drawn so far goes with the sketch, which its owner drops."""


class EditDrag:
    """Moves a mark, or one of its handles.

    Args:
        mark: as it was.
        handle: which handle; None moves the whole mark.
        to_image: image point under a view point.
        start: where the button went down.
        changed: gets the mark at each move, and None when nothing was to be.
        ended: gets the mark when the button is up, None where it was not moved.
    """

    def __init__(
        self,
        mark: Mark,
        handle: int | None,
        to_image: ToImage,
        start: QPointF,
        changed: Callable[[Mark | None], None],
        ended: Callable[[Mark | None], None],
    ) -> None:
        self._mark, self._handle, self._to_image, self._start = mark, handle, to_image, start
        self._changed, self._ended = changed, ended
        self._now: Mark | None = None

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `mouse.Drag`."""
        if self._now is None and QLineF(self._start, to).length() <= CLICK_LIMIT_PX:
            return
        point = self._to_image(to)
        if self._handle is not None:
            self._now = with_handle(self._mark, self._handle, point)
        else:
            start = self._to_image(self._start)
            self._now = self._mark.moved(point[0] - start[0], point[1] - start[1])
        self._changed(self._now)

    def end(self, at: QPointF) -> None:
        """See `mouse.Drag`."""
        self._changed(None)
        self._ended(self._now)

    def cancel(self) -> None:
        """The mark stays where it was."""
        self._changed(None)
