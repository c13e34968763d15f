"""The one gate before every action of the administrator: an open session, or a dialog first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop.jobs.administration import Administration
from desktop.language import translate
from desktop.views.administrator.password_dialogs import AskDialog, ChangeDialog, SetUpDialog
from desktop.views.wording import error_text
from engine.errors import AdministratorError


def admits(
    administration: Administration,
    parent: QWidget | None,
    what: str = "",
    *,
    with_key: bool = False,
) -> bool:
    """Whether an action of the administrator may run now; asks where no session is open.

    Args:
        administration: of the desk.
        parent: the window that waits.
        what: the action, in the language in use, to be named in the question.
        with_key: whether the site's signing key is wanted, which only the password opens.
    """
    try:
        if administration.is_admitted(with_key=with_key):
            return True
        is_set = administration.vault.is_set
    except AdministratorError as error:
        _tell(error, parent)
        return False
    make = AskDialog if is_set else SetUpDialog
    return _ask(make(administration, what, parent))


def change_password(administration: Administration, parent: QWidget | None) -> bool:
    """Asks for another password, or for the first one. False when refused."""
    try:
        is_set = administration.vault.is_set
    except AdministratorError as error:
        _tell(error, parent)
        return False
    if is_set:
        return _ask(ChangeDialog(administration, parent))
    return _ask(SetUpDialog(administration, parent=parent))


def _ask(dialog: QDialog) -> bool:
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_accepted


def _tell(error: AdministratorError, parent: QWidget | None) -> None:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("PasswordDialog", "Administrator"))
    box.setText(error_text(error))
    box.exec()
    box.deleteLater()
