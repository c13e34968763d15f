"""Icons by name, from ``resources/icons``, drawn in the colours of the theme in use."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import RESOURCES
from desktop.views import theme

ICONS = RESOURCES / "icons"
_INK = b"#d6dbe3"  # what the files draw their lines with
_SIZES_PX = (16, 24, 32, 48, 64)


def icon(name: str) -> QIcon:
    """The icon ``resources/icons/<name>.svg``; its lines in the theme's colour for words."""
    path = ICONS / f"{name}.svg"
    drawing = path.read_bytes()
    if _INK not in drawing:
        return QIcon(str(path))
    renderer = QSvgRenderer(QByteArray(drawing.replace(_INK, theme.TEXT.encode("ascii"))))
    made = QIcon()
    for size in _SIZES_PX:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made
