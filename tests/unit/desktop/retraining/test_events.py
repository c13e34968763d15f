"""What a trainer tells, whole lines only, folded into what is shown."""

import json

from desktop.retraining.events import EventFile


def line(**event):
    return json.dumps(event) + "\n"


def epoch(number, **facts):
    return line(
        event="epoch", run="", number=number, of=10, loss=1.0 / number, val_loss=1.1 / number,
        learning_rate=1e-3, seconds=4.0, best=number, auc=0.5 + number / 20, recall=0.7, **facts,
    )  # fmt: skip


def test_only_whole_lines_are_taken_and_each_once(tmp_path):
    file = tmp_path / "events.jsonl"
    events = EventFile(file)
    assert not events.read()

    text = line(event="begin", is_resumed=False) + epoch(1) + epoch(2)
    file.write_text(text[:-20])
    events.read()
    assert sorted(events.told.epochs) == [1]
    file.write_text(text)
    assert events.read()
    assert not events.read()

    told = events.told
    assert [told.epochs[n].auc for n in (1, 2)] == [0.55, 0.6]
    assert (told.planned, told.best) == (10, 2)


def test_an_epoch_told_again_after_a_kill_counts_once_and_a_torn_line_is_passed_over(tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_text(
        line(event="begin") + epoch(1) + '{"event": "epo\n' + line(event="begin", is_resumed=True)
        + epoch(1) + epoch(2)
    )  # fmt: skip
    events = EventFile(file)
    events.read()
    assert sorted(events.told.epochs) == [1, 2]


def test_a_new_attempt_forgets_the_error_of_the_last_one(tmp_path):
    file = tmp_path / "events.jsonl"
    events = EventFile(file)
    failed = line(event="error", code="E_DISK_FULL", message="full", hint="", facts={"free_mb": 3})
    file.write_text(line(event="begin") + failed)
    events.read()
    assert events.told.error.code == "E_DISK_FULL"
    assert events.told.error.facts == {"free_mb": 3}

    with file.open("a") as handle:
        handle.write(line(event="begin", is_resumed=True))
    events.read()
    assert events.told.error is None


def test_a_second_trainer_that_found_the_first_at_work_changes_nothing(tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_text(line(event="begin") + line(event="error", code="E_ALREADY_RUNNING", message=""))
    events = EventFile(file)
    events.read()
    assert events.told.error is None


def test_time_left_follows_the_epochs_and_the_steps_within(tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_text(line(event="stage", name="fitting") + epoch(1) + epoch(2))
    events = EventFile(file)
    events.read()
    before = events.told.seconds_left()
    assert 8 * 4.0 <= before <= 8 * 4.0 + 60

    with file.open("a") as handle:
        handle.write(line(event="step", epoch=3, step=5, steps=10, loss=0.1))
    events.read()
    assert events.told.seconds_left() == before - 2.0


def test_warnings_are_kept_once_with_their_code_and_figures(tmp_path):
    file = tmp_path / "events.jsonl"
    warning = line(event="warning", code="W_UNREADABLE", message="2 files", facts={"count": 2})
    file.write_text(warning + warning)
    events = EventFile(file)
    events.read()
    assert len(events.told.warnings) == 1
    assert events.told.warnings[0].facts["count"] == 2
