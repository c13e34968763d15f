"""Playing the frames of the current image, at the pace that its file asks for."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.settings import Settings
from desktop.state.workspace import Item, Workspace

SETTING = "view/frames_per_second"
_MS_PER_S = 1000.0


class CineState(QObject):
    """Which item is being played; another current item ends it.

    Args:
        workspace: the open items.
        settings: hold the pace for files that state none.
    """

    frame_due = Signal(int)  # the frame of the current item to show now
    changed = Signal(object)  # Item that is being played now | None

    def __init__(
        self, workspace: Workspace, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._workspace = workspace
        self._item: Item | None = None
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        workspace.current_changed.connect(self.stop)

    @property
    def item(self) -> Item | None:
        """What is being played."""
        return self._item

    def frames_per_second(self, item: Item) -> float:
        """What the file asks for, else what the settings say."""
        stated = None if item.radiograph is None else item.radiograph.frame_rate
        return float(self._settings.get(SETTING)) if stated is None else stated

    def start(self) -> bool:
        """Plays the current item, round and round. False: it has no frames to play."""
        item = self._workspace.current
        if item is None or item.radiograph is None or item.radiograph.frame_count == 1:
            return False
        self._item = item
        self._timer.start(round(_MS_PER_S / self.frames_per_second(item)))
        self.changed.emit(item)
        return True

    def stop(self, _current: object = None) -> bool:
        """Lets the frame on screen stand. False: nothing was being played."""
        if self._item is None:
            return False
        self._timer.stop()
        self._item = None
        self.changed.emit(None)
        return True

    def _go_on(self) -> None:
        item = self._item
        if item is None or item.radiograph is None:
            self.stop()
        else:
            self.frame_due.emit((item.frame + 1) % item.radiograph.frame_count)
