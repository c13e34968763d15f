"""The view as a picture to keep: what is on screen, and below it what it is and what it is not."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from desktop.language import shown_words, translate
from desktop.state.workspace import Item
from desktop.views import wording
from desktop.views.image.image_view import ImageView
from desktop.views.image.text_paint import wrap
from engine.errors import OutputError
from engine.files import atomic_write
from engine.images.text import clean_text
from engine.language import said
from engine.overlay import wording as map_wording

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
JPEG_QUALITY = 95
_BAND, _INK, _WARNING = QColor(0, 0, 0), QColor(240, 240, 240), QColor(240, 180, 76)
_TEXT_PX, _PAD_PX = 13.0, 8.0
_MOST_LINES = 4  # of one sentence


def exported_view(view: ImageView, item: Item, *, is_clean: bool) -> QImage:
    """The view with a band below that says that it is for research.

    Args:
        view: shows the item.
        item: what is shown.
        is_clean: without map, marks and words; window, zoom and badges stay.

    Returns:
        RGB32, as wide as the view in device pixels.
    """
    picture = view.grab_view(is_clean=is_clean)
    lines = footer_of(item, has_map=not is_clean and view.has_overlay())
    return with_band(picture, lines, warnings=2 if item.is_overridden else 1)


def footer_of(item: Item, *, has_map: bool) -> list[str]:
    """The sentences under a picture: the research line, an override, the map."""
    lines = [translate("Wording", wording.RESEARCH_USE)]
    if item.override is not None:
        words = QCoreApplication.translate(
            "ExportedView", "Refused by the input checks, scored all the same: {reason}"
        )
        lines.append(words.format(reason=clean_text(item.override.reason)))
    explanation = item.explanation
    if has_map and explanation is not None:
        lines.append(shown_words(map_wording.title(explanation)))
    return lines


def with_band(picture: QImage, lines: list[str], warnings: int = 1) -> QImage:
    """The picture with these sentences on a black band below, the first ones as warnings."""
    ratio = picture.devicePixelRatio()
    font = QFont()
    font.setPixelSize(round(_TEXT_PX * ratio))
    metrics, pad = QFontMetricsF(font), _PAD_PX * ratio
    room = picture.width() - 2 * pad
    rows = [
        (row, _WARNING if place < warnings else _INK)
        for place, line in enumerate(lines)
        for row in wrap(metrics, line, room, _MOST_LINES)
    ]
    height = round(2 * pad + len(rows) * metrics.lineSpacing())
    whole = QImage(picture.width(), picture.height() + height, QImage.Format.Format_RGB32)
    whole.fill(_BAND)
    painter = QPainter(whole)
    plain = QImage(picture)
    plain.setDevicePixelRatio(1.0)
    painter.drawImage(0, 0, plain)
    painter.setFont(font)
    for place, (row, ink) in enumerate(rows):
        top = picture.height() + pad + place * metrics.lineSpacing()
        painter.setPen(ink)
        painter.drawText(
            QRectF(pad, top, room, metrics.lineSpacing()), Qt.AlignmentFlag.AlignLeft, row
        )
    painter.end()
    return whole


def save_picture(picture: QImage, path: Path) -> None:
    """Writes a PNG or JPEG file as a whole or not at all.

    Raises:
        OutputError: the suffix names no known format, or the disk refuses.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise OutputError(
            said("pictures are written as PNG or JPEG."),
            hint=said("Choose a name that ends in .png or .jpg."),
            file=path,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, kind, JPEG_QUALITY if kind == "JPEG" else -1)
    atomic_write(path, bytes(buffer.data().data()))
