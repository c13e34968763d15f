"""Cases of the library as a source of training images."""

import csv
import hashlib

import pytest

from desktop.jobs.cases import CaseSource
from engine.bundle.store import read_manifest
from engine.decisions import ACCEPTED, Decision, Record
from engine.library.decisions import index_record
from engine.library.images import Sighting, put_images
from engine.library.opening import open_library
from engine.library.predictions import put_prediction
from tests.support.bundles import write_tiny_bundle
from tests.support.studies import AT, key, scored, sighting

WAIT_MS = 20_000


@pytest.fixture
def manifest(tmp_path):
    write_tiny_bundle(tmp_path / "tiny-1")
    return read_manifest(tmp_path / "tiny-1")


@pytest.fixture
def films(tmp_path, manifest):
    """Two films: one with the finding, one without, both confirmed."""
    name = manifest.classes[0].name
    library = open_library(tmp_path / "library").library
    paths = []
    for number, probability in ((1, 0.9), (2, 0.1)):
        path = tmp_path / f"film-{number}.png"
        path.write_bytes(bytes([number]) * 9)
        seen = sighting(number)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        seen = Sighting(seen.key, path, seen.facts, path.name, digest)
        decision = Decision(
            finding=name, verdict=ACCEPTED, by="ann", at=AT, model_id="m-1", model_version="1",
            frame=0, probability=None, comment="",
        )  # fmt: skip
        with library.writing() as connection:
            put_images(connection, [seen], AT)
            put_prediction(connection, scored(number, **{name: probability}), AT)
            index_record(connection, key(number), Record("", (), (decision,)))
        paths.append(path)
    library.close()
    return paths


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
