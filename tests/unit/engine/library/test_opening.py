import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.errors import LibraryError
from engine.library import audit, database, schema, worklist
from engine.library.backups import backups, is_whole
from engine.library.images import put_images
from engine.library.network import is_local, kind_of
from engine.library.opening import BACKUPS, NAME, open_library, renew_backups, set_aside
from tests.conftest import ROOT
from tests.support.studies import AT, key, sighting

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


def fill(folder, count, now=NOW):
    library = open_library(folder, now).library
    with contextlib.closing(library), library.writing() as connection:
        put_images(connection, [sighting(n) for n in range(count)], AT)
        events = [audit.Event(audit.OPENED, AT, key(n)) for n in range(count)]
        audit.append(connection, events)


def studies_in(folder, now=NOW):
    """Number of studies, and what opening said."""
    opened = open_library(folder, now)
    with contextlib.closing(opened.library) as library:
        return worklist.count(library.connection), opened


def test_it_keeps_what_was_written_and_the_rules_of_the_house(tmp_path):
    fill(tmp_path, 3)
    with contextlib.closing(open_library(tmp_path, NOW).library) as library:
        told = {
            name: library.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "synchronous", "secure_delete", "busy_timeout")
        }
        journal = library.connection.execute("PRAGMA journal_mode").fetchone()[0]
        assert worklist.count(library.connection) == 3

    assert told == {"foreign_keys": 1, "synchronous": 2, "secure_delete": 1, "busy_timeout": 10_000}
    has_safe_wal = sqlite3.sqlite_version_info >= (3, 51, 3) and is_local(tmp_path)
    assert journal == ("wal" if has_safe_wal else "truncate")


def damage_header(path):
    with path.open("r+b") as file:
        file.write(b"\0" * 100)


def damage_half(path):
    os.truncate(path, path.stat().st_size // 2)


def damage_pages(path):
    """Zeroes every second page but those of the schema."""
    with path.open("r+b") as file:
        for place in range(20, path.stat().st_size // 4096, 2):
            file.seek(4096 * place)
            file.write(b"\0" * 4096)


def damage_text(path):
    path.write_text("this is no database at all\n" * 40)


DAMAGES = [damage_header, damage_half, damage_pages, damage_text]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda f: f.__name__)
def test_a_damaged_database_is_set_aside_named_and_begun_anew(tmp_path, damage):
    fill(tmp_path, 50)
    damage(tmp_path / NAME)
    broken = (tmp_path / NAME).read_bytes()
    count, opened = studies_in(tmp_path)

    assert count == 0
    assert opened.is_new
    (aside,) = set_aside(tmp_path)
    assert aside.name == "library-set-aside-20260301-080000.db"
    assert aside.read_bytes()[200:] == broken[200:]
    (notice,) = opened.notices
    assert aside.name in str(notice)
    assert "files of their own" in notice.hint
    assert studies_in(tmp_path)[1].notices == ()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda f: f.__name__)
def test_a_damaged_database_begins_again_from_the_newest_whole_backup(tmp_path, damage):
    fill(tmp_path, 40)
    studies_in(tmp_path, NOW + timedelta(hours=25))  # backs up
    fill(tmp_path, 50, NOW + timedelta(hours=26))
    newest, *_ = backups(tmp_path / BACKUPS)
    damage(tmp_path / NAME)
    count, opened = studies_in(tmp_path, NOW + timedelta(hours=27))

    assert count == 40
    assert newest.name in opened.notices[0].hint
    with contextlib.closing(open_library(tmp_path, NOW + timedelta(hours=27)).library) as library:
        checked = audit.verify(audit.lines(library.connection))
        assert checked.broken_line is None
        assert checked.count >= 41  # those of the backup and that it was set aside


def test_a_backup_that_is_damaged_too_is_passed_over(tmp_path):
    fill(tmp_path, 30)
    studies_in(tmp_path, NOW + timedelta(hours=25))
    fill(tmp_path, 60, NOW + timedelta(hours=26))
    studies_in(tmp_path, NOW + timedelta(hours=50))
    newest, older = backups(tmp_path / BACKUPS)
    damage_half(newest)
    damage_header(tmp_path / NAME)

    assert not is_whole(newest)
    count, opened = studies_in(tmp_path, NOW + timedelta(hours=51))
    assert count == 30
    assert older.name in opened.notices[0].hint


