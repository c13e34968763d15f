"""Connects the hand of every pane to the session: tool, habits, paging, opacity."""

from PySide6.QtCore import QObject

from desktop.jobs.desk import Desk
from desktop.state.overlay import OPACITY_STEP
from desktop.views.image.habits import Habits
from desktop.views.image.image_view import ImageView


class Hands(QObject):
    """What the hands of all panes have in common.

    Args:
        desk: takes the requests for other images and frames.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state = desk.state
        self._images: list[ImageView] = []
        self._state.tool.tool_changed.connect(self._take)
        self._state.tool.magnifier_changed.connect(self._magnify)

    def join(self, image: ImageView) -> None:
        """One more pane."""
        tool = self._state.tool
        image.hand.habits = self.habits
        image.hand.take(tool.tool)
        image.hand.magnify(tool.is_magnifying)
        self._images.append(image)
        image.frame_step_asked.connect(self._desk.step_frame)
        image.image_step_asked.connect(self._desk.step)
        image.opacity_step_asked.connect(self._change_opacity)

    def _take(self, tool: str) -> None:
        for image in self._images:
            image.hand.take(tool)

    def _magnify(self, is_magnifying: bool) -> None:
        for image in self._images:
            image.hand.magnify(is_magnifying)

    def habits(self) -> Habits:
        """What the person chose about the mouse."""
        settings = self._state.settings
        return Habits(
            wheel=str(settings.get("view/wheel")),
            is_level_inverted=bool(settings.get("view/is_level_inverted")),
            lens_factor=float(settings.get("view/lens_factor")),
        )

    def _change_opacity(self, notches: int) -> None:
        overlay = self._state.overlay
        overlay.change(opacity=overlay.look.opacity + notches * OPACITY_STEP)
