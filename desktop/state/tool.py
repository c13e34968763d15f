"""Which tool the left button holds, the same in every pane."""

from PySide6.QtCore import QObject, Signal

WINDOW, PAN, ZOOM, SCROLL = "window", "pan", "zoom", "scroll"


class ToolState(QObject):
    """The tool in hand, and whether the magnifier lies on the image."""

    tool_changed = Signal(str)  # name of the tool
    magnifier_changed = Signal(bool)  # True: it lies on the image

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = WINDOW
        self._is_magnifying = False

    @property
    def tool(self) -> str:
        """Its name; the tools of the image view are in `desktop.views.image.tools`."""
        return self._tool

    def choose(self, tool: str) -> None:
        """Takes another tool into the hand."""
        if tool != self._tool:
            self._tool = tool
            self.tool_changed.emit(tool)

    @property
    def is_magnifying(self) -> bool:
        """Whether the magnifier lies on the image."""
        return self._is_magnifying

    def magnify(self, is_magnifying: bool) -> None:
        """Takes the magnifier, or lays it aside."""
        if is_magnifying != self._is_magnifying:
            self._is_magnifying = is_magnifying
            self.magnifier_changed.emit(is_magnifying)

    def lay_aside(self) -> bool:
        """Back to the window tool without magnifier. False: so it was."""
        had_other = self._tool != WINDOW or self._is_magnifying
        self.choose(WINDOW)
        self.magnify(False)
        return had_other
