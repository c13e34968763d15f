"""Cases of the library as a source of training images."""

import csv

import pytest

from desktop.jobs.cases import CaseSource
from engine.bundle.store import read_manifest
from tests.support.bundles import write_tiny_bundle
from tests.support.studies import confirmed_films

WAIT_MS = 20_000


@pytest.fixture
def manifest(tmp_path):
    write_tiny_bundle(tmp_path / "tiny-1")
    return read_manifest(tmp_path / "tiny-1")


@pytest.fixture
def films(tmp_path, manifest):
    return confirmed_films(tmp_path, tmp_path / "library", manifest.classes[0].name)


@pytest.fixture
def source(qapp, tmp_path):
    source = CaseSource(tmp_path / "library")
    yield source
    assert source.close(5.0)


def test_cases_are_counted_and_written_in_the_words_of_the_other_sources(
    qtbot, source, manifest, films, tmp_path
):
    name = manifest.classes[0].name
    with qtbot.waitSignal(source.counted, timeout=WAIT_MS):
        source.count(manifest)
    assert source.found.counts(name) == (1, 1)
    with qtbot.waitSignal(source.written, timeout=WAIT_MS) as written:
        source.write(tmp_path / "new" / "cases.csv", {name: "ILL"}, "NORMAL")

    with written.args[0].open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert {(row["path"], row["label"]) for row in rows} == {
        (str(films[0]), "ILL"), (str(films[1]), "NORMAL"),
    }  # fmt: skip


def test_cases_whose_files_are_gone_are_left_out_and_told(qtbot, source, manifest, films, tmp_path):
    with qtbot.waitSignal(source.counted, timeout=WAIT_MS):
        source.count(manifest)
    for film in films:
        film.unlink()
    with qtbot.waitSignal(source.written, timeout=WAIT_MS) as written:
        source.write(tmp_path / "cases.csv", {}, "")

    assert written.args == [None]
    assert list(source.left_out_words().values()) == [2]
    assert not (tmp_path / "cases.csv").exists()


def test_without_a_library_there_is_no_case(qtbot, source, manifest):
    with qtbot.waitSignal(source.counted, timeout=WAIT_MS):
        source.count(manifest)

    assert source.found.cases == ()
