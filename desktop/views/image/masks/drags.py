"""What the left button drags while masks are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt


class StrokeDrag:
    """One press to release of brush or eraser.

    Args:
        start: where the button went down.
        paint: paints along view points.
        ended: called when the button is up.
        dropped: called when the stroke shall not have been.
    """

    def __init__(
        self,
        start: QPointF,
        paint: Callable[[tuple[QPointF, ...]], None],
        ended: Callable[[], None],
        dropped: Callable[[], None],
    ) -> None:
        self._last = start
        self._paint, self._ended, self._dropped = paint, ended, dropped
        paint((start,))

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `mouse.Drag`."""
        self._paint((self._last, to))
        self._last = to

    def end(self, at: QPointF) -> None:
        """See `mouse.Drag`."""
        if at != self._last:
            self._paint((self._last, at))
        self._ended()

    def cancel(self) -> None:
        """See `mouse.Drag`."""
        self._dropped()


class NoDrag:
    """A press whose work is done."""

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `mouse.Drag`."""

    def end(self, at: QPointF) -> None:
        """See `mouse.Drag`."""

    def cancel(self) -> None:
        """See `mouse.Drag`."""
