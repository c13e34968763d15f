"""The dialog of a report: the form beside the pages as they will be printed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.printing.letterhead import letterhead_of
from desktop.printing.press import Order, Press
from desktop.printing.printer import print_report, printer_for
from desktop.settings import last_folder
from desktop.state.session import SessionState
from desktop.system_facts import part_version
from desktop.views import wording
from desktop.views.report.form import ReportForm, Written
from desktop.views.report.order import look_of
from desktop.views.report.paper_view import PaperView
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import WhyRayError
from engine.report.content import PRELIMINARY

if TYPE_CHECKING:  # brings ONNX Runtime
    from desktop.commands.context import Prompts
    from engine.report.content import ReportContent
    from engine.report.request import Reading, Wishes

_WIDTH_PX, _HEIGHT_PX, _FORM_PX = 1120, 820, 330
_PAUSE_MS = 300  # after the last change
_SHUTDOWN_S = 5.0


class ReportDialog(QDialog):
    """Writes, saves and prints the report of one image.

    Args:
        state: the session's state.
        reading: what is known of the image; does not change while the dialog is open.
        prompts: asks where to save.
        impression: what was written on this image before.
    """

    written = Signal(str, str)  # status and reader of a report that was saved or printed

    def __init__(
        self,
        state: SessionState,
        reading: Reading,
        prompts: Prompts,
        impression: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Report"))
        self._state, self._reading, self._prompts = state, reading, prompts
        self._letterhead, problem = letterhead_of(state.settings)
        self.form = ReportForm(
            state.settings, impression, is_deidentified=state.workspace.privacy.is_on
        )
        self.paper = PaperView()
        self.told = PlainLabel("", "muted", wraps=True)
        self.problem = PlainLabel("", "stop", wraps=True)
        self._press = Press(self)
        self._given = (PRELIMINARY, "")  # status and reader of the report that leaves the program
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        fit_screen(self, _WIDTH_PX, _HEIGHT_PX)
        if problem is not None:
            self._tell_error(problem)
        self._draw()

    @property
    def impression(self) -> str:
        """What the reader has written."""
        return self.form.written().impression

    def done(self, result: int) -> None:
        """Remembers the choices and lets the worker go."""
        self.form.remember()
        self._soon.stop()
        self._press.close(_SHUTDOWN_S)
        super().done(result)

    def _build(self) -> None:
        self.save = QPushButton(self.tr("Save PDF..."))
        self.save.setProperty("role", "primary")
        self.print = QPushButton(self.tr("Print..."))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.save, self.print, self.close_button):
            button.setAutoDefault(False)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.form, 1)
        left.addWidget(self.told)
        left.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        left.addLayout(buttons)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(max(_FORM_PX, side.sizeHint().width()))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 14)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.paper, 1)
        self.form.impression.setFocus()

    def _connect(self) -> None:
        self.form.changed.connect(self._soon.start)
        self.form.changed.connect(self._offer)
        self.paper.width_changed.connect(self._soon.start)
        self._soon.timeout.connect(self._draw)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(lambda: self._press.compose(self._order_to_give()))
        self.close_button.clicked.connect(self.accept)
        self._press.drawn.connect(self.paper.show_pages)
        self._press.saved.connect(self._tell_saved)
        self._press.composed.connect(self._print)
        self._press.failed.connect(self._tell_error)

    def _order(self) -> Order:
        """As the form stands; what is not complete yet is shown as preliminary."""
        written = self.form.written()
        return Order(self._reading, self._wishes(written), written.paper, written.has_details)

    def _order_to_give(self) -> Order:
        order = self._order()
        self._given = (order.wishes.status, order.wishes.reader)
        return order

    def _wishes(self, written: Written) -> Wishes:
        from engine.report.request import Wishes

        return Wishes(
            created=datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
            program=f"WhyRay {part_version('whyray')}",
            impression=written.impression,
            status=written.status if written.is_complete else PRELIMINARY,
            reader=written.reader,
            role=written.role,
            is_deidentified=written.is_deidentified,
            letterhead=self._letterhead,
            look=look_of(self._state, is_contour=written.is_contour),
        )

    def _offer(self) -> None:
        is_complete = self.form.written().is_complete
        self.save.setEnabled(is_complete)
        self.print.setEnabled(is_complete)

    def _draw(self) -> None:
        self._press.draw(self._order(), self.paper.page_width_px)

    def _save(self) -> None:
        folder = last_folder(self._state.settings)
        path = self._prompts.ask_report_to_save(folder, self._file_name())
        if path is not None:
            self._tell(self.tr("Saving ..."))
            self._press.save(self._order_to_give(), path)

    def _file_name(self) -> str:
        """Names of files may hold names of patients."""
        if self.form.written().is_deidentified:
            return "report.pdf"
        return f"{self._reading.radiograph.path.stem}.report.pdf"

    def _print(self, content: ReportContent) -> None:
        written = self.form.written()
        printer = printer_for(written.paper)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        try:
            print_report(content, printer, paper=written.paper, has_details=written.has_details)
        except WhyRayError as error:
            self._tell_error(error)
        else:
            self._tell(self.tr("Sent to the printer."))
            self.written.emit(*self._given)

    def _tell_saved(self, path: Path) -> None:
        self._tell(self.tr("Saved {name}.").format(name=path.name))
        self.written.emit(*self._given)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.problem.setText("")

    def _tell_error(self, error: WhyRayError) -> None:
        self.told.setText("")
        self.problem.setText(wording.error_text(error))
