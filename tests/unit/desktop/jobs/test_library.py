"""The library of the window: what is noticed is written, whatever happens to the database."""

import json
import sqlite3
import time

import numpy as np
import pytest

from desktop.jobs import library_tasks
from desktop.jobs.delivery_tasks import DONE, FAILED, SENT, Row
from desktop.jobs.library import LibraryKeeping
from desktop.jobs.library_tasks import Home
from desktop.jobs.marks import MarkKeeping
from desktop.settings import Settings
from desktop.state.session import start_session
from desktop.state.workspace import Item
from engine.decisions import Decision, Override, Record, RecordStore
from engine.images.identity import record_key
from engine.images.radiograph import Facts, GreyScale, Radiograph
from engine.library import audit, worklist
from engine.library.opening import NAME, open_library, set_aside
from engine.measure.store import SheetStore

WAIT_MS = 10_000


@pytest.fixture
def state(qtbot, tmp_path):
    return start_session(Settings(tmp_path / "user"))


@pytest.fixture
def home(tmp_path):
    user = tmp_path / "user"
    return Home(
        user / "library",
        RecordStore(user / "decisions"),
        SheetStore(user / "marks", "WhyRay"),
        user / "inbox",
    )


@pytest.fixture
def keeping(state, home):
    marks = MarkKeeping(state.workspace, home.sheets)
    keeping = LibraryKeeping(state, home, marks)
    keeping.told = []
    keeping.error_raised.connect(keeping.told.append)
    yield keeping
    assert marks.close(5.0)
    assert keeping.close(5.0)


@pytest.fixture
def open_film(state, tmp_path):
    """Lists and decodes an invented film."""

    def open_one(number):
        facts = Facts(
            patient_name=f"Doe{number}", study_uid=f"1.{number}", sop_instance_uid=f"2.{number}"
        )
        pixels = np.zeros((1, 4, 4), dtype=np.uint16)
        path = tmp_path / f"{number}.dcm"
        film = Radiograph(path, f"{number:064d}", "dicom", pixels, GreyScale(), 8, facts=facts)
        item = Item(path)
        state.workspace.add([item])
        state.workspace.select(item)
        state.workspace.update(item, radiograph=film, facts=facts)
        return item

    return open_one


def written(home):
    """Number of studies and events in the library."""
    library = open_library(home.folder).library
    events = list(audit.lines(library.connection))
    counted = worklist.count(library.connection)
    library.close()
    assert audit.verify(events).broken_line is None
    return counted, events


def test_what_is_noticed_is_written_at_the_latest_when_it_closes(keeping, home, open_film):
    keeping.start()
    for number in range(3):
        open_film(number)
    assert keeping.close(5.0)

    counted, events = written(home)
    assert counted == 3
    assert sum('"event":"opened"' in line for line in events) == 3
    assert keeping.told == []


def test_samples_are_nobodys_study(keeping, home, state, tmp_path, open_film):
    sample = Item(tmp_path / "sample.dcm", model_id="m", title="Sample")
    state.workspace.add([sample])
    state.workspace.update(sample, facts=Facts(sop_instance_uid="9.9", study_uid="9"))
    open_film(1)
    assert keeping.close(5.0)

    assert written(home)[0] == 1


def test_without_a_history_there_is_no_file(keeping, home, state, open_film):
    state.settings.set("history/keeps", False)
    keeping.chronicle.take()  # that it was switched off
    keeping.start()
    open_film(1)
    assert keeping.close(5.0)

    assert not home.exists


def test_a_library_that_cannot_be_written_is_told_once_and_tried_again(
    qtbot, keeping, home, open_film
):
    home.folder.parent.mkdir(parents=True)
    home.folder.write_text("a file where the folder should be")
    with qtbot.waitSignal(keeping.error_raised, timeout=WAIT_MS):
        open_film(1)
    assert keeping.is_broken
    open_film(2)
    keeping._write_again()
    qtbot.wait(100)
    assert len(keeping.told) == 1

    home.folder.unlink()
    with qtbot.waitSignal(keeping.changed, timeout=WAIT_MS):
        keeping._write_again()
    assert not keeping.is_broken
    assert keeping.close(5.0)
    assert written(home)[0] == 2


