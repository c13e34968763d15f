"""Where the window stands: remembered for every screen by its name and size, never off screen."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings

SETTING = "window/places"
_LAST = "last"
_FIRST_SHARE = 0.9  # of a screen that is smaller than the first size


@dataclass(frozen=True)
class Place:
    """A window's place on one screen.

    Attributes:
        rect: of the contents when it is not maximised, in the desktop's coordinates.
        is_maximised: whether it filled the screen's free area.
    """

    rect: QRect
    is_maximised: bool = False


def restore_place(window: QWidget, settings: Settings, first_size: QSize) -> None:
    """Puts the window where it was on the screen that it was on last; else in a screen's middle."""
    stored = _read(settings)
    screens = {screen_key(screen): screen for screen in QGuiApplication.screens()}
    last = stored.get(_LAST)
    screen = screens.get(last) if isinstance(last, str) else None
    if screen is None:
        screen = QGuiApplication.primaryScreen()
    place = _place_of(stored.get(screen_key(screen)))
    free = screen.availableGeometry()
    window.setGeometry(centred(first_size, free) if place is None else clamped(place.rect, free))
    if place is not None and place.is_maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def remember_place(window: QWidget, settings: Settings) -> None:
    """Notes the window's place for the screen that it is on."""
    stored = _read(settings)
    key = screen_key(window.screen())
    rect = window.normalGeometry()
    if rect.isEmpty():
        rect = window.geometry()
    stored[key] = [*rect.getRect(), int(window.isMaximized())]
    stored[_LAST] = key
    settings.set(SETTING, json.dumps(stored))


def screen_key(screen: QScreen) -> str:
    """Tells screens apart: another resolution counts as another screen."""
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}"


def clamped(rect: QRect, free: QRect) -> QRect:
    """`rect`, moved and if need be made smaller until it lies inside `free`."""
    size = rect.size().boundedTo(free.size())
    left = min(max(rect.left(), free.left()), free.left() + free.width() - size.width())
    top = min(max(rect.top(), free.top()), free.top() + free.height() - size.height())
    return QRect(QPoint(left, top), size)


def centred(size: QSize, free: QRect) -> QRect:
    """A rectangle of that size, or less where the screen is small, in the middle of `free`."""
    rect = QRect(QPoint(0, 0), size.boundedTo(free.size() * _FIRST_SHARE))
    rect.moveCenter(free.center())
    return rect


def _read(settings: Settings) -> dict[str, object]:
    try:
        stored = json.loads(str(settings.get(SETTING)) or "{}")
    except ValueError:
        return {}
    return stored if isinstance(stored, dict) else {}


def _place_of(numbers: object) -> Place | None:
    """What was stored for a screen; None where it is damaged."""
    is_whole = isinstance(numbers, list) and len(numbers) == 5
    if not is_whole or not all(isinstance(number, int) for number in numbers):
        return None
    left, top, width, height, is_maximised = numbers
    if width <= 0 or height <= 0:
        return None
    return Place(QRect(left, top, width, height), bool(is_maximised))