def test_the_audit_of_a_damaged_database_is_taken_over_as_far_as_it_holds(tmp_path):
    fill(tmp_path, 40)
    with contextlib.closing(open_library(tmp_path, NOW).library) as library:
        pages = {
            number
            for (number,) in library.connection.execute(
                "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'images%'"
            )
        }
    with (tmp_path / NAME).open("r+b") as file:
        for number in pages:
            file.seek(4096 * (number - 1))
            file.write(b"\0" * 4096)
    shutil.rmtree(tmp_path / BACKUPS)
    count, opened = studies_in(tmp_path)

    assert (count, len(opened.notices)) == (0, 1)
    with contextlib.closing(open_library(tmp_path, NOW).library) as library:
        entries = list(audit.lines(library.connection))
    assert audit.verify(entries).count == 41
    assert '"entries taken over":40' in entries[-1]


def test_a_newer_database_is_set_aside_whole(tmp_path):
    fill(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(tmp_path / NAME)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    count, opened = studies_in(tmp_path)

    assert count == 0
    assert "newer version" in str(opened.notices[0])
    (aside,) = set_aside(tmp_path)
    with contextlib.closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT count(*) FROM studies").fetchone() == (5,)


def test_the_database_of_another_program_is_set_aside(tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / NAME)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.commit()

    assert "another program" in str(studies_in(tmp_path)[1].notices[0])


def test_two_of_the_same_second_do_not_overwrite_each_other(tmp_path):
    for _ in range(3):
        (tmp_path / NAME).write_text("nonsense" * 100)
        studies_in(tmp_path)

    assert len(set_aside(tmp_path)) == 3


def test_a_migration_is_backed_up_first_and_whole_or_not_at_all(tmp_path, monkeypatch):
    fill(tmp_path, 5)
    broken = (*schema.MIGRATIONS, "CREATE TABLE extra (a);\nINSERT INTO nowhere VALUES (1);\n")
    with contextlib.closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(connection, broken)
        assert schema.version_of(connection) == schema.VERSION
        found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'extra'").fetchone()
        assert found is None

    later = (*schema.MIGRATIONS, "CREATE TABLE extra (a);\n")
    migrate = schema.migrate
    monkeypatch.setattr(schema, "VERSION", len(later))
    monkeypatch.setattr(schema, "migrate", lambda connection: migrate(connection, later))
    count, opened = studies_in(tmp_path, NOW + timedelta(hours=1))

    assert (count, opened.notices) == (5, ())
    names = [path.name for path in backups(tmp_path / BACKUPS)]
    assert f"library-20260301-090000-v{len(schema.MIGRATIONS)}.backup.db" in names


def test_backups_are_made_once_a_day_and_the_newest_are_kept(tmp_path):
    fill(tmp_path, 2)
    for hours in range(0, 24 * 10, 12):
        studies_in(tmp_path, NOW + timedelta(hours=hours))
    kept = backups(tmp_path / BACKUPS)

    assert len(kept) == 7
    assert kept[0].name.startswith("library-20260310")
    assert all(is_whole(path) for path in kept)


def test_renewed_backups_hold_only_what_is_there_now(tmp_path):
    fill(tmp_path, 4)
    with contextlib.closing(open_library(tmp_path, NOW + timedelta(days=2)).library) as library:
        library.connection.execute("DELETE FROM studies WHERE patient_id = 'P1'")
        renew_backups(library, NOW + timedelta(days=3))

    (copy,) = backups(tmp_path / BACKUPS)
    assert b"Doe1" not in copy.read_bytes()
    assert b"Doe2" in copy.read_bytes()
    assert b"Doe1" not in (tmp_path / NAME).read_bytes()


def test_a_full_disk_is_named_and_leaves_what_was_written(tmp_path):
    fill(tmp_path, 20)
    with contextlib.closing(open_library(tmp_path, NOW).library) as library:
        pages = library.connection.execute("PRAGMA page_count").fetchone()[0]
        library.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LibraryError, match="disk is full"), library.writing() as connection:
            put_images(connection, [sighting(n) for n in range(20, 2000)], AT)
        assert worklist.count(library.connection) == 20
        library.connection.execute("PRAGMA max_page_count = 100000")
        with library.writing() as connection:
            put_images(connection, [sighting(n) for n in range(20, 30)], AT)

    count, opened = studies_in(tmp_path)
    assert (count, opened.notices) == (30, ())


