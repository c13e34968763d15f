import json
import sqlite3

import pytest

from engine.library import audit
from engine.library.audit import Event
from engine.library.opening import open_library
from tests.support.studies import AT


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library").library
    yield library
    library.close()


def grow(library, count):
    with library.writing() as connection:
        events = [Event(audit.SCORED, AT, f"key{n}", "ann", {"p": n / 7}) for n in range(count)]
        audit.append(connection, events)


def test_every_entry_is_the_sha256_of_its_canonical_json_with_the_hash_before(library):
    import hashlib

    grow(library, 2)
    first, second = library.connection.execute("SELECT entry, hash FROM audit ORDER BY seq")

    text = (
        '{"at":"2026-03-01T08:00:00+00:00","by":"ann","details":{"p":0.0},"event":"scored",'
        '"image":"key0","previous":"' + "0" * 64 + '","seq":1}'
    )
    assert first == (text, hashlib.sha256(text.encode()).hexdigest())
    assert json.loads(second[0])["previous"] == first[1]


def test_an_exported_chain_is_found_whole(library):
    grow(library, 20)
    exported = list(audit.lines(library.connection))
    checked = audit.verify(exported)

    assert (checked.count, checked.broken_line) == (20, None)
    assert checked.head == json.loads(exported[-1])["hash"]
    assert audit.verify([]).head == audit.START


@pytest.mark.parametrize("number", [1, 7, 20])
def test_an_altered_entry_is_found_at_its_line(library, number):
    grow(library, 20)
    exported = list(audit.lines(library.connection))
    exported[number - 1] = exported[number - 1].replace('"by":"ann"', '"by":"bob"')
    checked = audit.verify(exported)

    assert checked.broken_line == number
    assert checked.count == number - 1
    assert "altered" in checked.problem


@pytest.mark.parametrize("number", [1, 7, 19])
def test_an_altered_entry_whose_hash_was_made_again_breaks_the_next_line(library, number):
    grow(library, 20)
    exported = list(audit.lines(library.connection))
    entry = json.loads(exported[number - 1])
    entry.pop("hash")
    entry["by"] = "bob"
    forged = entry | {"hash": audit.digest(audit.canonical(entry))}
    exported[number - 1] = audit.canonical(forged)

    assert audit.verify(exported).broken_line == number + 1


def test_missing_exchanged_and_foreign_lines_are_found(library):
    grow(library, 9)
    exported = list(audit.lines(library.connection))

    assert audit.verify(exported[:3] + exported[4:]).broken_line == 4
    assert audit.verify([*exported[:3], exported[4], exported[3]]).broken_line == 4
    assert audit.verify([*exported[:5], exported[4]]).broken_line == 6
    for foreign in ("", "{}", "[]", "3", "nonsense", '{"hash":"x"}', '{"a":NaN,"hash":"x"}'):
        assert audit.verify([*exported[:2], foreign]).broken_line == 3


def test_the_database_refuses_to_change_or_shorten_it(library):
    grow(library, 3)
    for statement in (
        "UPDATE audit SET entry = '{}' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 3",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit VALUES (2, '{}', 'x')",
        "INSERT INTO audit VALUES (9, '{}', 'x')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="the audit"):
            library.connection.execute(statement)

    assert audit.verify(audit.lines(library.connection)).count == 3


def test_what_goes_around_the_triggers_is_found(library):
    grow(library, 5)
    library.connection.execute("DROP TRIGGER audit_is_never_changed")
    library.connection.execute(
        "UPDATE audit SET entry = replace(entry, '\"key2\"', '\"key9\"') WHERE seq = 3"
    )

    assert audit.verify(audit.lines(library.connection)).broken_line == 3


def test_an_unknown_event_is_refused():
    with pytest.raises(ValueError, match="an event is one of"):
        Event("peeked", AT)
