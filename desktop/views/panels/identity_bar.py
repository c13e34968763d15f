"""Which file is on screen, also while it opens; the patient stands on the image itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.state.workspace import Item, Workspace
from desktop.views import theme, wording
from desktop.views.panels.thumbnail_strip import shown_name
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel


class IdentityBar(QWidget):
    """Name and place in the list of the item of one pane.

    Args:
        workspace: the open items.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identity")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.dress(self, "QWidget#identity { background: $PANEL; }")
        self._workspace = workspace
        self._item: Item | None = None
        self._sample = Chip(parent=self)
        self._name = ElidedLabel("", "strong")
        self._place = PlainLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._sample)
        row.addWidget(self._name, 1)
        row.addWidget(self._place)
        workspace.items_added.connect(self._recount)
        workspace.item_removed.connect(self._recount)
        workspace.item_changed.connect(self._update)
        workspace.privacy.changed.connect(self._recount)
        self.show_item(None)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._item and changed & {"radiograph", "frame"}:
            self.show_item(item)

    def _recount(self, _what: object) -> None:
        if self._item is not None and self._workspace.index_of(self._item) < 0:
            self._item = None
        self.show_item(self._item)

    def show_item(self, item: Item | None) -> None:
        """Names another item, or hides."""
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        word = wording.tr("Sample") if item.is_sample else ""
        self._sample.show_word(word, theme.ACCENT, wording.tr("A synthetic radiograph, no patient"))
        self._name.setText(shown_name(item, is_masked=self._workspace.privacy.is_on))
        self._place.setText(self._place_text(item))

    def _place_text(self, item: Item) -> str:
        total = len(self._workspace.items)
        text = wording.tr("{n} of {total}").format(
            n=self._workspace.index_of(item) + 1, total=total
        )
        frames = 1 if item.radiograph is None else item.radiograph.frame_count
        if frames == 1:
            return text
        frame = wording.tr("frame {n} of {count}").format(n=item.frame + 1, count=frames)
        return f"{frame}   {text}"
