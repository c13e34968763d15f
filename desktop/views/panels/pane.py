"""One pane of the stage: which file it shows, and the image or what stands in its place."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.state.overlay import OverlayLook
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Status
from desktop.views import theme, wording
from desktop.views.image.image_view import ImageView, OverlayStyle
from desktop.views.panels.error_page import ErrorPage
from desktop.views.panels.identity_bar import IdentityBar
from desktop.views.panels.thumbnail_strip import shown_name
from desktop.views.widgets.override_strip import OverrideStrip
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel

SPINNER_AFTER_MS = 300
_BORDER_PX = 2


class Pane(QFrame):
    """Shows the item of one pane: nothing, opening, error or image.

    Args:
        state: the session's state.
        number: which pane.
    """

    pressed = Signal(int)  # number of a pane that was clicked or reached by the keyboard

    def __init__(self, state: SessionState, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._state = state
        self.number = number
        self.image = ImageView()
        self.image.setAccessibleName(self.tr("Radiograph"))
        self.error = ErrorPage()
        self.identity = IdentityBar(state.workspace)
        self._opening, self._empty = _OpeningPage(self), _EmptyPage()
        self._override = OverrideStrip()
        self._shown_radiograph: object = None
        self._pages = QStackedWidget()
        for page in (self._empty, self._opening, self.error, self.image):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.identity)
        column.addWidget(self._override)
        column.addWidget(self._pages, 1)
        self.frame(is_marked=False, has_border=False)
        state.panes.pane_changed.connect(self._turn_to)
        state.workspace.item_changed.connect(self._update)
        state.overlay.look_changed.connect(self._paint_as)
        state.workspace.privacy.changed.connect(self.error.set_masked)
        self.error.set_masked(state.workspace.privacy.is_on)
        for watched in (self, self.image, self.image.viewport()):
            watched.installEventFilter(self)
        self._paint_as(state.overlay.look)
        self._show(self.item())

    def item(self) -> Item | None:
        """What it shows."""
        return self._state.panes.item(self.number)

    def frame(self, *, is_marked: bool, has_border: bool) -> None:
        """Draws a border, which marks the focused one of several panes."""
        width = _BORDER_PX if has_border else 0
        colour = "ACCENT" if is_marked else "GROUND"
        self.layout().setContentsMargins(width, width, width, width)
        border = f"{width}px solid ${colour}" if width else "none"
        theme.dress(self, f"QFrame#pane {{ border: {border}; background: $BLACK; }}")

    def _turn_to(self, number: int) -> None:
        if number == self.number:
            self._show(self.item())

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is not self.item():
            return
        if changed & {"status", "radiograph", "error", "frame"}:
            self._show(item)
        elif changed & {"shown", "preliminary", "reading", "record", "is_hidden", "places"}:
            self._override.show_item(item)
            self._show_explanation(item)

    def _show(self, item: Item | None) -> None:
        self.identity.show_item(item)
        self._override.show_item(item)
        if item is None:
            self._show_image(None)
            self._pages.setCurrentWidget(self._empty)
        elif item.error is not None:
            self._show_image(None)
            self.error.show_error(item.error)
            self._pages.setCurrentWidget(self.error)
        elif item.radiograph is None:
            self._show_image(None)
            name = shown_name(item, is_masked=self._state.workspace.privacy.is_on)
            self._opening.wait_for(name, is_working=item.status is not Status.FAILED)
            self._pages.setCurrentWidget(self._opening)
        else:
            is_other = item.radiograph is not self.image.radiograph()
            self._show_image(item)
            self._pages.setCurrentWidget(self.image)
            if is_other:  # before the panels beside it fill: this is what somebody waits for
                self.image.viewport().repaint()

    def _show_image(self, item: Item | None) -> None:
        wanted = None if item is None else (item.radiograph, item.frame)
        if wanted != self._shown_radiograph:
            self._shown_radiograph = wanted
            radiograph, frame = wanted if wanted is not None else (None, 0)
            self.image.set_explanation(None)  # before the pixels: a map never meets another image
            self.image.show_radiograph(radiograph, frame)
        self._show_explanation(item)

    def _show_explanation(self, item: Item | None) -> None:
        if item is None:
            self.image.set_explanation(None)
            return
        self.image.set_explanation(item.explanation, item.companions)
        placed = item.placed
        self.image.say_place("" if placed is None else wording.short_place_text(placed))

    def _paint_as(self, look: OverlayLook) -> None:
        self.image.set_overlay_style(
            OverlayStyle(
                colour_map=look.colour_map,
                opacity=look.opacity,
                threshold=look.threshold,
                is_signed=look.is_signed,
                is_visible=look.is_visible,
                mode=look.mode,
                fixed_high=look.fixed_high,
                is_together=look.is_together,
            )
        )

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells that the pane is used before the press does what it does."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn):
            self.pressed.emit(self.number)
        return super().eventFilter(watched, event)


class _EmptyPage(QWidget):
    """Says how an empty pane is filled."""

    def __init__(self) -> None:
        super().__init__()
        text = self.tr("Empty. Click here, then choose an image of the list.")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 20, 40, 20)
        column.addWidget(PlainLabel(text, "on_black", wraps=True))


class _OpeningPage(QWidget):
    """Says which file is being opened, once that takes long enough to notice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self.setStyleSheet(f"background: {theme.BLACK};")
        self._text = ElidedLabel("", "on_black")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(320)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 20, 40, 20)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        column.addStretch(1)
        self._timer = QTimer(parent, singleShot=True, interval=SPINNER_AFTER_MS)
        self._timer.timeout.connect(self._tell)

    def wait_for(self, name: str, *, is_working: bool) -> None:
        """Names the file after a moment."""
        self._text.setText(self.tr("Opening {name} ...").format(name=name))
        self._text.setVisible(False)
        self._bar.setVisible(False)
        if is_working:
            self._timer.start()

    def _tell(self) -> None:
        self._text.setVisible(True)
        self._bar.setVisible(True)
