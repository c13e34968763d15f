"""What a person opened last, for a menu; remembered in the settings, never in privacy mode."""

import json
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.settings import Settings

MOST = 10
_ENTRIES, _WANTED = "files/recent", "files/remembers_recent"


class Recent(QObject):
    """Files, folders and archives that were opened, the last one first.

    Args:
        settings: where they are remembered.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_masked = False
        settings.changed.connect(self._settings_changed)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths, last one first; none while masked or when nobody wants them remembered."""
        return () if self._is_masked or not self._settings.get(_WANTED) else self._stored()

    def remember(self, paths: Iterable[Path]) -> None:
        """Puts paths first. In privacy mode nothing is remembered."""
        if self._is_masked or not self._settings.get(_WANTED):
            return
        kept = dict.fromkeys([*reversed(list(paths)), *self._stored()])
        self._store(list(kept)[:MOST])

    def forget(self) -> None:
        """Remembers nothing any more."""
        self._store([])

    def drop(self, paths: frozenset[Path]) -> None:
        """Forgets some of them."""
        kept = [path for path in self._stored() if path not in paths]
        self._store(kept)

    def set_masked(self, is_masked: bool) -> None:
        """Hides them, as names of files may be those of patients."""
        self._is_masked = is_masked
        self.changed.emit()

    def _stored(self) -> tuple[Path, ...]:
        try:
            names = json.loads(str(self._settings.get(_ENTRIES)) or "[]")
        except ValueError:
            return ()
        if not isinstance(names, list):
            return ()
        return tuple(Path(name) for name in names[:MOST] if isinstance(name, str) and name)

    def _store(self, paths: list[Path]) -> None:
        # ASCII with escapes: also names that are no valid text survive.
        names = json.dumps([str(path) for path in paths])
        self._settings.set(_ENTRIES, "" if not paths else names)

    def _settings_changed(self, name: str) -> None:
        if name in (_ENTRIES, _WANTED):
            if not self._settings.get(_WANTED):
                self._settings.set(_ENTRIES, "")
            self.changed.emit()
