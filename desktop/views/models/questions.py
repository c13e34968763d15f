"""Asks before a model becomes the active one, wherever that was wished for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.jobs.desk import Desk
from desktop.views.models.reason_dialog import ReasonDialog
from desktop.views.models.words import named, signature_text, trial_text
from engine.bundle.signature import UNSIGNED
from engine.bundle.store import StoredModel
from engine.registry.registry import Imported


class ActivationQuestions(QObject):
    """Offers to make a model active: after an import, and where one is chosen for all own files.

    Args:
        desk: tells of imports and wishes, and takes the answer.
        admits: the administrator's gate; takes the action's name.
        window: the dialogs belong to it.
    """

    def __init__(self, desk: Desk, admits: Callable[[str], bool], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._admits, self._window = desk, admits, window
        self.dialog: ReasonDialog | None = None
        desk.models_life.brought.connect(self._offer)
        desk.activation_asked.connect(self.ask)

    def ask(self, wanted: str) -> None:
        """Asks whether a model shall become the active one, once the administrator is here."""
        model = self._desk.state.models.find(wanted)
        if model is None or wanted == self._desk.state.models.active_id:
            return
        if self._admits(self.tr("Make a model active")):
            self._show(model, self.tr("Make this model active?"))

    def _offer(self, imported: Imported) -> None:
        model = imported.model
        if model.state != "candidate":
            return
        facts = [
            (self.tr("Trial"), trial_text(imported.trial)),
            (self.tr("Signature"), signature_text(imported.signature)),
        ]
        warning = ""
        if imported.signature == UNSIGNED:
            warning = self.tr("Nobody vouches for this model: make sure where it comes from.")
        title = self.tr("The model is here. Make it active now?")
        self._show(model, title, facts, warning)

    def _show(
        self,
        model: StoredModel,
        title: str,
        facts: list[tuple[str, str]] | None = None,
        warning: str = "",
    ) -> None:
        if self.dialog is not None:
            self.dialog.close()
        before = self._desk.state.models.find(self._desk.state.models.active_id)
        if model.is_segmentation:
            text = self.tr("{new} will find lung and heart fields from now on.")
        elif before is None:
            text = self.tr("{new} will score every image of your own from now on.")
        else:
            text = self.tr(
                "{new} takes the place of {old} for every image of your own. It is tried in a "
                "process of its own first. Results of {old} stay as they are, and you can go back."
            )
        old = "" if before is None else named(before)
        new = named(model)
        self.dialog = ReasonDialog(
            title, text.format(new=new, old=old), self.tr("Make active"), facts or [],
            warning=warning, parent=self._window,
        )  # fmt: skip
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(lambda result: self._decide(model, result))
        self.dialog.open()

    def _decide(self, model: StoredModel, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        is_wanted = dialog is not None and result == QDialog.DialogCode.Accepted
        if is_wanted and self._admits(self.tr("Make a model active")):
            self._desk.models_life.promote(model.digest, dialog.reason.text())
