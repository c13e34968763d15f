"""A report as a PDF file in memory.

Qt hides what goes wrong while it writes to a disk (a full one gives a truncated file and no error),
so the pages are drawn into memory; `engine.files.atomic_write` puts them on the disk.
"""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.glyphs import is_any_font_here
from desktop.printing.pages import PAPERS, Pages
from desktop.printing.typography import UNITS_PER_INCH
from engine.errors import OutputError
from engine.language import said
from engine.report.content import ReportContent

_DATES = re.compile(rb"/(?:CreationDate|ModDate) \([^)]*\)")
_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmp:CreatorTool="WhyRay"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
    '</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)  # without the dates that Qt would write
_SPACE = QUuid("{5b6f0f4c-6b0e-4f0e-9d53-2a0f3f6f8a11}")  # of the ids of our documents


def pdf_bytes(content: ReportContent, *, paper: str = "A4", has_details: bool = False) -> bytes:
    """The pages of a report. The same content in the same language gives the same bytes.

    (In one process; between processes only where `writing_application` made the application.)
    When it was made is printed on the pages; the file's own date is left blank. Needs a
    `QGuiApplication`; may be called on any thread.

    Args:
        content: what it says, translated here.
        paper: a key of `PAPERS`.
        has_details: add the pages of details.

    Raises:
        OutputError: this computer has no font, or Qt could not draw.
    """
    if not is_any_font_here():
        raise OutputError(
            said("this computer has no font to write a report with."),
            hint=said("Install any font, for instance Noto Sans or DejaVu Sans."),
        )
    pages = Pages(content, paper, has_details=has_details)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(QPageSize(QSizeF(*PAPERS[paper]), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    title = f"Report {content.report_id}"  # letters and digits only
    writer.setTitle(title)
    writer.setDocumentXmpMetadata(QByteArray(_XMP.format(title=title).encode()))
    writer.setCreator("WhyRay")
    if hasattr(writer, "setDocumentId"):
        writer.setDocumentId(QUuid.createUuidV5(_SPACE, QByteArray(content.report_id.encode())))
    painter = QPainter()
    if not painter.begin(writer):
        raise OutputError(said("the report could not be drawn."))
    pages.draw_all(painter, writer.newPage)
    painter.end()
    return _DATES.sub(lambda found: b" " * len(found[0]), bytes(buffer.data().data()))
