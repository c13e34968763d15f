"""Keeps theme and text size of the application as the settings say, also while they change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.views import theme


class Look(QObject):
    """Dresses the application whenever a setting or the system's theme changes.

    Made before the first window: widgets ask for colours and fonts. The style sheet waits for
    `dress`, because under one each widget that gets a parent is dressed anew.

    Args:
        app: the application.
        settings: of this user.
    """

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        settings.changed.connect(self._on_setting)
        app.styleHints().colorSchemeChanged.connect(self._on_system_theme)
        theme.choose(app, *self._wanted())

    def dress(self) -> None:
        """Lays the style sheet over the finished windows, and over all that follow."""
        theme.cover(self._app)

    def _on_setting(self, name: str) -> None:
        if name in ("look/theme", "look/text_size"):
            self._apply()

    def _on_system_theme(self, _scheme: object) -> None:
        if self._settings.get("look/theme") == theme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        theme.use(self._app, *self._wanted())
        self.changed.emit()

    def _wanted(self) -> tuple[str, int]:
        """Theme and size of the words in percent."""
        percent = int(str(self._settings.get("look/text_size")))
        return str(self._settings.get("look/theme")), percent
