"""The frame of every dialog that delivers: what, where to, a button, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.commands.context import Prompts
from desktop.jobs.delivery import Delivery, Work
from desktop.jobs.delivery_tasks import Place, Row
from desktop.settings import Settings
from desktop.views import wording
from desktop.views.dicom.nodes_dialog import NodesDialog
from desktop.views.dicom.outcome import OutcomeList
from desktop.views.dicom.target import TargetForm
from desktop.views.widgets.layout import TallPage, fit_screen, rule
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import WhyRayError


@dataclass(frozen=True)
class Parcel:
    """What a dialog delivers.

    Attributes:
        title: of the dialog.
        about: what it does, one or two sentences.
        what: the widget that says what is delivered.
        target: where to.
        make_work: gives what is to be done for the target that is chosen.
        is_ready: whether something to deliver is chosen.
        size: width and height of the dialog to begin with.
        is_masked: leave names of files out, which may be those of patients.
    """

    title: str
    about: str
    what: QWidget
    target: TargetForm
    make_work: Callable[[Place], Work]
    is_ready: Callable[[], bool]
    size: tuple[int, int]
    is_masked: bool


class DeliveryDialog(QDialog):
    """Nothing leaves before its button is pressed; closing it stops what is under way.

    Args:
        parcel: what it delivers.
        delivery: runs it.
        settings: for the nodes.
    """

    nodes_asked = Signal()  # to change the nodes, which is the administrator's

    def __init__(
        self,
        parcel: Parcel,
        delivery: Delivery,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(parcel.title)
        self._parcel, self.target, self.what = parcel, parcel.target, parcel.what
        self._delivery, self._settings = delivery, settings
        self.outcome = OutcomeList()
        self.outcome.hide()
        self.problem = PlainLabel("", "stop", wraps=True)
        self.go = QPushButton()
        self.go.setProperty("role", "primary")
        self.stop = QPushButton(self.tr("Stop"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.go, self.stop, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.offer()
        fit_screen(self, *parcel.size)

    def words_of_button(self) -> str:
        """What the button says for the target that is chosen."""
        place = self.target.place()
        if place.node and place.folder is not None:
            return self.tr("Save and send")
        return self.tr("Send") if place.node else self.tr("Save")

    def offer(self) -> None:
        """Which buttons make sense now."""
        is_running = self._delivery.is_running
        self.go.setText(self.words_of_button())
        self.go.setEnabled(not is_running and self._parcel.is_ready() and self.target.is_complete())
        self.stop.setVisible(is_running)
        for part in (self.what, self.target):
            part.setEnabled(not is_running)

    def done(self, result: int) -> None:
        """Stops what is under way."""
        self._delivery.stop()
        super().done(result)

    def _lay_out(self) -> None:
        page = TallPage()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(10)
        inner.addWidget(PlainLabel(self._parcel.about, "muted", wraps=True))
        inner.addWidget(self.what)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(area, 3)
        column.addWidget(rule())
        column.addWidget(self.target)
        column.addWidget(self.outcome, 2)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _connect(self) -> None:
        self.go.clicked.connect(self._start)
        self.stop.clicked.connect(self._delivery.stop)
        self.close_button.clicked.connect(self.accept)
        self.target.changed.connect(self.offer)
        self.target.nodes_asked.connect(self.nodes_asked)
        self._delivery.progressed.connect(self.outcome.show_progress)
        self._delivery.told.connect(self._tell)
        self._delivery.ended.connect(self._end)

    def _start(self) -> None:
        place = self.target.place()
        try:
            work = self._parcel.make_work(place)
        except WhyRayError as error:
            self.problem.setText(self._words(error))
            return
        self.problem.setText("")
        self.outcome.show()
        self.outcome.begin()
        self._delivery.start(work)
        self.offer()

    def _tell(self, row: Row) -> None:
        self.outcome.add(row)

    def _end(self, error: WhyRayError | None) -> None:
        self.outcome.end(was_stopped=self._delivery.was_stopped)
        self.problem.setText("" if error is None else self._words(error))
        self.offer()

    def _words(self, error: WhyRayError) -> str:
        return wording.error_text(error, is_masked=self._parcel.is_masked)

    def edit_nodes(self) -> None:
        """Lets the nodes be changed, then offers those that there are."""
        dialog = NodesDialog(self._settings, self._delivery, self)
        dialog.finished.connect(lambda _result: self.target.list_nodes())
        dialog.open()


def target_form(
    settings: Settings, prompts: Prompts, *, has_folder: bool, has_node: bool
) -> TargetForm:
    """A target form, the folder chosen at first where both are offered."""
    form = TargetForm(settings, prompts, has_folder=has_folder, has_node=has_node)
    form.in_folder.setChecked(True)
    return form
