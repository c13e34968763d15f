"""The administrator's file: set, tried, changed, given up, damaged, and used by two at once."""

import json
import os
import stat
import subprocess
import sys
import threading

import pytest

from desktop.administrator import record as files
from desktop.administrator.errors import (
    LockedOut,
    NoPassword,
    NoSigningKey,
    UnfitPassword,
    WrongPassword,
)
from desktop.administrator.session import Session
from desktop.administrator.vault import Vault
from engine.errors import AdministratorError, OutputError
from engine.library import audit
from tests.support.administrators import CHEAP, OTHER, PASSWORD, TestClock

TEXT = b"a model"


@pytest.fixture
def clock():
    return TestClock()


@pytest.fixture
def vault(tmp_path, clock):
    return Vault(tmp_path / "administrator", CHEAP, clock)


@pytest.fixture
def path(vault):
    return vault.folder / files.NAME


def events(vault):
    return [event for event, _ in vault.told]


def public(opened):
    return opened.key.public_key().public_bytes_raw()


def test_at_first_there_is_no_password_and_no_key(vault):
    assert not vault.is_set
    assert vault.public_key() is None
    assert vault.mark == ""
    with pytest.raises(NoPassword):
        vault.unlock("")
    with pytest.raises(NoPassword):
        vault.unlock(PASSWORD)


def test_the_first_password_makes_the_key_of_the_site(vault):
    opened = vault.set_password(PASSWORD)

    assert vault.is_set
    assert vault.public_key().raw == public(opened)
    assert public(vault.unlock(PASSWORD)) == public(opened)
    assert opened.mark == vault.mark != ""
    assert events(vault) == [audit.PASSWORD_SET, audit.ADMITTED]


def test_what_the_key_signs_is_verified_with_the_public_half(vault):
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature = vault.set_password(PASSWORD).key.sign(TEXT)
    known = Ed25519PublicKey.from_public_bytes(vault.public_key().raw)

    known.verify(signature, TEXT)
    with pytest.raises(InvalidSignature):
        known.verify(signature, TEXT + b"!")


def test_a_second_first_password_is_refused(vault):
    vault.set_password(PASSWORD)
    with pytest.raises(UnfitPassword, match="already"):
        vault.set_password(OTHER)
    vault.unlock(PASSWORD)


def test_a_changed_password_opens_the_same_key(vault):
    before = vault.set_password(PASSWORD)
    vault.change_password(PASSWORD, OTHER)

    with pytest.raises(WrongPassword):
        vault.unlock(PASSWORD)
    assert public(vault.unlock(OTHER)) == public(before)
    assert vault.mark != before.mark
    assert vault.former_keys() == ()
    assert audit.PASSWORD_CHANGED in events(vault)


def test_changing_needs_the_old_password_and_counts(vault):
    vault.set_password(PASSWORD)
    for _ in range(5):
        with pytest.raises(WrongPassword):
            vault.change_password(OTHER, OTHER)
    with pytest.raises(LockedOut):
        vault.change_password(PASSWORD, OTHER)


def test_a_short_new_password_costs_no_attempt(vault):
    vault.set_password(PASSWORD)
    with pytest.raises(UnfitPassword):
        vault.change_password(OTHER, "short")
    assert vault.attempts_left() == 5


def test_a_reset_gives_a_new_key_and_remembers_the_old_one(vault):
    before = vault.set_password(PASSWORD)
    after = vault.reset(OTHER)

    assert public(vault.unlock(OTHER)) == public(after) != public(before)
    assert [key.raw for key in vault.former_keys()] == [public(before)]
    assert vault.former_keys()[0].retired_at
    assert len(list(vault.folder.glob("administrator-former-*.json"))) == 1
    assert audit.PASSWORD_RESET in events(vault)
    vault.reset(PASSWORD)
    assert [key.raw for key in vault.former_keys()] == [public(before), public(after)]
    assert len(list(vault.folder.glob("administrator-former-*.json"))) == 2


def test_a_reset_helps_where_the_file_is_damaged(vault, path):
    vault.set_password(PASSWORD)
    path.write_bytes(b"{")
    vault.reset(OTHER)

    vault.unlock(OTHER)
    assert next(iter(vault.folder.glob("administrator-former-*.json"))).read_bytes() == b"{"
    assert dict(vault.told)[audit.PASSWORD_RESET]["was damaged"] is True


