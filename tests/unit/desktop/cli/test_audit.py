import json
import sqlite3

import pytest

from desktop.cli.commands import NOTHING_DONE, run_command_line
from engine.library import audit
from engine.library.opening import open_library
from tests.support.studies import AT, key


@pytest.fixture
def grown(user_folders):
    """A user's library with ten entries; gives its path."""
    library = open_library(user_folders / "library").library
    with library.writing() as connection:
        audit.append(connection, [audit.Event(audit.OPENED, AT, key(n), "ann") for n in range(10)])
    library.close()
    return library.path


def said(capsys):
    return capsys.readouterr().out


def test_a_whole_log_is_told_with_its_last_hash(grown, capsys):
    assert run_command_line(["audit", "verify"]) == 0
    text = said(capsys)
    assert text.startswith("whole: 10 entries")

    assert run_command_line(["audit", "verify", "--json"]) == 0
    told = json.loads(said(capsys))
    assert (told["is_whole"], told["entries"], told["broken_line"]) == (True, 10, None)
    assert told["head"] in text


def test_an_altered_export_is_broken_at_its_line(grown, capsys, tmp_path):
    out = tmp_path / "audit.jsonl"
    assert run_command_line(["audit", "export", "--out", str(out)]) == 0
    assert run_command_line(["audit", "verify", str(out)]) == 0
    said(capsys)

    lines = out.read_text().splitlines()
    lines[6] = lines[6].replace("ann", "bob")
    out.write_text("\n".join(lines))
    assert run_command_line(["audit", "verify", str(out)]) == 1
    assert "broken at line 7" in said(capsys)


def test_an_altered_database_is_broken_at_its_entry(grown, capsys):
    connection = sqlite3.connect(grown)
    connection.execute("DROP TRIGGER audit_is_never_changed")
    connection.execute("UPDATE audit SET entry = replace(entry, 'ann', 'bob') WHERE seq = 4")
    connection.commit()
    connection.close()

    assert run_command_line(["audit", "verify", "--json"]) == 1
    assert json.loads(said(capsys))["broken_line"] == 4


def test_a_log_that_was_cut_off_is_only_found_by_its_expected_hash(grown, capsys, tmp_path):
    out = tmp_path / "audit.jsonl"
    run_command_line(["audit", "export", "--out", str(out)])
    lines = out.read_text().splitlines(keepends=True)
    head = json.loads(lines[-1])["hash"]
    out.write_text("".join(lines[:-2]))
    said(capsys)

    assert run_command_line(["audit", "verify", str(out)]) == 0
    assert run_command_line(["audit", "verify", str(out), "--expect", head]) == 1
    assert "cut off" in said(capsys)
    assert run_command_line(["audit", "verify", "--expect", head]) == 0


def test_what_is_exported_to_stdout_is_the_log_and_nothing_else(grown, capsys):
    assert run_command_line(["audit", "export"]) == 0
    lines = said(capsys).splitlines()

    assert audit.verify(lines).count == 10


def test_without_a_library_or_a_file_it_says_so(capsys, tmp_path):
    assert run_command_line(["audit", "verify"]) == NOTHING_DONE
    assert "there is no library yet" in capsys.readouterr().err
    assert run_command_line(["audit", "verify", str(tmp_path / "none.jsonl")]) == NOTHING_DONE


def test_a_damaged_database_is_named(grown, capsys):
    grown.write_bytes(grown.read_bytes()[:5000])

    assert run_command_line(["audit", "verify"]) == NOTHING_DONE
    assert "damaged" in capsys.readouterr().err


def test_an_empty_log_is_not_called_whole(capsys, tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    assert run_command_line(["audit", "verify", str(tmp_path / "empty.jsonl")]) == 0
    assert said(capsys).startswith("no entries")
