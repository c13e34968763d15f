"""Which file is on screen, also while it opens; the patient stands on the image itself."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.state.workspace import Item, Workspace
from desktop.views import theme, wording
from desktop.views.panels.thumbnail_strip import shown_name
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel


class IdentityBar(QWidget):
    """Name and place in the list of the item on screen.

    Args:
        workspace: the open items.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sample = Chip(parent=self)
        self._name = ElidedLabel("", "strong")
        self._place = PlainLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._sample)
        row.addWidget(self._name, 1)
        row.addWidget(self._place)
        workspace.current_changed.connect(self._show)
        workspace.items_added.connect(self._recount)
        workspace.item_removed.connect(self._recount)
        workspace.item_changed.connect(self._update)
        self._show(None)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._workspace.current and changed & {"radiograph", "frame"}:
            self._show(item)

    def _recount(self, _what: object) -> None:
        self._show(self._workspace.current)

    def _show(self, item: Item | None) -> None:
        self.setVisible(item is not None)
        if item is None:
            return
        word = wording.tr("Sample") if item.is_sample else ""
        self._sample.show_word(word, theme.ACCENT, wording.tr("A synthetic radiograph, no patient"))
        self._name.setText(shown_name(item))
        self._place.setText(self._place_text(item))

    def _place_text(self, item: Item) -> str:
        total = len(self._workspace.items)
        text = wording.tr("{n} of {total}").format(n=self._workspace.current_index + 1, total=total)
        frames = 1 if item.radiograph is None else item.radiograph.frame_count
        if frames == 1:
            return text
        frame = wording.tr("frame {n} of {count}").format(n=item.frame + 1, count=frames)
        return f"{frame}   {text}"