def test_a_locked_database_is_left_alone(tmp_path, monkeypatch):
    fill(tmp_path, 2)
    monkeypatch.setattr(database, "BUSY_S", 0.05)
    with contextlib.closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryError, match="in use by another program"):
            open_library(tmp_path, NOW)

    assert set_aside(tmp_path) == ()
    assert studies_in(tmp_path)[0] == 2


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be used"):
        open_library(tmp_path / "file" / "library", NOW)


CHILD = """
import sys
from pathlib import Path
from engine.library import audit
from engine.library.images import put_images
from engine.library.opening import open_library
from engine.library.predictions import put_prediction
from tests.support.studies import AT, key, scored, sighting

first, count = int(sys.argv[2]), int(sys.argv[3])
library = open_library(Path(sys.argv[1])).library
for number in range(first, first + count):
    with library.writing() as connection:
        put_images(connection, [sighting(number)], AT)
        put_prediction(connection, scored(number, Nodule=0.7, Mass=0.2), AT)
        audit.append(connection, [audit.Event(audit.SCORED, AT, key(number))])
    print(number, flush=True)
"""


def start_child(folder, first, count):
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(first), str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX")
def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path):
    dice, acknowledged = random.Random(7), []
    for turn in range(3):
        with start_child(tmp_path, 1000 * turn, 1000) as child:
            acknowledged.append(int(child.stdout.readline()))
            time.sleep(dice.uniform(0.02, 0.25))
            child.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in child.stdout.read().splitlines() if line]

    opened = open_library(tmp_path)
    with contextlib.closing(opened.library) as library:
        found = {key for (key,) in library.connection.execute("SELECT key FROM images")}
        halves = library.connection.execute(
            "SELECT count(*) FROM images WHERE id NOT IN (SELECT image_id FROM predictions)"
        ).fetchone()
        checked = audit.verify(audit.lines(library.connection))
    assert opened.notices == ()
    assert {key(number) for number in acknowledged} <= found
    assert halves == (0,)
    assert (checked.broken_line, checked.count) == (None, len(found))


def test_two_processes_write_side_by_side(tmp_path):
    with start_child(tmp_path, 0, 12) as one, start_child(tmp_path, 1000, 12) as other:
        one.stdout.read(), other.stdout.read()
    assert (one.returncode, other.returncode) == (0, 0)

    with contextlib.closing(open_library(tmp_path).library) as library:
        assert worklist.count(library.connection) == 24
        checked = audit.verify(audit.lines(library.connection))
    assert (checked.count, checked.broken_line) == (24, None)


def test_network_folders_are_told_by_the_longest_mount_point():
    mounts = [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/share /mnt/share nfs4 rw 0 0",
        "//nas/x /mnt/with\\040space cifs rw 0 0",
    ]
    assert kind_of(Path("/home/x"), mounts) == "ext4"
    assert kind_of(Path("/mnt/share/a/b"), mounts) == "nfs4"
    assert kind_of(Path("/mnt/shared"), mounts) == "ext4"
    assert kind_of(Path("/mnt/with space/a"), mounts) == "cifs"


@pytest.mark.skipif(os.name == "nt", reason="modes of folders are those of POSIX")
def test_nobody_else_may_look_into_its_folder(tmp_path):
    fill(tmp_path / "library", 1)

    assert (tmp_path / "library").stat().st_mode & 0o077 == 0
