"""A model's life on the command line: every action, its exit status and what it leaves."""

import contextlib
import hashlib
import json
import sqlite3

import pytest

from desktop.cli.commands import run_command_line
from engine.bundle.store import read_bundle
from tests.support import hostile_models
from tests.support.bundles import write_tiny_bundle

SHIPPED = "pneumonia-paediatric-1"
PASSWORD = "a long enough pass phrase"


@pytest.fixture
def told(capsys):
    """Runs a command; its status and JSON document."""

    def do(*arguments):
        capsys.readouterr()
        status = run_command_line(["models", *map(str, arguments), "--json"])
        out = capsys.readouterr().out
        return status, json.loads(out) if out else None

    return do


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny", id="tiny-9", version="9")


def by_id(told):
    _, document = told("list")
    return {model["id"]: model for model in document["models"]}


def test_a_whole_life(told, bundle, tmp_path, capsys):
    status, imported = told("import", bundle, "--reason", "to try it")
    digest = hashlib.sha256((bundle / "manifest.json").read_bytes()).hexdigest()
    assert (status, imported["digest"], imported["state"]) == (0, digest, "candidate")
    assert imported["signature"] == "unsigned"
    assert by_id(told)[SHIPPED]["is_active"]

    status, active = told("activate", "tiny-9@9", "--reason", "it is better")
    assert (status, active["active"], active["trial"]["digest"]) == (0, "tiny-9", digest)
    assert by_id(told)["tiny-9"]["state"] == "active"
    assert told("delete", "tiny-9")[0] == 2
    assert told("retire", "tiny-9")[0] == 2

    status, back = told("rollback", "--reason", "it was not")
    assert (status, back["active"], back["replaced"]) == (0, SHIPPED, digest)
    assert told("rollback")[0] == 2
    assert told("retire", digest[:10])[0] == 0
    status, _ = told("export", "tiny-9", "--out", tmp_path / "out.whyray")
    assert status == 0
    assert read_bundle(tmp_path / "out.whyray").digest == digest
    assert told("delete", "tiny-9")[0] == 0
    assert "tiny-9" not in by_id(told)

    _, document = told("history", "tiny-9")
    lines = [(line["event"], line["after"], line["reason"]) for line in document["history"]]
    assert lines[:3] == [
        ("model imported", "candidate", "to try it"),
        ("model activated", "active", "it is better"),
        ("model rolled back", "former", "it was not"),
    ]
    assert [after for _, after, _ in lines[3:]] == ["retired", "retired", "deleted"]
    capsys.readouterr()
    assert run_command_line(["models", "history", "tiny-9"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert "model activated" in printed[2]
    assert "model replaced" in printed[3]
    assert run_command_line(["audit", "verify"]) == 0


def test_unknown_ambiguous_and_hostile_models_have_their_statuses(told, tmp_path, capsys):
    assert told("activate", "nobody")[0] == 2
    assert told("show", "nobody")[0] == 2
    bomb = hostile_models.write_hostile_bundle(
        tmp_path / "bomb", hostile_models.endless(), id="bomb-1"
    )
    status, document = told("import", bomb)
    assert (status, document["error"]["code"]) == (3, "E_MODEL_UNSAFE")
    assert "bomb-1" not in by_id(told)


def test_the_choice_of_an_earlier_version_is_taken_over(told, user_folders, bundle, capsys):
    from engine.bundle.store import ModelStore

    ModelStore(user_folders / "none", user_folders / "models").add(read_bundle(bundle))
    digest = read_bundle(bundle).digest
    (user_folders / "models" / digest).rename(user_folders / "models" / "tiny-9")
    (user_folders / "settings.ini").write_text("[model]\nactive=tiny-9\n")

    assert by_id(told)["tiny-9"]["is_active"]
    assert (user_folders / "models" / digest).is_dir()
    assert "active=" not in (user_folders / "settings.ini").read_text()
    assert by_id(told)["tiny-9"]["is_active"]


def test_an_altered_active_model_is_replaced_before_anything_is_scored(
    told, user_folders, bundle, capsys
):
    told("import", bundle, "--activate")
    (user_folders / "models" / read_bundle(bundle).digest / "card.md").write_text("altered")
    capsys.readouterr()

    assert run_command_line(["layers", "--json"]) == 0

    errors = capsys.readouterr().err
    assert "tiny-9 cannot be used" in errors
    assert "card.md" in errors
    assert by_id(told)[SHIPPED]["is_active"]
    assert by_id(told)["tiny-9"]["state"] == "retired"


def test_the_site_signs_and_what_it_does_not_trust_stays_out(
    told, user_folders, bundle, tmp_path, monkeypatch, capsys
):
    password = tmp_path / "password"
    password.write_text(PASSWORD)
    password.chmod(0o600)
    monkeypatch.setenv("WHYRAY_ADMIN_PASSWORD_FILE", str(password))
    assert told("sign", SHIPPED)[0] == 3  # no key yet
    assert run_command_line(["administrator", "set-password"]) == 0
    told("import", bundle)
    (user_folders / "settings.ini").write_text("[model]\nneeds_signature=true\n")

    status, document = told("activate", "tiny-9")
    assert (status, document["error"]["code"]) == (3, "E_MODEL_UNTRUSTED")
    assert told("sign", "tiny-9", "--name", "Our clinic")[0] == 0
    assert told("activate", "tiny-9")[0] == 0

    _, shown = told("show", "tiny-9")
    key = shown["signature"]["file"]["key"]
    assert shown["signature"]["standing"] == "site"
    _, document = told("trust-key")
    assert [(k["key"], k["standing"], k["name"]) for k in document["keys"]] == [
        (key, "site", "Our clinic")
    ]
    assert told("trust-key", "ab" * 32, "--name", "Them")[1]["is_changed"]
    assert told("trust-key", "ab" * 32, "--remove")[1]["is_changed"]
    assert told("trust-key", "no key")[0] == 2
    library = user_folders / "library" / "library.db"
    with contextlib.closing(sqlite3.connect(library)) as connection:
        entries = connection.execute("SELECT entry FROM audit").fetchall()
    assert not any(PASSWORD in entry for (entry,) in entries)
