import csv
import hashlib
import itertools

import pytest

from engine.decisions import ACCEPTED, OPEN, REJECTED, Decision, Record
from engine.errors import OutputError
from engine.library import cases
from engine.library.cases import (
    Labelling,
    check_files,
    for_findings,
    gather_cases,
    write_training_table,
)
from engine.library.decisions import index_record
from engine.library.images import Sighting, put_images
from engine.library.opening import open_library
from engine.library.predictions import FindingScore, Scored, put_prediction
from tests.support.studies import AT, key, scored, sighting
from training.data.table import read_table, samples_of

SITE_KEY = bytes(range(32))


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library").library
    yield library
    library.close()


def decision(verdict, finding="mass", by="ann", at=AT, **more):
    told = {
        "model_id": "m-1", "model_version": "1", "frame": 0, "probability": None, "comment": "",
    } | more  # fmt: skip
    return Decision(finding=finding, verdict=verdict, by=by, at=at, **told)


def put(library, number, *decisions, scores=None, file=None, **facts):
    """Image `number` with its scores of m-1 and decisions; as a real file where one is given."""
    seen = sighting(number, **facts)
    if file is not None:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        seen = Sighting(seen.key, file, seen.facts, file.name, digest)
    with library.writing() as connection:
        put_images(connection, [seen], AT)
        put_prediction(
            connection, scored(number, **({"mass": 0.9} if scores is None else scores)), AT
        )
        index_record(connection, key(number), Record("", (), tuple(decisions)))


def truths_of(gathered):
    return {case.key: dict(case.truths) for case in gathered.cases}


def check(gathered):
    *_, last = check_files(gathered)
    return last.result


@pytest.mark.parametrize("probability", [0.9, 0.1])
@pytest.mark.parametrize("verdict", [ACCEPTED, REJECTED])
def test_a_verdict_is_about_the_side_of_the_operating_point(library, probability, verdict):
    put(library, 1, decision(verdict), scores={"mass": probability})
    gathered = gather_cases(library.connection)

    model_said_yes = probability >= 0.5
    reader_sees_it = model_said_yes if verdict == ACCEPTED else not model_said_yes
    assert truths_of(gathered) == {key(1): {"mass": reader_sees_it}}
    assert gathered.left_out == {}
    assert gathered.counts("mass") == (int(reader_sees_it), int(not reader_sees_it))


def test_what_nobody_decided_or_nobody_can_side_with_is_left_out_and_counted(library):
    put(library, 1, decision(OPEN, comment="unsure"))
    put(library, 2, decision(ACCEPTED, frame=1))
    put(library, 3, decision(ACCEPTED, model_id="gone"))
    put(library, 4, decision(ACCEPTED), scores={})  # withheld
    with library.writing() as connection:  # a class without an operating point
        put_images(connection, [sighting(5)], AT)
        lone = Scored(key(5), 0, "m-1", "M", "1", "CPU", "accepted", (),
                      (FindingScore("mass", 0.7, None),))  # fmt: skip
        put_prediction(connection, lone, AT)
        index_record(connection, key(5), Record("", (), (decision(ACCEPTED),)))
    put(library, 6)
    gathered = gather_cases(library.connection)

    assert gathered.cases == ()
    assert gathered.left_out == {"undecided": 1, "other frame": 1, "no side": 3}


def test_readers_who_disagree_cancel_each_other_and_only_there(library):
    with library.writing() as connection:
        put_images(connection, [sighting(1)], AT)
        put_prediction(connection, scored(1, "m-1", mass=0.9, edema=0.2), AT)
        put_prediction(connection, scored(1, "m-2", mass=0.3), AT)
        both = (
            decision(ACCEPTED, by="ann"),  # there
            decision(ACCEPTED, by="bob", model_id="m-2"),  # not there
            decision(ACCEPTED, "edema", by="ann"),
        )
        index_record(connection, key(1), Record("", (), both))
    gathered = gather_cases(library.connection)

    assert truths_of(gathered) == {key(1): {"edema": False}}
    assert gathered.left_out == {"disagreeing": 1}
    assert gathered.cases[0].decided_by == ("ann", "bob")


