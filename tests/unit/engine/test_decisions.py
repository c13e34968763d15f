"""What people decide about images comes back as it was, and nothing half-decided gets in."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.decisions import Decision, Impression, Override, Record, RecordStore, record_key
from engine.errors import UnreadableFile
from engine.images.radiograph import Facts, GreyScale, Radiograph

OVERRIDE = Override("phantom for teaching", ("body_part",), "model-1", 0, "ann", "2026-01-02T03:04")
DECISION = Decision(
    "pneumonia", "model-1", "1", 0, 0.7, "rejected", "old scar", "ann", "2026-01-02"
)


def _film(uid: str | None, sha256: str = "0" * 64) -> Radiograph:
    frames = np.zeros((1, 4, 4), np.uint16)
    facts = Facts(sop_instance_uid=uid)
    return Radiograph(Path("film"), sha256, "dicom", frames, GreyScale(), 8, facts=facts)


def test_a_record_comes_back_from_its_file(tmp_path):
    store = RecordStore(tmp_path / "decisions")
    record = Record("2026-01-02T03:00").with_override(OVERRIDE).with_decision(DECISION)
    store.write("ab", record)
    assert store.read("ab") == record
    assert store.read("cd") == Record()


def test_a_later_decision_takes_the_place_of_the_earlier_one_of_the_same_finding():
    other = replace(DECISION, finding="effusion")
    later = replace(DECISION, verdict="accepted", comment="")
    record = Record().with_decision(DECISION).with_decision(other).with_decision(later)
    assert record.decisions == (other, later)
    assert record.decisions_of("model-1", 1) == ()


def test_a_decision_that_says_nothing_any_more_is_taken_away():
    empty = replace(DECISION, verdict="open", comment="")
    assert Record().with_decision(DECISION).with_decision(empty) == Record()


def test_overrides_hold_for_one_model_and_one_frame():
    record = Record().with_override(OVERRIDE)
    assert record.override_of("model-1", 0) == OVERRIDE
    assert record.override_of("model-2", 0) is None
    assert record.override_of("model-1", 1) is None


def test_an_override_needs_a_reason():
    with pytest.raises(ValueError, match="reason"):
        replace(OVERRIDE, reason="  ")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": 9}', "\x00", '{"a": 1'])
def test_a_damaged_file_is_named_and_not_guessed_from(tmp_path, text):
    (tmp_path / "ab.json").write_text(text)
    with pytest.raises(UnreadableFile):
        RecordStore(tmp_path).read("ab")


def test_the_key_is_the_images_own_and_tells_no_uid():
    assert record_key(_film("1.2.3", "1" * 64)) == record_key(_film("1.2.3", "2" * 64))
    assert record_key(_film("1.2.3")) != record_key(_film("1.2.4"))
    assert record_key(_film(None, "1" * 64)) != record_key(_film(None, "2" * 64))
    assert "1.2.3" not in record_key(_film("1.2.3"))


def test_an_impression_is_kept_with_author_and_time_and_older_records_have_none(tmp_path):
    store = RecordStore(tmp_path)
    written = Record(impression=Impression("Effusion, small.", "ada", "2026-03-04T05:06:00+00:00"))
    store.write("a" * 64, written)
    assert store.read("a" * 64) == written
    older = {"schema_version": 1, "looked_at": "", "overrides": [], "decisions": []}
    assert Record.from_json(older).impression is None
    assert "impression" not in Record().as_json()
