"""The gate before the administrator's actions on the command line.

    admit("export the audit") -> Opened, or an error that ends the command with status 3

Where no password was ever set the action goes on, and one line on stderr says so. Else members of
the group that the settings name are let in, and all others give the password: typed on a terminal,
or in the file that ``WHYRAY_ADMIN_PASSWORD_FILE`` names.
"""

import contextlib
import getpass
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop.administrator.group import is_member
from desktop.administrator.trail import write_down
from desktop.administrator.vault import Opened, Vault
from desktop.cli.output import tell
from desktop.jobs.account import account_name, now
from desktop.paths import administrator_folder, library_folder, user_folder
from engine.errors import AdministratorError, LibraryError

PASSWORD_FILE = "WHYRAY_ADMIN_PASSWORD_FILE"
_MOST_BYTES = 4096


def admit(action: str, *, with_key: bool = False) -> Opened | None:
    """Lets the administrator in for one command.

    Args:
        action: what is wanted, such as ``"import a model"``; told where nobody is asked.
        with_key: whether the site's signing key is wanted, which only the password opens.

    Returns:
        What was opened; None where no password was ever set and the action goes on unguarded.

    Raises:
        AdministratorError: nobody was let in.
    """
    with told_vault() as vault:
        group = group_of_administrators()
        if not with_key and is_member(group):
            return vault.enter_by_group(group)
        if not vault.is_set:
            if with_key:
                raise AdministratorError(
                    f"{action}: the site has no signing key yet",
                    hint="It is made with the password: whyray administrator set-password.",
                )
            print(
                f"note: {action}: nobody is asked, no administrator password was set yet "
                "(whyray administrator set-password)",
                file=sys.stderr,
            )
            return None
        return vault.unlock(given_password(f"Administrator password to {action}: "))


@contextlib.contextmanager
def told_vault() -> Iterator[Vault]:
    """The administrator's file of this user; what it tells is in the audit afterwards."""
    vault = Vault(administrator_folder(user_folder()))
    try:
        yield vault
    finally:
        _write_down(vault)


def given_password(question: str, variable: str = PASSWORD_FILE) -> str:
    """The password as typed, or as the file holds it.

    Args:
        question: for the terminal.
        variable: of the environment, names the file.

    Raises:
        AdministratorError: there is neither a terminal nor a file.
    """
    path = os.environ.get(variable, "")
    if path:
        return _from_file(Path(path), variable)
    if not sys.stdin.isatty():
        raise AdministratorError(
            "the administrator password is needed, and there is no terminal to ask on",
            hint=f"Name a file that holds it: {variable}=FILE.",
        )
    return getpass.getpass(question)


def _from_file(path: Path, variable: str) -> str:
    """The first line; that other accounts may read it is told."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
            mode = os.fstat(file.fileno()).st_mode
        text = data.decode("utf-8-sig")
    except OSError as error:
        message = f"the file of {variable} cannot be read: {error.strerror}"
        raise AdministratorError(message, file=path) from error
    except UnicodeDecodeError as error:
        message = f"the file of {variable} is no text in UTF-8"
        raise AdministratorError(message, file=path) from error
    if os.name != "nt" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        print(f"note: other accounts may read {path}; chmod 600 helps", file=sys.stderr)
    lines = text.splitlines()
    if not lines or not lines[0]:
        raise AdministratorError(f"the file of {variable} is empty", file=path)
    return lines[0]


def group_of_administrators() -> str:
    """The group that the settings name; empty: none."""
    from desktop.settings import Settings

    return str(Settings(user_folder()).get("administrator/group"))


def _write_down(vault: Vault) -> None:
    """Nobody is kept out because the audit cannot be written; that is told."""
    library = library_folder(user_folder())
    try:
        for notice in write_down(vault, library, at=now(), by=account_name()):
            tell(notice)
    except LibraryError as error:
        tell(error)
