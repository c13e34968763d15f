"""A report as pictures of its pages, drawn by the same painter as the PDF."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.printing.pages import Pages


def page_pictures(pages: Pages, width_px: int) -> tuple[QImage, ...]:
    """Every page on white paper; any thread.

    Args:
        pages: the report.
        width_px: of each picture, device pixels.
    """
    scale = width_px / pages.width
    height_px = max(1, round(pages.height * scale))
    return tuple(_picture(pages, number, width_px, height_px) for number in range(pages.count))


def _picture(pages: Pages, number: int, width_px: int, height_px: int) -> QImage:
    picture = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(width_px / pages.width, width_px / pages.width)
    pages.draw(painter, number)
    painter.end()
    return picture
