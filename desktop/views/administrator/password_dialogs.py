"""The dialogs of the administrator password: ask for it, set the first one, change it.

Each tries its password beside the window (`desktop.jobs.administration`), which takes about a
second by design, says so meanwhile, and counts the seconds down while nothing is taken.
"""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.administrator.errors import LockedOut, WrongPassword
from desktop.administrator.password import LEAST_LETTERS, canonical, problem_of
from desktop.jobs.administration import Administration
from desktop.language import translate
from desktop.views.administrator.password_field import PasswordField
from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import AdministratorError, WhyRayError

_WIDTH_PX = 460
_COUNT_MS = 500
_GOOD_LETTERS = 20


class PasswordDialog(QDialog):
    """What the three dialogs share: fields, the sign that one is tried, answers, the countdown.

    Args:
        administration: tries the password.
    """

    def __init__(self, administration: Administration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.administration = administration
        self.setWindowTitle(translate("PasswordDialog", "Administrator"))
        self.setMinimumWidth(_WIDTH_PX)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        self.fields: list[PasswordField] = []
        self.answer = PlainLabel("", "stop", wraps=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(translate("PasswordDialog", "The password is being checked"))
        self._keeps_place(self.busy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "primary")
        buttons.accepted.connect(self.submit)
        buttons.rejected.connect(self.reject)
        self._buttons = buttons
        self._count = QTimer(self, interval=_COUNT_MS)
        self._count.timeout.connect(self.look)
        administration.let_in.connect(self.accept)
        administration.refused.connect(self._refused)

    def add_field(self, name: str) -> PasswordField:
        """A field more."""
        field = PasswordField(name)
        field.line.textChanged.connect(self.look)
        self.fields.append(field)
        self.column.addWidget(field)
        return field

    def lay_out(self) -> None:
        """What stands under the fields; called once they are there."""
        for part in (self.answer, self.busy):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self._buttons)
        self.setTabOrder(self.go, self._buttons.button(QDialogButtonBox.StandardButton.Cancel))
        self.answer.hide()
        fit_height(self)
        self.fields[0].line.setFocus()
        self.look()

    def is_ready(self) -> bool:
        """Whether what was typed can be tried."""
        raise NotImplementedError

    def start(self) -> None:
        """Tries what was typed."""
        raise NotImplementedError

    def submit(self) -> None:
        """Tries what was typed, where it can be tried now."""
        self.look()
        if not self.go.isEnabled():
            return
        self.answer.hide()
        self.start()
        self.look()

    def look(self) -> None:
        """Offers what makes sense now: nothing while a password is tried or none is taken."""
        wait_s = self._wait_s()
        is_waiting, is_busy = wait_s > 0, self.administration.is_busy
        self.busy.setVisible(is_busy)
        for field in self.fields:
            field.setEnabled(not is_busy and not is_waiting)
        self.go.setEnabled(not is_busy and not is_waiting and self.is_ready())
        if is_waiting:
            self._say(
                translate(
                    "PasswordDialog", "Too many wrong passwords. The next one is taken in {time}."
                ).format(time=_clock_text(wait_s))
            )
            self._count.start()
        elif self._count.isActive():
            self._count.stop()
            self.answer.hide()
            self.fields[0].line.setFocus()

    def done(self, result: int) -> None:
        """Forgets what was typed, and the answer that may still come."""
        self._count.stop()
        self.administration.let_in.disconnect(self.accept)
        self.administration.refused.disconnect(self._refused)
        self.administration.give_up()
        for field in self.fields:
            field.line.clear()
        super().done(result)

    def _wait_s(self) -> float:
        try:
            return self.administration.vault.wait_s()
        except AdministratorError as error:
            self._say(error_text(error, is_masked=True))
            return 0.0

    def _refused(self, error: WhyRayError) -> None:
        for field in self.fields[:1]:
            field.line.clear()
        if isinstance(error, WrongPassword) and error.left:
            self._say(_PasswordCounts().attempts(error.left))
        elif not isinstance(error, (LockedOut, WrongPassword)):
            self._say(error_text(error, is_masked=True))
        self.look()
        self.fields[0].line.setFocus()

    def _say(self, text: str) -> None:
        self.answer.setText(text)
        self.answer.show()

    @staticmethod
    def _keeps_place(widget: QWidget) -> None:
        """The dialog does not jump when it comes and goes."""
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        widget.setFixedHeight(6)


class AskDialog(PasswordDialog):
    """Asks for the password.

    Args:
        administration: tries it.
        what: what is wanted of the administrator; empty: a session alone.
    """

    def __init__(
        self, administration: Administration, what: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(administration, parent)
        self.go.setText(self.tr("Unlock"))
        if what:
            text = self.tr("{what}: this is for the administrator.").format(what=what)
            self.column.addWidget(PlainLabel(text, "strong", wraps=True))
        text = self.tr(
            "The session stays open until you end it, or until nobody has used the program for "
            "15 minutes."
        )
        self.column.addWidget(PlainLabel(text, "body", wraps=True))
        self.password = self.add_field(self.tr("Administrator password"))
        self.column.addWidget(
            PlainLabel(
                self.tr("Lost? On the command line: whyray administrator reset"),
                "small",
                wraps=True,
            )
        )
        self.lay_out()

    def is_ready(self) -> bool:
        """Whether anything was typed."""
        return bool(self.password.text())

    def start(self) -> None:
        """Tries it."""
        self.administration.try_password(self.password.text())


class _NewPassword(PasswordDialog):
    """Asks for a new password twice; only its length is judged."""

    def add_new(self, name: str) -> None:
        self.new = self.add_field(name)
        self.hint = PlainLabel("", "small", wraps=True)
        self.column.addWidget(self.hint)
        self.again = self.add_field(translate("_NewPassword", "New password again"))
        self.new.line.textChanged.connect(self._judge)
        self.again.line.textChanged.connect(self._judge)
        self._judge()

    def is_ready(self) -> bool:
        return not problem_of(self.new.text()) and self.new.text() == self.again.text()

    def _judge(self) -> None:
        typed, again = self.new.text(), self.again.text()
        count = len(canonical(typed))
        if count < LEAST_LETTERS:
            text = _PasswordCounts().letters(LEAST_LETTERS - count)
            if not typed:
                text = translate(
                    "_NewPassword",
                    "At least {count} characters. A sentence of a few words "
                    "is easily kept in mind.",
                ).format(count=LEAST_LETTERS)
        elif again and again != typed[: len(again)]:
            text = translate("_NewPassword", "The two are not the same.")
        elif count < _GOOD_LETTERS:
            text = translate("_NewPassword", "Long enough. Longer is better.")
        else:
            text = translate("_NewPassword", "A good length.")
        self.hint.setText(text)


class SetUpDialog(_NewPassword):
    """Sets the first password.

    Args:
        administration: keeps it.
        what: what is wanted of the administrator; empty: a session alone.
    """

    def __init__(
        self, administration: Administration, what: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(administration, parent)
        self.go.setText(self.tr("Set password"))
        if what:
            text = self.tr(
                "{what}: this is for the administrator, and no password was set yet."
            ).format(what=what)
            self.column.addWidget(PlainLabel(text, "strong", wraps=True))
        for text in (
            self.tr(
                "With this password the DICOM network, record-keeping settings and models are "
                "changed on this computer. It also opens the key that signs models trained here."
            ),
            self.tr(
                "It is a guard against mistakes, not against somebody who owns the disk. Nobody can"
                " tell it to you again: write it down and lock it away."
            ),
        ):
            self.column.addWidget(PlainLabel(text, "body", wraps=True))
        self.add_new(self.tr("New administrator password"))
        self.lay_out()

    def start(self) -> None:
        """Sets it."""
        self.administration.set_password(self.new.text())


class ChangeDialog(_NewPassword):
    """Exchanges the password.

    Args:
        administration: keeps it.
    """

    def __init__(self, administration: Administration, parent: QWidget | None = None) -> None:
        super().__init__(administration, parent)
        self.go.setText(self.tr("Change password"))
        text = self.tr("The key that signs models stays the same; sessions elsewhere end.")
        self.column.addWidget(PlainLabel(text, "body", wraps=True))
        self.old = self.add_field(self.tr("Current administrator password"))
        self.add_new(self.tr("New administrator password"))
        self.lay_out()

    def is_ready(self) -> bool:
        """Whether the old one was typed and the new one fits."""
        return bool(self.old.text()) and super().is_ready()

    def start(self) -> None:
        """Exchanges it."""
        self.administration.change_password(self.old.text(), self.new.text())


class _PasswordCounts(QObject):
    """Texts with a count: `tr` finds them only for a class that nobody inherits from."""

    def attempts(self, count: int) -> str:
        """So many are left."""
        return self.tr("The password is wrong. %n more attempt(s) before a wait.", "", count)

    def letters(self, count: int) -> str:
        """So many are missing."""
        return self.tr("%n more character(s) are needed.", "", count)


def _clock_text(seconds: float) -> str:
    """As ``0:30``; never ``0:00`` while there is still something to wait."""
    whole = max(1, int(seconds + 0.999))
    return f"{whole // 60}:{whole % 60:02d}"
