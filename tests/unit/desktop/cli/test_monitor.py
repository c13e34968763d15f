import contextlib
import csv
import json

import pytest

from desktop.cli.commands import NOTHING_DONE, WRONG_USE, run_command_line
from engine.library.opening import open_library
from tests.support.monitored import Phase, fill, months_from


@pytest.fixture
def months(user_folders):
    library = open_library(user_folders / "library").library
    with contextlib.closing(library):
        shapes = {"mass": (2.0, 6.0), "edema": (1.5, 5.0)}
        fill(library.connection, (Phase("m-1", "1", months_from("2026-01", 4), shapes),), 90)


def test_figures_are_told_in_words_as_a_table_and_as_json(months, capsys, tmp_path):
    out = tmp_path / "months.csv"
    assert run_command_line(["monitor", "--finding", "mass", "--csv", str(out)]) == 0
    text = capsys.readouterr().out
    assert "No month's scores differ" in text
    assert "Kolmogorov-Smirnov" in text
    assert "edema" not in text
    read = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["month"] for row in read] == ["2026-01", "2026-02", "2026-03", "2026-04"]

    assert run_command_line(["monitor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {entry["finding"] for entry in told["scores"]} == {"mass", "edema"}
    assert int(read[0]["scored"]) == next(
        e["count"] for e in told["scores"] if e["finding"] == "mass"
    )


def test_unknown_findings_and_empty_libraries_are_said(months, user_folders, capsys):
    assert run_command_line(["monitor", "--finding", "hernia"]) == WRONG_USE
    assert "Known: edema, mass" in capsys.readouterr().err
    with contextlib.closing(open_library(user_folders / "library").library) as library:
        library.connection.execute("DELETE FROM studies")
    assert run_command_line(["monitor"]) == NOTHING_DONE
    capsys.readouterr()
    assert run_command_line(["monitor", "--json"]) == NOTHING_DONE
    assert json.loads(capsys.readouterr().out)["versions"] == []
