"""Small parts that panes are put together from: cards, sections, lines."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.plain_label import PlainLabel

_SCREEN_SHARE = 0.9


class Card(QFrame):
    """A raised rounded frame with a column inside.

    Args:
        edge: colour of the frame where it means something.
    """

    def __init__(self, edge: theme.Colour | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        if edge is not None:
            theme.dress(self, f'QFrame[role="card"] {{ border: 1px solid ${edge.name}; }}')
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(6)


class Section(QWidget):
    """A titled part of a pane."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(PlainLabel(title, "heading"))


class Tall:
    """Mixed into a widget that shall be as high as its wrapped words need at its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._claim_height()

    def event(self, event: QEvent) -> bool:
        """Other words or another size of words."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._claim_height()
        return is_handled

    def _claim_height(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))


class TallPage(Tall, QWidget):
    """Contents of a scroll area."""


def rule() -> QFrame:
    """A thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and deletes it."""
    while layout.count():
        entry = layout.takeAt(0)
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class _HeightKeeper(QObject):
    """Keeps a dialog high enough while its words, their size or its width change."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows what is laid out anew."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            watched.setMinimumHeight(watched.layout().totalHeightForWidth(watched.width()))
        return super().eventFilter(watched, event)


def fit_height(dialog: QWidget) -> None:
    """Gives a dialog the height that its wrapped texts need at its least width.

    Qt's own guess is for a narrower one; the rest would be spread between the lines.
    """
    for part in (dialog, *dialog.findChildren(QWidget)):
        part.ensurePolished()  # sizes come from the style sheet
    layout = dialog.layout()
    layout.invalidate()
    width = max(dialog.minimumWidth(), layout.totalMinimumSize().width())
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    dialog.setMinimumSize(width, layout.totalHeightForWidth(width))
    dialog.resize(dialog.minimumSize())
    dialog.installEventFilter(_HeightKeeper(dialog))


def fit_screen(dialog: QWidget, width: int, height: int) -> None:
    """Gives a dialog that size, larger with larger words, but never larger than the screen."""
    wanted = QSize(width, height) * theme.text_scale()
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * _SCREEN_SHARE))


def keep_tab_order(panel: QWidget, layout: QLayout) -> None:
    """Lets Tab reach what was made anew where it stands, not at the end of the window."""
    before = panel.previousInFocusChain()
    while before is not panel and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    for part in _widgets_of(layout):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, part)
            before = part


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        entry = layout.itemAt(place)
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _widgets_of(inner)
