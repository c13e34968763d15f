"""Connects the marks and masks of every pane to the session, and asks for known lengths."""

from PySide6.QtCore import QObject

from desktop.commands.context import Prompts
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.image.marks.layer import MarksLayer
from desktop.views.image.masks.masks_layer import MasksLayer
from desktop.views.image.view_history import ViewHistory
from engine.measure.mark import Point, utc_now
from engine.measure.scale import Calibration


class Marking(QObject):
    """What the marks of all panes have in common.

    Args:
        state: the session's state.
        prompts: asks the person.
    """

    def __init__(self, state: SessionState, prompts: Prompts, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._prompts = state, prompts
        self._layers: dict[ImageView, MarksLayer] = {}
        self._masks: dict[ImageView, MasksLayer] = {}

    def join(self, image: ImageView) -> None:
        """One more pane."""
        layer = MarksLayer(image, self._state, self)
        self._masks[image] = MasksLayer(image, self._state, self)
        layer.calibration_drawn.connect(self._calibrate)
        self._layers[image] = layer
        ViewHistory(image, self._state, self)

    def layer(self, image: ImageView) -> MarksLayer:
        """The marks of a pane that has joined."""
        return self._layers[image]

    def masks(self, image: ImageView) -> MasksLayer:
        """The masks of a pane that has joined."""
        return self._masks[image]

    def _calibrate(self, item: Item, ends: tuple[Point, Point]) -> None:
        known_mm = self._prompts.ask_millimetres()
        sheet = self._state.marks.sheet(item)
        if known_mm is None or sheet is None:
            return
        calibration = Calibration(ends, known_mm, utc_now())
        changed = sheet.with_calibration(calibration)
        self._state.marks.change(item, changed, self.tr("Calibration"))
