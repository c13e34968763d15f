"""The library at 100,000 studies: writing, asking, one page, the start.

Every limit is a ratio to a rival that is measured in the same run: *one reading of all rows* of the
studies (what any question without an index costs at least), and *a bare commit* of one row to the
same disk (what any write costs at least). The milliseconds are printed.
"""

import contextlib
import random
import sqlite3
import statistics
import time

import pytest

from engine.library import audit, worklist
from engine.library.images import put_images
from engine.library.monitoring import monitor
from engine.library.opening import open_library
from engine.library.predictions import put_prediction
from engine.library.worklist import Wanted
from tests.support.studies import AT, key, scored, sighting

pytestmark = pytest.mark.bench

STUDIES = 100_000
TRULY = 2_000  # written as the program does; the rest repeats them
PORTION = 100
FINDINGS = ("Atelectasis", "Effusion", "Nodule", "Mass", "Pneumonia", "Edema", "Fibrosis", "Hernia")
QUESTIONS = {
    "model's order": Wanted(),
    "by date": Wanted(order="date", is_descending=True),
    "by name": Wanted(order="patient"),
    "one word": Wanted(words="doe77"),
    "two words": Wanted(words="jane 2026-02"),
    "finding and score": Wanted(finding="Mass", low=0.9),
    "finding": Wanted(finding="Mass"),
    "score": Wanted(low=0.9, high=0.95),
    "status": Wanted(status="read"),
    "second reader": Wanted(hides_unseen=True),
}


def put(library, numbers, dice):
    with library.writing() as connection:
        put_images(connection, [sighting(n) for n in numbers], AT)
        for n in numbers:
            put_prediction(connection, scored(n, **{f: dice.random() for f in FINDINGS}), AT)
        audit.append(connection, [audit.Event(audit.SCORED, AT, key(n)) for n in numbers])


def seconds(work, rounds=5):
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def multiply(connection, times):
    """Repeats all that is there, under other keys and names."""
    first = connection.execute("SELECT max(id) FROM studies").fetchone()[0]
    for turn in range(1, times):
        step, name = first * turn, f"'-{turn}'"
        for table, changed in (
            ("studies", {"id": f"id + {step}", "key": f"key || {name}",
                         "patient_name": f"patient_name || {name}",
                         "probability": f"abs(probability - {turn / times})",
                         "search": f"search || {name}"}),
            ("images", {"id": f"id + {step}", "study_id": f"study_id + {step}",
                        "key": f"key || {name}"}),
            ("predictions", {"id": f"id + {step}", "image_id": f"image_id + {step}"}),
            ("scores", {"prediction_id": f"prediction_id + {step}"}),
            ("study_findings", {"study_id": f"study_id + {step}"}),
        ):  # fmt: skip
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            given = ", ".join(changed.get(column, column) for column in columns)
            owner = {"id": "id", "prediction_id": "prediction_id", "study_id": "study_id"}
            key = next(owner[column] for column in columns if column in owner)
            connection.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {given} FROM {table} "
                f"WHERE {key} <= {first}"
            )


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A library of 100,000 scored studies, open."""
    folder, dice = tmp_path_factory.mktemp("library"), random.Random(1)
    library = open_library(folder).library
    library.connection.execute("PRAGMA synchronous = OFF")  # only while it is filled
    put(library, range(TRULY), dice)
    with library.writing() as connection:
        multiply(connection, STUDIES // TRULY)
        events = (audit.Event(audit.SCORED, AT, key(n)) for n in range(TRULY, STUDIES))
        audit.append(connection, events)
    library.connection.execute("PRAGMA synchronous = FULL")
    yield library
    library.close()


def test_questions_cost_little_more_than_reading_all_rows(large):
    connection = large.connection
    bare = seconds(lambda: connection.execute("SELECT sum(length(search)) FROM studies").fetchall())
    print(f"\nreading {STUDIES} rows: {1e3 * bare:.1f} ms")
    worst = 0.0
    for name, wanted in QUESTIONS.items():
        ids = worklist.study_ids(connection, wanted)
        took = seconds(lambda wanted=wanted: worklist.study_ids(connection, wanted))
        middle = ids[len(ids) // 2 :][:PORTION]
        page = seconds(lambda: worklist.rows(connection, middle, wanted))  # noqa: B023 - at once
        print(f"{name:18} {len(ids):6d} studies {1e3 * took:7.1f} ms, a page {1e3 * page:5.2f} ms")
        worst = max(worst, took)
    assert worst < 60.0 * bare + 0.1


def test_writing_costs_little_more_than_bare_commits(large, tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / "bare.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = TRUNCATE")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE t (a)")
        commit = seconds(lambda: bare.execute("INSERT INTO t VALUES (1)"), rounds=30)
    dice, first = random.Random(2), iter(range(STUDIES, 2 * STUDIES, PORTION))
    one = seconds(lambda: put(large, [next(first)], dice), rounds=30)

    def portion():
        start = next(first)
        put(large, range(start, start + PORTION), dice)

    many = seconds(portion)
    print(f"\nbare commit {1e3 * commit:.1f} ms, one scored study {1e3 * one:.1f} ms")
    print(
        f"{PORTION} scored studies in one transaction {1e3 * many:.0f} ms: "
        f"{PORTION / many:.0f} a second"
    )
    assert one < 10.0 * commit + 0.02
    assert many < PORTION * one


def test_the_start_reads_the_database_once(large):
    size = large.path.stat().st_size
    bare = seconds(large.path.read_bytes, rounds=3)
    started = seconds(lambda: open_library(large.path.parent).library.close(), rounds=3)
    verified = seconds(lambda: audit.verify(audit.lines(large.connection)), rounds=1)
    print(
        f"\n{size / 1e6:.0f} MB, read {1e3 * bare:.0f} ms; opened and checked "
        f"{1e3 * started:.0f} ms; the audit verified in {verified:.1f} s"
    )
    assert started < 100.0 * bare + 0.5


def test_monitoring_looks_through_all_scores_in_a_few_readings(large):
    connection = large.connection
    bare = seconds(lambda: connection.execute("SELECT * FROM scores").fetchall(), rounds=3)
    took = seconds(lambda: monitor(connection), rounds=3)
    one = len(monitor(connection).findings)
    print(
        f"\nreading {STUDIES * len(FINDINGS)} scores: {1e3 * bare:.0f} ms; monitoring of {one} "
        f"findings {1e3 * took:.0f} ms"
    )
    assert took < 12.0 * bare + 0.5
