import os
import time
from pathlib import Path

import pytest

from engine.decisions import ACCEPTED, Decision, Override, Record
from engine.library import audit, studies, worklist
from engine.library.decisions import index_record
from engine.library.explanations import Explained, put_explanation
from engine.library.forgetting import BY_AGE, forget, opened_before
from engine.library.images import Sighting, files_of, keys_of, put_images
from engine.library.measurements import index_sheet
from engine.library.opening import open_library
from engine.library.predictions import put_prediction
from engine.library.reports import put_report
from engine.library.studies import mark_read
from engine.library.worklist import Wanted
from engine.measure.mark import LENGTH, new_mark
from engine.measure.sheet import Sheet
from tests.support.studies import AT, key, scored, sighting

LATER = "2026-03-02T08:00:00+00:00"


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library").library
    yield library
    library.close()


@pytest.fixture
def filled(library):
    """Five studies of one image each; the fourth was refused, the fifth is not scored."""
    with library.writing() as connection:
        put_images(
            connection,
            [
                sighting(1, patient_name="Müller^Änne", study_date="2026-01-01"),
                sighting(2, patient_name="Zhang^Wei", study_date="2026-01-02"),
                sighting(3, study_description="Thorax p.a.", study_date="2026-01-03"),
                sighting(4, study_date=None),
                sighting(5, patient_id="100%_x", study_date="2026-01-05"),
            ],
            AT,
        )
        put_prediction(connection, scored(1, Nodule=0.55, Mass=0.2), AT)
        put_prediction(connection, scored(2, Nodule=0.91, Normal=0.99), AT)
        put_prediction(connection, scored(3, Nodule=0.1, Mass=0.49), AT)
        put_prediction(connection, scored(4), AT)
    return library


def found(library, **wanted):
    return list(worklist.study_ids(library.connection, Wanted(**wanted)))


def row(library, study, **wanted):
    return worklist.rows(library.connection, [study], Wanted(**wanted))[0]


def test_the_models_order_puts_what_reached_its_point_first_and_unscored_last(filled):
    order = found(filled)

    assert order[:3] == [2, 1, 3]
    assert set(order[3:]) == {4, 5}
    assert row(filled, 2).finding == "Nodule"  # never that there is none
    assert row(filled, 2).probability == 0.91
    assert row(filled, 4).refused_count == 1
    assert (row(filled, 4).finding, row(filled, 4).probability) == (None, None)


@pytest.mark.parametrize(
    ("words", "studies"),
    [
        ("muller", [1]),
        ("ÄNNE müller", [1]),
        ("wei nodule", [2]),
        ("thorax", [3]),
        ("film4", [4]),
        ("%", [5]),
        ("_x", [5]),
        ("2026-01", [1, 2, 3, 5]),
        ("nobody", []),
        ("'; DROP TABLE studies; --", []),
    ],
)
def test_words_are_found_without_case_and_accents_and_mean_themselves(filled, words, studies):
    assert sorted(found(filled, words=words)) == studies


def test_filters_are_all_required(filled):
    assert sorted(found(filled, finding="Nodule")) == [1, 2, 3]
    assert found(filled, finding="Nodule", low=0.5) == [2, 1]
    assert found(filled, finding="Mass", low=0.3, high=0.6) == [3]
    assert found(filled, low=0.5) == [2, 1]
    assert found(filled, high=0.5) == [3]
    assert sorted(found(filled, first_date="2026-01-02", last_date="2026-01-03")) == [2, 3]
    assert sorted(found(filled, last_date="2026-01-02")) == [1, 2]  # not those without a date
    assert found(filled, status="read") == []
    assert found(filled, finding="Effusion") == []


def test_the_finding_that_is_asked_for_is_the_one_that_is_told(filled):
    told = row(filled, 1, finding="Mass")

    assert (told.finding, told.probability, told.is_above) == ("Mass", 0.2, False)
    assert found(filled, finding="Mass") == [3, 1]


@pytest.mark.parametrize("order", worklist.ORDERS)
def test_every_order_lists_every_study_once_both_ways(filled, order):
    for is_descending in (False, True):
        assert sorted(found(filled, order=order, is_descending=is_descending)) == [1, 2, 3, 4, 5]


def test_orders_follow_their_column(filled):
    assert found(filled, order="date")[:2] == [4, 1]
    assert found(filled, order="date", is_descending=True)[0] == 5
    assert found(filled, order="probability", is_descending=True)[:3] == [2, 1, 3]
    assert found(filled, order="probability")[:3] == [3, 1, 2]
    assert found(filled, order="patient", is_descending=True)[0] == 2


