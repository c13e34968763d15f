"""Window drags and turned images can be undone: files them with the history of the image shown."""

from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.image.orientation import Orientation
from engine.images.radiograph import Lut, Window


class ViewHistory(QObject):
    """Listens to the view of one pane; a drag is one step, however long it was.

    Args:
        view: the image view.
        state: the session's state.
    """

    def __init__(self, view: ImageView, state: SessionState, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._state = view, state
        self._is_going_back = False
        view.window_dragged.connect(self._window_dragged)
        view.orientation_changed.connect(self._turned)

    def _window_dragged(self, before: Window | Lut | None, after: Window | Lut | None) -> None:
        item = self._item()
        if item is None or before is None or after is None:
            return
        self._state.history.did(
            item,
            self.tr("Window"),
            partial(self._show_window, item, before),
            partial(self._show_window, item, after),
        )

    def _turned(self, before: Orientation, after: Orientation) -> None:
        item = self._item()
        if item is None or self._is_going_back:
            return
        self._state.history.did(
            item,
            self.tr("Turn or flip"),
            partial(self._lay, item, before),
            partial(self._lay, item, after),
        )

    def _item(self) -> Item | None:
        radiograph = self._view.radiograph()
        found = (item for item in self._state.workspace.on_screen if self._shows(item))
        return None if radiograph is None else next(found, None)

    def _shows(self, item: Item) -> bool:
        """Whether the view still shows that image, maybe decoded anew, and is there itself."""
        if not isValid(self._view):
            return False
        return item.radiograph is not None and item.radiograph is self._view.radiograph()

    def _show_window(self, item: Item, voi: Window | Lut) -> None:
        if self._shows(item):
            self._view.set_voi(voi)

    def _lay(self, item: Item, orientation: Orientation) -> None:
        if self._shows(item):
            self._is_going_back = True
            self._view.lay(orientation)
            self._is_going_back = False
