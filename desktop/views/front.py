"""The window on screen, made anew in another language over the same desk and state."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.jobs.desk import Desk
from desktop.language import Translations
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.main_window import MainWindow
from engine.errors import WhyRayError

SETTING = "look/language"


class Front(QObject):
    """Holds the main window; what is open, scored, explained, marked or arranged outlives it.

    Every text is asked for when a widget is made, so a window in another language is another
    window. The one before is deleted as a whole, with its dialogs and everything that listens.

    Args:
        desk: outlives the windows.
        translations: exchanged when the setting changes.
        make_window: gives a new window over the desk.
    """

    renewed = Signal()  # `window` is another one
    closed = Signal()  # the person closed it

    def __init__(
        self,
        desk: Desk,
        translations: Translations,
        make_window: Callable[[Desk], MainWindow] = MainWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._translations = translations
        self._make_window = make_window
        self._is_in_settings = False
        self.window = self._made()
        self._tell_problem()
        desk.state.settings.changed.connect(self._on_setting)

    def show_error(self, error: WhyRayError) -> None:
        """Shows an error that belongs to no open file."""
        self.window.notice.show_error(error)

    def write_actions(self) -> None:
        """The theme or the size of words is another one: icons in its colours."""
        self.window.actions_by_id.write()

    def _made(self) -> MainWindow:
        window = self._make_window(self._desk)
        window.closed.connect(self.closed)
        return window

    def _on_setting(self, name: str) -> None:
        if name == SETTING:
            QTimer.singleShot(0, self, self._speak)  # whoever changed it still stands in a window

    def _speak(self) -> None:
        """Changes the language once no dialog and no menu is open."""
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None or dialog is not None:
            self._is_in_settings |= isinstance(dialog, SettingsDialog)
            (popup if popup is not None else dialog).close()
            QTimer.singleShot(0, self, self._speak)
            return
        self._translations.use(str(self._desk.state.settings.get(SETTING)))
        self._renew()
        self._tell_problem()
        if self._is_in_settings:
            self._is_in_settings = False
            QTimer.singleShot(0, self.window, self.window.actions_by_id["settings"].trigger)

    def _renew(self) -> None:
        before = self.window
        before.remember()
        before.closed.disconnect(self.closed)
        self.window = self._made()
        self.window.take_over(before)
        before.hide()
        before.let_go()
        before.deleteLater()
        self.renewed.emit()

    def _tell_problem(self) -> None:
        if self._translations.problem:
            self.show_error(WhyRayError(self._translations.problem))
