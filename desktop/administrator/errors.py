"""Why the administrator was not let in; all of them are meant for people."""

from engine.errors import AdministratorError
from engine.language import said


class WrongPassword(AdministratorError):
    """The password is not the one.

    Args:
        left: attempts before the next lock-out; 0: it has begun.
    """

    code = "E_ADMINISTRATOR_PASSWORD"

    def __init__(self, left: int) -> None:
        super().__init__(said("the administrator password is wrong"))
        self.left = left


class LockedOut(AdministratorError):
    """Too many attempts failed; nothing was compared.

    Args:
        wait_s: how long until the next attempt is taken.
    """

    code = "E_ADMINISTRATOR_LOCKED"

    def __init__(self, wait_s: float) -> None:
        seconds = max(1, round(wait_s))
        super().__init__(
            said(
                "too many wrong administrator passwords; the next one is taken in {seconds} s",
                seconds=seconds,
            ),
            hint=said("The wait is kept over restarts, and moving the clock does not end it."),
        )
        self.wait_s = wait_s


class NoPassword(AdministratorError):
    """There is no administrator password yet."""

    code = "E_ADMINISTRATOR_NONE"

    def __init__(self) -> None:
        super().__init__(
            said("no administrator password was set yet"),
            hint=said("Set one: whyray administrator set-password, or in the window."),
        )


class UnfitPassword(AdministratorError):
    """A new password that cannot be taken."""

    code = "E_ADMINISTRATOR_UNFIT"


class NoSigningKey(AdministratorError):
    """The key that signs is not open."""

    code = "E_ADMINISTRATOR_KEY"
