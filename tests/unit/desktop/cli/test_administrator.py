import io
import json
import os
from functools import partial

import pytest

from desktop.administrator.vault import Vault
from desktop.cli import administrator, administrator_gate
from desktop.cli.administrator_gate import PASSWORD_FILE, admit
from desktop.cli.commands import NOTHING_DONE, WRONG_USE, run_command_line
from desktop.settings import Settings
from engine.errors import AdministratorError
from engine.library import audit
from engine.library.database import connect_to_read
from engine.library.opening import NAME, open_library
from tests.support.administrators import CHEAP, OTHER, PASSWORD


class Terminal(io.StringIO):
    """Somebody sits at it."""

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    for module in (administrator_gate, administrator):
        monkeypatch.setattr(module, "Vault", partial(Vault, cost=CHEAP))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for name in (PASSWORD_FILE, administrator.NEW_FILE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def vault(user_folders):
    return Vault(user_folders / "administrator", CHEAP)


@pytest.fixture
def give(tmp_path, monkeypatch):
    """Puts a password into the file that a variable names."""

    def put(text, name=PASSWORD_FILE):
        path = tmp_path / f"{name}.txt"
        path.write_bytes(text.encode())
        path.chmod(0o600)
        monkeypatch.setenv(name, str(path))
        return path

    return put


@pytest.fixture
def typed(monkeypatch):
    """Somebody types these at a terminal, one after the other."""

    def sit(*texts):
        waiting = list(texts)
        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("getpass.getpass", lambda _question: waiting.pop(0))
        return waiting

    return sit


def events(user_folders):
    connection = connect_to_read(user_folders / "library" / NAME)
    lines = list(audit.lines(connection))
    connection.close()
    assert audit.verify(lines).broken_line is None
    assert PASSWORD not in "".join(lines)
    return [json.loads(line)["event"] for line in lines]


def test_where_none_was_ever_set_the_action_goes_on_with_one_notice(capsys, user_folders):
    assert admit("export the audit") is None
    said = capsys.readouterr().err

    assert said.count("\n") == 1
    assert "no administrator password was set yet" in said
    assert not (user_folders / "administrator").exists()
    assert not (user_folders / "library").exists()


def test_signing_needs_a_password_that_was_set():
    with pytest.raises(AdministratorError, match="no signing key yet"):
        admit("sign a model", with_key=True)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nanother line\n"])
def test_the_file_lets_in(vault, give, ending):
    vault.set_password(PASSWORD)
    give(PASSWORD + ending)

    assert admit("sign a model", with_key=True).key is not None


def test_the_terminal_lets_in(vault, typed):
    vault.set_password(PASSWORD)
    typed(PASSWORD)

    assert admit("import a model").way == "password"


def test_without_terminal_and_file_nobody_is_let_in(vault):
    vault.set_password(PASSWORD)
    with pytest.raises(AdministratorError, match="no terminal") as caught:
        admit("import a model")
    assert PASSWORD_FILE in caught.value.hint


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\xff"])
def test_files_without_a_password_are_told(vault, give, data):
    vault.set_password(PASSWORD)
    give("x").write_bytes(data)
    with pytest.raises(AdministratorError, match=r"is empty|no text"):
        admit("import a model")


def test_a_file_that_is_not_there_is_told(vault, monkeypatch, tmp_path):
    vault.set_password(PASSWORD)
    monkeypatch.setenv(PASSWORD_FILE, str(tmp_path / "none"))
    with pytest.raises(AdministratorError, match="cannot be read"):
        admit("import a model")


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_file_that_others_may_read_is_told(vault, give, capsys):
    vault.set_password(PASSWORD)
    give(PASSWORD).chmod(0o644)
    admit("import a model")

    assert "other accounts may read" in capsys.readouterr().err


def test_refused_commands_end_with_3_and_do_nothing(vault, give, capsys, tmp_path, user_folders):
    vault.set_password(PASSWORD)
    open_library(user_folders / "library").library.close()
    give(OTHER)
    out = tmp_path / "audit.jsonl"

    assert run_command_line(["audit", "export", "--out", str(out)]) == NOTHING_DONE
    assert "the administrator password is wrong" in capsys.readouterr().err
    assert not out.exists()
    assert events(user_folders) == [audit.DENIED]


def test_six_wrong_ones_lock_and_stand_in_the_audit(vault, give, capsys, user_folders):
    vault.set_password(PASSWORD)
    give(OTHER)
    for _ in range(6):
        assert run_command_line(["audit", "export"]) == NOTHING_DONE
    assert "too many wrong" in capsys.readouterr().err
    give(PASSWORD)
    assert run_command_line(["audit", "export"]) == NOTHING_DONE

    assert events(user_folders) == [audit.DENIED] * 5 + [audit.LOCKED_OUT]
    assert run_command_line(["administrator", "status"]) == 0
    assert "locked" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["audit", "export"], ["receive", "--out", "x"]],
)
def test_what_is_the_administrators_asks(vault, arguments, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    vault.set_password(PASSWORD)

    assert run_command_line(arguments) == NOTHING_DONE
    assert "the administrator password is needed" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["audit", "verify"], ["models", "list"], ["methods"]])
