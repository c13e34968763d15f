"""Keeps theme and text size of the application as the settings say, also while they change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.views import theme


class Look(QObject):
    """Dresses the application now and whenever a setting or the system's theme changes.

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
        self._apply()

    def _on_setting(self, name: str) -> None:
        if name in ("look/theme", "look/text_size"):
            self._apply()

    def _on_system_theme(self, _scheme: object) -> None:
        if self._settings.get("look/theme") == theme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        percent = int(str(self._settings.get("look/text_size")))
        theme.use(self._app, str(self._settings.get("look/theme")), percent)
        self.changed.emit()
