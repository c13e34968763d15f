"""Received images go once they were read, by age or on request; never before somebody has."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.jobs import inbox_tasks, library_tasks
from desktop.jobs.library_tasks import Chosen, Home, Noticed, Report, Shelf
from engine.decisions import RecordStore
from engine.images.identity import key_of_uid
from engine.images.radiograph import Facts
from engine.library.images import Sighting
from engine.measure.store import SheetStore


@pytest.fixture
def home(tmp_path):
    (tmp_path / "inbox").mkdir()
    return Home(
        tmp_path / "library",
        RecordStore(tmp_path / "decisions"),
        SheetStore(tmp_path / "marks", "WhyRay"),
        tmp_path / "inbox",
    )


@pytest.fixture
def shelf(home):
    made = Shelf()
    finish(library_tasks.start(made, home, 0.0))
    yield made
    made.library.close()


def finish(steps):
    result = None
    for step in steps:
        result = step.result
    return result


def days_ago(days):
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")


@pytest.fixture
def film(shelf, home):
    """Files an image of a study of its own as received, or in another folder."""

    def file(number, *, folder=None, study=None, at=None):
        uid = f"1.2.{number}"
        path = (home.inbox if folder is None else folder) / f"{uid}.dcm"
        path.write_bytes(bytes(1000 + number))
        facts = Facts(sop_instance_uid=uid, study_uid=f"9.{number if study is None else study}")
        noticed = Noticed(datetime.now(UTC).isoformat(timespec="seconds") if at is None else at)
        noticed.seen.append(Sighting(key_of_uid(uid), path, facts, path.name))
        finish(library_tasks.write(shelf, home, noticed))
        return path

    return file


def mark_read(shelf, number):
    chosen = Chosen((), (key_of_uid(f"1.2.{number}"),))
    library_tasks.mark(shelf, chosen, is_read=True, at=days_ago(0), by="reader")


def report_on(shelf, home, number):
    noticed = Noticed(days_ago(0), reports=[Report(key_of_uid(f"1.2.{number}"), "verified", "Ray")])
    finish(library_tasks.write(shelf, home, noticed))


def test_only_what_was_read_or_reported_is_deleted(shelf, home, film, tmp_path):
    read, unread, reported = film(1), film(2), film(3)
    own = film(4, folder=tmp_path)  # a file of the person's own
    stray = home.inbox / "1.2.9.dcm"
    stray.write_bytes(b"nobody knows it")
    mark_read(shelf, 1)
    mark_read(shelf, 4)
    report_on(shelf, home, 3)

    seen = inbox_tasks.look(shelf, home.inbox)
    assert (seen.files, seen.size) == (4, 1001 + 1002 + 1003 + 15)
    assert set(seen.read) == {read, reported}
    assert seen.read_size == 1001 + 1003
    before, after = inbox_tasks.empty(shelf, home.inbox)
    assert before == seen
    assert (after.files, after.read) == (2, ())
    assert [path.exists() for path in (read, reported, unread, stray, own)] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_a_new_image_of_a_read_or_reported_study_is_not_read(shelf, home, film):
    film(1, study=7)
    mark_read(shelf, 1)
    film(2, study=7)
    assert inbox_tasks.look(shelf, home.inbox).read == ()
    report_on(shelf, home, 1)
    assert [path.name for path in inbox_tasks.look(shelf, home.inbox).read] == ["1.2.1.dcm"]


def test_age_takes_what_was_read_and_keeps_and_names_what_was_not(shelf, home, film, tmp_path):
    read, unread = film(1, at=days_ago(40)), film(2, at=days_ago(40))
    young, own = film(3), film(4, folder=tmp_path, at=days_ago(40))
    mark_read(shelf, 1)
    shelf.library.close()
    shelf.library = None
    (notice,) = finish(library_tasks.start(shelf, home, 30.0))
    assert "1 received studies" in str(notice)
    assert [path.exists() for path in (read, unread, young, own)] == [False, True, True, True]
    with shelf.library.reading() as connection:
        keys = library_tasks.all_keys(connection)
    assert set(keys) == {key_of_uid("1.2.2"), key_of_uid("1.2.3")}


def test_forgetting_a_study_deletes_its_received_files_and_no_others(shelf, home, film, tmp_path):
    received, own = film(1, study=5), film(2, study=5, folder=tmp_path)
    other = film(3)
    chosen = library_tasks.look_up(shelf, Chosen((), (key_of_uid("1.2.1"),)))
    library_tasks.forget_all(shelf, home, chosen, "reader")
    assert [path.exists() for path in (received, own, other)] == [False, True, True]


def test_without_a_library_nothing_is_known_to_be_read(home):
    (home.inbox / "1.dcm").write_bytes(b"1")
    seen = inbox_tasks.look(Shelf(), home.inbox)
    assert (seen.files, seen.read) == (1, ())
    assert inbox_tasks.look(Shelf(), home.inbox / "none").files == 0
