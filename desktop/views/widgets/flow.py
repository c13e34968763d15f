"""A row that goes on in the next line where it has no room: for buttons of any length."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts its parts side by side, line after line.

    Args:
        spacing: between parts and between lines, in pixels.
    """

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._parts: list[QLayoutItem] = []

    # Qt overrides

    def addItem(self, part: QLayoutItem) -> None:  # noqa: N802
        """Puts a part at the end."""
        self._parts.append(part)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def itemAt(self, place: int) -> QLayoutItem | None:  # noqa: N802
        """The part there."""
        return self._parts[place] if 0 <= place < len(self._parts) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # noqa: N802
        """Takes a part out."""
        return self._parts.pop(place) if 0 <= place < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._lay(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        """Moves the parts to their places."""
        super().setGeometry(room)
        self._lay(room, is_moving=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [part.sizeHint() for part in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """As wide as the widest part."""
        sizes = [part.minimumSize() for part in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _lay(self, room: QRect, *, is_moving: bool) -> int:
        """Goes through the lines; returns the height that they take."""
        x, y = room.left(), room.top()
        line: list[tuple[QLayoutItem, QRect]] = []
        for part in self._shown():
            size = part.sizeHint().boundedTo(QSize(max(1, room.width()), 1 << 20))
            if x > room.left() and x + size.width() > room.right() + 1:
                x, y = room.left(), y + self._end(line, is_moving=is_moving) + self.spacing()
                line = []
            line.append((part, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
        return y + self._end(line, is_moving=is_moving) - room.top()

    def _end(self, line: list[tuple[QLayoutItem, QRect]], *, is_moving: bool) -> int:
        """Puts the parts of a line in their places, at half of its height, which it returns."""
        height = max((place.height() for _, place in line), default=0)
        for part, place in line:
            if is_moving:
                part.setGeometry(place.translated(0, (height - place.height()) // 2))
        return height
