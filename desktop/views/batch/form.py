"""What a batch is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.batching import Order
from desktop.language import in_words
from desktop.settings import last_folder
from desktop.state.session import SessionState
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from desktop.views.widgets.tick_box import TickBox
from engine.images.text import clean_text

_LIST_PX = 150
_ROW_PX = 22  # room for the tick
_CONTROLS = "control"  # family of the methods that look at no model


class BatchForm(QWidget):
    """Folders, model, methods and what else goes out.

    Args:
        state: the session's state.
        prompts: asks for folders.
    """

    changed = Signal()
    out_changed = Signal(object)  # Path of the results

    def __init__(
        self, state: SessionState, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._prompts = state, prompts
        self.folder, self.out = QLineEdit(), QLineEdit()
        self.model, self.methods = Chooser(), QListWidget()
        self.override = QLineEdit()
        self.has_report = TickBox(self.tr("A PDF report for every image"))
        self.hides_patients = TickBox(
            self.tr("Pseudonyms instead of patients, studies and file names")
        )
        self.hides_patients.setToolTip(
            self.tr("Letters that are burned into the pictures are not removed.")
        )
        self.hides_patients.setChecked(state.workspace.privacy.is_on)
        self.override.setPlaceholderText(self.tr("left empty: they get no score"))
        self.methods.setFixedHeight(_LIST_PX)
        self._name_fields()
        self._lay_out()
        self._connect()
        self._mask(state.workspace.privacy.is_on)
        self.list_models()
        self.list_methods()

    def order(self, *, resumes: bool, retries: bool = False) -> Order:
        """What is asked for now."""
        return Order(
            folder=Path(self.folder.text().strip()),
            out=Path(self.out.text().strip()),
            model_id=self.model.currentData() or "",
            methods=self.chosen_methods(),
            has_report=self.has_report.isChecked(),
            hides_patients=self.hides_patients.isChecked(),
            override=self.override.text().strip(),
            resumes=resumes,
            retries=retries,
        )

    def is_complete(self) -> bool:
        """Whether there is enough to begin."""
        folders = self.folder.text().strip(), self.out.text().strip()
        return all(folders) and bool(self.model.currentData())

    def chosen_methods(self) -> tuple[str, ...]:
        """Ids of the ticked methods, in the order of the list."""
        rows = [self.methods.item(row) for row in range(self.methods.count())]
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )

    def show_order(self, order: Order) -> None:
        """Fills itself in."""
        with QSignalBlocker(self):
            self.folder.setText(str(order.folder))
            self.out.setText(str(order.out))
        self._choose(order.model_id, order.methods)
        self.has_report.setChecked(order.has_report)
        self.hides_patients.setChecked(order.hides_patients)
        self.override.setText(order.override)

    def show_header(self, header: Mapping[str, Any]) -> None:
        """Fills itself in as the batch was asked for that lies in the folder of the results."""
        hides = bool(header.get("hides patients"))
        model_id = str(header.get("model", "")).partition(" ")[0]
        self._choose(model_id, tuple(header.get("methods", ())))
        if not hides:
            self.folder.setText(str(header.get("folder", "")))
        self.has_report.setChecked(header.get("report") is True)
        self.hides_patients.setChecked(hides)
        self.override.setText(str(header.get("override", "")))

    def list_models(self) -> None:
        """Offers the models of this installation."""
        chosen = self.model.currentData() or self._state.models.active_id
        self.model.clear()
        text = self.tr("{name}, version {version}")
        for model in self._state.models.stored:
            if not model.problem:
                name = text.format(name=model.name, version=model.version)
                self.model.addItem(clean_text(name), model.id)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))
        self.changed.emit()

    def list_methods(self) -> None:
        """Offers the methods, once the engine is loaded."""
        chosen = self.chosen_methods()
        self.methods.clear()
        for method in self._state.inquiry.methods:
            if method.family == _CONTROLS:
                continue
            row = QListWidgetItem(method.name)
            row.setData(Qt.ItemDataRole.UserRole, method.id)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                         | Qt.ItemFlag.ItemIsSelectable)  # fmt: skip
            is_chosen = method.id in chosen
            row.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            row.setSizeHint(QSize(0, max(_ROW_PX, self.methods.fontMetrics().height() + 6)))
            row.setToolTip(plain_tooltip(in_words(method.cost)))
            self.methods.addItem(row)

    def _choose(self, model_id: str, methods: tuple[str, ...]) -> None:
        place = self.model.findData(model_id)
        if place >= 0:
            self.model.setCurrentIndex(place)
        for row in range(self.methods.count()):
            entry = self.methods.item(row)
            is_chosen = entry.data(Qt.ItemDataRole.UserRole) in methods
            entry.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)

    def _name_fields(self) -> None:
        self.folder.setAccessibleName(self.tr("Folder of the images"))
        self.out.setAccessibleName(self.tr("Folder of the results"))
        self.model.setAccessibleName(self.tr("Model"))
        self.methods.setAccessibleName(self.tr("Methods that make pictures"))
        self.override.setAccessibleName(self.tr("Why refused images are scored"))

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(9)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(PlainLabel(self.tr("Images"), "strong"), self._with_button(self.folder))
        rows.addRow(PlainLabel(self.tr("Results"), "strong"), self._with_button(self.out))
        rows.addRow(PlainLabel(self.tr("Model"), "strong"), self.model)
        rows.addRow(PlainLabel(self.tr("Pictures by"), "strong"), self.methods)
        rows.addRow(None, self.has_report)
        rows.addRow(None, self.hides_patients)
        rows.addRow(PlainLabel(self.tr("Score refused images because"), "strong"), self.override)

    def _with_button(self, line: QLineEdit) -> QWidget:
        button = QPushButton(self.tr("Choose..."))
        button.setAutoDefault(False)
        button.setAccessibleName(line.accessibleName())
        button.clicked.connect(lambda: self._ask(line))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(button)
        return whole

    def _ask(self, line: QLineEdit) -> None:
        typed = Path(line.text().strip()) if line.text().strip() else None
        start = last_folder(self._state.settings) if typed is None else typed
        folder = self._prompts.ask_folder(start)
        if folder is None:
            return
        self._state.settings.set("files/last_folder", str(folder))
        line.setText(str(folder))
        if line is self.folder and not self.out.text().strip():
            self.out.setText(str(folder.with_name(f"{folder.name}-results")))

    def _mask(self, is_masked: bool) -> None:
        """Folders are named after patients: they can be typed and chosen, but not read."""
        mode = QLineEdit.EchoMode.Password if is_masked else QLineEdit.EchoMode.Normal
        for line in (self.folder, self.out):
            line.setEchoMode(mode)

    def _connect(self) -> None:
        for line in (self.folder, self.out):
            line.textChanged.connect(lambda _text: self.changed.emit())
        self.out.textChanged.connect(lambda text: self.out_changed.emit(Path(text.strip())))
        self._state.workspace.privacy.changed.connect(self._mask)
        self._state.models.listed.connect(self.list_models)
        self._state.inquiry.methods_listed.connect(self.list_methods)
