"""The DICOM nodes that may be sent to, and whether each of them answers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.delivery import Delivery
from desktop.jobs.security import tls_of
from desktop.network.node import check_title, parse_node
from desktop.settings import Settings
from desktop.views import wording
from desktop.views.dicom.nodes import NODES, TITLE, kept_text, node_texts
from desktop.views.widgets.layout import Card, TallPage, clear, fit_screen
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.errors import WhyRayError

_SIZE = (600, 520)


class NodesDialog(QDialog):
    """Nodes are kept at once; testing one sends no image.

    Args:
        settings: keep the nodes and our own title.
        delivery: asks the nodes.
    """

    def __init__(
        self, settings: Settings, delivery: Delivery, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("DICOM nodes"))
        self._settings, self._delivery = settings, delivery
        self._answers: dict[str, PlainLabel] = {}
        self._tests: dict[str, QPushButton] = {}
        self._make_fields()
        self._lay_out()
        self._connect()
        self._list()
        fit_screen(self, *_SIZE)

    def nodes(self) -> tuple[str, ...]:
        """As the settings keep them."""
        return node_texts(str(self._settings.get(NODES)))

    def test(self, node: str) -> None:
        """Asks one of them whether it is there."""
        self._answers[node].set_role("muted")
        self._answers[node].setText(self.tr("Asking ..."))
        self._tests[node].setEnabled(False)
        self._delivery.ask(node, str(self._settings.get(TITLE)), tls_of(self._settings))

    def _make_fields(self) -> None:
        self.own_title = QLineEdit(str(self._settings.get(TITLE)))
        self.own_title.setMaxLength(16)
        self.own_title.setAccessibleName(self.tr("Our own title"))
        self.own_title.setToolTip(
            self.tr("The AE title that we call ourselves; the node's administrator must allow it")
        )
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("PACS@192.168.1.20:104")
        self.typed.setAccessibleName(self.tr("New node, as TITLE@HOST:PORT"))
        self.secured = TickBox(self.tr("TLS"))
        self.secured.setToolTip(
            self.tr(
                "Encrypted: the node must show a certificate that names its host. Authority, our "
                "own certificate and key are in the settings, DICOM network"
            )
        )
        self.add = QPushButton(self.tr("Add"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.add, self.close_button):
            button.setAutoDefault(False)
        self.problem = PlainLabel("", "stop", wraps=True)

    def _lay_out(self) -> None:
        about = self.tr(
            "Archives and workstations that images and results can be sent to. Nothing is sent "
            "from here; a test only asks whether the node is there and lets us in."
        )
        page = TallPage()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(12, 12, 12, 12)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        typed = QHBoxLayout()
        typed.addWidget(self.typed, 1)
        typed.addWidget(self.secured, 0, Qt.AlignmentFlag.AlignVCenter)
        typed.addWidget(self.add)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(PlainLabel(self.tr("Our own title"), "strong"), self.own_title)
        form.addRow(PlainLabel(self.tr("New node"), "strong"), typed)
        ending = QHBoxLayout()
        ending.addStretch(1)
        ending.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(about, "muted", wraps=True))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(area, 1)
        column.addLayout(ending)

    def _connect(self) -> None:
        self.own_title.editingFinished.connect(self._take_title)
        self.typed.returnPressed.connect(self._add)
        self.typed.textChanged.connect(lambda _text: self.problem.setText(""))
        self.add.clicked.connect(self._add)
        self.close_button.clicked.connect(self.accept)
        self._delivery.answered.connect(self._answer)

    def _take_title(self) -> None:
        try:
            title = check_title(self.own_title.text())
        except WhyRayError as error:
            self.problem.setText(wording.error_text(error))
            self.own_title.setText(str(self._settings.get(TITLE)))
        else:
            self._settings.set(TITLE, title)

    def _add(self) -> None:
        try:
            node = parse_node(self.typed.text())
        except WhyRayError as error:
            self.problem.setText(wording.error_text(error))
            return
        node = replace(node, has_tls=node.has_tls or self.secured.isChecked())
        self._settings.set(NODES, kept_text((*self.nodes(), str(node))))
        self.typed.clear()
        self._list()

    def _remove(self, node: str) -> None:
        self._settings.set(NODES, kept_text(tuple(n for n in self.nodes() if n != node)))
        self._list()

    def _list(self) -> None:
        clear(self._rows)
        self._answers.clear()
        self._tests.clear()
        for node in self.nodes():
            self._rows.addWidget(self._row(node))
        if not self._tests:
            self._rows.addWidget(PlainLabel(self.tr("No node is named yet."), "muted"))
        self._rows.addStretch(1)

    def _row(self, node: str) -> Card:
        card = Card()
        test, remove = QPushButton(self.tr("Test")), QPushButton(self.tr("Remove"))
        test.setAccessibleName(self.tr("Test {node}").format(node=node))
        remove.setAccessibleName(self.tr("Remove {node}").format(node=node))
        for button in (test, remove):
            button.setAutoDefault(False)
        test.clicked.connect(partial(self._press_test, node))
        remove.clicked.connect(partial(self._press_remove, node))
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(node, "strong"), 1)
        row.addWidget(test)
        row.addWidget(remove)
        answer = PlainLabel("", "muted", wraps=True)
        card.column.addLayout(row)
        card.column.addWidget(answer)
        self._answers[node], self._tests[node] = answer, test
        return card

    def _press_test(self, node: str, _is_checked: bool = False) -> None:
        self.test(node)

    def _press_remove(self, node: str, _is_checked: bool = False) -> None:
        self._remove(node)

    def _answer(self, node: str, told: str | WhyRayError) -> None:
        if node not in self._answers:
            return  # removed meanwhile
        is_bad = isinstance(told, WhyRayError)
        self._tests[node].setEnabled(True)
        self._answers[node].set_role("stop" if is_bad else "body")
        self._answers[node].setText(wording.error_text(told) if is_bad else told)
