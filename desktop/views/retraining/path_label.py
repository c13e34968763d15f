"""Where images lie, in one line: cut in its middle, whole in the tooltip, hidden from strangers."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.state.privacy import Privacy
from desktop.views.widgets.plain_label import ElidedLabel, plain_tooltip
from engine.errors import display_path


class PathLabel(ElidedLabel):
    """A file or folder.

    Args:
        path: where.
        privacy: while it is on, names of files are hidden, as they may be those of patients.
        role: look of the words.
    """

    def __init__(
        self, path: Path, privacy: Privacy, role: str = "strong", parent: QWidget | None = None
    ) -> None:
        self._path, self._privacy = path, privacy
        super().__init__("", role, parent=parent)
        privacy.changed.connect(self._show)
        self._show(privacy.is_on)

    def show_path(self, path: Path) -> None:
        """Another one."""
        self._path = path
        self._show(self._privacy.is_on)

    def _show(self, is_masked: bool) -> None:
        hidden = self.tr("(hidden while patients are masked)")
        text = hidden if is_masked else display_path(self._path)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription("" if is_masked else plain_tooltip(text))
