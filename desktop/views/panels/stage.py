"""The middle of the window: the welcome page, or the panes side by side."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.state.company import company_of
from desktop.state.panes import LAYOUTS
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.panels.company_bar import CompanyBar
from desktop.views.panels.error_page import ErrorPage
from desktop.views.panels.pane import Pane
from desktop.views.panels.welcome_page import WelcomePage


class Stage(QWidget):
    """Arranges the panes. `image` is the focused one's radiograph.

    Args:
        state: the session's state.
        welcome: the empty state.
    """

    view_focused = Signal(object)  # the ImageView that commands are meant for now
    retry_asked = Signal()  # for the item of the focused pane
    close_asked = Signal()

    def __init__(
        self, state: SessionState, welcome: WelcomePage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self.welcome = welcome
        self._panes: dict[int, Pane] = {}
        self._each: list[Callable[[ImageView], None]] = []
        self._body, self._company = QWidget(), CompanyBar()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._company)
        self._grid = QGridLayout()
        body.addLayout(self._grid, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._pages = QStackedWidget()
        for page in (welcome, self._body):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        workspace, panes = state.workspace, state.panes
        panes.layout_changed.connect(self._arrange)
        panes.maximised.connect(self._arrange)
        panes.focus_changed.connect(self._mark)
        panes.pane_changed.connect(self._tell_company)
        workspace.item_changed.connect(self._learn)
        workspace.items_added.connect(self._show_page)
        workspace.item_removed.connect(self._show_page)
        self._arrange()
        self._show_page()

    @property
    def focused(self) -> Pane:
        """The pane that commands and panels talk to."""
        return self._panes[self._state.panes.focused]

    @property
    def image(self) -> ImageView:
        """The radiograph of the focused pane."""
        return self.focused.image

    @property
    def error(self) -> ErrorPage:
        """The error page of the focused pane."""
        return self.focused.error

    @property
    def views(self) -> tuple[ImageView, ...]:
        """The radiographs of all panes on screen, in reading order."""
        return tuple(self._panes[number].image for number in self._state.panes.visible)

    @property
    def every_view(self) -> tuple[ImageView, ...]:
        """The radiographs of all panes, also of those that are not on screen."""
        return tuple(pane.image for pane in self._panes.values())

    def pane(self, number: int) -> Pane:
        """A pane that is or was on screen."""
        return self._panes[number]

    def each_view(self, use: Callable[[ImageView], None]) -> None:
        """Calls `use` with the view of every pane, also of those that are made later."""
        self._each.append(use)
        for pane in self._panes.values():
            use(pane.image)

    def _arrange(self, _how: object = None) -> None:
        visible = self._state.panes.visible
        columns = LAYOUTS[self._state.panes.layout][1]
        for number, pane in self._panes.items():
            self._grid.removeWidget(pane)
            pane.setVisible(number in visible)
        for place, number in enumerate(visible):
            self._grid.addWidget(self._made(number), place // columns, place % columns)
            self._panes[number].show()
        for line in range(max(LAYOUTS[name][1] for name in LAYOUTS)):  # panes of equal size
            self._grid.setColumnStretch(line, 1 if line < min(columns, len(visible)) else 0)
            self._grid.setRowStretch(line, 1 if line * columns < len(visible) else 0)
        self._mark()
        self._tell_company()

    def _learn(self, item: Item, changed: frozenset) -> None:
        if "facts" in changed and item.listed in self._state.workspace.on_screen:
            self._tell_company()

    def _tell_company(self, _number: int = 0) -> None:
        """Says above the panes whose images they are; images under a maximised one count too."""
        panes = self._state.panes
        items = [panes.item(number) for number in self._panes]
        company = company_of(items)
        has_several = sum(item is not None for item in items) > 1
        for place, pane in enumerate(self._panes.values()):
            pane.identity.show_company(company if has_several else None, place)
        self._company.show_company(company)

    def _made(self, number: int) -> Pane:
        if number not in self._panes:
            pane = Pane(self._state, number, self._body)
            pane.pressed.connect(self._state.panes.focus)
            pane.error.retry_asked.connect(self._ask_to_retry)
            pane.error.close_asked.connect(self._ask_to_close)
            self._panes[number] = pane
            for use in self._each:
                use(pane.image)
        return self._panes[number]

    def _mark(self, _number: int = 0) -> None:
        panes = self._state.panes
        for number in panes.visible:
            is_marked = number == panes.focused
            self._panes[number].frame(is_marked=is_marked, has_border=len(panes.visible) > 1)
        self.view_focused.emit(self.image)

    def _ask_to_retry(self) -> None:
        self._focus_of(self.sender())
        self.retry_asked.emit()

    def _ask_to_close(self) -> None:
        self._focus_of(self.sender())
        self.close_asked.emit()

    def _focus_of(self, page: object) -> None:
        for number, pane in self._panes.items():
            if pane.error is page:
                self._state.panes.focus(number)

    def _show_page(self, _what: object = None) -> None:
        has_items = bool(self._state.workspace.items)
        self._pages.setCurrentWidget(self._body if has_items else self.welcome)
