"""A report on a printer."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.printing.pages import PAPERS, Pages
from desktop.printing.typography import UNITS_PER_INCH
from engine.errors import OutputError
from engine.language import said
from engine.report.content import ReportContent


def printer_for(paper: str) -> QPrinter:
    """The system's printer, set up for that paper (a key of `PAPERS`)."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QSizeF(*PAPERS[paper]), QPageSize.Unit.Point))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    return printer


def print_report(
    content: ReportContent, printer: QPrinter, *, paper: str, has_details: bool
) -> None:
    """Prints every page, on the thread of the window.

    Raises:
        OutputError: the printer cannot be reached.
    """
    pages = Pages(content, paper, has_details=has_details)
    painter = QPainter()
    if not painter.begin(printer):
        raise OutputError(
            said("the printer cannot be reached."), hint=said("Check that it is on and connected.")
        )
    scale = printer.resolution() / UNITS_PER_INCH
    painter.scale(scale, scale)
    pages.draw_all(painter, printer.newPage)
    painter.end()