def test_what_nobody_has_looked_at_tells_nothing_of_the_model(filled):
    with filled.writing() as connection:
        index_record(connection, key(3), Record(looked_at=AT))

    order = found(filled, hides_unseen=True)
    assert order[0] == 3
    assert found(filled, hides_unseen=True, low=0.01) == [3]
    assert found(filled, hides_unseen=True, finding="Nodule") == [3]
    hidden = row(filled, 2, hides_unseen=True)
    assert (hidden.finding, hidden.probability, hidden.is_above) == (None, None, None)
    assert row(filled, 3, hides_unseen=True).finding == "Mass"


def test_status_and_reader_come_from_reading_decisions_and_reports(filled):
    with filled.writing() as connection:
        mark_read(connection, [1, 2], at=AT, by="ann")
        decision = Decision("Nodule", "m-1", "1", 0, 0.9, ACCEPTED, "", "bob", AT)
        index_record(connection, key(2), Record(decisions=(decision,)))
        put_report(connection, key(3), status="preliminary", by="cyd", at=AT)
        put_report(connection, key(1), status="verified", by="dee", at=AT)

    told = {study: (row(filled, study).status, row(filled, study).reader) for study in range(1, 5)}
    assert told == {
        1: ("verified", "dee"),
        2: ("read", "bob"),
        3: ("preliminary", "cyd"),
        4: ("unread", ""),
    }
    assert worklist.readers(filled.connection) == ("bob", "cyd", "dee")
    assert found(filled, reader="bob") == [2]
    assert found(filled, order="status", is_descending=True)[0] == 1
    assert row(filled, 2).decision_count == 1

    with filled.writing() as connection:
        mark_read(connection, [2], at="", by="ann")
    assert row(filled, 2).status == "unread"


def test_a_new_image_makes_a_read_study_unread_and_a_known_one_does_not(filled):
    with filled.writing() as connection:
        mark_read(connection, [1], at=AT, by="ann")
        put_images(connection, [sighting(1, patient_name="Müller^Änne")], LATER)
    assert row(filled, 1).status == "read"

    with filled.writing() as connection:
        put_images(connection, [sighting(9, study=1, patient_name="Müller^Änne")], LATER)
    assert (row(filled, 1).status, row(filled, 1).image_count) == ("unread", 2)


def test_one_study_uid_with_two_patients_is_two_studies(library):
    with library.writing() as connection:
        put_images(
            connection,
            [sighting(1, study=7, patient_id="A"), sighting(2, study=7, patient_id="B")],
            AT,
        )
    assert worklist.count(library.connection) == 2


def test_an_image_that_turns_out_to_belong_elsewhere_moves(library):
    with library.writing() as connection:
        put_images(connection, [sighting(1, patient_name=None)], AT)
        put_images(connection, [sighting(1)], AT)

    (study,) = found(library)
    assert row(library, study).patient_name == "Doe1^Jane"
    assert row(library, study).image_count == 1


def test_the_latest_prediction_counts_and_replaces_its_own_model_and_frame(filled):
    with filled.writing() as connection:
        put_prediction(connection, scored(1, Nodule=0.3), AT)
        put_prediction(connection, scored(2, model_id="other", Edema=0.7), AT)

    assert row(filled, 1).probability == 0.3
    assert found(filled, finding="Mass") == [3]
    assert (row(filled, 2).finding, row(filled, 2).model_id) == ("Edema", "other")
    assert (row(filled, 2).model_name, row(filled, 2).model_version) == ("Model", "1")
    kept = filled.connection.execute("SELECT count(*) FROM predictions WHERE image_id = 1")
    assert kept.fetchone() == (1,)


def test_what_is_not_known_is_not_filed(filled):
    with filled.writing() as connection:
        assert not put_prediction(connection, scored(77, Nodule=0.3), AT)
        assert not index_record(connection, key(77), Record(looked_at=AT))
        assert not index_sheet(connection, key(77), Sheet())
        assert not put_report(connection, key(77), status="verified", by="", at=AT)
    assert worklist.findings(filled.connection) == ("Mass", "Nodule")


