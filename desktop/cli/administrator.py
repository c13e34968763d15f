"""``whyray administrator``: the password of this computer's administrator, and the site's key."""

import argparse
import getpass
import os
import sys

from desktop.administrator import record
from desktop.administrator.errors import NoPassword, UnfitPassword
from desktop.administrator.password import problem_of
from desktop.administrator.site_key import PublicKey
from desktop.administrator.vault import Vault
from desktop.cli.administrator_gate import (
    PASSWORD_FILE,
    given_password,
    group_of_administrators,
    told_vault,
)
from desktop.cli.output import print_json
from desktop.paths import administrator_folder, user_folder
from engine.errors import AdministratorError, RequestError, display_path

HELP = "set, change or give up the administrator password; show the site's public key"
NEW_FILE = "WHYRAY_NEW_ADMIN_PASSWORD_FILE"
_WHAT = (
    "The password guards the DICOM network, record-keeping settings, models and the export of "
    "the audit against mistakes, not against somebody who owns the disk. It is typed on a "
    f"terminal, or it is the first line of the file that {PASSWORD_FILE} names (a new one: "
    f"{NEW_FILE}). Five wrong ones lock for 30 s, every further one for twice as long, up to "
    "15 minutes."
)
_RESET = (
    "Gives a lost password up: asks for a new one and makes a new signing key of the site. The old "
    "key can never sign again; what it has signed is known as signed by a former key. The old file "
    "is kept beside the new one, and the audit tells of it. Nothing but access to this account's "
    "files is needed: whoever has that could delete the file as well."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the actions and their arguments."""
    parser.description = f"{HELP}. {_WHAT}"
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    setting = actions.add_parser("set-password", help="the first password; makes the site's key")
    change = actions.add_parser("change-password", help="another password; the key stays")
    status = actions.add_parser("status", help="whether there is a password, and attempts left")
    reset = actions.add_parser("reset", help="where the password is lost", description=_RESET)
    reset.add_argument(
        "--confirm",
        metavar="FOLDER",
        help="the folder that holds the password, as `status` tells it; else it is asked for",
    )
    key = actions.add_parser("key", help="the public key of this site, and its former ones")
    for action in (setting, change, status, reset, key):
        action.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action; status 3 where nobody is let in."""
    return _ACTIONS[arguments.action](arguments)


def _set(arguments: argparse.Namespace) -> int:
    with told_vault() as vault:
        if vault.is_set:
            raise UnfitPassword(
                "there is an administrator password already",
                hint="Change it: whyray administrator change-password.",
            )
        vault.set_password(_new_password(also=PASSWORD_FILE))
        return _tell_done(vault, arguments, "the administrator password is set")


def _change(arguments: argparse.Namespace) -> int:
    with told_vault() as vault:
        if not vault.is_set:
            raise NoPassword
        old = given_password("Administrator password until now: ")
        vault.change_password(old, _new_password())
        return _tell_done(vault, arguments, "the administrator password is another one now")


def _reset(arguments: argparse.Namespace) -> int:
    folder = str(administrator_folder(user_folder()))
    if arguments.confirm is None and sys.stdin.isatty():
        print(_RESET, file=sys.stderr)
        print(f"To go on, type the folder that holds the password: {folder}", file=sys.stderr)
        arguments.confirm = input("folder: ").strip()
    if arguments.confirm != folder:
        raise RequestError(
            "nothing was changed: the folder was not confirmed",
            hint=f"To give the password up: whyray administrator reset --confirm {folder}",
        )
    with told_vault() as vault:
        vault.reset(_new_password(also=PASSWORD_FILE))
        return _tell_done(vault, arguments, "there is a new administrator password and a new key")


def _status(arguments: argparse.Namespace) -> int:
    vault = Vault(administrator_folder(user_folder()))
    is_set, wait_s = vault.is_set, vault.wait_s()
    document = {
        "is_set": is_set,
        "set_at": vault.set_at,
        "attempts_left": vault.attempts_left() if is_set else None,
        "wait_s": round(wait_s),
        "folder": display_path(vault.folder),
        "group": group_of_administrators(),
    }
    if arguments.json:
        print_json(document)
        return 0
    if not is_set:
        print("no administrator password was set yet: nobody is asked on the command line")
    elif wait_s > 0:
        print(f"set on {vault.set_at}; locked, the next attempt is taken in {round(wait_s)} s")
    else:
        print(f"set on {vault.set_at}; {vault.attempts_left()} attempts before a wait")
    if document["group"]:
        print(f"members of the group {document['group']} need no password, but cannot sign")
    print(f"folder: {document['folder']}")
    return 0


def _key(arguments: argparse.Namespace) -> int:
    vault = Vault(administrator_folder(user_folder()))
    own, former = vault.public_key(), vault.former_keys()
    if arguments.json:
        plain = None if own is None else _plain(own)
        print_json({"key": plain, "former": [_plain(key) for key in former]})
        return 0
    if own is None:
        raise AdministratorError(
            "the site has no key yet",
            hint="It is made with the password: whyray administrator set-password.",
        )
    print(f"{own.raw.hex()}  id {own.id}, made {own.made_at}")
    for key in former:
        print(f"{key.raw.hex()}  id {key.id}, made {key.made_at}, given up {key.retired_at}")
    return 0


def _new_password(*, also: str = "") -> str:
    """A new password, typed twice or from a file.

    Args:
        also: another variable that may name the file, where no old password is asked for.
    """
    for name in (NEW_FILE, also):
        if name and os.environ.get(name):
            return _checked(given_password("", variable=name))
    if not sys.stdin.isatty():
        raise AdministratorError(
            "a new administrator password is needed, and there is no terminal to ask on",
            hint=f"Name a file that holds it: {NEW_FILE}=FILE.",
        )
    new = _checked(getpass.getpass("New administrator password: "))
    if getpass.getpass("The same again: ") != new:
        raise UnfitPassword("the two are not the same; nothing was changed")
    return new


def _checked(password: str) -> str:
    problem = problem_of(password)
    if problem:
        raise UnfitPassword(problem)
    return password


def _tell_done(vault: Vault, arguments: argparse.Namespace, words: str) -> int:
    key = vault.public_key()
    if arguments.json:
        print_json({"is_set": True, "key": None if key is None else _plain(key)})
    else:
        print(f"{words}; it lies in {display_path(vault.folder / record.NAME)}")
    return 0


def _plain(key: PublicKey) -> dict[str, str]:
    return {
        "id": key.id,
        "public": key.raw.hex(),
        "made_at": key.made_at,
        "retired_at": key.retired_at,
    }


_ACTIONS = {
    "set-password": _set,
    "change-password": _change,
    "status": _status,
    "reset": _reset,
    "key": _key,
}