def test_a_reset_that_dies_leaves_the_old_password(vault, path, monkeypatch):
    vault.set_password(PASSWORD)
    monkeypatch.setattr(files, "write", lambda *_what: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        vault.reset(OTHER)
    monkeypatch.undo()

    vault.unlock(PASSWORD)


def test_every_failure_and_the_lock_out_stand_in_the_audit(vault):
    vault.set_password(PASSWORD)
    vault.told.clear()
    for _ in range(5):
        with pytest.raises(WrongPassword):
            vault.unlock(OTHER)
    with pytest.raises(LockedOut):
        vault.unlock(OTHER)

    assert events(vault) == [audit.DENIED] * 5 + [audit.LOCKED_OUT]
    assert dict(vault.told)[audit.LOCKED_OUT] == {"seconds": 30}
    for event, details in vault.told:
        assert OTHER not in str(audit.Event(event, "now", details=details))


def test_neither_password_nor_private_key_lies_in_the_file(vault, path):
    opened = vault.set_password(PASSWORD)
    private = opened.key.private_bytes_raw()
    text = path.read_text()

    assert PASSWORD not in text
    assert private.hex() not in text
    assert str(private) not in repr(opened)
    plain = json.loads(text)["password"]
    assert (plain["function"], plain["r"], plain["p"]) == ("scrypt", 8, 1)
    assert plain["n"] == CHEAP.n


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_only_this_account_may_read_it(vault, path):
    vault.set_password(PASSWORD)
    vault.change_password(PASSWORD, OTHER)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(vault.folder.stat().st_mode) == 0o700


def damages(data: bytes):
    plain = json.loads(data)
    yield b""
    yield b"not json"
    yield b"[]"
    yield data[: len(data) // 2]
    yield data.replace(b'"r": 8', b'"r": 9')
    yield b"[" * 100_000
    for part in ("password", "attempts", "site_key", "former_keys", "schema", "sha256"):
        yield json.dumps({name: value for name, value in plain.items() if name != part}).encode()
    yield json.dumps(plain | {"password": None}).encode()
    yield json.dumps(plain | {"attempts": plain["attempts"] | {"failures": 0.5}}).encode()


def test_a_damaged_or_altered_file_is_told_and_lets_nobody_in(vault, path):
    vault.set_password(PASSWORD)
    whole = path.read_bytes()
    for data in damages(whole):
        path.write_bytes(data)
        for ask in (lambda: vault.is_set, lambda: vault.unlock(PASSWORD), vault.wait_s):
            with pytest.raises(AdministratorError, match="damaged or altered") as caught:
                ask()
            assert "reset" in caught.value.hint
        with pytest.raises(AdministratorError, match="damaged or altered"):
            vault.set_password(OTHER)
        assert path.read_bytes() == data
    path.write_bytes(whole)
    vault.unlock(PASSWORD)


def signed_again(plain: dict) -> bytes:
    plain.pop("sha256")
    return json.dumps(plain | {"sha256": files._digest(plain)}).encode()


def test_costs_that_eat_the_memory_are_refused_before_they_are_paid(vault, path):
    vault.set_password(PASSWORD)
    plain = json.loads(path.read_bytes())
    plain["password"]["n"] = 2**40
    path.write_bytes(signed_again(plain))

    with pytest.raises(AdministratorError, match="damaged or altered"):
        vault.unlock(PASSWORD)


def test_an_exchanged_public_key_is_found_when_the_key_is_opened(vault, path, tmp_path):
    vault.set_password(PASSWORD)
    other = Vault(tmp_path / "other", CHEAP)
    other.set_password(PASSWORD)
    plain = json.loads(path.read_bytes())
    plain["site_key"]["public"] = other.public_key().raw.hex()
    path.write_bytes(signed_again(plain))

    with pytest.raises(NoSigningKey, match="altered"):
        vault.unlock(PASSWORD)


def test_an_attempt_that_cannot_be_counted_is_not_taken(vault, monkeypatch):
    vault.set_password(PASSWORD)

    def full(*_what, **_more):
        raise OutputError("could not be written: No space left on device")

    monkeypatch.setattr(files, "atomic_write", full)
    with pytest.raises(OutputError):
        vault.unlock(PASSWORD)


def test_guesses_at_the_same_time_are_all_counted(vault):
    vault.set_password(PASSWORD)
    ended = []

    def guess():
        own = Vault(vault.folder, CHEAP, TestClock())
        try:
            own.unlock(OTHER)
        except AdministratorError as error:
            ended.append(type(error))

    threads = [threading.Thread(target=guess) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ended.count(WrongPassword) == 5
    assert ended.count(LockedOut) == 15
    assert files.read(vault.folder).attempts.failures == 5


_GUESS = """
import sys
from pathlib import Path
from desktop.administrator.errors import LockedOut, WrongPassword
from desktop.administrator.vault import Vault
from tests.support.administrators import CHEAP, OTHER
vault = Vault(Path(sys.argv[1]), CHEAP)
print("ready", flush=True)
sys.stdin.readline()
found = {WrongPassword: 0, LockedOut: 0}
for _ in range(10):
    try:
        vault.unlock(OTHER)
    except (WrongPassword, LockedOut) as error:
        found[type(error)] += 1
print(found[WrongPassword], found[LockedOut], flush=True)
"""


def test_two_programs_together_have_no_more_attempts_than_one(tmp_path):
    folder = tmp_path / "administrator"
    Vault(folder, CHEAP).set_password(PASSWORD)
    command = [sys.executable, "-c", _GUESS, str(folder)]
    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for program in programs:
        assert program.stdout.readline().strip() == "ready"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=60)[0].split() for program in programs]

    assert sum(int(wrong) for wrong, _ in told) == 5
    assert sum(int(locked) for _, locked in told) == 15


def test_of_two_first_passwords_at_once_one_holds(tmp_path):
    vaults = [Vault(tmp_path / "administrator", CHEAP) for _ in range(6)]
    ended = []

    def set_one(number):
        try:
            vaults[number].set_password(f"{PASSWORD} {number}")
        except UnfitPassword:
            ended.append(None)
        else:
            ended.append(number)

    threads = [threading.Thread(target=set_one, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (winner,) = [number for number in ended if number is not None]
    vaults[0].unlock(f"{PASSWORD} {winner}")


def test_another_program_that_holds_the_file_is_told(vault, monkeypatch):
    monkeypatch.setattr(files, "LOCK_WAIT_S", 0.05)
    with files.locked(vault.folder), pytest.raises(AdministratorError, match="another program"):
        vault.set_password(PASSWORD)


def test_a_session_signs_until_it_ends(vault, clock):
    session = Session(clock)
    with pytest.raises(NoSigningKey):
        session.site_signing_key()
    session.open(vault.set_password(PASSWORD))

    assert session.site_signing_key().sign(TEXT)
    session.end()
    with pytest.raises(NoSigningKey, match="only the administrator"):
        session.site_signing_key()


def test_a_session_by_group_opens_no_key(vault, clock):
    vault.set_password(PASSWORD)
    session = Session(clock)
    session.open(vault.enter_by_group("radiology-admins"))

    assert session.is_open
    with pytest.raises(NoSigningKey, match="without the password"):
        session.site_signing_key()
    assert vault.told[-1] == (
        audit.ADMITTED, {"way": "group", "group": "radiology-admins"}
    )  # fmt: skip


def test_a_session_idles_out_after_15_minutes_of_nothing(vault, clock):
    session = Session(clock)
    session.open(vault.set_password(PASSWORD))
    for _ in range(10):
        clock.pass_by(899)
        assert not session.is_idle
        session.touch()
    clock.pass_by(900)
    assert session.is_idle


def test_a_computer_that_slept_comes_back_without_a_session(vault, clock):
    session = Session(clock)
    session.open(vault.set_password(PASSWORD))
    clock.set_wall(clock.wall() + 7200)  # the running clock stood still

    assert session.is_idle


def test_a_clock_set_back_does_not_prolong_a_session(vault, clock):
    session = Session(clock)
    session.open(vault.set_password(PASSWORD))
    clock.set_wall(clock.wall() - 86400)
    clock.pass_by(901)

    assert session.is_idle