def test_marks_are_counted_and_explanations_filed_once(filled):
    sheet = Sheet(marks=(new_mark(LENGTH, ((0.0, 0.0), (1.0, 1.0)), 0),), key_frames=(0,))
    explained = Explained(key(1), 0, "m-1", "grad-cam", "Nodule", "", "conv", "{}", 0, 2, 0.1)
    with filled.writing() as connection:
        for _ in range(2):
            index_sheet(connection, key(1), sheet)
            assert put_explanation(connection, explained, AT)

    assert row(filled, 1).mark_count == 2
    assert filled.connection.execute("SELECT count(*) FROM explanations").fetchone() == (1,)


@pytest.mark.skipif(os.name == "nt", reason="names of bytes exist on POSIX")
def test_a_path_that_is_no_text_comes_back_as_it_was(library):
    path = Path(os.fsdecode(b"/films/\xff\xfe.dcm"))
    with library.writing() as connection:
        seen = sighting(1)
        put_images(connection, [Sighting(seen.key, path, seen.facts, "film")], AT)

    assert files_of(library.connection, 1) == (path,)
    assert worklist.path_of(library.connection, key(1)) == path


def test_a_hostile_name_is_kept_harmless(library):
    name = "Robert'); DROP TABLE studies;--\x1b[31m" + "x" * 100_000
    with library.writing() as connection:
        put_images(connection, [sighting(1, patient_name=name)], AT)

    told = row(library, 1)
    assert told.patient_name.startswith("Robert'); DROP TABLE")
    assert len(told.patient_name) <= 256
    assert "\x1b" not in told.patient_name


def test_forgetting_takes_everything_and_the_audit_keeps_the_keys(filled):
    with filled.writing() as connection:
        assert forget(connection, [2], reason="on request", at=AT, by="ann") == (key(2),)

    assert 2 not in found(filled)
    for table in ("images", "predictions", "scores", "study_findings"):
        left = filled.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert left == {"images": 4, "predictions": 3, "scores": 4, "study_findings": 4}[table]
    (line,) = audit.lines(filled.connection)
    assert key(2) in line
    assert "Zhang" not in line


def test_only_what_was_not_opened_again_is_old(filled):
    with filled.writing() as connection:
        put_images(connection, [sighting(3)], LATER)
        old = opened_before(connection, LATER)
        assert 3 not in old
        forget(connection, old, reason=BY_AGE, at=LATER, by="")

    assert found(filled) == [3]
    assert keys_of(filled.connection, 3) == (key(3),)


def test_what_was_overridden_is_scored_after_all(filled):
    record = Record(overrides=(Override("look", ("age",), "m-1", 0, "ann", AT),))
    with filled.writing() as connection:
        index_record(connection, key(4), record)
        put_prediction(connection, scored(4, Mass=0.6), AT)

    assert row(filled, 4).finding == "Mass"
    assert row(filled, 4).refused_count == 0


def test_summing_up_a_study_looks_at_no_other_one(library):
    told = dict.fromkeys(("finding", "probability", "is_above", "model", "search")) | {"study": 1}
    for sums in (studies._FINDINGS, studies._BEST, studies._SUMS):
        plan = library.connection.execute(f"EXPLAIN QUERY PLAN {sums}", told)
        scanned = [row[3] for row in plan if row[3].startswith("SCAN")]
        assert all(step.startswith("SCAN (") for step in scanned)  # rows of a subquery


def test_summing_up_is_as_quick_among_many_studies(library):
    def seconds():
        start = time.process_time()
        with library.writing() as connection:
            for number in range(20):
                put_prediction(connection, scored(number, Mass=0.4), AT)
        return time.process_time() - start

    with library.writing() as connection:
        put_images(connection, [sighting(number) for number in range(20)], AT)
    seconds()
    few = min(seconds() for _ in range(3))
    with library.writing() as connection:
        put_images(connection, [sighting(number) for number in range(20, 1500)], AT)
        for number in range(20, 1500):
            put_prediction(connection, scored(number, Mass=0.4), AT)
    assert min(seconds() for _ in range(3)) < 3.0 * few + 0.01


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(finding="Mass")], ids=["all", "finding"])
def test_the_models_order_is_read_from_an_index(library, wanted):
    asked = []
    library.connection.set_trace_callback(asked.append)
    worklist.study_ids(library.connection, wanted)
    library.connection.set_trace_callback(None)
    plan = [row[3] for row in library.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]

    assert len(plan) == 1
    assert "COVERING INDEX" in plan[0]
    assert "by_priority" in plan[0]