def test_two_readers_who_agree_about_two_models_are_one_case_and_a_later_answer_counts(library):
    later = "2026-03-02T08:00:00+00:00"
    with library.writing() as connection:
        put_images(connection, [sighting(1), sighting(2)], AT)
        for number in (1, 2):
            put_prediction(connection, scored(number, "m-1", mass=0.9), AT)
            put_prediction(connection, scored(number, "m-2", mass=0.3), AT)
        agree = (decision(ACCEPTED), decision(REJECTED, by="bob", model_id="m-2"))
        index_record(connection, key(1), Record("", (), agree))
        changed = (decision(ACCEPTED), decision(ACCEPTED, model_id="m-2", at=later))
        index_record(connection, key(2), Record("", (), changed))
    gathered = gather_cases(library.connection)

    assert truths_of(gathered) == {key(1): {"mass": True}, key(2): {"mass": False}}
    assert gathered.left_out == {}
    assert [case.decided_at for case in gathered.cases] == [AT, later]
    assert gather_cases(library.connection, first_day="2026-03-02").findings == ("mass",)
    assert len(gather_cases(library.connection, first_day="2026-03-02").cases) == 1


def test_refused_images_are_cases_only_when_asked_for(library):
    with library.writing() as connection:
        put_images(connection, [sighting(1)], AT)
        made = Scored(key(1), 0, "m-1", "M", "1", "CPU", "refused", ("age",),
                      (FindingScore("mass", 0.7, True),))  # fmt: skip
        put_prediction(connection, made, AT)
        index_record(connection, key(1), Record("", (), (decision(REJECTED),)))

    assert gather_cases(library.connection).left_out == {"refused": 1}
    with_them = gather_cases(library.connection, with_refused=True)
    assert truths_of(with_them) == {key(1): {"mass": False}}


def test_a_table_of_several_findings_holds_only_images_that_tell_all_of_them(library):
    both = {"mass": 0.9, "edema": 0.1}
    put(library, 1, decision(ACCEPTED), decision(ACCEPTED, "edema"), scores=both)
    put(library, 2, decision(ACCEPTED), scores=both)
    put(library, 3, decision(ACCEPTED, "edema"), scores=both)
    gathered = gather_cases(library.connection)
    asked = ("mass", "edema")

    assert truths_of(for_findings(gathered, asked)) == {key(1): {"mass": True, "edema": False}}
    assert for_findings(gathered, asked).left_out == {"partly": 2}
    # Of findings that exclude each other, one that is there tells the other; one that is not, does
    # not.
    exclusive = for_findings(gathered, asked, are_exclusive=True)
    assert set(truths_of(exclusive)) == {key(1), key(2)}
    assert truths_of(exclusive)[key(2)] == {"mass": True, "edema": False}
    assert exclusive.left_out == {"partly": 1}
    assert for_findings(gathered, ("hernia",)).cases == ()


def test_only_files_that_are_there_and_unaltered_are_used(library, tmp_path):
    files = [tmp_path / f"film{n}.png" for n in range(5)]
    for number, file in enumerate(files):
        file.write_bytes(b"film %d" % number)
        put(library, number, decision(ACCEPTED), file=file)
    files[1].write_bytes(b"another film")
    files[2].unlink()
    inside = files[3] / "inside.png"
    library.connection.execute("UPDATE images SET path = ? WHERE key = ?", (bytes(inside), key(3)))
    library.connection.execute("UPDATE images SET file_sha256 = '' WHERE key = ?", (key(4),))
    left = check(gather_cases(library.connection))

    assert [case.key for case in left.cases] == [key(0)]
    assert left.left_out == {"changed": 1, "missing": 1, "archived": 1, "unknown file": 1}
    assert all(reason in cases.WORDS for reason in left.left_out)