def test_a_library_that_is_damaged_while_it_is_open_is_set_aside_and_nothing_noticed_is_lost(
    qtbot, keeping, home, open_film, monkeypatch
):
    with qtbot.waitSignal(keeping.changed, timeout=WAIT_MS):
        keeping.start()
    with qtbot.waitSignal(keeping.changed, timeout=WAIT_MS):
        open_film(1)
    put, failures = library_tasks.put_images, []

    def broken_once(connection, seen, at):
        if not failures:
            failures.append(1)
            (home.folder / NAME).write_bytes(b"nonsense" * 2000)
            raise sqlite3_error()
        put(connection, seen, at)

    def sqlite3_error():
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        return error

    qtbot.waitUntil(lambda: keeping._writing is None, timeout=WAIT_MS)
    monkeypatch.setattr(library_tasks, "put_images", broken_once)
    open_film(2)
    qtbot.waitUntil(lambda: bool(keeping.told), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: keeping._writing is None, timeout=WAIT_MS)
    assert keeping.close(5.0)

    assert "set aside" in str(keeping.told[0])
    assert "it is damaged" in str(keeping.told[0])
    assert "found" in keeping.told[0].details
    assert len(set_aside(home.folder)) == 1
    counted, events = written(home)
    assert counted == 1  # the second film; the first comes again when it is opened
    assert sum('"event":"opened"' in line for line in events) == 1


@pytest.mark.parametrize("keeps", [True, False])
def test_what_is_still_to_be_written_does_not_bring_back_what_was_forgotten(
    qtbot, keeping, home, state, open_film, keeps
):
    state.settings.set("history/keeps", keeps)
    item = open_film(1)
    key = record_key(item.radiograph)
    home.records.write(key, Record(looked_at="2026-01-01T00:00:00+00:00"))
    other = open_film(2)
    with qtbot.waitSignal(keeping.forgotten, timeout=WAIT_MS):
        keeping.forget(items=(item,))
    assert state.workspace.items == (other,)
    assert home.records.read(key) == Record()
    assert keeping.close(5.0)

    if keeps:
        assert written(home)[0] == 1


def test_decisions_are_logged_without_a_word_of_them(keeping, home, open_film):
    item = open_film(1)
    override = Override("because of Mrs Doe", ("age",), "m", 0, "ann", "2026-01-01T00:00:00+00:00")
    decision = Decision(
        "Mass", "m", "1", 0, 0.5, "accepted", "seen by Dr Roe", "ann", "2026-01-01T00:00:00+00:00"
    )
    before = Record()
    for after in (
        Record(looked_at="2026-01-01T00:00:00+00:00"),
        Record(looked_at="2026-01-01T00:00:00+00:00", overrides=(override,)),
        Record("2026-01-01T00:00:00+00:00", (override,), (decision,)),
        Record("2026-01-01T00:00:00+00:00", (override,)),
    ):
        keeping.chronicle.notice_decision(item, before, after)
        before = after
    keeping.chronicle.notice_report(item, "verified", "Dr Roe")
    film = item.listed.path
    keeping.chronicle.notice_delivery(Row("Doe's film", "stored", DONE, film, SENT))
    keeping.chronicle.notice_delivery(Row("Doe's film", "refused", FAILED))
    assert keeping.close(5.0)

    events = [json.loads(line) for line in written(home)[1]]
    told = [(e["event"], e["details"].get("verdict", "")) for e in events if e["image"]]
    assert told == [
        ("opened", ""),
        ("looked", ""),
        ("override", ""),
        ("decision made", "accepted"),
        ("decision made", "withdrawn"),
        ("report written", ""),
        ("given away", ""),
    ]
    assert [e["details"] for e in events if e["event"] == "given away"] == [{"way": "sent"}]
    assert "Doe" not in json.dumps(events)
    assert "Roe" not in json.dumps(events)


def test_what_is_noticed_of_a_large_folder_holds_up_nobody(keeping, state, tmp_path):
    items = [
        Item(tmp_path / f"{number}.dcm", facts=Facts(sop_instance_uid=f"3.{number}", study_uid="3"))
        for number in range(2000)
    ]
    start = time.process_time()
    keeping.chronicle._notice_items(items)
    took = time.process_time() - start

    assert len(keeping.chronicle.take().seen) == 2000
    assert took < 0.5  # a quarter of a millisecond each; listing them takes longer
