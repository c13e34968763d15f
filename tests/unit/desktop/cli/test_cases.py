import contextlib
import hashlib
import json

import pytest

from desktop.cli.commands import NOTHING_DONE, WRONG_USE, run_command_line
from engine.decisions import ACCEPTED, REJECTED, Decision, Record
from engine.library import schema
from engine.library.database import connect
from engine.library.decisions import index_record
from engine.library.images import Sighting, put_images
from engine.library.opening import NAME, open_library
from engine.library.predictions import put_prediction
from tests.support.studies import AT, key, scored, sighting
from training.data.table import read_table, samples_of


@pytest.fixture
def decided(user_folders, tmp_path):
    """Four films of a model with two findings: all answered for mass, half of them for edema."""
    library = open_library(user_folders / "library").library
    with contextlib.closing(library), library.writing() as connection:
        for number in range(4):
            file = tmp_path / f"film{number}.png"
            file.write_bytes(b"%d" % number)
            seen = sighting(number)
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            put_images(connection, [Sighting(seen.key, file, seen.facts, "", digest)], AT)
            put_prediction(connection, scored(number, mass=0.9, edema=0.2), AT)
            verdicts = {"mass": REJECTED if number == 3 else ACCEPTED}
            verdicts |= {"edema": ACCEPTED} if number < 2 else {}
            made = tuple(
                Decision(name, "m-1", "1", 0, p, verdict, "", "ann", AT)
                for (name, verdict), p in zip(verdicts.items(), (0.9, 0.2), strict=False)
            )
            index_record(connection, key(number), Record("", (), made))
    return tmp_path


def test_cases_are_counted_and_written_as_a_training_table(decided, capsys):
    assert run_command_line(["cases", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"] == {
        "edema": {"with": 0, "without": 2},
        "mass": {"with": 3, "without": 1},
    }
    assert (told["images"], told["patients"], told["left_out"]) == (4, 4, {})

    out = decided / "table.csv"
    (decided / "film1.png").write_bytes(b"changed")
    command = ["cases", "--finding", "mass", "--label", "mass=MASS", "--out", str(out)]
    assert run_command_line(command) == 0
    assert "left out: 1 x the file was changed" in capsys.readouterr().err
    samples = list(samples_of(read_table(out)))
    assert sorted(sample.labels for sample in samples) == [("MASS",), ("MASS",), ("no mass",)]


def test_a_table_must_say_what_it_is_about(decided, capsys):
    out = str(decided / "table.csv")
    assert run_command_line(["cases", "--out", out]) == WRONG_USE
    assert run_command_line(["cases", "--finding", "hernia"]) == WRONG_USE
    assert run_command_line(["cases", "--label", "mass"]) == WRONG_USE
    assert "--finding" in capsys.readouterr().err

    both = ["cases", "--finding", "mass", "--finding", "edema", "--out", out]
    assert run_command_line(both) == 0
    assert "left out: 2 x not every finding was answered" in capsys.readouterr().err


def test_without_a_library_or_a_case_nothing_is_done(user_folders, capsys):
    assert run_command_line(["cases"]) == NOTHING_DONE
    open_library(user_folders / "library").library.close()
    assert run_command_line(["cases"]) == NOTHING_DONE
    assert run_command_line(["cases", "--json"]) == NOTHING_DONE
    capsys.readouterr()


def test_a_library_of_an_earlier_version_is_brought_up_to_date(user_folders, capsys):
    folder = user_folders / "library"
    folder.mkdir(parents=True)
    with contextlib.closing(connect(folder / NAME)) as connection:
        schema.migrate(connection, schema.MIGRATIONS[:1])

    assert run_command_line(["cases", "--json"]) == NOTHING_DONE
    assert json.loads(capsys.readouterr().out)["images"] == 0
