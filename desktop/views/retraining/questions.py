"""What is asked before something of a training is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.language import translate


def ask_cancel(parent: QWidget, name: str) -> bool:
    """Whether a running training shall end."""
    return _ask(
        parent,
        translate("Retraining", 'Cancel the training of "{name}"?').format(name=name),
        translate(
            "Retraining",
            "What was learned up to the last finished round is kept, and the training can be "
            "gone on with later.",
        ),
        translate("Retraining", "Cancel training"),
        translate("Retraining", "Let it run"),
    )


def ask_delete(parent: QWidget, name: str, *, is_alive: bool) -> bool:
    """Whether a training and all that it made shall be removed."""
    text = translate("Retraining", 'Delete the training of "{name}"?').format(name=name)
    more = translate(
        "Retraining",
        "Its curves, its log and its result are removed for good. A model that was taken into use "
        "stays.",
    )
    if is_alive:
        more = translate("Retraining", "It is running and will be ended first.") + " " + more
    return _ask(
        parent,
        text,
        more,
        translate("Retraining", "Delete"),
        translate("Retraining", "Keep"),
    )


def _ask(parent: QWidget, text: str, more: str, yes: str, no: str) -> bool:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Retraining", "Retraining"))
    box.setText(text)
    box.setInformativeText(more)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    kept = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(kept)
    box.setEscapeButton(kept)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is agreed
