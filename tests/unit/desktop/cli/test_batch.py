"""``whyray batch`` as scripts see it, and as a kill in the middle leaves it."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from desktop.cli.batch import duration, words_of
from desktop.cli.commands import run_command_line
from desktop.jobs.batch import PAUSED, RUNNING, Progress
from engine.batch.journal import NAME
from tests.support.batches import journal_of, rows_of, write_film, write_films
from tests.support.bundles import write_tiny_bundle


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return write_tiny_bundle(tmp_path_factory.mktemp("model") / "tiny-1")


def arguments(folder, out, bundle, *further):
    return ["batch", str(folder), "--out", str(out), "--model", str(bundle), "--cpu", *further]


def test_a_folder_becomes_tables_pictures_and_a_page(bundle, tmp_path, capsys):
    folder = write_films(tmp_path / "in", 3)
    (folder / "4.png").write_bytes(b"broken")
    given = arguments(folder, tmp_path / "out", bundle, "--method", "grad-cam", "--json")

    status = run_command_line(given)

    summary = json.loads(capsys.readouterr().out)
    written = sorted(
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    )
    assert status == 1
    assert summary["counts"]["scored"] == 3
    assert summary["failed"][0]["file"] == "4.png"
    assert written == [
        "errors.csv", NAME, *[f"pictures/{n}.png.grad-cam.bright.png" for n in (1, 2, 3)],
        "predictions.csv", "summary.html", "summary.json",
    ]  # fmt: skip
    assert [row["status"] for row in rows_of(tmp_path / "out")] == ["scored"] * 3 + ["failed"]

    assert run_command_line(given) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "E_REQUEST"
    assert run_command_line([*given, "--resume"]) == 1
    assert len(journal_of(tmp_path / "out")) == 4


def test_reports_are_written_beside(bundle, tmp_path, capsys, qapp):
    folder = write_films(tmp_path / "in", 1)

    assert run_command_line(arguments(folder, tmp_path / "out", bundle, "--report")) == 0

    assert (tmp_path / "out" / "reports" / "1.png.pdf").read_bytes().startswith(b"%PDF")
    assert rows_of(tmp_path / "out")[0]["Report Filename"] == "reports/1.png.pdf"
    assert "Research use" in capsys.readouterr().out


def test_an_empty_folder_and_nothing_readable_are_status_three(bundle, tmp_path, capsys):
    (tmp_path / "in").mkdir()
    assert run_command_line(arguments(tmp_path / "in", tmp_path / "out", bundle)) == 3
    (tmp_path / "in" / "1.dcm").write_bytes(b"broken")
    assert run_command_line(arguments(tmp_path / "in", tmp_path / "other", bundle)) == 3


def started(folder, out, bundle, *further):
    command = [sys.executable, "-m", "desktop", *arguments(folder, out, bundle, *further)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finished_in(out):
    try:
        return (out / NAME).read_bytes().count(b"\n") - 1
    except OSError:
        return 0


@pytest.mark.slow
def test_killed_at_any_moment_and_gone_on_with_it_is_as_if_never_killed(bundle, tmp_path):
    folder = write_films(tmp_path / "in", 30)
    for number in (7, 23):
        (folder / f"{number}.png").write_bytes(b"broken")
    write_film(folder / "deep" / "copy.png", 150)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    asked = ("--method", "grad-cam", "--resume")
    draw = random.Random(time.time_ns())  # the moments are to differ from run to run

    acknowledged: list[dict] = []
    for _ in range(2):
        process = started(folder, killed, bundle, *asked)
        goal = len(acknowledged) + draw.randint(0, 10)
        while process.poll() is None and finished_in(killed) < goal:
            time.sleep(0.002)
        time.sleep(draw.random() * 0.05)
        process.kill()
        assert process.wait(60) == -signal.SIGKILL
        before, acknowledged = acknowledged, journal_lines(killed)
        assert acknowledged[: len(before)] == before  # nothing that was finished is lost

    for out in (killed, whole):
        assert run_command_line(arguments(folder, out, bundle, *asked)) == 1
    lines = journal_of(killed)
    assert lines[: len(acknowledged)] == acknowledged
    assert len(lines) == len({line["key"] for line in lines}) == 31  # and nothing done twice
    assert rows_of(killed) == rows_of(whole)
    assert rows_of(killed, "errors.csv") == rows_of(whole, "errors.csv")
    for picture in (whole / "pictures").rglob("*.png"):
        other = killed / picture.relative_to(whole)
        assert other.read_bytes() == picture.read_bytes()


def journal_lines(out):
    """Whole lines only: the last one may be torn."""
    data = (out / NAME).read_bytes() if (out / NAME).exists() else b""
    return [json.loads(line) for line in data[: data.rfind(b"\n") + 1].splitlines()[1:]]


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C of another process")
@pytest.mark.slow
def test_ctrl_c_stops_with_tables_of_what_is_finished(bundle, tmp_path):
    folder, out = write_films(tmp_path / "in", 40), tmp_path / "out"
    process = started(folder, out, bundle, "--method", "occlusion")
    while process.poll() is None and finished_in(out) < 3:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)

    assert process.wait(30) == 1
    assert 3 <= len(rows_of(out)) < 40
    assert "are not done" in (out / "summary.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "0 s"),
        (59.4, "59 s"),
        (61, "1 min 01 s"),
        (3599.7, "1 h 00 min"),
        (7500, "2 h 05 min"),
    ],
)
def test_durations_are_told_as_people_do(seconds, text):
    assert duration(seconds) == text


def test_progress_is_told_in_one_line():
    progress = Progress(RUNNING, 200, 50, 20, 28, 1, 1, 2.0, 75.0)
    assert words_of(progress) == (
        "running: 50 of 200 (25 %), 20 done earlier, 28 scored, 1 refused, 1 failed, "
        "2.0 per second, 1 min 15 s left"
    )
    assert words_of(Progress(PAUSED)) == "paused: 0 of 0 (100 %)"
