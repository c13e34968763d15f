"""The journal: whole lines count, torn ones do not, and nobody else writes meanwhile."""

import json

import pytest

from engine.batch.journal import NAME, header_of, open_journal
from engine.errors import OutputError, RequestError
from tests.unit.engine.batch.records import record

ASKED = {"model": "tiny-1 1", "methods": ["grad-cam"]}


def begun(folder, *records):
    with open_journal(folder, ASKED, resumes=False) as journal:
        for one in records:
            journal.add(one)


def test_what_was_added_is_there_again(tmp_path):
    wanted = record("b/ü\udcff.png"), record("a.png", 0.25, notes=("odd",))
    begun(tmp_path, *wanted)

    with open_journal(tmp_path, ASKED, resumes=True) as journal:
        assert tuple(journal.records(["b/ü\udcff.png", "a.png"])) == wanted
        assert journal.places["a.png"].status == "scored"
    assert header_of(tmp_path) == ASKED


def test_of_two_lines_about_a_file_the_last_counts(tmp_path):
    begun(tmp_path, record("a.png", 0.25), record("a.png", 0.75))

    with open_journal(tmp_path, ASKED, resumes=True) as journal:
        assert [r.scores[0].probability for r in journal.records(["a.png"])] == [0.75]


def test_cut_anywhere_whole_lines_stay_and_writing_goes_on(tmp_path):
    begun(tmp_path, record("a.png"), record("b.png"))
    whole = (tmp_path / NAME).read_bytes()
    ends = [place for place, byte in enumerate(whole) if byte == 10]
    for cut in range(len(whole) + 1):
        (tmp_path / NAME).write_bytes(whole[:cut])
        with open_journal(tmp_path, ASKED, resumes=True) as journal:
            kept = sum(end < cut for end in ends)
            assert len(journal.places) == max(0, kept - 1)
            journal.add(record("c.png"))
        with open_journal(tmp_path, ASKED, resumes=True) as journal:
            assert "c.png" in journal.places
            assert journal.damaged == 0


def test_a_damaged_line_costs_that_file_alone(tmp_path):
    begun(tmp_path, record("a.png"), record("b.png"), record("c.png"))
    lines = (tmp_path / NAME).read_bytes().splitlines(keepends=True)
    lines[2] = b"\0" * 40 + b"\n"
    (tmp_path / NAME).write_bytes(b"".join(lines))

    with open_journal(tmp_path, ASKED, resumes=True) as journal:
        assert sorted(journal.places) == ["a.png", "c.png"]
        assert journal.damaged == 1
        assert [one.key for one in journal.records(["c.png"])] == ["c.png"]


def test_without_resume_finished_results_are_not_touched(tmp_path):
    begun(tmp_path, record("a.png"))
    before = (tmp_path / NAME).read_bytes()

    with pytest.raises(RequestError, match="results of a batch already"):
        open_journal(tmp_path, ASKED, resumes=False)

    assert (tmp_path / NAME).read_bytes() == before


def test_another_question_is_refused_and_named(tmp_path):
    begun(tmp_path)

    with pytest.raises(RequestError, match="model, methods") as caught:
        open_journal(tmp_path, {"model": "other 2", "methods": []}, resumes=True)

    assert caught.value.details == {
        "model": "tiny-1 1 -> other 2",
        "methods": '["grad-cam"] -> []',
    }


def test_two_at_once_are_refused(tmp_path):
    with (
        open_journal(tmp_path, ASKED, resumes=False),
        pytest.raises(RequestError, match="another batch is writing"),
    ):
        open_journal(tmp_path, ASKED, resumes=True)
    open_journal(tmp_path, ASKED, resumes=True).close()


@pytest.mark.parametrize("content", [b"my notes\n", b'{"schema": 1}\n', b"\n"])
def test_somebody_elses_file_is_left_alone(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)

    with pytest.raises(RequestError, match="something else"):
        open_journal(tmp_path, ASKED, resumes=True)

    assert (tmp_path / NAME).read_bytes() == content
    assert header_of(tmp_path) is None


def test_a_newer_journal_is_refused(tmp_path):
    (tmp_path / NAME).write_text(json.dumps({"schema": 99, "batch": ASKED}) + "\n")

    with pytest.raises(RequestError, match="another version"):
        open_journal(tmp_path, ASKED, resumes=True)


def test_what_the_disk_refuses_is_not_in(tmp_path, monkeypatch):
    with open_journal(tmp_path, ASKED, resumes=False) as journal:
        journal.add(record("a.png"))

        def half(handle, data):
            if len(data) < 50:
                raise OSError(28, "No space left on device")
            return real(handle, bytes(data[: len(data) // 2]))

        import os

        real = os.write
        monkeypatch.setattr("engine.batch.journal.os.write", half)
        with pytest.raises(OutputError, match="No space left"):
            journal.add(record("b.png"))
        monkeypatch.undo()
        journal.add(record("c.png"))

    with open_journal(tmp_path, ASKED, resumes=True) as journal:
        assert sorted(journal.places) == ["a.png", "c.png"]