def test_what_only_looks_asks_nobody(vault, arguments, capsys, user_folders):
    vault.set_password(PASSWORD)
    open_library(user_folders / "library").library.close()

    assert run_command_line(arguments) == 0
    assert "administrator" not in capsys.readouterr().err


def test_the_group_lets_in_but_does_not_sign(vault, user_folders, monkeypatch):
    monkeypatch.setattr(administrator_gate, "is_member", lambda name: name == "chiefs")
    settings = Settings(user_folders)
    settings.set("administrator/group", "chiefs")
    settings.save()
    vault.set_password(PASSWORD)

    assert admit("import a model").way == "group"
    with pytest.raises(AdministratorError, match="no terminal"):
        admit("sign a model", with_key=True)


def test_a_password_is_set_by_hand_and_changed(vault, typed, capsys, user_folders):
    left = typed(PASSWORD, PASSWORD)
    assert run_command_line(["administrator", "set-password"]) == 0
    assert left == []
    key = vault.public_key()
    typed(PASSWORD, OTHER, OTHER)
    assert run_command_line(["administrator", "change-password"]) == 0

    vault.unlock(OTHER)
    assert vault.public_key() == key
    assert events(user_folders) == [audit.PASSWORD_SET, audit.PASSWORD_CHANGED]
    assert PASSWORD not in capsys.readouterr().out


def test_two_that_differ_set_nothing(vault, typed, capsys):
    typed(PASSWORD, OTHER)

    assert run_command_line(["administrator", "set-password"]) == NOTHING_DONE
    assert "not the same" in capsys.readouterr().err
    assert not vault.is_set


def test_short_ones_are_refused(vault, give, capsys):
    give("short")

    assert run_command_line(["administrator", "set-password"]) == NOTHING_DONE
    assert "at least 12" in capsys.readouterr().err
    assert not vault.is_set


def test_a_second_first_password_is_refused_before_it_is_asked(vault, typed, capsys):
    vault.set_password(PASSWORD)
    left = typed(OTHER, OTHER)

    assert run_command_line(["administrator", "set-password"]) == NOTHING_DONE
    assert left == [OTHER, OTHER]


def test_changing_takes_both_from_files(vault, give):
    vault.set_password(PASSWORD)
    give(PASSWORD)
    give(OTHER, administrator.NEW_FILE)

    assert run_command_line(["administrator", "change-password"]) == 0
    vault.unlock(OTHER)


@pytest.mark.parametrize("confirmed", [[], ["--confirm", "yes"], ["--confirm", ""]])
def test_a_reset_that_is_not_confirmed_changes_nothing(vault, give, confirmed, capsys):
    vault.set_password(PASSWORD)
    give(OTHER)

    assert run_command_line(["administrator", "reset", *confirmed]) == WRONG_USE
    assert "not confirmed" in capsys.readouterr().err
    vault.unlock(PASSWORD)


def test_a_confirmed_reset_gives_a_new_key_and_keeps_the_old_public_one(
    vault, give, capsys, user_folders
):
    vault.set_password(PASSWORD)
    before = vault.public_key()
    give(OTHER)
    folder = str(user_folders / "administrator")

    assert run_command_line(["administrator", "reset", "--confirm", folder]) == 0
    vault.unlock(OTHER)
    capsys.readouterr()
    assert run_command_line(["administrator", "key", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["key"]["public"] == vault.public_key().raw.hex() != before.raw.hex()
    assert [key["id"] for key in told["former"]] == [before.id]
    assert told["former"][0]["retired_at"]
    assert events(user_folders) == [audit.PASSWORD_RESET]


def test_the_folder_is_typed_at_a_terminal(vault, typed, monkeypatch, user_folders):
    vault.set_password(PASSWORD)
    typed(OTHER, OTHER)
    monkeypatch.setattr("builtins.input", lambda _words: f" {user_folders / 'administrator'} ")

    assert run_command_line(["administrator", "reset"]) == 0
    vault.unlock(OTHER)


def test_a_damaged_file_is_told_by_every_action_but_reset(vault, give, capsys, user_folders):
    vault.set_password(PASSWORD)
    (user_folders / "administrator" / "administrator.json").write_text("{}")
    give(OTHER)
    for action in ("status", "key", "set-password", "change-password"):
        assert run_command_line(["administrator", action]) == NOTHING_DONE, action
        assert "damaged or altered" in capsys.readouterr().err
    folder = str(user_folders / "administrator")
    assert run_command_line(["administrator", "reset", "--confirm", folder]) == 0
    vault.unlock(OTHER)


def test_the_status_tells_what_there_is(vault, capsys):
    assert run_command_line(["administrator", "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_set"], told["attempts_left"], told["wait_s"]) == (False, None, 0)
    vault.set_password(PASSWORD)

    assert run_command_line(["administrator", "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_set"], told["attempts_left"], told["wait_s"]) == (True, 5, 0)
    assert told["set_at"]


def test_without_a_password_there_is_no_key(capsys):
    assert run_command_line(["administrator", "key"]) == NOTHING_DONE
    assert "no key yet" in capsys.readouterr().err


def test_the_audit_that_cannot_be_written_keeps_nobody_out(vault, give, capsys, user_folders):
    vault.set_password(PASSWORD)
    give(PASSWORD)
    (user_folders / "library").write_text("in the way")

    assert admit("import a model") is not None
    assert "library" in capsys.readouterr().err