def test_a_name_that_no_table_can_hold_is_left_out(library, tmp_path):
    import os

    file = tmp_path / os.fsdecode(b"film\xff.png")
    file.write_bytes(b"film")
    put(library, 1, decision(ACCEPTED), file=file)

    assert check(gather_cases(library.connection)).left_out == {"nameless": 1}


def test_the_training_side_reads_the_table_back(library, tmp_path):
    told = [(1, 0.9, "P1", "F", 61.0), (2, 0.2, "P1", "F", 61.0), (3, 0.8, "", "M", None)]
    for number, probability, patient, sex, age in told:
        file = tmp_path / f"film, {number} ä.png"
        file.write_bytes(b"film %d" % number)
        put(library, number, decision(ACCEPTED, by="=cmd", at=f"2026-03-0{number}T08"),
            scores={"mass": probability},
            file=file, patient_id=patient, sex=sex, age_years=age)  # fmt: skip
    gathered = for_findings(check(gather_cases(library.connection)), ("mass",))
    path = tmp_path / "elsewhere" / "table.csv"
    path.parent.mkdir()
    write_training_table(path, gathered, Labelling(("mass",), names={"mass": "MASS"}), key=SITE_KEY)
    samples = list(samples_of(read_table(path)))

    assert [sample.labels for sample in samples] == [("MASS",), ("no mass",), ("MASS",)]
    assert [sample.path for sample in samples] == [case.path for case in gathered.cases]
    assert [(s.sex, s.age_years, s.view) for s in samples] == [
        ("F", 61.0, "PA"), ("F", 61.0, "PA"), ("M", None, "PA"),
    ]  # fmt: skip
    assert samples[0].patient_id == samples[1].patient_id != samples[2].patient_id
    text = path.read_text(encoding="utf-8")
    assert "P1" not in text
    assert "Doe" not in text
    assert "'=cmd" in text
    row = next(csv.DictReader(text.splitlines()))
    assert row["sha256"] == hashlib.sha256(samples[0].path.read_bytes()).hexdigest()


def test_labels_of_several_findings_are_joined_and_none_has_a_label_too(library, tmp_path):
    sides = [dict(zip(("mass", "edema"), pair, strict=True))
             for pair in itertools.product((0.9, 0.1), repeat=2)]  # fmt: skip
    for number, scores in enumerate(sides):
        put(library, number, decision(ACCEPTED), decision(ACCEPTED, "edema"), scores=scores)
    gathered = for_findings(gather_cases(library.connection), ("mass", "edema"))
    labelling = Labelling(("mass", "edema"))

    assert [labelling.of(case) for case in gathered.cases if case.key == key(0)] == ["mass|edema"]
    assert sorted(map(labelling.of, gathered.cases)) == [
        "No Finding",
        "edema",
        "mass",
        "mass|edema",
    ]
    assert Labelling(("mass",), absent="NORMAL").none == "NORMAL"
    with pytest.raises(OutputError):
        write_training_table(tmp_path / "no" / "folder.csv", gathered, labelling, key=SITE_KEY)


def test_a_later_score_of_the_same_model_does_not_turn_an_answer_round(library):
    put(library, 1, decision(ACCEPTED, probability=0.9))
    with library.writing() as connection:
        put_prediction(connection, scored(1, "m-1", mass=0.2), "2026-03-03T00:00:00+00:00")

    assert truths_of(gather_cases(library.connection)) == {key(1): {"mass": True}}


def test_answers_of_before_their_probability_was_kept_take_the_side_of_the_score(library):
    put(library, 1, decision(REJECTED))
    library.connection.execute("UPDATE decisions SET probability = NULL, version = ''")

    assert truths_of(gather_cases(library.connection)) == {key(1): {"mass": False}}
