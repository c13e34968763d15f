import contextlib
import hashlib
import json
import sqlite3

import pytest

from engine.bundle.provenance import Provenance, provenance_of, recipe_digest
from engine.bundle.store import MANIFEST, read_bundle
from engine.library import schema
from engine.library.database import connect
from engine.library.images import put_images
from engine.library.opening import NAME, open_library
from engine.library.predictions import FindingScore, Scored, put_prediction
from tests.support.bundles import write_tiny_bundle
from tests.support.studies import AT, key, sighting

FACTS = {"recipe_sha256": "ab", "calibration": {"kind": "platt", "method": "Platt."}}


def first_version(folder):
    """A library as the first schema left it: two models, three predictions."""
    folder.mkdir()
    with contextlib.closing(connect(folder / NAME)) as connection:
        schema.migrate(connection, schema.MIGRATIONS[:1])
        connection.execute("BEGIN")
        put_images(connection, [sighting(n) for n in range(3)], AT)
        for number, name in ((1, "m-1"), (2, "m-2")):
            connection.execute(
                "INSERT INTO models VALUES (?, ?, '1', 'Model', ?)", (number, name, AT)
            )
        for number in range(3):
            connection.execute(
                "INSERT INTO predictions VALUES (?, ?, ?, 0, ?, 'CPU', 'accepted', '[]', 0)",
                (number + 1, number + 1, 1 + number % 2, AT),
            )
            connection.execute("INSERT INTO scores VALUES (?, 'mass', 0.5, 1, 1)", (number + 1,))
        connection.execute("COMMIT")


def test_a_library_of_the_first_version_keeps_its_results_and_says_that_no_digest_is_known(
    tmp_path,
):
    folder = tmp_path / "library"
    first_version(folder)
    opened = open_library(folder)
    with contextlib.closing(opened.library) as library:
        rows = library.connection.execute(
            "SELECT predictions.id, models.model_id, models.digest, models.facts, scores.point, "
            "scores.threshold, scores.probability FROM predictions "
            "JOIN models ON models.id = model JOIN scores ON prediction_id = predictions.id"
        ).fetchall()
        assert opened.notices == ()
        assert rows == [
            (1, "m-1", "", "", "", None, 0.5),
            (2, "m-2", "", "", "", None, 0.5),
            (3, "m-1", "", "", "", None, 0.5),
        ]
        assert library.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError):
            library.connection.execute("UPDATE predictions SET model = 99 WHERE id = 1")


def test_a_prediction_names_the_digest_and_its_facts_are_kept_once(tmp_path):
    opened = open_library(tmp_path / "library")
    made = [Provenance("m-1", "Model", "1", digest, FACTS) for digest in ("aa", "aa", "bb")]
    with contextlib.closing(opened.library) as library, library.writing() as connection:
        put_images(connection, [sighting(n) for n in range(3)], AT)
        for number, with_what in enumerate(made):
            scores = (FindingScore("mass", 0.7, True, "sensitive", 0.25),)
            put_prediction(
                connection,
                Scored(key(number), 0, "m-1", "Model", "1", "CPU", "accepted", (), scores,
                       with_what),
                AT,
            )  # fmt: skip
        models = connection.execute("SELECT digest, facts FROM models ORDER BY id").fetchall()
        points = connection.execute("SELECT DISTINCT point, threshold FROM scores").fetchall()

    assert [digest for digest, _ in models] == ["aa", "bb"]
    assert json.loads(models[0][1]) == FACTS
    assert points == [("sensitive", 0.25)]


def test_the_digest_is_of_the_manifests_bytes_and_the_recipe_has_one_of_its_own(tmp_path):
    bundle = read_bundle(write_tiny_bundle(tmp_path / "tiny"))
    found = provenance_of(bundle)
    data = (bundle.path / MANIFEST).read_bytes()
    plain = json.loads(data)

    assert found.digest == hashlib.sha256(data).hexdigest()
    assert found.facts["recipe"] == plain["recipe"]
    assert found.facts["recipe_sha256"] == recipe_digest(bundle.manifest)
    assert found.as_json()["digest"] == found.digest
    finding = plain["classes"][0]
    assert found.facts["points"][finding["name"]][0] == {
        "name": finding["operating_point"]["name"],
        "threshold": finding["operating_point"]["threshold"],
    }
    json.dumps(found.facts, allow_nan=False)
