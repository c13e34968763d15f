"""Icons by name, from ``resources/icons``."""

from PySide6.QtGui import QIcon

from desktop.paths import RESOURCES

ICONS = RESOURCES / "icons"


def icon(name: str) -> QIcon:
    """The icon ``resources/icons/<name>.svg``."""
    return QIcon(str(ICONS / f"{name}.svg"))
